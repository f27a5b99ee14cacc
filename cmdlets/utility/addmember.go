package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	memberInput = iota
	memberType
	memberName
	memberValue
	memberSecond
	memberTypeName
	memberForce
	memberPassThru
	memberNote
	memberNoteValue
	memberNotes
)

// The parameter sets of Add-Member.
const (
	memberTypeNameSet = "TypeNameSet"
	memberAnySet      = "MemberSet"
	memberSingleSet   = "NotePropertySingleMemberSet"
	memberMultiSet    = "NotePropertyMultiMemberSet"
)

var addMember = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Add-Member", TypeName: "Microsoft.PowerShell.Commands.AddMemberCommand", Cmdlet: true, DefaultSet: memberTypeNameSet,
		Params: []bind.Parameter{
			memberInput: {Name: "InputObject", Type: value.TypePSObject, Sets: pipeline(true, bind.NoPosition)},
			memberType: {Name: "MemberType", Aliases: []string{"Type"}, Type: dotnet.TypePSMemberTypes,
				Sets: []bind.Membership{{Set: memberAnySet, Mandatory: true, Position: 0}}},
			memberName:   {Name: "Name", Type: value.TypeString, Sets: []bind.Membership{{Set: memberAnySet, Mandatory: true, Position: 1}}},
			memberValue:  {Name: "Value", Type: value.TypeObject, Sets: []bind.Membership{{Set: memberAnySet, Position: 2}}},
			memberSecond: {Name: "SecondValue", Type: value.TypeObject, Sets: []bind.Membership{{Set: memberAnySet, Position: 3}}},
			memberTypeName: {Name: "TypeName", Type: value.TypeString, NotNullOrEmpty: true, Sets: append(inSets(memberAnySet, memberSingleSet, memberMultiSet),
				bind.Membership{Set: memberTypeNameSet, Mandatory: true, Position: bind.NoPosition})},
			memberForce:    {Name: "Force", Type: value.TypeSwitchParameter, Sets: inSets(memberAnySet, memberSingleSet, memberMultiSet)},
			memberPassThru: switched("PassThru"),
			memberNote: {Name: "NotePropertyName", Type: value.TypeString, Validate: []bind.Validator{noteName{}},
				Sets: []bind.Membership{{Set: memberSingleSet, Mandatory: true, Position: 0}}},
			memberNoteValue: {Name: "NotePropertyValue", Type: value.TypeObject, AllowNull: true, AllowEmptyString: true,
				Sets: []bind.Membership{{Set: memberSingleSet, Mandatory: true, Position: 1}}},
			memberNotes: {Name: "NotePropertyMembers", Type: value.IfaceDictionary,
				Sets: []bind.Membership{{Set: memberMultiSet, Mandatory: true, Position: 0}}},
		}},
	Module: module, Synopsis: "Adds members or a type name to an object.",
	New: runtime.Run(func(c *runtime.Call) error {
		v := c.Value(memberInput)
		bag, out := bagOf(v)
		if err := addMembers(c, v, bag); err != nil {
			return err
		}
		if c.Bound(memberTypeName) {
			names, ok := value.As[*value.ArrayList](dotnet.TypeNameList(out))
			if ok {
				names.Items = append([]value.Value{c.Value(memberTypeName)}, names.Items...)
			}
		}
		if c.Switch(memberPassThru) {
			return c.Write(out)
		}
		return nil
	}),
}

// noteName keeps the names of member types from being taken for the names of properties: `Add-Member NoteProperty A 1` gives a type.
type noteName struct{}

// Check refuses the name of a member type that can be added.
func (n noteName) Check(_ value.Env, v value.Value) error {
	if n.Takes(v) {
		return nil
	}
	return value.Throw(value.ValidationMetadataException, "InvalidValueForNotePropertyName",
		"The value "+value.ToString(v)+" is not valid for the NotePropertyName parameter.").With(value.MetadataError, value.NullValue)
}

// Takes tells whether a value without a parameter name may be bound here.
func (noteName) Takes(v value.Value) bool {
	e := dotnet.TypePSMemberTypes.Enum
	for i, n := range e.Names {
		if value.EqualFold(n, value.ToString(v)) {
			return memberKindOf(e.Numbers[i]) < 0
		}
	}
	return true
}

