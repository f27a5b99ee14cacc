package parser

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// script parses the whole text.
func (p *parser) script() *ast.ScriptBlock {
	n := p.nodes.scriptBlocks.next()
	n.block.Extent.End = int32(len(p.text))
	p.body(n, 0, true)
	return &n.block
}

// scriptBlock parses { … } as the body of a function or as a script block.
func (p *parser) scriptBlock() *ast.ScriptBlock {
	open := p.next()
	id := int32(scanner.Aux(open))
	n := p.nodes.scriptBlocks.next()
	start := int32(open.Pos.Offset)
	if scanner.End(open)-open.Pos.Offset > 1 {
		start = int32(scanner.End(open)) - 1
	}
	if p.body(n, id, false) {
		p.closeBlock(open)
	} else {
		p.resume(id)
	}
	n.block.Extent = p.from(start)
	return &n.block
}

// statementBlock parses { … } of a statement.
func (p *parser) statementBlock() *ast.StatementBlock {
	open := p.next()
	b := p.nodes.blocks.next()
	b.Statements, b.Traps = p.statements(int32(scanner.Aux(open)), false)
	p.closeBlock(open)
	b.Extent = p.from(int32(open.Pos.Offset))
	return b
}

// closeBlock consumes the brace that closes a block. If it is missing, the opening one is
// reported: of several left open at the end of the text only the outermost.
func (p *parser) closeBlock(open *lexer.Token) {
	if p.accept(scanner.RCurly) {
		return
	}
	p.missingBrace(open.Pos.Offset, scanner.End(open))
	p.resume(int32(scanner.Aux(open)))
}

// missingBrace reports a missing closing brace.
func (p *parser) missingBrace(start, end int) {
	const id = "MissingEndCurlyBrace"
	atEnd := p.atEnd()
	if n := len(p.errs); n > 0 && atEnd && p.errs[n-1].ID == id && p.errs[n-1].Incomplete {
		p.errs = p.errs[:n-1]
	}
	p.add(id, start, end, "Missing closing '}' in statement block or type definition.").Incomplete = atEnd
}

// body parses what stands in a script block: using statements, param, then named blocks or
// statements. It returns false if it gave up before the end of the block.
func (p *parser) body(n *blockNode, id int32, top bool) bool {
	b := &n.block
	first := int32(-1)
	for {
		for p.peek() == scanner.Sep {
			p.next()
		}
		if top && p.nextChunk() {
			continue
		}
		if p.peek() != scanner.Using || !top {
			break
		}
		s, ok := p.produce(scanner.Using)
		if u, isUsing := s.(*ast.UsingStatement); isUsing {
			b.UsingStatements = append(b.UsingStatements, u)
		}
		if !ok {
			p.restart(int(p.offset()), id)
		}
	}
	if p.peek() == scanner.AttributeOpen {
		first = p.offset()
		p.leadingAttributes()
	}
	p.typeBeforeParam()
	if p.peek() == scanner.Param {
		b.ParamBlock = p.paramBlock(id)
		first = b.ParamBlock.Start
		for p.peek() == scanner.Sep {
			p.next()
		}
	}
	if top {
		p.nextChunk()
	}
	if p.peek() == scanner.NamedBlock && len(p.attributes) == 0 {
		return p.namedBlocks(b, id, top)
	}
	inside := p.previousEnd()
	statements, traps := p.statements(id, top)
	if len(statements)+len(traps) == 0 && b.ParamBlock == nil {
		if !top {
			n.unnamed = ast.NamedBlock{BlockKind: ast.End, Unnamed: true, Extent: p.emptyExtent(inside)}
			b.EndBlock = &n.unnamed
		}
		return true
	}
	n.unnamed = ast.NamedBlock{BlockKind: ast.End, Unnamed: true, Statements: statements, Traps: traps,
		Extent: blockExtent(first, b.ParamBlock, statements, traps)}
	b.EndBlock = &n.unnamed
	return true
}

// typeBeforeParam reports a type literal in front of a param block: an attribute without
// parentheses.
func (p *parser) typeBeforeParam() {
	if p.peek() != scanner.TypeLiteral {
		return
	}
	here := p.at
	t := p.next()
	if p.peek() != scanner.Param {
		p.at = here
		return
	}
	p.add("TypeNotAllowedBeforeParam", t.Pos.Offset, scanner.End(t), fmt.Sprintf("Unexpected type %s was found in the parameter statement.", p.raw(t)))
}

