package dotnet

import (
	"math"
	"math/big"

	"rehearse/runtime/decimal"
	"rehearse/runtime/value"
)

// The number types share their rows: N stands for the type itself, and a static member's self is the type.

var numberTable = table{
	props: []prop{
		{sig: "static N MaxValue", get: func(t value.Value) value.Value { return limits(numberType(t), true) }},
		{sig: "static N MinValue", get: func(t value.Value) value.Value { return limits(numberType(t), false) }},
	},
	methods: concatRows(numberParseRows, numberCompareRows, toStringRows, tryFormatRows, convertibleRows()),
}

var floatTable = table{
	props: []prop{
		{sig: "static N MaxValue", get: func(t value.Value) value.Value { return limits(numberType(t), true) }},
		{sig: "static N MinValue", get: func(t value.Value) value.Value { return limits(numberType(t), false) }},
		{sig: "static N NaN", get: func(t value.Value) value.Value { return ofFloat(numberType(t), math.NaN()) }},
		{sig: "static N PositiveInfinity", get: func(t value.Value) value.Value { return ofFloat(numberType(t), math.Inf(1)) }},
		{sig: "static N NegativeInfinity", get: func(t value.Value) value.Value { return ofFloat(numberType(t), math.Inf(-1)) }},
		{sig: "static N NegativeZero", get: func(t value.Value) value.Value { return ofFloat(numberType(t), math.Copysign(0, -1)) }},
		{sig: "static N Epsilon", get: func(t value.Value) value.Value {
			if numberType(t) == value.TypeSingle {
				return value.OfSingle(math.SmallestNonzeroFloat32)
			}
			return value.OfDouble(math.SmallestNonzeroFloat64)
		}},
		{sig: "static N Pi", get: func(t value.Value) value.Value { return ofFloat(numberType(t), math.Pi) }},
		{sig: "static N E", get: func(t value.Value) value.Value { return ofFloat(numberType(t), math.E) }},
	},
	methods: concatRows(numberParseRows, numberCompareRows, toStringRows, floatTestRows, tryFormatRows, convertibleRows()),
}

var decimalTable = table{
	ctors: []ctor{
		{"(int value)", decimalOf}, {"(uint value)", decimalOf}, {"(long value)", decimalOf}, {"(ulong value)", decimalOf},
		{"(float value)", decimalOf}, {"(double value)", decimalOf},
	},
	props: []prop{
		{sig: "static decimal Zero", get: func(value.Value) value.Value { return value.OfDecimal(decimal.Number{}) }},
		{sig: "static decimal One", get: func(value.Value) value.Value { return value.OfDecimal(decimal.FromInt64(1)) }},
		{sig: "static decimal MinusOne", get: func(value.Value) value.Value { return value.OfDecimal(decimal.FromInt64(-1)) }},
		{sig: "static decimal MaxValue", get: func(t value.Value) value.Value { return limits(value.TypeDecimal, true) }},
		{sig: "static decimal MinValue", get: func(t value.Value) value.Value { return limits(value.TypeDecimal, false) }},
		{sig: "byte Scale", get: func(s value.Value) value.Value { return value.OfInteger(value.Byte, int64(s.Decimal().Scale)) }},
	},
	methods: concatRows(numberParseRows, numberCompareRows, toStringRows, decimalRows, tryFormatRows, convertibleRows()),
}

// declareNumber gives a number type a table whose rows call the type N.
func declareNumber(t *value.Type, tab *table) {
	t.Members = &value.Members{Fill: func(m *value.Members) { tab.fill(m, typeScope{"N": t}) }}
}

func numberType(self value.Value) *value.Type {
	if t, ok := value.As[*value.Type](self); ok {
		return t
	}
	return value.TypeOf(self)
}

func ofFloat(t *value.Type, f float64) value.Value {
	if t == value.TypeSingle {
		return value.OfSingle(float32(f))
	}
	return value.OfDouble(f)
}

