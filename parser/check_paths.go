package parser

import (
	"strings"

	"rehearse/parser/ast"
)

// endsAlways reports whether control never runs off the end of a list of statements: every path
// returns, throws or exits.
func endsAlways(list []ast.Statement) bool {
	for _, s := range list {
		if endsPath(s) {
			return true
		}
	}
	return false
}

func endsPath(s ast.Statement) bool {
	switch s := s.(type) {
	case *ast.ReturnStatement, *ast.ThrowStatement, *ast.ExitStatement:
		return true
	case *ast.IfStatement:
		if s.ElseClause == nil {
			return false
		}
		for _, c := range s.Clauses {
			if !endsAlways(c.Body.Statements) {
				return false
			}
		}
		return endsAlways(s.ElseClause.Statements)
	case *ast.TryStatement:
		if s.Finally != nil && endsAlways(s.Finally.Statements) {
			return true
		}
		for _, c := range s.CatchClauses {
			if !endsAlways(c.Body.Statements) {
				return false
			}
		}
		return endsAlways(s.Body.Statements)
	case *ast.SwitchStatement:
		if s.Default == nil {
			return false
		}
		for _, c := range s.Clauses {
			if !endsAlways(c.Body.Statements) {
				return false
			}
		}
		return endsAlways(s.Default.Statements)
	case *ast.WhileStatement:
		return alwaysTrue(s.Condition)
	case *ast.ForStatement:
		return s.Condition == nil || alwaysTrue(s.Condition)
	case *ast.DoWhileStatement:
		return endsAlways(s.Body.Statements) || alwaysTrue(s.Condition)
	case *ast.DoUntilStatement:
		return endsAlways(s.Body.Statements)
	}
	return false
}

// alwaysTrue reports whether a condition is the constant $true.
func alwaysTrue(b ast.PipelineBase) bool {
	v, ok := singleExpression(b).(*ast.VariableExpression)
	return ok && strings.EqualFold(v.VariablePath.UserPath, "true")
}
