// Package tree prints syntax trees and parse errors in a compact notation, in which the trees of
// PowerShell's own parser are recorded (testdata/oracle/trees):
//
//	Kind@start-end[detail](child child …)
//	error Id@start-end Id@start-end?
//
// Offsets count UTF-16 units. The detail is what a node says beyond its children: an operator, a
// name, a kind of string. Children stand in the order of their extents.
package tree

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"rehearse/parser"
	"rehearse/parser/ast"
)

// Tree prints the errors, or the tree if there are none.
func Tree(src *parser.Source, block *ast.ScriptBlock, errs []*parser.Error) string {
	p := printer{units: newUnits(src.Text)}
	if len(errs) > 0 {
		p.b.WriteString("error")
		for _, e := range errs {
			fmt.Fprintf(&p.b, " %s@%d-%d", e.ID, p.units.at(e.Start), p.units.at(e.End))
			if e.Incomplete {
				p.b.WriteByte('?')
			}
		}
		return p.b.String()
	}
	p.node(block)
	return p.b.String()
}

type printer struct {
	b     strings.Builder
	units units
}

func (p *printer) node(n ast.Node) {
	x := n.Range()
	fmt.Fprintf(&p.b, "%s@%d-%d", reflect.TypeOf(n).Elem().Name(), p.units.at(x.Start), p.units.at(x.End))
	if d := detail(n); d != "" {
		p.b.WriteByte('[')
		p.b.WriteString(d)
		p.b.WriteByte(']')
	}
	children := printed(n)
	if len(children) == 0 {
		return
	}
	for i, c := range children {
		if i == 0 {
			p.b.WriteByte('(')
		} else {
			p.b.WriteByte(' ')
		}
		p.node(c)
	}
	p.b.WriteByte(')')
}

// printed are the children of a node in the order of their extents.
func printed(n ast.Node) []ast.Node {
	var list []ast.Node
	ast.Children(n, func(c ast.Node) {
		if _, ok := c.(*ast.BaseCtorInvokeMember); !ok {
			list = append(list, c)
		}
	})
	slices.SortStableFunc(list, func(a, b ast.Node) int {
		x, y := a.Range(), b.Range()
		if x.Start != y.Start {
			return int(x.Start - y.Start)
		}
		return int(x.End - y.End)
	})
	return list
}

func detail(n ast.Node) string {
	switch n := n.(type) {
	case *ast.NamedBlock:
		if !n.Unnamed {
			return n.BlockKind.String()
		}
	case *ast.Command:
		if n.InvocationOperator != ast.Unknown {
			return n.InvocationOperator.String()
		}
	case *ast.CommandParameter:
		return "-" + n.ParameterName
	case *ast.ConstantExpression:
		return n.Value.Kind.String()
	case *ast.StringConstantExpression:
		return n.StringConstantType.String()
	case *ast.ExpandableStringExpression:
		return n.StringConstantType.String()
	case *ast.BinaryExpression:
		return n.Operator.String()
	case *ast.UnaryExpression:
		return n.TokenKind.String()
	case *ast.AssignmentStatement:
		return n.Operator.String()
	case *ast.PipelineChain:
		return n.Operator.String()
	case *ast.VariableExpression:
		if n.Splatted {
			return "@" + n.VariablePath.UserPath
		}
		return "$" + n.VariablePath.UserPath
	case *ast.MemberExpression:
		return access(n.Static, n.NullConditional)
	case *ast.InvokeMemberExpression:
		return access(n.Static, n.NullConditional)
	case *ast.IndexExpression:
		if n.NullConditional {
			return "?["
		}
	case *ast.TypeConstraint:
		return n.TypeName.String()
	case *ast.TypeExpression:
		return n.TypeName.String()
	case *ast.Attribute:
		return n.TypeName.String()
	case *ast.NamedAttributeArgument:
		return n.ArgumentName
	case *ast.BreakStatement:
		return labelled(n.Label)
	case *ast.ContinueStatement:
		return labelled(n.Label)
	}
	return statementDetail(n)
}

func statementDetail(n ast.Node) string {
	switch n := n.(type) {
	case *ast.FunctionDefinition:
		if n.IsFilter {
			return "filter " + n.Name
		}
		return n.Name
	case *ast.TypeDefinition:
		return n.TypeAttributes.String() + " " + n.Name
	case *ast.PropertyMember:
		return n.Name
	case *ast.FunctionMember:
		return n.Name
	case *ast.Pipeline:
		if n.Background {
			return "&"
		}
	case *ast.PipelineChain:
		if n.Background {
			return "&"
		}
	case *ast.SwitchStatement:
		if n.Flags != 0 {
			return n.Flags.String()
		}
	case *ast.FileRedirection:
		if n.Append {
			return n.FromStream.String() + ">>"
		}
		return n.FromStream.String() + ">"
	case *ast.MergingRedirection:
		return n.FromStream.String() + ">" + n.ToStream.String()
	case *ast.UsingStatement:
		return n.UsingStatementKind.String()
	}
	return ""
}

func access(static, conditional bool) string {
	switch {
	case static:
		return "::"
	case conditional:
		return "?."
	}
	return ""
}

func labelled(label ast.Expression) string {
	if label == nil {
		return ""
	}
	return "labelled"
}
