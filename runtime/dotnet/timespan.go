package dotnet

import (
	"math"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	minTimeSpan = math.MinInt64
	maxTimeSpan = math.MaxInt64
)

var timeSpanTable = table{
	ctors: []ctor{
		{"(long ticks)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfTimeSpan(a[0].Int()), nil
		}},
		{"(int hours, int minutes, int seconds)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return newTimeSpan(0, a)
		}},
		{"(int days, int hours, int minutes, int seconds)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return newTimeSpan(integer(a[0]), a[1:])
		}},
		{"(int days, int hours, int minutes, int seconds, int milliseconds)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return newTimeSpan(integer(a[0]), a[1:])
		}},
		{"(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return newTimeSpan(integer(a[0]), a[1:])
		}},
	},
	props: []prop{
		{sig: "long Ticks", get: func(s value.Value) value.Value { return value.OfInt64(s.Int()) }},
		{sig: "int Days", get: func(s value.Value) value.Value { return value.OfInt(int(s.Int() / text.TicksPerDay)) }},
		{sig: "int Hours", get: func(s value.Value) value.Value { return spanPart(s, text.TicksPerHour, 24) }},
		{sig: "int Milliseconds", get: func(s value.Value) value.Value { return spanPart(s, text.TicksPerMillisecond, 1000) }},
		{sig: "int Microseconds", get: func(s value.Value) value.Value { return spanPart(s, 10, 1000) }},
		{sig: "int Nanoseconds", get: func(s value.Value) value.Value { return value.OfInt(int(s.Int()%10) * 100) }},
		{sig: "int Minutes", get: func(s value.Value) value.Value { return spanPart(s, text.TicksPerMinute, 60) }},
		{sig: "int Seconds", get: func(s value.Value) value.Value { return spanPart(s, text.TicksPerSecond, 60) }},
		{sig: "double TotalDays", get: func(s value.Value) value.Value { return spanTotal(s, text.TicksPerDay) }},
		{sig: "double TotalHours", get: func(s value.Value) value.Value { return spanTotal(s, text.TicksPerHour) }},
		{sig: "double TotalMilliseconds", get: func(s value.Value) value.Value { return spanTotal(s, text.TicksPerMillisecond) }},
		{sig: "double TotalMicroseconds", get: func(s value.Value) value.Value { return spanTotal(s, 10) }},
		{sig: "double TotalNanoseconds", get: func(s value.Value) value.Value { return value.OfDouble(float64(s.Int()) * 100) }},
		{sig: "double TotalMinutes", get: func(s value.Value) value.Value { return spanTotal(s, text.TicksPerMinute) }},
		{sig: "double TotalSeconds", get: func(s value.Value) value.Value { return spanTotal(s, text.TicksPerSecond) }},
		{sig: "static timespan Zero", get: func(value.Value) value.Value { return value.OfTimeSpan(0) }},
		{sig: "static timespan MaxValue", get: func(value.Value) value.Value { return value.OfTimeSpan(maxTimeSpan) }},
		{sig: "static timespan MinValue", get: func(value.Value) value.Value { return value.OfTimeSpan(minTimeSpan) }},
		{sig: "static long TicksPerDay", get: func(value.Value) value.Value { return value.OfInt64(text.TicksPerDay) }},
		{sig: "static long TicksPerHour", get: func(value.Value) value.Value { return value.OfInt64(text.TicksPerHour) }},
		{sig: "static long TicksPerMinute", get: func(value.Value) value.Value { return value.OfInt64(text.TicksPerMinute) }},
		{sig: "static long TicksPerSecond", get: func(value.Value) value.Value { return value.OfInt64(text.TicksPerSecond) }},
		{sig: "static long TicksPerMillisecond", get: func(value.Value) value.Value { return value.OfInt64(text.TicksPerMillisecond) }},
	},
	methods: concatRows(timeSpanRows, timeSpanFromRows, timeSpanParseRows, toStringRows, tryFormatRows),
}

func spanPart(s value.Value, unit, modulus int64) value.Value {
	return value.OfInt(int(s.Int() / unit % modulus))
}

func spanTotal(s value.Value, unit int64) value.Value {
	return value.OfDouble(float64(s.Int()) / float64(unit))
}

func spanOverflow() error {
	return raise(value.OverflowException, "TimeSpan overflowed because the duration is too long.")
}

