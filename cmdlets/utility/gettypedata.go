package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const typePatterns = 0

var getTypeData = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-TypeData", TypeName: "Microsoft.PowerShell.Commands.GetTypeDataCommand", Cmdlet: true,
		Params: []bind.Parameter{typePatterns: {Name: "TypeName", Type: value.TypeStringArray, NotNullOrEmpty: true, Sets: pipeline(false, 0)}}},
	Module: module, Synopsis: "Gives the members that were added to types.",
	New: runtime.Run(func(c *runtime.Call) error {
		patterns := c.Strings(typePatterns)
		if len(patterns) == 0 {
			patterns = []string{"*"}
		}
		var seen value.NameIndex
		for _, p := range patterns {
			w, err := compileName(p)
			if err != nil {
				return err
			}
			for _, name := range c.Types().Names() {
				if !w.Match(name) || seen.Find(name) >= 0 {
					continue
				}
				seen.Add(name)
				if err := c.Write(dotnet.TypeDataOf(name, c.Types().Bag(name))); err != nil {
					return err
				}
			}
		}
		return nil
	}),
}

const (
	removeTypeName = iota
	removeTypeData
	removeTypePath
)

var removeTypes = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Remove-TypeData", TypeName: "Microsoft.PowerShell.Commands.RemoveTypeDataCommand", Cmdlet: true, DefaultSet: "RemoveTypeDataSet",
		SupportsShouldProcess: true, ConfirmImpact: 2,
		Params: []bind.Parameter{
			removeTypeName: {Name: "TypeName", Type: value.TypeString, NotNullOrEmpty: true,
				Sets: []bind.Membership{{Set: "RemoveTypeSet", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			removeTypeData: {Name: "TypeData", Type: dotnet.TypeTypeData,
				Sets: []bind.Membership{{Set: "RemoveTypeDataSet", Mandatory: true, Position: bind.NoPosition, FromPipeline: true}}},
			removeTypePath: {Name: "Path", Type: value.TypeStringArray, NotNullOrEmpty: true, Sets: []bind.Membership{{Set: "RemoveFileSet", Mandatory: true, Position: bind.NoPosition}}},
		}},
	Module: module, Synopsis: "Forgets the members that were added to types.",
	New: runtime.Run(func(c *runtime.Call) error {
		name := c.String(removeTypeName)
		if d, ok := value.As[*dotnet.TypeData](c.Value(removeTypeData)); ok {
			name = d.Name
		}
		if c.Bound(removeTypePath) {
			return removeTypeFiles(c)
		}
		if ok, err := c.ShouldProcess("TypeName: "+name, "Remove TypeData"); err != nil || !ok {
			return err
		}
		if !c.Types().Remove(name) {
			return c.Fail(value.Throw(value.RuntimeException, "TypesDynamicRemoveException", "Error in TypeData \""+name+"\": The type \""+name+
				"\" was not found. The type name value must be the full name of the type. Verify the type name and run the command again.").With(value.InvalidOperation, value.NullValue))
		}
		return nil
	}),
}
