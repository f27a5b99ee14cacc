package value

// maxConvertDepth bounds conversions of lists within lists.
const maxConvertDepth = 64

// Convert is v as a value of type t by PowerShell's rules ([t]v), or the *Exception that PowerShell throws for it
// (oracle/operators, section 8; oracle/tables/casts). Members that convert (Parse, constructors, operators) run without an engine;
// use ConvertIn where there is one.
func Convert(v Value, t *Type) (Value, error) {
	if v.ref != nil && TypeOf(v) == t {
		return v.Base(), nil
	}
	return conversion{}.convert(v, t)
}

// ConvertIn is Convert with the engine that Parse methods, constructors and conversion operators may need.
func ConvertIn(env Env, v Value, t *Type) (Value, error) {
	if v.ref != nil && TypeOf(v) == t {
		return v.Base(), nil
	}
	return conversion{env: env}.convert(v, t)
}

// TryConvert is Convert for -as and for trying: false instead of an error, which is then never made.
func TryConvert(v Value, t *Type) (Value, bool) {
	x, err := conversion{quiet: true}.convert(v, t)
	return x, err == nil
}

// TryConvertIn is TryConvert with an engine.
func TryConvertIn(env Env, v Value, t *Type) (Value, bool) {
	x, err := conversion{env: env, quiet: true}.convert(v, t)
	return x, err == nil
}

// Conversion is how a type makes its values from others in a way that its Parse methods and constructors do not tell: regular
// expressions, XML documents, types by name.
type Conversion struct {
	// ID is the FullyQualifiedErrorId when From fails.
	ID string
	// From converts a value that is neither $null nor of the type. handled is false for a value that it leaves to the general rules. An
	// *Exception without an ID is reported inside the usual message, another is passed on.
	From func(env Env, v Value) (x Value, handled bool, err error)
}

// conversion is one run of the rules.
type conversion struct {
	env   Env
	quiet bool // the caller wants no error, only that there is one
	depth int
}

func (c conversion) convert(v Value, t *Type) (Value, error) {
	if t == nil || t == TypeObject || t == TypePSObject {
		return v, nil
	}
	b := v.Base()
	if b.ref != nil && TypeOf(b) == t {
		return b, nil
	}
	if b.IsNull() {
		return c.fromNull(t)
	}
	switch t {
	case TypeString:
		s, err := TextIn(c.env, v)
		return OfString(s), err
	case TypeBool:
		return OfBool(Truth(b)), nil
	case TypeInt32, TypeInt64, TypeDouble, TypeDecimal, TypeByte, TypeUInt32, TypeUInt64, TypeInt16, TypeUInt16, TypeSByte, TypeSingle:
		return c.toNumber(b, t)
	case TypeChar:
		return c.toChar(b)
	case TypePSCustomObject:
		return toCustom(v, b), nil
	case TypeVoid:
		return NothingValue, nil
	}
	from := TypeOf(b)
	switch {
	case from.Is(t):
		return b, nil
	case t.Conversion != nil:
		x, handled, err := t.Conversion.From(c.env, b)
		if handled || err != nil {
			return x, c.memberFailure(b, t, t.Conversion.ID, err)
		}
	case t.Enum != nil:
		return c.toEnum(b, t)
	case t.Elem != nil:
		return c.toArray(b, t)
	case t == TypeSwitchParameter && b.Kind() == Bool:
		return OfSwitch(b.num != 0), nil
	case t == TypeArray || t == IfaceList || t == IfaceCollection || t == IfaceEnumerable:
		return c.toArray(b, TypeObjectArray)
	case isNullable(t):
		return c.toNullable(b, t)
	}
	return c.toObject(b, t)
}

// fromNull is $null as a t: zero for numbers, empty for strings, null for whatever can be null.
func (c conversion) fromNull(t *Type) (Value, error) {
	switch t {
	case TypeString:
		return OfString(""), nil
	case TypeBool:
		return False, nil
	case TypeChar:
		return OfChar(0), nil
	case TypeSwitchParameter:
		return OfSwitch(false), nil
	case TypeVoid:
		return NothingValue, nil
	}
	switch {
	case t.Flags&Numeric != 0:
		if k := KindOfType(t); k != Reference {
			return zeroOf(k), nil
		}
		return c.toObject(OfInt32(0), t)
	case t.Flags&ValueType == 0 || isNullable(t):
		return NullValue, nil
	case c.quiet:
		return NullValue, errNoConversion
	case t.Enum != nil:
		return NullValue, castError("nullToEnumInvalidCast", "Cannot convert null to type \""+t.String()+"\""+t.Enum.notDefined(), nil)
	}
	return NullValue, castError("nullToObjectInvalidCast", "Cannot convert null to type \""+t.String()+"\".", nil)
}

// isNullable tells whether t is a Nullable<T>. Its values are those of T, or $null.
func isNullable(t *Type) bool { return t.Generic != nil && t.Generic.FullName == "System.Nullable`1" }

func (c conversion) toNullable(b Value, t *Type) (Value, error) {
	x, err := c.convert(b, t.Args[0])
	if e, ok := err.(*Exception); ok && e.ID == noConversionID {
		return b, c.noConversion(b, t)
	}
	return x, err
}

func (c conversion) toChar(b Value) (Value, error) {
	switch k := b.Kind(); k {
	case String:
		if u, ok := singleUnit(b.Str()); ok {
			return OfChar(u), nil
		}
		return b, c.failure(b, TypeChar, parseID, FormatException, "String must be exactly one character long.")
	case SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Enum:
		if b.num <= 0xFFFF {
			return OfChar(uint16(b.num)), nil
		}
		return b, c.failure(b, TypeChar, convertibleID, OverflowException, "Value was either too large or too small for a character.")
	case Single, Double, DecimalKind, Bool, DateTime:
		return b, c.failure(b, TypeChar, convertibleID, InvalidCastException, "Invalid cast from '"+TypeOf(b).Name+"' to 'Char'.")
	}
	if o, ok := b.ref.(interface{ Sign() int }); ok && o != nil {
		return b, c.failure(b, TypeChar, convertibleID, InvalidCastException, "Object must implement IConvertible.")
	}
	return b, c.noConversion(b, TypeChar)
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