// memberKindOf is the kind of member with that PSMemberTypes number, -1 for one that cannot be added.
func memberKindOf(number int64) int {
	for k := value.NoteProperty; k <= value.MemberSet; k++ {
		if dotnet.MemberTypeNumber(k) == number {
			return int(k)
		}
	}
	return -1
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

func addMembers(c *runtime.Call, v value.Value, bag *value.PSObject) error {
	switch c.Set {
	case memberSingleSet:
		return addOne(c, v, bag, c.String(memberNote), value.NoteProperty, c.Value(memberNoteValue))
	case memberMultiSet:
		d, _ := value.As[*value.Dictionary](c.Value(memberNotes).Base())
		for k, x := range d.All {
			if err := addOne(c, v, bag, value.ToString(k), value.NoteProperty, x); err != nil {
				return err
			}
		}
	case memberAnySet:
		kind := memberKindOf(c.Value(memberType).Int())
		if kind < 0 {
			return c.Fail(memberFault("CannotAddMemberType", "Cannot add a member with type \""+c.String(memberType)+"\". Specify a different type for the MemberTypes parameter."))
		}
		content, fault, err := memberContent(c, value.MemberKind(kind))
		if err != nil {
			return err
		}
		if fault != nil {
			return c.Fail(fault)
		}
		return addOne(c, v, bag, c.String(memberName), value.MemberKind(kind), content)
	}
	return nil
}

func memberFault(id, text string) *value.Exception {
	return value.Throw(value.InvalidOperationException, id, text).With(value.InvalidOperation, value.NullValue)
}

// addOne puts a member into the bag; -Force takes one of that name out first.
func addOne(c *runtime.Call, v value.Value, bag *value.PSObject, name string, kind value.MemberKind, content value.Value) error {
	if hasMember(c, v, name) {
		if !c.Switch(memberForce) {
			return c.FailOn(memberFault("MemberAlreadyExists", "Cannot add a member with the name \""+name+
				"\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command."), v)
		}
		bag.Remove(name)
	}
	bag.Add(name, kind, content)
	return nil
}

// hasMember tells whether an object has a member of that name: a property, or a method of its own or its type.
func hasMember(c *runtime.Call, v value.Value, name string) bool {
	for _, bag := range bagsOf(c.Env(), v) {
		if bag.Shape().Find(name) >= 0 {
			return true
		}
	}
	found := false
	value.EachProperty(c.Env(), v, func(p value.PropertyRef) bool {
		found = value.EqualFold(p.Name, name)
		return !found
	})
	return found || dotnet.MethodGroup(v, name) != nil
}

// memberContent is what -Value and -SecondValue make of a member. fault is an error that does not end the command.
func memberContent(c *runtime.Call, kind value.MemberKind) (content value.Value, fault *value.Exception, err error) {
	v, second := c.Value(memberValue), c.Value(memberSecond)
	if !c.Bound(memberValue) && !(kind == value.ScriptProperty && c.Bound(memberSecond)) && kind != value.MemberSet {
		answer, err := c.AskParameter("Value")
		if err != nil {
			return v, nil, err
		}
		v = answer
	}
	takesSecond := kind == value.AliasProperty || kind == value.ScriptProperty || kind == value.CodeProperty
	if c.Bound(memberSecond) && !takesSecond {
		return v, memberFault("Value2ShouldNotBeSpecified", "The SecondValue parameter is not necessary for a member of type \""+c.String(memberType)+
			"\", and should not be specified. Do not specify the SecondValue parameter when you add members of this type."), nil
	}
	content, err = makeMember(c, kind, v, second)
	return content, nil, err
}

// makeMember is the definition of a member of a kind; the error is that of a value which cannot be one.
func makeMember(c *runtime.Call, kind value.MemberKind, v, second value.Value) (value.Value, error) {
	switch kind {
	case value.AliasProperty:
		s, err := c.Text(v)
		if err != nil || second.IsNull() {
			return value.OfString(s), err
		}
		t, err := c.Cast(second, value.TypeRuntimeType.Base)
		if err != nil {
			return v, err
		}
		typ, _ := value.As[*value.Type](t.Base())
		return value.Of(&value.AliasPropertyDef{Name: s, Type: typ}), nil
	case value.ScriptProperty:
		getter, err := blockValue(v)
		if err != nil {
			return v, err
		}
		setter, err := blockValue(second)
		return value.Of(&value.ScriptPropertyDef{Getter: getter, Setter: setter}), err
	case value.ScriptMethod:
		return blockValue(v)
	case value.PropertySet:
		return c.Cast(v, value.TypeStringArray)
	case value.MemberSet:
		return dotnet.MemberBag(runtime.ListOf(v)), nil
	case value.CodeProperty, value.CodeMethod:
		return v, noConversion(v, "System.Reflection.MethodInfo")
	}
	return v, nil
}

// blockValue is a script block or $null.
func blockValue(v value.Value) (value.Value, error) {
	if v.IsNull() {
		return value.NullValue, nil
	}
	if runtime.BlockOf(v) == nil {
		return v, noConversion(v, value.TypeScriptBlock.FullName)
	}
	return v.Base(), nil
}

func noConversion(v value.Value, full string) error {
	return value.Throw(value.PSInvalidCastException, "ConvertToFinalInvalidCastException", "Cannot convert the \""+value.ToString(v)+"\" value of type \""+
		value.TypeOf(v).FullName+"\" to type \""+full+"\".").With(value.InvalidArgument, value.NullValue)
}
