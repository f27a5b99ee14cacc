package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	typeMemberType = iota
	typeMemberName
	typeValue
	typeSecond
	typeConverter
	typeAdapter
	typeSerialization
	typeTarget
	typeDepth
	typeDisplayProperty
	typeInherit
	typeStringSource
	typeDisplaySet
	typeKeySet
	typeSerializedSet
	typeName
	typeForce
	typeData
	typeAppend
	typePrepend
)

const (
	dynamicTypeSet = "DynamicTypeSet"
	typeDataSet    = "TypeDataSet"
	typeFileSet    = "FileSet"
)

var updateTypeData = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Update-TypeData", TypeName: "Microsoft.PowerShell.Commands.UpdateTypeDataCommand", Cmdlet: true, DefaultSet: typeFileSet,
		SupportsShouldProcess: true, ConfirmImpact: 2,
		Params: []bind.Parameter{
			typeMemberType:      {Name: "MemberType", Type: dotnet.TypePSMemberTypes, Sets: inSets(dynamicTypeSet)},
			typeMemberName:      {Name: "MemberName", Type: value.TypeString, NotNullOrEmpty: true, Sets: inSets(dynamicTypeSet)},
			typeValue:           {Name: "Value", Type: value.TypeObject, AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true, Sets: inSets(dynamicTypeSet)},
			typeSecond:          {Name: "SecondValue", Type: value.TypeObject, NotNull: true, Sets: inSets(dynamicTypeSet)},
			typeConverter:       {Name: "TypeConverter", Type: value.TypeRuntimeType.Base, NotNull: true, Sets: inSets(dynamicTypeSet)},
			typeAdapter:         {Name: "TypeAdapter", Type: value.TypeRuntimeType.Base, NotNull: true, Sets: inSets(dynamicTypeSet)},
			typeSerialization:   {Name: "SerializationMethod", Type: value.TypeString, NotNullOrEmpty: true, Sets: inSets(dynamicTypeSet)},
			typeTarget:          {Name: "TargetTypeForDeserialization", Type: value.TypeRuntimeType.Base, NotNull: true, Sets: inSets(dynamicTypeSet)},
			typeDepth:           {Name: "SerializationDepth", Type: value.TypeInt32, Sets: inSets(dynamicTypeSet), Validate: between(0, maxInt32)},
			typeDisplayProperty: {Name: "DefaultDisplayProperty", Type: value.TypeString, NotNullOrEmpty: true, Sets: inSets(dynamicTypeSet)},
			typeInherit:         {Name: "InheritPropertySerializationSet", Type: value.TypeBool, Sets: inSets(dynamicTypeSet)},
			typeStringSource:    {Name: "StringSerializationSource", Type: value.TypeString, NotNullOrEmpty: true, Sets: inSets(dynamicTypeSet)},
			typeDisplaySet:      {Name: "DefaultDisplayPropertySet", Type: value.TypeStringArray, NotNull: true, Sets: inSets(dynamicTypeSet)},
			typeKeySet:          {Name: "DefaultKeyPropertySet", Type: value.TypeStringArray, NotNull: true, Sets: inSets(dynamicTypeSet)},
			typeSerializedSet:   {Name: "PropertySerializationSet", Type: value.TypeStringArray, NotNull: true, Sets: inSets(dynamicTypeSet)},
			typeName: {Name: "TypeName", Type: value.TypeString, NotNullOrEmpty: true,
				Sets: []bind.Membership{{Set: dynamicTypeSet, Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
			typeForce: {Name: "Force", Type: value.TypeSwitchParameter, Sets: inSets(dynamicTypeSet, typeDataSet)},
			typeData: {Name: "TypeData", Type: value.ArrayOf(dotnet.TypeTypeData),
				Sets: []bind.Membership{{Set: typeDataSet, Mandatory: true, Position: 0, FromPipeline: true}}},
			typeAppend: {Name: "AppendPath", Aliases: []string{"PSPath", "Path"}, Type: value.TypeStringArray, NotNull: true,
				Sets: []bind.Membership{{Set: typeFileSet, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			typePrepend: {Name: "PrependPath", Type: value.TypeStringArray, NotNull: true, Sets: inSets(typeFileSet)},
		}},
	Module: module, Synopsis: "Adds members and display sets to types.",
	New: runtime.Run(func(c *runtime.Call) error {
		switch c.Set {
		case dynamicTypeSet:
			return updateDynamicType(c)
		case typeDataSet:
			for _, v := range c.List(typeData) {
				if d, ok := value.As[*dotnet.TypeData](v); ok {
					if err := addTypeData(c, d.Name, d.Bag()); err != nil {
						return err
					}
				}
			}
			return nil
		}
		return updateFromFiles(c)
	}),
}

// updateDynamicType is -TypeName with a member, display sets or settings.
func updateDynamicType(c *runtime.Call) error {
	name := c.String(typeName)
	bag := value.NewCustom()
	if err := dynamicMember(c, bag); err != nil {
		return err
	}
	standard := value.NewCustom()
	for _, s := range [...]struct {
		param int
		name  string
	}{
		{typeDisplayProperty, "DefaultDisplayProperty"}, {typeStringSource, "StringSerializationSource"}, {typeSerialization, "SerializationMethod"},
		{typeDepth, "SerializationDepth"}, {typeInherit, "InheritPropertySerializationSet"}, {typeTarget, "TargetTypeForDeserialization"},
		{typeDisplaySet, "DefaultDisplayPropertySet"}, {typeKeySet, "DefaultKeyPropertySet"}, {typeSerializedSet, "PropertySerializationSet"},
	} {
		if !c.Bound(s.param) {
			continue
		}
		kind := value.NoteProperty
		if s.param >= typeDisplaySet {
			kind = value.PropertySet
		}
		standard.Add(s.name, kind, c.Value(s.param))
	}
	if standard.Len() > 0 {
		bag.Add(standardMembers, value.MemberSet, value.Of(standard))
	}
	if c.Bound(typeConverter) || c.Bound(typeAdapter) {
		return value.Throw(value.NotSupportedException, "NotSimulated", "rehearse does not run type converters and adapters.").With(value.NotImplemented, value.NullValue)
	}
	if bag.Len() == 0 {
		return c.Fail(typeFault("TypeDataEmpty", "No member is specified for the update on type \""+name+"\"."))
	}
	if ok, err := c.ShouldProcess("TypeName: "+name, "Update TypeData"); err != nil || !ok {
		return err
	}
	return addTypeData(c, name, bag)
}

func typeFault(id, text string) *value.Exception {
	return value.Throw(value.InvalidOperationException, id, text).With(value.InvalidOperation, value.NullValue)
}

// dynamicMember puts the member that -MemberType, -MemberName, -Value and -SecondValue describe into bag.
func dynamicMember(c *runtime.Call, bag *value.PSObject) error {
	if !c.Bound(typeMemberType) {
		if c.Bound(typeMemberName) || c.Bound(typeValue) || c.Bound(typeSecond) {
			return typeFault("MemberTypeIsMissing", "The MemberName, Value, and SecondValue parameters cannot be specified without the MemberType parameter.")
		}
		return nil
	}
	kind := memberKindOf(c.Value(typeMemberType).Int())
	text := c.String(typeMemberType)
	switch {
	case !c.Bound(typeMemberName):
		return typeFault("MemberNameIsMissing", "The MemberType parameter requires a member name. Specify the MemberName parameter.")
	case kind != int(value.NoteProperty) && kind != int(value.AliasProperty) && kind != int(value.ScriptProperty) && kind != int(value.ScriptMethod):
		return typeFault("CannotUpdateMemberType", "Cannot update a member with type \""+text+"\". Specify a different type for the MemberType parameter.")
	case !c.Bound(typeValue) && !(kind == int(value.ScriptProperty) && c.Bound(typeSecond)):
		return typeFault("ValueShouldBeSpecified", "The Value parameter is necessary for a member of type \""+text+"\". Specify the Value parameter when adding members of that type.")
	case c.Bound(typeSecond) && kind != int(value.ScriptProperty) && kind != int(value.AliasProperty):
		return typeFault("SecondValueShouldNotBeSpecified", "The SecondValue parameter is not necessary for a member of type \""+text+
			"\", and should not be specified. Do not specify the SecondValue parameter when you add members of this type.")
	}
	content, err := makeMember(c, value.MemberKind(kind), c.Value(typeValue), c.Value(typeSecond))
	if err != nil {
		return err
	}
	bag.Add(c.String(typeMemberName), value.MemberKind(kind), content)
	return nil
}

// addTypeData joins members to those of a type. One that is there already is an error unless -Force replaces it.
func addTypeData(c *runtime.Call, name string, members *value.PSObject) error {
	target := c.Types().Extend(name)
	for i, n := range members.Shape().Names() {
		if n == standardMembers {
			continue
		}
		if err := addTypeMember(c, name, target, n, members.Shape().KindAt(i), members.At(i)); err != nil {
			return err
		}
	}
	added, i := members.Get(standardMembers)
	if i < 0 {
		return nil
	}
	from, _ := value.As[*value.PSObject](added)
	present, j := target.Get(standardMembers)
	if j < 0 {
		present = value.Of(value.NewCustom())
		target.Add(standardMembers, value.MemberSet, present)
	}
	into, _ := value.As[*value.PSObject](present)
	for i, n := range from.Shape().Names() {
		if err := addTypeMember(c, name, into, n, from.Shape().KindAt(i), from.At(i)); err != nil {
			return err
		}
	}
	return nil
}

func addTypeMember(c *runtime.Call, typeName string, bag *value.PSObject, name string, kind value.MemberKind, content value.Value) error {
	if bag.Shape().Find(name) >= 0 && !c.Switch(typeForce) {
		return c.Fail(value.Throw(value.RuntimeException, "TypesDynamicUpdateException",
			"Error in TypeData \""+typeName+"\": The member "+name+" is already present.").With(value.InvalidOperation, value.NullValue))
	}
	bag.Add(name, kind, content)
	return nil
}
