package value

import (
	"sort"
	"strconv"
	"strings"
)

// toEnum converts names (whole, or a prefix that only one has, several joined by commas), numbers and other enumerations
// (oracle/flow, section 11).
func toEnum(v, b Value, t *Type) (Value, error) {
	e := t.Enum
	switch b.Kind() {
	case Null, Nothing:
		return v, Throw(RuntimeException, "nullToEnumInvalidCast",
			"Cannot convert null to type \""+t.FullName+"\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \""+e.listed()+"\".").With(InvalidArgument, NullValue)
	case String:
		return enumFromText(v, b.Str(), t)
	case Single, Double, DecimalKind, SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, UInt64:
		n, err := toNumber(v, b, e.underlying())
		if err != nil {
			return v, err
		}
		return enumFromNumber(v, n.Int(), t)
	case Enum:
		return enumFromNumber(v, b.Int(), t)
	}
	if l, ok := b.ref.(List); ok && l.Len() > 0 {
		var n int64
		for i := range l.Len() {
			x, err := Convert(l.At(i), t)
			if err != nil {
				return v, err
			}
			n |= x.Int()
		}
		return OfEnum(e, n), nil
	}
	return v, cannotConvert(v, t)
}

func (e *EnumInfo) underlying() *Type {
	if e.Underlying == nil {
		return TypeInt32
	}
	return e.Underlying
}

// listed are the names as error messages list them: by number.
func (e *EnumInfo) listed() string { return strings.Join(e.sorted(), ",") }

func (e *EnumInfo) sorted() []string {
	order := make([]int, len(e.Names))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return uint64(e.Numbers[order[i]]) < uint64(e.Numbers[order[j]]) })
	names := make([]string, len(order))
	for i, j := range order {
		names[i] = e.Names[j]
	}
	return names
}

func enumFromNumber(v Value, n int64, t *Type) (Value, error) {
	if !t.Enum.defines(n) {
		return v, Throw(RuntimeException, "UndefinedIntegerToEnum",
			"Cannot convert value \""+ToString(v)+"\" to type \""+t.FullName+"\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are \""+t.Enum.listed()+"\".").With(InvalidArgument, NullValue)
	}
	return OfEnum(t.Enum, n), nil
}

// defines tells whether n is a value, or for flags a combination of values.
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

func enumFromText(v Value, s string, t *Type) (Value, error) {
	e := t.Enum
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return enumFromNumber(v, n, t)
	}
	var n int64
	parts := strings.Split(s, ",")
	if len(parts) > 1 && !e.Flags && len(parts) > 8 {
		parts = parts[:8]
	}
	for _, p := range parts {
		x, err := e.named(v, strings.TrimSpace(p), t)
		if err != nil {
			return v, err
		}
		n |= x
	}
	return OfEnum(e, n), nil
}

func (e *EnumInfo) named(v Value, name string, t *Type) (int64, error) {
	for i, x := range e.Names {
		if EqualFold(x, name) {
			return e.Numbers[i], nil
		}
	}
	var hits []int
	for i, x := range e.Names {
		if len(x) >= len(name) && EqualFold(x[:len(name)], name) {
			hits = append(hits, i)
		}
	}
	id := "SubstringDisambiguationEnumParseThrewAnException"
	switch {
	case len(hits) == 1:
		return e.Numbers[hits[0]], nil
	case len(hits) > 1:
		names := make([]string, len(hits))
		for i, h := range hits {
			names[i] = e.Names[h]
		}
		return 0, castError(v, t, id, Throw(RuntimeException, "", "The identifier name "+name+
			" cannot be processed because it is either too similar or identical to the following enumerator names: "+strings.Join(names, ", ")+". Use a more specific identifier name."))
	}
	return 0, castError(v, t, id, Throw(RuntimeException, "", "Unable to match the identifier name "+name+
		" to a valid enumerator name. Specify one of the following enumerator names and try again:\n"+strings.Join(e.sorted(), ", ")))
}

// Text is the name of a number: one name, the names of its flags, or the number.
func (e *EnumInfo) Text(n int64) string {
	for i, x := range e.Numbers {
		if x == n {
			return e.Names[i]
		}
	}
	if e.Flags && n != 0 {
		rest := uint64(n)
		var names []string
		order := make([]int, len(e.Numbers))
		for i := range order {
			order[i] = i
		}
		sort.SliceStable(order, func(i, j int) bool { return uint64(e.Numbers[order[i]]) > uint64(e.Numbers[order[j]]) })
		for _, i := range order {
			if x := uint64(e.Numbers[i]); x != 0 && rest&x == x {
				names = append([]string{e.Names[i]}, names...)
				rest &^= x
			}
		}
		if rest == 0 {
			return strings.Join(names, ", ")
		}
	}
	return strconv.FormatInt(n, 10)
}
