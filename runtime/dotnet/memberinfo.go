package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// MemberInfo is a member as Get-Member lists it.
type MemberInfo struct {
	Name       string
	Kind       int64 // a number of PSMemberTypes
	Definition string
}

var enumPSMemberViewTypes = enumeration{full: "System.Management.Automation.PSMemberViewTypes", flags: true, names: "Extended=1 Adapted=2 Base=4 All=7"}

const (
	memberTypeParameterized = 512
	memberTypeCodeProperty  = 2
	memberTypeMemberSet     = 1024
)

// The views of members: those that PowerShell added, those of an adapter, those of .NET.
const (
	viewExtended = 1
	viewAdapted  = 2
	viewBase     = 4
)

// TypePSMemberViewTypes is the enumeration of views.
func TypePSMemberViewTypes() *value.Type { return enumPSMemberViewTypes.typ() }

// AllMemberTypes is PSMemberTypes.All, MemberViews a combination of views, MemberType one kind.
func AllMemberTypes() value.Value { return enumPSMemberTypes.of(everyMemberType) }

// MemberViews is a combination of views.
func MemberViews(n int64) value.Value { return enumPSMemberViewTypes.of(n) }

// MemberType is a kind of member as a value.
func MemberType(kind int64) value.Value { return enumPSMemberTypes.of(kind) }

// MemberKindName is the name of a kind.
func MemberKindName(kind int64) string { return enumPSMemberTypes.typ().Enum.Text(kind) }

// Members are the members of an object in these views. force adds what is hidden.
func Members(env value.Env, v value.Value, views int, force bool) []MemberInfo {
	var out []MemberInfo
	_, adapted := value.As[value.Adapter](v.Base())
	value.EachProperty(env, v, func(p value.PropertyRef) bool {
		kind, extended := p.MemberKind()
		if extended && views&viewExtended == 0 || !extended && views&(viewAdapted|viewBase) == 0 || adapted && !extended && views&viewAdapted == 0 {
			return true
		}
		number := int64(memberTypeProperty)
		if extended {
			number = memberTypes[kind]
		}
		out = append(out, MemberInfo{p.Name, number, PropertyDefinition(&p)})
		return true
	})
	t := value.TypeOf(v)
	if t.Enum != nil {
		under := t.Enum.Underlying
		if under == nil {
			under = value.TypeInt32
		}
		out = append(out, MemberInfo{"value__", memberTypeProperty, ShortName(under) + " value__ {get;set;}"})
	}
	if adapted && views&viewBase != 0 {
		out = append(out, netProperties(t)...)
	}
	var data *value.TypeData
	if env != nil {
		data = env.TypeData()
	}
	for _, m := range MethodsOf(data, v) {
		p, net := value.As[*PSMethod](m)
		switch {
		case !net && views&viewExtended == 0, net && views&(viewAdapted|viewBase) == 0:
		case net && isAccessor(p.Method.Name):
			if d, ok := parameterized(t, p.Method); ok {
				out = append(out, d)
			}
			if force {
				out = append(out, MemberInfo{p.Method.Name, memberTypeMethod, m.Base().Object().(*PSMethod).ToText()})
			}
		default:
			out = append(out, MemberInfo{MemberName(m), memberTypeOf(m), value.ToString(m)})
		}
	}
	if force {
		out = append(out, hiddenMembers(t, out)...)
	}
	return out
}

// netProperties are those of the .NET type, for objects that show others in their place.
func netProperties(t *value.Type) []MemberInfo {
	var out []MemberInfo
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		rows := x.Members.Load().Properties
		for i := range rows {
			if p := &rows[i]; !p.Static && !p.Hidden {
				ref := value.PropertyRef{Name: p.Name, Net: p}
				out = append(out, MemberInfo{p.Name, memberTypeProperty, PropertyDefinition(&ref)})
			}
		}
	}
	return out
}

// isAccessor tells whether a method stands behind a property, an indexer (Chars has a name of its own) or an operator.
func isAccessor(name string) bool {
	return name == "Chars" || strings.HasPrefix(name, "get_") || strings.HasPrefix(name, "set_") || strings.HasPrefix(name, "op_")
}

