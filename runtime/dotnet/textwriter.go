package dotnet

import (
	"io"
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// writer is a StringWriter, StreamWriter, or standard output or error.
type writer struct {
	value.Extended
	typ     *value.Type
	text    strings.Builder
	stream  *Stream   // of a StreamWriter
	out     io.Writer // of the console
	enc     *Encoding
	newline string // "" for the platform's
	closed  bool
	started bool
}

var (
	typeTextWriter   = class("System.IO.TextWriter", value.TypeObject, value.Abstract, value.IfaceDisposable)
	typeStringWriter = class("System.IO.StringWriter", typeTextWriter, 0)
	typeStreamWriter = class("System.IO.StreamWriter", typeTextWriter, 0)
	typeSyncWriter   = class("System.IO.TextWriter+SyncTextWriter", typeTextWriter, value.Sealed)
)

// TypeOf is the writer's type.
func (w *writer) TypeOf() *value.Type { return w.typ }

// ToText is what a StringWriter holds.
func (w *writer) ToText() string {
	if w.typ == typeStringWriter {
		return w.text.String()
	}
	return w.typ.FullName
}

func writerOf(v value.Value) *writer {
	w, _ := value.As[*writer](v)
	return w
}

func (w *writer) write(s string) error {
	switch {
	case w.closed:
		return raise(typeObjectDisposedException, "Cannot write to a closed TextWriter.")
	case w.out != nil:
		_, err := io.WriteString(w.out, toOutput(s))
		return err
	case w.stream != nil:
		if !w.started && w.stream.at == 0 {
			if err := w.stream.write(w.enc.preamble); err != nil {
				return err
			}
		}
		w.started = true
		return w.stream.write(w.enc.encode(s))
	case w.text.Len()+len(s) > maxStringUnits:
		return tooLong()
	}
	w.text.WriteString(s)
	return nil
}

// toOutput makes valid UTF-8 of a text that holds halves of pairs.
func toOutput(s string) string { return string(encodingUTF8Plain.encode(s)) }

func (w *writer) end(env value.Env) string {
	if w.newline != "" {
		return w.newline
	}
	return newline(env)
}

// writing is Write or WriteLine of a value, of characters, or of a format with its arguments.
func writing(line bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		w := writerOf(v)
		s, err := written1(env, a)
		if err != nil {
			return v, err
		}
		if line {
			s += w.end(env)
		}
		return value.NothingValue, w.write(s)
	}
}

