package runtime

import "rehearse/runtime/text"

// Culture is [cultureinfo]::CurrentCulture, nil for en-US.
func (e *Engine) Culture() *text.Culture { return e.culture }

// SetCulture sets it for what is formatted and parsed from now on, and for the display.
func (e *Engine) SetCulture(c *text.Culture) {
	e.culture = c
	e.display.Settings().Culture = c
}
