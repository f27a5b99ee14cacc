package dotnet

import (
	"fmt"
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// CultureInfo is System.Globalization.CultureInfo.
type CultureInfo struct{ Culture *text.Culture }

var (
	ifaceFormatProvider    = class("System.IFormatProvider", nil, value.Interface)
	typeCultureInfo        = class("System.Globalization.CultureInfo", value.TypeObject, 0, ifaceFormatProvider, value.IfaceCloneable)
	typeTextInfo           = class("System.Globalization.TextInfo", value.TypeObject, value.Sealed)
	typeNumberFormatInfo   = class("System.Globalization.NumberFormatInfo", value.TypeObject, value.Sealed, ifaceFormatProvider)
	typeDateTimeFormatInfo = class("System.Globalization.DateTimeFormatInfo", value.TypeObject, value.Sealed, ifaceFormatProvider)
	typeCompareInfo        = class("System.Globalization.CompareInfo", value.TypeObject, value.Sealed)
	typeCalendar           = class("System.Globalization.Calendar", value.TypeObject, value.Abstract)
	typeGregorianCalendar  = class("System.Globalization.GregorianCalendar", typeCalendar, 0)
	typeISOWeek            = class("System.Globalization.ISOWeek", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	enumCalendarWeekRule   = enumeration{full: "System.Globalization.CalendarWeekRule", names: "FirstDay FirstFullWeek FirstFourDayWeek"}
	enumCultureTypes       = enumeration{full: "System.Globalization.CultureTypes", flags: true, names: "NeutralCultures=1 SpecificCultures=2 InstalledWin32Cultures=4 AllCultures=7 UserCustomCulture=8"}
)

// TypeOf is CultureInfo.
func (*CultureInfo) TypeOf() *value.Type { return typeCultureInfo }

// ToText is the name.
func (c *CultureInfo) ToText() string { return c.Culture.Name }

// KeyHash hashes the name.
func (c *CultureInfo) KeyHash() uint32 { return hashText(c.Culture.Name) }

// KeyEqual compares names.
func (c *CultureInfo) KeyEqual(other value.Value) bool {
	o, ok := value.As[*CultureInfo](other)
	return ok && o.Culture.Name == c.Culture.Name
}

// OfCulture is a culture as a value.
func OfCulture(c *text.Culture) value.Value { return value.Of(&CultureInfo{c}) }

// currentCulture is the culture of the session.
func currentCulture(env value.Env) *text.Culture { return value.CultureOf(env) }

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

// FormatInfo is a part of a culture: NumberFormatInfo, DateTimeFormatInfo, TextInfo or CompareInfo.
type FormatInfo struct {
	Culture *text.Culture
	typ     *value.Type
}

// TypeOf is the part's type.
func (f *FormatInfo) TypeOf() *value.Type { return f.typ }

// ToText is what the part says of itself.
func (f *FormatInfo) ToText() string {
	switch f.typ {
	case typeTextInfo:
		return "TextInfo - " + f.Culture.Name
	case typeCompareInfo:
		return "CompareInfo - " + f.Culture.Name
	}
	return f.typ.FullName
}

func infoPart(t *value.Type) func(value.Value) value.Value {
	return func(v value.Value) value.Value { return value.Of(&FormatInfo{cultureValue(v), t}) }
}

func cultureValue(v value.Value) *text.Culture {
	switch o := v.Object().(type) {
	case *CultureInfo:
		return o.Culture
	case *FormatInfo:
		return o.Culture
	}
	return text.EnglishUS
}

func cultureText(sig string, f func(c *text.Culture) string) prop {
	return prop{sig: sig, get: func(v value.Value) value.Value { return value.OfString(f(cultureValue(v))) }}
}

func cultureByName(param string) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		c, ok := findCulture(a[0].Str())
		if !ok {
			return value.NullValue, value.Throw(typeCultureNotFoundException, "", "Culture is not supported. (Parameter '"+param+"')\n"+a[0].Str()+" is an invalid culture identifier.")
		}
		return OfCulture(c), nil
	}
}

