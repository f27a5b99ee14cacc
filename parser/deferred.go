package parser

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rehearse/parser/ast"
)

// The semantic checks: what is wrong with a tree whose text is in order. Each runs where its node
// is made, so that no second walk over the tree is needed, but PowerShell reports them behind all
// errors of the text, so they wait in a list.

// later records an error of the finished tree.
func (p *parser) later(id string, x ast.Extent, message string) {
	p.deferred = append(p.deferred, &Error{ID: id, Message: message, Extent: x})
}

// finish appends the errors of the finished tree in text order.
func (p *parser) finish() {
	slices.SortStableFunc(p.deferred, func(a, b *Error) int { return cmp.Compare(a.Start, b.Start) })
	p.errs = append(p.errs, p.deferred...)
}

// checkTarget reports the parts of an assignment's left side that cannot be assigned to.
func (p *parser) checkTarget(e ast.Expression) {
	switch e := e.(type) {
	case *ast.VariableExpression, *ast.UsingExpression, *ast.InvokeMemberExpression:
		return // a parameterized property looks like a call
	case *ast.MemberExpression:
		if !e.NullConditional {
			return
		}
	case *ast.IndexExpression:
		if !e.NullConditional {
			return
		}
	case *ast.ConvertExpression:
		if _, ok := e.Child.(*ast.ConvertExpression); ok && isType(e.Type, "ref") {
			p.later("ReferenceNeedsToBeByItselfInTypeConstraint", e.Type.Extent, "Cannot use [ref] with other types in a type constraint.")
		}
		p.checkTarget(e.Child)
		return
	case *ast.AttributedExpression:
		p.checkTarget(e.Child)
		return
	case *ast.ArrayLiteral:
		for _, x := range e.Elements {
			p.checkTarget(x)
		}
		return
	case *ast.ParenExpression:
		if inner := singleExpression(e.Pipeline); inner != nil {
			p.checkTarget(inner)
			return
		}
	}
	p.later("InvalidLeftHandSide", e.Range(), "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.")
}

// checkIncrement reports the operand of ++ or -- that is no variable or property.
func (p *parser) checkIncrement(operator ast.TokenKind, e ast.Expression) {
	switch x := e.(type) {
	case *ast.VariableExpression, *ast.MemberExpression, *ast.IndexExpression, *ast.UsingExpression, *ast.ErrorExpression:
		return
	case *ast.ConvertExpression:
		p.checkIncrement(operator, x.Child)
		return
	case *ast.ParenExpression:
		if inner := singleExpression(x.Pipeline); inner != nil {
			p.checkIncrement(operator, inner)
			return
		}
		p.incrementError(operator, x.Pipeline.Range())
		return
	}
	p.incrementError(operator, e.Range())
}

func (p *parser) incrementError(operator ast.TokenKind, x ast.Extent) {
	text := "++"
	if operator == ast.MinusMinus || operator == ast.PostfixMinusMinus {
		text = "--"
	}
	p.later("OperatorRequiresVariableOrProperty", x, fmt.Sprintf("The '%s' operator works only on variables or on properties.", text))
}

// singleExpression is the expression a pipeline consists of, or nil.
func singleExpression(b ast.PipelineBase) ast.Expression {
	if n, ok := b.(*ast.Pipeline); ok && len(n.PipelineElements) == 1 {
		if c, ok := n.PipelineElements[0].(*ast.CommandExpression); ok {
			return c.Expression
		}
	}
	return nil
}

func isType(t *ast.TypeConstraint, name string) bool {
	return len(t.TypeName.Name) == len(name) && strings.EqualFold(t.TypeName.Name, name)
}

// checkConvert reports [ordered] before anything but a hash literal.
func (p *parser) checkConvert(c *ast.ConvertExpression) {
	if !isType(c.Type, "ordered") {
		return
	}
	if _, ok := c.Child.(*ast.Hashtable); !ok {
		p.later("OrderedAttributeOnlyOnHashLiteralNode", c.Extent, "The ordered attribute can be specified only on a hash literal node.")
	}
}

