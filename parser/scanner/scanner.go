package scanner

import (
	"io"

	"github.com/alecthomas/participle/v2/lexer"
)

// Token is a token as the parser sees it.
type Token = lexer.Token

// Definition is the lexer as participle's Build wants it.
type Definition struct{}

// Symbols implements lexer.Definition.
func (Definition) Symbols() map[string]Kind { return symbols }

// Lex implements lexer.Definition.
func (Definition) Lex(_ string, r io.Reader) (lexer.Lexer, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return New(string(b), Options{}), nil
}

// LexString implements lexer.StringDefinition.
func (Definition) LexString(_, text string) (lexer.Lexer, error) {
	return New(text, Options{}), nil
}

// DefaultMaxNesting is how deep brackets may nest unless the options say otherwise.
const DefaultMaxNesting = 1000

// Options change how a text is scanned.
type Options struct {
	MaxNesting int  // how deep brackets may nest; 0 is DefaultMaxNesting
	Chunks     bool // end the token stream at statements of the script, see Lexer.Ended
	Comments   bool // collect the comments in Lexer.Comments
	Tag        int  // a small number that Tag returns for every token
}

// Diagnostic is an error found in the text of a token.
type Diagnostic struct {
	ID, Message string
	Start, End  int
	Incomplete  bool // more input could mend it
	Token       int  // where the token begins in which it was found
}

// Span is a range of byte offsets.
type Span struct{ Start, End int }

// Lexer scans one text. It implements participle's lexer.Lexer.
type Lexer struct {
	// Diagnostics are the errors found so far, in the order they were met.
	Diagnostics []Diagnostic
	// Requires are the #requires comments.
	Requires []Span
	// Comments are all comments, if asked for.
	Comments []Span
	// TooDeep reports that brackets nest deeper than allowed; the scan ended there.
	TooDeep bool

	src        string
	pos        int
	start      int // where the current token began
	stack      []frame
	f          *frame // the top of stack
	openers    []opener
	maxNesting int
	chunks     bool
	comments   bool
	tag        int
	chunkStart int
	ended      bool // the end of the text was emitted

	out    *Token  // where the token being scanned goes
	queue  []Token // tokens scanned ahead
	queued int     // how many of them were handed out

	last         Kind // kind of the last token
	lastEnd      int  // where it ended
	openQuote    int  // where the double quote opened in the word being scanned
	primary      bool // it ended a primary expression: a postfix operator may follow
	statementEnd bool // it closed the block of a statement
}

// New makes a lexer for a text without a byte order mark.
func New(text string, o Options) *Lexer {
	l := &Lexer{}
	l.Reset(text, o)
	return l
}

// Reset begins to scan another text and keeps the memory of the lexer.
func (l *Lexer) Reset(text string, o Options) {
	*l = Lexer{src: text, maxNesting: o.MaxNesting, chunks: o.Chunks, comments: o.Comments, tag: o.Tag << tagShift,
		stack: append(l.stack[:0], frame{}), openers: append(l.openers[:0], opener{}), queue: l.queue[:0]}
	if l.maxNesting <= 0 {
		l.maxNesting = DefaultMaxNesting
	}
	l.f = &l.stack[0]
}

// Offsets of the parts of Position.Column.
const tagShift = 40

// End is the offset behind a token.
func End(t *Token) int { return t.Pos.Line }

// Aux is what a token says beyond its text: the ast.TokenKind of an operator, the
// ast.StringConstantType of a string, the id of an opening bracket (see Restart), 1 for a Sep of
// newlines only. For ExpandOpen it is id<<3 + kind of string.
func Aux(t *Token) int { return t.Pos.Column & (1<<tagShift - 1) }

// Tag is the number from the options the token was scanned with.
func Tag(t *Token) int { return t.Pos.Column >> tagShift }

// ExpandAux splits the Aux of an ExpandOpen.
func ExpandAux(aux int) (id, stringKind int) { return aux >> 3, aux & 7 }

