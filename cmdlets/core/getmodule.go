package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	getModuleName = iota
	getModuleSpecification
	getModuleAll
	getModuleAvailable
	getModuleRefresh
	getModuleEdition
	getModuleNoCheck
)

var getModule = aliased(getModuleCmdlet(), "gmo")

func getModuleCmdlet() *runtime.Cmdlet {
	c := cmdlet("Get-Module", "Gives the modules that are loaded, or those that could be.", runtime.Run(runGetModule),
		bind.Parameter{Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{
			{Set: "Loaded", Position: 0, FromPipeline: true}, {Set: "Available", Position: 0, FromPipeline: true}}},
		bind.Parameter{Name: "FullyQualifiedName", Type: value.TypeObjectArray, Sets: []bind.Membership{{Set: "Loaded", Position: bind.NoPosition, FromPipelineByName: true},
			{Set: "Available", Position: bind.NoPosition, FromPipelineByName: true}}},
		bind.Parameter{Name: "All", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "Loaded", Position: bind.NoPosition}, {Set: "Available", Position: bind.NoPosition}}},
		inSet("Available", "ListAvailable", value.TypeSwitchParameter, bind.NoPosition, true),
		inSet("Available", "Refresh", value.TypeSwitchParameter, bind.NoPosition, false),
		inSet("Available", "PSEdition", value.TypeString, bind.NoPosition, false),
		inSet("Available", "SkipEditionCheck", value.TypeSwitchParameter, bind.NoPosition, false))
	c.DefaultSet = "Loaded"
	return c
}

func runGetModule(c *runtime.Call) error {
	names := c.Strings(getModuleName)
	var o runtime.ImportOptions
	for _, v := range c.List(getModuleSpecification) {
		var n string
		n, o = runtime.ModuleSpecification(v, o)
		names = append(names, n)
	}
	list := c.Modules()
	if c.Switch(getModuleAvailable) {
		var err error
		if list, err = c.AvailableModules(names); err != nil {
			return err
		}
	}
	if names == nil {
		names = []string{"*"}
	}
	for _, m := range list {
		for _, n := range names {
			w, err := text.CompileWildcard(n, true)
			if err != nil {
				return value.Throw(value.RuntimeException, "WildcardPatternException", err.Error())
			}
			if (w.Match(m.Name) || n == m.Path) && m.Fits(c, &o) {
				if err := c.Write(value.Of(m)); err != nil {
					return err
				}
				break
			}
		}
	}
	return nil
}
