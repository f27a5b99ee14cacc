package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// DateOnly is System.DateOnly: days since 0001-01-01.
type DateOnly struct{ days int64 }

// TimeOnly is System.TimeOnly: ticks since midnight.
type TimeOnly struct{ ticks int64 }

var (
	typeDateOnly = class("System.DateOnly", value.TypeValueType, value.ValueType|value.Sealed, value.IfaceComparable, value.IfaceFormattable)
	typeTimeOnly = class("System.TimeOnly", value.TypeValueType, value.ValueType|value.Sealed, value.IfaceComparable, value.IfaceFormattable)
)

// TypeOf is System.DateOnly.
func (*DateOnly) TypeOf() *value.Type { return typeDateOnly }

// TypeOf is System.TimeOnly.
func (*TimeOnly) TypeOf() *value.Type { return typeTimeOnly }

// KeyHash hashes the day.
func (d *DateOnly) KeyHash() uint32 { return uint32(d.days) }

// KeyEqual compares the days.
func (d *DateOnly) KeyEqual(other value.Value) bool {
	o, ok := value.As[*DateOnly](other)
	return ok && o.days == d.days
}

// KeyHash hashes the time.
func (t *TimeOnly) KeyHash() uint32 { return uint32(t.ticks) ^ uint32(t.ticks>>32) }

// KeyEqual compares the times.
func (t *TimeOnly) KeyEqual(other value.Value) bool {
	o, ok := value.As[*TimeOnly](other)
	return ok && o.ticks == t.ticks
}

// CompareTo orders two values of the type.
func (d *DateOnly) CompareTo(_ value.Env, other value.Value) (int, error) {
	return order(d.days, dateOnlyOf(other).days), nil
}

// CompareTo orders two values of the type.
func (t *TimeOnly) CompareTo(_ value.Env, other value.Value) (int, error) {
	return order(t.ticks, timeOnlyOf(other).ticks), nil
}

// FormatText is ToString(f, c).
func (d *DateOnly) FormatText(f string, c *text.Culture) (string, error) {
	switch f {
	case "":
		f = "d"
	case "o", "O":
		f = "yyyy'-'MM'-'dd"
	case "r", "R":
		f = "ddd, dd MMM yyyy"
	}
	return text.FormatDateTime(d.days*text.TicksPerDay, 0, f, c)
}

// FormatText is ToString(f, c).
func (t *TimeOnly) FormatText(f string, c *text.Culture) (string, error) {
	switch f {
	case "":
		f = "t"
	case "o", "O":
		f = "HH':'mm':'ss.fffffff"
	case "r", "R":
		f = "HH':'mm':'ss"
	}
	return text.FormatDateTime(t.ticks, 0, f, c)
}

func dateOnlyOf(v value.Value) *DateOnly {
	d, ok := value.As[*DateOnly](v)
	if !ok {
		return &DateOnly{}
	}
	return d
}

func timeOnlyOf(v value.Value) *TimeOnly {
	t, ok := value.As[*TimeOnly](v)
	if !ok {
		return &TimeOnly{}
	}
	return t
}

// asDate is a day as a date at midnight.
func asDate(v value.Value) value.Value {
	return value.OfDateTime(dateOnlyOf(v).days*text.TicksPerDay, 0)
}

func dayOf(ticks int64, err error) (value.Value, error) {
	return value.Of(&DateOnly{ticks / text.TicksPerDay}), err
}

