package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// onlyEnglish refuses a -Culture whose order rehearse does not know, rather than sorting in another one.
func onlyEnglish(c *runtime.Call, param int) error {
	if !c.Bound(param) {
		return nil
	}
	name := c.String(param)
	if name == "" || value.EqualFold(name, "en-US") || value.EqualFold(name, "en") {
		return nil
	}
	return value.Throw(value.NotSupportedException, "NotSimulated", "rehearse compares in the culture en-US only; -Culture "+name+" is not supported.").With(value.NotImplemented, value.NullValue)
}
