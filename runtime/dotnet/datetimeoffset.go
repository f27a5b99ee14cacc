package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// DateTimeOffset is System.DateTimeOffset: the ticks of its clock, and how far that is ahead of UTC.
type DateTimeOffset struct{ Ticks, Offset int64 }

var typeDateTimeOffset = class("System.DateTimeOffset", value.TypeValueType, value.ValueType|value.Sealed, value.IfaceComparable, value.IfaceFormattable)

// TypeOf is System.DateTimeOffset.
func (*DateTimeOffset) TypeOf() *value.Type { return typeDateTimeOffset }

func (d *DateTimeOffset) utc() int64 { return d.Ticks - d.Offset }

// KeyHash hashes the instant.
func (d *DateTimeOffset) KeyHash() uint32 { return uint32(d.utc()) ^ uint32(d.utc()>>32) }

// KeyEqual compares the instants.
func (d *DateTimeOffset) KeyEqual(other value.Value) bool {
	o, ok := value.As[*DateTimeOffset](other)
	return ok && o.utc() == d.utc()
}

// CompareTo orders two values of the type.
func (d *DateTimeOffset) CompareTo(_ value.Env, other value.Value) (int, error) {
	return order(d.utc(), offsetOf(other).utc()), nil
}

// FormatText is ToString(f, c).
func (d *DateTimeOffset) FormatText(f string, c *text.Culture) (string, error) {
	return text.FormatDateTimeOffset(d.Ticks, d.Offset, f, c)
}

func offsetOf(v value.Value) *DateTimeOffset {
	d, ok := value.As[*DateTimeOffset](v)
	if !ok {
		return &DateTimeOffset{}
	}
	return d
}

// clockOf is the clock face of an offset date as a DateTime.
func clockOf(v value.Value) value.Value { return value.OfDateTime(offsetOf(v).Ticks, 0) }

// moved is the same offset with another clock.
func moved(s value.Value, ticks int64, err error) (value.Value, error) {
	return value.Of(&DateTimeOffset{ticks, offsetOf(s).Offset}), err
}

// fromDateTime takes the offset from the kind of a date.
func fromDateTime(env value.Env, d value.Value) value.Value {
	if d.DateKind() == text.UTC {
		return value.Of(&DateTimeOffset{d.Ticks(), 0})
	}
	return value.Of(&DateTimeOffset{d.Ticks(), localOffset(env)})
}

func parseOffset(env value.Env, s string, c *text.Culture, styles int64) (value.Value, error) {
	ticks, offset, err := text.ParseDateTimeOffset(s, c, text.DateStyles(styles), localNow(env))
	if err != nil {
		return value.NullValue, err
	}
	return value.Of(&DateTimeOffset{ticks, offset}), nil
}

func withOffset(ticks, offset int64) (value.Value, error) {
	if offset%text.TicksPerMinute != 0 {
		return value.NullValue, argumentError("offset", "Offset must be specified in whole minutes.")
	}
	if offset < -14*text.TicksPerHour || offset > 14*text.TicksPerHour {
		return value.NullValue, rangeError("offset", "Offset must be within plus or minus 14 hours.")
	}
	return value.Of(&DateTimeOffset{ticks, offset}), nil
}

// offsetProps are the parts that an offset date has in common with a date.
func offsetProp(sig string, name string) prop {
	return prop{sig: sig, ask: func(env value.Env, s value.Value) (value.Value, error) {
		return value.TypeDateTime.FindProperty(name, false).Get(env, clockOf(s))
	}}
}

