package state

import (
	"sync/atomic"
	"time"
)

// Clock is the tenant's virtual time. It stands still until somebody advances
// it; Start-Sleep does so at once, without waiting. It is safe for concurrent
// use. Instants are UTC.
type Clock struct {
	start   time.Time
	elapsed atomic.Int64
	profile Profile
}

// NewClock returns a clock that stands at start and knows the profile's delays.
func NewClock(start time.Time, profile Profile) *Clock {
	return &Clock{start: start.UTC(), profile: profile}
}

// Now is the present virtual instant.
func (c *Clock) Now() time.Time { return c.start.Add(time.Duration(c.elapsed.Load())) }

// Start is the instant at which the clock was made.
func (c *Clock) Start() time.Time { return c.start }

// Elapsed is the virtual time that went by since Start.
func (c *Clock) Elapsed() time.Duration { return time.Duration(c.elapsed.Load()) }

// Advance moves the clock on. A negative duration is ignored: time does not run
// backwards. What falls due in between is done by the next operation, or by
// service.Settle.
func (c *Clock) Advance(d time.Duration) {
	if d > 0 {
		c.elapsed.Add(int64(d))
	}
}

// Profile is the profile the clock was made with.
func (c *Clock) Profile() Profile { return c.profile }

// Delay is how long a change of the class takes to settle under the profile.
func (c *Clock) Delay(class Latency) time.Duration { return c.profile.Delay(class) }
