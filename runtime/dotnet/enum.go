package dotnet

import (
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

// enumOfArg is an enumeration argument; the error is .NET's for other types.
func enumOfArg(v value.Value, param string) (*value.EnumInfo, error) {
	t, ok := value.As[*value.Type](v)
	if !ok {
		return nil, nullError(param)
	}
	if t.Enum == nil {
		return nil, argumentError(param, "Type provided must be an Enum.")
	}
	return t.Enum, nil
}

var enumTable = table{
	props: []prop{{sig: "System.Object value__", explicit: true, get: func(s value.Value) value.Value {
		t := s.Enum().Underlying
		if t == nil {
			t = value.TypeInt32
		}
		return value.OfInteger(value.KindOfType(t), s.Base().Int())
	}}},
	methods: concatRows(enumRows, convertibleRows()),
}

var enumRows = []method{
	{sig: "int CompareTo(System.Object target)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if b := a[0].Base(); !b.IsNull() && b.Enum() != s.Enum() {
			return s, raise(value.ArgumentException, "Object must be the same type as the enum. The type passed in was '"+value.TypeOf(b).FullName+"'; the enum type was '"+s.Enum().Type.FullName+"'.")
		}
		return compareTo(env, s, a)
	}},
	{sig: "bool HasFlag(enum flag)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		b := a[0].Base()
		if b.IsString() {
			x, err := value.Convert(b, s.Enum().Type)
			if err != nil {
				return s, err
			}
			b = x
		}
		if b.Kind() == value.Enum && b.Enum() != s.Enum() {
			return s, raise(value.ArgumentException, "The argument type, '"+b.Enum().Type.FullName+"', is not the same as the enum type '"+s.Enum().Type.FullName+"'.")
		}
		return value.OfBool(s.Int()&b.Int() == b.Int()), nil
	}},
	{sig: "string ToString()", call: toStringPlain},
	{sig: "string ToString(string format)", call: toStringFormat},
	{sig: "string ToString(string format, System.IFormatProvider provider)", call: toStringFormat},
	{sig: "System.TypeCode GetTypeCode()", do: func(s value.Value, _ []value.Value) value.Value {
		return enumTypeCode.of(typeCode(s.Enum().Underlying))
	}},
	{sig: "bool Equals(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "static System.Object Parse(type enumType, string value)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseEnum(a[0], a[1].Str(), false)
	}},
	{sig: "static System.Object Parse(type enumType, string value, bool ignoreCase)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseEnum(a[0], a[1].Str(), a[2].Bool())
	}},
	{sig: "static bool TryParse(type enumType, string value, [ref] System.Object result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParseEnum(a[2], nil)(parseEnum(a[0], a[1].Str(), false))
	}},
	{sig: "static bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParseEnum(a[3], nil)(parseEnum(a[0], a[1].Str(), a[2].Bool()))
	}},
	{sig: "static bool TryParse[TEnum](string value, [ref] TEnum result)", generic: func(_ value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		return tryParseEnum(a[1], types[0])(parseEnum(value.Of(types[0]), a[0].Str(), false))
	}},
	{sig: "static bool TryParse[TEnum](string value, bool ignoreCase, [ref] TEnum result)", generic: func(_ value.Env, _ value.Value, a []value.Value, types []*value.Type) (value.Value, error) {
		return tryParseEnum(a[2], types[0])(parseEnum(value.Of(types[0]), a[0].Str(), a[1].Bool()))
	}},
	{sig: "static array GetValues(type enumType)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(a[0], "enumType")
		if err != nil {
			return value.NullValue, err
		}
		numbers := e.SortedNumbers()
		out := make([]value.Value, len(numbers))
		for i, n := range numbers {
			out[i] = value.OfEnum(e, n)
		}
		return arrayOf(e.Type, out), nil
	}},
	{sig: "static string[] GetNames(type enumType)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(a[0], "enumType")
		if err != nil {
			return value.NullValue, err
		}
		names := e.SortedNames()
		return value.OfStrings(names), nil
	}},
	{sig: "static string GetName(type enumType, System.Object value)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(a[0], "enumType")
		if err != nil {
			return value.NullValue, err
		}
		for i, n := range e.Numbers {
			if n == a[1].Base().Int() {
				return value.OfString(e.Names[i]), nil
			}
		}
		return value.NullValue, nil
	}},
	{sig: "static bool IsDefined(type enumType, System.Object value)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(a[0], "enumType")
		if err != nil {
			return value.NullValue, err
		}
		return isDefined(e, a[1].Base())
	}},
	{sig: "static type GetUnderlyingType(type enumType)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(a[0], "enumType")
		if err != nil {
			return value.NullValue, err
		}
		return value.Of(e.Underlying), nil
	}},
	{sig: "static System.Object ToObject(type enumType, System.Object value)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(a[0], "enumType")
		if err != nil {
			return value.NullValue, err
		}
		return value.OfEnum(e, a[1].Base().Int()), nil
	}},
	{sig: "static string Format(type enumType, System.Object value, string format)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		e, err := enumOfArg(a[0], "enumType")
		if err != nil {
			return value.NullValue, err
		}
		s, err := e.Format(a[1].Base().Int(), a[2].Str())
		return value.OfString(s), err
	}},
}

