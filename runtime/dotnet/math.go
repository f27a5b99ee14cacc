package dotnet

import (
	"math"
	"math/big"

	"rehearse/runtime/decimal"
	"rehearse/runtime/value"
)

var typeMath = class("System.Math", value.TypeObject, value.Abstract|value.Sealed|value.Static)

var enumMidpointRounding = enumeration{full: "System.MidpointRounding", names: "ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity"}

var mathTable = table{
	props: []prop{
		{sig: "static double PI", get: func(value.Value) value.Value { return value.OfDouble(math.Pi) }},
		{sig: "static double E", get: func(value.Value) value.Value { return value.OfDouble(math.E) }},
		{sig: "static double Tau", get: func(value.Value) value.Value { return value.OfDouble(2 * math.Pi) }},
	},
	methods: concatRows(mathFunctionRows, mathRoundRows, mathOrderRows),
}

// float1 is a function of one double.
func float1(f func(float64) float64, a []value.Value) value.Value {
	return value.OfDouble(f(a[0].Float()))
}

var mathFunctionRows = []method{
	{sig: "static double Sqrt(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Sqrt, a) }},
	{sig: "static double Cbrt(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Cbrt, a) }},
	{sig: "static double Exp(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Exp, a) }},
	{sig: "static double Sin(double a)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Sin, a) }},
	{sig: "static double Cos(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Cos, a) }},
	{sig: "static double Tan(double a)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Tan, a) }},
	{sig: "static double Asin(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Asin, a) }},
	{sig: "static double Acos(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Acos, a) }},
	{sig: "static double Atan(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Atan, a) }},
	{sig: "static double Sinh(double value)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Sinh, a) }},
	{sig: "static double Cosh(double value)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Cosh, a) }},
	{sig: "static double Tanh(double value)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Tanh, a) }},
	{sig: "static double Log10(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Log10, a) }},
	{sig: "static double Log2(double x)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Log2, a) }},
	{sig: "static double Log(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Log, a) }},
	{sig: "static double Log(double a, double newBase)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(logarithm(a[0].Float(), a[1].Float()))
	}},
	{sig: "static double Atan2(double y, double x)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(math.Atan2(a[0].Float(), a[1].Float()))
	}},
	{sig: "static double Pow(double x, double y)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(power(a[0].Float(), a[1].Float()))
	}},
	{sig: "static double IEEERemainder(double x, double y)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(math.Remainder(a[0].Float(), a[1].Float()))
	}},
	{sig: "static double CopySign(double x, double y)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(math.Copysign(a[0].Float(), a[1].Float()))
	}},
	{sig: "static double FusedMultiplyAdd(double x, double y, double z)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(math.FMA(a[0].Float(), a[1].Float(), a[2].Float()))
	}},
	{sig: "static double ScaleB(double x, int n)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDouble(math.Ldexp(a[0].Float(), integer(a[1])))
	}},
	{sig: "static long BigMul(int a, int b)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt64(a[0].Int() * a[1].Int())
	}},
	{sig: "static ulong BigMul(uint a, uint b)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfUInt64(a[0].UInt() * a[1].UInt()) }},
	{sig: "static System.Int128 BigMul(long a, long b)", do: func(_ value.Value, a []value.Value) value.Value {
		return OfBigInteger(new(big.Int).Mul(big.NewInt(a[0].Int()), big.NewInt(a[1].Int())))
	}},
	{sig: "static int DivRem(int a, int b, [ref] int result)", call: divRemOut},
	{sig: "static long DivRem(long a, long b, [ref] long result)", call: divRemOut},
	{sig: "static System.ValueTuple[sbyte,sbyte] DivRem(sbyte left, sbyte right)", call: divRem},
	{sig: "static System.ValueTuple[byte,byte] DivRem(byte left, byte right)", call: divRem},
	{sig: "static System.ValueTuple[short,short] DivRem(short left, short right)", call: divRem},
	{sig: "static System.ValueTuple[ushort,ushort] DivRem(ushort left, ushort right)", call: divRem},
	{sig: "static System.ValueTuple[uint,uint] DivRem(uint left, uint right)", call: divRem},
	{sig: "static System.ValueTuple[ulong,ulong] DivRem(ulong left, ulong right)", call: divRem},
	{sig: "static System.ValueTuple[int,int] DivRem(int left, int right)", call: divRem},
	{sig: "static System.ValueTuple[long,long] DivRem(long left, long right)", call: divRem},
}

// logarithm follows .NET for bases that have none.
func logarithm(x, base float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case math.IsNaN(base):
		return base
	case base == 1, x != 1 && (base == 0 || math.IsInf(base, 1)):
		return math.NaN()
	}
	return math.Log(x) / math.Log(base)
}

// power is Pow; where the result is a whole number that fits a double it is exact, as the C library's is.
func power(x, y float64) float64 { return math.Pow(x, y) }

func divRemOut(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[1].Int() == 0 {
		return value.NullValue, raise(value.DivideByZeroException, "Attempted to divide by zero.")
	}
	k := a[0].Kind()
	return value.OfInteger(k, a[0].Int()/a[1].Int()), store(a[2], value.OfInteger(k, a[0].Int()%a[1].Int()))
}

func divRem(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if a[1].Int() == 0 {
		return value.NullValue, raise(value.DivideByZeroException, "Attempted to divide by zero.")
	}
	k := a[0].Kind()
	if k == value.UInt64 {
		return newTuple(typeValueTuple2, value.OfUInt64(a[0].UInt()/a[1].UInt()), value.OfUInt64(a[0].UInt()%a[1].UInt())), nil
	}
	return newTuple(typeValueTuple2, value.OfInteger(k, a[0].Int()/a[1].Int()), value.OfInteger(k, a[0].Int()%a[1].Int())), nil
}

var mathRoundRows = []method{
	{sig: "static decimal Ceiling(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDecimal(roundDecimal(a[0].Decimal().Number, 0, toPositive))
	}},
	{sig: "static double Ceiling(double a)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Ceil, a) }},
	{sig: "static decimal Floor(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDecimal(roundDecimal(a[0].Decimal().Number, 0, toNegative))
	}},
	{sig: "static double Floor(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Floor, a) }},
	{sig: "static decimal Truncate(decimal d)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDecimal(roundDecimal(a[0].Decimal().Number, 0, toZero))
	}},
	{sig: "static double Truncate(double d)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Trunc, a) }},
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
	{sig: "static double Round(double a)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.RoundToEven, a) }},
	{sig: "static double Round(double value, int digits)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return roundFloat(a[0].Float(), integer(a[1]), toEven)
	}},
	{sig: "static double Round(double value, System.MidpointRounding mode)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return roundFloat(a[0].Float(), 0, a[1].Int())
	}},
	{sig: "static double Round(double value, int digits, System.MidpointRounding mode)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return roundFloat(a[0].Float(), integer(a[1]), a[2].Int())
	}},
}

// The numbers of MidpointRounding.
const (
	toEven       = int64(decimal.ToEven)
	awayFromZero = int64(decimal.AwayFromZero)
	toZero       = int64(decimal.ToZero)
	toNegative   = int64(decimal.ToNegativeInfinity)
	toPositive   = int64(decimal.ToPositiveInfinity)
)

func roundFloat(f float64, digits int, mode int64) (value.Value, error) {
	if digits < 0 || digits > 15 {
		return value.NullValue, rangeError("digits", "Rounding digits must be between 0 and 15, inclusive.")
	}
	if mode < 0 || mode > toPositive {
		return value.NullValue, argumentError("mode", "The value '"+itoa(int(mode))+"' is not valid for this usage of the type MidpointRounding.")
	}
	if math.Abs(f) >= 1e16 || math.IsNaN(f) {
		return value.OfDouble(f), nil
	}
	scale := math.Pow10(digits)
	x := f * scale
	switch mode {
	case toEven:
		x = math.RoundToEven(x)
	case awayFromZero:
		x = math.Round(x)
	case toZero:
		x = math.Trunc(x)
	case toNegative:
		x = math.Floor(x)
	case toPositive:
		x = math.Ceil(x)
	}
	return value.OfDouble(x / scale), nil
}

func roundDecimalArg(v value.Value, digits int, mode int64) (value.Value, error) {
	if digits < 0 || digits > 28 {
		return value.NullValue, rangeError("decimals", "Decimal can only round to between 0 and 28 digits of precision.")
	}
	return value.OfDecimal(roundDecimal(v.Decimal().Number, digits, mode)), nil
}

// roundDecimal rounds by a MidpointRounding.
func roundDecimal(n decimal.Number, digits int, mode int64) decimal.Number {
	return n.Round(digits, decimal.Rounding(mode))
}
