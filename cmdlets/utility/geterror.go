package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	getErrorInput = iota
	getErrorNewest
)

var getError = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "Get-Error", TypeName: "Microsoft.PowerShell.Commands.GetErrorCommand", Cmdlet: true, DefaultSet: "Newest",
		Params: []bind.Parameter{
			getErrorInput: {Name: "InputObject", Sets: []bind.Membership{{Set: "Error", Position: 0, FromPipeline: true}}},
			getErrorNewest: {Name: "Newest", Aliases: []string{"Last"}, Type: value.TypeInt32, Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt(1), Max: value.OfInt32(1<<31 - 1)}},
				Sets: []bind.Membership{{Set: "Newest", Position: bind.NoPosition}}},
		},
	},
	Aliases: []string{"gerr"}, Module: module, Synopsis: "Shows error records with all they hold.",
	New: runtime.Run(runGetError),
}

// runGetError writes the record that came in, or the newest ones of $Error; several show their place in it (oracle/errors, section 2).
func runGetError(c *runtime.Call) error {
	if c.Bound(getErrorInput) {
		return c.Write(extendedError(c.Value(getErrorInput), -1))
	}
	n := 1
	if c.Bound(getErrorNewest) {
		n = c.Int(getErrorNewest)
	}
	all := c.Engine().Errors()
	for i := 0; i < min(n, len(all)); i++ {
		index := -1
		if n > 1 {
			index = i
		}
		if err := c.Write(extendedError(all[i], index)); err != nil {
			return err
		}
	}
	return nil
}

// extendedError is a record under the type name that makes the formatter show everything; other objects stay as they are.
func extendedError(v value.Value, index int) value.Value {
	r, ok := value.As[*value.ErrorRecord](v.Base())
	if !ok {
		return v
	}
	o := value.Wrap(value.Of(r))
	o.SetTypeNames([]string{"System.Management.Automation.ErrorRecord#PSExtendedError", "System.Object"})
	if index >= 0 {
		o.Set("ErrorIndex", value.OfInt(index))
	}
	return value.Of(o)
}
