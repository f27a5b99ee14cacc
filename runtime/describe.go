package runtime

import "rehearse/runtime/bind"

// SignatureOf is the parameters of a command of the session by name or alias; ok is false if there is none. A function has a nil
// signature until it was called.
func (e *Engine) SignatureOf(name string) (s *bind.Signature, ok bool) {
	f := e.root
	for range 32 {
		a := f.findAlias(name)
		if a == "" {
			break
		}
		name = a
	}
	switch c := f.lookupCommand(name).(type) {
	case nil:
		return nil, false
	case cmdletCommand:
		if err := c.cmdlet.Prepare(); err != nil {
			return nil, true
		}
		return &c.cmdlet.Signature, true
	}
	return nil, true
}

// CommandNames are the names of all cmdlets, aliases and functions of the session.
func (e *Engine) CommandNames() []string {
	var out []string
	out = append(out, e.cmdlets.names.Names()...)
	for _, c := range e.cmdlets.catalogs {
		out = append(out, c.Names()...)
	}
	out = append(out, e.cmdlets.aliases.Names()...)
	e.global.functions.each(func(name string, _ command) { out = append(out, name) })
	return out
}
