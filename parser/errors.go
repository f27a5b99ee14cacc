package parser

import (
	"fmt"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// Error is a parse error with PowerShell's id, text and position.
type Error struct {
	ID      string // ErrorId: "MissingEndCurlyBrace"
	Message string
	ast.Extent
	// Incomplete reports that more input could mend the error: a shell asks for another line.
	Incomplete bool
}

// Error implements error with the message alone; the position is rendered elsewhere.
func (e *Error) Error() string { return e.Message }

// place says where an error about something missing is reported.
type place uint8

const (
	behindPrevious place = iota // zero width, directly behind the token before
	atToken                     // at the token that stands there instead
	atPrevious                  // at the token before
)

// missingRow gives the error for a production of the grammar that could not go on.
type missingRow struct {
	production string // type of the production
	expected   string // beginning of what participle expected there
	id         string
	message    string // %s is the keyword of the statement as written
	place      place
}

// missingTable says which error it is when a production fails. A test takes every production
// apart and fails if a row is missing or unused.
var missingTable = []missingRow{
	{"ifStatement", "<lparen>", "MissingOpenParenthesisInIfStatement", "Missing '(' after 'if' in if statement.", behindPrevious},
	{"ifStatement", "pipeline", "IfStatementMissingCondition", "Missing condition in if statement after 'if ('.", behindPrevious},
	{"ifStatement", "<rparen>", "MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in 'if' statement.", atToken},
	{"ifStatement", "block", "MissingStatementBlock", "Missing statement block after if ( condition ).", atPrevious},
	{"elseIfClause", "<lparen>", "MissingOpenParenthesisInIfStatement", "Missing '(' after 'elseif' in if statement.", behindPrevious},
	{"elseIfClause", "pipeline", "IfStatementMissingCondition", "Missing condition in if statement after 'elseif ('.", behindPrevious},
	{"elseIfClause", "<rparen>", "MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in 'elseif' statement.", atToken},
	{"elseIfClause", "block", "MissingStatementBlock", "Missing statement block after elseif ( condition ).", atPrevious},
	{"elseClause", "block", "MissingStatementBlockAfterElse", "Missing statement block after 'else' keyword.", behindPrevious},
	{"whileStatement", "<lparen>", "MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword 'while'.", behindPrevious},
	{"whileStatement", "pipeline", "MissingExpressionAfterKeyword", "Missing expression after 'while' in loop.", behindPrevious},
	{"whileStatement", "<rparen>", "MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in 'while' statement.", behindPrevious},
	{"whileStatement", "block", "MissingLoopStatement", "Missing statement body in while loop.", behindPrevious},
	{"doStatement", "block", "MissingLoopStatement", "Missing statement body in do loop.", behindPrevious},
	{"doStatement", "DoTail", "MissingWhileOrUntilInDoWhile", "Missing while or until keyword in do loop.", behindPrevious},
	{"doTail", "<lparen>", "MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword '%s'.", behindPrevious},
	{"doTail", "pipeline", "MissingExpressionAfterKeyword", "Missing expression after '%s' in loop.", behindPrevious},
	{"doTail", "<rparen>", "MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in '%s' statement.", behindPrevious},
	{"forStatement", "<lparen>", "MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword 'for'.", behindPrevious},
	{"forStatement", "<rparen>", "MissingEndParenthesisAfterStatement", "Missing closing ')' after expression in 'for' statement.", behindPrevious},
	{"forStatement", "block", "MissingLoopStatement", "Missing statement body in for loop.", behindPrevious},
	{"foreachStatement", "<lparen>", "MissingOpenParenthesisAfterKeyword", "Missing opening '(' after keyword 'foreach'.", behindPrevious},
	{"foreachStatement", "loopVariable", "MissingVariableNameAfterForeach", "Missing variable name after foreach.\nThe correct form is: foreach ($a in $b) {...}", behindPrevious},
	{"foreachStatement", "<in>", "MissingInInForeach", "Missing 'in' after variable in foreach loop.\nThe correct form is: foreach ($a in $b) {...}", behindPrevious},
	{"foreachStatement", "pipeline", "MissingForeachExpression", "Missing expression in foreach loop.\nThe correct form is: foreach ($a in $b) {...}", behindPrevious},
	{"foreachStatement", "<rparen>", "MissingEndParenthesisAfterForeach", "Missing closing ')' after expression part of foreach loop.\nThe correct form is: foreach ($a in $b) {...}", behindPrevious},
	{"foreachStatement", "block", "MissingForeachStatement", "Missing statement body in foreach loop.\nThe correct form is: foreach ($a in $b) {...}", behindPrevious},
	{"switchStatement", "switchBody", "MissingCurlyBraceInSwitchStatement", "Missing '{' in switch statement.", behindPrevious},
	{"functionStatement", "<identifier>", "MissingNameAfterKeyword", "Missing name after %s keyword.", behindPrevious},
	{"functionStatement", "scriptBody", "MissingFunctionBody", "Missing function body in function declaration.", behindPrevious},
	{"tryStatement", "block", "MissingTryStatementBlock", "The Try statement is missing its statement block.", behindPrevious},
	{"catchClause", "block", "MissingCatchHandlerBlock", "The Catch block is missing its statement block.", behindPrevious},
	{"finallyClause", "block", "MissingFinallyStatementBlock", "The Finally block is missing its statement block.", behindPrevious},
	{"trapStatement", "block", "MissingTrapStatement", "The 'trap' statement was incomplete. A trap statement requires a body.", behindPrevious},
	{"dataStatement", "DataCommand", "MissingValueForSupportedCommandInDataSectionStatement", "Missing value for -SupportedCommand.", behindPrevious},
	{"dataStatement", "block", "MissingStatementBlockForDataSection", "Missing statement block in data section.", behindPrevious},
	{"namedBlock", "block", "MissingNamedStatementBlock", "Missing statement block after '%s'.", behindPrevious},
	{"classStatement", "<identifier>", "MissingNameAfterKeyword", "Missing name after %s keyword.", behindPrevious},
	{"classStatement", "typeReference", "TypeNameExpected", "Type name expected.", behindPrevious},
	{"classStatement", "classBody", "MissingTypeBody", "Missing 'class' body in 'class' declaration.", behindPrevious},
	{"enumStatement", "<identifier>", "MissingNameAfterKeyword", "Missing name after %s keyword.", behindPrevious},
	{"enumStatement", "typeReference", "TypeNameExpected", "Type name expected.", behindPrevious},
	{"enumStatement", "enumBody", "MissingTypeBody", "Missing 'enum' body in 'enum' declaration.", behindPrevious},
	{"usingStatement", "<identifier>", "MissingUsingStatementDirective", "Missing using directive", behindPrevious},
	{"usingStatement", "argument", "MissingUsingItemName", "Missing using name", behindPrevious},
}

// errReported is returned through participle by hand-written productions that have reported their
// error themselves.
var errReported = fmt.Errorf("reported")

// missing finds the row for an error that participle raised in a production.
func missing(production string, err error) (missingRow, bool) {
	var expected string
	switch err := err.(type) {
	case *absent:
		expected = err.expected
	case *participle.UnexpectedTokenError:
		_, expected, _ = strings.Cut(err.Message(), "(expected ")
	default:
		return missingRow{}, false
	}
	for _, r := range missingTable {
		if r.production == production && strings.HasPrefix(expected, r.expected) {
			return r, true
		}
	}
	return missingRow{}, false
}

// add records an error after the lexical errors of the tokens before it.
func (p *parser) add(id string, start, end int, message string) *Error {
	p.flush(p.tokenEnd(p.token()))
	e := &Error{ID: id, Message: message, Extent: ast.Extent{Start: int32(start), End: int32(end)}}
	p.errs = append(p.errs, e)
	return e
}

// missingAfter reports that something is missing behind the previous token.
func (p *parser) missingAfter(id, message string) {
	at := p.previousEnd()
	p.add(id, at, at, message).Incomplete = p.cutShort()
}

// missingAt reports that something is missing where the next token stands.
func (p *parser) missingAt(id, message string) {
	t := p.token()
	p.add(id, t.Pos.Offset, p.tokenEnd(t), message).Incomplete = p.cutShort()
}

// cutShort reports whether the text ends directly behind the previous token, on its line: then an
// error about what is missing there could be mended by typing on.
func (p *parser) cutShort() bool {
	t := p.token()
	for _, d := range p.lex.Diagnostics {
		if d.Incomplete && d.Token >= t.Pos.Offset && d.Token < p.tokenEnd(t) {
			return true // the next token has no end
		}
	}
	return p.atEnd() && !strings.ContainsAny(p.text[p.previousEnd():], "\r\n")
}

// atEnd reports whether the whole text has been consumed.
func (p *parser) atEnd() bool { return p.token().Type == lexer.EOF && p.lex.Ended() }

// unexpected reports the next token, once.
func (p *parser) unexpected() {
	t := p.token()
	start, end := t.Pos.Offset, p.tokenEnd(t)
	if n := len(p.errs); n > 0 && p.unexpectedAt == start+1 {
		return
	}
	p.unexpectedAt = start + 1
	p.add("UnexpectedToken", start, end, fmt.Sprintf("Unexpected token '%s' in expression or statement.", p.text[start:end]))
}

// tokenEnd is the end of a token; that of the opening of an expandable string is the end of the
// whole string.
func (p *parser) tokenEnd(t *lexer.Token) int {
	if t.Type != scanner.ExpandOpen || t != p.token() {
		return scanner.End(t)
	}
	depth := 0
	for i := p.at; ; i++ {
		t := &p.tokens[i]
		switch t.Type {
		case scanner.ExpandOpen:
			depth++
		case scanner.ExpandClose:
			if depth--; depth == 0 {
				return scanner.End(t)
			}
		case lexer.EOF:
			return scanner.End(t)
		}
	}
}

// flush takes over the scanner's diagnostics about tokens that begin before an offset.
func (p *parser) flush(before int) {
	for p.flushed < len(p.lex.Diagnostics) && p.lex.Diagnostics[p.flushed].Token < before {
		d := p.lex.Diagnostics[p.flushed]
		p.flushed++
		known := false
		for _, e := range p.errs[max(0, len(p.errs)-64):] { // rescanned
			known = known || e.ID == d.ID && int(e.Start) == d.Start
		}
		if !known {
			p.errs = append(p.errs, &Error{ID: d.ID, Message: d.Message, Incomplete: d.Incomplete,
				Extent: ast.Extent{Start: int32(d.Start), End: int32(d.End)}})
		}
	}
	p.flushed = min(p.flushed, len(p.lex.Diagnostics))
}
