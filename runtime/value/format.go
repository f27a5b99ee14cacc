package value

import (
	"strconv"

	"rehearse/runtime/text"
)

// Cultured is an Env whose scripts can set [cultureinfo]::CurrentCulture.
type Cultured interface {
	Culture() *text.Culture // nil for en-US
	SetCulture(c *text.Culture)
}

// CultureOf is the current culture of a session.
func CultureOf(env Env) *text.Culture {
	if s, ok := env.(Cultured); ok {
		if c := s.Culture(); c != nil {
			return c
		}
	}
	return text.EnglishUS
}

// Format is layout -f args: .NET's composite formatting in the current culture.
func Format(env Env, layout string, args []Value) (string, error) {
	s, err := text.FormatComposite(layout, len(args), func(i int, format string) (string, error) {
		return FormatValue(env, args[i], format)
	})
	if err != nil {
		return "", exceptionOf(err)
	}
	return s, nil
}

// Formatter is an object with ToString(format).
type Formatter interface {
	FormatText(format string, c *text.Culture) (string, error)
}

// FormatValue is v.ToString(format) in the current culture; types that cannot be formatted give their text.
func FormatValue(env Env, v Value, format string) (string, error) {
	s, err := FormatIn(v, format, CultureOf(env))
	if err != nil {
		return "", exceptionOf(err)
	}
	return s, nil
}

// FormatIn is v.ToString(format) in a culture. Collections and types name their type, other objects without formats give their text.
func FormatIn(v Value, format string, c *text.Culture) (string, error) {
	b := v.Base()
	switch k := b.Kind(); k {
	case Null, Nothing:
		return "", nil
	case String:
		return b.Str(), nil
	case SByte, Int16, Int32, Int64:
		return text.FormatInt64(b.Int(), IntegerBits(k), format, c)
	case Byte, UInt16, UInt32, UInt64:
		return text.FormatUint64(b.num, IntegerBits(k), format, c)
	case Double:
		return text.FormatFloat(b.Float(), 64, format, c)
	case Single:
		return text.FormatFloat(b.Float(), 32, format, c)
	case DecimalKind:
		return text.FormatDecimal(b.Decimal().Number, format, c)
	case Enum:
		return b.Enum().Format(b.Int(), format)
	case DateTime:
		return text.FormatDateTime(b.Ticks(), b.DateKind(), format, c)
	case TimeSpan:
		return text.FormatTimeSpan(b.Int(), format, c)
	case Reference:
		return formatObject(b, format, c)
	}
	return ToString(b), nil
}

func formatObject(b Value, format string, c *text.Culture) (string, error) {
	switch o := b.ref.(type) {
	case Formatter:
		if TypeOf(b).Is(IfaceFormattable) {
			return o.FormatText(format, c)
		}
	case *PSObject:
		return o.text(bagStyle{culture: c, format: format}, 0), nil
	case List, Enumerable, *Dictionary:
		return TypeOf(b).String(), nil
	}
	return toText(b, c, 0), nil
}

// IntegerBits is the width of the values of an integer kind, 64 for other kinds.
func IntegerBits(k Kind) int {
	switch k {
	case SByte, Byte:
		return 8
	case Int16, UInt16:
		return 16
	case Int32, UInt32:
		return 32
	}
	return 64
}

// Format is Enum.ToString(format): G and F names, D the number, X all hexadecimal digits of the underlying type.
func (e *EnumInfo) Format(n int64, format string) (string, error) {
	switch format {
	case "", "G", "g", "F", "f":
		return e.Text(n), nil
	case "D", "d":
		return text.FormatInt64(n, 64, "D", text.Invariant)
	case "X", "x":
		bits := IntegerBits(KindOfType(e.underlying()))
		return text.FormatInt64(n, bits, "X"+strconv.Itoa(bits/4), text.Invariant)
	}
	return "", Throw(FormatException, "", `Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".`)
}
