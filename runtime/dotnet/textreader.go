package dotnet

import (
	"strings"
	"unicode/utf8"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// reader is a StringReader or StreamReader: the text that is left.
type reader struct {
	value.Extended
	typ    *value.Type
	rest   string
	closed bool
	base   *Stream // of a StreamReader
	enc    *Encoding
}

var (
	typeTextReader   = class("System.IO.TextReader", value.TypeObject, value.Abstract, value.IfaceDisposable)
	typeStringReader = class("System.IO.StringReader", typeTextReader, 0)
	typeStreamReader = class("System.IO.StreamReader", typeTextReader, 0)
)

// TypeOf is the reader's type.
func (r *reader) TypeOf() *value.Type { return r.typ }

func readerOf(v value.Value) *reader {
	r, _ := value.As[*reader](v)
	return r
}

// line takes the next line; false at the end.
func (r *reader) line() (string, bool) {
	if r.rest == "" {
		return "", false
	}
	i := strings.IndexAny(r.rest, "\r\n")
	if i < 0 {
		s := r.rest
		r.rest = ""
		return s, true
	}
	s, next := r.rest[:i], i+1
	if r.rest[i] == '\r' && next < len(r.rest) && r.rest[next] == '\n' {
		next++
	}
	r.rest = r.rest[next:]
	return s, true
}

// openReader reads a file.
func openReader(env value.Env, path string, e *Encoding) (value.Value, error) {
	b, err := readFile(env, path)
	if err != nil {
		return value.NullValue, err
	}
	s := &Stream{typ: typeFileStream, path: fullPath(env, path), data: b}
	return value.Of(&reader{typ: typeStreamReader, rest: decodeFile(b, e), base: s, enc: e}), nil
}

func readerClosed() error {
	return raise(typeObjectDisposedException, "Cannot read from a closed TextReader.")
}

// reading is a method that fails on a closed reader.
func reading(f func(r *reader, a []value.Value) value.Value) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		r := readerOf(v)
		if r.closed {
			return v, readerClosed()
		}
		return f(r, a), nil
	}
}

func closeReader(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
	r := readerOf(v)
	r.closed = true
	if r.base != nil {
		r.base.closed = true
	}
	return value.NothingValue, nil
}

// first is the code of the first unit of what is left and its length in bytes.
func (r *reader) first() (int, int) {
	c, n := utf8.DecodeRuneInString(r.rest)
	if c > 0xffff {
		return int(text.Utf16At(r.rest, 0)), n
	}
	return int(c), n
}

var textReaderTable = table{methods: []method{
	{sig: "int Peek()", call: reading(func(r *reader, _ []value.Value) value.Value {
		if r.rest == "" {
			return value.OfInt(-1)
		}
		c, _ := r.first()
		return value.OfInt(c)
	})},
	{sig: "int Read()", call: reading(func(r *reader, _ []value.Value) value.Value {
		if r.rest == "" {
			return value.OfInt(-1)
		}
		c, n := r.first()
		r.rest = r.rest[n:]
		return value.OfInt(c)
	})},
	{sig: "int Read(char[] buffer, int index, int count)", call: reading(func(r *reader, a []value.Value) value.Value {
		buf, at := arrayValue(a[0]), integer(a[1])
		n := min(integer(a[2]), text.Utf16Len(r.rest), len(buf.Items)-at)
		for i := range n {
			buf.Items[at+i] = value.OfChar(text.Utf16At(r.rest, i))
		}
		r.rest = text.Utf16Slice(r.rest, n, text.Utf16Len(r.rest)-n)
		return value.OfInt(n)
	})},
	{sig: "string ReadLine()", call: reading(func(r *reader, _ []value.Value) value.Value {
		if s, ok := r.line(); ok {
			return value.OfString(s)
		}
		return value.NullValue
	})},
	{sig: "string ReadToEnd()", call: reading(func(r *reader, _ []value.Value) value.Value {
		s := r.rest
		r.rest = ""
		return value.OfString(s)
	})},
	{sig: "void Close()", call: closeReader},
	{sig: "void Dispose()", call: closeReader},
}}

var stringReaderTable = table{ctors: []ctor{{"(string s)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return value.Of(&reader{typ: typeStringReader, rest: a[0].Str()}), nil
}}}}

var streamReaderTable = table{
	ctors: []ctor{
		{"(System.IO.Stream stream)", newStreamReader}, {"(System.IO.Stream stream, System.Text.Encoding encoding)", newStreamReader},
		{"(string path)", func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return openReader(env, a[0].Str(), encodingUTF8Plain)
		}},
		{"(string path, System.Text.Encoding encoding)", func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return openReader(env, a[0].Str(), encodingArg(a, 1))
		}},
	},
	props: []prop{
		{sig: "System.Text.Encoding CurrentEncoding", get: func(v value.Value) value.Value { return value.Of(readerOf(v).enc) }},
		{sig: "System.IO.Stream BaseStream", get: func(v value.Value) value.Value { return value.Of(readerOf(v).base) }},
		{sig: "bool EndOfStream", get: func(v value.Value) value.Value { return value.OfBool(readerOf(v).rest == "") }},
	},
}

func newStreamReader(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	s := streamOf(a[0])
	if s == nil {
		return value.NullValue, nullError("stream")
	}
	e := encodingUTF8Plain
	if len(a) > 1 {
		e = encodingOf(a[1])
	}
	rest := decodeFile(s.data[min(s.at, len(s.data)):], e)
	s.at = len(s.data)
	return value.Of(&reader{typ: typeStreamReader, rest: rest, base: s, enc: e}), nil
}
