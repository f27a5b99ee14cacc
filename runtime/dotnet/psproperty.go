package dotnet

import "rehearse/runtime/value"

// PSProperty is one property of an object as an object: an element of $x.PSObject.Properties, or [psnoteproperty]::new('A', 1) on its own.
type PSProperty struct{ Ref value.PropertyRef }

var (
	typePSNoteProperty   = class("System.Management.Automation.PSNoteProperty", typePSPropertyInfo, 0)
	typePSAliasProperty  = class("System.Management.Automation.PSAliasProperty", typePSPropertyInfo, 0)
	typePSScriptProperty = class("System.Management.Automation.PSScriptProperty", typePSPropertyInfo, 0)
	typePSCodeProperty   = class("System.Management.Automation.PSCodeProperty", typePSPropertyInfo, 0)
	typePSProperty       = class("System.Management.Automation.PSProperty", typePSPropertyInfo, 0)
)

// memberTypes are the numbers of PSMemberTypes by MemberKind.
var memberTypes = [...]int64{
	value.NoteProperty: 8, value.AliasProperty: 1, value.ScriptProperty: 16, value.CodeProperty: 2, value.ScriptMethod: 256, value.CodeMethod: 128,
	value.PropertySet: 32, value.MemberSet: 1024,
}

const memberTypeProperty = 4

// MemberTypeNumber is the PSMemberTypes number of a kind of member.
func MemberTypeNumber(k value.MemberKind) int64 { return memberTypes[k] }

// TypeOf tells what kind of property it is.
func (p *PSProperty) TypeOf() *value.Type {
	kind, extended := p.Ref.MemberKind()
	switch {
	case !extended:
		return typePSProperty
	case kind == value.AliasProperty:
		return typePSAliasProperty
	case kind == value.ScriptProperty:
		return typePSScriptProperty
	case kind == value.CodeProperty:
		return typePSCodeProperty
	}
	return typePSNoteProperty
}

// ToText is the definition, as Get-Member shows it.
func (p *PSProperty) ToText() string { return PropertyDefinition(&p.Ref) }

// memberTypeOf is the PSMemberTypes number of a member object.
func memberTypeOf(v value.Value) int64 {
	switch m := v.Object().(type) {
	case *PSProperty:
		if kind, extended := m.Ref.MemberKind(); extended {
			return memberTypes[kind]
		}
		return memberTypeProperty
	case *PSScriptMethod:
		return memberTypes[value.ScriptMethod]
	case *PSMemberSet:
		return memberTypes[m.Kind]
	}
	return memberTypeMethod
}

func psPropertyOf(s value.Value) *PSProperty {
	p, _ := value.As[*PSProperty](s)
	return p
}

// The properties that all kinds have, in the order in which each kind lists them.
var (
	memberTypeRow = prop{sig: "System.Management.Automation.PSMemberTypes MemberType", get: func(s value.Value) value.Value { return enumPSMemberTypes.of(memberTypeOf(s)) }}
	settableRow   = prop{sig: "bool IsSettable", get: func(s value.Value) value.Value { return value.OfBool(psPropertyOf(s).Ref.Settable()) }}
	gettableRow   = prop{sig: "bool IsGettable", get: func(value.Value) value.Value { return value.True }}
	valueRow      = prop{sig: "System.Object Value", ask: func(env value.Env, s value.Value) (value.Value, error) { return psPropertyOf(s).Ref.Get(env) },
		set: func(env value.Env, s, v value.Value) error { return psPropertyOf(s).Ref.Set(env, v) }}
	valueTypeRow = prop{sig: "string TypeNameOfValue", ask: func(env value.Env, s value.Value) (value.Value, error) {
		return value.OfString(typeNameOfValue(env, &psPropertyOf(s).Ref)), nil
	}}
	memberNameRow = prop{sig: "string Name", get: func(s value.Value) value.Value { return value.OfString(MemberName(s)) }}
	instanceRow   = prop{sig: "bool IsInstance", get: func(s value.Value) value.Value {
		p := psPropertyOf(s)
		return value.OfBool(p == nil || !p.Ref.OfType())
	}}
	copyMember = method{sig: "System.Management.Automation.PSMemberInfo Copy()", do: func(s value.Value, _ []value.Value) value.Value {
		p := psPropertyOf(s)
		content, added := p.Ref.Added()
		if !added {
			return s
		}
		return value.Of(&PSProperty{Ref: value.NewPropertyRef(p.Ref.Name, p.Ref.Kind, content)})
	}}
	memberText = method{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(value.ToString(s)) }}
)

