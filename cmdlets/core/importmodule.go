package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	importGlobal = iota
	importPrefix
	importName
	importSpecification
	importInfo
	importFunction
	importCmdlet
	importVariable
	importAlias
	importForce
	importPassThru
	importMinimum
	importMaximum
	importRequired
	importArguments
	importUnchecked
	importNoClobber
	importScope
	importEditionCheck
	importUseWindows
)

// importModule has the sets of names, of specifications (tables with ModuleName) and of modules that are there.
var importModule = aliased(importModuleCmdlet(), "ipmo")

func importModuleCmdlet() *runtime.Cmdlet {
	c := cmdlet("Import-Module", "Loads a module and makes its members commands.", runtime.Run(runImportModule),
		switched("Global"), named("Prefix", value.TypeString),
		bind.Parameter{Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Name", Mandatory: true, Position: 0, FromPipeline: true}}},
		bind.Parameter{Name: "FullyQualifiedName", Type: value.TypeObjectArray, Sets: []bind.Membership{{Set: "FullyQualifiedName", Mandatory: true, Position: 0, FromPipeline: true}}},
		bind.Parameter{Name: "ModuleInfo", Type: value.ArrayOf(runtime.TypeModule), Sets: []bind.Membership{{Set: "ModuleInfo", Mandatory: true, Position: 0, FromPipeline: true}}},
		named("Function", value.TypeStringArray), named("Cmdlet", value.TypeStringArray), named("Variable", value.TypeStringArray), named("Alias", value.TypeStringArray),
		switched("Force"), switched("PassThru"),
		bind.Parameter{Name: "MinimumVersion", Aliases: []string{"Version"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "Name", Position: bind.NoPosition}}},
		inSet("Name", "MaximumVersion", value.TypeString, bind.NoPosition, false), inSet("Name", "RequiredVersion", value.TypeString, bind.NoPosition, false),
		named("ArgumentList", value.TypeObjectArray, "Args"), switched("DisableNameChecking"), named("NoClobber", value.TypeSwitchParameter, "NoOverwrite"),
		bind.Parameter{Name: "Scope", Type: value.TypeString, Sets: []bind.Membership{{Position: bind.NoPosition}},
			Validate: []bind.Validator{&bind.ValidateSet{Values: []string{"Local", "Global"}}}, Values: []string{"Local", "Global"}},
		switched("SkipEditionCheck"), named("UseWindowsPowerShell", value.TypeSwitchParameter, "UseWinPS"))
	c.DefaultSet = "Name"
	return c
}

func importOptions(c *runtime.Call) runtime.ImportOptions {
	o := runtime.ImportOptions{
		Members: runtime.Patterns{Functions: given(c, importFunction), Cmdlets: given(c, importCmdlet), Variables: given(c, importVariable), Aliases: given(c, importAlias)},
		Prefix:  c.String(importPrefix), NoClobber: c.Switch(importNoClobber), Unchecked: c.Switch(importUnchecked), Force: c.Switch(importForce),
		Arguments:      c.List(importArguments),
		MinimumVersion: c.String(importMinimum), MaximumVersion: c.String(importMaximum), RequiredVersion: c.String(importRequired),
		Global: c.Switch(importGlobal),
	}
	if c.Bound(importScope) {
		o.Local = value.EqualFold(c.String(importScope), "Local")
		o.Global = !o.Local
	}
	return o
}

func runImportModule(c *runtime.Call) error {
	done := func(m *runtime.Module, err error) error {
		if err != nil {
			return failing(c, err)
		}
		if c.Switch(importPassThru) {
			return c.Write(value.Of(m))
		}
		return nil
	}
	switch {
	case c.Bound(importInfo):
		for _, v := range c.List(importInfo) {
			if m, ok := value.As[*runtime.Module](v.Base()); ok {
				if err := done(m, c.ImportMembers(m, importOptions(c))); err != nil {
					return err
				}
			}
		}
	case c.Bound(importSpecification):
		for _, v := range c.List(importSpecification) {
			name, o := runtime.ModuleSpecification(v, importOptions(c))
			if err := done(c.ImportModule(name, o)); err != nil {
				return err
			}
		}
	default:
		for _, name := range c.Strings(importName) {
			if err := done(c.ImportModule(name, importOptions(c))); err != nil {
				return err
			}
		}
	}
	return nil
}
