package parser

import (
	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/scanner"
)

// stream is a token buffer that participle reads. A PeekingLexer is made by Upgrade alone, which
// collects the tokens of a lexer in a slice that grows; that would be most of the work of a parse.
// So one is made in advance over blank tokens, its slice is obtained by Range, and the tokens of
// each piece of a script are scanned into it. The hand-written productions read the slice with a
// cursor of their own, since a PeekingLexer asks at every token whether to skip it; places carry
// that cursor over to lx and back.
type stream struct {
	lx     *lexer.PeekingLexer
	tokens []lexer.Token      // the slice that lx reads; an EOF token ends what is valid of it
	places []lexer.Checkpoint // the state of lx at each token
	used   int                // the largest number of tokens that were in it
}

const firstStreamSize = 256

// blank is a lexer of n tokens.
type blank struct{ n int }

func (b *blank) Next() (lexer.Token, error) {
	if b.n--; b.n <= 0 {
		return lexer.EOFToken(lexer.Position{}), nil
	}
	return lexer.Token{Type: scanner.Bad}, nil
}

func newStream(size int) *stream {
	lx, err := lexer.Upgrade(&blank{size})
	if err != nil {
		panic(err) // blank never fails
	}
	s := &stream{lx: lx, tokens: lx.Range(0, lexer.RawCursor(size)), places: make([]lexer.Checkpoint, size)}
	for i := range s.places {
		s.places[i] = lx.MakeCheckpoint()
		lx.Next()
	}
	return s
}

// largestStream is how many tokens a stream may have that is kept for another parse.
const largestStream = 1 << 14

// clear drops the references to the script.
func (s *stream) clear() {
	clear(s.tokens[:s.used])
	s.used = 0
}

// fill scans tokens up to the next EOF behind the first n. It returns the stream that holds them,
// a larger one if they do not fit.
func (s *stream) fill(l *scanner.Lexer, n int) *stream {
	for {
		if n == len(s.tokens) {
			larger := newStream(4 * n)
			copy(larger.tokens, s.tokens)
			s = larger
		}
		scanned := l.ScanAll(s.tokens[n:])
		n += scanned
		if s.tokens[n-1].Type == lexer.EOF {
			s.used = max(s.used, n)
			return s
		}
	}
}