// newTimeSpan adds up hours, minutes, seconds, milliseconds and microseconds.
func newTimeSpan(days int, a []value.Value) (value.Value, error) {
	units := [...]int64{text.TicksPerHour, text.TicksPerMinute, text.TicksPerSecond, text.TicksPerMillisecond, 10}
	total, exact := int64(days)*text.TicksPerDay, float64(days)*text.TicksPerDay
	for i, x := range a {
		total += x.Int() * units[i]
		exact += float64(x.Int()) * float64(units[i])
	}
	if math.Abs(exact) > maxTimeSpan {
		return value.NullValue, rangeError("ticks", "TimeSpan overflowed because the duration is too long.")
	}
	return value.OfTimeSpan(total), nil
}

func addSpans(a, b int64) (value.Value, error) {
	sum := a + b
	if (a > 0) == (b > 0) && (sum > 0) != (a > 0) && a != 0 && b != 0 {
		return value.NullValue, spanOverflow()
	}
	return value.OfTimeSpan(sum), nil
}

// scaleSpan is a number of units as a time span.
func scaleSpan(n float64, unit int64) (value.Value, error) {
	if math.IsNaN(n) {
		return value.NullValue, raise(value.ArgumentException, "TimeSpan does not accept floating point Not-a-Number values.")
	}
	ticks := n * float64(unit)
	if ticks > maxTimeSpan || ticks < minTimeSpan {
		return value.NullValue, spanOverflow()
	}
	if ticks >= maxTimeSpan {
		return value.OfTimeSpan(maxTimeSpan), nil
	}
	return value.OfTimeSpan(int64(ticks)), nil
}

func scaleWhole(n, unit int64) (value.Value, error) {
	if n > maxTimeSpan/unit || n < minTimeSpan/unit {
		return value.NullValue, spanOverflow()
	}
	return value.OfTimeSpan(n * unit), nil
}

var timeSpanRows = []method{
	{sig: "timespan Add(timespan ts)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return addSpans(s.Int(), a[0].Int())
	}},
	{sig: "int CompareTo(System.Object value)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		if b := a[0].Base(); !b.IsNull() && b.Kind() != value.TimeSpan {
			return s, raise(value.ArgumentException, "Object must be of type TimeSpan.")
		}
		return compareTo(env, s, a)
	}},
	{sig: "int CompareTo(timespan value)", call: compareTo},
	{sig: "timespan Divide(double divisor)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return scaleSpan(math.RoundToEven(float64(s.Int())/a[0].Float()), 1)
	}},
	{sig: "double Divide(timespan ts)", do: func(s value.Value, a []value.Value) value.Value {
		return value.OfDouble(float64(s.Int()) / float64(a[0].Int()))
	}},
	{sig: "timespan Duration()", call: func(_ value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		if s.Int() == minTimeSpan {
			return s, raise(value.OverflowException, "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.")
		}
		return value.OfTimeSpan(max(s.Int(), -s.Int())), nil
	}},
	{sig: "timespan Multiply(double factor)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return scaleSpan(math.RoundToEven(float64(s.Int())*a[0].Float()), 1)
	}},
	{sig: "timespan Negate()", call: func(_ value.Env, s value.Value, _ []value.Value) (value.Value, error) {
		if s.Int() == minTimeSpan {
			return s, raise(value.OverflowException, "Negating the minimum value of a twos complement number is invalid.")
		}
		return value.OfTimeSpan(-s.Int()), nil
	}},
	{sig: "timespan Subtract(timespan ts)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return addSpans(s.Int(), -a[0].Int())
	}},
	{sig: "bool Equals(System.Object value)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "bool Equals(timespan obj)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	{sig: "static int Compare(timespan t1, timespan t2)", do: func(_ value.Value, a []value.Value) value.Value {
		return value.OfInt(order(a[0].Int(), a[1].Int()))
	}},
}

func spanFrom(unit int64) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if len(a) > 1 {
			return sumSpan(a, unit)
		}
		if a[0].Kind() == value.Double {
			return scaleSpan(a[0].Float(), unit)
		}
		return scaleWhole(a[0].Int(), unit)
	}
}

