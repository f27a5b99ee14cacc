package format

import "rehearse/runtime/value"

// dataViews are the views of .NET's own types (formatting README, section 9; archive builtin-views).
func dataViews() []View {
	return []View{
		table("System.Collections.DictionaryEntry", Property{Label: "Name", Name: "Key", Width: 30}, col("Value", 0)),
		{Name: "Dictionary", TypeNames: []string{"System.Collections.DictionaryEntry"}, Kind: ListView,
			Items: []Property{{Label: "Name", Name: "Key"}, {Name: "Value"}}},
		table("System.Version", col("Major", 6), col("Minor", 6), col("Build", 6), col("Revision", 8)),
		table("System.Management.Automation.SemanticVersion",
			col("Major", 6), col("Minor", 6), col("Patch", 6), col("PreReleaseLabel", 15), col("BuildLabel", 0)),
		table("System.Guid", Property{Label: "Guid", Get: func(_ value.Env, v value.Value) (value.Value, error) {
			return value.OfString(value.ToString(v)), nil
		}}),
		list("System.TimeSpan", "Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays", "TotalHours", "TotalMinutes",
			"TotalSeconds", "TotalMilliseconds"),
		table("System.TimeSpan", col("Days", 0), col("Hours", 0), col("Minutes", 0), col("Seconds", 0), col("Milliseconds", 0)),
		{Name: "DateTime", TypeNames: []string{"System.DateTime"}, Kind: CustomView, Lines: dateTimeLines},
		table("System.RuntimeType", col("IsPublic", 8), Property{Label: "IsSerial", Name: "IsSerializable", Width: 8}, col("Name", 40), col("BaseType", 0)),
		table("System.Globalization.CultureInfo", col("LCID", 16), col("Name", 16), col("DisplayName", 0)),
	}
}

// dateTimeLines is the DateTime text that the extended type system gives a date; it heeds Get-Date -DisplayHint.
func dateTimeLines(env value.Env, v value.Value, text func(value.Value) string) []string {
	if format, ok := hinted(env, v); ok {
		if s, err := value.FormatValue(env, v.Base(), format); err == nil {
			return []string{s}
		}
	}
	if x := property(env, v, "DateTime"); !x.IsNull() {
		return []string{text(x)}
	}
	return []string{text(v)}
}

// hinted is the format that the DisplayHint of Get-Date asks for, false for the whole date or no hint.
func hinted(env value.Env, v value.Value) (string, bool) {
	if _, bag := value.As[*value.PSObject](v); !bag {
		return "", false
	}
	switch value.ToString(property(env, v, "DisplayHint")) {
	case "Date":
		return "D", true
	case "Time":
		return "T", true
	}
	return "", false
}
