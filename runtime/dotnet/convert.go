package dotnet

import (
	"encoding/base64"
	"encoding/hex"
	"math/big"
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

var (
	typeConvert        = class("System.Convert", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeDBNull         = class("System.DBNull", value.TypeObject, value.Sealed, value.IfaceConvertible)
	enumBase64Options  = enumeration{full: "System.Base64FormattingOptions", names: "None InsertLineBreaks"}
	convertibleSources = []string{
		"System.Object value", "bool value", "sbyte value", "char value", "byte value", "short value", "ushort value", "int value", "uint value", "long value", "ulong value",
		"float value", "double value", "decimal value", "string value", "datetime value",
	}
)

// dbNull is DBNull.Value, of which there is one.
type dbNull struct{}

var theDBNull = &dbNull{}

// DBNull is [DBNull]::Value.
var DBNull = value.Of(theDBNull)

// TypeOf is System.DBNull.
func (*dbNull) TypeOf() *value.Type { return typeDBNull }

// ToText is empty.
func (*dbNull) ToText() string { return "" }

var dbNullTable = table{
	props:   []prop{{sig: "static System.DBNull Value", get: func(value.Value) value.Value { return DBNull }}},
	methods: []method{{sig: "string ToString()", do: func(value.Value, []value.Value) value.Value { return value.OfString("") }}},
}

// convertTo are the overloads of a Convert method for one target type.
func convertTo(name string, t *value.Type) []method {
	f := func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return convertNet(env, a[0].Base(), t)
	}
	rows := make([]method, 0, len(convertibleSources)+2)
	for _, s := range convertibleSources {
		rows = append(rows, method{sig: "static " + ShortName(t) + " " + name + "(" + s + ")", call: f})
	}
	rows = append(rows, method{sig: "static " + ShortName(t) + " " + name + "(string value, System.IFormatProvider provider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if t == value.TypeDateTime {
			return parseDate(env, a[0].Str(), cultureOf(env, a[1]), 0)
		}
		if isNumeric(t) {
			return parseNumber(t, a[0].Str(), defaultStyle(t), cultureOf(env, a[1]))
		}
		return convertNet(env, a[0].Base(), t)
	}}, method{sig: "static " + ShortName(t) + " " + name + "(System.Object value, System.IFormatProvider provider)", call: f})
	if t.Flags&value.IntegerType != 0 {
		rows = append(rows, method{sig: "static " + ShortName(t) + " " + name + "(string value, int fromBase)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return fromBase(a[0].Str(), integer(a[1]), t)
		}})
	}
	return rows
}

// convertNet is what IConvertible does: numbers are rounded to even and checked, texts parsed, null is the default.
func convertNet(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	switch {
	case v.IsNull():
		if t == value.TypeString {
			return value.OfString(""), nil
		}
		x, _ := Default(t)
		return x, nil
	case value.TypeOf(v) == t:
		return v, nil
	case t == value.TypeString:
		s, err := netString(env, v)
		return value.OfString(s), err
	case v.IsString():
		return convertText(env, v.Str(), t)
	}
	from := value.TypeOf(v)
	switch {
	case t == value.TypeBool:
		if k := v.Kind(); k == value.Char || k == value.DateTime || k == value.Reference || k == value.TimeSpan {
			return v, invalidCast(from, t)
		}
		return value.OfBool(value.Truth(v)), nil
	case t == value.TypeChar:
		if from.Flags&value.IntegerType == 0 {
			return v, invalidCast(from, t)
		}
		if v.Int() < 0 || v.Int() > 0xffff {
			return v, raise(value.OverflowException, "Value was either too large or too small for a character.")
		}
		return value.OfChar(uint16(v.Int())), nil
	case t == value.TypeDateTime:
		return v, invalidCast(from, t)
	}
	switch k := v.Kind(); {
	case k == value.Char && (t == value.TypeDouble || t == value.TypeSingle || t == value.TypeDecimal), k == value.DateTime, k == value.TimeSpan, k == value.Reference:
		return v, invalidCast(from, t)
	case k == value.Char:
		v = value.OfInt(int(v.Int()))
	}
	x, err := value.Convert(v, t)
	if err != nil {
		return v, overflow(t)
	}
	return x, nil
}

func invalidCast(from, to *value.Type) error {
	return raise(value.InvalidCastException, "Invalid cast from '"+from.Name+"' to '"+to.Name+"'.")
}

func convertText(env value.Env, s string, t *value.Type) (value.Value, error) {
	switch t {
	case value.TypeBool:
		b, ok := parseBool(s)
		if !ok {
			return value.NullValue, raise(value.FormatException, "String '"+s+"' was not recognized as a valid Boolean.")
		}
		return value.OfBool(b), nil
	case value.TypeChar:
		return parseChar(s)
	case value.TypeDateTime:
		return parseDate(env, s, currentCulture(env), 0)
	}
	return parseNumber(t, s, defaultStyle(t), currentCulture(env))
}