func cultureByNumber(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	n := integer(a[0])
	switch n {
	case 127:
		return OfCulture(text.Invariant), nil
	case 1033:
		return OfCulture(text.EnglishUS), nil
	}
	for i := range cultureRows {
		if cultureRows[i].lcid == n {
			return OfCulture(cultureRows[i].culture()), nil
		}
	}
	if name, ok := languageOf(n); ok {
		c, _ := findCulture(name)
		return OfCulture(c), nil
	}
	return value.NullValue, value.Throw(typeCultureNotFoundException, "", "Culture is not supported. (Parameter 'culture')\n"+itoa(n)+
		" (0x"+fmt.Sprintf("%04x", uint32(n))+") is an invalid culture identifier.")
}

// nativeName is what a culture calls itself.
func nativeName(c *text.Culture) string {
	for i := range cultureRows {
		if cultureRows[i].name == c.Name {
			return cultureRows[i].native
		}
	}
	return c.Names.Display
}

// currentProp is a property for the culture of the session.
func currentProp(sig string) prop {
	return prop{sig: sig, ask: func(env value.Env, _ value.Value) (value.Value, error) { return OfCulture(currentCulture(env)), nil },
		set: func(env value.Env, _, v value.Value) error {
			if s, ok := env.(value.Cultured); ok && sig == currentCultureSig {
				s.SetCulture(cultureValue(v))
			}
			return nil
		}}
}

const currentCultureSig = "static cultureinfo CurrentCulture"

