package value

import (
	"errors"
	"strconv"

	"rehearse/runtime/text"
)

// Format is layout -f args: .NET's composite formatting in the culture en-US.
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
	FormatText(format string) (string, error)
}

// FormatValue is v.ToString(format) in the culture en-US; types that cannot be formatted give their text.
func FormatValue(env Env, v Value, format string) (string, error) {
	b := v.Base()
	var s string
	var err error
	switch k := b.Kind(); k {
	case Null, Nothing:
		return "", nil
	case String:
		return b.Str(), nil
	case SByte, Int16, Int32, Int64:
		s, err = text.FormatInt64(b.Int(), IntegerBits(k), format, text.EnglishUS)
	case Byte, UInt16, UInt32, UInt64:
		s, err = text.FormatUint64(b.num, IntegerBits(k), format, text.EnglishUS)
	case Double:
		s, err = text.FormatFloat(b.Float(), 64, format, text.EnglishUS)
	case Single:
		s, err = text.FormatFloat(b.Float(), 32, format, text.EnglishUS)
	case DecimalKind:
		s, err = text.FormatDecimal(b.Decimal().Number, format, text.EnglishUS)
	case Enum:
		return b.Enum().Format(b.Int(), format)
	case DateTime, TimeSpan:
		return formatTime(b, format)
	case Reference:
		if f, ok := b.ref.(Formatter); ok {
			s, err = f.FormatText(format)
			break
		}
		return ToString(v), nil
	default:
		return ToString(b), nil
	}
	if err != nil {
		return "", exceptionOf(err)
	}
	return s, nil
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

// exceptionOf is the exception that an error of package text or decimal stands for.
func exceptionOf(err error) *Exception {
	var e *Exception
	if errors.As(err, &e) {
		return e
	}
	t := FormatException
	var n *text.Error
	if errors.As(err, &n) {
		switch n.Kind {
		case text.OverflowException:
			t = OverflowException
		case text.ArgumentException:
			t = ArgumentException
		case text.ArgumentOutOfRangeException:
			t = ArgumentOutOfRangeException
		case text.ArgumentNullException:
			t = ArgumentNullException
		case text.OutOfMemoryException:
			t = OutOfMemoryException
		}
	}
	return Throw(t, "", err.Error())
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
