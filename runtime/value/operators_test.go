package value

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

type binary func(env Env, a, b Value) (Value, error)

func TestOperators(t *testing.T) {
	s, i := OfString, OfInt
	for _, c := range []struct {
		name string
		op   binary
		a, b Value
		want string
	}{
		{"+", Add, i(math.MaxInt32), i(1), "System.Double '2147483648'"},
		{"+", Add, OfInt64(math.MaxInt64), i(1), "System.Double '9.22337203685478E+18'"},
		{"+", Add, OfInteger(UInt32, 1), i(-5), "System.Int64 '-4'"},
		{"+", Add, OfUInt64(5), i(-1), "System.Decimal '4'"},
		{"+", Add, OfSingle(1), OfSingle(2), "System.Double '3'"},
		{"+", Add, NullValue, True, "System.Boolean 'True'"},
		{"+", Add, s("a"), i(1), "System.String 'a1'"},
		{"+", Add, OfChar('a'), i(1), "System.String 'a1'"},
		{"+", Add, i(3), s("7"), "System.Int32 '10'"},
		{"+", Add, i(1), s("0x10"), "System.Int32 '17'"},
		{"+", Add, OfArray(i(1)), NullValue, "System.Object[](System.Int32 '1'; null)"},
		{"+", Add, OfEnum(weekday.Enum, 1), i(1), "System.DayOfWeek 'Tuesday'"},
		{"+", Add, dec("1.20"), dec("1.3"), "System.Decimal '2.50'"},
		{"+", Add, i(1), OfArray(i(1)), "error MethodNotFound: Method invocation failed because [System.Object[]] does not contain a method named 'op_Addition'."},
		{"-", Subtract, s("a"), i(1), `error InvalidCastFromStringToInteger: Cannot convert value "a" to type "System.Int32". Error: "The input string 'a' was not in a correct format."`},
		{"-", Subtract, OfDateTime(5, 0), OfDateTime(2, 0), "System.TimeSpan '00:00:00.0000003'"},
		{"*", Multiply, s("ab"), OfDouble(2.5), "System.String 'abab'"},
		{"*", Multiply, OfInt(2), OfTimeSpan(5), "System.TimeSpan '00:00:00.0000010'"},
		{"*", Multiply, OfChar('a'), i(3), "error NotADefinedOperationForType: The operation '[System.Char] * [System.Int32]' is not defined."},
		{"*", Multiply, s("a"), i(-1), "error System.ArgumentOutOfRangeException: times ('-1') must be a non-negative value. (Parameter 'times')\nActual value was -1."},
		{"/", Divide, i(6), i(3), "System.Int32 '2'"},
		{"/", Divide, i(7), i(2), "System.Double '3.5'"},
		{"/", Divide, i(math.MinInt32), i(-1), "System.Double '2147483648'"},
		{"/", Divide, i(1), i(0), "error RuntimeException: Attempted to divide by zero."},
		{"/", Divide, OfDouble(1), i(0), "System.Double 'Infinity'"},
		{"%", Remainder, i(math.MinInt32), i(-1), "System.Int32 '0'"},
		{"%", Remainder, i(-7), i(3), "System.Int32 '-1'"},
		{"-band", BitAnd, i(-1), OfInteger(UInt32, math.MaxUint32), "System.UInt32 '4294967295'"},
		{"-bor", BitOr, OfDouble(2.5), i(1), "System.UInt64 '3'"},
		{"-bxor", BitXor, OfDouble(-0.5), i(5120), "System.Int64 '5120'"},
		{"-shl", ShiftLeft, OfInteger(Byte, 255), i(1), "System.Byte '254'"},
		{"-shl", ShiftLeft, i(1), i(-1), "System.Int32 '-2147483648'"},
		{"-shr", ShiftRight, i(-8), i(1), "System.Int32 '-4'"},
		{"..", Range, OfDouble(1.5), i(3), "System.Object[](System.Int32 '2'; System.Int32 '3')"},
		{"..", Range, s("c"), s("a"), "System.Object[](System.Char 'c'; System.Char 'b'; System.Char 'a')"},
		{"..", Range, s("0"), s("1"), "System.Object[](System.Int32 '0'; System.Int32 '1')"},
		{"..", Range, s("1"), s("a"), "error System.FormatException: The input string 'a' was not in a correct format."},
	} {
		if got := outcome(c.op(nil, c.a, c.b)); got != c.want {
			t.Errorf("%s %s %s\n got %s\nwant %s", show(c.a), c.name, show(c.b), got, c.want)
		}
	}
}

