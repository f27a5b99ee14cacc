package dotnet

import (
	"math"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var (
	enumDayOfWeek      = enumeration{full: "System.DayOfWeek", names: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday"}
	enumDateTimeKind   = enumeration{full: "System.DateTimeKind", names: "Unspecified Utc Local"}
	enumDateTimeStyles = enumeration{full: "System.Globalization.DateTimeStyles", flags: true,
		names: "None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 AllowWhiteSpaces=7 NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128"}
)

// sameKind is a date of other ticks and the kind of d.
func sameKind(d value.Value, ticks int64) value.Value { return value.OfDateTime(ticks, d.DateKind()) }

func date3(d value.Value) (year, month, day int) { return text.YearMonthDay(d.Ticks()) }

var dateTimeTable = table{
	ctors: []ctor{
		{"(long ticks)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return dateOfTicks(a[0].Int(), 0)
		}},
		{"(long ticks, System.DateTimeKind kind)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return dateOfTicks(a[0].Int(), int(a[1].Int()))
		}},
		{"(System.DateOnly date, System.TimeOnly time)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfDateTime(dateOnlyOf(a[0]).days*text.TicksPerDay+timeOnlyOf(a[1]).ticks, 0), nil
		}},
		{"(int year, int month, int day)", newDate},
		{"(int year, int month, int day, System.Globalization.Calendar calendar)", func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return newDate(env, t, a[:3])
		}},
		{"(int year, int month, int day, int hour, int minute, int second)", newDate},
		{"(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)", newDate},
		{"(int year, int month, int day, int hour, int minute, int second, System.Globalization.Calendar calendar)", func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return newDate(env, t, a[:6])
		}},
		{"(int year, int month, int day, int hour, int minute, int second, int millisecond)", newDate},
		{"(int year, int month, int day, int hour, int minute, int second, int millisecond, System.DateTimeKind kind)", newDate},
		{"(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond)", newDate},
		{"(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.DateTimeKind kind)", newDate},
	},
	props: []prop{
		{sig: "datetime Date", get: func(d value.Value) value.Value { return sameKind(d, d.Ticks()-d.Ticks()%text.TicksPerDay) }},
		{sig: "int Day", get: func(d value.Value) value.Value { _, _, n := date3(d); return value.OfInt(n) }},
		{sig: "System.DayOfWeek DayOfWeek", get: func(d value.Value) value.Value { return enumDayOfWeek.of(int64(text.DayOfWeek(d.Ticks()))) }},
		{sig: "int DayOfYear", get: func(d value.Value) value.Value { return value.OfInt(text.DayOfYear(d.Ticks())) }},
		{sig: "int Hour", get: func(d value.Value) value.Value { return part(d, text.TicksPerHour, 24) }},
		{sig: "System.DateTimeKind Kind", get: func(d value.Value) value.Value { return enumDateTimeKind.of(int64(d.DateKind())) }},
		{sig: "int Millisecond", get: func(d value.Value) value.Value { return part(d, text.TicksPerMillisecond, 1000) }},
		{sig: "int Microsecond", get: func(d value.Value) value.Value { return part(d, 10, 1000) }},
		{sig: "int Nanosecond", get: func(d value.Value) value.Value { return value.OfInt(int(d.Ticks()%10) * 100) }},
		{sig: "int Minute", get: func(d value.Value) value.Value { return part(d, text.TicksPerMinute, 60) }},
		{sig: "int Month", get: func(d value.Value) value.Value { _, n, _ := date3(d); return value.OfInt(n) }},
		{sig: "int Second", get: func(d value.Value) value.Value { return part(d, text.TicksPerSecond, 60) }},
		{sig: "long Ticks", get: func(d value.Value) value.Value { return value.OfInt64(d.Ticks()) }},
		{sig: "timespan TimeOfDay", get: func(d value.Value) value.Value { return value.OfTimeSpan(d.Ticks() % text.TicksPerDay) }},
		{sig: "int Year", get: func(d value.Value) value.Value { n, _, _ := date3(d); return value.OfInt(n) }},
		{sig: "System.Object DateTime", kind: value.ScriptProperty, ask: func(env value.Env, d value.Value) (value.Value, error) {
			c := currentCulture(env)
			s, err := text.FormatDateTime(d.Ticks(), d.DateKind(), "F", c)
			return value.OfString(s), err
		}},
		{sig: "static datetime MinValue", get: func(value.Value) value.Value { return value.OfDateTime(0, 0) }},
		{sig: "static datetime MaxValue", get: func(value.Value) value.Value { return value.OfDateTime(text.MaxTicks, 0) }},
		{sig: "static datetime UnixEpoch", get: func(value.Value) value.Value { return value.OfDateTime(text.UnixEpochTicks, text.UTC) }},
		{sig: "static datetime Now", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfDateTime(localNow(env), text.Local), nil
		}},
		{sig: "static datetime UtcNow", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfDateTime(ticksOf(now(env).UTC()), text.UTC), nil
		}},
		{sig: "static datetime Today", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			t := localNow(env)
			return value.OfDateTime(t-t%text.TicksPerDay, text.Local), nil
		}},
	},
	methods: concatRows(dateAddRows, dateStaticRows, dateParseRows, toStringRows, tryFormatRows, convertibleRows()),
}

