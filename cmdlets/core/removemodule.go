package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	removeModuleName = iota
	removeModuleSpecification
	removeModuleInfo
	removeModuleForce
)

var removeModule = aliased(removeModuleCmdlet(), "rmo")

func removeModuleCmdlet() *runtime.Cmdlet {
	c := cmdlet("Remove-Module", "Takes modules out of the session.", runtime.Run(runRemoveModule),
		bind.Parameter{Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "name", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		bind.Parameter{Name: "FullyQualifiedName", Type: value.TypeObjectArray, Sets: []bind.Membership{{Set: "FullyQualifiedName", Mandatory: true, Position: 0, FromPipelineByName: true}}},
		bind.Parameter{Name: "ModuleInfo", Type: value.ArrayOf(runtime.TypeModule), Sets: []bind.Membership{{Set: "ModuleInfo", Mandatory: true, Position: 0, FromPipeline: true}}},
		switched("Force"))
	c.DefaultSet = "name"
	c.SupportsShouldProcess, c.ConfirmImpact = true, 2
	return c
}

func runRemoveModule(c *runtime.Call) error {
	list, asked, err := modulesToRemove(c)
	if err != nil {
		return err
	}
	if len(list) == 0 && asked {
		return c.Fail(value.Throw(value.InvalidOperationException, "Modules_NoModulesRemoved",
			"No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.").
			With(value.ResourceUnavailable, value.NullValue))
	}
	for _, m := range list {
		ok, err := c.ShouldProcess(m.Name, "")
		if err != nil {
			return err
		}
		if ok {
			if err := c.RemoveModule(m); err != nil {
				return err
			}
		}
	}
	return nil
}

// modulesToRemove are the modules meant; asked is set when a name without wildcards must find one.
func modulesToRemove(c *runtime.Call) (list []*runtime.Module, asked bool, err error) {
	for _, v := range c.List(removeModuleInfo) {
		if m, ok := value.As[*runtime.Module](v.Base()); ok {
			list = append(list, m)
		}
	}
	names := c.Strings(removeModuleName)
	for _, v := range c.List(removeModuleSpecification) {
		n, _ := runtime.ModuleSpecification(v, runtime.ImportOptions{})
		names = append(names, n)
	}
	for _, n := range names {
		asked = asked || !text.ContainsWildcard(n)
		w, err := text.CompileWildcard(n, true)
		if err != nil {
			return nil, false, value.Throw(value.RuntimeException, "WildcardPatternException", err.Error())
		}
		for _, m := range c.Modules() {
			if w.Match(m.Name) {
				list = append(list, m)
			}
		}
	}
	return list, asked, nil
}