func TestIntArithmeticAgreesWithDouble(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Int32().Draw(t, "a"), rapid.Int32().Draw(t, "b")
		for _, c := range []struct {
			op   binary
			want float64
		}{{Add, float64(a) + float64(b)}, {Subtract, float64(a) - float64(b)}} {
			v, err := c.op(nil, OfInt32(a), OfInt32(b))
			if err != nil || toFloat(v) != c.want {
				t.Fatalf("%d, %d: %v", a, b, show(v))
			}
		}
	})
}

func TestComparison(t *testing.T) {
	s, i := OfString, OfInt
	for _, c := range []struct {
		a    Value
		op   Relation
		b    Value
		want string
	}{
		{i(10), Eq, s("10.0"), "True"}, {i(16), Eq, s("0x10"), "True"}, {i(0), Eq, s(""), "True"}, {i(5), Eq, s("x"), "False"},
		{s("10"), Eq, i(10), "True"}, {s("1.0"), Eq, OfDouble(1), "False"}, {s("1 2"), Eq, OfArray(i(1), i(2)), "True"}, {s(""), Eq, NullValue, "False"},
		{True, Eq, s("false"), "True"}, {i(2), Eq, True, "False"}, {s("A"), Eq, s("a"), "True"}, {s("a\x00"), Eq, s("a"), "True"},
		{s("é"), Eq, s("e\u0301"), "True"}, {s("co-op"), Lt, s("coop"), "True"}, {NullValue, Gt, i(-1), "True"}, {NullValue, Lt, i(0), "True"},
		{OfDouble(math.NaN()), Lt, i(1), "False"}, {OfDouble(math.NaN()), Ge, i(1), "False"}, {OfEnum(weekday.Enum, 1), Eq, s("mon"), "True"},
		{OfEnum(weekday.Enum, 1), Ge, OfSingle(1.1), "False"}, {OfSingle(1.1), Eq, dec("1.10"), "False"}, {OfUInt64(math.MaxUint64), Gt, i(-1), "True"},
	} {
		ok, err := CompareScalar(nil, c.op, c.a, c.b, false)
		got := ToString(OfBool(ok))
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s (%d) %s: %s", show(c.a), c.op, show(c.b), got)
		}
	}
	v, err := CompareFilter(nil, Eq, OfArray(i(0), i(1), i(0)), i(0), false)
	if got := outcome(v, err); got != "System.Object[](System.Int32 '0'; System.Int32 '0')" {
		t.Error(got)
	}
}

func TestHotOperatorsDoNotAllocate(t *testing.T) {
	a, b, x, y := OfInt(3), OfInt(4), OfDouble(1.5), OfInt64(7)
	for name, op := range map[string]binary{"Add": Add, "Subtract": Subtract, "Multiply": Multiply, "Divide": Divide, "BitAnd": BitAnd, "ShiftLeft": ShiftLeft} {
		for _, p := range [][2]Value{{a, b}, {x, x}, {x, a}, {y, a}} {
			if name == "ShiftLeft" && p[0] == x {
				continue
			}
			if n := testing.AllocsPerRun(100, func() { _, _ = op(nil, p[0], p[1]) }); n > 0 {
				t.Errorf("%s of %s and %s allocates %v times", name, show(p[0]), show(p[1]), n)
			}
		}
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = CompareScalar(nil, Lt, x, a, false) }); n > 0 {
		t.Errorf("CompareScalar allocates %v times", n)
	}
}

func benchmark(b *testing.B, op binary, x, y Value) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = op(nil, x, y)
	}
}

func BenchmarkAddInt(b *testing.B)       { benchmark(b, Add, OfInt(3), OfInt(4)) }
func BenchmarkAddDouble(b *testing.B)    { benchmark(b, Add, OfDouble(3), OfDouble(4)) }
func BenchmarkAddMixed(b *testing.B)     { benchmark(b, Add, OfInt64(3), OfDouble(4)) }
func BenchmarkAddDecimal(b *testing.B)   { benchmark(b, Add, dec("1.25"), dec("3.5")) }
func BenchmarkMultiplyInt(b *testing.B)  { benchmark(b, Multiply, OfInt(3), OfInt(4)) }
func BenchmarkDivideInt(b *testing.B)    { benchmark(b, Divide, OfInt(12), OfInt(4)) }
func BenchmarkRemainderInt(b *testing.B) { benchmark(b, Remainder, OfInt(12), OfInt(5)) }

func BenchmarkCompareInt(b *testing.B) {
	x, y := OfInt(3), OfInt(4)
	for b.Loop() {
		_, _ = CompareScalar(nil, Lt, x, y, false)
	}
}

func BenchmarkEqualString(b *testing.B) {
	x, y := OfString("user@contoso.com"), OfString("User@contoso.com")
	for b.Loop() {
		_, _ = CompareScalar(nil, Eq, x, y, false)
	}
}

func BenchmarkConvertText(b *testing.B) {
	v := OfString("12345")
	for b.Loop() {
		_, _ = Convert(v, TypeInt32)
	}
}