// sumSpan adds up numbers of a unit and the smaller ones after it.
func sumSpan(a []value.Value, unit int64) (value.Value, error) {
	units := []int64{text.TicksPerDay, text.TicksPerHour, text.TicksPerMinute, text.TicksPerSecond, text.TicksPerMillisecond, 10}
	for units[0] != unit {
		units = units[1:]
	}
	total := value.OfTimeSpan(0)
	for i, x := range a {
		part, err := scaleWhole(x.Int(), units[i])
		if err != nil {
			return part, err
		}
		if total, err = addSpans(total.Int(), part.Int()); err != nil {
			return total, err
		}
	}
	return total, nil
}

var timeSpanFromRows = []method{
	{sig: "static timespan FromDays(int days)", call: spanFrom(text.TicksPerDay)},
	{sig: "static timespan FromDays(int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)", call: spanFrom(text.TicksPerDay)},
	{sig: "static timespan FromDays(double value)", call: spanFrom(text.TicksPerDay)},
	{sig: "static timespan FromHours(int hours)", call: spanFrom(text.TicksPerHour)},
	{sig: "static timespan FromHours(int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)", call: spanFrom(text.TicksPerHour)},
	{sig: "static timespan FromHours(double value)", call: spanFrom(text.TicksPerHour)},
	{sig: "static timespan FromMinutes(long minutes)", call: spanFrom(text.TicksPerMinute)},
	{sig: "static timespan FromMinutes(long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0)", call: spanFrom(text.TicksPerMinute)},
	{sig: "static timespan FromMinutes(double value)", call: spanFrom(text.TicksPerMinute)},
	{sig: "static timespan FromSeconds(long seconds)", call: spanFrom(text.TicksPerSecond)},
	{sig: "static timespan FromSeconds(long seconds, long milliseconds = 0, long microseconds = 0)", call: spanFrom(text.TicksPerSecond)},
	{sig: "static timespan FromSeconds(double value)", call: spanFrom(text.TicksPerSecond)},
	{sig: "static timespan FromMilliseconds(long milliseconds)", call: spanFrom(text.TicksPerMillisecond)},
	{sig: "static timespan FromMilliseconds(long milliseconds, long microseconds = 0)", call: spanFrom(text.TicksPerMillisecond)},
	{sig: "static timespan FromMilliseconds(double value)", call: spanFrom(text.TicksPerMillisecond)},
	{sig: "static timespan FromMicroseconds(long microseconds)", call: spanFrom(10)},
	{sig: "static timespan FromMicroseconds(double value)", call: spanFrom(10)},
	{sig: "static timespan FromTicks(long value)", call: spanFrom(1)},
}

var timeSpanParseRows = []method{
	{sig: "static timespan Parse(string s)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseSpan(a[0].Str(), currentCulture(env))
	}},
	{sig: "static timespan Parse(string input, System.IFormatProvider formatProvider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseSpan(a[0].Str(), cultureOf(env, a[1]))
	}},
	{sig: "static bool TryParse(System.ReadOnlySpan[char] s, [ref] timespan result)", do: fromSpan},
	{sig: "static bool TryParse(string s, [ref] timespan result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[1], value.TypeTimeSpan)(parseSpan(a[0].Str(), currentCulture(env)))
	}},
	{sig: "static bool TryParse(string input, System.IFormatProvider formatProvider, [ref] timespan result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[2], value.TypeTimeSpan)(parseSpan(a[0].Str(), cultureOf(env, a[1])))
	}},
	{sig: "static timespan ParseExact(string input, string format, System.IFormatProvider formatProvider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseSpanExact(env, a[0], a[1], a[2], 0)
	}},
	{sig: "static timespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseSpanExact(env, a[0], a[1], a[2], 0)
	}},
	{sig: "static bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, [ref] timespan result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[3], value.TypeTimeSpan)(parseSpanExact(env, a[0], a[1], a[2], 0))
	}},
	{sig: "static bool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, [ref] timespan result)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[3], value.TypeTimeSpan)(parseSpanExact(env, a[0], a[1], a[2], 0))
	}},
}

func parseSpanExact(env value.Env, s, formats, provider value.Value, styles int64) (value.Value, error) {
	n, err := text.ParseTimeSpanExact(s.Str(), texts(formats), cultureOf(env, provider), text.TimeSpanStyles(styles))
	if err != nil {
		return value.NullValue, err
	}
	return value.OfTimeSpan(n), nil
}

func parseSpan(s string, c *text.Culture) (value.Value, error) {
	n, err := text.ParseTimeSpan(s, c)
	if err != nil {
		return value.NullValue, err
	}
	return value.OfTimeSpan(n), nil
}