// overflow is the exception for a number that does not fit.
func overflow(t *value.Type) error {
	name := "an " + t.Name
	switch t {
	case value.TypeByte:
		name = "an unsigned byte"
	case value.TypeSByte:
		name = "a signed byte"
	case value.TypeDecimal, value.TypeUInt16, value.TypeUInt32, value.TypeUInt64:
		name = "a " + t.Name
	}
	return raise(value.OverflowException, "Value was either too large or too small for "+name+".")
}

func checkBase(base int, param string) error {
	switch base {
	case 2, 8, 10, 16:
		return nil
	}
	return raise(value.ArgumentException, "Invalid Base.")
}

// typeBits is the width of an integer type.
func typeBits(t *value.Type) uint {
	o, _ := numericOrder(t)
	return 4 << o
}

// fromBase reads digits of a base. Those of 2, 8 and 16 are the bits of the number.
func fromBase(s string, base int, t *value.Type) (value.Value, error) {
	if err := checkBase(base, "fromBase"); err != nil {
		return value.NullValue, err
	}
	if s == "" {
		return value.NullValue, rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
	}
	digits, neg := s, false
	if strings.HasPrefix(digits, "-") {
		if base != 10 {
			return value.NullValue, raise(value.ArgumentException, "String cannot contain a minus sign if the base is not 10.")
		}
		neg, digits = true, digits[1:]
	}
	if base == 16 && (strings.HasPrefix(digits, "0x") || strings.HasPrefix(digits, "0X")) {
		digits = digits[2:]
	}
	end := 0
	for end < len(digits) && digitValue(digits[end]) < base {
		end++
	}
	if end == 0 {
		return value.NullValue, raise(value.FormatException, "Could not find any recognizable digits.")
	}
	if end < len(digits) {
		return value.NullValue, raise(value.FormatException, "Additional non-parsable characters are at the end of the string.")
	}
	n, ok := new(big.Int).SetString(digits, base)
	bits := typeBits(t)
	_, signed := numericOrder(t)
	limit := new(big.Int).Lsh(big.NewInt(1), bits)
	if !ok || n.Cmp(limit) >= 0 {
		return value.NullValue, overflow(t)
	}
	if signed && base != 10 && n.Bit(int(bits)-1) == 1 {
		n.Sub(n, limit)
	}
	if neg {
		n.Neg(n)
	}
	if n.IsUint64() && t == value.TypeUInt64 {
		return value.OfUInt64(n.Uint64()), nil
	}
	if !n.IsInt64() {
		return value.NullValue, overflow(t)
	}
	x, fits := value.Narrow(value.OfInt64(n.Int64()), value.KindOfType(t))
	if !fits {
		return value.NullValue, overflow(t)
	}
	return x, nil
}

func digitValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return 99
}

// toBase writes the bits of a number in a base.
func toBase(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	base := integer(a[1])
	if err := checkBase(base, "toBase"); err != nil {
		return value.NullValue, err
	}
	if base == 10 {
		return value.OfString(strconv.FormatInt(a[0].Int(), 10)), nil
	}
	n := uint64(a[0].Int())
	if bits := typeBits(value.TypeOf(a[0])); bits < 64 {
		n &= 1<<bits - 1
	}
	return value.OfString(strconv.FormatUint(n, base)), nil
}

const badBase64 = "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters."

func toHex(letters func(string) string) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if a[0].IsNull() {
			return value.NullValue, nullError("inArray")
		}
		return value.OfString(letters(hex.EncodeToString(bytesOf(a[0])))), nil
	}
}

func fromBase64(s string) (value.Value, error) {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n", r) {
			return -1
		}
		return r
	}, s)
	b, err := base64.StdEncoding.DecodeString(clean)
	if err != nil {
		return value.NullValue, raise(value.FormatException, badBase64)
	}
	return ofBytes(b), nil
}

func toBase64(b []byte, options int64) value.Value {
	s := base64.StdEncoding.EncodeToString(b)
	if options&1 == 0 {
		return value.OfString(s)
	}
	var out strings.Builder
	for len(s) > 76 {
		out.WriteString(s[:76] + "\r\n")
		s = s[76:]
	}
	return value.OfString(out.String() + s)
}

