package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const expressionCommand = 0

var invokeExpression = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Invoke-Expression", TypeName: "Microsoft.PowerShell.Commands.InvokeExpressionCommand", Cmdlet: true,
		Params: []bind.Parameter{expressionCommand: {Name: "Command", Type: value.TypeString, Sets: pipeline(true, 0)}}},
	Aliases: []string{"iex"}, Module: module, Synopsis: "Runs a text as a script.",
	New: runtime.Run(func(c *runtime.Call) error { return c.Run(c.String(expressionCommand)) }),
}

const (
	memberInput = iota
	memberName
	memberValue
	memberType
	memberTypedName
	memberTypedValue
	memberForce
	memberPassThru
)

var addMember = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Add-Member", TypeName: "Microsoft.PowerShell.Commands.AddMemberCommand", Cmdlet: true, DefaultSet: "MemberSet",
		Params: []bind.Parameter{
			memberInput:      {Name: "InputObject", Sets: []bind.Membership{{Mandatory: true, Position: bind.NoPosition, FromPipeline: true}}},
			memberName:       {Name: "NotePropertyName", Type: value.TypeString, Sets: []bind.Membership{{Set: "NotePropertySingleMemberSet", Mandatory: true, Position: 0}}},
			memberValue:      {Name: "NotePropertyValue", AllowNull: true, AllowEmptyString: true, Sets: []bind.Membership{{Set: "NotePropertySingleMemberSet", Mandatory: true, Position: 1}}},
			memberType:       {Name: "MemberType", Aliases: []string{"Type"}, Type: value.TypeString, Sets: []bind.Membership{{Set: "MemberSet", Mandatory: true, Position: 0}}},
			memberTypedName:  {Name: "Name", Type: value.TypeString, Sets: []bind.Membership{{Set: "MemberSet", Mandatory: true, Position: 1}}},
			memberTypedValue: {Name: "Value", Sets: []bind.Membership{{Set: "MemberSet", Position: 2}}},
			memberForce:      switched("Force"),
			memberPassThru:   switched("PassThru"),
		}},
	Module: module, Synopsis: "Adds a member to an object.",
	New: runtime.Run(func(c *runtime.Call) error {
		v := c.Value(memberInput)
		kind, name, x := value.NoteProperty, c.String(memberName), c.Value(memberValue)
		if c.Bound(memberType) {
			name, x = c.String(memberTypedName), c.Value(memberTypedValue)
			switch t := c.String(memberType); {
			case value.EqualFold(t, "NoteProperty"):
			case value.EqualFold(t, "AliasProperty"):
				kind, x = value.AliasProperty, value.OfString(value.ToString(x))
			case value.EqualFold(t, "ScriptProperty"):
				kind, x = value.ScriptProperty, value.Of(&value.ScriptPropertyDef{Getter: x})
			case value.EqualFold(t, "ScriptMethod"):
				kind = value.ScriptMethod
			default:
				return value.Throw(value.NotSupportedException, "NotSimulated", "rehearse does not add members of the type "+t+".").With(value.NotImplemented, value.NullValue)
			}
		}
		bag, out := bagOf(v)
		if _, i := bag.Get(name); i >= 0 && !c.Switch(memberForce) {
			return c.Fail(value.Throw(value.InvalidOperationException, "MemberAlreadyExists",
				"Cannot add a member with the name \""+name+"\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.").With(value.InvalidOperation, v))
		}
		bag.Add(name, kind, x)
		if c.Switch(memberPassThru) {
			return c.Write(out)
		}
		return nil
	}),
}

// bagOf is the bag that takes added members of a value, and the value that carries it: scalars are wrapped.
func bagOf(v value.Value) (*value.PSObject, value.Value) {
	if o, ok := value.As[*value.PSObject](v); ok {
		return o, v
	}
	if e, ok := value.As[value.Extensible](v); ok {
		return e.Extend(v), v
	}
	o := value.Wrap(v)
	return o, value.Of(o)
}
