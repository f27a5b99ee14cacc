package dotnet

import (
	"math"
	"math/big"

	"rehearse/runtime/decimal"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// BigInteger is a [bigint].
type BigInteger struct{ *big.Int }

var typeBigInteger = within("System.Runtime.Numerics", class("System.Numerics.BigInteger", value.TypeValueType, value.ValueType|value.Numeric, value.IfaceComparable, value.IfaceFormattable))

// TypeBigInteger is System.Numerics.BigInteger.
var TypeBigInteger = typeBigInteger

// maxBits bounds the size of what Pow and shifts make.
const maxBits = 1 << 24

// TypeOf is TypeBigInteger.
func (*BigInteger) TypeOf() *value.Type { return typeBigInteger }

// KeyHash hashes the number.
func (b *BigInteger) KeyHash() uint32 { return hashText(string(b.Bytes())) }

// KeyEqual compares the numbers.
func (b *BigInteger) KeyEqual(other value.Value) bool {
	o, ok := value.As[*BigInteger](other)
	return ok && o.Cmp(b.Int) == 0
}

// CompareTo orders two values of the type.
func (b *BigInteger) CompareTo(_ value.Env, other value.Value) (int, error) {
	o, _ := value.As[*BigInteger](other)
	return b.Cmp(o.Int), nil
}

// FormatText is ToString(f, c).
func (b *BigInteger) FormatText(f string, c *text.Culture) (string, error) {
	return text.FormatBigInt(b.Int, f, c)
}

// OfBigInteger is a [bigint].
func OfBigInteger(n *big.Int) value.Value { return value.Of(&BigInteger{n}) }

func bigOf(v value.Value) *big.Int {
	if b, ok := value.As[*BigInteger](v); ok {
		return b.Int
	}
	return new(big.Int)
}

// castBigInteger converts texts and whole numbers; those with a fraction go by the constructors. A text is read as a number literal
// first, so that one beyond a decimal loses digits as a double does.
func castBigInteger(env value.Env, v value.Value) (x value.Value, handled bool, err error) {
	if v.Kind() != value.String {
		if k := v.Kind(); k == value.Double || k == value.Single {
			return v, false, nil
		}
		return wholeBigInteger(env, v)
	}
	s := text.Trim(v.Str())
	if s == "" {
		return OfBigInteger(new(big.Int)), true, nil
	}
	if n, ok := value.NumberLiteral(s); ok {
		if b, isBig := value.As[*BigInteger](n); isBig {
			return value.Of(b), true, nil
		}
		if x, handled, err := wholeBigInteger(env, n); handled && err == nil {
			return x, true, nil
		}
	}
	n, err := text.ParseBigInt(s, text.FloatStyle|text.AllowThousands, text.Invariant)
	if err != nil {
		return v, true, err
	}
	return OfBigInteger(n), true, nil
}

// wholeBigInteger cuts off the fraction of a number.
func wholeBigInteger(_ value.Env, v value.Value) (x value.Value, handled bool, err error) {
	switch k := v.Kind(); {
	case k == value.UInt64:
		return OfBigInteger(new(big.Int).SetUint64(v.UInt())), true, nil
	case k == value.Double, k == value.Single:
		f := v.Float()
		if math.IsNaN(f) {
			return v, true, raise(value.OverflowException, "The value is not a number.")
		}
		if math.IsInf(f, 0) {
			return v, true, raise(value.OverflowException, "BigInteger cannot represent infinity.")
		}
		n, _ := big.NewFloat(math.Trunc(f)).Int(nil)
		return OfBigInteger(n), true, nil
	case k == value.DecimalKind:
		return OfBigInteger(roundDecimal(v.Decimal().Number, 0, toZero).BigInt()), true, nil
	case k >= value.Bool && k <= value.Int64, k == value.Enum:
		return OfBigInteger(big.NewInt(v.Int())), true, nil
	}
	return v, false, nil
}

// bigTo converts to an integer type; the small ones go by way of Int32.
func bigTo(k value.Kind) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		n := bigOf(a[0])
		switch {
		case k == value.UInt64 && n.IsUint64():
			return value.OfUInt64(n.Uint64()), nil
		case n.IsInt64() && k != value.UInt64:
			if x, ok := value.Narrow(value.OfInt64(n.Int64()), k); ok {
				return x, nil
			}
		}
		switch k {
		case value.SByte, value.Byte, value.Int16, value.UInt16:
			if n.IsInt64() && n.Int64() == int64(int32(n.Int64())) {
				return a[0], raise(value.OverflowException, "Arithmetic operation resulted in an overflow.")
			}
			k = value.Int32
		}
		return a[0], overflow(integerTypes[k-value.SByte])
	}
}