var dateTimeOffsetTable = table{
	ctors: []ctor{
		{"(long ticks, timespan offset)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return withOffset(a[0].Int(), a[1].Int())
		}},
		{"(datetime dateTime)", func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return fromDateTime(env, a[0]), nil
		}},
		{"(datetime dateTime, timespan offset)", func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if a[0].DateKind() == text.UTC && a[1].Int() != 0 {
				return value.NullValue, argumentError("offset", "The UTC Offset for Utc DateTime instances must be 0.")
			}
			if a[0].DateKind() == text.Local && a[1].Int() != localOffset(env) {
				return value.NullValue, argumentError("offset", "The UTC Offset of the local dateTime parameter does not match the offset argument.")
			}
			return withOffset(a[0].Ticks(), a[1].Int())
		}},
		{"(int year, int month, int day, int hour, int minute, int second, timespan offset)", newOffset},
		{"(int year, int month, int day, int hour, int minute, int second, int millisecond, timespan offset)", newOffset},
	},
	props: []prop{
		{sig: "datetime DateTime", get: clockOf},
		{sig: "datetime UtcDateTime", get: func(s value.Value) value.Value { return value.OfDateTime(offsetOf(s).utc(), text.UTC) }},
		{sig: "datetime LocalDateTime", ask: func(env value.Env, s value.Value) (value.Value, error) {
			return value.OfDateTime(offsetOf(s).utc()+localOffset(env), text.Local), nil
		}},
		{sig: "datetime Date", get: func(s value.Value) value.Value {
			t := offsetOf(s).Ticks
			return value.OfDateTime(t-t%text.TicksPerDay, 0)
		}},
		offsetProp("int Day", "Day"),
		offsetProp("System.DayOfWeek DayOfWeek", "DayOfWeek"),
		offsetProp("int DayOfYear", "DayOfYear"),
		offsetProp("int Hour", "Hour"),
		offsetProp("int Millisecond", "Millisecond"),
		offsetProp("int Microsecond", "Microsecond"),
		offsetProp("int Nanosecond", "Nanosecond"),
		offsetProp("int Minute", "Minute"),
		offsetProp("int Month", "Month"),
		{sig: "timespan Offset", get: func(s value.Value) value.Value { return value.OfTimeSpan(offsetOf(s).Offset) }},
		{sig: "int TotalOffsetMinutes", get: func(s value.Value) value.Value { return value.OfInt(int(offsetOf(s).Offset / text.TicksPerMinute)) }},
		offsetProp("int Second", "Second"),
		{sig: "long Ticks", get: func(s value.Value) value.Value { return value.OfInt64(offsetOf(s).Ticks) }},
		{sig: "long UtcTicks", get: func(s value.Value) value.Value { return value.OfInt64(offsetOf(s).utc()) }},
		{sig: "timespan TimeOfDay", get: func(s value.Value) value.Value { return value.OfTimeSpan(offsetOf(s).Ticks % text.TicksPerDay) }},
		offsetProp("int Year", "Year"),
		{sig: "static System.DateTimeOffset Now", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(&DateTimeOffset{localNow(env), localOffset(env)}), nil
		}},
		{sig: "static System.DateTimeOffset UtcNow", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(&DateTimeOffset{ticksOf(now(env).UTC()), 0}), nil
		}},
		{sig: "static System.DateTimeOffset MinValue", get: func(value.Value) value.Value { return value.Of(&DateTimeOffset{}) }},
		{sig: "static System.DateTimeOffset MaxValue", get: func(value.Value) value.Value { return value.Of(&DateTimeOffset{text.MaxTicks, 0}) }},
		{sig: "static System.DateTimeOffset UnixEpoch", get: func(value.Value) value.Value { return value.Of(&DateTimeOffset{text.UnixEpochTicks, 0}) }},
	},
	methods: concatRows(offsetAddRows, offsetStaticRows, toStringRows),
}

func newOffset(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
	last := len(a) - 1
	d, err := newDate(env, t, a[:last])
	if err != nil {
		return d, err
	}
	return withOffset(d.Ticks(), a[last].Int())
}

// offsetAdd is a method that a date has too.
func offsetAdd(name string) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		m := value.TypeDateTime.FindMethod(name, false)
		x, err := m.Overloads[len(m.Overloads)-1].Call(env, clockOf(s), a)
		if err != nil {
			return s, err
		}
		return moved(s, x.Ticks(), nil)
	}
}

