package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

func (c *compiler) binary(e *ast.BinaryExpression) expr {
	switch e.Operator {
	case ast.And, ast.Or:
		return c.logical(e)
	case ast.QuestionQuestion:
		return c.coalesce(e)
	case ast.Is, ast.IsNot, ast.As:
		return c.typeTest(e)
	}
	left, right := c.expression(e.Left), c.expression(e.Right)
	if r, ok := relationOf(e.Operator); ok {
		return c.comparison(r, e, left, right)
	}
	if list, ok := e.Right.(*ast.ArrayLiteral); ok && e.Operator == ast.Format {
		return c.formatList(left, list)
	}
	op := binaryOf(e.Operator)
	if op == nil {
		return func(f *Frame) (value.Value, error) {
			return value.NullValue, notSupported("the operator " + e.Operator.String())
		}
	}
	op = nullableOperands(e, op)
	if b, ok := constantOperand(e.Right); ok && textOperatorOf(e.Operator) != nil {
		return func(f *Frame) (value.Value, error) {
			a, err := left(f)
			if err != nil {
				return a, err
			}
			return op(f, a, b)
		}
	}
	return func(f *Frame) (value.Value, error) {
		a, err := left(f)
		if err != nil {
			return a, err
		}
		b, err := right(f)
		if err != nil {
			return b, err
		}
		return op(f, a, b)
	}
}

// formatList compiles layout -f a, b, …: the arguments stand on the argument stack instead of in an array.
func (c *compiler) formatList(layout expr, list *ast.ArrayLiteral) expr {
	args := make([]expr, len(list.Elements))
	for i, x := range list.Elements {
		args[i] = c.expression(x)
	}
	return func(f *Frame) (value.Value, error) {
		a, err := layout(f)
		if err != nil {
			return a, err
		}
		stack := &f.Engine.arguments
		base := len(*stack)
		for _, arg := range args {
			x, err := arg(f)
			if err != nil {
				*stack = (*stack)[:base]
				return x, err
			}
			*stack = append(*stack, x)
		}
		v, err := f.formatWith(a, (*stack)[base:len(*stack):len(*stack)])
		*stack = (*stack)[:base]
		return v, err
	}
}

// constantOperand is the value of an operand that is the same each time, such as the pattern and replacement of -replace. It must not
// reach the script, which could change an array.
func constantOperand(e ast.Expression) (value.Value, bool) {
	switch e := e.(type) {
	case *ast.ConstantExpression:
		return numberValue(e.Value), true
	case *ast.StringConstantExpression:
		return value.OfString(e.Value), true
	case *ast.ArrayLiteral:
		items := make([]value.Value, len(e.Elements))
		for i, x := range e.Elements {
			v, ok := constantOperand(x)
			if !ok {
				return v, false
			}
			items[i] = v
		}
		return value.OfArray(items...), true
	case *ast.ParenExpression:
		if p, ok := e.Pipeline.(*ast.Pipeline); ok {
			if x := plainExpression(p); x != nil {
				return constantOperand(x)
			}
		}
	}
	return value.NullValue, false
}

type binaryOperator func(f *Frame, a, b value.Value) (value.Value, error)

func binaryOf(op ast.TokenKind) binaryOperator {
	arithmetic := func(fn func(value.Env, value.Value, value.Value) (value.Value, error)) binaryOperator {
		return func(f *Frame, a, b value.Value) (value.Value, error) {
			v, err := fn(f, a, b)
			return v, err
		}
	}
	switch op {
	case ast.Plus:
		return arithmetic(value.Add)
	case ast.Minus:
		return arithmetic(value.Subtract)
	case ast.Multiply:
		return func(f *Frame, a, b value.Value) (value.Value, error) {
			if err := f.checkRepeat(a, b); err != nil {
				return value.NullValue, err
			}
			return value.Multiply(f, a, b)
		}
	case ast.Divide:
		return arithmetic(value.Divide)
	case ast.Rem:
		return arithmetic(value.Remainder)
	case ast.Band:
		return arithmetic(value.BitAnd)
	case ast.Bor:
		return arithmetic(value.BitOr)
	case ast.Bxor:
		return arithmetic(value.BitXor)
	case ast.Shl:
		return arithmetic(value.ShiftLeft)
	case ast.Shr:
		return arithmetic(value.ShiftRight)
	case ast.Xor:
		return func(_ *Frame, a, b value.Value) (value.Value, error) {
			return value.OfBool(value.Truth(a) != value.Truth(b)), nil
		}
	case ast.DotDot:
		return func(f *Frame, a, b value.Value) (value.Value, error) { return value.Range(f, a, b) }
	case ast.Format:
		return (*Frame).formatOperator
	case ast.Join:
		return (*Frame).join
	}
	return textOperatorOf(op)
}

func relationOf(op ast.TokenKind) (value.Relation, bool) {
	switch op.FoldCase() {
	case ast.Ieq:
		return value.Eq, true
	case ast.Ine:
		return value.Ne, true
	case ast.Ilt:
		return value.Lt, true
	case ast.Ile:
		return value.Le, true
	case ast.Igt:
		return value.Gt, true
	case ast.Ige:
		return value.Ge, true
	}
	return 0, false
}