var cultureInfoTable = table{
	ctors: []ctor{
		{"(string name)", cultureByName("name")}, {"(string name, bool useUserOverride)", cultureByName("name")}, {"(int culture)", cultureByNumber},
	},
	props: []prop{
		currentProp(currentCultureSig), currentProp("static cultureinfo CurrentUICulture"), currentProp("static cultureinfo InstalledUICulture"),
		currentProp("static cultureinfo DefaultThreadCurrentCulture"), currentProp("static cultureinfo DefaultThreadCurrentUICulture"),
		{sig: "static cultureinfo InvariantCulture", get: func(value.Value) value.Value { return OfCulture(text.Invariant) }},
		{sig: "cultureinfo Parent", get: func(v value.Value) value.Value {
			name := cultureValue(v).Name
			if i := strings.LastIndexByte(name, '-'); i > 0 {
				c, _ := findCulture(name[:i])
				return OfCulture(c)
			}
			return OfCulture(text.Invariant)
		}},
		{sig: "int LCID", get: func(v value.Value) value.Value { return value.OfInt(cultureValue(v).Names.LCID) }},
		{sig: "int KeyboardLayoutId", get: func(v value.Value) value.Value { return value.OfInt(cultureValue(v).Names.LCID) }},
		cultureText("string Name", func(c *text.Culture) string { return c.Name }),
		cultureText("string IetfLanguageTag", func(c *text.Culture) string { return c.Name }),
		cultureText("string DisplayName", func(c *text.Culture) string { return c.Names.Display }),
		cultureText("string NativeName", nativeName),
		cultureText("string EnglishName", func(c *text.Culture) string { return c.Names.Display }),
		cultureText("string TwoLetterISOLanguageName", func(c *text.Culture) string { return c.Names.TwoLetter }),
		{sig: "System.Globalization.CompareInfo CompareInfo", get: infoPart(typeCompareInfo)},
		{sig: "System.Globalization.TextInfo TextInfo", get: infoPart(typeTextInfo)},
		{sig: "bool IsNeutralCulture", get: func(v value.Value) value.Value {
			n := cultureValue(v).Name
			return value.OfBool(n != "" && !strings.Contains(n, "-"))
		}},
		{sig: "System.Globalization.NumberFormatInfo NumberFormat", get: infoPart(typeNumberFormatInfo)},
		{sig: "System.Globalization.DateTimeFormatInfo DateTimeFormat", get: infoPart(typeDateTimeFormatInfo)},
		{sig: "System.Globalization.Calendar Calendar", get: func(value.Value) value.Value { return value.Of(&calendar{}) }},
		{sig: "bool UseUserOverride", get: boolOf(false)},
		{sig: "bool IsReadOnly", get: boolOf(true)},
	},
	methods: []method{
		{sig: "static cultureinfo GetCultureInfo(string name)", call: cultureByName("name")},
		{sig: "static cultureinfo GetCultureInfo(int culture)", call: cultureByNumber},
		{sig: "static cultureinfo CreateSpecificCulture(string name)", call: cultureByName("name")},
		{sig: "static cultureinfo[] GetCultures(System.Globalization.CultureTypes types)", do: func(value.Value, []value.Value) value.Value {
			out := []value.Value{OfCulture(text.EnglishUS)}
			for i := range cultureRows {
				out = append(out, OfCulture(cultureRows[i].culture()))
			}
			return arrayOf(typeCultureInfo, out)
		}},
		{sig: "System.Object GetFormat(type formatType)", do: func(v value.Value, a []value.Value) value.Value {
			if t := typeValue(a[0]); t == typeNumberFormatInfo || t == typeDateTimeFormatInfo {
				return infoPart(t)(v)
			}
			return value.NullValue
		}},
		{sig: "System.Object Clone()", do: func(v value.Value, _ []value.Value) value.Value { c := *cultureValue(v); return OfCulture(&c) }},
		{sig: "bool Equals(System.Object value)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(v, a[0])) }},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(cultureValue(v).Name) }},
	},
}

var textInfoTable = table{
	props: []prop{
		cultureText("string CultureName", func(c *text.Culture) string { return c.Name }),
		cultureText("string ListSeparator", func(c *text.Culture) string {
			for i := range cultureRows {
				if cultureRows[i].name == c.Name {
					return cultureRows[i].list
				}
			}
			return ","
		}),
		{sig: "int ANSICodePage", get: func(value.Value) value.Value { return value.OfInt(1252) }},
		{sig: "bool IsRightToLeft", get: boolOf(false)},
	},
	methods: []method{
		{sig: "string ToTitleCase(string str)", do: onText(text.ToTitleCase)},
		{sig: "string ToUpper(string str)", do: onText(text.ToUpper)},
		{sig: "char ToUpper(char c)", do: ofUnit(text.UpperRune)},
		{sig: "string ToLower(string str)", do: onText(text.ToLower)},
		{sig: "char ToLower(char c)", do: ofUnit(text.LowerRune)},
	},
}

// changeText is a property of a format that can be set on a copy of the culture.
func changeText(sig string, field func(c *text.Culture) *string) prop {
	return prop{sig: sig, get: func(v value.Value) value.Value { return value.OfString(*field(cultureValue(v))) },
		set: func(_ value.Env, v, x value.Value) error { *field(cultureValue(v)) = x.Str(); return nil }}
}

func changeNumber(sig string, field func(c *text.Culture) *int) prop {
	return prop{sig: sig, get: func(v value.Value) value.Value { return value.OfInt(*field(cultureValue(v))) },
		set: func(_ value.Env, v, x value.Value) error { *field(cultureValue(v)) = integer(x); return nil }}
}

var numberFormatTable = table{
	ctors: []ctor{{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) {
		c := *text.Invariant
		return value.Of(&FormatInfo{&c, typeNumberFormatInfo}), nil
	}}},
	props: []prop{
		{sig: "static System.Globalization.NumberFormatInfo InvariantInfo", get: func(value.Value) value.Value {
			return value.Of(&FormatInfo{text.Invariant, typeNumberFormatInfo})
		}},
		{sig: "static System.Globalization.NumberFormatInfo CurrentInfo", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(&FormatInfo{currentCulture(env), typeNumberFormatInfo}), nil
		}},
		changeNumber("int CurrencyDecimalDigits", func(c *text.Culture) *int { return &c.CurrencyDigits }),
		changeText("string CurrencyDecimalSeparator", func(c *text.Culture) *string { return &c.DecimalSeparator }),
		changeText("string CurrencyGroupSeparator", func(c *text.Culture) *string { return &c.GroupSeparator }),
		changeText("string CurrencySymbol", func(c *text.Culture) *string { return &c.CurrencySymbol }),
		changeText("string NaNSymbol", func(c *text.Culture) *string { return &c.NaNSymbol }),
		changeText("string NegativeInfinitySymbol", func(c *text.Culture) *string { return &c.NegativeInfinity }),
		changeText("string PositiveInfinitySymbol", func(c *text.Culture) *string { return &c.PositiveInfinity }),
		changeText("string NegativeSign", func(c *text.Culture) *string { return &c.NegativeSign }),
		changeText("string PositiveSign", func(c *text.Culture) *string { return &c.PositiveSign }),
		changeNumber("int NumberDecimalDigits", func(c *text.Culture) *int { return &c.NumberDigits }),
		changeText("string NumberDecimalSeparator", func(c *text.Culture) *string { return &c.DecimalSeparator }),
		changeText("string NumberGroupSeparator", func(c *text.Culture) *string { return &c.GroupSeparator }),
		changeNumber("int PercentDecimalDigits", func(c *text.Culture) *int { return &c.PercentDigits }),
		changeText("string PercentSymbol", func(c *text.Culture) *string { return &c.PercentSymbol }),
		changeText("string PerMilleSymbol", func(c *text.Culture) *string { return &c.PerMilleSymbol }),
	},
}