// typeNameOfValue is the type of the value now for a note property, the declared one for a .NET property.
func typeNameOfValue(env value.Env, r *value.PropertyRef) string {
	kind, extended := r.MemberKind()
	switch {
	case r.Net != nil:
		if r.Net.Type == nil {
			return value.TypeObject.FullName
		}
		return r.Net.Type.FullName
	case extended && kind == value.AliasProperty:
		if content, _ := r.Added(); !content.IsNull() {
			if name, t := value.AliasOf(content); t != nil {
				return t.FullName
			} else if v, ok, err := value.GetProperty(env, r.Owner(), name); ok && err == nil && !v.IsNull() {
				return value.TypeOf(v).FullName
			}
		}
		return value.TypeObject.FullName
	case extended && kind != value.NoteProperty:
		return value.TypeObject.FullName
	}
	v, err := r.Get(env)
	if err != nil || v.IsNull() {
		return value.TypeObject.FullName
	}
	if o, ok := value.As[*value.PSObject](v); ok && o.IsCustom() {
		return value.TypeNames(v)[0]
	}
	return value.TypeOf(v).FullName
}

// scriptOf is the getter or setter block of a script property, $null for none.
func scriptOf(s value.Value, setter bool) value.Value {
	content, _ := psPropertyOf(s).Ref.Added()
	def, ok := value.As[*value.ScriptPropertyDef](content)
	switch {
	case !ok:
		return value.NullValue
	case setter:
		return def.Setter
	}
	return def.Getter
}

var (
	notePropertyTable = table{
		ctors: []ctor{{"(string name, System.Object value)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return newMember(a[0], value.NoteProperty, a[1])
		}}},
		props:   []prop{memberTypeRow, settableRow, gettableRow, valueRow, valueTypeRow, memberNameRow, instanceRow},
		methods: []method{copyMember, memberText},
	}
	netPropertyTable = table{
		props:   []prop{settableRow, gettableRow, valueRow, valueTypeRow, memberTypeRow, memberNameRow, instanceRow},
		methods: []method{copyMember, memberText},
	}
	aliasPropertyTable = table{
		ctors: []ctor{
			{"(string name, string referencedMemberName)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return newMember(a[0], value.AliasProperty, a[1])
			}},
			{"(string name, string referencedMemberName, type conversionType)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return newMember(a[0], value.AliasProperty, value.Of(&value.AliasPropertyDef{Name: a[1].Str(), Type: typeValue(a[2])}))
			}},
		},
		props: []prop{
			{sig: "string ReferencedMemberName", get: func(s value.Value) value.Value {
				content, _ := psPropertyOf(s).Ref.Added()
				name, _ := value.AliasOf(content)
				return value.OfString(name)
			}},
			{sig: "type ConversionType", get: func(s value.Value) value.Value {
				content, _ := psPropertyOf(s).Ref.Added()
				if _, t := value.AliasOf(content); t != nil {
					return value.Of(t)
				}
				return value.NullValue
			}},
			memberTypeRow, valueTypeRow, settableRow, gettableRow, valueRow, memberNameRow, instanceRow,
		},
		methods: []method{copyMember, memberText},
	}
	scriptPropertyTable = table{
		ctors: []ctor{
			{"(string name, scriptblock getterScript)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return newMember(a[0], value.ScriptProperty, value.Of(&value.ScriptPropertyDef{Getter: a[1]}))
			}},
			{"(string name, scriptblock getterScript, scriptblock setterScript)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
				return newMember(a[0], value.ScriptProperty, value.Of(&value.ScriptPropertyDef{Getter: a[1], Setter: a[2]}))
			}},
		},
		props: []prop{
			{sig: "scriptblock SetterScript", get: func(s value.Value) value.Value { return scriptOf(s, true) }},
			{sig: "scriptblock GetterScript", get: func(s value.Value) value.Value { return scriptOf(s, false) }},
			memberTypeRow, settableRow, gettableRow, valueRow, valueTypeRow, memberNameRow, instanceRow,
		},
		methods: []method{copyMember, memberText},
	}
)

func newMember(name value.Value, kind value.MemberKind, content value.Value) (value.Value, error) {
	if name.Str() == "" {
		return value.NullValue, raise(value.PSArgumentException, "Cannot process argument because the value of argument \"name\" is not valid. Change the value of the \"name\" argument and run the operation again.")
	}
	return value.Of(&PSProperty{Ref: value.NewPropertyRef(name.Str(), kind, content)}), nil
}