// emptyExtent is the extent of the statements of a block without any, which begins at offset
// inside. PowerShell has 0-0 for {}, else a range behind the brace up to the end of its line.
func (p *parser) emptyExtent(inside int) ast.Extent {
	if int(p.offset()) == inside {
		return ast.Extent{}
	}
	x := ast.Extent{Start: int32(inside), End: int32(inside)}
	if i := strings.IndexAny(p.text[inside:p.offset()], "\r\n"); i >= 0 {
		x.End += int32(i)
	}
	return x
}

// blockExtent covers the statements of a block, and the param block before them.
func blockExtent(first int32, param *ast.ParamBlock, statements []ast.Statement, traps []*ast.TrapStatement) ast.Extent {
	e := ast.Extent{Start: first, End: first}
	if param != nil {
		e.End = param.End
	} else {
		e.Start = -1
	}
	cover := func(x ast.Extent) {
		if e.Start < 0 || x.Start < e.Start {
			e.Start = x.Start
		}
		e.End = max(e.End, x.End)
	}
	if n := len(statements); n > 0 { // they stand in order
		cover(statements[0].Range())
		cover(statements[n-1].Range())
	}
	for _, t := range traps {
		cover(t.Extent)
	}
	return e
}

// namedBlocks parses begin, process and the others.
func (p *parser) namedBlocks(b *ast.ScriptBlock, id int32, top bool) bool {
	for {
		t := p.token()
		switch t.Type {
		case scanner.Sep:
			p.next()
			continue
		case scanner.NamedBlock:
			p.namedBlock(b, id)
			continue
		case lexer.EOF:
			if top && p.nextChunk() {
				continue
			}
			return true
		case scanner.RCurly:
			if !top {
				return true
			}
		}
		start, end := t.Pos.Offset, p.tokenEnd(t)
		p.add("MissingNamedBlocks", start, end, fmt.Sprintf("unexpected token '%s', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'.", p.text[start:end]))
		if !top {
			return false
		}
		p.restart(start, id)
		p.statements(id, top)
		return true
	}
}

func (p *parser) namedBlock(b *ast.ScriptBlock, id int32) {
	keyword := p.token()
	kind := ast.TokenKind(scanner.Aux(keyword))
	first := p.at
	body, err := namedBlockProduction.parse(p)
	if err != nil {
		p.productionFailed("namedBlock", first, err)
		p.restart(int(p.offset()), id)
		return
	}
	n := &ast.NamedBlock{BlockKind: kind, Statements: body.Body.node.Statements, Traps: body.Body.node.Traps}
	n.Extent = p.from(int32(keyword.Pos.Offset))
	var slot **ast.NamedBlock
	switch kind {
	case ast.Dynamicparam:
		slot = &b.DynamicParamBlock
	case ast.Begin:
		slot = &b.BeginBlock
	case ast.Process:
		slot = &b.ProcessBlock
	case ast.End:
		slot = &b.EndBlock
	default:
		slot = &b.CleanBlock
	}
	if *slot != nil {
		p.add("DuplicateScriptCommandClause", int(n.Start), int(n.End),
			fmt.Sprintf("Script command clause '%s' has already been defined.", strings.ToLower(keyword.Value)))
		return
	}
	*slot = n
}

// nextChunk goes on to the next piece of the script if this one is finished.
func (p *parser) nextChunk() bool {
	if p.peek() != lexer.EOF || p.lex.Ended() || p.aborted {
		return false
	}
	p.chunkStart = p.previousEnd()
	p.lex.NextChunk()
	p.scan(0)
	return true
}

