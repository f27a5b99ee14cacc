package host

import "time"

// VirtualClock stands still but for Sleep, and but for the real time that passes while a script runs if it was made to.
type VirtualClock struct {
	now    time.Time
	waited time.Duration
	// OnSleep is told about each wait; it may be nil.
	OnSleep func(d time.Duration)
}

// NewVirtualClock begins at an instant.
func NewVirtualClock(start time.Time) *VirtualClock { return &VirtualClock{now: start.UTC()} }

// Now is the present instant.
func (c *VirtualClock) Now() time.Time { return c.now }

// Sleep lets time pass at once.
func (c *VirtualClock) Sleep(d time.Duration) error {
	if d > 0 {
		c.now = c.now.Add(d)
		c.waited += d
		if c.OnSleep != nil {
			c.OnSleep(d)
		}
	}
	return nil
}

// Waited is how long the script slept so far.
func (c *VirtualClock) Waited() time.Duration { return c.waited }
