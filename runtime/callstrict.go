package runtime

// StrictVersion is the strict mode of the caller: 0 is off, 1 and 2 the versions, 3 the latest.
func (c *Call) StrictVersion() int { return int(c.frame.scope.strictMode() - strictOff) }
