package runtime

import "rehearse/runtime/dotnet"

// Random is the generator of Get-Random, which goes on from call to call.
func (c *Call) Random() *dotnet.Random {
	e := c.frame.Engine
	if e.random == nil {
		e.random = dotnet.RandomSeeded(c.frame)
	}
	return e.random
}

// SeedRandom begins the sequence of a seed.
func (c *Call) SeedRandom(seed int32) { c.frame.Engine.random = dotnet.NewRandom(seed) }