// limits is the greatest or the least value of a number type.
func limits(t *value.Type, greatest bool) value.Value {
	sign := func(hi, lo int64, k value.Kind) value.Value {
		if greatest {
			return value.OfInteger(k, hi)
		}
		return value.OfInteger(k, lo)
	}
	switch t {
	case value.TypeSByte:
		return sign(math.MaxInt8, math.MinInt8, value.SByte)
	case value.TypeByte:
		return sign(math.MaxUint8, 0, value.Byte)
	case value.TypeInt16:
		return sign(math.MaxInt16, math.MinInt16, value.Int16)
	case value.TypeUInt16:
		return sign(math.MaxUint16, 0, value.UInt16)
	case value.TypeInt32:
		return sign(math.MaxInt32, math.MinInt32, value.Int32)
	case value.TypeUInt32:
		return sign(math.MaxUint32, 0, value.UInt32)
	case value.TypeInt64:
		return sign(math.MaxInt64, math.MinInt64, value.Int64)
	case value.TypeUInt64:
		if greatest {
			return value.OfUInt64(math.MaxUint64)
		}
		return value.OfUInt64(0)
	case value.TypeDecimal:
		return value.OfDecimal(decimal.Number{Lo: math.MaxUint64, Hi: math.MaxUint32, Neg: !greatest})
	case value.TypeSingle:
		if greatest {
			return value.OfSingle(math.MaxFloat32)
		}
		return value.OfSingle(-math.MaxFloat32)
	}
	if greatest {
		return value.OfDouble(math.MaxFloat64)
	}
	return value.OfDouble(-math.MaxFloat64)
}

var numberCompareRows = []method{
	{sig: "int CompareTo(System.Object value)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if b := a[0].Base(); !b.IsNull() && value.TypeOf(b) != value.TypeOf(s) {
			return s, raise(value.ArgumentException, "Object must be of type "+value.TypeOf(s).Name+".")
		}
		return compareTo(env, s, a)
	}},
	{sig: "int CompareTo(N value)", call: compareTo},
	{sig: "bool Equals(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "bool Equals(N obj)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "System.TypeCode GetTypeCode()", do: func(s value.Value, _ []value.Value) value.Value { return enumTypeCode.of(typeCode(value.TypeOf(s))) }},
	{sig: "static N Max(N x, N y)", call: maximum},
	{sig: "static N Min(N x, N y)", call: minimum},
	{sig: "static N Clamp(N value, N min, N max)", call: clamp},
	{sig: "static bool IsNegative(N value)", do: func(_ value.Value, a []value.Value) value.Value {
		switch a[0].Kind() {
		case value.Double, value.Single:
			return value.OfBool(math.Signbit(a[0].Float()))
		case value.DecimalKind:
			return value.OfBool(a[0].Decimal().Neg)
		}
		return value.OfBool(a[0].Kind() != value.UInt64 && a[0].Int() < 0)
	}},
	{sig: "static bool IsPositive(N value)", do: func(_ value.Value, a []value.Value) value.Value {
		n, _ := compareNet(a[0], zeroOf(a[0]))
		return value.OfBool(n >= 0)
	}},
	{sig: "static bool IsEvenInteger(N value)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfBool(isMultipleOfTwo(a[0])) }},
	{sig: "static bool IsOddInteger(N value)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfBool(isWhole(a[0]) && !isMultipleOfTwo(a[0]))
	}},
	{sig: "static N Abs(N value)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		m := typeMath.FindMethod("Abs", true)
		return callOverloads(env, typeMath, m.Overloads, value.Of(typeMath), "Abs", a, nil)
	}},
	{sig: "static int Sign(N value)", call: sign},
}

func zeroOf(v value.Value) value.Value {
	z, _ := Default(value.TypeOf(v))
	return z
}

func isWhole(v value.Value) bool {
	switch v.Kind() {
	case value.Double, value.Single:
		return v.Float() == math.Trunc(v.Float())
	case value.DecimalKind:
		return roundDecimal(v.Decimal().Number, 0, toZero).Cmp(v.Decimal().Number) == 0
	}
	return true
}

func isMultipleOfTwo(v value.Value) bool {
	switch v.Kind() {
	case value.Double, value.Single:
		return math.Mod(v.Float(), 2) == 0
	case value.DecimalKind:
		return isWhole(v) && roundDecimal(v.Decimal().Number, 0, toZero).Lo&1 == 0
	}
	return v.Int()&1 == 0
}

var floatTestRows = []method{
	{sig: "static bool IsNaN(N d)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfBool(math.IsNaN(a[0].Float())) }},
	{sig: "static bool IsInfinity(N d)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfBool(math.IsInf(a[0].Float(), 0)) }},
	{sig: "static bool IsPositiveInfinity(N d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfBool(math.IsInf(a[0].Float(), 1))
	}},
	{sig: "static bool IsNegativeInfinity(N d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfBool(math.IsInf(a[0].Float(), -1))
	}},
	{sig: "static bool IsFinite(N d)", do: func(_ value.Value, a []value.Value) value.Value {
		f := a[0].Float()
		return value.OfBool(!math.IsNaN(f) && !math.IsInf(f, 0))
	}},
	{sig: "static bool IsInteger(N value)", do: func(_ value.Value, a []value.Value) value.Value {
		f := a[0].Float()
		return value.OfBool(f == math.Trunc(f) && !math.IsInf(f, 0))
	}},
}

