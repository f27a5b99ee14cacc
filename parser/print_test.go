package parser_test

import (
	"fmt"
	"strings"

	"rehearse/parser/ast"
)

// printer writes a tree as a script again: the structure from the nodes, with its own blanks, lines
// and separators, and the text of names and literals from the source. What it writes parses to the
// same tree. Classes, attributes, data sections and using statements are written as they stand.
type printer struct {
	src string
	b   strings.Builder
}

// printed is a tree as a script.
func printed(src string, script *ast.ScriptBlock) string {
	p := printer{src: src}
	p.body(script)
	return p.b.String()
}

func (p *printer) write(parts ...string) {
	for _, s := range parts {
		p.b.WriteString(s)
	}
}

// raw writes the source of a node.
func (p *printer) raw(n interface{ Range() ast.Extent }) { p.write(n.Range().Text(p.src)) }

func (p *printer) body(b *ast.ScriptBlock) {
	for _, u := range b.UsingStatements {
		p.raw(u)
		p.write("\n")
	}
	if b.ParamBlock != nil {
		for _, a := range b.ParamBlock.Attributes {
			p.raw(a)
			p.write("\n")
		}
		p.write("param(")
		p.parameters(b.ParamBlock.Parameters)
		p.write(")\n")
	}
	for _, n := range b.NamedBlocks() {
		if !n.Unnamed {
			p.write(strings.ToLower(fmt.Sprint(n.BlockKind)), " {\n")
		}
		p.statements(n.Statements, n.Traps)
		if !n.Unnamed {
			p.write("}\n")
		}
	}
}

func (p *printer) parameters(list []*ast.Parameter) {
	for i, n := range list {
		if i > 0 {
			p.write(",\n")
		}
		for _, a := range n.Attributes {
			p.raw(a)
			p.write(" ")
		}
		p.raw(n.Name)
		if n.DefaultValue != nil {
			p.write(" = ")
			p.expression(n.DefaultValue)
		}
	}
}

func (p *printer) statements(list []ast.Statement, traps []*ast.TrapStatement) {
	for _, t := range traps {
		p.write("trap ")
		if t.TrapType != nil {
			p.raw(t.TrapType)
		}
		p.block(t.Body)
		p.write("\n")
	}
	for _, s := range list {
		from := p.b.Len()
		p.statement(s)
		if strings.Contains(p.b.String()[from:], "--%") { // it takes everything up to the end of the line
			p.write("\n")
			continue
		}
		p.write(";\n") // a newline alone would let an else go on with the if before it
	}
}

func (p *printer) block(b *ast.StatementBlock) {
	p.write(" {\n")
	p.statements(b.Statements, b.Traps)
	p.write("}")
}

// header writes a keyword with its condition and block.
func (p *printer) header(keyword string, condition ast.PipelineBase, body *ast.StatementBlock) {
	p.write(keyword, " (")
	p.statement(condition)
	p.write(")")
	p.block(body)
}

func (p *printer) label(name string) {
	if name != "" {
		p.write(":", name, " ")
	}
}