func convertRows() []method {
	var rows []method
	for _, t := range []struct {
		name string
		typ  *value.Type
	}{
		{"ToBoolean", value.TypeBool}, {"ToByte", value.TypeByte}, {"ToChar", value.TypeChar}, {"ToDateTime", value.TypeDateTime}, {"ToDecimal", value.TypeDecimal},
		{"ToDouble", value.TypeDouble}, {"ToInt16", value.TypeInt16}, {"ToInt32", value.TypeInt32}, {"ToInt64", value.TypeInt64}, {"ToSByte", value.TypeSByte},
		{"ToSingle", value.TypeSingle}, {"ToUInt16", value.TypeUInt16}, {"ToUInt32", value.TypeUInt32}, {"ToUInt64", value.TypeUInt64},
	} {
		rows = append(rows, convertTo(t.name, t.typ)...)
	}
	for _, s := range convertibleSources {
		rows = append(rows, method{sig: "static string ToString(" + s + ")", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			s, err := netString(env, a[0])
			return value.OfString(s), err
		}}, method{sig: "static string ToString(" + s + ", System.IFormatProvider provider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			s, err := formatValue(env, a[0], "", cultureOf(env, a[1]))
			return value.OfString(s), err
		}})
	}
	return append(rows,
		method{sig: "static string ToString(byte value, int toBase)", call: toBase}, method{sig: "static string ToString(short value, int toBase)", call: toBase},
		method{sig: "static string ToString(int value, int toBase)", call: toBase}, method{sig: "static string ToString(long value, int toBase)", call: toBase})
}

var convertTable = table{
	props: []prop{{sig: "static System.Object DBNull", get: func(value.Value) value.Value { return DBNull }}},
	methods: concatRows(convertRows(), []method{
		{sig: "static System.Object ChangeType(System.Object value, type conversionType)", call: changeType},
		{sig: "static System.Object ChangeType(System.Object value, System.TypeCode typeCode)", call: func(env value.Env, self value.Value, a []value.Value) (value.Value, error) {
			e := enumTypeCode.typ().Enum
			for i, n := range e.Numbers {
				if n == a[1].Int() {
					return changeType(env, self, []value.Value{a[0], value.Of(known.find("System." + e.Names[i]))})
				}
			}
			return value.NullValue, raise(value.ArgumentException, "Unknown TypeCode value.")
		}},
		{sig: "static System.TypeCode GetTypeCode(System.Object value)", do: func(_ value.Value, a []value.Value) value.Value {
			if t := value.TypeOf(a[0]); t != nil {
				return enumTypeCode.of(typeCode(t))
			}
			return enumTypeCode.of(0)
		}},
		{sig: "static bool IsDBNull(System.Object value)", do: func(_ value.Value, a []value.Value) value.Value {
			_, ok := value.As[*dbNull](a[0].Base())
			return value.OfBool(ok)
		}},
		{sig: "static string ToBase64String(byte[] inArray)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if a[0].IsNull() {
				return value.NullValue, nullError("inArray")
			}
			return toBase64(bytesOf(a[0]), 0), nil
		}},
		{sig: "static string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)", do: func(_ value.Value, a []value.Value) value.Value {
			return toBase64(bytesOf(a[0]), a[1].Int())
		}},
		{sig: "static string ToBase64String(byte[] inArray, int offset, int length)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			b, at, n := bytesOf(a[0]), integer(a[1]), integer(a[2])
			if at < 0 || n < 0 || at+n > len(b) {
				return value.NullValue, rangeError("offset", "Offset and length must refer to a position in the string.")
			}
			return toBase64(b[at:at+n], 0), nil
		}},
		{sig: "static byte[] FromBase64String(string s)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) { return fromBase64(a[0].Str()) }},
		{sig: "static string ToHexString(byte[] inArray)", call: toHex(strings.ToUpper)},
		{sig: "static string ToHexStringLower(byte[] inArray)", call: toHex(strings.ToLower)},
		{sig: "static byte[] FromHexString(string s)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			b, err := hex.DecodeString(a[0].Str())
			if err != nil {
				if len(a[0].Str())%2 == 1 {
					return value.NullValue, raise(value.FormatException, "The input is not a valid hex string as its length is not a multiple of 2.")
				}
				return value.NullValue, raise(value.FormatException, "The input is not a valid hex string as it contains a non-hex character.")
			}
			return ofBytes(b), nil
		}},
	}),
}

func changeType(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	t := typeValue(a[1])
	v := a[0].Base()
	switch {
	case t == nil:
		return v, nullError("conversionType")
	case v.IsNull():
		if t.Flags&value.ValueType != 0 {
			return v, raise(value.InvalidCastException, "Null object cannot be converted to a value type.")
		}
		return v, nil
	case value.TypeOf(v) == t:
		return v, nil
	case typeCode(t) > 2 && t.Enum == nil && typeCode(value.TypeOf(v)) > 2:
		return convertNet(env, v, t)
	case !value.TypeOf(v).Is(value.IfaceConvertible):
		return v, raise(value.InvalidCastException, "Object must implement IConvertible.")
	}
	return v, raise(value.InvalidCastException, "Invalid cast from '"+value.TypeOf(v).FullName+"' to '"+t.FullName+"'.")
}
