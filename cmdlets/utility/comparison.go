package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// comparison orders values as Sort-Object, Group-Object and their kin do (oracle/objects, section 5).
type comparison struct {
	call  *runtime.Call
	cased bool
}

// compare is negative if a comes before b: $null first; the second is converted to the type of the first, else both compare as text.
func (k comparison) compare(a, b value.Value) int {
	if a.IsInt32() && b.IsInt32() {
		return order(a.Int(), b.Int())
	}
	if a.IsString() && b.IsString() {
		return value.CompareStrings(a.Str(), b.Str(), !k.cased)
	}
	switch x, y := a.IsNull(), b.IsNull(); {
	case x && y:
		return 0
	case x:
		return -1
	case y:
		return 1
	}
	x, y := a.Base(), b.Base()
	if x.Kind() == value.Char && y.Kind() == value.Char {
		return order(x.Int(), y.Int())
	}
	if n, err := value.Compare(k.call.Env(), x, y, k.cased); err == nil {
		return n
	}
	return value.CompareStrings(k.text(a), k.text(b), !k.cased)
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

// text is the ToString() of an object, which is empty for a custom object without a method of its own.
func (k comparison) text(v value.Value) string {
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