// comparison compiles -eq … -ge. Against an int constant, the commonest shape of loop conditions, nothing is called.
func (c *compiler) comparison(r value.Relation, e *ast.BinaryExpression, left, right expr) expr {
	if x := c.nullableComparison(r, e, left, right); x != nil {
		return x
	}
	cased := e.Operator.IsCaseSensitive()
	if n, ok := e.Right.(*ast.ConstantExpression); ok && n.Value.Kind == ast.Int32 {
		k := int64(int32(n.Value.Bits))
		kv := value.OfInt32(int32(k))
		return func(f *Frame) (value.Value, error) {
			a, err := left(f)
			if err != nil {
				return a, err
			}
			if a.IsInt32() {
				return value.OfBool(holds(r, a.Int(), k)), nil
			}
			return value.CompareFilter(f, r, a, kv, cased)
		}
	}
	return func(f *Frame) (value.Value, error) {
		a, err := left(f)
		if err != nil {
			return a, err
		}
		b, err := right(f)
		if err != nil {
			return b, err
		}
		if a.IsInt32() && b.IsInt32() {
			return value.OfBool(holds(r, a.Int(), b.Int())), nil
		}
		return value.CompareFilter(f, r, a, b, cased)
	}
}

func holds(r value.Relation, a, b int64) bool {
	switch r {
	case value.Eq:
		return a == b
	case value.Ne:
		return a != b
	case value.Lt:
		return a < b
	case value.Le:
		return a <= b
	case value.Gt:
		return a > b
	}
	return a >= b
}

func (c *compiler) logical(e *ast.BinaryExpression) expr {
	left, right := c.expression(e.Left), c.expression(e.Right)
	stopAt := e.Operator == ast.Or
	return func(f *Frame) (value.Value, error) {
		a, err := left(f)
		if err != nil {
			return a, err
		}
		if truth(a) == stopAt {
			return value.OfBool(stopAt), nil
		}
		b, err := right(f)
		if err != nil {
			return b, err
		}
		return value.OfBool(truth(b)), nil
	}
}

func (c *compiler) coalesce(e *ast.BinaryExpression) expr {
	left, right := c.expression(e.Left), c.expression(e.Right)
	return func(f *Frame) (value.Value, error) {
		v, err := left(f)
		if err != nil || !v.IsNull() {
			return v, err
		}
		return right(f)
	}
}

func (c *compiler) typeTest(e *ast.BinaryExpression) expr {
	left := c.expression(e.Left)
	var right expr
	var site *typeSite
	if t, ok := e.Right.(*ast.TypeExpression); ok {
		site = c.typeSite(t.TypeName).bracketed(t.Extent)
	} else {
		right = c.expression(e.Right)
	}
	op := e.Operator
	return func(f *Frame) (value.Value, error) {
		a, err := left(f)
		if err != nil {
			return a, err
		}
		var t *value.Type
		if site != nil {
			t, err = site.resolve(f)
		} else {
			var b value.Value
			if b, err = right(f); err == nil {
				t, err = f.typeFrom(b, op == ast.As)
			}
		}
		if err != nil {
			return a, err
		}
		switch op {
		case ast.As:
			v, ok := f.tryCast(a, t)
			if !ok {
				return value.NullValue, nil
			}
			return v, nil
		case ast.Is:
			return value.OfBool(value.Is(a, t)), nil
		}
		return value.OfBool(!value.Is(a, t)), nil
	}
}

func (c *compiler) unary(e *ast.UnaryExpression) expr {
	switch e.TokenKind {
	case ast.PlusPlus, ast.MinusMinus, ast.PostfixPlusPlus, ast.PostfixMinusMinus:
		return c.step(e)
	}
	child := c.expression(e.Child)
	var op func(f *Frame, v value.Value) (value.Value, error)
	switch e.TokenKind {
	case ast.Not, ast.Exclaim:
		op = func(_ *Frame, v value.Value) (value.Value, error) { return value.OfBool(!truth(v)), nil }
	case ast.Minus:
		op = func(f *Frame, v value.Value) (value.Value, error) { return value.Negate(f, v) }
	case ast.Plus:
		op = func(f *Frame, v value.Value) (value.Value, error) { return value.UnaryPlus(f, v) }
	case ast.Bnot:
		op = func(f *Frame, v value.Value) (value.Value, error) { return value.BitNot(f, v) }
	case ast.Join:
		op = func(f *Frame, v value.Value) (value.Value, error) { return f.join(v, value.OfString("")) }
	case ast.Isplit, ast.Csplit:
		op = (*Frame).splitBlank
	default:
		op = func(*Frame, value.Value) (value.Value, error) {
			return value.NullValue, notSupported("this unary operator")
		}
	}
	if symbol, method := arithmeticNames(e.TokenKind); symbol != "" && nullableCast(e.Child) != nil {
		op = func(_ *Frame, v value.Value) (value.Value, error) {
			_, err := value.NullableArithmetic(symbol, method, value.OfInt(0), v, false, true)
			return value.NullValue, err
		}
	}
	return func(f *Frame) (value.Value, error) {
		v, err := child(f)
		if err != nil {
			return v, err
		}
		return op(f, v)
	}
}

// rangeBounds recognises `foreach ($i in A..B)`, which then needs no array; for bounds that are no ints it gives the list.
func (c *compiler) rangeBounds(p ast.PipelineBase) func(f *Frame) (from, to int32, list value.Value, err error) {
	b, ok := plainExpression(p).(*ast.BinaryExpression)
	if !ok || b.Operator != ast.DotDot {
		return nil
	}
	left, right := c.expression(b.Left), c.expression(b.Right)
	return func(f *Frame) (int32, int32, value.Value, error) {
		a, err := left(f)
		if err != nil {
			return 0, 0, a, err
		}
		z, err := right(f)
		if err != nil {
			return 0, 0, z, err
		}
		if a.IsInt32() && z.IsInt32() {
			return a.Int32(), z.Int32(), value.NullValue, nil
		}
		l, err := value.Range(f, a, z)
		return 0, 0, l, err
	}
}