func part(d value.Value, unit, modulus int64) value.Value {
	return value.OfInt(int(d.Ticks() / unit % modulus))
}

func dateOfTicks(ticks int64, kind int) (value.Value, error) {
	if ticks < 0 || ticks > text.MaxTicks {
		return value.NullValue, rangeError("ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.")
	}
	return value.OfDateTime(ticks, kind), nil
}

// newDate is the constructor from the parts of a date, then of a time, then a DateTimeKind.
func newDate(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	kind := 0
	if last := a[len(a)-1]; last.Kind() == value.Enum {
		kind, a = int(last.Int()), a[:len(a)-1]
		if kind < 0 || kind > 2 {
			return value.NullValue, raise(value.ArgumentException, "Invalid DateTimeKind value. (Parameter 'kind')")
		}
	}
	var n [8]int
	for i, x := range a {
		n[i] = integer(x)
	}
	ticks, ok := text.DateTicks(n[0], n[1], n[2])
	if !ok {
		return value.NullValue, raise(value.ArgumentOutOfRangeException, "Year, Month, and Day parameters describe an un-representable DateTime.")
	}
	if n[3] == 24 && n[4] == 0 && n[5] == 0 || n[3] < 0 || n[3] > 23 || n[4] < 0 || n[4] > 59 || n[5] < 0 || n[5] > 59 {
		return value.NullValue, raise(value.ArgumentOutOfRangeException, "Hour, Minute, and Second parameters describe an un-representable DateTime.")
	}
	if n[6] < 0 || n[6] > 999 {
		return value.NullValue, rangeError("millisecond", "Valid values are between 0 and 999, inclusive.")
	}
	if n[7] < 0 || n[7] > 999 {
		return value.NullValue, rangeError("microsecond", "Valid values are between 0 and 999, inclusive.")
	}
	clock, _ := text.TimeTicks(n[3], n[4], n[5], n[6])
	return value.OfDateTime(ticks+clock+int64(n[7])*10, kind), nil
}

// addUnits is AddDays and its kin.
func addUnits(d value.Value, n value.Value, unit int64) (value.Value, error) {
	ticks, err := text.AddUnits(d.Ticks(), n.Float(), unit)
	return sameKind(d, ticks), err
}

var dateAddRows = []method{
	{sig: "datetime Add(timespan value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddTicks(d.Ticks(), a[0].Int())
		return sameKind(d, ticks), err
	}},
	{sig: "datetime AddDays(double value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		return addUnits(d, a[0], text.TicksPerDay)
	}},
	{sig: "datetime AddHours(double value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		return addUnits(d, a[0], text.TicksPerHour)
	}},
	{sig: "datetime AddMicroseconds(double value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		return addUnits(d, a[0], 10)
	}},
	{sig: "datetime AddMilliseconds(double value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		return addUnits(d, a[0], text.TicksPerMillisecond)
	}},
	{sig: "datetime AddMinutes(double value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		return addUnits(d, a[0], text.TicksPerMinute)
	}},
	{sig: "datetime AddMonths(int months)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddMonths(d.Ticks(), integer(a[0]))
		return sameKind(d, ticks), err
	}},
	{sig: "datetime AddSeconds(double value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		return addUnits(d, a[0], text.TicksPerSecond)
	}},
	{sig: "datetime AddTicks(long value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddTicks(d.Ticks(), a[0].Int())
		return sameKind(d, ticks), err
	}},
	{sig: "datetime AddYears(int value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddYears(d.Ticks(), integer(a[0]))
		return sameKind(d, ticks), err
	}},
	{sig: "timespan Subtract(datetime value)", do: func(d value.Value, a []value.Value) value.Value {
		return value.OfTimeSpan(d.Ticks() - a[0].Ticks())
	}},
	{sig: "datetime Subtract(timespan value)", call: func(_ value.Env, d value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddTicks(d.Ticks(), -a[0].Int())
		return sameKind(d, ticks), err
	}},
	{sig: "datetime ToLocalTime()", call: func(env value.Env, d value.Value, _ []value.Value) (value.Value, error) {
		if d.DateKind() == text.Local {
			return d, nil
		}
		return value.OfDateTime(clampTicks(d.Ticks()+localOffset(env)), text.Local), nil
	}},
	{sig: "datetime ToUniversalTime()", call: func(env value.Env, d value.Value, _ []value.Value) (value.Value, error) {
		return value.OfDateTime(universal(env, d), text.UTC), nil
	}},
	{sig: "long ToFileTime()", call: func(env value.Env, d value.Value, _ []value.Value) (value.Value, error) {
		return value.OfInt64(universal(env, d) - fileTimeEpoch), nil
	}},
	{sig: "long ToFileTimeUtc()", call: func(env value.Env, d value.Value, _ []value.Value) (value.Value, error) {
		ticks := d.Ticks()
		if d.DateKind() == text.Local {
			ticks = universal(env, d)
		}
		return value.OfInt64(ticks - fileTimeEpoch), nil
	}},
	{sig: "long ToBinary()", do: func(d value.Value, _ []value.Value) value.Value {
		return value.OfInt64(d.Ticks() | int64(d.DateKind())<<62)
	}},
	{sig: "double ToOADate()", do: func(d value.Value, _ []value.Value) value.Value {
		return value.OfDouble(float64((d.Ticks()-oaEpoch)/text.TicksPerMillisecond) / 86400000)
	}},
	{sig: "string ToLongDateString()", call: formatted("D")},
	{sig: "string ToLongTimeString()", call: formatted("T")},
	{sig: "string ToShortDateString()", call: formatted("d")},
	{sig: "string ToShortTimeString()", call: formatted("t")},
	{sig: "string[] GetDateTimeFormats()", call: func(env value.Env, d value.Value, _ []value.Value) (value.Value, error) {
		var out []string
		for _, f := range "dDfFgGmoRstTuUy" {
			s, err := text.FormatDateTime(d.Ticks(), d.DateKind(), string(f), currentCulture(env))
			if err != nil {
				return d, err
			}
			out = append(out, s)
		}
		return value.OfStrings(out), nil
	}},
	{sig: "bool IsDaylightSavingTime()", do: func(value.Value, []value.Value) value.Value { return value.False }},
	{sig: "int CompareTo(System.Object value)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if b := a[0].Base(); !b.IsNull() && b.Kind() != value.DateTime {
			return s, raise(value.ArgumentException, "Object must be of type DateTime.")
		}
		return compareTo(env, s, a)
	}},
	{sig: "int CompareTo(datetime value)", call: compareTo},
	{sig: "bool Equals(System.Object value)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "bool Equals(datetime value)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "System.TypeCode GetTypeCode()", do: func(value.Value, []value.Value) value.Value { return enumTypeCode.of(16) }},
}

