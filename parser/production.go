package parser

import (
	"reflect"
	"strings"
	"sync"

	"github.com/alecthomas/participle/v2"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// grammar is a production of the grammar, which is compiled when it is first used: an empty script
// or a plain command pays for none.
type grammar[T any] struct {
	steps   func() []step // if it is a sequence
	compile func() *participle.Parser[T]
}

func newGrammar[T any]() *grammar[T] {
	return &grammar[T]{
		steps: sync.OnceValue(func() []step { return steps(reflect.TypeFor[T]()) }),
		compile: sync.OnceValue(func() *participle.Parser[T] {
			return participle.MustBuild[T](participle.Lexer(scanner.Definition{}), participle.UseLookahead(0))
		}),
	}
}

var trailing = participle.AllowTrailing(true)

// parse runs the production at the current token.
func (g *grammar[T]) parse(p *parser) (*T, error) {
	if list := g.steps(); list != nil && !p.participleOnly {
		n := new(T)
		return n, follow(p, list, any(n).(sequence))
	}
	lx := p.stream.lx
	lx.LoadCheckpoint(p.stream.places[p.at])
	n, err := g.compile().ParseFromLexer(lx, trailing)
	p.at = int(lx.RawCursor())
	return n, err
}

// The productions that are no statements by themselves.
var (
	paramProduction      = newGrammar[paramStatement]()
	namedBlockProduction = newGrammar[namedBlock]()
	elseIfProduction     = newGrammar[elseIfClause]()
	elseProduction       = newGrammar[elseClause]()
	catchProduction      = newGrammar[catchClause]()
	finallyProduction    = newGrammar[finallyClause]()
)

// production is a production that a statement can be.
type production struct {
	// parse runs it at the current token and makes the node of the tree from what it captured.
	parse func(p *parser) (ast.Statement, error)
	name  string // type of the production
}

// productions are those a statement can begin with, by its first token.
var productions = [...]*production{
	scanner.If:       statementProduction[ifStatement](),
	scanner.Foreach:  statementProduction[foreachStatement](),
	scanner.While:    statementProduction[whileStatement](),
	scanner.For:      statementProduction[forStatement](),
	scanner.Do:       statementProduction[doStatement](),
	scanner.Switch:   statementProduction[switchStatement](),
	scanner.Function: statementProduction[functionStatement](),
	scanner.Return:   statementProduction[returnStatement](),
	scanner.Throw:    statementProduction[throwStatement](),
	scanner.Exit:     statementProduction[exitStatement](),
	scanner.Break:    statementProduction[breakStatement](),
	scanner.Continue: statementProduction[continueStatement](),
	scanner.Try:      statementProduction[tryStatement](),
	scanner.Trap:     statementProduction[trapStatement](),
	scanner.Data:     statementProduction[dataStatement](),
	scanner.Class:    statementProduction[classStatement](),
	scanner.Enum:     statementProduction[enumStatement](),
	scanner.Using:    statementProduction[usingStatement](),
}

// lowering makes the node of the tree from a parsed production, whose first token has an index.
type lowering[T any] interface {
	*T
	lower(p *parser, first int) ast.Statement
}

// statementProduction prepares a production.
func statementProduction[T any, L lowering[T]]() *production {
	g := newGrammar[T]()
	return &production{name: reflect.TypeFor[T]().Name(), parse: func(p *parser) (ast.Statement, error) {
		first := p.at
		n, err := g.parse(p)
		if err != nil {
			return nil, err
		}
		return L(n).lower(p, first), nil
	}}
}

// produce parses the statement that a keyword begins. If it fails, ok is false and the statement
// is an ErrorStatement.
func (p *parser) produce(k scanner.Kind) (s ast.Statement, ok bool) {
	r := productions[k]
	first := p.at
	start := p.offset()
	s, err := r.parse(p)
	if err == nil {
		return s, true
	}
	p.productionFailed(r.name, first, err)
	return &ast.ErrorStatement{Extent: p.from(start)}, false
}

// productionFailed reports the error of a production that began at a place of the token stream.
func (p *parser) productionFailed(name string, first int, err error) {
	clause, keyword := p.clause(name, first)
	row, found := missing(clause, err)
	if !found {
		if err != errReported {
			p.unexpected()
		}
		return
	}
	message := strings.Replace(row.message, "%s", strings.ToLower(keyword), 1)
	switch row.place {
	case behindPrevious:
		p.missingAfter(row.id, message)
		if row.expected == "pipeline" && row.production != "foreachStatement" {
			p.accept(scanner.RParen) // an empty pair of parentheses is one error only
		}
	case atToken:
		p.missingAt(row.id, message)
	case atPrevious:
		p.add(row.id, p.previousStart(), p.previousEnd(), message).Incomplete = p.cutShort()
	}
}

// clauses are the productions inside others, by the keyword they begin with.
var clauses = map[scanner.Kind]string{
	scanner.ElseIf: "elseIfClause", scanner.Else: "elseClause", scanner.Catch: "catchClause",
	scanner.Finally: "finallyClause", scanner.While: "doTail", scanner.Until: "doTail",
}

// clause finds the clause of a production that was being parsed, and its keyword: that of the last
// keyword consumed outside of brackets.
func (p *parser) clause(name string, first int) (clause, keyword string) {
	tokens := p.tokens[first:p.at]
	clause, keyword = name, p.tokens[first].Value
	depth := 0
	for i := range tokens {
		k := tokens[i].Type
		depth += nesting(k)
		if c, ok := clauses[k]; ok && i > 0 && depth <= 0 {
			clause, keyword = c, tokens[i].Value
		}
	}
	return clause, keyword
}

// nesting is 1 for opening tokens, -1 for closing ones.
func nesting(k scanner.Kind) int {
	switch k {
	case scanner.LParen, scanner.LCurly, scanner.AtCurly, scanner.AtParen, scanner.DollarParen, scanner.CallOpen,
		scanner.CallCurly, scanner.LBracket, scanner.QuestionLBracket, scanner.AttributeOpen, scanner.ExpandOpen:
		return 1
	case scanner.RParen, scanner.RCurly, scanner.RBracket, scanner.AttributeClose, scanner.ExpandClose:
		return -1
	}
	return 0
}
