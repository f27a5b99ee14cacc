package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

func typeValue(v value.Value) *value.Type {
	t, _ := value.As[*value.Type](v)
	return t
}

func flagged(f value.TypeFlags) func(value.Value) value.Value {
	return func(s value.Value) value.Value { return value.OfBool(typeValue(s).Flags&f != 0) }
}

func ofType(t *value.Type) value.Value {
	if t == nil {
		return value.NullValue
	}
	return value.Of(t)
}

var typeTable = table{
	props: []prop{
		{sig: "string Name", get: func(s value.Value) value.Value { return value.OfString(typeValue(s).Name) }},
		{sig: "string FullName", get: func(s value.Value) value.Value { return value.OfString(typeValue(s).FullName) }},
		{sig: "string Namespace", get: func(s value.Value) value.Value {
			if n := typeValue(s).Namespace(); n != "" {
				return value.OfString(n)
			}
			return value.NullValue
		}},
		{sig: "string AssemblyQualifiedName", get: func(s value.Value) value.Value {
			return value.OfString(typeValue(s).FullName + ", " + assemblyName(typeValue(s)))
		}},
		{sig: "System.Reflection.Assembly Assembly", get: func(s value.Value) value.Value { return value.Of(&assembly{assemblyName(typeValue(s))}) }},
		{sig: "type BaseType", get: func(s value.Value) value.Value { return ofType(typeValue(s).Base) }},
		{sig: "type UnderlyingSystemType", get: func(s value.Value) value.Value { return s }},
		{sig: "type DeclaringType", get: func(value.Value) value.Value { return value.NullValue }},
		{sig: "bool IsArray", get: func(s value.Value) value.Value { return value.OfBool(typeValue(s).Elem != nil) }},
		{sig: "bool IsEnum", get: func(s value.Value) value.Value { return value.OfBool(typeValue(s).Enum != nil) }},
		{sig: "bool IsValueType", get: flagged(value.ValueType)},
		{sig: "bool IsClass", get: flagged0(value.ValueType | value.Interface)},
		{sig: "bool IsInterface", get: flagged(value.Interface)},
		{sig: "bool IsAbstract", get: flagged(value.Abstract | value.Interface | value.Static)},
		{sig: "bool IsSealed", get: flagged(value.Sealed | value.Static)},
		{sig: "bool IsPublic", get: func(value.Value) value.Value { return value.True }},
		{sig: "bool IsNotPublic", get: func(value.Value) value.Value { return value.False }},
		{sig: "bool IsSerializable", get: func(s value.Value) value.Value {
			t := typeValue(s)
			return value.OfBool(t.Flags&value.Interface == 0 && t.Flags&value.Script == 0)
		}},
		{sig: "bool IsPrimitive", get: func(s value.Value) value.Value { return value.OfBool(isPrimitive(typeValue(s))) }},
		{sig: "bool IsGenericType", get: func(s value.Value) value.Value {
			return value.OfBool(typeValue(s).Generic != nil || typeValue(s).Flags&value.OpenGeneric != 0)
		}},
		{sig: "bool IsGenericTypeDefinition", get: flagged(value.OpenGeneric)},
		{sig: "type[] GenericTypeArguments", get: func(s value.Value) value.Value { return typeArray(typeValue(s).Args) }},
		{sig: "bool IsByRef", get: func(value.Value) value.Value { return value.False }},
		{sig: "bool IsPointer", get: func(value.Value) value.Value { return value.False }},
		{sig: "bool IsNested", get: func(s value.Value) value.Value { return value.OfBool(strings.Contains(typeValue(s).FullName, "+")) }},
		{sig: "bool HasElementType", get: func(s value.Value) value.Value { return value.OfBool(typeValue(s).Elem != nil) }},
		{sig: "System.Reflection.MemberTypes MemberType", get: func(value.Value) value.Value { return enumMemberTypes.of(32) }},
		{sig: "guid GUID", get: func(value.Value) value.Value { return value.Of(&Guid{}) }},
	},
	methods: concatRows(typeRows, reflectionRows),
}

