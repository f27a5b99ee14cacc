package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	uniqueInput = iota
	uniqueAsString
	uniqueOnType
	uniqueIgnoreCase
)

var getUnique = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Unique", TypeName: "Microsoft.PowerShell.Commands.GetUniqueCommand", Cmdlet: true, DefaultSet: "AsString",
		Params: []bind.Parameter{
			uniqueInput:      inputObject(),
			uniqueAsString:   {Name: "AsString", Type: value.TypeSwitchParameter, Sets: inSets("AsString")},
			uniqueOnType:     {Name: "OnType", Type: value.TypeSwitchParameter, Sets: inSets("UniqueByType")},
			uniqueIgnoreCase: switched("CaseInsensitive"),
		}},
	Aliases: []string{"gu"}, Module: module, Synopsis: "Drops objects that equal the one before.",
	New: func() runtime.Command { return &uniquing{} },
}

// uniquing compares each object with the last one that was written.
type uniquing struct {
	runtime.NoBegin
	runtime.NoEnd
	last    value.Value
	started bool
}

// Process takes the object of a call without a pipeline.
func (u *uniquing) Process(c *runtime.Call) error { return u.ProcessObject(c, c.Value(uniqueInput)) }

// ProcessObject writes an object that differs from the one before.
func (u *uniquing) ProcessObject(c *runtime.Call, v value.Value) error {
	if u.started {
		same, err := u.same(c, v)
		if err != nil || same {
			return err
		}
	}
	u.last, u.started = v, true
	return c.Write(v)
}

func (u *uniquing) same(c *runtime.Call, v value.Value) (bool, error) {
	if c.Switch(uniqueAsString) {
		if v.IsNull() || u.last.IsNull() {
			return false, value.Throw(value.NullReferenceException, "", "Object reference not set to an instance of an object.")
		}
		a, err := c.Text(u.last)
		if err != nil {
			return false, err
		}
		b, err := c.Text(v)
		if err != nil {
			return false, err
		}
		return value.CompareStrings(a, b, c.Switch(uniqueIgnoreCase)) == 0, nil
	}
	if v.IsNull() || u.last.IsNull() {
		return false, nil // $null equals nothing, not even $null
	}
	if c.Switch(uniqueOnType) {
		return value.EqualFold(value.TypeNames(v)[0], value.TypeNames(u.last)[0]), nil
	}
	return comparison{call: c, cased: !c.Switch(uniqueIgnoreCase)}.compare(v, u.last) == 0, nil
}
