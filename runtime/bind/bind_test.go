package bind

import (
	"testing"

	"rehearse/runtime/value"
)

func TestSmoke(t *testing.T) {
	sig := &Signature{Command: "F", Advanced: true, PositionalByDeclaration: true, Params: []Parameter{
		{Name: "Name", Sets: []Membership{{Mandatory: true, Position: NoPosition}}},
		{Name: "Count", Type: value.TypeInt32},
		{Name: "Force", Type: value.TypeSwitchParameter},
	}}
	b, err := Bind(sig, []Argument{{HasValue: true, Value: value.OfString("x")}, {Name: "Cou", NameText: "-Cou"}, {HasValue: true, Value: value.OfInt(3)}, {Name: "Force", NameText: "-Force"}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if b.Values[0].Str() != "x" || b.Values[1].Int() != 3 || !b.Values[2].Bool() || b.Set != AllParameterSets {
		t.Fatal(b.Values, b.Set)
	}
	_, err = Bind(sig, nil, Options{})
	if err.Error() != "Cannot process command because of one or more missing mandatory parameters: Name." {
		t.Fatal(err)
	}
}