func nameList(list []string) value.Value { return value.OfStrings(append([]string(nil), list...)) }

// nth is a method that names the n-th of a list.
func nth(f func(c *text.Culture) []string, first int) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		list, i := f(cultureValue(v)), integer(a[0])-first
		if i < 0 || i >= len(list) {
			return v, rangeError("month", "Valid values are between 1 and 13, inclusive.")
		}
		return value.OfString(list[i]), nil
	}
}

func monthNames(c *text.Culture) []string         { return append(c.MonthNames[:], "") }
func monthAbbreviations(c *text.Culture) []string { return append(c.MonthAbbreviation[:], "") }

var dateTimeFormatTable = table{
	props: []prop{
		{sig: "static System.Globalization.DateTimeFormatInfo InvariantInfo", get: func(value.Value) value.Value {
			return value.Of(&FormatInfo{text.Invariant, typeDateTimeFormatInfo})
		}},
		{sig: "static System.Globalization.DateTimeFormatInfo CurrentInfo", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(&FormatInfo{currentCulture(env), typeDateTimeFormatInfo}), nil
		}},
		changeText("string AMDesignator", func(c *text.Culture) *string { return &c.AMDesignator }),
		changeText("string PMDesignator", func(c *text.Culture) *string { return &c.PMDesignator }),
		changeText("string DateSeparator", func(c *text.Culture) *string { return &c.DateSeparator }),
		changeText("string TimeSeparator", func(c *text.Culture) *string { return &c.TimeSeparator }),
		changeText("string FullDateTimePattern", func(c *text.Culture) *string { return &c.FullDateTime }),
		changeText("string LongDatePattern", func(c *text.Culture) *string { return &c.LongDate }),
		changeText("string LongTimePattern", func(c *text.Culture) *string { return &c.LongTime }),
		changeText("string MonthDayPattern", func(c *text.Culture) *string { return &c.MonthDay }),
		changeText("string ShortDatePattern", func(c *text.Culture) *string { return &c.ShortDate }),
		changeText("string ShortTimePattern", func(c *text.Culture) *string { return &c.ShortTime }),
		changeText("string YearMonthPattern", func(c *text.Culture) *string { return &c.YearMonth }),
		{sig: "string SortableDateTimePattern", get: textOf("yyyy'-'MM'-'dd'T'HH':'mm':'ss")},
		{sig: "string UniversalSortableDateTimePattern", get: textOf("yyyy'-'MM'-'dd HH':'mm':'ss'Z'")},
		{sig: "string RFC1123Pattern", get: textOf("ddd, dd MMM yyyy HH':'mm':'ss 'GMT'")},
		{sig: "System.DayOfWeek FirstDayOfWeek", get: func(v value.Value) value.Value { return enumDayOfWeek.of(int64(cultureValue(v).FirstDayOfWeek)) }},
		{sig: "System.Globalization.CalendarWeekRule CalendarWeekRule", get: func(v value.Value) value.Value {
			if cultureValue(v).FirstDayOfWeek == 1 {
				return enumCalendarWeekRule.of(2)
			}
			return enumCalendarWeekRule.of(0)
		}},
		{sig: "string[] DayNames", get: func(v value.Value) value.Value { return nameList(cultureValue(v).DayNames[:]) }},
		{sig: "string[] AbbreviatedDayNames", get: func(v value.Value) value.Value { return nameList(cultureValue(v).DayAbbreviations[:]) }},
		{sig: "string[] MonthNames", get: func(v value.Value) value.Value { return nameList(monthNames(cultureValue(v))) }},
		{sig: "string[] AbbreviatedMonthNames", get: func(v value.Value) value.Value { return nameList(monthAbbreviations(cultureValue(v))) }},
		{sig: "System.Globalization.Calendar Calendar", get: func(value.Value) value.Value { return value.Of(&calendar{}) }},
	},
	methods: []method{
		{sig: "string GetMonthName(int month)", call: nth(monthNames, 1)},
		{sig: "string GetAbbreviatedMonthName(int month)", call: nth(monthAbbreviations, 1)},
		{sig: "string GetDayName(System.DayOfWeek dayofweek)", call: nth(func(c *text.Culture) []string { return c.DayNames[:] }, 0)},
		{sig: "string GetAbbreviatedDayName(System.DayOfWeek dayofweek)", call: nth(func(c *text.Culture) []string { return c.DayAbbreviations[:] }, 0)},
		{sig: "string GetShortestDayName(System.DayOfWeek dayOfWeek)", call: nth(func(c *text.Culture) []string { return c.DayAbbreviations[:] }, 0)},
	},
}