// Ended reports whether the EOF token was that of the text and not that of a chunk: with
// Options.Chunks an EOF token is also emitted after the separator of a statement of the script,
// so that a long script can be parsed piece by piece.
func (l *Lexer) Ended() bool { return l.ended }

// NextChunk begins the next chunk. The ids of brackets begin anew: all of them are closed.
func (l *Lexer) NextChunk() { l.openers = l.openers[:1] }

// Offset is how far the text has been scanned.
func (l *Lexer) Offset() int { return l.pos }

// chunkSize is how much text a chunk has at least.
const chunkSize = 1024

// Next implements lexer.Lexer. It never fails.
func (l *Lexer) Next() (t Token, err error) {
	l.Scan(&t)
	return t, nil
}

// ScanAll scans tokens up to and with the next EOF, as many as there is room for, and returns their
// number.
func (l *Lexer) ScanAll(tokens []Token) int {
	for i := range tokens {
		t := &tokens[i]
		if len(l.queue) > 0 {
			l.unqueue(t)
		} else {
			l.out = t
			l.scan()
		}
		if t.Type == EOF {
			return i + 1
		}
	}
	return len(tokens)
}

// Scan scans the next token into t.
func (l *Lexer) Scan(t *Token) {
	if len(l.queue) > 0 {
		l.unqueue(t)
		return
	}
	l.out = t
	l.scan()
}

// endChunk lets an EOF token follow the separator at start if enough text lies behind it.
func (l *Lexer) endChunk(start int) {
	if l.chunks && len(l.stack) == 1 && l.pos-l.chunkStart >= chunkSize {
		l.chunkStart = l.pos
		l.ahead()
		l.put(EOF, start, start, "", 0)
	}
}

func (l *Lexer) at(i int) byte {
	if uint(i) < uint(len(l.src)) {
		return l.src[i]
	}
	return 0
}

// report records an error in the current token.
func (l *Lexer) report(start, end int, id, message string) {
	l.reportAt(start, end, id, message, false)
}

func (l *Lexer) reportAt(start, end int, id, message string, incomplete bool) {
	l.Diagnostics = append(l.Diagnostics, Diagnostic{ID: id, Message: message, Start: start, End: end, Incomplete: incomplete, Token: l.start})
}

// unqueue hands out the next of the tokens scanned ahead.
func (l *Lexer) unqueue(t *Token) {
	*t = l.queue[l.queued]
	l.queued++
	if l.queued == len(l.queue) {
		l.queue, l.queued = l.queue[:0], 0
	}
}

// put writes a token to where it goes.
func (l *Lexer) put(k Kind, start, end int, value string, aux int) Kind {
	t := l.out
	t.Type, t.Value = k, value
	t.Pos.Offset, t.Pos.Line, t.Pos.Column = start, end, l.tag|aux
	return k
}

// ahead makes a place in the queue for the next token: it comes behind the one last written.
func (l *Lexer) ahead() {
	l.queue = append(l.queue, Token{})
	l.out = &l.queue[len(l.queue)-1]
}

// emit makes the token from l.start to l.pos.
func (l *Lexer) emit(k Kind, value string, aux int) Kind {
	l.last, l.lastEnd, l.statementEnd = k, l.pos, false
	l.f.any = true
	return l.put(k, l.start, l.pos, value, aux)
}

// fixed makes a token of the next n bytes.
func (l *Lexer) fixed(k Kind, n, aux int) Kind {
	v := l.src[l.pos : l.pos+n]
	l.pos += n
	l.primary = false
	return l.emit(k, v, aux)
}

// marked makes a token of the next n bytes of which the first ones are no part of its value.
func (l *Lexer) marked(k Kind, n, first int) Kind {
	v := l.src[l.pos+first : l.pos+n]
	l.pos += n
	l.primary = false
	return l.emit(k, v, 0)
}

// open makes the token of an opening bracket and pushes its frame.
func (l *Lexer) open(k Kind, n int, kind frameKind, m mode) Kind {
	l.fixed(k, n, l.nextID())
	l.push(kind, m)
	return k
}

