package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var dateParseRows = []method{
	{sig: "static datetime Parse(string s)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseDate(env, a[0].Str(), currentCulture(env), 0)
	}},
	{sig: "static datetime Parse(string s, System.IFormatProvider provider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseDate(env, a[0].Str(), cultureOf(env, a[1]), 0)
	}},
	{sig: "static datetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseDate(env, a[0].Str(), cultureOf(env, a[1]), a[2].Int())
	}},
	{sig: "static bool TryParse(System.ReadOnlySpan[char] s, [ref] datetime result)", do: fromSpan},
	{sig: "static bool TryParse(string s, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[1], value.TypeDateTime)(parseDate(env, a[0].Str(), currentCulture(env), 0))
	}},
	{sig: "static bool TryParse(string s, System.IFormatProvider provider, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[2], value.TypeDateTime)(parseDate(env, a[0].Str(), cultureOf(env, a[1]), 0))
	}},
	{sig: "static bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[3], value.TypeDateTime)(parseDate(env, a[0].Str(), cultureOf(env, a[1]), a[2].Int()))
	}},
	{sig: "static datetime ParseExact(string s, string format, System.IFormatProvider provider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseDateExact(env, a[0], a[1], a[2], 0)
	}},
	{sig: "static datetime ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseDateExact(env, a[0], a[1], a[2], a[3].Int())
	}},
	{sig: "static datetime ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseDateExact(env, a[0], a[1], a[2], a[3].Int())
	}},
	{sig: "static bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[4], value.TypeDateTime)(parseDateExact(env, a[0], a[1], a[2], a[3].Int()))
	}},
	{sig: "static bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[4], value.TypeDateTime)(parseDateExact(env, a[0], a[1], a[2], a[3].Int()))
	}},
}

// parseDateExact parses by one format or several.
func parseDateExact(env value.Env, s, formats, provider value.Value, styles int64) (value.Value, error) {
	ticks, kind, err := text.ParseDateTimeExact(s.Str(), texts(formats), cultureOf(env, provider), text.DateStyles(styles), localNow(env))
	if err != nil {
		return value.NullValue, err
	}
	return value.OfDateTime(ticks, kind), nil
}

func parseDate(env value.Env, s string, c *text.Culture, styles int64) (value.Value, error) {
	ticks, kind, err := text.ParseDateTime(s, c, text.DateStyles(styles), localNow(env))
	if err != nil {
		return value.NullValue, err
	}
	return value.OfDateTime(ticks, kind), nil
}
