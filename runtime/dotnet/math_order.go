package dotnet

import (
	"math"

	"rehearse/runtime/value"
)

// mathOrderRows are Abs, Sign, Max, Min and Clamp, which have an overload for every number type.
var mathOrderRows = []method{
	{sig: "static short Abs(short value)", call: absInteger},
	{sig: "static int Abs(int value)", call: absInteger},
	{sig: "static long Abs(long value)", call: absInteger},
	{sig: "static sbyte Abs(sbyte value)", call: absInteger},
	{sig: "static decimal Abs(decimal value)", do: func(_ value.Value, a []value.Value) value.Value {
		n := a[0].Decimal().Number
		n.Neg = false
		return value.OfDecimal(n)
	}},
	{sig: "static double Abs(double value)", do: func(_ value.Value, a []value.Value) value.Value { return float1(math.Abs, a) }},
	{sig: "static float Abs(float value)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfSingle(float32(math.Abs(a[0].Float())))
	}},
	{sig: "static int Sign(decimal value)", call: sign},
	{sig: "static int Sign(double value)", call: sign},
	{sig: "static int Sign(short value)", call: sign},
	{sig: "static int Sign(int value)", call: sign},
	{sig: "static int Sign(long value)", call: sign},
	{sig: "static int Sign(sbyte value)", call: sign},
	{sig: "static int Sign(float value)", call: sign},
	{sig: "static byte Max(byte val1, byte val2)", call: maximum},
	{sig: "static decimal Max(decimal val1, decimal val2)", call: maximum},
	{sig: "static double Max(double val1, double val2)", call: maximum},
	{sig: "static short Max(short val1, short val2)", call: maximum},
	{sig: "static int Max(int val1, int val2)", call: maximum},
	{sig: "static long Max(long val1, long val2)", call: maximum},
	{sig: "static sbyte Max(sbyte val1, sbyte val2)", call: maximum},
	{sig: "static float Max(float val1, float val2)", call: maximum},
	{sig: "static ushort Max(ushort val1, ushort val2)", call: maximum},
	{sig: "static uint Max(uint val1, uint val2)", call: maximum},
	{sig: "static ulong Max(ulong val1, ulong val2)", call: maximum},
	{sig: "static byte Min(byte val1, byte val2)", call: minimum},
	{sig: "static decimal Min(decimal val1, decimal val2)", call: minimum},
	{sig: "static double Min(double val1, double val2)", call: minimum},
	{sig: "static short Min(short val1, short val2)", call: minimum},
	{sig: "static int Min(int val1, int val2)", call: minimum},
	{sig: "static long Min(long val1, long val2)", call: minimum},
	{sig: "static sbyte Min(sbyte val1, sbyte val2)", call: minimum},
	{sig: "static float Min(float val1, float val2)", call: minimum},
	{sig: "static ushort Min(ushort val1, ushort val2)", call: minimum},
	{sig: "static uint Min(uint val1, uint val2)", call: minimum},
	{sig: "static ulong Min(ulong val1, ulong val2)", call: minimum},
	{sig: "static byte Clamp(byte value, byte min, byte max)", call: clamp},
	{sig: "static decimal Clamp(decimal value, decimal min, decimal max)", call: clamp},
	{sig: "static double Clamp(double value, double min, double max)", call: clamp},
	{sig: "static short Clamp(short value, short min, short max)", call: clamp},
	{sig: "static int Clamp(int value, int min, int max)", call: clamp},
	{sig: "static long Clamp(long value, long min, long max)", call: clamp},
	{sig: "static sbyte Clamp(sbyte value, sbyte min, sbyte max)", call: clamp},
	{sig: "static float Clamp(float value, float min, float max)", call: clamp},
	{sig: "static ushort Clamp(ushort value, ushort min, ushort max)", call: clamp},
	{sig: "static uint Clamp(uint value, uint min, uint max)", call: clamp},
	{sig: "static ulong Clamp(ulong value, ulong min, ulong max)", call: clamp},
}

func absInteger(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	n := a[0].Int()
	if n >= 0 {
		return a[0], nil
	}
	if x, ok := value.Narrow(value.OfInt64(-n), a[0].Kind()); ok && n != math.MinInt64 {
		return x, nil
	}
	return value.NullValue, raise(value.OverflowException, "Negating the minimum value of a twos complement number is invalid.")
}

func sign(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	switch k := a[0].Kind(); k {
	case value.Single, value.Double:
		f := a[0].Float()
		if math.IsNaN(f) {
			return value.NullValue, raise(value.ArithmeticException, "Function does not accept floating point Not-a-Number values.")
		}
		return value.OfInt(compareFloats(f, 0)), nil
	case value.DecimalKind:
		n := a[0].Decimal().Number
		if n.IsZero() {
			return value.OfInt(0), nil
		}
		if n.Neg {
			return value.OfInt(-1), nil
		}
		return value.OfInt(1), nil
	}
	return value.OfInt(order(a[0].Int(), 0)), nil
}

// extreme is the greater of two numbers for sign 1, the smaller for -1; NaN wins, and 0 is greater than -0.
func extreme(a, b value.Value, sign int) value.Value {
	if k := a.Kind(); k == value.Double || k == value.Single {
		x, y := a.Float(), b.Float()
		switch {
		case math.IsNaN(x):
			return a
		case math.IsNaN(y):
			return b
		case x == y && math.Signbit(x) == (sign > 0):
			return b
		}
	}
	if n, _ := compareNet(a, b); n*sign >= 0 {
		return a
	}
	return b
}

func maximum(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return extreme(a[0], a[1], 1), nil
}

func minimum(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return extreme(a[0], a[1], -1), nil
}

func clamp(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if n, _ := compareNet(a[1], a[2]); n > 0 {
		low, _ := netString(env, a[1])
		high, _ := netString(env, a[2])
		return value.NullValue, raise(value.ArgumentException, "'"+low+"' cannot be greater than "+high+".")
	}
	if n, _ := compareNet(a[0], a[1]); n < 0 {
		return a[1], nil
	}
	if n, _ := compareNet(a[0], a[2]); n > 0 {
		return a[2], nil
	}
	return a[0], nil
}