var dateOnlyTable = table{
	ctors: []ctor{{"(int year, int month, int day)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		ticks, ok := text.DateTicks(integer(a[0]), integer(a[1]), integer(a[2]))
		if !ok {
			return value.NullValue, raise(value.ArgumentOutOfRangeException, "Year, Month, and Day parameters describe an un-representable DateTime.")
		}
		return dayOf(ticks, nil)
	}}},
	props: []prop{
		{sig: "static System.DateOnly MinValue", get: func(value.Value) value.Value { return value.Of(&DateOnly{}) }},
		{sig: "static System.DateOnly MaxValue", get: func(value.Value) value.Value { return value.Of(&DateOnly{text.MaxTicks / text.TicksPerDay}) }},
		{sig: "int Year", get: func(s value.Value) value.Value { n, _, _ := date3(asDate(s)); return value.OfInt(n) }},
		{sig: "int Month", get: func(s value.Value) value.Value { _, n, _ := date3(asDate(s)); return value.OfInt(n) }},
		{sig: "int Day", get: func(s value.Value) value.Value { _, _, n := date3(asDate(s)); return value.OfInt(n) }},
		{sig: "System.DayOfWeek DayOfWeek", get: func(s value.Value) value.Value { return enumDayOfWeek.of(int64(text.DayOfWeek(asDate(s).Ticks()))) }},
		{sig: "int DayOfYear", get: func(s value.Value) value.Value { return value.OfInt(text.DayOfYear(asDate(s).Ticks())) }},
		{sig: "int DayNumber", get: func(s value.Value) value.Value { return value.OfInt(int(dateOnlyOf(s).days)) }},
	},
	methods: concatRows([]method{
		{sig: "System.DateOnly AddDays(int value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return dayOf(text.AddUnits(asDate(s).Ticks(), float64(a[0].Int()), text.TicksPerDay))
		}},
		{sig: "System.DateOnly AddMonths(int value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return dayOf(text.AddMonths(asDate(s).Ticks(), integer(a[0])))
		}},
		{sig: "System.DateOnly AddYears(int value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return dayOf(text.AddYears(asDate(s).Ticks(), integer(a[0])))
		}},
		{sig: "datetime ToDateTime(System.TimeOnly time)", do: func(s value.Value, a []value.Value) value.Value {
			return value.OfDateTime(asDate(s).Ticks()+timeOnlyOf(a[0]).ticks, 0)
		}},
		{sig: "string ToLongDateString()", call: formatted("D")},
		{sig: "string ToShortDateString()", call: formatted("d")},
		{sig: "int CompareTo(System.DateOnly value)", call: compareTo},
		{sig: "bool Equals(System.Object value)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
		{sig: "static System.DateOnly FromDateTime(datetime dateTime)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.Of(&DateOnly{a[0].Ticks() / text.TicksPerDay})
		}},
		{sig: "static System.DateOnly FromDayNumber(int dayNumber)", do: func(_ value.Value, a []value.Value) value.Value { return value.Of(&DateOnly{a[0].Int()}) }},
		{sig: "static System.DateOnly Parse(string s)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return castDateOnly(env, a[0])
		}},
		{sig: "static bool TryParse(System.ReadOnlySpan[char] s, [ref] System.DateOnly result)", do: fromSpan},
		{sig: "static bool TryParse(string s, [ref] System.DateOnly result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			x, err := castDateOnly(env, a[0])
			if err != nil {
				x = value.Of(&DateOnly{})
			}
			return value.OfBool(err == nil), store(a[1], x)
		}},
	}, toStringRows),
}

func castDateOnly(env value.Env, v value.Value) (value.Value, error) {
	ticks, _, err := text.ParseDateTime(value.ToString(v), text.Invariant, 0, localNow(env))
	if err != nil || ticks%text.TicksPerDay != 0 {
		return value.NullValue, raise(value.FormatException, "String '"+value.ToString(v)+"' was not recognized as a valid DateOnly.")
	}
	return dayOf(ticks, nil)
}

func castTimeOnly(env value.Env, v value.Value) (value.Value, error) {
	today := localNow(env)
	today -= today % text.TicksPerDay
	ticks, _, err := text.ParseDateTime(value.ToString(v), text.Invariant, 0, today)
	if err != nil || ticks-ticks%text.TicksPerDay != today {
		return value.NullValue, raise(value.FormatException, "String '"+value.ToString(v)+"' was not recognized as a valid TimeOnly.")
	}
	return value.Of(&TimeOnly{ticks % text.TicksPerDay}), nil
}

func timePart(unit, modulus int64) func(value.Value) value.Value {
	return func(s value.Value) value.Value { return value.OfInt(int(timeOnlyOf(s).ticks / unit % modulus)) }
}

