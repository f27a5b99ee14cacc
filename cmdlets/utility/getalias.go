package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	getAliasName = iota
	getAliasExclude
	getAliasScope
	getAliasDefinition
)

var getAlias = aliased(getAliasCmdlet(), "gal")

func getAliasCmdlet() *runtime.Cmdlet {
	c := variableCmdlet("Get-Alias", "Gives aliases.", runtime.Run(runGetAlias),
		bind.Parameter{Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Default", Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		optional("Exclude", value.TypeStringArray), scopeParameter(),
		bind.Parameter{Name: "Definition", Type: value.TypeStringArray, Sets: inSets("Definition")})
	c.DefaultSet = "Default"
	return c
}

func runGetAlias(c *runtime.Call) error {
	what, patterns := "name", c.Strings(getAliasName)
	key := func(a *runtime.AliasInfo) string { return a.Name }
	if c.Bound(getAliasDefinition) {
		what, patterns = "definition", c.Strings(getAliasDefinition)
		key = func(a *runtime.AliasInfo) string { return a.Target }
	}
	if patterns == nil {
		patterns = []string{"*"}
	}
	excluded, err := compile(c.Strings(getAliasExclude))
	if err != nil {
		return err
	}
	for _, p := range patterns {
		w, err := compile([]string{p})
		if err != nil {
			return err
		}
		list, err := c.Aliases(c.String(getAliasScope), func(a *runtime.AliasInfo) bool { return matches(w, key(a)) && !matches(excluded, a.Name) })
		if err != nil {
			return err
		}
		if len(list) == 0 && !text.ContainsWildcard(p) {
			if err := c.Fail(aliasNotFound(what, p)); err != nil {
				return err
			}
		}
		for _, a := range list {
			if err := c.Write(value.Of(a)); err != nil {
				return err
			}
		}
	}
	return nil
}

func aliasNotFound(what, name string) *value.Exception {
	return value.Throw(value.ItemNotFoundException, "ItemNotFoundException",
		"This command cannot find a matching alias because an alias with the "+what+" '"+name+"' does not exist.").With(value.ObjectNotFound, value.OfString(name))
}