var enumAttributeTargets = enumeration{full: "System.AttributeTargets", flags: true,
	names: "Assembly=1 Module=2 Class=4 Struct=8 Enum=16 Constructor=32 Method=64 Property=128 Field=256 Event=512 Interface=1024 Parameter=2048 Delegate=4096 ReturnValue=8192 GenericParameter=16384 All=32767"}

var enumMemberTypes = enumeration{full: "System.Reflection.MemberTypes", flags: true, names: "Constructor=1 Event=2 Field=4 Method=8 Property=16 TypeInfo=32 Custom=64 NestedType=128 All=191"}

func flagged0(f value.TypeFlags) func(value.Value) value.Value {
	return func(s value.Value) value.Value { return value.OfBool(typeValue(s).Flags&f == 0) }
}

func isPrimitive(t *value.Type) bool {
	return t == value.TypeBool || t == value.TypeChar || t.Flags&value.Numeric != 0 && t != value.TypeDecimal && t != typeBigInteger
}

func typeArray(list []*value.Type) value.Value {
	out := make([]value.Value, len(list))
	for i, t := range list {
		out[i] = value.Of(t)
	}
	return arrayOf(value.TypeRuntimeType.Base, out)
}

// assembly is a System.Reflection.Assembly, of which scripts read the name.
type assembly struct{ name string }

var typeAssembly = class("System.Reflection.RuntimeAssembly", class("System.Reflection.Assembly", value.TypeObject, value.Abstract), value.Sealed)

// TypeOf is RuntimeAssembly.
func (*assembly) TypeOf() *value.Type { return typeAssembly }

var assemblyTable = table{
	props: []prop{
		{sig: "string FullName", get: func(s value.Value) value.Value {
			a, _ := value.As[*assembly](s)
			return value.OfString(a.name)
		}},
		{sig: "string Location", get: func(value.Value) value.Value { return value.OfString("") }},
	},
	methods: []method{
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value {
			a, _ := value.As[*assembly](s)
			return value.OfString(a.name)
		}},
		{sig: "System.Reflection.AssemblyName GetName()", do: func(s value.Value, _ []value.Value) value.Value {
			a, _ := value.As[*assembly](s)
			return value.Of(&assemblyNameInfo{a.name})
		}},
		{sig: "static System.Reflection.Assembly LoadWithPartialName(string partialName)", do: func(value.Value, []value.Value) value.Value { return value.NullValue }},
		{sig: "static System.Reflection.Assembly Load(string assemblyString)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.Of(&assembly{a[0].Str()})
		}},
	},
}

