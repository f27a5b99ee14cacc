package core

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	exportFunction = iota
	exportCmdlet
	exportVariable
	exportAlias
)

var exportModuleMember = cmdlet("Export-ModuleMember", "Says what a module lets others see.", runtime.Run(func(c *runtime.Call) error {
	return c.ExportMembers(runtime.Patterns{Functions: c.Strings(exportFunction), Cmdlets: c.Strings(exportCmdlet), Variables: c.Strings(exportVariable), Aliases: c.Strings(exportAlias)})
}),
	bind.Parameter{Name: "Function", Type: value.TypeStringArray, AllowEmptyCollection: true, Sets: []bind.Membership{{Position: 0, FromPipeline: true, FromPipelineByName: true}}},
	bind.Parameter{Name: "Cmdlet", Type: value.TypeStringArray, AllowEmptyCollection: true, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipelineByName: true}}},
	bind.Parameter{Name: "Variable", Type: value.TypeStringArray, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipelineByName: true}}},
	bind.Parameter{Name: "Alias", Type: value.TypeStringArray, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipelineByName: true}}})