func decimalOf(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return value.Convert(a[0], value.TypeDecimal)
}

// decimal2 is an operation on two decimals; one that does not fit is an OverflowException.
func decimal2(f func(decimal.Number, decimal.Number) (decimal.Number, error), a []value.Value) (value.Value, error) {
	n, err := f(a[0].Decimal().Number, a[1].Decimal().Number)
	if err != nil {
		if a[1].Decimal().IsZero() {
			return value.NullValue, raise(value.DivideByZeroException, "Attempted to divide by zero.")
		}
		return value.NullValue, raise(value.OverflowException, "Value was either too large or too small for a Decimal.")
	}
	return value.OfDecimal(n), nil
}

var decimalRows = []method{
	{sig: "static decimal Add(decimal d1, decimal d2)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return decimal2(decimal.Number.Add, a)
	}},
	{sig: "static decimal Subtract(decimal d1, decimal d2)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return decimal2(decimal.Number.Sub, a)
	}},
	{sig: "static decimal Multiply(decimal d1, decimal d2)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return decimal2(decimal.Number.Mul, a)
	}},
	{sig: "static decimal Divide(decimal d1, decimal d2)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return decimal2(decimal.Number.Div, a)
	}},
	{sig: "static decimal Remainder(decimal d1, decimal d2)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return decimal2(decimal.Number.Rem, a)
	}},
	{sig: "static decimal Negate(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDecimal(a[0].Decimal().Negate())
	}},
	{sig: "static int Compare(decimal d1, decimal d2)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(a[0].Decimal().Cmp(a[1].Decimal().Number))
	}},
	{sig: "static decimal Floor(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDecimal(roundDecimal(a[0].Decimal().Number, 0, toNegative))
	}},
	{sig: "static decimal Ceiling(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDecimal(roundDecimal(a[0].Decimal().Number, 0, toPositive))
	}},
	{sig: "static decimal Truncate(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDecimal(roundDecimal(a[0].Decimal().Number, 0, toZero))
	}},
	{sig: "static decimal Round(decimal d)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return roundDecimalArg(a[0], 0, toEven)
	}},
	{sig: "static decimal Round(decimal d, int decimals)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return roundDecimalArg(a[0], integer(a[1]), toEven)
	}},
	{sig: "static decimal Round(decimal d, System.MidpointRounding mode)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return roundDecimalArg(a[0], 0, a[1].Int())
	}},
	{sig: "static decimal Round(decimal d, int decimals, System.MidpointRounding mode)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return roundDecimalArg(a[0], integer(a[1]), a[2].Int())
	}},
	{sig: "static int[] GetBits(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		n := a[0].Decimal().Number
		flags := int32(n.Scale) << 16
		if n.Neg {
			flags |= math.MinInt32
		}
		return arrayOf(value.TypeInt32, []value.Value{
			value.OfInt32(int32(n.Lo)), value.OfInt32(int32(n.Lo >> 32)), value.OfInt32(int32(n.Hi)), value.OfInt32(flags),
		})
	}},
	{sig: "static int ToInt32(decimal d)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return truncateDecimal(a[0], value.TypeInt32)
	}},
	{sig: "static long ToInt64(decimal d)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return truncateDecimal(a[0], value.TypeInt64)
	}},
	{sig: "static double ToDouble(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(a[0].Decimal().Float64())
	}},
	{sig: "static long ToOACurrency(decimal value)", do: func(_ value.Value, a []value.Value) value.Value {
		n := new(big.Int).Mul(roundDecimal(a[0].Decimal().Number, 4, toEven).BigInt(), big.NewInt(10000))
		return value.OfInt64(n.Int64())
	}},
}

func truncateDecimal(v value.Value, t *value.Type) (value.Value, error) {
	x, err := value.Convert(value.OfDecimal(roundDecimal(v.Decimal().Number, 0, toZero)), t)
	if err != nil {
		return x, raise(value.OverflowException, "Value was either too large or too small for an "+t.Name+".")
	}
	return x, nil
}

var enumTypeCode = enumeration{full: "System.TypeCode",
	names: "Empty Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal DateTime String=18"}

// typeCode is the number of a type's TypeCode.
func typeCode(t *value.Type) int64 {
	e := enumTypeCode.typ().Enum
	for i, n := range e.Names {
		if n == t.Name && t.Namespace() == "System" {
			return e.Numbers[i]
		}
	}
	if t.Enum != nil {
		return 9
	}
	return 1
}