// parameterized is the indexer behind a getter with parameters: "char Chars(int index) {get;}".
func parameterized(t *value.Type, m *value.Method) (MemberInfo, bool) {
	name, ok := strings.CutPrefix(m.Name, "get_")
	if !ok && name != "Chars" {
		return MemberInfo{}, false
	}
	access := " {get;}"
	if t.FindMethod("set_"+name, false) != nil {
		access = " {get;set;}"
	}
	var parts []string
	for i := range m.Overloads {
		parts = append(parts, strings.Replace(Definition(m, &m.Overloads[i]), " get_", " ", 1)+access)
	}
	return MemberInfo{name, memberTypeParameterized, strings.Join(parts, ", ")}, true
}

// hiddenMembers are the intrinsic members, hidden ones of classes, and the accessors of properties.
func hiddenMembers(t *value.Type, shown []MemberInfo) []MemberInfo {
	var names []string
	for _, m := range shown {
		names = append(names, m.Name)
	}
	list := " {" + strings.Join(names, ", ") + "}"
	out := []MemberInfo{
		{"pstypenames", memberTypeCodeProperty, "System.Collections.ObjectModel.Collection`1[[System.String, " + assemblyName(value.TypeString) + "]] pstypenames{get=PSTypeNames;}"},
		{"psadapted", memberTypeMemberSet, "psadapted" + list}, {"psbase", memberTypeMemberSet, "psbase" + list}, {"psextended", memberTypeMemberSet, "psextended {}"},
		{"psobject", memberTypeMemberSet, "psobject {BaseObject, Members, Properties, Methods, ImmediateBaseObject, TypeNames, get_BaseObject, get_Members, get_Properties, get_Methods, get_ImmediateBaseObject, get_TypeNames, ToString, Copy, CompareTo, Equals, GetHashCode, GetObjectData, GetType}"},
	}
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		rows := x.Members.Load()
		for i := range rows.Properties {
			p := &rows.Properties[i]
			if p.Static {
				continue
			}
			ref := value.PropertyRef{Name: p.Name, Net: p}
			if p.Hidden && x.Flags&value.Script != 0 {
				out = append(out, MemberInfo{p.Name, memberTypeProperty, PropertyDefinition(&ref)})
			}
			if p.Field || x.Flags&value.Script != 0 {
				continue
			}
			out = append(out, MemberInfo{"get_" + p.Name, memberTypeMethod, ShortName(typeOrObject(p.Type)) + " get_" + p.Name + "()"})
			if p.Set != nil {
				out = append(out, MemberInfo{"set_" + p.Name, memberTypeMethod, "void set_" + p.Name + "(" + ShortName(typeOrObject(p.Type)) + " value)"})
			}
		}
		for i := range rows.Methods {
			if m := &rows.Methods[i]; m.Hidden && !m.Static {
				out = append(out, MemberInfo{m.Name, memberTypeMethod, strings.Join(Definitions(m), ", ")})
			}
		}
	}
	return out
}

func typeOrObject(t *value.Type) *value.Type {
	if t == nil {
		return value.TypeObject
	}
	return t
}

// StaticMembers are the static members of a type and its bases, the constants of an enumeration among them.
func StaticMembers(t *value.Type, force bool) []MemberInfo {
	var out []MemberInfo
	if t.Enum != nil {
		for _, n := range t.Enum.Names {
			out = append(out, MemberInfo{n, memberTypeProperty, "static " + ShortName(t) + " " + n + " {get;}"})
		}
	}
	var seen value.NameIndex
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		rows := x.Members.Load()
		for i := range rows.Properties {
			p := &rows.Properties[i]
			if p.Static && (!p.Hidden || force) && seen.Find(p.Name) < 0 {
				seen.Add(p.Name)
				ref := value.PropertyRef{Name: p.Name, Net: p}
				out = append(out, MemberInfo{p.Name, memberTypeProperty, PropertyDefinition(&ref)})
			}
		}
		for i := range rows.Methods {
			m := &rows.Methods[i]
			if m.Static && (!m.Hidden || force) && !isAccessor(m.Name) && seen.Find(m.Name) < 0 {
				seen.Add(m.Name)
				out = append(out, MemberInfo{m.Name, memberTypeMethod, strings.Join(Definitions(m), ", ")})
			}
		}
	}
	return out
}
