package dotnet

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"

	"rehearse/runtime/value"
)

var typeBitConverter = class("System.BitConverter", value.TypeObject, value.Abstract|value.Sealed|value.Static)

// bitsOf are the bytes of a number, least significant first.
func bitsOf(v value.Value) []byte {
	var b [8]byte
	switch k := v.Kind(); k {
	case value.Double:
		binary.LittleEndian.PutUint64(b[:], math.Float64bits(v.Float()))
		return b[:]
	case value.Single:
		binary.LittleEndian.PutUint32(b[:], math.Float32bits(float32(v.Float())))
		return b[:4]
	case value.Bool:
		return []byte{byte(v.Int())}
	case value.Char, value.Int16, value.UInt16:
		binary.LittleEndian.PutUint64(b[:], v.UInt())
		return b[:2]
	case value.Int32, value.UInt32:
		binary.LittleEndian.PutUint64(b[:], v.UInt())
		return b[:4]
	}
	binary.LittleEndian.PutUint64(b[:], v.UInt())
	return b[:]
}

// fromBits reads a number of n bytes.
func fromBits(n int, make func(bits uint64) value.Value) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		b, at := bytesOf(a[0]), int(option(a, 1, 0))
		switch {
		case a[0].IsNull():
			return value.NullValue, nullError("value")
		case at < 0 || at >= len(b):
			return value.NullValue, rangeError("startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
		case at+n > len(b):
			return value.NullValue, argumentError("value", "Destination array is not long enough to copy all the items in the collection. Check array index and length.")
		}
		var full [8]byte
		copy(full[:], b[at:at+n])
		return make(binary.LittleEndian.Uint64(full[:])), nil
	}
}

func bytesMethod(params string) method {
	return method{sig: "static byte[] GetBytes(" + params + " value)", do: func(_ value.Value, a []value.Value) value.Value { return ofBytes(bitsOf(a[0])) }}
}

func bitsText(b []byte) value.Value {
	s := strings.ToUpper(hex.EncodeToString(b))
	var out strings.Builder
	for i := 0; i < len(s); i += 2 {
		if i > 0 {
			out.WriteByte('-')
		}
		out.WriteString(s[i : i+2])
	}
	return value.OfString(out.String())
}

var bitConverterTable = table{
	props: []prop{{sig: "static bool IsLittleEndian", get: boolOf(true)}},
	methods: []method{
		bytesMethod("bool"), bytesMethod("char"), bytesMethod("short"), bytesMethod("int"), bytesMethod("long"), bytesMethod("ushort"), bytesMethod("uint"),
		bytesMethod("ulong"), bytesMethod("float"), bytesMethod("double"),
		{sig: "static bool ToBoolean(byte[] value, int startIndex)", call: fromBits(1, func(n uint64) value.Value { return value.OfBool(n != 0) })},
		{sig: "static char ToChar(byte[] value, int startIndex)", call: fromBits(2, func(n uint64) value.Value { return value.OfChar(uint16(n)) })},
		{sig: "static short ToInt16(byte[] value, int startIndex)", call: fromBits(2, func(n uint64) value.Value { return value.OfInteger(value.Int16, int64(int16(n))) })},
		{sig: "static int ToInt32(byte[] value, int startIndex)", call: fromBits(4, func(n uint64) value.Value { return value.OfInt32(int32(n)) })},
		{sig: "static long ToInt64(byte[] value, int startIndex)", call: fromBits(8, func(n uint64) value.Value { return value.OfInt64(int64(n)) })},
		{sig: "static ushort ToUInt16(byte[] value, int startIndex)", call: fromBits(2, func(n uint64) value.Value { return value.OfInteger(value.UInt16, int64(n)) })},
		{sig: "static uint ToUInt32(byte[] value, int startIndex)", call: fromBits(4, func(n uint64) value.Value { return value.OfInteger(value.UInt32, int64(n)) })},
		{sig: "static ulong ToUInt64(byte[] value, int startIndex)", call: fromBits(8, value.OfUInt64)},
		{sig: "static float ToSingle(byte[] value, int startIndex)", call: fromBits(4, func(n uint64) value.Value { return value.OfSingle(math.Float32frombits(uint32(n))) })},
		{sig: "static double ToDouble(byte[] value, int startIndex)", call: fromBits(8, func(n uint64) value.Value { return value.OfDouble(math.Float64frombits(n)) })},
		{sig: "static string ToString(byte[] value)", do: func(_ value.Value, a []value.Value) value.Value { return bitsText(bytesOf(a[0])) }},
		{sig: "static string ToString(byte[] value, int startIndex)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			b, at := bytesOf(a[0]), integer(a[1])
			if at < 0 || at >= len(b) {
				return value.NullValue, rangeError("startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
			}
			return bitsText(b[at:]), nil
		}},
		{sig: "static string ToString(byte[] value, int startIndex, int length)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			b, at, n := bytesOf(a[0]), integer(a[1]), integer(a[2])
			if at < 0 || n < 0 || at+n > len(b) {
				return value.NullValue, rangeError("startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
			}
			return bitsText(b[at : at+n]), nil
		}},
		{sig: "static long DoubleToInt64Bits(double value)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfInt64(int64(math.Float64bits(a[0].Float())))
		}},
		{sig: "static double Int64BitsToDouble(long value)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfDouble(math.Float64frombits(a[0].UInt()))
		}},
	},
}

