package parser

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// Options change how a script is parsed.
type Options struct {
	// MaxNesting is how deep brackets may nest; 0 is scanner.DefaultMaxNesting.
	MaxNesting int
	// participleOnly lets participle run the sequences too.
	participleOnly bool
}

// Parse parses a script. The tree is complete even when there are errors: what could not be
// parsed is an ErrorStatement or ErrorExpression in it. Errors stand in the order PowerShell
// finds them: errors of the text first, then those found on the finished tree.
func Parse(src *Source) (*ast.ScriptBlock, []*Error) { return ParseOptions(src, Options{}) }

// ParseOptions is Parse with options.
func ParseOptions(src *Source, o Options) (*ast.ScriptBlock, []*Error) {
	p := acquire()
	defer p.release()
	p.src, p.text = src, src.Text
	p.maxDepth = o.MaxNesting
	if p.maxDepth <= 0 {
		p.maxDepth = scanner.DefaultMaxNesting
	}
	p.lex.Reset(src.Text, scanner.Options{MaxNesting: o.MaxNesting, Chunks: true, Tag: p.tag})
	p.budget = 64*len(src.Text) + 1<<20
	p.participleOnly = o.participleOnly
	p.scan(0)
	root := p.script()
	p.flush(len(p.text) + 1)
	if p.lex.TooDeep || p.aborted {
		return root, p.tooDeep()
	}
	p.requirements(root)
	if len(p.types) > 0 {
		root.Types = p.types
		p.checkTypes(root)
	}
	p.finish()
	return root, p.errs
}

// parser is the state of one parse. The productions that participle calls find it by the tag of
// the tokens, since participle hands them nothing but its token stream.
type parser struct {
	nodes    nodes
	tag      int
	src      *Source
	text     string
	lex      *scanner.Lexer
	stream   *stream
	tokens   []lexer.Token // those of stream
	at       int           // the next of them
	errs     []*Error
	deferred []*Error // errors of the finished tree

	flushed        int // scanner diagnostics taken over
	unexpectedAt   int // offset + 1 of the last unexpected token reported
	chunkStart     int // end of the last token before this chunk
	depth          int // recursion of expressions without brackets
	maxDepth       int
	budget         int // bytes that may still be scanned again after errors
	aborted        bool
	bareThrows     int // throw statements without a value so far
	participleOnly bool
	types          []*ast.TypeDefinition
	broken         bool                // a statement inside the current one could not be parsed to its end
	attributes     []ast.AttributeBase // attributes parsed before the statement they belong to
}

// sessions holds the running parsers by tag. The list is replaced when it grows, so that looking
// up a parser needs no lock.
var sessions struct {
	sync.Mutex
	running atomic.Pointer[[]*atomic.Pointer[parser]]
	free    []int
}

// spare keeps one parser for the next parse, with its memory.
var spare atomic.Pointer[parser]

// acquire takes a parser and gives it a tag of its own.
func acquire() *parser {
	p := spare.Swap(nil)
	if p == nil {
		p = &parser{lex: &scanner.Lexer{}, stream: newStream(firstStreamSize)}
	}
	sessions.Lock()
	defer sessions.Unlock()
	var running []*atomic.Pointer[parser]
	if list := sessions.running.Load(); list != nil {
		running = *list
	}
	if n := len(sessions.free); n > 0 {
		p.tag = sessions.free[n-1]
		sessions.free = sessions.free[:n-1]
	} else {
		p.tag = len(running)
		running = append(slices.Clone(running), &atomic.Pointer[parser]{})
		sessions.running.Store(&running)
	}
	running[p.tag].Store(p)
	return p
}

// scan replaces the tokens from the one with index n on by those that the scanner has next, and
// goes on at the first of them.
func (p *parser) scan(n int) {
	p.stream = p.stream.fill(p.lex, n)
	p.tokens, p.at = p.stream.tokens, n
}

