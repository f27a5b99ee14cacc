package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

func (c *compiler) ifStatement(s *ast.IfStatement) stmt {
	type clause struct {
		cond expr
		at   ast.Extent
		body *sequence
	}
	clauses := make([]clause, len(s.Clauses))
	for i, x := range s.Clauses {
		clauses[i] = clause{c.condition(x.Condition), x.Condition.Range(), c.body(x.Body)}
	}
	other := c.body(s.ElseClause)
	return func(f *Frame) (ctl, error) {
		for i := range clauses {
			cl := &clauses[i]
			f.at = cl.at
			v, err := cl.cond(f)
			if err != nil {
				return ctlNext, err
			}
			if truth(v) {
				return cl.body.run(f)
			}
		}
		if other != nil {
			return other.run(f)
		}
		return ctlNext, nil
	}
}

func truth(v value.Value) bool {
	if v.IsBool() {
		return v.Bool()
	}
	return value.Truth(v)
}

// condition is the value of a pipeline in parentheses.
func (c *compiler) condition(p ast.PipelineBase) expr {
	if p == nil {
		return func(*Frame) (value.Value, error) { return value.True, nil }
	}
	return c.pipelineValue(p)
}

// loopStep decides what a loop does after its body. again: go on with the next turn; done: leave the loop; otherwise how and err are
// the loop statement's own result.
func loopStep(f *Frame, label string, how ctl, err error) (again bool, out ctl, e error) {
	if err != nil {
		x, ok := err.(*loopExit)
		if !ok || x.label != "" && !value.EqualFold(x.label, label) {
			return false, ctlNext, err
		}
		return x.how == ctlContinue, ctlNext, nil
	}
	switch how {
	case ctlNext:
		return true, ctlNext, nil
	case ctlReturn:
		return false, ctlReturn, nil
	}
	if f.label != "" && !value.EqualFold(f.label, label) {
		return false, how, nil
	}
	f.label = ""
	return how == ctlContinue, ctlNext, nil
}

func (c *compiler) loopBody(b *ast.StatementBlock) *sequence {
	c.inLoop++
	s := c.body(b)
	c.inLoop--
	return s
}

func (c *compiler) while(label string, cond ast.PipelineBase, b *ast.StatementBlock, testFirst, until bool) stmt {
	test := c.condition(cond)
	at := cond.Range()
	body := c.loopBody(b)
	return func(f *Frame) (ctl, error) {
		first := !testFirst
		for {
			if !first {
				f.at = at
				v, err := test(f)
				if err != nil {
					return ctlNext, err
				}
				if truth(v) == until {
					return ctlNext, nil
				}
			}
			first = false
			if err := f.tick(); err != nil {
				return ctlNext, err
			}
			how, err := body.run(f)
			if how != ctlNext || err != nil {
				again, out, err := loopStep(f, label, how, err)
				if !again {
					return out, err
				}
			}
		}
	}
}

func (c *compiler) forStatement(s *ast.ForStatement) stmt {
	var init, step stmt
	var test expr
	if s.Initializer != nil {
		init = c.silent(s.Initializer)
	}
	if s.Condition != nil {
		test = c.condition(s.Condition)
	}
	if s.Iterator != nil {
		step = c.silent(s.Iterator)
	}
	body := c.loopBody(s.Body)
	label := s.Label
	return func(f *Frame) (ctl, error) {
		if init != nil {
			f.at = s.Initializer.Range()
			if _, err := init(f); err != nil {
				return ctlNext, err
			}
		}
		for {
			if test != nil {
				f.at = s.Condition.Range()
				v, err := test(f)
				if err != nil {
					return ctlNext, err
				}
				if !truth(v) {
					return ctlNext, nil
				}
			}
			if err := f.tick(); err != nil {
				return ctlNext, err
			}
			how, err := body.run(f)
			if how != ctlNext || err != nil {
				again, out, err := loopStep(f, label, how, err)
				if !again {
					return out, err
				}
			}
			if step != nil {
				f.at = s.Iterator.Range()
				if _, err := step(f); err != nil {
					return ctlNext, err
				}
			}
		}
	}
}

// silent compiles a statement whose output is dropped, such as the initializer of a for loop.
func (c *compiler) silent(p ast.PipelineBase) stmt {
	if x, ok := p.(*ast.AssignmentStatement); ok {
		return c.assignmentStatement(x)
	}
	run := c.pipelineValue(p)
	return func(f *Frame) (ctl, error) {
		_, err := run(f)
		return ctlNext, err
	}
}

