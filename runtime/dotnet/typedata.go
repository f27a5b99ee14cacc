package dotnet

import "rehearse/runtime/value"

// TypeData is System.Management.Automation.Runspaces.TypeData: the members that are added to one type, as Update-TypeData takes them and
// Get-TypeData gives them.
type TypeData struct {
	Name     string
	members  *value.Dictionary // of typeMember by name
	standard *value.PSObject   // display sets and settings, nil for none
}

// typeMember is one member in a TypeData: a NotePropertyData and its kin.
type typeMember struct {
	typ     *value.Type
	name    string
	kind    value.MemberKind
	content value.Value
}

// TypeTypeData and TypePSMemberTypes are types that cmdlets declare parameters of.
var (
	TypeTypeData      = class("System.Management.Automation.Runspaces.TypeData", value.TypeObject, 0)
	TypePSMemberTypes = enumPSMemberTypes.typ()

	typeTypeMemberData     = class("System.Management.Automation.Runspaces.TypeMemberData", value.TypeObject, value.Abstract)
	typeNotePropertyData   = class("System.Management.Automation.Runspaces.NotePropertyData", typeTypeMemberData, 0)
	typeAliasPropertyData  = class("System.Management.Automation.Runspaces.AliasPropertyData", typeTypeMemberData, 0)
	typeScriptPropertyData = class("System.Management.Automation.Runspaces.ScriptPropertyData", typeTypeMemberData, 0)
	typeScriptMethodData   = class("System.Management.Automation.Runspaces.ScriptMethodData", typeTypeMemberData, 0)
	typePropertySetData    = class("System.Management.Automation.Runspaces.PropertySetData", typeTypeMemberData, 0)
	typeMemberSetData      = class("System.Management.Automation.Runspaces.MemberSetData", typeTypeMemberData, 0)
)

// TypeOf is TypeData.
func (*TypeData) TypeOf() *value.Type { return TypeTypeData }

// TypeOf tells the kind of the member.
func (m *typeMember) TypeOf() *value.Type { return m.typ }

// StandardMembers is the member set that holds display sets and settings in the members added to a type.
const StandardMembers = "PSStandardMembers"

// TypeDataOf is the members in a bag as a TypeData.
func TypeDataOf(name string, bag *value.PSObject) value.Value {
	d := newTypeData(name)
	for i, n := range bag.Shape().Names() {
		if n == StandardMembers {
			d.standard, _ = value.As[*value.PSObject](bag.At(i))
			continue
		}
		m := &typeMember{name: n, kind: bag.Shape().KindAt(i), content: bag.At(i)}
		m.typ = memberDataTypes[m.kind]
		d.members.Set(value.OfString(n), value.Of(m))
	}
	return value.Of(d)
}

var memberDataTypes = map[value.MemberKind]*value.Type{
	value.NoteProperty: typeNotePropertyData, value.AliasProperty: typeAliasPropertyData, value.ScriptProperty: typeScriptPropertyData,
	value.ScriptMethod: typeScriptMethodData, value.PropertySet: typePropertySetData, value.MemberSet: typeMemberSetData,
}

func newTypeData(name string) *TypeData {
	t := Construct(typeDictionary, value.TypeString, typeTypeMemberData)
	return &TypeData{Name: name, members: &value.Dictionary{Type: t, Table: value.Table{FoldCase: true}}}
}

// Bag is the members as they are added to the type.
func (d *TypeData) Bag() *value.PSObject {
	bag := value.NewCustom()
	for k, v := range d.members.All {
		if m, ok := value.As[*typeMember](v); ok {
			bag.Add(value.ToString(k), m.kind, m.content)
		}
	}
	if d.standard != nil && d.standard.Len() > 0 {
		bag.Add(StandardMembers, value.MemberSet, value.Of(d.standard))
	}
	return bag
}

func typeDataValue(s value.Value) *TypeData {
	d, _ := value.As[*TypeData](s)
	return d
}

// setting is a property of a TypeData that stands among the standard members.
func setting(sig, name string) prop {
	return prop{sig: sig, get: func(s value.Value) value.Value {
		d := typeDataValue(s)
		if d.standard == nil {
			return value.NullValue
		}
		v, _ := d.standard.Get(name)
		return v
	}, set: func(_ value.Env, s, v value.Value) error {
		d := typeDataValue(s)
		if d.standard == nil {
			d.standard = value.NewCustom()
		}
		d.standard.Add(name, value.NoteProperty, v)
		return nil
	}}
}

// nameSet is a property of a TypeData that is a PropertySetData.
func nameSet(name string) prop {
	return prop{sig: "System.Management.Automation.Runspaces.PropertySetData " + name, get: func(s value.Value) value.Value {
		d := typeDataValue(s)
		if d.standard == nil {
			return value.NullValue
		}
		v, i := d.standard.Get(name)
		if i < 0 {
			return value.NullValue
		}
		return value.Of(&typeMember{typ: typePropertySetData, name: name, kind: value.PropertySet, content: v})
	}, set: func(_ value.Env, s, v value.Value) error {
		d := typeDataValue(s)
		if d.standard == nil {
			d.standard = value.NewCustom()
		}
		if m, ok := value.As[*typeMember](v); ok {
			d.standard.Add(name, value.PropertySet, m.content)
		}
		return nil
	}}
}

