package value

import "rehearse/runtime/text"

// Convert is v as a value of type t by PowerShell's rules ([t]v), or the *Exception that PowerShell throws for it (oracle/tables/casts).
// Types that only runtime/dotnet knows are converted there before they come here.
func Convert(v Value, t *Type) (Value, error) {
	if t == nil || t == TypeObject {
		return v, nil
	}
	b := v.Base()
	if b.ref != nil && TypeOf(b) == t {
		if t == TypePSCustomObject || t == TypePSObject {
			return v, nil
		}
		return b, nil
	}
	switch t {
	case TypePSObject:
		return v, nil
	case TypeString:
		return OfString(ToString(v)), nil
	case TypeBool:
		return OfBool(Truth(v)), nil
	case TypeSwitchParameter:
		return toSwitch(v, b)
	case TypePSCustomObject:
		return toCustom(v, b), nil
	case TypeChar:
		return toChar(v, b)
	case TypeVoid:
		return NothingValue, nil
	}
	switch {
	case t.Flags&Numeric != 0:
		return toNumber(v, b, t)
	case t.Enum != nil:
		return toEnum(v, b, t)
	case t.Elem != nil:
		return toArray(v, b, t)
	}
	if b.IsNull() {
		if t.Flags&ValueType != 0 {
			return v, Throw(RuntimeException, "nullToObjectInvalidCast", "Cannot convert null to type \""+t.FullName+"\".").With(InvalidArgument, NullValue)
		}
		return NullValue, nil
	}
	if TypeOf(b).Is(t) {
		return b, nil
	}
	switch t {
	case TypeDateTime, TypeTimeSpan:
		return toTime(v, b, t)
	case TypeHashtable, TypeOrderedDictionary, IfaceDictionary:
		if d, ok := b.ref.(*Dictionary); ok {
			c := &Dictionary{Type: t, Table: d.Table.Clone()}
			if t == IfaceDictionary {
				return b, nil
			}
			return Of(c), nil
		}
	case TypeArrayList, IfaceList, TypeArray:
		items := []Value{v}
		if l, ok := b.ref.(List); ok {
			items = make([]Value, l.Len())
			for i := range items {
				items[i] = l.At(i)
			}
		}
		if t == TypeArrayList {
			return Of(&ArrayList{Type: t, Items: items}), nil
		}
		return Of(NewArray(items)), nil
	}
	return v, cannotConvert(v, t)
}

// TryConvert is Convert for -as: false instead of an error.
func TryConvert(v Value, t *Type) (Value, bool) {
	x, err := Convert(v, t)
	return x, err == nil
}

// cannotConvert is the error of a pair of types without conversion.
func cannotConvert(v Value, t *Type) error {
	from := TypeOf(v)
	if from == nil {
		return Throw(RuntimeException, "nullToObjectInvalidCast", "Cannot convert null to type \""+t.FullName+"\".").With(InvalidArgument, NullValue)
	}
	return Throw(RuntimeException, "ConvertToFinalInvalidCastException",
		"Cannot convert the \""+ToString(v)+"\" value of type \""+from.FullName+"\" to type \""+t.FullName+"\".").With(InvalidArgument, NullValue)
}

// castError is the error of a conversion that was tried and failed.
func castError(v Value, t *Type, id string, inner *Exception) error {
	return Throw(RuntimeException, id,
		"Cannot convert value \""+ToString(v)+"\" to type \""+t.FullName+"\". Error: \""+inner.Message+"\"").With(InvalidArgument, NullValue).Because(inner)
}

// Truth is what `if (v)` decides.
func Truth(v Value) bool {
	switch v.Kind() {
	case Null, Nothing:
		return false
	case String:
		return v.num != 0
	case Single, Double:
		return v.Float() != 0
	case DecimalKind:
		return !v.Decimal().IsZero()
	case DateTime, TimeSpan:
		return true
	case Reference:
		return truthOfObject(v)
	}
	return v.num != 0
}

