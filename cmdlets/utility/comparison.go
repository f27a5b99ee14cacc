package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// comparison orders values as Sort-Object, Group-Object and their kin do (oracle/objects, section 5).
type comparison struct {
	call  *runtime.Call
	cased bool
	order func(a, b string, ignoreCase bool) int // of texts in another culture, nil for en-US
	flat  bool                                   // lists are not told apart
}

// texts orders two texts.
func (k comparison) texts(a, b string) int {
	if k.order != nil {
		return k.order(a, b, !k.cased)
	}
	return value.CompareStrings(a, b, !k.cased)
}

// compare is negative if a comes before b: $null first; the second is converted to the type of the first, else both compare as text.
func (k comparison) compare(a, b value.Value) int {
	if a.IsInt32() && b.IsInt32() {
		return order(a.Int(), b.Int())
	}
	if a.IsString() && b.IsString() {
		return k.texts(a.Str(), b.Str())
	}
	switch x, y := a.IsNull(), b.IsNull(); {
	case x && y:
		return 0
	case x:
		return -besideNull(b)
	case y:
		return besideNull(a)
	}
	x, y := a.Base(), b.Base()
	if k.order != nil && x.IsString() && y.IsString() {
		return k.texts(x.Str(), y.Str())
	}
	if x.Kind() == value.Char && y.Kind() == value.Char {
		return order(x.Int(), y.Int())
	}
	if n, err := value.Compare(k.call.Env(), x, y, k.cased); err == nil {
		return n
	}
	return k.texts(k.text(a), k.text(b))
}

// besideNull orders a value against $null: it comes behind, but a negative number comes before.
func besideNull(v value.Value) int {
	switch b := v.Base(); b.Kind() {
	case value.SByte, value.Int16, value.Int32, value.Int64:
		if b.Int() < 0 {
			return -1
		}
	case value.Single, value.Double:
		if b.Float() < 0 {
			return -1
		}
	case value.DecimalKind:
		if b.Decimal().Sign() < 0 {
			return -1
		}
	}
	return 1
}

func order(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// text is the text of an object as a PSObject gives it: a list's elements joined, nothing for a custom object without a method of its own.
func (k comparison) text(v value.Value) string {
	if runtime.IsList(v) {
		if k.flat {
			return value.TypeObjectArray.FullName
		}
		if s, err := k.call.Text(v); err == nil {
			return s
		}
	}
	if v.Base().Kind() != value.Reference {
		return value.ToString(v)
	}
	if o, ok := value.As[*value.PSObject](v); ok && o.IsCustom() && o.Shape().Find("ToString") < 0 {
		return ""
	}
	s, err := k.call.Method(v, "ToString", nil)
	if err != nil {
		return value.ToString(v)
	}
	return s.Str()
}

// ownText is the ToString() of an object itself: a list's type, a date in the current culture.
func (k comparison) ownText(v value.Value) string {
	switch b := v.Base(); {
	case b.Kind() != value.Reference:
		return value.ToStringCulture(v)
	case runtime.IsList(b):
		return value.TypeOf(b).String()
	}
	return k.text(v)
}