func (p *printer) statement(s ast.Statement) {
	switch s := s.(type) {
	case *ast.Pipeline:
		for i, c := range s.PipelineElements {
			if i > 0 {
				p.write(" | ")
			}
			p.command(c)
		}
		if s.Background {
			p.write(" &")
		}
	case *ast.PipelineChain:
		p.statement(s.LhsPipelineChain)
		p.write(map[ast.TokenKind]string{ast.AndAnd: " && ", ast.OrOr: " || "}[s.Operator])
		p.statement(s.RhsPipeline)
		if s.Background {
			p.write(" &")
		}
	case *ast.CommandExpression, *ast.Command:
		p.command(s.(ast.CommandBase))
	case *ast.AssignmentStatement:
		p.expression(s.Left)
		p.write(" ", s.ErrorPosition.Text(p.src), " ")
		p.statement(s.Right)
	case *ast.IfStatement:
		for i, c := range s.Clauses {
			p.header([]string{"if", " elseif"}[min(i, 1)], c.Condition, c.Body)
		}
		if s.ElseClause != nil {
			p.write(" else")
			p.block(s.ElseClause)
		}
	case *ast.ForEachStatement:
		p.label(s.Label)
		p.write("foreach (")
		p.raw(s.Variable)
		p.write(" in ")
		p.statement(s.Condition)
		p.write(")")
		p.block(s.Body)
	case *ast.ForStatement:
		p.label(s.Label)
		p.write("for (")
		for i, part := range []ast.PipelineBase{s.Initializer, s.Condition, s.Iterator} {
			if i > 0 {
				p.write("; ")
			}
			if part != nil {
				p.statement(part)
			}
		}
		p.write(")")
		p.block(s.Body)
	case *ast.WhileStatement:
		p.label(s.Label)
		p.header("while", s.Condition, s.Body)
	case *ast.DoWhileStatement:
		p.do(s.Label, s.Body, " while (", s.Condition)
	case *ast.DoUntilStatement:
		p.do(s.Label, s.Body, " until (", s.Condition)
	case *ast.SwitchStatement:
		p.switchStatement(s)
	case *ast.TryStatement:
		p.write("try")
		p.block(s.Body)
		for _, c := range s.CatchClauses {
			p.write(" catch ")
			for i, t := range c.CatchTypes {
				if i > 0 {
					p.write(", ")
				}
				p.raw(t)
			}
			p.block(c.Body)
		}
		if s.Finally != nil {
			p.write(" finally")
			p.block(s.Finally)
		}
	case *ast.ReturnStatement:
		p.flow("return", s.Pipeline)
	case *ast.ThrowStatement:
		p.flow("throw", s.Pipeline)
	case *ast.ExitStatement:
		p.flow("exit", s.Pipeline)
	case *ast.FunctionDefinition:
		p.write(map[bool]string{false: "function ", true: "filter "}[s.IsFilter], s.NameExtent.Text(p.src), " ")
		if s.Parameters != nil {
			p.write("(")
			p.parameters(s.Parameters)
			p.write(") ")
		}
		p.write("{\n")
		p.body(s.Body)
		p.write("}")
	default: // break, continue, classes, enumerations, data sections
		p.raw(s)
	}
}

func (p *printer) do(label string, body *ast.StatementBlock, keyword string, condition ast.PipelineBase) {
	p.label(label)
	p.write("do")
	p.block(body)
	p.write(keyword)
	p.statement(condition)
	p.write(")")
}

func (p *printer) flow(keyword string, value ast.PipelineBase) {
	p.write(keyword)
	if value != nil {
		p.write(" ")
		p.statement(value)
	}
}

func (p *printer) switchStatement(s *ast.SwitchStatement) {
	p.label(s.Label)
	p.write("switch ")
	for i, name := range []string{"file", "regex", "wildcard", "exact", "casesensitive", "parallel"} {
		if s.Flags&(1<<i) != 0 {
			p.write("-", name, " ")
		}
	}
	if s.Flags&ast.SwitchFile == 0 {
		p.write("(")
	}
	p.statement(s.Condition)
	if s.Flags&ast.SwitchFile == 0 {
		p.write(")")
	}
	p.write(" {\n")
	for _, c := range s.Clauses {
		p.expression(c.Condition)
		p.block(c.Body)
		p.write("\n")
	}
	if s.Default != nil {
		p.write("default")
		p.block(s.Default)
		p.write("\n")
	}
	p.write("}")
}