// release gives up the tag and keeps the parser for the next parse, without references to the
// script. The blocks of its nodes go with the tree: what is left of one would keep the whole tree
// alive, and with it the one before.
func (p *parser) release() {
	sessions.Lock()
	(*sessions.running.Load())[p.tag].Store(nil)
	sessions.free = append(sessions.free, p.tag)
	sessions.Unlock()
	if len(p.stream.tokens) > largestStream {
		return
	}
	p.stream.clear()
	p.lex.Reset("", scanner.Options{})
	*p = parser{nodes: p.nodes.emptied(), lex: p.lex, stream: p.stream}
	spare.Store(p)
}

// session finds the parser that a token stream belongs to.
func session(lx *lexer.PeekingLexer) *parser {
	return (*sessions.running.Load())[scanner.Tag(lx.Peek())].Load()
}

// peek is the kind of the next token.
func (p *parser) peek() scanner.Kind { return p.tokens[p.at].Type }

// token is the next token.
func (p *parser) token() *lexer.Token { return &p.tokens[p.at] }

// next consumes the next token; the last one stays.
func (p *parser) next() *lexer.Token {
	t := &p.tokens[p.at]
	if t.Type != lexer.EOF {
		p.at++
	}
	return t
}

// accept consumes the next token if it is of a kind.
func (p *parser) accept(k scanner.Kind) bool {
	if p.tokens[p.at].Type != k {
		return false
	}
	p.at++
	return true
}

// previousEnd is the end of the last token consumed.
func (p *parser) previousEnd() int {
	if p.at > 0 {
		return scanner.End(&p.tokens[p.at-1])
	}
	return p.chunkStart
}

// previousStart is the start of the last token consumed.
func (p *parser) previousStart() int {
	if p.at > 0 {
		return p.tokens[p.at-1].Pos.Offset
	}
	return p.chunkStart
}

// offset is where the next token begins.
func (p *parser) offset() int32 { return int32(p.token().Pos.Offset) }

// from is the extent from start to the end of the last token consumed.
func (p *parser) from(start int32) ast.Extent {
	return ast.Extent{Start: start, End: max(start, int32(p.previousEnd()))}
}

// since is the extent from the token with index first to the end of the last token consumed.
func (p *parser) since(first int) ast.Extent { return p.from(int32(p.tokens[first].Pos.Offset)) }

// extent is the extent of a token.
func extent(t *lexer.Token) ast.Extent {
	return ast.Extent{Start: int32(t.Pos.Offset), End: int32(scanner.End(t))}
}

// rescan replaces the tokens not yet consumed, after the scanner has been set back.
func (p *parser) rescan(pos int) {
	p.flushed = min(p.flushed, len(p.lex.Diagnostics))
	if p.budget < 0 {
		p.abort()
		return
	}
	p.scan(p.at)
	p.budget -= p.lex.Offset() - pos
}

// restart goes on at offset pos at the start of a statement inside bracket id.
func (p *parser) restart(pos int, id int32) {
	p.lex.Restart(pos, id)
	p.rescan(pos)
}

// resume goes on at the next token behind bracket id, as if that had been closed. Newlines before
// the token do not count any more.
func (p *parser) resume(id int32) {
	t := p.token()
	pos := t.Pos.Offset
	if t.Type == scanner.Sep && scanner.Aux(t) == 1 {
		pos = p.tokens[p.at+1].Pos.Offset
	}
	p.lex.Resume(pos, id)
	p.rescan(pos)
}

// abort skips the rest of the script: it nests too deeply, or has too many errors.
func (p *parser) abort() {
	p.aborted = true
	for p.token().Type != lexer.EOF {
		p.next()
	}
}

// tooDeep is the only error reported about a script that nests too deeply.
func (p *parser) tooDeep() []*Error {
	for _, e := range p.errs {
		if e.ID == "ScriptTooComplicated" {
			return []*Error{e}
		}
	}
	return p.errs
}

// deeper counts a level of recursion that no bracket bounds. The caller must call shallower.
func (p *parser) deeper() bool {
	p.depth++
	if p.depth <= p.maxDepth {
		return true
	}
	if !p.aborted {
		at := int(p.offset())
		p.add("ScriptTooComplicated", at, at, "The script nests too deeply to be parsed.")
		p.abort()
	}
	return false
}

func (p *parser) shallower() { p.depth-- }
