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
	{sig: "static bool TryParse(string s, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[1], value.TypeDateTime)(parseDate(env, a[0].Str(), currentCulture(env), 0))
	}},
	{sig: "static bool TryParse(string s, System.IFormatProvider provider, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[2], value.TypeDateTime)(parseDate(env, a[0].Str(), cultureOf(env, a[1]), 0))
	}},
	{sig: "static bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[3], value.TypeDateTime)(parseDate(env, a[0].Str(), cultureOf(env, a[1]), a[2].Int()))
	}},
}

func parseDate(env value.Env, s string, c *text.Culture, styles int64) (value.Value, error) {
	ticks, kind, err := text.ParseDateTime(s, c, text.DateStyles(styles), localNow(env))
	if err != nil {
		return value.NullValue, err
	}
	return value.OfDateTime(ticks, kind), nil
}
