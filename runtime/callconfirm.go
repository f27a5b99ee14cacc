package runtime

// WhatIf tells whether the call only shows what it would do.
func (c *Call) WhatIf() bool { return c.flag(c.Common.WhatIf, &c.frame.names.whatIf) }
