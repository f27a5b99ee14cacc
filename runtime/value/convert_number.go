package value

import (
	"math"

	"rehearse/runtime/decimal"
)

// kindOfType is the kind of a numeric type.
func kindOfType(t *Type) Kind {
	switch t {
	case TypeInt32:
		return Int32
	case TypeInt64:
		return Int64
	case TypeDouble:
		return Double
	case TypeDecimal:
		return DecimalKind
	case TypeByte:
		return Byte
	case TypeSByte:
		return SByte
	case TypeInt16:
		return Int16
	case TypeUInt16:
		return UInt16
	case TypeUInt32:
		return UInt32
	case TypeUInt64:
		return UInt64
	case TypeSingle:
		return Single
	}
	return Reference
}

// overflowNames are the ends of .NET's overflow messages.
var overflowNames = [...]string{
	SByte: "a signed byte", Byte: "an unsigned byte", Int16: "an Int16", UInt16: "a UInt16", Int32: "an Int32", UInt32: "a UInt32",
	Int64: "an Int64", UInt64: "a UInt64", Single: "a Single", Double: "a Double", DecimalKind: "a Decimal",
}

func overflow(k Kind) *Exception {
	return Throw(OverflowException, "", "Value was either too large or too small for "+overflowNames[k]+".")
}

// toNumber converts to a numeric type.
func toNumber(v, b Value, t *Type) (Value, error) {
	k := kindOfType(t)
	switch b.Kind() {
	case Null, Nothing:
		return numberOf(OfInt32(0), k), nil
	case String:
		return textToNumber(v, b.Str(), t, k)
	case Bool, Switch:
		if b.Kind() == Switch {
			return v, cannotConvert(v, t)
		}
		return numberOf(OfInt32(int32(b.num)), k), nil
	case Char:
		if k == Single || k == Double || k == DecimalKind {
			return v, castError(v, t, "InvalidCastIConvertible", Throw(InvalidCastException, "", "Invalid cast from 'Char' to '"+t.Name+"'."))
		}
		return narrow(v, OfInt32(int32(b.num)), t, k)
	case DateTime:
		return v, castError(v, t, "InvalidCastIConvertible", Throw(InvalidCastException, "", "Invalid cast from 'DateTime' to '"+t.Name+"'."))
	case TimeSpan, Reference:
		return v, cannotConvert(v, t)
	}
	return narrow(v, b, t, k)
}

// narrow converts between number kinds; a number that does not fit is an error.
func narrow(v, n Value, t *Type, k Kind) (Value, error) {
	if x, ok := Narrow(n, k); ok {
		return x, nil
	}
	return v, castError(v, t, "InvalidCastIConvertible", overflow(k))
}

// Narrow is the number n as kind k, rounded half to even; false if it does not fit.
func Narrow(n Value, k Kind) (Value, bool) {
	switch k {
	case Double:
		return OfDouble(toFloat(n)), true
	case Single:
		f := toFloat(n)
		if math.Abs(f) > math.MaxFloat32 && !math.IsInf(f, 0) {
			if n.Kind() == Double {
				return OfSingle(float32(f)), true
			}
			return Value{}, false
		}
		return OfSingle(float32(f)), true
	case DecimalKind:
		return toDecimal(n)
	}
	switch n.Kind() {
	case Single, Double:
		f := math.RoundToEven(n.Float())
		if math.IsNaN(f) || f < minOf(k) || f > maxOf(k) || k == Int64 && f >= 9.2233720368547758e18 || k == UInt64 && f >= 1.8446744073709552e19 {
			return Value{}, false
		}
		if k == UInt64 {
			return OfUInt64(uint64(f)), true
		}
		return OfInteger(k, int64(f)), true
	case DecimalKind:
		d := n.Decimal().Number.Round(0, decimal.ToEven)
		if k == UInt64 {
			u, ok := d.Uint64()
			return OfUInt64(u), ok
		}
		i, ok := d.Int64()
		if !ok || !fits(i, k) {
			return Value{}, false
		}
		return OfInteger(k, i), true
	case UInt64:
		if k == UInt64 {
			return n, true
		}
		if n.num > math.MaxInt64 || !fits(int64(n.num), k) {
			return Value{}, false
		}
		return OfInteger(k, int64(n.num)), true
	}
	i := n.Int()
	if k == UInt64 {
		return OfUInt64(uint64(i)), i >= 0
	}
	return OfInteger(k, i), fits(i, k)
}

func fits(i int64, k Kind) bool {
	switch k {
	case Int64:
		return true
	case UInt64:
		return i >= 0
	}
	return float64(i) >= minOf(k) && float64(i) <= maxOf(k)
}

func minOf(k Kind) float64 {
	switch k {
	case SByte:
		return math.MinInt8
	case Int16:
		return math.MinInt16
	case Int32:
		return math.MinInt32
	case Int64:
		return math.MinInt64
	}
	return 0
}

func maxOf(k Kind) float64 {
	switch k {
	case SByte:
		return math.MaxInt8
	case Byte:
		return math.MaxUint8
	case Int16:
		return math.MaxInt16
	case UInt16:
		return math.MaxUint16
	case Int32:
		return math.MaxInt32
	case UInt32:
		return math.MaxUint32
	case Int64:
		return math.MaxInt64
	}
	return math.MaxUint64
}

// toFloat is a number of any kind as a double.
func toFloat(n Value) float64 {
	switch n.Kind() {
	case Single, Double:
		return n.Float()
	case DecimalKind:
		return n.Decimal().Float64()
	case UInt64:
		return float64(n.num)
	}
	return float64(n.Int())
}

func toDecimal(n Value) (Value, bool) {
	switch n.Kind() {
	case DecimalKind:
		return n, true
	case Double:
		d, err := decimal.FromFloat64(n.Float())
		return OfDecimal(d), err == nil
	case Single:
		d, err := decimal.FromFloat32(float32(n.Float()))
		return OfDecimal(d), err == nil
	case UInt64:
		return OfDecimal(decimal.FromUint64(n.num)), true
	}
	return OfDecimal(decimal.FromInt64(n.Int())), true
}

// numberOf is a small number as kind k.
func numberOf(n Value, k Kind) Value {
	x, _ := Narrow(n, k) // small numbers fit every kind
	return x
}

// textToNumber is [int]'…' and its like: the number scan of oracle/operators, section 8.
func textToNumber(v Value, s string, t *Type, k Kind) (Value, error) {
	id := "InvalidCastFromStringToInteger"
	switch k {
	case Single, Double:
		id = "InvalidCastFromStringToDoubleOrSingle"
	case DecimalKind:
		id = "InvalidCastFromStringToDecimal"
	}
	n, ok := ParseNumber(s, k)
	if !ok {
		return v, castError(v, t, id, Throw(FormatException, "", "The input string '"+s+"' was not in a correct format."))
	}
	x, ok := Narrow(n, k)
	if !ok {
		return v, castError(v, t, id, overflow(k))
	}
	return x, nil
}