// checkKeys reports keys that occur twice in a hash literal. A number and the string that reads
// the same count as one key.
func (p *parser) checkKeys(h *ast.Hashtable) {
	var seen map[string]bool
	for i, pair := range h.KeyValuePairs {
		key, ok := constantKey(pair.Key)
		if !ok {
			continue
		}
		duplicate := false
		if i < 8 {
			for _, other := range h.KeyValuePairs[:i] {
				if k, ok := constantKey(other.Key); ok && strings.EqualFold(k, key) {
					duplicate = true
				}
			}
		} else {
			if seen == nil {
				seen = map[string]bool{}
				for _, other := range h.KeyValuePairs[:i] {
					if k, ok := constantKey(other.Key); ok {
						seen[strings.ToLower(k)] = true
					}
				}
			}
			duplicate = seen[strings.ToLower(key)]
			seen[strings.ToLower(key)] = true
		}
		if duplicate {
			p.later("DuplicateKeyInHashLiteral", pair.Key.Range(), fmt.Sprintf("Duplicate keys '%s' are not allowed in hash literals.", key))
		}
	}
}

func constantKey(e ast.Expression) (string, bool) {
	switch e := e.(type) {
	case *ast.StringConstantExpression:
		return e.Value, true
	case *ast.ConstantExpression:
		switch n := e.Value; n.Kind {
		case ast.Double, ast.Boolean:
			return n.Text, true
		case ast.Decimal, ast.BigInteger:
			return n.Digits, true
		case ast.UInt64:
			return fmt.Sprint(n.Uint()), true
		default:
			return fmt.Sprint(n.Int()), true
		}
	}
	return "", false
}

// checkParameters reports duplicate names and attribute arguments that are not constant.
func (p *parser) checkParameters(list []*ast.Parameter) {
	for i, n := range list {
		for _, other := range list[:i] {
			if strings.EqualFold(other.Name.VariablePath.UserPath, n.Name.VariablePath.UserPath) {
				p.later("DuplicateFormalParameter", n.Name.Extent, fmt.Sprintf("Duplicate parameter $%s in parameter list.", n.Name.VariablePath.UserPath))
				break
			}
		}
		for _, a := range n.Attributes {
			if a, ok := a.(*ast.Attribute); ok {
				p.checkArguments(a, true)
			}
		}
	}
}

// checkArguments reports the arguments of an attribute that are no constants or, where they are
// allowed, script blocks.
func (p *parser) checkArguments(a *ast.Attribute, scriptBlocks bool) {
	id, message := "ParameterAttributeArgumentNeedsToBeConstant", "Attribute argument must be a constant."
	if scriptBlocks {
		id, message = "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock", "Attribute argument must be a constant or a script block."
	}
	check := func(e ast.Expression) {
		if _, ok := e.(*ast.ScriptBlockExpression); ok && scriptBlocks || constant(e) {
			return
		}
		p.later(id, e.Range(), message)
	}
	for _, e := range a.PositionalArguments {
		check(e)
	}
	for _, n := range a.NamedArguments {
		check(n.Argument)
	}
}

// constant reports whether an expression has its value when a script is parsed.
func constant(e ast.Expression) bool {
	switch e := e.(type) {
	case *ast.StringConstantExpression, *ast.ConstantExpression, *ast.TypeExpression:
		return true
	case *ast.VariableExpression:
		switch strings.ToLower(e.VariablePath.UserPath) {
		case "true", "false", "null":
			return true
		}
	case *ast.BinaryExpression:
		return constant(e.Left) && constant(e.Right)
	case *ast.UnaryExpression:
		return constant(e.Child)
	case *ast.TernaryExpression:
		return constant(e.Condition) && constant(e.IfTrue) && constant(e.IfFalse)
	case *ast.ConvertExpression:
		return constant(e.Child)
	case *ast.MemberExpression:
		_, isType := e.Expression.(*ast.TypeExpression)
		return e.Static && isType && constant(e.Member)
	case *ast.ArrayLiteral:
		return !slices.ContainsFunc(e.Elements, func(x ast.Expression) bool { return !constant(x) })
	case *ast.ParenExpression:
		inner := singleExpression(e.Pipeline)
		return inner != nil && constant(inner)
	case *ast.ArrayExpression:
		for _, s := range e.SubExpression.Statements {
			b, ok := s.(ast.PipelineBase)
			if !ok {
				return false
			}
			inner := singleExpression(b)
			if inner == nil || !constant(inner) {
				return false
			}
		}
		return len(e.SubExpression.Traps) == 0
	}
	return false
}
