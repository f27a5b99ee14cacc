package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

func (c *compiler) throw(s *ast.ThrowStatement) stmt {
	var val expr
	if s.Pipeline != nil {
		val = c.pipelineValue(s.Pipeline)
	}
	at := s.Extent
	return func(f *Frame) (ctl, error) {
		if val == nil && f.catch != nil {
			r := f.catch
			r.Thrown = true
			return ctlNext, r
		}
		v := value.NullValue
		if val != nil {
			var err error
			if v, err = val(f); err != nil {
				return ctlNext, err
			}
		}
		f.at = at
		return ctlNext, throwValue(f, v)
	}
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
		cl := catchClause{body: c.body(x.Body)}
		for _, t := range x.CatchTypes {
			cl.types = append(cl.types, c.typeSite(t.TypeName))
		}
		clauses = append(clauses, cl)
	}
	finally := c.body(s.Finally)
	hasCatch := len(clauses) > 0
	return func(f *Frame) (how ctl, err error) {
		if hasCatch {
			f.tryDepth++
		}
		how, err = body.run(f)
		if hasCatch {
			f.tryDepth--
		}
		if err != nil && hasCatch {
			if r := f.record(err); r != nil {
				err = r
				if cl := f.matchCatch(clauses, r); cl != nil {
					how, err = f.runCatch(cl, r)
				}
			}
		}
		if finally == nil {
			return how, err
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

// matchCatch finds the clause for an error: the most specific type wins, then the clause without types.
func (f *Frame) matchCatch(clauses []catchClause, r *value.ErrorRecord) *catchClause {
	for e := r.Exception; e != nil; e = e.Inner {
		var best *catchClause
		distance := 1 << 30
		for i := range clauses {
			for _, site := range clauses[i].types {
				t, err := site.resolve(f)
				if err != nil {
					continue
				}
				d := 0
				for x := e.Type; x != nil; x = x.Base {
					if x == t && d < distance {
						best, distance = &clauses[i], d
					}
					d++
				}
			}
		}
		if best != nil {
			if e != r.Exception && e != nil {
				f.caughtInner = e
			}
			return best
		}
		// Only wrappers that PowerShell itself put around an exception are looked through.
		if e.Type != value.MethodInvocationException && e.Type != value.CmdletInvocationException && e.Type != value.GetValueInvocationException && e.Type != value.SetValueInvocationException && e.Type != value.RuntimeException && e.Type != value.ActionPreferenceStopException {
			break
		}
	}
	for i := range clauses {
		if len(clauses[i].types) == 0 {
			return &clauses[i]
		}
	}
	return nil
}

// runCatch runs a catch block with the error as $_.
func (f *Frame) runCatch(cl *catchClause, r *value.ErrorRecord) (ctl, error) {
	inner := f.caughtInner
	f.caughtInner = nil
	r.Thrown, r.Stopping = false, false
	if inner != nil && inner != r.Exception {
		x := *r
		x.Exception = inner
		r = &x
	}
	f.remember(r)
	under, caught := f.under, f.catch
	f.under, f.catch = value.Of(r), r
	how, err := cl.body.run(f)
	f.under, f.catch = under, caught
	return how, err
}

// compiledTrap is a trap statement.
type compiledTrap struct {
	typ  *typeSite // nil for any error
	body *sequence
}

func (c *compiler) trap(t *ast.TrapStatement) compiledTrap {
	// break and continue in a trap say how the error goes on: they are control codes of the body, not jumps to a loop.
	out := compiledTrap{body: c.loopBody(t.Body)}
	if t.TrapType != nil {
		out.typ = c.typeSite(t.TrapType.TypeName)
	}
	return out
}

// runTrapped runs statements under traps: a trap that says continue resumes with the next statement, break ends with the error, and
// without either the error is shown and the next statement runs.
func (s *sequence) runTrapped(f *Frame) (ctl, error) {
	for i := range s.stmts {
		st := &s.stmts[i]
		f.at = st.at
		f.tryDepth++
		how, err := st.run(f)
		f.tryDepth--
		if err == nil {
			if how != ctlNext {
				return how, nil
			}
			continue
		}
		if _, ok := err.(*leaveBody); ok {
			return ctlReturn, nil
		}
		r := f.record(err)
		if r == nil {
			return ctlNext, err
		}
		t := s.trapFor(f, r)
		if t == nil {
			if err := f.statementFailed(r); err != nil {
				return ctlNext, err
			}
			continue
		}
		how, err = f.runTrap(t, r)
		if err != nil || how != ctlNext {
			return how, err
		}
	}
	return ctlNext, nil
}

func (s *sequence) trapFor(f *Frame, r *value.ErrorRecord) *compiledTrap {
	var best *compiledTrap
	distance := 1 << 30
	for i := range s.traps {
		t := &s.traps[i]
		if t.typ == nil {
			if best == nil {
				best = t
			}
			continue
		}
		typ, err := t.typ.resolve(f)
		if err != nil {
			continue
		}
		for e := r.Exception; e != nil; e = e.Inner {
			d := 0
			for x := e.Type; x != nil; x = x.Base {
				if x == typ && d < distance {
					best, distance = t, d
				}
				d++
			}
		}
	}
	return best
}

// runTrap runs a trap's body in a scope of its own.
func (f *Frame) runTrap(t *compiledTrap, r *value.ErrorRecord) (ctl, error) {
	thrown, stopping := r.Thrown, r.Stopping
	f.remember(r)
	x := *f
	x.scope = newScope(&slotTable{}, f.scope)
	x.slots = nil
	x.under, x.catch = value.Of(r), r
	if !f.code.open {
		// The body was compiled with the slots of the enclosing scope.
		x.scope, x.slots = f.scope, f.slots
	}
	how, err := t.body.run(&x)
	f.label = x.label
	if err != nil {
		return ctlNext, err
	}
	switch how {
	case ctlContinue:
		f.label = ""
		return ctlNext, nil
	case ctlBreak:
		r.Thrown, r.Stopping, r.Rethrown = thrown, stopping, true
		return ctlNext, r
	case ctlReturn:
		r.Thrown, r.Stopping = false, false
		return ctlReturn, nil
	}
	r.Thrown, r.Stopping = false, false
	return ctlNext, f.report(r)
}
