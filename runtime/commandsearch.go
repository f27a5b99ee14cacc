package runtime

import (
	"slices"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// CommandQuery is what Get-Command looks for.
type CommandQuery struct {
	Name    string            // a name or wildcard
	Kinds   int64             // CommandTypes that count, 0 for all but scripts that a wildcard would find
	Modules func(string) bool // nil for all
	All     bool              // also commands that others of the name hide
}

func (q *CommandQuery) takes(c *CommandInfo) bool {
	return (q.Kinds == 0 || q.Kinds&c.Kind() != 0) && (q.Modules == nil || q.Modules(c.ModuleName()))
}

// FindCommands are the commands that a query means: for a plain name the one that it runs, for a wildcard all that match, by name.
func (c *Call) FindCommands(q CommandQuery) ([]*CommandInfo, error) {
	if text.ContainsWildcard(q.Name) {
		w, err := text.CompileWildcard(q.Name, true)
		if err != nil {
			return nil, value.Throw(value.RuntimeException, "WildcardPatternException", err.Error())
		}
		return c.eachCommand(q, w.Match), nil
	}
	var out []*CommandInfo
	for _, x := range c.commandsNamed(q.Name) {
		if q.takes(x) {
			out = append(out, x)
			if !q.All {
				break
			}
		}
	}
	return out, nil
}

// commandsNamed are the commands of a name in the order of precedence.
func (c *Call) commandsNamed(name string) []*CommandInfo {
	f := c.frame
	var out []*CommandInfo
	if a := f.alias(name); a != nil {
		out = append(out, f.aliasObject(a))
	}
	for s := f.scope; s != nil; s = s.parent {
		if i, ok := s.functions.get(name).(*FunctionInfo); ok && (s == f.scope || i.Options&OptionPrivate == 0) {
			out = append(out, i.object())
			break
		}
	}
	if x := f.cmdlets.find(name); x != nil {
		out = append(out, &CommandInfo{command: cmdletCommand{x}})
	}
	if len(out) == 0 {
		if i, ok := f.lookupCommand(name).(*FunctionInfo); ok {
			return []*CommandInfo{i.object()}
		}
		if x, ok := f.lookupCommand(name).(cmdletCommand); ok {
			return []*CommandInfo{{command: x}}
		}
		if s, err := f.findScript(name); err == nil && s != nil {
			return []*CommandInfo{{command: s}}
		}
	}
	return out
}

// eachCommand lists what matches: aliases, functions and cmdlets, by name.
func (c *Call) eachCommand(q CommandQuery, match func(string) bool) []*CommandInfo {
	f := c.frame
	var out []*CommandInfo
	var seen value.NameIndex
	add := func(x *CommandInfo) {
		if !match(x.Name()) || !q.takes(x) || !q.All && seen.Find(x.Name()) >= 0 {
			return
		}
		seen.Add(x.Name())
		out = append(out, x)
	}
	aliases, _ := c.Aliases("", func(a *AliasInfo) bool { return match(a.Name) }) // the empty scope is always there
	for _, a := range aliases {
		add(a)
	}
	for _, x := range c.Functions() {
		add(x)
	}
	f.eachCmdlet(func(x *Cmdlet) { add(&CommandInfo{command: cmdletCommand{x}}) })
	slices.SortStableFunc(out, func(a, b *CommandInfo) int { return text.Compare(a.Name(), b.Name(), true) })
	return out
}

// CommandNotFound is the error of Get-Command for a name that no command has.
func (c *Call) CommandNotFound(name string) *value.Exception {
	e := value.Throw(value.CommandNotFoundException, idCommandNotFound, notRecognized(name)).With(value.ObjectNotFound, value.OfString(name))
	e.Details = []value.Detail{{Name: "CommandName", Value: value.OfString(name)}}
	return e
}

// Usage is the syntax lines of the command as Get-Command -Syntax shows them.
func (c *Call) Usage(i *CommandInfo, typeName func(*value.Type) string) (string, error) {
	if i.alias != nil {
		if i.command == nil {
			return "", nil
		}
		s, err := (&CommandInfo{command: i.command}).Syntax(c.frame, typeName)
		return "\n" + i.Name() + " (alias) -> " + i.Definition() + "\n" + s, err
	}
	return i.Syntax(c.frame, typeName)
}

// HasParameter tells whether a command has a parameter of that name or alias.
func (c *Call) HasParameter(i *CommandInfo, name string) bool {
	sig, _, err := i.signature(c.frame)
	return err == nil && sig != nil && sig.Find(name) >= 0
}