func (p *printer) command(c ast.CommandBase) {
	var redirections []ast.Redirection
	switch c := c.(type) {
	case *ast.CommandExpression:
		p.expression(c.Expression)
		redirections = c.Redirections
	case *ast.Command:
		switch c.InvocationOperator {
		case ast.Ampersand:
			p.write("& ")
		case ast.Dot:
			p.write(". ")
		}
		for i, e := range c.CommandElements {
			if i > 0 {
				p.write(" ")
			}
			if n, ok := e.(*ast.CommandParameter); ok {
				p.write(n.ErrorPosition.Text(p.src))
				if n.Argument != nil {
					p.expression(n.Argument)
				}
				continue
			}
			p.expression(e.(ast.Expression))
		}
		redirections = c.Redirections
	}
	for _, r := range redirections {
		p.write(" ")
		if f, ok := r.(*ast.FileRedirection); ok {
			p.write(p.between(f.Start, f.Location.Range().Start), " ")
			p.expression(f.Location)
			continue
		}
		p.raw(r)
	}
}

// between is the source of a range without the blanks around it.
func (p *printer) between(start, end int32) string { return strings.TrimSpace(p.src[start:end]) }

func (p *printer) list(list []ast.Expression, separator string) {
	for i, e := range list {
		if i > 0 {
			p.write(separator)
		}
		p.expression(e)
	}
}

func (p *printer) expression(e ast.Expression) {
	switch e := e.(type) {
	case *ast.BinaryExpression:
		p.expression(e.Left)
		p.write(" ", e.ErrorPosition.Text(p.src), " ")
		p.expression(e.Right)
	case *ast.UnaryExpression:
		if child := e.Child.Range(); child.Start == e.Start {
			p.expression(e.Child)
			p.write(p.between(child.End, e.End))
		} else {
			p.write(p.between(e.Start, child.Start), " ")
			p.expression(e.Child)
		}
	case *ast.TernaryExpression:
		p.expression(e.Condition)
		p.write(" ? ")
		p.expression(e.IfTrue)
		p.write(" : ")
		p.expression(e.IfFalse)
	case *ast.ConvertExpression:
		p.raw(e.Type)
		p.expression(e.Child)
	case *ast.AttributedExpression:
		p.raw(e.Attribute)
		p.expression(e.Child)
	case *ast.MemberExpression:
		p.expression(e.Expression)
		p.write(access(e.Static, e.NullConditional))
		p.expression(e.Member)
	case *ast.InvokeMemberExpression:
		p.call(e)
	case *ast.IndexExpression:
		p.expression(e.Target)
		p.write(map[bool]string{false: "[", true: "?["}[e.NullConditional])
		p.expression(e.Index)
		p.write("]")
	case *ast.ArrayLiteral:
		if len(e.Elements) == 1 {
			p.write(", ")
		}
		p.list(e.Elements, ", ")
	case *ast.ParenExpression:
		p.write("(")
		p.statement(e.Pipeline)
		p.write(")")
	case *ast.SubExpression:
		p.group("$(", e.SubExpression)
	case *ast.ArrayExpression:
		p.group("@(", e.SubExpression)
	case *ast.Hashtable:
		p.write("@{\n")
		for _, pair := range e.KeyValuePairs {
			p.expression(pair.Key)
			p.write(" = ")
			p.statement(pair.Value)
			p.write("\n")
		}
		p.write("}")
	case *ast.ScriptBlockExpression:
		p.write("{\n")
		p.body(e.ScriptBlock)
		p.write("}")
	default: // names, literals, strings
		p.raw(e)
	}
}

func access(static, conditional bool) string {
	switch {
	case static:
		return "::"
	case conditional:
		return "?."
	}
	return "."
}

func (p *printer) call(e *ast.InvokeMemberExpression) {
	p.expression(e.Expression)
	p.write(access(e.Static, e.NullConditional))
	p.expression(e.Member)
	for i, t := range e.GenericTypeArguments {
		p.write([]string{"[", ","}[min(i, 1)], t.String())
	}
	if e.GenericTypeArguments != nil {
		p.write("]")
	}
	if p.src[e.Member.Range().End] == '{' {
		p.expression(e.Arguments[0])
		return
	}
	p.write("(")
	p.list(e.Arguments, ", ")
	p.write(")")
}

func (p *printer) group(open string, b *ast.StatementBlock) {
	p.write(open, "\n")
	p.statements(b.Statements, b.Traps)
	p.write(")")
}