// wrapTime is a time of day, however far from midnight.
func wrapTime(ticks int64) value.Value {
	return value.Of(&TimeOnly{(ticks%text.TicksPerDay + text.TicksPerDay) % text.TicksPerDay})
}

var timeOnlyTable = table{
	ctors: []ctor{
		{"(int hour, int minute)", newTimeOnly}, {"(int hour, int minute, int second)", newTimeOnly},
		{"(int hour, int minute, int second, int millisecond)", newTimeOnly},
		{"(long ticks)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return wrapTime(a[0].Int()), nil
		}},
	},
	props: []prop{
		{sig: "static System.TimeOnly MinValue", get: func(value.Value) value.Value { return value.Of(&TimeOnly{}) }},
		{sig: "static System.TimeOnly MaxValue", get: func(value.Value) value.Value { return value.Of(&TimeOnly{text.TicksPerDay - 1}) }},
		{sig: "int Hour", get: timePart(text.TicksPerHour, 24)},
		{sig: "int Minute", get: timePart(text.TicksPerMinute, 60)},
		{sig: "int Second", get: timePart(text.TicksPerSecond, 60)},
		{sig: "int Millisecond", get: timePart(text.TicksPerMillisecond, 1000)},
		{sig: "int Microsecond", get: timePart(10, 1000)},
		{sig: "int Nanosecond", get: func(s value.Value) value.Value { return value.OfInt(int(timeOnlyOf(s).ticks%10) * 100) }},
		{sig: "long Ticks", get: func(s value.Value) value.Value { return value.OfInt64(timeOnlyOf(s).ticks) }},
	},
	methods: concatRows([]method{
		{sig: "System.TimeOnly Add(timespan value)", do: func(s value.Value, a []value.Value) value.Value { return wrapTime(timeOnlyOf(s).ticks + a[0].Int()) }},
		{sig: "System.TimeOnly AddHours(double value)", do: func(s value.Value, a []value.Value) value.Value {
			return wrapTime(timeOnlyOf(s).ticks + int64(a[0].Float()*text.TicksPerHour))
		}},
		{sig: "System.TimeOnly AddMinutes(double value)", do: func(s value.Value, a []value.Value) value.Value {
			return wrapTime(timeOnlyOf(s).ticks + int64(a[0].Float()*text.TicksPerMinute))
		}},
		{sig: "bool IsBetween(System.TimeOnly start, System.TimeOnly end)", do: func(s value.Value, a []value.Value) value.Value {
			t, from, to := timeOnlyOf(s).ticks, timeOnlyOf(a[0]).ticks, timeOnlyOf(a[1]).ticks
			if from <= to {
				return value.OfBool(from <= t && t < to)
			}
			return value.OfBool(t >= from || t < to)
		}},
		{sig: "timespan ToTimeSpan()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfTimeSpan(timeOnlyOf(s).ticks) }},
		{sig: "int CompareTo(System.TimeOnly value)", call: compareTo},
		{sig: "bool Equals(System.Object value)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
		{sig: "static System.TimeOnly FromDateTime(datetime dateTime)", do: func(_ value.Value, a []value.Value) value.Value { return wrapTime(a[0].Ticks()) }},
		{sig: "static System.TimeOnly FromTimeSpan(timespan timeSpan)", do: func(_ value.Value, a []value.Value) value.Value { return wrapTime(a[0].Int()) }},
		{sig: "static System.TimeOnly Parse(string s)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return castTimeOnly(env, a[0])
		}},
	}, toStringRows),
}

func newTimeOnly(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	var n [4]int
	for i, x := range a {
		n[i] = integer(x)
	}
	ticks, ok := text.TimeTicks(n[0], n[1], n[2], n[3])
	if !ok {
		return value.NullValue, raise(value.ArgumentOutOfRangeException, "Hour, Minute, and Second parameters describe an un-representable DateTime.")
	}
	return value.Of(&TimeOnly{ticks}), nil
}

// ToText is the invariant text.
func (d *DateOnly) ToText() string {
	s, _ := d.FormatText("", text.Invariant)
	return s
}

// ToText is the invariant text.
func (t *TimeOnly) ToText() string {
	s, _ := t.FormatText("", text.Invariant)
	return s
}