var typeRows = []method{
	{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(typeValue(s).String()) }},
	{sig: "type GetElementType()", do: func(s value.Value, _ []value.Value) value.Value { return ofType(typeValue(s).Elem) }},
	{sig: "int GetArrayRank()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfInt(typeValue(s).Rank) }},
	{sig: "type GetEnumUnderlyingType()", do: func(s value.Value, _ []value.Value) value.Value {
		if e := typeValue(s).Enum; e != nil {
			return value.Of(e.Underlying)
		}
		return value.NullValue
	}},
	{sig: "string GetEnumName(System.Object value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(s, "enumType")
		if err != nil {
			return s, err
		}
		for i, n := range e.Numbers {
			if n == a[0].Base().Int() {
				return value.OfString(e.Names[i]), nil
			}
		}
		return value.NullValue, nil
	}},
	{sig: "string[] GetEnumNames()", call: func(_ value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		e, err := enumOfArg(s, "enumType")
		if err != nil {
			return s, err
		}
		names := e.SortedNames()
		return value.OfStrings(names), nil
	}},
	{sig: "array GetEnumValues()", call: func(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		return InvokeStatic(env, value.TypeEnum, "GetValues", []value.Value{s}, nil)
	}},
	{sig: "type[] GetGenericArguments()", do: func(s value.Value, _ []value.Value) value.Value { return typeArray(typeValue(s).Args) }},
	{sig: "type GetGenericTypeDefinition()", do: func(s value.Value, _ []value.Value) value.Value {
		if g := typeValue(s).Generic; g != nil {
			return value.Of(g)
		}
		return s
	}},
	{sig: "type MakeGenericType(params type[] typeArguments)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		var args []*value.Type
		for _, x := range items(a[0]) {
			args = append(args, typeValue(x))
		}
		if t := Construct(typeValue(s), args...); t != nil {
			return value.Of(t), nil
		}
		return s, raise(value.ArgumentException, "The number of generic arguments provided doesn't equal the arity of the generic type definition. (Parameter 'instantiation')")
	}},
	{sig: "type MakeArrayType()", do: func(s value.Value, _ []value.Value) value.Value { return value.Of(value.ArrayOf(typeValue(s))) }},
	{sig: "type[] GetInterfaces()", do: func(s value.Value, _ []value.Value) value.Value {
		var list []*value.Type
		for t := typeValue(s); t != nil; t = t.Base {
			list = append(list, t.Iface...)
		}
		return typeArray(list)
	}},
	{sig: "bool IsAssignableFrom(type c)", do: func(s value.Value, a []value.Value) value.Value {
		c := typeValue(a[0])
		return value.OfBool(c != nil && c.Is(typeValue(s)))
	}},
	{sig: "bool IsAssignableTo(type targetType)", do: func(s value.Value, a []value.Value) value.Value {
		c := typeValue(a[0])
		return value.OfBool(c != nil && typeValue(s).Is(c))
	}},
	{sig: "bool IsSubclassOf(type c)", do: func(s value.Value, a []value.Value) value.Value {
		c := typeValue(a[0])
		return value.OfBool(c != nil && c.Flags&value.Interface == 0 && c != typeValue(s) && typeValue(s).Is(c))
	}},
	{sig: "bool IsInstanceOfType(System.Object o)", do: func(s value.Value, a []value.Value) value.Value {
		t := value.TypeOf(a[0])
		return value.OfBool(t != nil && t.Is(typeValue(s)))
	}},
	{sig: "bool Equals(System.Object o)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(value.Same(s, a[0].Base())) }},
	{sig: "static type GetType(string typeName)", do: func(_ value.Value, a []value.Value) value.Value {
		if strings.Contains(a[0].Str(), ".") {
			if t, ok := Resolve(a[0].Str(), nil); ok {
				return value.Of(t)
			}
		}
		return value.NullValue
	}},
	{sig: "static System.TypeCode GetTypeCode(type type)", do: func(_ value.Value, a []value.Value) value.Value {
		if t := typeValue(a[0]); t != nil {
			return enumTypeCode.of(typeCode(t))
		}
		return enumTypeCode.of(0)
	}},
}

// assemblyNameInfo is an AssemblyName.
type assemblyNameInfo struct{ full string }

var typeAssemblyName = class("System.Reflection.AssemblyName", value.TypeObject, 0)

// TypeOf is AssemblyName.
func (*assemblyNameInfo) TypeOf() *value.Type { return typeAssemblyName }

// ToText is the full name.
func (a *assemblyNameInfo) ToText() string { return a.full }

func assemblyNameOf(v value.Value) string {
	a, _ := value.As[*assemblyNameInfo](v)
	return a.full
}

var assemblyNameTable = table{props: []prop{
	{sig: "string Name", get: func(v value.Value) value.Value {
		name, _, _ := strings.Cut(assemblyNameOf(v), ",")
		return value.OfString(name)
	}},
	{sig: "string FullName", get: func(v value.Value) value.Value { return value.OfString(assemblyNameOf(v)) }},
	{sig: "version Version", get: func(v value.Value) value.Value {
		_, rest, _ := strings.Cut(assemblyNameOf(v), "Version=")
		number, _, _ := strings.Cut(rest, ",")
		x, _ := parseVersion(number) // an assembly without a version has none
		return x
	}},
}}