var offsetAddRows = []method{
	{sig: "System.DateTimeOffset Add(timespan timeSpan)", call: offsetAdd("Add")},
	{sig: "System.DateTimeOffset AddDays(double days)", call: offsetAdd("AddDays")},
	{sig: "System.DateTimeOffset AddHours(double hours)", call: offsetAdd("AddHours")},
	{sig: "System.DateTimeOffset AddMilliseconds(double milliseconds)", call: offsetAdd("AddMilliseconds")},
	{sig: "System.DateTimeOffset AddMinutes(double minutes)", call: offsetAdd("AddMinutes")},
	{sig: "System.DateTimeOffset AddMonths(int months)", call: offsetAdd("AddMonths")},
	{sig: "System.DateTimeOffset AddSeconds(double seconds)", call: offsetAdd("AddSeconds")},
	{sig: "System.DateTimeOffset AddTicks(long ticks)", call: offsetAdd("AddTicks")},
	{sig: "System.DateTimeOffset AddYears(int years)", call: offsetAdd("AddYears")},
	{sig: "timespan Subtract(System.DateTimeOffset value)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfTimeSpan(offsetOf(s).utc() - offsetOf(a[0]).utc())
	}},
	{sig: "System.DateTimeOffset Subtract(timespan value)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddTicks(offsetOf(s).Ticks, -a[0].Int())
		return moved(s, ticks, err)
	}},
	{sig: "System.DateTimeOffset ToLocalTime()", call: func(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		return withOffset(offsetOf(s).utc()+localOffset(env), localOffset(env))
	}},
	{sig: "System.DateTimeOffset ToUniversalTime()", call: func(_ value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		return withOffset(offsetOf(s).utc(), 0)
	}},
	{sig: "System.DateTimeOffset ToOffset(timespan offset)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return withOffset(offsetOf(s).utc()+a[0].Int(), a[0].Int())
	}},
	{sig: "long ToUnixTimeSeconds()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfInt64(floorDivide(offsetOf(s).utc()-text.UnixEpochTicks, text.TicksPerSecond))
	}},
	{sig: "long ToUnixTimeMilliseconds()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfInt64(floorDivide(offsetOf(s).utc()-text.UnixEpochTicks, text.TicksPerMillisecond))
	}},
	{sig: "long ToFileTime()", do: func(s value.Value, _ []value.Value) value.Value {
		return value.OfInt64(offsetOf(s).utc() - fileTimeEpoch)
	}},
	{sig: "bool Equals(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "bool EqualsExact(System.DateTimeOffset other)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfBool(*offsetOf(s) == *offsetOf(a[0]))
	}},
	{sig: "int CompareTo(System.DateTimeOffset other)", call: compareTo},
}

func floorDivide(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

var offsetStaticRows = []method{
	{sig: "static System.DateTimeOffset op_Implicit(datetime dateTime)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return fromDateTime(env, a[0]), nil
	}},
	{sig: "static System.DateTimeOffset op_Addition(System.DateTimeOffset dateTimeOffset, timespan timeSpan)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddTicks(offsetOf(a[0]).Ticks, a[1].Int())
		return moved(a[0], ticks, err)
	}},
	{sig: "static System.DateTimeOffset op_Subtraction(System.DateTimeOffset dateTimeOffset, timespan timeSpan)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		ticks, err := text.AddTicks(offsetOf(a[0]).Ticks, -a[1].Int())
		return moved(a[0], ticks, err)
	}},
	{sig: "static timespan op_Subtraction(System.DateTimeOffset left, System.DateTimeOffset right)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfTimeSpan(offsetOf(a[0]).utc() - offsetOf(a[1]).utc())
	}},
	{sig: "static int Compare(System.DateTimeOffset first, System.DateTimeOffset second)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(order(offsetOf(a[0]).utc(), offsetOf(a[1]).utc()))
	}},
	{sig: "static System.DateTimeOffset FromUnixTimeSeconds(long seconds)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return fromUnix(a[0].Int(), text.TicksPerSecond, "seconds")
	}},
	{sig: "static System.DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return fromUnix(a[0].Int(), text.TicksPerMillisecond, "milliseconds")
	}},
	{sig: "static System.DateTimeOffset Parse(string input)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseOffset(env, a[0].Str(), currentCulture(env), 0)
	}},
	{sig: "static System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseOffset(env, a[0].Str(), cultureOf(env, a[1]), 0)
	}},
	{sig: "static System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseOffset(env, a[0].Str(), cultureOf(env, a[1]), a[2].Int())
	}},
	{sig: "static System.DateTimeOffset ParseExact(string input, string format, System.IFormatProvider formatProvider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		ticks, offset, err := text.ParseDateTimeOffsetExact(a[0].Str(), texts(a[1]), cultureOf(env, a[2]), 0, localNow(env))
		if err != nil {
			return value.NullValue, err
		}
		return value.Of(&DateTimeOffset{ticks, offset}), nil
	}},
	{sig: "static bool TryParse(System.ReadOnlySpan[char] input, [ref] System.DateTimeOffset result)", do: fromSpan},
	{sig: "static bool TryParse(string input, [ref] System.DateTimeOffset result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[1], typeDateTimeOffset)(parseOffset(env, a[0].Str(), currentCulture(env), 0))
	}},
}

func fromUnix(n, unit int64, param string) (value.Value, error) {
	low, high := -text.UnixEpochTicks/unit, (text.MaxTicks-text.UnixEpochTicks)/unit
	if n < low || n > high {
		return value.NullValue, rangeError(param, "Valid values are between "+itoa(int(low))+" and "+itoa(int(high))+", inclusive.")
	}
	return value.Of(&DateTimeOffset{text.UnixEpochTicks + n*unit, 0}), nil
}

// ToText is the invariant text.
func (d *DateTimeOffset) ToText() string {
	s, _ := d.FormatText("", text.Invariant)
	return s
}
