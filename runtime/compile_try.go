package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

func (c *compiler) throw(s *ast.ThrowStatement) stmt {
	var val expr
	if s.Pipeline != nil {
		val = c.pipelineValue(s.Pipeline)
	}
	at := s.Extent
	inCatch := c.inCatch
	return func(f *Frame) (ctl, error) {
		if val == nil && inCatch {
			if r := f.caught(); r != nil {
				return ctlNext, rethrown(r, false)
			}
		}
		v := value.NullValue
		if val != nil {
			var err error
			if v, err = val(f); err != nil {
				return ctlNext, err
			}
		}
		f.at = at
		return ctlNext, f.throwValue(v)
	}
}

// caught is the error that the catch block or trap around is about; blocks in it know it too.
func (f *Frame) caught() *value.ErrorRecord {
	for x := f; x != nil; x = x.up {
		if x.catch != nil {
			return x.catch
		}
	}
	return nil
}

// catchClause is a compiled catch with the exception types it takes.
type catchClause struct {
	types []*typeSite
	body  *sequence
}

func (c *compiler) try(s *ast.TryStatement) stmt {
	body := c.body(s.Body)
	var clauses []catchClause
	for _, x := range s.CatchClauses {
		outer := c.inCatch
		c.inCatch = true
		cl := catchClause{body: c.body(x.Body)}
		c.inCatch = outer
		for _, t := range x.CatchTypes {
			cl.types = append(cl.types, c.constraintSite(t))
		}
		clauses = append(clauses, cl)
	}
	finally := c.body(s.Finally)
	hasCatch := len(clauses) > 0
	return func(f *Frame) (how ctl, err error) {
		traps := f.traps
		if hasCatch {
			f.traps = nil // its clauses come before a trap around
		}
		f.tryDepth++
		how, err = body.run(f)
		f.tryDepth--
		f.traps = traps
		if err != nil && hasCatch {
			if r := f.record(err); r != nil {
				cl, caught, unknown := f.matchCatch(clauses, r)
				switch {
				case unknown != nil:
					err = unknown
				case cl != nil:
					how, err = f.runCatch(cl, r, caught)
				default:
					err = r
				}
			}
		}
		if finally == nil {
			return how, err
		}
		if err != nil && traps != nil {
			err = f.trapEarly(err)
		}
		label := f.label
		ok := f.ok
		fHow, fErr := finally.run(f)
		if fErr != nil {
			return ctlNext, fErr
		}
		if fHow != ctlNext {
			return fHow, nil
		}
		f.label, f.ok = label, ok
		return how, err
	}
}

// runCatch runs a catch block with the error as $_. When the clause took the inner exception of a wrapper, $_ is about that one.
func (f *Frame) runCatch(cl *catchClause, r *value.ErrorRecord, caught *value.Exception) (ctl, error) {
	r = caughtRecord(r, caught)
	f.remember(r)
	r = r.Copy()
	under, before := f.under, f.catch
	f.under, f.catch = value.Of(r), r
	f.tryDepth++ // an error in the block leaves the whole statement
	how, err := cl.body.run(f)
	f.tryDepth--
	f.under, f.catch = under, before
	return how, err
}

// caughtRecord is a record as a handler sees it.
func caughtRecord(r *value.ErrorRecord, caught *value.Exception) *value.ErrorRecord {
	r.Thrown, r.Stopping = false, false
	if caught == nil || caught == r.Exception {
		return r
	}
	x := r.Copy()
	x.Exception = caught
	return x
}

// compiledTrap is a trap statement.
type compiledTrap struct {
	typ      *typeSite // nil for any error
	resolved *value.Type
	code     *code
}

func (c *compiler) trap(t *ast.TrapStatement) compiledTrap {
	out := compiledTrap{code: c.trapBody(t.Body)}
	if t.TrapType != nil {
		out.typ = c.constraintSite(t.TrapType)
	}
	return out
}

// trapBody compiles a trap's statements as a body with a scope of its own. break and continue in it say how the error goes on: they
// are control codes of the body, not jumps to a loop.
func (c *compiler) trapBody(b *ast.StatementBlock) *code {
	table := &slotTable{}
	collectNamesOf(b, table)
	x := &compiler{source: c.source, block: c.block, table: table, inLoop: 1, inCatch: true}
	return &code{source: c.source, block: c.block.block, table: table, end: x.body(b), params: &parameterPlan{c: x}}
}

