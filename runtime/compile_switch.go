package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// switchClause is one compiled clause.
type switchClause struct {
	block   *ScriptBlock // a condition in braces
	cond    expr         // any other condition
	pattern patternSite
	body    *sequence
}

func (c *compiler) switchStatement(s *ast.SwitchStatement) stmt {
	source := c.pipelineValue(s.Condition)
	at := s.Condition.Range()
	clauses := make([]switchClause, len(s.Clauses))
	for i, x := range s.Clauses {
		clauses[i].body = c.loopBody(x.Body)
		if b, ok := x.Condition.(*ast.ScriptBlockExpression); ok {
			clauses[i].block = newScriptBlock(b.ScriptBlock, c.source, c.block.module)
			continue
		}
		clauses[i].cond = c.expression(x.Condition)
	}
	other := c.loopBody(s.Default)
	label, flags := s.Label, s.Flags
	named := mentions(s, "switch")
	return func(f *Frame) (ctl, error) {
		f.at = at
		v, err := source(f)
		if err != nil {
			return ctlNext, err
		}
		under := f.under
		defer func() { f.under = under }()
		turn := func(x value.Value) (bool, ctl, error) {
			if err := f.tick(); err != nil {
				return false, ctlNext, err
			}
			f.under = x
			again, how, err := f.switchOver(x, clauses, other, flags, label)
			return again, how, err
		}
		if flags&ast.SwitchFile != 0 {
			return f.switchFile(value.ToString(v), turn)
		}
		if v.IsNull() {
			if v.IsNothing() {
				return ctlNext, nil
			}
			_, how, err := turn(value.NullValue)
			return how, err
		}
		if named {
			return f.overSwitched(v, turn)
		}
		how, err := f.overValue(v, turn)
		if err != nil {
			f.at = at
		}
		return how, err
	}
}

// overSwitched runs a turn for each element with $switch as the enumerator, which clauses may move on.
func (f *Frame) overSwitched(v value.Value, turn func(value.Value) (bool, ctl, error)) (ctl, error) {
	outer := f.switching
	defer func() { f.switching = outer }()
	f.switching = newInput(v)
	return f.overInput(f.switching, turn)
}

// switchOver tries all clauses on one value. again is false when the statement is left.
func (f *Frame) switchOver(x value.Value, clauses []switchClause, other *sequence, flags ast.SwitchFlags, label string) (again bool, how ctl, err error) {
	matched := false
	for i := range clauses {
		cl := &clauses[i]
		ok, err := f.switchMatches(cl, x, flags)
		if err != nil {
			return false, ctlNext, err
		}
		if !ok {
			continue
		}
		matched = true
		how, err := cl.body.run(f)
		x = f.under // the body may have changed it
		if how != ctlNext || err != nil {
			return loopStep(f, label, how, err)
		}
	}
	if !matched && other != nil {
		how, err := other.run(f)
		if how != ctlNext || err != nil {
			return loopStep(f, label, how, err)
		}
	}
	return true, ctlNext, nil
}

func (f *Frame) switchMatches(cl *switchClause, x value.Value, flags ast.SwitchFlags) (bool, error) {
	if cl.block != nil {
		f.tryDepth++ // an error in a condition ends the whole statement
		out, err := f.callOpen(cl.block, x)
		f.tryDepth--
		return truth(out), err
	}
	c, err := cl.cond(f)
	if err != nil {
		return false, err
	}
	cased := flags&ast.SwitchCaseSensitive != 0
	switch {
	case flags&ast.SwitchWildcard != 0:
		s, err := f.text(x)
		if err != nil {
			return false, err
		}
		w, err := f.wildcard(c, cased)
		if err != nil {
			return false, err
		}
		return w.Match(s), nil
	case flags&ast.SwitchRegex != 0:
		r, err := f.checkedRegex(&cl.pattern, c, cased)
		if err != nil {
			return false, err
		}
		v, err := f.matchWith(r, x, false)
		return truth(v), err
	}
	return f.switchEqual(x, c, cased)
}

// switchEqual compares a value with a condition as texts; a condition that is $null matches $null only (oracle/flow, section 2).
func (f *Frame) switchEqual(x, c value.Value, cased bool) (bool, error) {
	if c.IsNull() {
		return x.IsNull(), nil
	}
	if x.IsInt32() && c.IsInt32() {
		return x.Int() == c.Int(), nil
	}
	s, err := f.text(x)
	if err != nil {
		return false, err
	}
	t, err := f.text(c)
	if err != nil {
		return false, err
	}
	return value.EqualStrings(s, t, !cased), nil
}
