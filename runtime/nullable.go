package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// nullableCast is the cast to Nullable<T> that an operand is, perhaps in parentheses; nil for other operands.
func nullableCast(e ast.Expression) *ast.ConvertExpression {
	for {
		switch x := e.(type) {
		case *ast.ParenExpression:
			inner := plainExpression(x.Pipeline)
			if inner == nil {
				return nil
			}
			e = inner
		case *ast.ConvertExpression:
			n := x.Type.TypeName
			if n.IsArray() || !value.EqualFold(n.Name, "nullable") && !value.EqualFold(n.Name, "System.Nullable") {
				return nil
			}
			return x
		default:
			return nil
		}
	}
}

// nullableOperands wraps an arithmetic operator whose operands are such casts.
func nullableOperands(e *ast.BinaryExpression, op binaryOperator) binaryOperator {
	left, right := nullableCast(e.Left) != nil, nullableCast(e.Right) != nil
	if !left && !right {
		return op
	}
	symbol, method := arithmeticNames(e.Operator)
	if symbol == "" {
		return op
	}
	return func(f *Frame, a, b value.Value) (value.Value, error) {
		if handled, err := value.NullableArithmetic(symbol, method, a, b, left, right); handled {
			return value.NullValue, err
		}
		return op(f, a, b)
	}
}

func arithmeticNames(op ast.TokenKind) (symbol, method string) {
	switch op {
	case ast.Plus:
		return "+", "op_Addition"
	case ast.Minus:
		return "-", "op_Subtraction"
	case ast.Multiply:
		return "*", "op_Multiply"
	case ast.Divide:
		return "/", "op_Division"
	case ast.Rem:
		return "%", "op_Modulus"
	}
	return "", ""
}

// nullableComparison compiles a comparison whose left operand is such a cast; nil for others.
func (c *compiler) nullableComparison(r value.Relation, e *ast.BinaryExpression, left, right expr) expr {
	cast := nullableCast(e.Left)
	if cast == nil {
		return nil
	}
	site, cased := c.typeSite(cast.Type.TypeName), e.Operator.IsCaseSensitive()
	return func(f *Frame) (value.Value, error) {
		a, err := left(f)
		if err != nil {
			return a, err
		}
		b, err := right(f)
		if err != nil {
			return b, err
		}
		t, err := site.resolve(f)
		if err != nil {
			return a, err
		}
		return value.CompareNullable(f, r, a, b, t, cased)
	}
}