// bitArray is a BitArray.
type bitArray struct {
	value.Extended
	bits []bool
}

var typeBitArray = within("System.Collections", class("System.Collections.BitArray", value.TypeObject, value.Sealed, value.IfaceCollection, value.IfaceCloneable))

// TypeOf is BitArray.
func (*bitArray) TypeOf() *value.Type { return typeBitArray }

// Each yields the bits.
func (b *bitArray) Each(yield func(value.Value) error) error {
	for _, x := range b.bits {
		if err := yield(value.OfBool(x)); err != nil {
			return err
		}
	}
	return nil
}

func bitsArrayOf(v value.Value) *bitArray {
	b, _ := value.As[*bitArray](v)
	return b
}

func bitAt(v, i value.Value) (*bool, error) {
	b, n := bitsArrayOf(v), integer(i)
	if n < 0 || n >= len(b.bits) {
		return nil, rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
	}
	return &b.bits[n], nil
}

func getBit(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
	p, err := bitAt(v, a[0])
	if err != nil {
		return v, err
	}
	return value.OfBool(*p), nil
}

func setBit(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
	p, err := bitAt(v, a[0])
	if err == nil {
		*p = a[1].Bool()
	}
	return value.NothingValue, err
}

func newBits(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	b := &bitArray{}
	if a[0].IsInt32() {
		n := integer(a[0])
		if n < 0 || n > maxListItems {
			return value.NullValue, rangeError("length", "Non-negative number required.")
		}
		b.bits = make([]bool, n)
		for i := range b.bits {
			b.bits[i] = len(a) > 1 && a[1].Bool()
		}
		return value.Of(b), nil
	}
	for _, x := range items(a[0]) {
		if x.IsBool() {
			b.bits = append(b.bits, x.Bool())
			continue
		}
		for i := range uint(len(bitsOf(x)) * 8) {
			if x.Kind() == value.Byte && i >= 8 {
				break
			}
			b.bits = append(b.bits, x.UInt()>>i&1 == 1)
		}
	}
	return value.Of(b), nil
}

// bitOperation combines two arrays bit by bit.
func bitOperation(f func(a, b bool) bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		x, y := bitsArrayOf(v), bitsArrayOf(a[0])
		if y == nil || len(x.bits) != len(y.bits) {
			return v, raise(value.ArgumentException, "Array lengths must be the same.")
		}
		for i := range x.bits {
			x.bits[i] = f(x.bits[i], y.bits[i])
		}
		return v, nil
	}
}

var bitArrayTable = table{
	ctors: []ctor{{"(int length)", newBits}, {"(int length, bool defaultValue)", newBits}, {"(byte[] bytes)", newBits}, {"(bool[] values)", newBits}, {"(int[] values)", newBits}},
	props: []prop{
		{sig: "int Length", get: func(v value.Value) value.Value { return value.OfInt(len(bitsArrayOf(v).bits)) }},
		{sig: "int Count", get: func(v value.Value) value.Value { return value.OfInt(len(bitsArrayOf(v).bits)) }},
	},
	methods: []method{
		{sig: "bool Get(int index)", call: getBit}, {sig: "void Set(int index, bool value)", call: setBit},
		{sig: "bool get_Item(int index)", call: getBit}, {sig: "void set_Item(int index, bool value)", call: setBit},
		{sig: "void SetAll(bool value)", do: func(v value.Value, a []value.Value) value.Value {
			for i := range bitsArrayOf(v).bits {
				bitsArrayOf(v).bits[i] = a[0].Bool()
			}
			return value.NothingValue
		}},
		{sig: "System.Collections.BitArray And(System.Collections.BitArray value)", call: bitOperation(func(a, b bool) bool { return a && b })},
		{sig: "System.Collections.BitArray Or(System.Collections.BitArray value)", call: bitOperation(func(a, b bool) bool { return a || b })},
		{sig: "System.Collections.BitArray Xor(System.Collections.BitArray value)", call: bitOperation(func(a, b bool) bool { return a != b })},
		{sig: "System.Collections.BitArray Not()", do: func(v value.Value, _ []value.Value) value.Value {
			for i := range bitsArrayOf(v).bits {
				bitsArrayOf(v).bits[i] = !bitsArrayOf(v).bits[i]
			}
			return v
		}},
	},
}
