package drive

import (
	"sort"

	"rehearse/runtime"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Item is one item of a drive that is no file system: an environment variable, a variable, a function, an alias.
type Item struct {
	Name   string
	Object value.Value // what Get-Item gives
	Value  value.Value // what $drive:name gives
}

// Exists tells whether something is at a path.
func Exists(c *runtime.Call, p Path) bool {
	if p.IsFile() {
		if c.Host().Files == nil {
			return false
		}
		_, err := c.Host().Files.Stat(p.Item)
		return err == nil
	}
	if p.Item == "" {
		return true
	}
	_, ok := Find(c, p)
	return ok
}

// Stat describes the file or folder at a path; ok is false when nothing is there or when it is no file system's.
func Stat(c *runtime.Call, p Path) (i host.Info, ok bool) {
	if !p.IsFile() || c.Host().Files == nil {
		return i, false
	}
	i, err := c.Host().Files.Stat(p.Item)
	return i, err == nil
}

// Find is the item of a path that is no file.
func Find(c *runtime.Call, p Path) (Item, bool) {
	switch p.Drive.Provider {
	case runtime.EnvironmentProvider:
		if v, ok := c.Host().Env.Get(p.Item); ok {
			return environmentItem(p.Item, v), true
		}
	case runtime.VariableProvider:
		if v, err := c.FindVariable(p.Item, ""); v != nil && err == nil {
			return variableItem(c, v), true
		}
	case runtime.FunctionProvider:
		if f := c.Function(p.Item); f != nil {
			return functionItem(f), true
		}
	case runtime.AliasProvider:
		if a := c.Alias(p.Item); a != nil {
			return aliasItem(a), true
		}
	}
	return Item{}, false
}

func environmentItem(name, v string) Item {
	x := value.OfString(v)
	o := &value.DictionaryEntry{Key: value.OfString(name), Value: x, Type: value.TypeDictionaryEntry}
	return Item{name, value.Of(o), x}
}

func functionItem(f *runtime.CommandInfo) Item {
	return Item{f.Name(), value.Of(f), value.Of(f.Function().Block)}
}

func aliasItem(a *runtime.CommandInfo) Item {
	return Item{a.Name(), value.Of(a), value.OfString(a.Definition())}
}

// Items are all items of a drive that is no file system, by name.
func Items(c *runtime.Call, d *runtime.Drive) []Item {
	var out []Item
	switch d.Provider {
	case runtime.EnvironmentProvider:
		c.Host().Env.Each(func(name, v string) bool {
			out = append(out, environmentItem(name, v))
			return true
		})
	case runtime.VariableProvider:
		all, _ := c.Variables("", func(string) bool { return true }) // the empty scope is always there
		for _, v := range all {
			out = append(out, variableItem(c, v))
		}
	case runtime.FunctionProvider:
		for _, f := range c.Functions() {
			out = append(out, functionItem(f))
		}
	case runtime.AliasProvider:
		all, _ := c.Aliases("", nil)
		for _, a := range all {
			out = append(out, aliasItem(a))
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		return text.Compare(out[i].Name, out[j].Name, true) < 0
	})
	return out
}

// matchItems are the items whose names match the wildcard of a path.
func matchItems(c *runtime.Call, p Path) []Path {
	w, err := text.CompileWildcard(p.Item, true)
	if err != nil {
		return nil
	}
	var out []Path
	for _, i := range Items(c, p.Drive) {
		if w.Match(i.Name) {
			out = append(out, Path{Drive: p.Drive, Item: i.Name})
		}
	}
	return out
}

func variableItem(c *runtime.Call, v *runtime.Variable) Item {
	return Item{v.Name, value.Of(v), v.Value(c.Frame())}
}