// statements parses a list of statements inside bracket id, up to its closing token. The list of
// the script goes on over stray closing tokens and chunks.
func (p *parser) statements(id int32, top bool) (list []ast.Statement, traps []*ast.TrapStatement) {
	mark := p.nodes.statements.mark()
	for {
		k := p.peek()
		if len(p.attributes) > 0 {
			k = scanner.AttributeOpen
		}
		switch k {
		case scanner.Sep, scanner.Background:
			if k == scanner.Background {
				p.unexpected()
			}
			p.next()
			continue
		case lexer.EOF:
			if top && p.nextChunk() {
				continue
			}
			return p.endList(mark), traps
		case scanner.RCurly, scanner.RParen:
			if !top {
				return p.endList(mark), traps
			}
			p.unexpected()
			p.restart(scanner.End(p.token()), id)
			continue
		}
		before := p.at
		p.broken = false
		s, ok := p.statement()
		ok = ok && !p.broken
		switch s := s.(type) {
		case nil:
		case *ast.TrapStatement:
			traps = append(traps, s)
		default:
			p.nodes.statements.add(s)
		}
		if p.at == before && k != scanner.AttributeOpen {
			p.unexpected()
			p.skip(id)
			continue
		}
		switch p.peek() {
		case scanner.Sep, scanner.RCurly, scanner.RParen, lexer.EOF:
			if ok {
				continue
			}
		}
		if p.peek() != lexer.EOF {
			p.restart(int(p.offset()), id)
		}
	}
}

// endList ends the list of statements begun at mark.
func (p *parser) endList(mark int) []ast.Statement {
	list := p.nodes.statements.take(mark)
	p.checkDefinitions(list)
	return list
}

// skip drops the next token, which no statement can begin with.
func (p *parser) skip(id int32) {
	t := p.token()
	p.restart(max(scanner.End(t), t.Pos.Offset+1), id)
}

// statement parses one statement. If it could not be parsed to its end, ok is false.
func (p *parser) statement() (s ast.Statement, ok bool) {
	t := p.token()
	k := t.Type
	switch {
	case k == scanner.Label:
		return p.labelled()
	case k == scanner.AttributeOpen || len(p.attributes) > 0:
		return p.attributedStatement()
	case k == scanner.Reserved:
		return p.reserved()
	case k == scanner.Using:
		s, ok = p.produce(k)
		if u, isUsing := s.(*ast.UsingStatement); isUsing {
			p.add("UsingMustBeAtStartOfScript", int(u.Start), int(u.End), "A 'using' statement must appear before any other statements in a script.")
		}
		return s, ok
	case int(k) < len(productions) && k > 0 && productions[k] != nil:
		return p.produce(k)
	case scanner.IsKeyword(k):
		p.unexpected()
		return nil, false
	}
	return p.pipelineChain(), true
}

// labelled parses :label and the loop behind it.
func (p *parser) labelled() (ast.Statement, bool) {
	t := p.next()
	start := int32(t.Pos.Offset)
	for p.peek() == scanner.Sep {
		p.next()
	}
	switch k := p.peek(); k {
	case scanner.Foreach, scanner.For, scanner.While, scanner.Do, scanner.Switch:
		s, ok := p.produce(k)
		switch s := s.(type) {
		case *ast.ForEachStatement:
			s.Label, s.Start = t.Value, start
		case *ast.ForStatement:
			s.Label, s.Start = t.Value, start
		case *ast.WhileStatement:
			s.Label, s.Start = t.Value, start
		case *ast.DoWhileStatement:
			s.Label, s.Start = t.Value, start
		case *ast.DoUntilStatement:
			s.Label, s.Start = t.Value, start
		case *ast.SwitchStatement:
			s.Label, s.Start = t.Value, start
		}
		return s, ok
	}
	p.missingAfter("MissingKeywordAfterLabel", "Missing statement after the label ':"+t.Value+"'.")
	return &ast.ErrorStatement{Extent: extent(t)}, false
}

// reserved reports a keyword that PowerShell keeps for itself.
func (p *parser) reserved() (ast.Statement, bool) {
	t := p.next()
	start, end := t.Pos.Offset, scanner.End(t)
	switch word := strings.ToLower(t.Value); word {
	case "parallel", "sequence", "inlinescript":
		p.add("UnexpectedKeyword", start, end, fmt.Sprintf("Unexpected keyword '%s'.", t.Value))
	case "workflow":
		p.add("WorkflowNotSupportedInPowerShellCore", start, end, "Workflow is not supported in PowerShell 6+.")
	default:
		p.add("ReservedKeywordNotAllowed", start, end, fmt.Sprintf("The '%s' keyword is not supported in this version of the language.", t.Value))
	}
	return &ast.ErrorStatement{Extent: extent(t)}, false
}