// contentMode is the mode at the beginning of a frame's statements, keys or members.
func (l *Lexer) contentMode() mode {
	switch l.f.kind {
	case hashFrame, enumFrame:
		return keyMode
	case classFrame:
		return classMode
	}
	return statementMode
}

// again is what a step returns that skipped something and made no token.
const again = kindCount

// scan scans the next token.
func (l *Lexer) scan() {
	for l.step() == again {
	}
}

// step scans the next token, or skips what starts none.
func (l *Lexer) step() Kind {
	f := l.f
	switch f.kind {
	case stringFrame, hereFrame, wordFrame:
		l.start = l.pos
		return l.stringPart()
	}
	var sep separators
	first := l.at(l.pos)
	if first == ' ' { // most tokens have one blank before them or none
		l.pos++
		first = l.at(l.pos)
	}
	if is(first, skipped) {
		sep = l.trivia()
	}
	l.start = l.pos
	if l.pos >= len(l.src) {
		if sep.newline && l.last == CallOperator {
			return l.separator(sep)
		}
		if l.last != EOF {
			l.openExpansions()
		}
		l.last, l.ended = EOF, true
		return l.put(EOF, l.pos, l.pos, "", 0)
	}
	c := l.src[l.pos]
	if f.kind == forFrame && sep.newline && l.forNewline(c) {
		return l.forSemi(sep.start, sep.end)
	}
	if (sep.newline || sep.semi || l.statementEnd) && l.separates(sep, c) {
		return l.separator(sep)
	}
	switch c {
	case ')':
		return l.closeParen()
	case '}':
		return l.closeCurly()
	case ';':
		if f.kind == forFrame {
			return l.forSemi(l.pos, l.pos+1)
		}
		f.mode = l.contentMode()
		f.operand, f.typeBefore, f.member = false, false, false
		l.fixed(Sep, 1, 0)
		l.endChunk(l.start)
		return Sep
	}
	switch f.mode {
	case statementMode, pipeMode:
		return l.statement(c)
	case commandMode:
		return l.command(c)
	case commandNameMode:
		f.mode = commandMode
		return l.argument(c)
	case memberMode:
		return l.memberName(c)
	case headerMode:
		return l.header(c)
	case keyMode:
		if !f.operand && l.hasName(l.pos) {
			f.operand = true
			return l.fixed(Identifier, l.nameEnd(l.pos)-l.pos, 0)
		}
	case classMode:
		return l.classMember(c)
	case switchMode:
		return l.switchCondition(c)
	}
	return l.expression(c)
}

func (l *Lexer) closeCurly() Kind {
	f := *l.f
	switch f.kind {
	case blockFrame, bodyFrame, hashFrame, classFrame, enumFrame, switchFrame:
	default:
		return l.fixed(RCurly, 1, 0)
	}
	l.pop()
	l.fixed(RCurly, 1, 0)
	switch f.kind {
	case hashFrame:
		l.primary = true
	case bodyFrame:
		if l.f.mode == statementMode || l.f.mode == classMode {
			l.statementEnd = true
		} else {
			l.primary = true
		}
	default:
		l.statementEnd = l.f.mode == statementMode
	}
	return RCurly
}

func (l *Lexer) closeParen() Kind {
	kind := l.f.kind
	switch kind {
	case attributeFrame:
		j := l.skipBlanks(l.pos + 1)
		l.pop()
		if l.at(j) == ']' {
			return l.fixed(AttributeClose, j+1-l.pos, 0)
		}
		return l.fixed(RParen, 1, 0)
	case subFrame, parenFrame, argumentFrame:
		l.pop()
		l.fixed(RParen, 1, 0)
		l.primary = true
		return RParen
	case conditionFrame, forFrame, foreachFrame, parameterFrame:
		l.pop()
		l.fixed(RParen, 1, 0)
		l.statementEnd = kind == parameterFrame && l.f.mode == statementMode
		return RParen
	}
	return l.fixed(RParen, 1, 0)
}
