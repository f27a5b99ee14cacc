package value

import (
	"slices"
	"strconv"
	"strings"

	"rehearse/runtime/text"
)

const (
	enumNameID   = "SubstringDisambiguationEnumParseThrewAnException"
	enumNumberID = "UndefinedIntegerToEnum"
	enumDigitsID = "EnumParseUndefined"
	enumParseID  = "CaseSensitiveEnumParseThrewAnException"
)

// toEnum converts names (whole, or a prefix that only one has, several joined by commas), numbers, other enumerations, and lists of all
// these (oracle/operators, section 8, Enums).
func (c conversion) toEnum(b Value, t *Type) (Value, error) {
	switch b.Kind() {
	case String:
		return c.textToEnum(b, t)
	case SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64, Enum:
		if n, ok := t.Enum.defined(b); ok {
			return OfEnum(t.Enum, n), nil
		}
		return b, c.undefined(b, t, enumNumberID)
	case Single, Double, DecimalKind:
		return c.textToEnum(OfString(ToString(b)), t)
	case Reference:
		switch b.ref.(type) {
		case List, Enumerable:
			return c.listToEnum(b, t)
		}
	}
	return c.lastResort(b, t)
}

// listToEnum takes the elements together as one text with commas; those that are no text are converted first.
func (c conversion) listToEnum(b Value, t *Type) (Value, error) {
	if c.depth >= maxConvertDepth {
		return b, c.noConversion(b, t)
	}
	inner := c
	inner.depth++
	items := Elements(b)
	names := make([]string, len(items))
	var sum int64
	plain := len(items) > 0
	for i, x := range items {
		if x.Base().IsString() {
			names[i], plain = x.Base().Str(), false
			continue
		}
		if n := x.Base(); plain && n.Kind() >= SByte && n.Kind() <= UInt64 && n.Int() == 0 {
			names[i] = "0" // no bit is a value of every enumeration here
			continue
		}
		e, err := inner.convert(x, t)
		if err != nil {
			return b, err
		}
		names[i] = t.Enum.Text(e.Int())
		sum |= e.Int()
	}
	if plain {
		return OfEnum(t.Enum, sum), nil
	}
	return c.textToEnum(OfString(strings.Join(names, ",")), t)
}

// defined is an integer or enum value as a number of e, if it is a value of e, or for flags a combination of values.
func (e *EnumInfo) defined(b Value) (int64, bool) {
	if b.Kind() != Enum {
		x, ok := Narrow(b, KindOfType(e.underlying()))
		if !ok {
			return 0, false
		}
		b = x
	}
	return b.Int(), e.defines(b.Int())
}

func (e *EnumInfo) defines(n int64) bool {
	var all int64
	for _, x := range e.Numbers {
		if x == n {
			return true
		}
		all |= x
	}
	return e.Flags && n != 0 && n&^all == 0
}

func (c conversion) textToEnum(b Value, t *Type) (Value, error) {
	e := t.Enum
	s := text.Trim(b.Str())
	if s != "" && (s[0] == '-' || s[0] == '+' || s[0] >= '0' && s[0] <= '9') {
		if n, err := parseInteger(s, KindOfType(e.underlying()), text.IntegerStyle); err == nil {
			if !e.defines(n.Int()) {
				return b, c.undefined(b, t, enumDigitsID)
			}
			return OfEnum(e, n.Int()), nil
		} else if _, digits := strconv.ParseFloat(s, 64); digits == nil && strings.Trim(s[1:], "0123456789") == "" {
			return b, c.failureBy(b, t, enumParseID, exceptionOf(err))
		}
	}
	if n, ok := e.named(s); ok {
		return OfEnum(e, n), nil
	}
	n, hits := e.beginning(b.Str())
	if name := e.preferred(hits); name != "" {
		return OfEnum(e, e.Numbers[e.indexOf(name)]), nil
	}
	switch {
	case len(hits) == 1:
		return OfEnum(e, n), nil
	case c.quiet:
		return b, errNoConversion
	case len(hits) == 0:
		return b, c.failure(b, t, enumNameID, RuntimeException, "Unable to match the identifier name "+b.Str()+
			" to a valid enumerator name. Specify one of the following enumerator names and try again:\n"+strings.Join(e.SortedNames(), ", "))
	}
	return b, c.failure(b, t, enumNameID, RuntimeException, "The identifier name "+b.Str()+
		" cannot be processed because it is either too similar or identical to the following enumerator names: "+
		strings.Join(hits, ", ")+". Use a more specific identifier name.")
}

// named is the number of a name in any case, or of several with commas between.
func (e *EnumInfo) named(s string) (int64, bool) {
	var number int64
	for {
		name, rest, more := strings.Cut(s, ",")
		i := e.indexOf(text.Trim(name))
		if i < 0 {
			return 0, false
		}
		number |= e.Numbers[i]
		if !more {
			return number, true
		}
		s = rest
	}
}

func (e *EnumInfo) indexOf(name string) int {
	for i, x := range e.Names {
		if EqualFold(x, name) {
			return i
		}
	}
	return -1
}

// beginning are the names that begin with a prefix, by their numbers, and the number of the last.
func (e *EnumInfo) beginning(prefix string) (n int64, names []string) {
	for _, i := range e.byNumber() {
		if x := e.Names[i]; len(x) >= len(prefix) && EqualFold(x[:len(prefix)], prefix) {
			n, names = e.Numbers[i], append(names, x)
		}
	}
	return n, names
}

// preferred is the name that counts among several with the same beginning: FileAttributes has such names, other enumerations none.
func (e *EnumInfo) preferred(hits []string) string {
	if len(hits) > 1 && e.Type.FullName == "System.IO.FileAttributes" {
		for _, name := range [...]string{"Directory", "ReadOnly", "System"} {
			if slices.Contains(hits, name) {
				return name
			}
		}
	}
	return ""
}

// undefined is the error of a number that no value of the enumeration has.
func (c conversion) undefined(b Value, t *Type, id string) error {
	if c.quiet {
		return errNoConversion
	}
	return castError(id, "Cannot convert value \""+messageText(b)+"\" to type \""+t.String()+"\""+t.Enum.notDefined(), nil)
}

// notDefined is the end of messages about values that an enumeration does not have.
func (e *EnumInfo) notDefined() string {
	return " due to enumeration values that are not valid. Specify one of the following enumeration values and try again." +
		" The possible enumeration values are \"" + strings.Join(e.SortedNames(), ",") + "\"."
}