var compareInfoTable = table{
	props: []prop{cultureText("string Name", func(c *text.Culture) string { return c.Name })},
	methods: []method{
		{sig: "int Compare(string string1, string string2)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfInt(compareTexts(a[0], a[1], false, false))
		}},
		{sig: "int Compare(string string1, string string2, System.Globalization.CompareOptions options)", do: func(_ value.Value, a []value.Value) value.Value {
			n := a[2].Int()
			return value.OfInt(compareTexts(a[0], a[1], n&1 != 0 || n == compareOrdinalIgnoreCase, n >= compareOrdinalIgnoreCase))
		}},
		{sig: "int IndexOf(string source, string value)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfInt(text.IndexOf(a[0].Str(), a[1].Str(), text.CurrentCulture))
		}},
		{sig: "int IndexOf(string source, string value, System.Globalization.CompareOptions options)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfInt(text.IndexOf(a[0].Str(), a[1].Str(), caseComparison(a[2].Int()&1 != 0)))
		}},
	},
}

// calendar is the Gregorian calendar.
type calendar struct{ _ byte }

// TypeOf is GregorianCalendar.
func (*calendar) TypeOf() *value.Type { return typeGregorianCalendar }

var calendarTable = table{
	ctors: []ctor{{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) { return value.Of(&calendar{}), nil }}},
	methods: []method{
		{sig: "int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfInt(text.WeekOfYear(a[0].Ticks(), text.WeekRule(a[1].Int()), integer(a[2])))
		}},
		{sig: "int GetYear(datetime time)", do: func(_ value.Value, a []value.Value) value.Value { n, _, _ := date3(a[0]); return value.OfInt(n) }},
		{sig: "int GetMonth(datetime time)", do: func(_ value.Value, a []value.Value) value.Value { _, n, _ := date3(a[0]); return value.OfInt(n) }},
		{sig: "int GetDayOfMonth(datetime time)", do: func(_ value.Value, a []value.Value) value.Value { _, _, n := date3(a[0]); return value.OfInt(n) }},
		{sig: "int GetDaysInMonth(int year, int month)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfInt(text.DaysInMonth(integer(a[0]), min(max(integer(a[1]), 1), 12)))
		}},
		{sig: "int GetDaysInYear(int year)", do: func(_ value.Value, a []value.Value) value.Value {
			if text.IsLeapYear(integer(a[0])) {
				return value.OfInt(366)
			}
			return value.OfInt(365)
		}},
		{sig: "bool IsLeapYear(int year)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfBool(text.IsLeapYear(integer(a[0]))) }},
	},
}

var isoWeekTable = table{methods: []method{
	{sig: "static int GetWeekOfYear(datetime date)", do: func(_ value.Value, a []value.Value) value.Value {
		_, week := text.ISOWeek(a[0].Ticks())
		return value.OfInt(week)
	}},
	{sig: "static int GetYear(datetime date)", do: func(_ value.Value, a []value.Value) value.Value {
		year, _ := text.ISOWeek(a[0].Ticks())
		return value.OfInt(year)
	}},
}}
