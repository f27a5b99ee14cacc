package dotnet

import "rehearse/runtime/value"

// memberInfo is a MethodInfo, PropertyInfo, FieldInfo or ConstructorInfo.
type memberInfo struct {
	typ      *value.Type
	owner    *value.Type
	name     string
	static   bool
	method   *value.Method
	overload *value.Overload
	property *value.Property
	constant value.Value // of an enumeration
}

var (
	typeMethodInfo      = class("System.Reflection.RuntimeMethodInfo", class("System.Reflection.MethodInfo", value.TypeObject, value.Abstract), 0)
	typePropertyInfo    = class("System.Reflection.RuntimePropertyInfo", class("System.Reflection.PropertyInfo", value.TypeObject, value.Abstract), 0)
	typeFieldInfo       = class("System.Reflection.RtFieldInfo", class("System.Reflection.FieldInfo", value.TypeObject, value.Abstract), 0)
	typeConstructorInfo = class("System.Reflection.RuntimeConstructorInfo", class("System.Reflection.ConstructorInfo", value.TypeObject, value.Abstract), 0)
	typeParameterInfo   = class("System.Reflection.RuntimeParameterInfo", class("System.Reflection.ParameterInfo", value.TypeObject, value.Abstract), 0)
	enumBindingFlags    = enumeration{full: "System.Reflection.BindingFlags", flags: true, names: "Default=0 IgnoreCase=1 DeclaredOnly=2 Instance=4 Static=8 Public=16 NonPublic=32 FlattenHierarchy=64 InvokeMethod=256 CreateInstance=512 GetField=1024 SetField=2048 GetProperty=4096 SetProperty=8192"}
)

// TypeOf is the reflection type of the member.
func (m *memberInfo) TypeOf() *value.Type { return m.typ }

func memberOf(v value.Value) *memberInfo {
	m, _ := value.As[*memberInfo](v)
	return m
}

// methodsOf are the methods of a type and its bases, each overload on its own.
func methodsOf(t *value.Type) []value.Value {
	var out []value.Value
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		m := x.Members.Load()
		for i := range m.Methods {
			for j := range m.Methods[i].Overloads {
				out = append(out, value.Of(&memberInfo{typ: typeMethodInfo, owner: x, name: m.Methods[i].Name, static: m.Methods[i].Static, method: &m.Methods[i], overload: &m.Methods[i].Overloads[j]}))
			}
		}
	}
	return out
}

// propertiesOf are the properties or the fields of a type and its bases.
func propertiesOf(t *value.Type, fields bool) []value.Value {
	var out []value.Value
	if fields && t.Enum != nil {
		for i, n := range t.Enum.Names {
			out = append(out, value.Of(&memberInfo{typ: typeFieldInfo, owner: t, name: n, static: true, constant: value.OfEnum(t.Enum, t.Enum.Numbers[i])}))
		}
	}
	kind := typePropertyInfo
	if fields {
		kind = typeFieldInfo
	}
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		m := x.Members.Load()
		for i := range m.Properties {
			if p := &m.Properties[i]; p.Field == fields {
				out = append(out, value.Of(&memberInfo{typ: kind, owner: x, name: p.Name, static: p.Static, property: p}))
			}
		}
	}
	return out
}

// named is the member of that name, $null if there is none.
func named(list []value.Value, name string, fold bool) value.Value {
	for _, v := range list {
		if m := memberOf(v); m.name == name || fold && value.EqualFold(m.name, name) {
			return v
		}
	}
	return value.NullValue
}