func truthOfObject(v Value) bool {
	switch o := v.ref.(type) {
	case *PSObject:
		if o.base.ref != nil {
			return Truth(o.base)
		}
	case List:
		switch o.Len() {
		case 0:
			return false
		case 1:
			x := o.At(0)
			if l, ok := x.Base().ref.(List); ok {
				return l.Len() > 0
			}
			return Truth(x)
		}
	case interface{ Sign() int }: // big integers
		return o.Sign() != 0
	}
	return true
}

func toSwitch(v, b Value) (Value, error) {
	switch b.Kind() {
	case Null, Nothing:
		return OfSwitch(false), nil
	case Bool:
		return OfSwitch(b.num != 0), nil
	case String, DateTime, TimeSpan, Reference, Char:
		return v, cannotConvert(v, TypeSwitchParameter)
	}
	return OfSwitch(Truth(b)), nil
}

// toCustom is [pscustomobject]v: the keys of a dictionary become properties, other values stay what they are.
func toCustom(v, b Value) Value {
	d, ok := b.ref.(*Dictionary)
	if !ok {
		return v
	}
	o := NewCustom()
	for k, x := range d.All {
		name := ToString(k)
		if EqualFold(name, "PSTypeName") {
			o.SetTypeNames([]string{ToString(x), TypePSCustomObject.FullName, TypeObject.FullName})
			continue
		}
		o.Set(name, x)
	}
	return Of(o)
}

func toChar(v, b Value) (Value, error) {
	switch b.Kind() {
	case String:
		if text.Utf16Len(b.Str()) == 1 {
			return OfChar(text.Utf16At(b.Str(), 0)), nil
		}
		if b.Str() == "" {
			return v, castError(v, TypeChar, "InvalidCastIConvertible", Throw(FormatException, "", "String must be exactly one character long."))
		}
		return v, castError(v, TypeChar, "InvalidCastIConvertible", Throw(FormatException, "", "String must be exactly one character long."))
	case SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Enum:
		if n := b.Int(); b.Kind() != UInt64 && n >= 0 && n <= 0xFFFF || b.Kind() == UInt64 && b.num <= 0xFFFF {
			return OfChar(uint16(n)), nil
		}
		return v, castError(v, TypeChar, "InvalidCastIConvertible", Throw(OverflowException, "", "Value was either too large or too small for a character."))
	case Null, Nothing:
		return OfChar(0), nil
	case Single, Double, DecimalKind, Bool, DateTime:
		return v, castError(v, TypeChar, "InvalidCastIConvertible", Throw(InvalidCastException, "", "Invalid cast from '"+TypeOf(b).Name+"' to 'Char'."))
	}
	return v, cannotConvert(v, TypeChar)
}

// toArray converts each element of a list, or makes a one-element array of anything else.
func toArray(v, b Value, t *Type) (Value, error) {
	if b.IsNull() {
		return NullValue, nil
	}
	var items []Value
	switch l := b.ref.(type) {
	case List:
		items = make([]Value, l.Len())
		for i := range items {
			items[i] = l.At(i)
		}
	case Enumerable:
		_ = l.Each(func(x Value) error { items = append(items, x); return nil }) // the yield never fails
	default:
		items = []Value{v}
		if b.IsString() && t.Elem == TypeChar {
			items = items[:0]
			for _, u := range text.ToUtf16(b.Str()) {
				items = append(items, OfChar(u))
			}
		}
	}
	a := &Array{Type: t, Items: make([]Value, len(items))}
	for i, x := range items {
		y, err := Convert(x, t.Elem)
		if err != nil {
			return v, err
		}
		a.Items[i] = y
	}
	return Of(a), nil
}

func toTime(v, b Value, t *Type) (Value, error) {
	switch b.Kind() {
	case SByte, Byte, Int16, UInt16, Int32, UInt32, Int64:
		if t == TypeDateTime {
			return OfDateTime(b.Int(), 0), nil
		}
		return OfTimeSpan(b.Int()), nil
	}
	return v, cannotConvert(v, t)
}
