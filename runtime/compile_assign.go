package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

func (c *compiler) assignmentStatement(s *ast.AssignmentStatement) stmt {
	if fast := c.fastAssignment(s); fast != nil {
		return fast
	}
	run := c.assignmentValue(s)
	x := plainExpression(s.Right)
	commands := x == nil || runsCommands(x)
	return func(f *Frame) (ctl, error) {
		_, err := run(f)
		if err == nil && !commands {
			f.ok = true
		}
		return ctlNext, err
	}
}

// assignmentValue compiles an assignment; its value is what was assigned.
func (c *compiler) assignmentValue(s *ast.AssignmentStatement) expr {
	right := c.rightSide(s.Right)
	if s.Operator == ast.Equals {
		set := c.assigner(s.Left)
		read := c.readBack(s.Left)
		return func(f *Frame) (value.Value, error) {
			v, err := right(f)
			if err != nil {
				return v, err
			}
			if err := set(f, v); err != nil {
				return v, err
			}
			if read != nil {
				return read(f)
			}
			return v, nil
		}
	}
	left := c.expression(s.Left)
	set := c.assigner(s.Left)
	if s.Operator == ast.QuestionQuestionEquals {
		return func(f *Frame) (value.Value, error) {
			v, err := left(f)
			if err != nil || !v.IsNull() {
				return v, err
			}
			if v, err = right(f); err != nil {
				return v, err
			}
			return v, set(f, v)
		}
	}
	op := arithmeticOf(s.Operator)
	return func(f *Frame) (value.Value, error) {
		a, err := left(f)
		if err != nil {
			return a, err
		}
		b, err := right(f)
		if err != nil {
			return b, err
		}
		v, err := op(f, a, b)
		if err != nil {
			return v, err
		}
		return v, set(f, v)
	}
}

// readBack is for typed variables, whose value after the assignment is the converted one.
func (c *compiler) readBack(left ast.Expression) expr {
	switch l := left.(type) {
	case *ast.ConvertExpression:
		if v, ok := l.Child.(*ast.VariableExpression); ok {
			return c.variable(v)
		}
	}
	return nil
}

func (c *compiler) rightSide(s ast.Statement) expr {
	if x := plainExpression(s); x != nil {
		return c.expression(x)
	}
	return c.collected(s)
}

func arithmeticOf(op ast.TokenKind) func(value.Env, value.Value, value.Value) (value.Value, error) {
	switch op {
	case ast.PlusEquals:
		return value.Add
	case ast.MinusEquals:
		return value.Subtract
	case ast.MultiplyEquals:
		return value.Multiply
	case ast.DivideEquals:
		return value.Divide
	}
	return value.Remainder
}

// fastAssignment specialises the assignments of hot loops: to a slot, from an expression. It is nil for others.
func (c *compiler) fastAssignment(s *ast.AssignmentStatement) stmt {
	v, ok := s.Left.(*ast.VariableExpression)
	if !ok || c.open || v.VariablePath.Scope != ast.ScopeNone || isGuarded(v.VariablePath.Name) || isUnderscore(v.VariablePath.Name) || v.Splatted {
		return nil
	}
	x := plainExpression(s.Right)
	if x == nil || runsCommands(x) {
		return nil
	}
	name := v.VariablePath.Name
	i := c.table.Find(name)
	if i < 0 {
		return nil
	}
	right := c.expression(x)
	set := c.variableAssigner(v)
	switch s.Operator {
	case ast.Equals:
		return func(f *Frame) (ctl, error) {
			r, err := right(f)
			if err != nil {
				return ctlNext, err
			}
			f.ok = true
			if f.scope.plain(i) {
				f.slots[i] = r
				return ctlNext, nil
			}
			return ctlNext, set(f, r)
		}
	case ast.PlusEquals:
		left := c.expression(s.Left)
		return func(f *Frame) (ctl, error) {
			r, err := right(f)
			if err != nil {
				return ctlNext, err
			}
			l := f.slots[i]
			if l.IsUnset() {
				if l, err = left(f); err != nil {
					return ctlNext, err
				}
			}
			sum, err := value.Add(f, l, r)
			if err != nil {
				return ctlNext, err
			}
			f.ok = true
			if f.scope.plain(i) {
				f.slots[i] = sum
				return ctlNext, nil
			}
			return ctlNext, set(f, sum)
		}
	}
	return nil
}

// step compiles ++ and --.
func (c *compiler) step(e *ast.UnaryExpression) expr {
	delta := int32(1)
	post := false
	switch e.TokenKind {
	case ast.MinusMinus:
		delta = -1
	case ast.PostfixPlusPlus:
		post = true
	case ast.PostfixMinusMinus:
		delta, post = -1, true
	}
	read, set := c.expression(e.Child), c.assigner(e.Child)
	slot := -1
	if v, ok := e.Child.(*ast.VariableExpression); ok && !c.open && v.VariablePath.Scope == ast.ScopeNone && !isGuarded(v.VariablePath.Name) {
		slot = c.table.Find(v.VariablePath.Name)
	}
	return func(f *Frame) (value.Value, error) {
		if slot >= 0 && f.scope.plain(slot) {
			if v := f.slots[slot]; v.IsInt32() {
				n := v.Int() + int64(delta)
				if n == int64(int32(n)) {
					w := value.OfInt32(int32(n))
					f.slots[slot] = w
					if post {
						return v, nil
					}
					return w, nil
				}
			}
		}
		old, err := read(f)
		if err != nil {
			return old, err
		}
		if old.IsNull() {
			old = value.OfInt32(0)
		}
		next, err := value.Step(f, old, int(delta))
		if err != nil {
			return next, err
		}
		if err := set(f, next); err != nil {
			return next, err
		}
		if post {
			return old, nil
		}
		return next, nil
	}
}