var reflectionRows = []method{
	{sig: "System.Reflection.MethodInfo[] GetMethods()", do: func(s value.Value, _ []value.Value) value.Value {
		return arrayOf(typeMethodInfo.Base, methodsOf(typeValue(s)))
	}},
	{sig: "System.Reflection.MethodInfo[] GetMethods(System.Reflection.BindingFlags bindingAttr)", do: func(s value.Value, _ []value.Value) value.Value {
		return arrayOf(typeMethodInfo.Base, methodsOf(typeValue(s)))
	}},
	{sig: "System.Reflection.PropertyInfo[] GetProperties()", do: func(s value.Value, _ []value.Value) value.Value {
		return arrayOf(typePropertyInfo.Base, propertiesOf(typeValue(s), false))
	}},
	{sig: "System.Reflection.PropertyInfo[] GetProperties(System.Reflection.BindingFlags bindingAttr)", do: func(s value.Value, _ []value.Value) value.Value {
		return arrayOf(typePropertyInfo.Base, propertiesOf(typeValue(s), false))
	}},
	{sig: "System.Reflection.FieldInfo[] GetFields()", do: func(s value.Value, _ []value.Value) value.Value {
		return arrayOf(typeFieldInfo.Base, propertiesOf(typeValue(s), true))
	}},
	{sig: "System.Reflection.ConstructorInfo[] GetConstructors()", do: func(s value.Value, _ []value.Value) value.Value {
		t := typeValue(s)
		var out []value.Value
		if t.Members != nil {
			m := t.Members.Load()
			for i := range m.Ctors {
				out = append(out, value.Of(&memberInfo{typ: typeConstructorInfo, owner: t, name: ".ctor", overload: &m.Ctors[i], method: &value.Method{Name: ".ctor"}}))
			}
		}
		return arrayOf(typeConstructorInfo.Base, out)
	}},
	{sig: "System.Reflection.MethodInfo GetMethod(string name)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		var same []value.Value
		for _, v := range methodsOf(typeValue(s)) {
			if memberOf(v).name == a[0].Str() {
				same = append(same, v)
			}
		}
		switch {
		case len(same) == 0:
			return value.NullValue, nil
		case len(same) > 1 && memberOf(same[0]).owner == memberOf(same[1]).owner:
			return s, raise(typeAmbiguousMatchException, "Ambiguous match found for '"+memberOf(same[0]).owner.FullName+" "+a[0].Str()+"'.")
		}
		return same[0], nil
	}},
	{sig: "System.Reflection.MethodInfo GetMethod(string name, type[] types)", do: func(s value.Value, a []value.Value) value.Value {
		want := items(a[1])
		for _, v := range methodsOf(typeValue(s)) {
			if m := memberOf(v); m.name == a[0].Str() && sameParams(m.overload.Params, want) {
				return v
			}
		}
		return value.NullValue
	}},
	{sig: "System.Reflection.PropertyInfo GetProperty(string name)", do: func(s value.Value, a []value.Value) value.Value {
		return named(propertiesOf(typeValue(s), false), a[0].Str(), false)
	}},
	{sig: "System.Reflection.FieldInfo GetField(string name)", do: func(s value.Value, a []value.Value) value.Value {
		return named(propertiesOf(typeValue(s), true), a[0].Str(), false)
	}},
}

func sameParams(ps []value.Param, types []value.Value) bool {
	if len(ps) != len(types) {
		return false
	}
	for i := range ps {
		t := ps[i].Type
		if t == nil {
			t = value.TypeObject
		}
		if t != typeValue(types[i]) {
			return false
		}
	}
	return true
}

