package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// CultureInfo is System.Globalization.CultureInfo.
type CultureInfo struct{ Culture *text.Culture }

var (
	ifaceFormatProvider = class("System.IFormatProvider", nil, value.Interface)
	typeCultureInfo     = class("System.Globalization.CultureInfo", value.TypeObject, 0, ifaceFormatProvider, value.IfaceCloneable)
)

// TypeOf is CultureInfo.
func (*CultureInfo) TypeOf() *value.Type { return typeCultureInfo }

// currentCulture is the culture of the session.
func currentCulture(env value.Env) *text.Culture {
	if s, ok := env.(cultured); ok {
		if c := s.Culture(); c != nil {
			return c
		}
	}
	return text.EnglishUS
}

// cultured is an Env whose scripts can set [cultureinfo]::CurrentCulture.
type cultured interface {
	Culture() *text.Culture
	SetCulture(c *text.Culture)
}

// cultureOf is the culture of a format provider argument, the current one for $null.
func cultureOf(env value.Env, v value.Value) *text.Culture {
	switch o := v.Base().Object().(type) {
	case *CultureInfo:
		return o.Culture
	case *FormatInfo:
		return o.Culture
	}
	return currentCulture(env)
}

// FormatInfo is a NumberFormatInfo or DateTimeFormatInfo of a culture.
type FormatInfo struct {
	Culture *text.Culture
	typ     *value.Type
}

// TypeOf is NumberFormatInfo or DateTimeFormatInfo.
func (f *FormatInfo) TypeOf() *value.Type { return f.typ }
