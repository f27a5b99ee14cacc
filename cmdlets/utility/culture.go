package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/text"
)

// textOrder is the order of texts that -Culture asks for, nil for that of en-US.
func textOrder(c *runtime.Call, param int) func(a, b string, ignoreCase bool) int {
	if !c.Bound(param) {
		return nil
	}
	return text.CompareIn(c.String(param))
}