func (c *compiler) forEach(s *ast.ForEachStatement) stmt {
	source := c.pipelineValue(s.Condition)
	at := s.Condition.Range()
	assign := c.assigner(s.Variable)
	variableAt := s.Variable.Range()
	body := c.loopBody(s.Body)
	label := s.Label
	ranged := c.rangeBounds(s.Condition)
	named := mentions(s.Body, "foreach")
	return func(f *Frame) (ctl, error) {
		f.at = at
		turn := func(v value.Value) (bool, ctl, error) {
			if err := f.tick(); err != nil {
				return false, ctlNext, err
			}
			if err := assign(f, v); err != nil {
				f.at = variableAt
				return false, ctlNext, err
			}
			how, err := body.run(f)
			if how != ctlNext || err != nil {
				return loopStep(f, label, how, err)
			}
			return true, ctlNext, nil
		}
		if ranged != nil && !named {
			from, to, list, err := ranged(f)
			if err != nil {
				return ctlNext, err
			}
			if list.IsNull() {
				return overRange(from, to, turn)
			}
			f.at = variableAt
			return f.overValue(list, turn)
		}
		v, err := source(f)
		if err != nil {
			return ctlNext, err
		}
		if named {
			outer := f.iterating
			defer func() { f.iterating = outer }()
			f.iterating = newInput(v)
			return f.overInput(f.iterating, turn)
		}
		f.at = variableAt // where a collection that changed is reported
		return f.overValue(v, turn)
	}
}

// mentions tells whether a variable is read below a node: enumerators such as $foreach are made only where scripts use them.
func mentions(root ast.Node, name string) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		if v, ok := n.(*ast.VariableExpression); ok && value.EqualFold(v.VariablePath.Name, name) {
			found = true
		}
		return !found
	})
	return found
}

func overRange(from, to int32, turn func(value.Value) (bool, ctl, error)) (ctl, error) {
	step := int64(1)
	if to < from {
		step = -1
	}
	for i := int64(from); ; i += step {
		again, how, err := turn(value.OfInt32(int32(i)))
		if !again || i == int64(to) {
			return how, err
		}
	}
}

// overValue runs a turn for each element of what a foreach statement iterates: nothing for $null, scalars once.
func (f *Frame) overValue(v value.Value, turn func(value.Value) (bool, ctl, error)) (ctl, error) {
	at := f.at
	if v.IsNull() {
		return ctlNext, nil
	}
	switch o := v.Base().Object().(type) {
	case *value.Array:
		for i := 0; i < len(o.Items); i++ {
			if again, how, err := turn(o.Items[i]); !again {
				return how, err
			}
		}
		return ctlNext, nil
	case *value.ArrayList:
		n := len(o.Items)
		for i := 0; i < len(o.Items); i++ {
			if again, how, err := turn(o.Items[i]); !again {
				return how, err
			}
			if len(o.Items) != n {
				f.at = at
				return ctlNext, value.Throw(value.InvalidOperationException, "", "Collection was modified; enumeration operation may not execute.")
			}
		}
		return ctlNext, nil
	case value.Enumerable:
		var how ctl
		var failed error
		stop := &loopExit{}
		err := o.Each(func(x value.Value) error {
			again, h, err := turn(x)
			if !again {
				how, failed = h, err
				return stop
			}
			return nil
		})
		if err == error(stop) {
			return how, failed
		}
		f.at = at
		return ctlNext, err
	}
	_, how, err := turn(v)
	return how, err
}

func (c *compiler) returnStatement(s *ast.ReturnStatement) stmt {
	if s.Pipeline == nil {
		return func(*Frame) (ctl, error) { return ctlReturn, nil }
	}
	if c.block.method {
		val := c.pipelineValue(s.Pipeline)
		at := s.Pipeline.Range()
		return func(f *Frame) (ctl, error) {
			f.at = at
			v, err := val(f)
			f.result = v
			return ctlReturn, err
		}
	}
	run := c.statement(s.Pipeline)
	at := s.Pipeline.Range()
	return func(f *Frame) (ctl, error) {
		f.at = at
		if run != nil {
			if _, err := run(f); err != nil {
				return ctlNext, err
			}
		}
		return ctlReturn, nil
	}
}

func (c *compiler) exit(s *ast.ExitStatement) stmt {
	var code expr
	if s.Pipeline != nil {
		code = c.pipelineValue(s.Pipeline)
	}
	return func(f *Frame) (ctl, error) {
		n := 0
		if code != nil {
			v, err := code(f)
			if err != nil {
				return ctlNext, err
			}
			if i, err := value.Convert(v, value.TypeInt32); err == nil {
				n = int(i.Int())
			}
		}
		return ctlNext, &exitRequest{code: n}
	}
}

// jump is break or continue. Inside a loop of the same body it is a control code; elsewhere it leaves the body as an error that a
// loop among the callers takes.
func (c *compiler) jump(how ctl, label ast.Expression) stmt {
	var name expr
	constant := ""
	switch l := label.(type) {
	case nil:
	case *ast.StringConstantExpression:
		constant = l.Value
	default:
		name = c.expression(label)
	}
	inside := c.inLoop > 0
	return func(f *Frame) (ctl, error) {
		l := constant
		if name != nil {
			v, err := name(f)
			if err != nil {
				return ctlNext, err
			}
			l = value.ToString(v)
		}
		if !inside {
			return ctlNext, &loopExit{how: how, label: l}
		}
		f.label = l
		return how, nil
	}
}