// written1 is the text of the arguments of Write.
func written1(env value.Env, a []value.Value) (string, error) {
	switch len(a) {
	case 0:
		return "", nil
	case 1:
		if arr, ok := value.As[*value.Array](a[0].Base()); ok && arr.Type.Elem == value.TypeChar {
			return text.FromUtf16(units(a[0])), nil
		}
		return netString(env, a[0])
	}
	if arr, ok := value.As[*value.Array](a[0].Base()); ok && arr.Type.Elem == value.TypeChar && len(a) == 3 {
		u, at, n := units(a[0]), integer(a[1]), integer(a[2])
		if at < 0 || n < 0 || at+n > len(u) {
			return "", raise(value.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
		}
		return text.FromUtf16(u[at : at+n]), nil
	}
	list := a[1:]
	if len(a) == 2 {
		if arr, ok := value.As[*value.Array](a[1]); ok && arr.Type == value.TypeObjectArray {
			list = arr.Items
		}
	}
	s, err := composite(env, a[0].Str(), list, currentCulture(env))
	return s.Str(), err
}

// writeRows are the overloads of Write and WriteLine, for instances and for the console.
func writeRows(prefix string, call func(line bool) func(value.Env, value.Value, []value.Value) (value.Value, error)) []method {
	var rows []method
	for _, name := range []string{"Write", "WriteLine"} {
		f := call(name == "WriteLine")
		if name == "WriteLine" {
			rows = append(rows, method{sig: prefix + "void WriteLine()", call: f})
		}
		for _, params := range []string{
			"bool value", "char value", "char[] buffer", "char[] buffer, int index, int count", "decimal value", "double value", "float value", "int value", "uint value",
			"long value", "ulong value", "System.Object value", "string value", "string format, System.Object arg0", "string format, System.Object arg0, System.Object arg1",
			"string format, System.Object arg0, System.Object arg1, System.Object arg2", "string format, params System.Object[] arg",
		} {
			rows = append(rows, method{sig: prefix + "void " + name + "(" + params + ")", call: f})
		}
	}
	return rows
}

func closeWriter(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
	w := writerOf(v)
	if w.out != nil {
		return value.NothingValue, nil
	}
	if w.stream == nil || w.closed {
		w.closed = w.stream != nil
		return value.NothingValue, nil
	}
	err := w.write("")
	if err == nil {
		err = w.stream.flush(env)
	}
	w.closed, w.stream.closed = true, true
	return value.NothingValue, err
}

var textWriterTable = table{
	props: []prop{
		{sig: "System.Text.Encoding Encoding", get: func(v value.Value) value.Value {
			if e := writerOf(v).enc; e != nil {
				return value.Of(e)
			}
			return value.Of(encodingUTF16)
		}},
		{sig: "string NewLine", ask: func(env value.Env, v value.Value) (value.Value, error) {
			return value.OfString(writerOf(v).end(env)), nil
		},
			set: func(_ value.Env, v, x value.Value) error { writerOf(v).newline = x.Str(); return nil }},
		{sig: "bool AutoFlush", get: func(v value.Value) value.Value { return value.OfBool(writerOf(v).out != nil) }, set: func(value.Env, value.Value, value.Value) error { return nil }},
		{sig: "System.IO.Stream BaseStream", get: func(v value.Value) value.Value {
			if s := writerOf(v).stream; s != nil {
				return value.Of(s)
			}
			return value.NullValue
		}},
	},
	methods: concatRows(writeRows("", writing), []method{
		{sig: "void Flush()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			w := writerOf(v)
			if w.stream != nil && !w.closed {
				return value.NothingValue, w.stream.flush(env)
			}
			return value.NothingValue, nil
		}},
		{sig: "void Close()", call: closeWriter},
		{sig: "void Dispose()", call: closeWriter},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(writerOf(v).ToText()) }},
	}),
}

var stringWriterTable = table{
	ctors: []ctor{
		{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) {
			return value.Of(&writer{typ: typeStringWriter}), nil
		}},
		{"(System.IFormatProvider formatProvider)", func(value.Env, value.Value, []value.Value) (value.Value, error) {
			return value.Of(&writer{typ: typeStringWriter}), nil
		}},
	},
	methods: []method{
		{sig: "System.Text.StringBuilder GetStringBuilder()", do: func(v value.Value, _ []value.Value) value.Value {
			b := &StringBuilder{}
			b.append(writerOf(v).text.String())
			return value.Of(b)
		}},
	},
}

var streamWriterTable = table{ctors: []ctor{
	{"(System.IO.Stream stream)", newStreamWriter}, {"(System.IO.Stream stream, System.Text.Encoding encoding)", newStreamWriter},
	{"(string path)", newFileWriter}, {"(string path, bool append)", newFileWriter}, {"(string path, bool append, System.Text.Encoding encoding)", newFileWriter},
}}

func newStreamWriter(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	s := streamOf(a[0])
	if s == nil {
		return value.NullValue, nullError("stream")
	}
	return value.Of(&writer{typ: typeStreamWriter, stream: s, enc: encodingArg(a, 1)}), nil
}

func newFileWriter(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	return openWriter(env, a[0].Str(), len(a) > 1 && a[1].Bool(), encodingArg(a, 2))
}

// openWriter writes a file.
func openWriter(env value.Env, path string, appendTo bool, e *Encoding) (value.Value, error) {
	mode := int64(modeCreate)
	if appendTo {
		mode = modeAppend
	}
	v, err := newFileStream(env, path, mode, accessWrite)
	if err != nil {
		return v, err
	}
	return value.Of(&writer{typ: typeStreamWriter, stream: streamOf(v), enc: e}), nil
}
