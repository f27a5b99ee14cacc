package format

import (
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// texter turns values into the texts of cells and lists (formatting README, section 6).
type texter struct {
	env   value.Env
	s     *Settings // the culture and ToString in force now
	limit int       // elements of a collection shown; -1 for all
}

func newTexter(env value.Env, s *Settings) texter {
	return texter{env: env, s: s, limit: s.EnumerationLimit.count()}
}

// stringer is the text of one value that is no collection, numbers and dates in the current culture.
func (t *texter) stringer(v value.Value) string {
	if s, ok := value.CultureText(v, t.culture()); ok {
		return s
	}
	if t.s.Stringer != nil {
		return t.s.Stringer(v)
	}
	return value.ToString(v)
}

func (t *texter) culture() *text.Culture {
	if t.s.Culture != nil {
		return t.s.Culture
	}
	return text.EnglishUS
}

// list is the text of a value in a list, and in the cell of a view.
func (t *texter) list(v value.Value) string {
	switch v.Kind() {
	case value.Null, value.Nothing:
		return ""
	case value.String:
		return v.Str()
	case value.Reference:
		if s, ok := t.collection(v); ok {
			return s
		}
	}
	return t.stringer(v)
}

// cell is the text of a value in a generic table: like list, but fractions have a fixed number of digits.
func (t *texter) cell(v value.Value) string {
	switch b := v.Base(); b.Kind() {
	case value.Single, value.Double:
		if f, err := text.FormatFloat(b.Float(), 64, "F", t.culture()); err == nil {
			return f
		}
	case value.DecimalKind:
		if f, err := text.FormatDecimal(b.Decimal().Number, "F", t.culture()); err == nil {
			return f
		}
	}
	return t.list(v)
}

// collection is the text of an array, list or dictionary: "{a, b, c…}".
func (t *texter) collection(v value.Value) (string, bool) {
	b := v.Base()
	switch o := b.Object().(type) {
	case *value.Dictionary:
		return t.braces(func(yield func(string) bool) {
			o.All(func(k, x value.Value) bool { return yield(pairText(k, x)) })
		}), true
	case value.List:
		return t.braces(func(yield func(string) bool) {
			for i := 0; i < o.Len() && yield(t.element(o.At(i))); i++ {
			}
		}), true
	case value.Enumerable:
		if strings.HasSuffix(o.TypeOf().Name, "Enumerator") {
			return o.TypeOf().String(), true // .NET's enumerators are no collections themselves
		}
		return t.braces(func(yield func(string) bool) {
			// The error only stops the enumeration; one of the collection itself leaves its text incomplete, as in PowerShell.
			_ = o.Each(func(x value.Value) error {
				if !yield(t.element(x)) {
					return errEnough
				}
				return nil
			})
		}), true
	}
	return "", false
}

// braces joins at most limit elements; one more makes an ellipsis.
func (t *texter) braces(each func(yield func(string) bool)) string {
	var b strings.Builder
	b.WriteByte('{')
	n := 0
	each(func(s string) bool {
		if t.limit >= 0 && n == t.limit {
			b.WriteString(ellipsis)
			return false
		}
		if n > 0 {
			b.WriteString(", ")
		}
		b.WriteString(s)
		n++
		return true
	})
	b.WriteByte('}')
	return b.String()
}

// element is the text of one element of a collection.
func (t *texter) element(v value.Value) string {
	if v.IsNull() {
		return "$null"
	}
	if l, ok := v.Base().Object().(value.List); ok {
		if l.Len() == 0 || l.Len() == 1 && l.At(0).IsNull() {
			return value.TypeOf(v).String()
		}
	}
	if isDictionary(v) {
		return value.TypeOf(v).String()
	}
	if inheritsText(v) {
		if name := nameLike(t.env, v); name != "" {
			return t.stringer(property(t.env, v, name))
		}
	}
	return t.stringer(v)
}

// inheritsText tells whether an object's own class has no ToString(): among others it is shown by its name then, such as the group of a
// match or the attribute of a parameter.
func inheritsText(v value.Value) bool {
	if v.Kind() != value.Reference {
		return false
	}
	switch o := v.Object().(type) {
	case *value.PSObject, *value.Type, *value.Exception, *value.ErrorRecord, *value.DictionaryEntry:
		return false
	case value.Texter, value.Formatter:
		switch o.TypeOf().FullName {
		case "System.Text.RegularExpressions.Match", "System.Text.RegularExpressions.Group":
			return true
		}
		return false
	}
	return value.TypeOf(v).Flags&value.Script == 0
}

// pairText is the text of a dictionary's pair: "[key, value]", both by their plain ToString.
func pairText(k, v value.Value) string {
	return "[" + plainText(k) + ", " + plainText(v) + "]"
}

// plainText is .NET's ToString of a value: the type's name for a collection.
func plainText(v value.Value) string {
	switch v.Base().Object().(type) {
	case *value.Dictionary, value.List, value.Enumerable:
		return value.TypeOf(v).String()
	}
	return value.ToString(v)
}

type stopError struct{}

func (stopError) Error() string { return "enough" }

// errEnough ends an enumeration of which the rest is not shown.
var errEnough error = stopError{}

// alignment is where a column stands whose first value is v (formatting README, section 3).
func alignment(v value.Value) Alignment {
	v = v.Base()
	switch k := v.Kind(); {
	case k >= value.Bool && k <= value.Double, k == value.DecimalKind, k == value.Enum:
		return AlignRight
	case k == value.Reference:
		switch value.TypeOf(v).FullName {
		case "System.Numerics.BigInteger", "System.IntPtr", "System.Security.SecureString":
			return AlignRight
		}
	}
	return AlignLeft
}

// isText tells whether an object is displayed as its text wherever it comes (formatting README, section 1).
func isText(env value.Env, v value.Value) bool {
	b := v.Base()
	switch k := b.Kind(); {
	case k >= value.Bool && k <= value.Double, k == value.DecimalKind, k == value.String, k == value.Enum:
		return true
	case k != value.Reference:
		return false
	}
	switch value.TypeOf(b).FullName {
	case "System.Management.Automation.ScriptBlock", "System.Security.SecureString", "System.DBNull", "System.IntPtr", "System.UIntPtr",
		"System.Numerics.BigInteger", "System.Half", "System.Int128", "System.UInt128":
		return true
	}
	return !hasProperties(env, v)
}
