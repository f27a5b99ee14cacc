package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// netString is v.ToString() as .NET code calls it: the current culture, all digits of a number; "" for null.
func netString(env value.Env, v value.Value) (string, error) {
	return formatValue(env, v, "", currentCulture(env))
}

// formatValue is v.ToString(format, culture).
func formatValue(env value.Env, v value.Value, f string, c *text.Culture) (string, error) {
	b := v.Base()
	if b.Kind() != value.Reference {
		return value.FormatIn(b, f, c)
	}
	if o, ok := value.As[value.Formatter](b); ok {
		return o.FormatText(f, c)
	}
	if m := value.TypeOf(b).FindMethod("ToString", false); m != nil {
		for i := range m.Overloads {
			if len(m.Overloads[i].Params) == 0 {
				s, err := m.Overloads[i].Call(env, b, nil)
				return value.ToString(s), err
			}
		}
	}
	return value.ToString(b), nil
}

// toStringRows are the overloads of ToString that numbers and dates share.
var toStringRows = []method{
	{sig: "string ToString()", call: toStringPlain},
	{sig: "string ToString(string format)", call: toStringFormat},
	{sig: "string ToString(System.IFormatProvider provider)", call: toStringCulture},
	{sig: "string ToString(string format, System.IFormatProvider provider)", call: toStringBoth},
}

func toStringPlain(env value.Env, self value.Value, _ []value.Value) (value.Value, error) {
	s, err := netString(env, self)
	return value.OfString(s), err
}

func toStringFormat(env value.Env, self value.Value, a []value.Value) (value.Value, error) {
	s, err := formatValue(env, self, a[0].Str(), currentCulture(env))
	return value.OfString(s), err
}

func toStringCulture(env value.Env, self value.Value, a []value.Value) (value.Value, error) {
	s, err := formatValue(env, self, "", cultureOf(env, a[0]))
	return value.OfString(s), err
}

func toStringBoth(env value.Env, self value.Value, a []value.Value) (value.Value, error) {
	s, err := formatValue(env, self, a[0].Str(), cultureOf(env, a[1]))
	return value.OfString(s), err
}