var memberInfoTable = table{
	props: []prop{
		{sig: "string Name", get: func(s value.Value) value.Value { return value.OfString(memberOf(s).name) }},
		{sig: "type DeclaringType", get: func(s value.Value) value.Value { return value.Of(memberOf(s).owner) }},
		{sig: "type ReflectedType", get: func(s value.Value) value.Value { return value.Of(memberOf(s).owner) }},
		{sig: "bool IsStatic", get: func(s value.Value) value.Value { return value.OfBool(memberOf(s).static) }},
		{sig: "bool IsPublic", get: func(value.Value) value.Value { return value.True }},
		{sig: "bool IsLiteral", get: func(s value.Value) value.Value { return value.OfBool(!memberOf(s).constant.IsNull()) }},
		{sig: "type ReturnType", get: func(s value.Value) value.Value {
			if o := memberOf(s).overload; o != nil && o.Return != nil {
				return value.Of(o.Return)
			}
			return value.Of(value.TypeVoid)
		}},
		{sig: "type PropertyType", get: memberType},
		{sig: "type FieldType", get: memberType},
		{sig: "bool CanRead", get: func(s value.Value) value.Value { return value.OfBool(memberOf(s).property != nil) }},
		{sig: "bool CanWrite", get: func(s value.Value) value.Value {
			p := memberOf(s).property
			return value.OfBool(p != nil && p.Set != nil)
		}},
	},
	methods: []method{
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value {
			m := memberOf(s)
			if m.overload != nil {
				text := Definition(&value.Method{Name: m.name}, m.overload)
				return value.OfString(text)
			}
			return value.OfString(typeValue(memberType(s)).String() + " " + m.name)
		}},
		{sig: "System.Object GetValue(System.Object obj)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			m := memberOf(s)
			if m.property == nil {
				return m.constant, nil
			}
			return m.property.Get(env, a[0].Base())
		}},
		{sig: "void SetValue(System.Object obj, System.Object value)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			m := memberOf(s)
			if m.property == nil || m.property.Set == nil {
				return s, raise(value.ArgumentException, "Property set method not found.")
			}
			return value.NothingValue, m.property.Set(env, a[0].Base(), a[1])
		}},
		{sig: "System.Object Invoke(System.Object obj, System.Object[] parameters)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			m := memberOf(s)
			return callOverloads(env, m.owner, []value.Overload{*m.overload}, a[0].Base(), m.name, items(a[1]), nil)
		}},
		{sig: "System.Reflection.ParameterInfo[] GetParameters()", do: func(s value.Value, _ []value.Value) value.Value {
			var out []value.Value
			if o := memberOf(s).overload; o != nil {
				for i := range o.Params {
					out = append(out, value.Of(&parameterInfo{&o.Params[i], i}))
				}
			}
			return arrayOf(typeParameterInfo.Base, out)
		}},
		{sig: "System.Object[] GetCustomAttributes(bool inherit)", do: func(value.Value, []value.Value) value.Value {
			return value.Of(value.NewArray([]value.Value{}))
		}},
	},
}

func memberType(s value.Value) value.Value {
	m := memberOf(s)
	switch {
	case m.property != nil && m.property.Type != nil:
		return value.Of(m.property.Type)
	case !m.constant.IsNull():
		return value.Of(value.TypeOf(m.constant))
	}
	return value.Of(value.TypeObject)
}

// parameterInfo is a ParameterInfo.
type parameterInfo struct {
	param    *value.Param
	position int
}

// TypeOf is RuntimeParameterInfo.
func (*parameterInfo) TypeOf() *value.Type { return typeParameterInfo }

func parameterOf(v value.Value) *parameterInfo {
	p, _ := value.As[*parameterInfo](v)
	return p
}

var parameterInfoTable = table{
	props: []prop{
		{sig: "string Name", get: func(s value.Value) value.Value { return value.OfString(parameterOf(s).param.Name) }},
		{sig: "type ParameterType", get: func(s value.Value) value.Value {
			if t := parameterOf(s).param.Type; t != nil {
				return value.Of(t)
			}
			return value.Of(value.TypeObject)
		}},
		{sig: "int Position", get: func(s value.Value) value.Value { return value.OfInt(parameterOf(s).position) }},
		{sig: "bool IsOptional", get: func(s value.Value) value.Value { return value.OfBool(parameterOf(s).param.Optional) }},
		{sig: "bool IsOut", get: func(s value.Value) value.Value { return value.OfBool(parameterOf(s).param.Ref) }},
	},
}
