package utility

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// jsonReader reads a JSON text as leniently as ConvertFrom-Json does (oracle/data, section 4), and tells errors with its words.
type jsonReader struct {
	s        string
	at       int
	line     int // from 1
	begin    int // where the line begins
	started  bool
	maxDepth int
	depth    int
	path     []jsonStep
	make     jsonMaker
}

// jsonStep is a name or an index on the way to the present value.
type jsonStep struct {
	name  string
	index int
	array bool
	named bool // a name was read in this object
}

// jsonMaker makes the values.
type jsonMaker interface {
	object(names []string, vals []value.Value) value.Value
	text(s string) value.Value
	integer(digits string) value.Value
}

// jsonFault is what is wrong with a text.
type jsonFault struct {
	reason string
	bare   bool // without a place
}

// maxJSONDepth bounds the depth that -Depth may ask for, so that reading cannot exhaust the stack.
const maxJSONDepth = 100000

func newJSONReader(s string, depth int, m jsonMaker) *jsonReader {
	return &jsonReader{s: s, line: 1, maxDepth: min(depth, maxJSONDepth), make: m}
}

// read is the one value of the text; found is false if there is none.
func (r *jsonReader) read() (v value.Value, found bool, err error) {
	defer func() {
		if x := recover(); x != nil {
			f, ok := x.(jsonFault)
			if !ok {
				panic(x)
			}
			err = r.failure(f)
		}
	}()
	r.space()
	if r.at == len(r.s) {
		return value.NullValue, false, nil
	}
	v = r.value()
	r.space()
	if r.at < len(r.s) {
		r.fail("Additional text encountered after finished reading JSON content: " + r.char() + ".")
	}
	return v, true, nil
}

func (r *jsonReader) fail(reason string) { panic(jsonFault{reason: reason}) }

// failure is the error with the path and the place that were reached.
func (r *jsonReader) failure(f jsonFault) error {
	message := "Conversion from JSON failed with error: " + f.reason + " Path '" + r.pathText() + "'"
	if !f.bare {
		line, position := r.line, text.Utf16Len(r.s[r.begin:r.at])
		if !r.started && position == 0 {
			line = 0
		}
		message += ", line " + strconv.Itoa(line) + ", position " + strconv.Itoa(position)
	}
	return value.Throw(value.ArgumentException, "System.ArgumentException", message+".")
}

func (r *jsonReader) pathText() string {
	var b strings.Builder
	for _, p := range r.path {
		switch {
		case p.array:
			if p.index >= 0 {
				b.WriteString("[" + strconv.Itoa(p.index) + "]")
			}
		case !p.named:
		case strings.ContainsAny(p.name, ".()[] '\"\\/"):
			b.WriteString("['" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(p.name) + "']")
		default:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(p.name)
		}
	}
	return b.String()
}

// char is the character at the present place, NUL at the end.
func (r *jsonReader) char() string {
	if r.at >= len(r.s) {
		return "\x00"
	}
	_, n := utf8.DecodeRuneInString(r.s[r.at:])
	return r.s[r.at : r.at+n]
}

func (r *jsonReader) newline() {
	if r.s[r.at] == '\r' && r.at+1 < len(r.s) && r.s[r.at+1] == '\n' {
		r.at++
	}
	r.at++
	r.line++
	r.begin = r.at
}

// space skips blanks, line ends and comments.
func (r *jsonReader) space() {
	for r.at < len(r.s) {
		switch c := r.s[r.at]; {
		case c == '\n' || c == '\r':
			r.newline()
		case c == ' ' || c == '\t' || c == '\f' || c == '\v':
			r.at++
		case c == '/':
			r.comment()
		case c >= utf8.RuneSelf:
			x, n := utf8.DecodeRuneInString(r.s[r.at:])
			if !unicode.IsSpace(x) {
				return
			}
			r.at += n
		default:
			return
		}
	}
}

func (r *jsonReader) comment() {
	r.started = true
	r.at++
	if r.at == len(r.s) {
		r.fail("Unexpected end while parsing comment.")
	}
	switch r.s[r.at] {
	case '/':
		for r.at < len(r.s) && r.s[r.at] != '\n' && r.s[r.at] != '\r' {
			r.at++
		}
	case '*':
		for r.at++; ; {
			switch {
			case r.at+1 >= len(r.s):
				r.at = len(r.s)
				r.fail("Unexpected end while parsing comment.")
			case r.s[r.at] == '*' && r.s[r.at+1] == '/':
				r.at += 2
				return
			case r.s[r.at] == '\n' || r.s[r.at] == '\r':
				r.newline()
			default:
				r.at++
			}
		}
	default:
		r.fail("Error parsing comment. Expected: *, got " + r.char() + ".")
	}
}

// value reads a value; space before it is skipped.
func (r *jsonReader) value() value.Value {
	switch c := r.s[r.at]; c {
	case '{':
		return r.object()
	case '[':
		return r.array()
	case '"', '\'':
		r.started = true
		return r.make.text(r.quoted())
	case 't':
		return r.word("true", "Error parsing boolean value.", value.True)
	case 'f':
		return r.word("false", "Error parsing boolean value.", value.False)
	case 'n':
		if strings.HasPrefix(r.s[r.at:], "ne") {
			r.fail("Unexpected content while parsing JSON.")
		}
		return r.word("null", "Error parsing null value.", value.NullValue)
	case 'u':
		return r.word("undefined", "Error parsing undefined value.", value.NullValue)
	case 'N':
		return r.word("NaN", "Error parsing NaN value.", value.OfDouble(nan()))
	case 'I':
		return r.word("Infinity", "Error parsing positive infinity value.", value.OfDouble(infinity(1)))
	case '-':
		if strings.HasPrefix(r.s[r.at:], "-I") {
			return r.word("-Infinity", "Error parsing negative infinity value.", value.OfDouble(infinity(-1)))
		}
		return r.number()
	case '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return r.number()
	}
	r.fail("Unexpected character encountered while parsing value: " + r.char() + ".")
	return value.NullValue
}

// word reads a word that stands for a value.
func (r *jsonReader) word(word, reason string, v value.Value) value.Value {
	r.started = true
	for i := range len(word) {
		if r.at == len(r.s) {
			r.fail("Unexpected end when reading JSON.")
		}
		if r.s[r.at] != word[i] {
			r.fail(reason)
		}
		r.at++
	}
	if r.at < len(r.s) && !isSeparator(r.s[r.at]) {
		r.fail(reason)
	}
	return v
}

func isSeparator(c byte) bool {
	switch c {
	case '{', '}', '[', ']', ',', ':', '/', ')', ' ', '\t', '\n', '\r', '"', '\'':
		return true
	}
	return false
}

func (r *jsonReader) enter(array bool) {
	r.started = true
	r.at++
	r.depth++
	if r.depth > r.maxDepth {
		r.fail("The reader's MaxDepth of " + strconv.Itoa(r.maxDepth) + " has been exceeded.")
	}
	r.path = append(r.path, jsonStep{array: array, index: -1})
}

func (r *jsonReader) leave() {
	r.at++
	r.depth--
	r.path = r.path[:len(r.path)-1]
}