const (
	fileTimeEpoch = 584388 * text.TicksPerDay // 1601-01-01
	oaEpoch       = 693593 * text.TicksPerDay // 1899-12-30
)

func clampTicks(t int64) int64 { return min(max(t, 0), text.MaxTicks) }

// universal are the ticks of a date in UTC; one of unknown kind is local.
func universal(env value.Env, d value.Value) int64 {
	if d.DateKind() == text.UTC {
		return d.Ticks()
	}
	return clampTicks(d.Ticks() - localOffset(env))
}

// formatted is a method that formats with a fixed format.
func formatted(f string) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, d value.Value, _ []value.Value) (value.Value, error) {
		s, err := formatValue(env, d, f, currentCulture(env))
		return value.OfString(s), err
	}
}

var dateStaticRows = []method{
	{sig: "static int Compare(datetime t1, datetime t2)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(order(a[0].Ticks(), a[1].Ticks()))
	}},
	{sig: "static bool Equals(datetime t1, datetime t2)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfBool(a[0].Ticks() == a[1].Ticks())
	}},
	{sig: "static int DaysInMonth(int year, int month)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		year, month := integer(a[0]), integer(a[1])
		if month < 1 || month > 12 {
			return value.NullValue, rangeErrorValue("month", "Month must be between one and twelve.", itoa(integer(a[1])))
		}
		if year < 1 || year > 9999 {
			return value.NullValue, rangeError("year", "Year must be between 1 and 9999.")
		}
		return value.OfInt(text.DaysInMonth(year, month)), nil
	}},
	{sig: "static bool IsLeapYear(int year)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if y := integer(a[0]); y < 1 || y > 9999 {
			return value.NullValue, rangeError("year", "Year must be between 1 and 9999.")
		}
		return value.OfBool(text.IsLeapYear(integer(a[0]))), nil
	}},
	{sig: "static datetime SpecifyKind(datetime value, System.DateTimeKind kind)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfDateTime(a[0].Ticks(), int(a[1].Int()))
	}},
	{sig: "static datetime FromFileTime(long fileTime)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if a[0].Int() < 0 {
			return value.NullValue, rangeError("fileTime", "Not a valid Win32 FileTime.")
		}
		return value.OfDateTime(clampTicks(a[0].Int()+fileTimeEpoch+localOffset(env)), text.Local), nil
	}},
	{sig: "static datetime FromFileTimeUtc(long fileTime)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if a[0].Int() < 0 {
			return value.NullValue, rangeError("fileTime", "Not a valid Win32 FileTime.")
		}
		return value.OfDateTime(clampTicks(a[0].Int()+fileTimeEpoch), text.UTC), nil
	}},
	{sig: "static datetime FromBinary(long dateData)", do: func(_ value.Value, a []value.Value) value.Value {
		n := a[0].UInt()
		return value.OfDateTime(int64(n&(1<<62-1)), int(n>>62))
	}},
	{sig: "static datetime FromOADate(double d)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		ms := math.Round(a[0].Float() * 86400000)
		return dateOfTicks(oaEpoch+int64(ms)*text.TicksPerMillisecond, 0)
	}},
}
