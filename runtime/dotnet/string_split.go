package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var enumStringSplitOptions = enumeration{full: "System.StringSplitOptions", names: "None RemoveEmptyEntries TrimEntries", flags: true}

var stringSplitRows = []method{
	{sig: "string[] Split(params char[] separator)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return splitAtChars(s.Str(), units(a[0]), -1, 0)
	}},
	{sig: "string[] Split(char separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return splitCounted(s.Str(), charText(a[0]), integer(a[1]), option(a, 2, 0))
	}},
	{sig: "string[] Split(char separator, System.StringSplitOptions options = System.StringSplitOptions.None)", call: splitAtText},
	{sig: "string[] Split(char[] separator, int count)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return splitCharsCounted(s.Str(), units(a[0]), integer(a[1]), 0)
	}},
	{sig: "string[] Split(char[] separator, System.StringSplitOptions options)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return splitAtChars(s.Str(), units(a[0]), -1, a[1].Int())
	}},
	{sig: "string[] Split(char[] separator, int count, System.StringSplitOptions options)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return splitCharsCounted(s.Str(), units(a[0]), integer(a[1]), a[2].Int())
	}},
	{sig: "string[] Split(string separator, System.StringSplitOptions options = System.StringSplitOptions.None)", call: splitAtText},
	{sig: "string[] Split(string separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return splitCounted(s.Str(), charText(a[0]), integer(a[1]), option(a, 2, 0))
	}},
	{sig: "string[] Split(string[] separator, System.StringSplitOptions options)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return splitAtTexts(s.Str(), texts(a[0]), -1, a[1].Int())
	}},
	{sig: "string[] Split(string[] separator, int count, System.StringSplitOptions options)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if n := integer(a[1]); n >= 0 {
			return splitAtTexts(s.Str(), texts(a[0]), n, a[2].Int())
		}
		return s, countError(integer(a[1]))
	}},
}

func countError(n int) error {
	return rangeErrorValue("count", "count ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
}

func splitAtText(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	return splitAtTexts(s.Str(), []string{charText(a[0])}, -1, option(a, 1, 0))
}

func splitCounted(s, sep string, count int, options int64) (value.Value, error) {
	if count < 0 {
		return value.NullValue, countError(count)
	}
	return splitAtTexts(s, []string{sep}, count, options)
}

func splitCharsCounted(s string, set []uint16, count int, options int64) (value.Value, error) {
	if count < 0 {
		return value.NullValue, countError(count)
	}
	return splitAtChars(s, set, count, options)
}

// splitAtChars splits at each of a set of characters, at white space if the set is empty; count -1 is no limit.
func splitAtChars(s string, set []uint16, count int, options int64) (value.Value, error) {
	return value.OfStrings(text.SplitChars(s, set, limit(count), text.SplitOptions(options))), nil
}

// splitAtTexts splits at each of several texts. A single empty one splits nothing; none at all means white space, as null does.
func splitAtTexts(s string, seps []string, count int, options int64) (value.Value, error) {
	if len(seps) == 1 {
		return value.OfStrings(text.SplitString(s, seps[0], limit(count), text.SplitOptions(options))), nil
	}
	return value.OfStrings(text.SplitStrings(s, seps, limit(count), text.SplitOptions(options))), nil
}

func limit(count int) int {
	if count < 0 {
		return text.NoLimit
	}
	return count
}