var typeDataTable = table{
	ctors: []ctor{{"(string typeName)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.Of(newTypeData(a[0].Str())), nil
	}}},
	props: []prop{
		{sig: "string TypeName", get: func(s value.Value) value.Value { return value.OfString(typeDataValue(s).Name) }},
		{sig: "System.Collections.Generic.Dictionary[string,System.Management.Automation.Runspaces.TypeMemberData] Members",
			get: func(s value.Value) value.Value { return value.Of(typeDataValue(s).members) }},
		setting("type TypeConverter", "TypeConverter"), setting("type TypeAdapter", "TypeAdapter"),
		{sig: "bool IsOverride", get: func(value.Value) value.Value { return value.False }},
		setting("string SerializationMethod", "SerializationMethod"), setting("type TargetTypeForDeserialization", "TargetTypeForDeserialization"),
		setting("System.Object SerializationDepth", "SerializationDepth"), setting("string DefaultDisplayProperty", "DefaultDisplayProperty"),
		setting("System.Object InheritPropertySerializationSet", "InheritPropertySerializationSet"),
		setting("string StringSerializationSource", "StringSerializationSource"),
		nameSet("DefaultDisplayPropertySet"), nameSet("DefaultKeyPropertySet"), nameSet("PropertySerializationSet"),
	},
}

func typeMemberOf(s value.Value) *typeMember {
	m, _ := value.As[*typeMember](s)
	return m
}

var (
	memberDataName = prop{sig: "string Name", get: func(s value.Value) value.Value { return value.OfString(typeMemberOf(s).name) }}
	memberHidden   = prop{sig: "bool IsHidden", get: func(value.Value) value.Value { return value.False }}

	notePropertyDataTable = table{
		ctors: []ctor{{"(string name, System.Object value)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.Of(&typeMember{typ: typeNotePropertyData, name: a[0].Str(), kind: value.NoteProperty, content: a[1]}), nil
		}}},
		props: []prop{{sig: "System.Object Value", get: func(s value.Value) value.Value { return typeMemberOf(s).content }}, memberHidden, memberDataName},
	}
	aliasPropertyDataTable = table{
		ctors: []ctor{
			{"(string name, string referencedMemberName)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return value.Of(&typeMember{typ: typeAliasPropertyData, name: a[0].Str(), kind: value.AliasProperty, content: a[1]}), nil
			}},
			{"(string name, string referencedMemberName, type type)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				def := &value.AliasPropertyDef{Name: a[1].Str(), Type: typeValue(a[2])}
				return value.Of(&typeMember{typ: typeAliasPropertyData, name: a[0].Str(), kind: value.AliasProperty, content: value.Of(def)}), nil
			}},
		},
		props: []prop{
			{sig: "string ReferencedMemberName", get: func(s value.Value) value.Value {
				name, _ := value.AliasOf(typeMemberOf(s).content)
				return value.OfString(name)
			}},
			{sig: "type MemberType", get: func(s value.Value) value.Value {
				if _, t := value.AliasOf(typeMemberOf(s).content); t != nil {
					return value.Of(t)
				}
				return value.NullValue
			}},
			memberHidden, memberDataName,
		},
	}
	scriptPropertyDataTable = table{
		ctors: []ctor{
			{"(string name, scriptblock getScriptBlock)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return scriptPropertyData(a[0], a[1], value.NullValue), nil
			}},
			{"(string name, scriptblock getScriptBlock, scriptblock setScriptBlock)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return scriptPropertyData(a[0], a[1], a[2]), nil
			}},
		},
		props: []prop{
			{sig: "scriptblock GetScriptBlock", get: func(s value.Value) value.Value { return dataScript(s, false) }},
			{sig: "scriptblock SetScriptBlock", get: func(s value.Value) value.Value { return dataScript(s, true) }},
			memberHidden, memberDataName,
		},
	}
	scriptMethodDataTable = table{
		ctors: []ctor{{"(string name, scriptblock script)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.Of(&typeMember{typ: typeScriptMethodData, name: a[0].Str(), kind: value.ScriptMethod, content: a[1]}), nil
		}}},
		props: []prop{{sig: "scriptblock Script", get: func(s value.Value) value.Value { return typeMemberOf(s).content }}, memberDataName},
	}
	propertySetDataTable = table{
		ctors: []ctor{{"(System.Collections.Generic.IEnumerable[string] referencedProperties)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.Of(&typeMember{typ: typePropertySetData, kind: value.PropertySet, content: textsOf(a[0])}), nil
		}}},
		props: []prop{{sig: "System.Collections.ObjectModel.Collection[string] ReferencedProperties", get: func(s value.Value) value.Value {
			return value.Of(&value.ArrayList{Type: Construct(typeCollection, value.TypeString), Items: items(typeMemberOf(s).content)})
		}}, memberHidden, memberDataName},
	}
)

func scriptPropertyData(name, getter, setter value.Value) value.Value {
	def := &value.ScriptPropertyDef{Getter: getter, Setter: setter}
	return value.Of(&typeMember{typ: typeScriptPropertyData, name: name.Str(), kind: value.ScriptProperty, content: value.Of(def)})
}

func dataScript(s value.Value, setter bool) value.Value {
	def, ok := value.As[*value.ScriptPropertyDef](typeMemberOf(s).content)
	switch {
	case !ok:
		return value.NullValue
	case setter:
		return def.Setter
	}
	return def.Getter
}