func isDefined(e *value.EnumInfo, v value.Value) (value.Value, error) {
	switch {
	case v.IsNull():
		return v, nullError("value")
	case v.IsString():
		for _, n := range e.Names {
			if n == v.Str() {
				return value.True, nil
			}
		}
		return value.False, nil
	case v.Kind() == value.Enum && v.Enum() != e:
		return v, raise(value.ArgumentException, "Object must be the same type as the enum. The type passed in was '"+v.Enum().Type.FullName+"'; the enum type was '"+e.Type.FullName+"'.")
	case v.Kind() != value.Enum && value.TypeOf(v) != e.Underlying:
		return v, raise(value.ArgumentException, "Enum underlying type and the object must be same type or object must be a String. Type passed in was '"+value.TypeOf(v).FullName+"'; the enum underlying type was '"+e.Underlying.FullName+"'.")
	}
	for _, n := range e.Numbers {
		if n == v.Int() {
			return value.True, nil
		}
	}
	return value.False, nil
}

// parseEnum is Enum.Parse: names separated by commas, or a number.
func parseEnum(enumType value.Value, s string, ignoreCase bool) (value.Value, error) {
	e, err := enumOfArg(enumType, "enumType")
	if err != nil {
		return value.NullValue, err
	}
	trimmed := strings.TrimSpace(s)
	if trimmed == "" {
		return value.NullValue, argumentError("value", "Must specify valid information for parsing in the string.")
	}
	if n, err := strconv.ParseInt(trimmed, 10, 64); err == nil {
		return value.OfEnum(e, n), nil
	}
	total := int64(0)
next:
	for _, name := range strings.Split(trimmed, ",") {
		name = strings.TrimSpace(name)
		for i, n := range e.Names {
			if n == name || ignoreCase && value.EqualFold(n, name) {
				total |= e.Numbers[i]
				continue next
			}
		}
		return value.NullValue, raise(value.ArgumentException, "Requested value '"+s+"' was not found.")
	}
	return value.OfEnum(e, total), nil
}

func tryParseEnum(out value.Value, t *value.Type) func(value.Value, error) (value.Value, error) {
	return func(v value.Value, err error) (value.Value, error) {
		if err != nil {
			v = value.NullValue
			if t != nil && t.Enum != nil {
				v = value.OfEnum(t.Enum, 0)
			}
		}
		return value.OfBool(err == nil), store(out, v)
	}
}

// hexDigits are the last n hexadecimal digits of a number.
func hexDigits(n uint64, count int) string {
	s := strings.ToUpper(strconv.FormatUint(n, 16))
	if len(s) > count {
		return s[len(s)-count:]
	}
	return strings.Repeat("0", count-len(s)) + s
}
