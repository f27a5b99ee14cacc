package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Stopwatch is System.Diagnostics.Stopwatch on the script's clock.
type Stopwatch struct {
	value.Extended
	elapsed int64 // ticks before the last start
	since   int64 // when it was started, if it runs
	running bool
}

var typeStopwatch = within("System.Diagnostics.StackTrace", class("System.Diagnostics.Stopwatch", value.TypeObject, 0))

// TypeOf is Stopwatch.
func (*Stopwatch) TypeOf() *value.Type { return typeStopwatch }

// ToText is the time that has passed.
func (s *Stopwatch) ToText() string {
	t, _ := text.FormatTimeSpan(s.elapsed, "", text.Invariant)
	return t
}

func stopwatchOf(v value.Value) *Stopwatch {
	s, _ := value.As[*Stopwatch](v)
	return s
}

func (s *Stopwatch) total(env value.Env) int64 {
	if !s.running {
		return s.elapsed
	}
	return s.elapsed + localNow(env) - s.since
}

func startWatch(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
	if s := stopwatchOf(v); !s.running {
		s.running, s.since = true, localNow(env)
	}
	return value.NothingValue, nil
}

func elapsedProp(sig string, f func(ticks int64) value.Value) prop {
	return prop{sig: sig, ask: func(env value.Env, v value.Value) (value.Value, error) { return f(stopwatchOf(v).total(env)), nil }}
}

var stopwatchTable = table{
	ctors: []ctor{{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) { return value.Of(&Stopwatch{}), nil }}},
	props: []prop{
		{sig: "bool IsRunning", get: func(v value.Value) value.Value { return value.OfBool(stopwatchOf(v).running) }},
		elapsedProp("timespan Elapsed", value.OfTimeSpan),
		elapsedProp("long ElapsedMilliseconds", func(t int64) value.Value { return value.OfInt64(t / text.TicksPerMillisecond) }),
		elapsedProp("long ElapsedTicks", func(t int64) value.Value { return value.OfInt64(t * 100) }),
		{sig: "static long Frequency", get: func(value.Value) value.Value { return value.OfInt64(1_000_000_000) }},
		{sig: "static bool IsHighResolution", get: boolOf(true)},
	},
	methods: []method{
		{sig: "void Start()", call: startWatch},
		{sig: "void Stop()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			s := stopwatchOf(v)
			s.elapsed, s.running = s.total(env), false
			return value.NothingValue, nil
		}},
		{sig: "void Reset()", do: func(v value.Value, _ []value.Value) value.Value {
			s := stopwatchOf(v)
			s.elapsed, s.running = 0, false
			return value.NothingValue
		}},
		{sig: "void Restart()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			s := stopwatchOf(v)
			s.elapsed, s.running, s.since = 0, true, localNow(env)
			return value.NothingValue, nil
		}},
		{sig: "static System.Diagnostics.Stopwatch StartNew()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			return value.Of(&Stopwatch{running: true, since: localNow(env)}), nil
		}},
		{sig: "static long GetTimestamp()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			return value.OfInt64(localNow(env) * 100), nil
		}},
		{sig: "string ToString()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			t, err := text.FormatTimeSpan(stopwatchOf(v).total(env), "", text.Invariant)
			return value.OfString(t), err
		}},
	},
}
