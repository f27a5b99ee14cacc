package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// nameMark is the property by which PowerShell knows again a text in $args that was written as a parameter name.
const nameMark = "<CommandParameterName>"

// NameToken is the text of a parameter name as an element of $args: splatting @args makes a name of it again.
func NameToken(text string) value.Value {
	o := value.Wrap(value.OfString(text))
	o.Set(nameMark, value.OfString(strings.TrimSuffix(strings.TrimLeft(text, "-\u2013\u2014\u2015"), ":")))
	return value.Of(o)
}

// IsNameToken tells whether v is such a text, and is the name without dash and colon; colon tells that the next element is its value.
func IsNameToken(v value.Value) (name string, colon, ok bool) {
	o, is := value.As[*value.PSObject](v)
	if !is {
		return "", false, false
	}
	n, i := o.Get(nameMark)
	if i < 0 {
		return "", false, false
	}
	return n.Str(), strings.HasSuffix(v.Base().Str(), ":"), true
}