// integerTypes are the integer types in the order of their kinds.
var integerTypes = [...]*value.Type{value.TypeSByte, value.TypeByte, value.TypeInt16, value.TypeUInt16, value.TypeInt32, value.TypeUInt32, value.TypeInt64, value.TypeUInt64}

func big1(f func(*big.Int, *big.Int) *big.Int) func(value.Value, []value.Value) value.Value {
	return func(_ value.Value, a []value.Value) value.Value { return OfBigInteger(f(new(big.Int), bigOf(a[0]))) }
}

func big2(f func(z, x, y *big.Int) *big.Int) func(value.Value, []value.Value) value.Value {
	return func(_ value.Value, a []value.Value) value.Value {
		return OfBigInteger(f(new(big.Int), bigOf(a[0]), bigOf(a[1])))
	}
}

// bigProduct refuses what would be larger than maxBits.
func bigProduct(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	x, y := bigOf(a[0]), bigOf(a[1])
	if x.BitLen()+y.BitLen() > maxBits {
		return value.NullValue, tooLong()
	}
	return OfBigInteger(new(big.Int).Mul(x, y)), nil
}

// bigDivision is an operation that a zero divisor makes fail.
func bigDivision(f func(z, x, y *big.Int) *big.Int) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if bigOf(a[1]).Sign() == 0 {
			return value.NullValue, raise(value.DivideByZeroException, "Attempted to divide by zero.")
		}
		return OfBigInteger(f(new(big.Int), bigOf(a[0]), bigOf(a[1]))), nil
	}
}

var bigIntegerTable = table{
	ctors: []ctor{
		{"(int value)", newBigInteger}, {"(uint value)", newBigInteger}, {"(long value)", newBigInteger}, {"(ulong value)", newBigInteger},
		{"(float value)", newBigInteger}, {"(double value)", newBigInteger}, {"(decimal value)", newBigInteger},
		{"(byte[] value)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return OfBigInteger(fromTwosComplement(bytesOf(a[0]))), nil
		}},
	},
	props: []prop{
		{sig: "static bigint Zero", get: func(value.Value) value.Value { return OfBigInteger(new(big.Int)) }},
		{sig: "static bigint One", get: func(value.Value) value.Value { return OfBigInteger(big.NewInt(1)) }},
		{sig: "static bigint MinusOne", get: func(value.Value) value.Value { return OfBigInteger(big.NewInt(-1)) }},
		{sig: "bool IsPowerOfTwo", get: func(s value.Value) value.Value {
			n := bigOf(s)
			return value.OfBool(n.Sign() > 0 && n.TrailingZeroBits() == uint(n.BitLen()-1))
		}},
		{sig: "bool IsZero", get: func(s value.Value) value.Value { return value.OfBool(bigOf(s).Sign() == 0) }},
		{sig: "bool IsOne", get: func(s value.Value) value.Value { return value.OfBool(bigOf(s).Cmp(big.NewInt(1)) == 0) }},
		{sig: "bool IsEven", get: func(s value.Value) value.Value { return value.OfBool(bigOf(s).Bit(0) == 0) }},
		{sig: "int Sign", get: func(s value.Value) value.Value { return value.OfInt(bigOf(s).Sign()) }},
	},
	methods: concatRows(bigStaticRows, bigOperatorRows, numberParseRows, numberCompareRows[:5], toStringRows),
}

func newBigInteger(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	x, _, err := wholeBigInteger(env, a[0])
	return x, err
}

// fromTwosComplement reads little-endian bytes.
func fromTwosComplement(b []byte) *big.Int {
	r := make([]byte, len(b))
	for i, c := range b {
		r[len(b)-1-i] = c
	}
	n := new(big.Int).SetBytes(r)
	if len(b) > 0 && b[len(b)-1]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(len(b)*8)))
	}
	return n
}

