package dotnet

import (
	"time"

	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// hostOf is the outside world of a call, nil in tests that have none.
func hostOf(env value.Env) *host.Host {
	if env == nil {
		return nil
	}
	h, _ := env.Host().(*host.Host)
	return h
}

// now is the present instant on the script's clock.
func now(env value.Env) time.Time {
	if h := hostOf(env); h != nil && h.Clock != nil {
		return h.Clock.Now()
	}
	return time.Unix(0, 0).UTC()
}

// newline is [Environment]::NewLine.
func newline(env value.Env) string {
	if h := hostOf(env); h != nil {
		return h.Platform.Newline()
	}
	return "\n"
}

// ticksOf are the ticks of the clock face of an instant.
func ticksOf(t time.Time) int64 {
	midnight, _ := text.DateTicks(t.Year(), int(t.Month()), t.Day())
	hour, minute, second := t.Clock()
	return midnight + int64(hour)*text.TicksPerHour + int64(minute)*text.TicksPerMinute + int64(second)*text.TicksPerSecond + int64(t.Nanosecond()/100)
}

// localNow is the local clock face.
func localNow(env value.Env) int64 { return ticksOf(now(env)) }

// localOffset are the ticks by which local time is ahead of UTC.
func localOffset(env value.Env) int64 {
	_, seconds := now(env).Zone()
	return int64(seconds) * text.TicksPerSecond
}