// runTrapped runs statements under traps: a trap that says continue resumes with the next statement, break ends with the error, and
// without either the error is shown and the next statement runs.
func (s *sequence) runTrapped(f *Frame) (ctl, error) {
	if err := s.enterTraps(f); err != nil {
		return ctlNext, err
	}
	outer := f.traps
	defer func() { f.traps = outer }()
	for i := range s.stmts {
		st := &s.stmts[i]
		f.at, f.traps = st.at, s
		f.tryDepth++
		how, err := st.run(f)
		f.tryDepth--
		f.traps = outer
		if err == nil {
			if how != ctlNext {
				return how, nil
			}
			continue
		}
		if _, ok := err.(*leaveBody); ok {
			return ctlReturn, nil
		}
		if x, ok := err.(*trapped); ok {
			if x.err != nil || x.how != ctlNext {
				return x.how, x.err
			}
			continue
		}
		r := f.record(err)
		if r == nil {
			return ctlNext, err
		}
		t, caught := s.trapFor(f, r)
		if t == nil {
			if err := f.statementFailed(r); err != nil {
				return ctlNext, err
			}
			continue
		}
		f.ok = false
		how, err = f.runTrap(t, r, caught)
		if err != nil || how != ctlNext {
			return how, err
		}
	}
	return ctlNext, nil
}

// trapFor is the trap that an error goes to, nil if none takes it, and the exception that its type matched.
func (s *sequence) trapFor(f *Frame, r *value.ErrorRecord) (*compiledTrap, *value.Exception) {
	var buf [8]handlerType
	types := buf[:0]
	other := -1
	for i := range s.traps {
		t := &s.traps[i]
		if t.typ == nil {
			if other < 0 {
				other = i
			}
			continue
		}
		types = append(types, handlerType{i, t.resolved})
	}
	i, caught := handlerFor(types, r)
	if i < 0 {
		if i = other; i < 0 {
			return nil, nil
		}
	}
	return &s.traps[i], caught
}

// trapped is an error that a trap has dealt with already, on its way out of the statements inside.
type trapped struct {
	how ctl
	err error
}

func (t *trapped) Error() string { return "the error was trapped" }

// trapEarly gives an error to the trap around before the finally block on its way runs: PowerShell asks its traps where the error happens
// (oracle/flow, trap-with-try).
func (f *Frame) trapEarly(err error) error {
	r := f.record(err)
	if r == nil {
		return err
	}
	t, caught := f.traps.trapFor(f, r)
	if t == nil {
		return r
	}
	f.ok = false
	how, err := f.runTrap(t, r, caught)
	return &trapped{how, err}
}

// enterTraps resolves the types of the traps: a block with a trap for an unknown type fails as a whole.
func (s *sequence) enterTraps(f *Frame) error {
	for i := range s.traps {
		t := &s.traps[i]
		if t.typ == nil || t.resolved != nil {
			continue
		}
		typ, err := t.typ.resolve(f)
		if err != nil {
			if r := f.record(err); r != nil {
				r.Stopping = true
			}
			return err
		}
		t.resolved = typ
	}
	return nil
}

// runTrap runs a trap's body in a scope of its own and does with the error what its end says (oracle/flow, section 4).
func (f *Frame) runTrap(t *compiledTrap, r *value.ErrorRecord, caught *value.Exception) (ctl, error) {
	thrown, stopping := r.Thrown, r.Stopping
	seen := caughtRecord(r, caught)
	f.remember(seen)
	seen = seen.Copy()
	x := f.child(t.code, f.scope)
	x.args, x.input, x.call, x.this, x.tryDepth = f.args, f.input, f.call, f.this, f.tryDepth
	x.under, x.catch = value.Of(seen), seen
	f.ok = true
	how, err := t.code.end.run(x)
	f.ok = false
	label := f.label
	f.label = ""
	if err != nil {
		f.label = label
		return ctlNext, err
	}
	switch how {
	case ctlContinue:
		return ctlNext, nil
	case ctlReturn:
		return ctlReturn, nil
	}
	action := f.errorPreference()
	if how == ctlBreak || action == bind.Stop {
		r.Thrown, r.Stopping, r.Rethrown = thrown, stopping, true
		return ctlNext, r
	}
	if action == bind.SilentlyContinue || action == bind.Ignore {
		return ctlNext, nil
	}
	return ctlNext, f.report(seen)
}