var bigStaticRows = []method{
	{sig: "static double op_Explicit(bigint value)", do: func(_ value.Value, a []value.Value) value.Value {
		f, _ := new(big.Float).SetInt(bigOf(a[0])).Float64()
		return value.OfDouble(f)
	}},
	{sig: "static float op_Explicit(bigint value)", do: func(_ value.Value, a []value.Value) value.Value {
		f, _ := new(big.Float).SetInt(bigOf(a[0])).Float32()
		return value.OfSingle(f)
	}},
	{sig: "static decimal op_Explicit(bigint value)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		d, err := decimal.Parse(bigOf(a[0]).String())
		if err != nil {
			return a[0], overflow(value.TypeDecimal)
		}
		return value.OfDecimal(d), nil
	}},
	{sig: "static byte op_Explicit(bigint value)", call: bigTo(value.Byte)},
	{sig: "static sbyte op_Explicit(bigint value)", call: bigTo(value.SByte)},
	{sig: "static short op_Explicit(bigint value)", call: bigTo(value.Int16)},
	{sig: "static ushort op_Explicit(bigint value)", call: bigTo(value.UInt16)},
	{sig: "static int op_Explicit(bigint value)", call: bigTo(value.Int32)},
	{sig: "static uint op_Explicit(bigint value)", call: bigTo(value.UInt32)},
	{sig: "static long op_Explicit(bigint value)", call: bigTo(value.Int64)},
	{sig: "static ulong op_Explicit(bigint value)", call: bigTo(value.UInt64)},
	{sig: "static bigint Abs(bigint value)", do: big1((*big.Int).Abs)},
	{sig: "static bigint Negate(bigint value)", do: big1((*big.Int).Neg)},
	{sig: "static bigint Add(bigint left, bigint right)", do: big2((*big.Int).Add)},
	{sig: "static bigint Subtract(bigint left, bigint right)", do: big2((*big.Int).Sub)},
	{sig: "static bigint Multiply(bigint left, bigint right)", call: bigProduct},
	{sig: "static bigint Divide(bigint dividend, bigint divisor)", call: bigDivision((*big.Int).Quo)},
	{sig: "static bigint Remainder(bigint dividend, bigint divisor)", call: bigDivision((*big.Int).Rem)},
	{sig: "static bigint Pow(bigint value, int exponent)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		n, e := bigOf(a[0]), integer(a[1])
		if e < 0 {
			return value.NullValue, rangeErrorValue("exponent", "exponent ('"+itoa(e)+"') must be a non-negative value.", itoa(e))
		}
		if n.BitLen()*e > maxBits {
			return value.NullValue, raise(value.OutOfMemoryException, "Insufficient memory to continue the execution of the program.")
		}
		return OfBigInteger(new(big.Int).Exp(n, big.NewInt(int64(e)), nil)), nil
	}},
	{sig: "static bigint ModPow(bigint value, bigint exponent, bigint modulus)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if bigOf(a[2]).Sign() == 0 {
			return value.NullValue, raise(value.DivideByZeroException, "Attempted to divide by zero.")
		}
		return OfBigInteger(new(big.Int).Exp(bigOf(a[0]), bigOf(a[1]), bigOf(a[2]))), nil
	}},
	{sig: "static bigint GreatestCommonDivisor(bigint left, bigint right)", do: func(_ value.Value, a []value.Value) value.Value {
		return OfBigInteger(new(big.Int).GCD(nil, nil, new(big.Int).Abs(bigOf(a[0])), new(big.Int).Abs(bigOf(a[1]))))
	}},
	{sig: "static bigint Max(bigint left, bigint right)", call: maximum},
	{sig: "static bigint Min(bigint left, bigint right)", call: minimum},
	{sig: "static int Compare(bigint left, bigint right)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(bigOf(a[0]).Cmp(bigOf(a[1])))
	}},
	{sig: "static double Log(bigint value)", do: func(_ value.Value, a []value.Value) value.Value {
		f, _ := new(big.Float).SetInt(bigOf(a[0])).Float64()
		return value.OfDouble(math.Log(f))
	}},
	{sig: "static double Log10(bigint value)", do: func(_ value.Value, a []value.Value) value.Value {
		f, _ := new(big.Float).SetInt(bigOf(a[0])).Float64()
		return value.OfDouble(math.Log10(f))
	}},
	{sig: "byte[] ToByteArray()", do: func(s value.Value, _ []value.Value) value.Value {
		n := bigOf(s)
		size := n.BitLen()/8 + 1
		if n.Sign() < 0 {
			n = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(size*8)))
		}
		out := make([]byte, size)
		for i := range out {
			out[i] = byte(new(big.Int).Rsh(n, uint(i*8)).Uint64())
		}
		return ofBytes(out)
	}},
}

// ToText is the number.
func (b *BigInteger) ToText() string { return b.String() }
