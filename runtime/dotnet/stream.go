package dotnet

import (
	"rehearse/runtime/value"
)

// Stream is a MemoryStream or FileStream. A file is read whole when it is opened and written when it is closed.
type Stream struct {
	value.Extended
	typ      *value.Type
	data     []byte
	at       int
	writable bool
	closed   bool
	path     string // of a FileStream
	changed  bool
}

var (
	typeStream       = class("System.IO.Stream", value.TypeObject, value.Abstract, value.IfaceDisposable)
	typeMemoryStream = class("System.IO.MemoryStream", typeStream, 0)
	typeFileStream   = class("System.IO.FileStream", typeStream, 0)
	enumSeekOrigin   = enumeration{full: "System.IO.SeekOrigin", names: "Begin Current End"}
)

// The numbers of FileMode and FileAccess.
const (
	modeCreateNew = 1 + iota
	modeCreate
	modeOpen
	modeOpenOrCreate
	modeTruncate
	modeAppend

	accessRead  = 1
	accessWrite = 2
)

// TypeOf is the stream's type.
func (s *Stream) TypeOf() *value.Type { return s.typ }

func streamOf(v value.Value) *Stream {
	s, _ := value.As[*Stream](v)
	return s
}

// newFileStream opens a file; path is checked by the mode.
func newFileStream(env value.Env, path string, mode, access int64) (value.Value, error) {
	s := &Stream{typ: typeFileStream, path: fullPath(env, path), writable: access&accessWrite != 0}
	i, found := statPath(env, path)
	if found && i.Dir {
		return value.NullValue, raise(value.UnauthorizedAccessException, "Access to the path '"+s.path+"' is denied.")
	}
	switch mode {
	case modeCreateNew:
		if found {
			return value.NullValue, raise(value.IOException, "The file '"+s.path+"' already exists.")
		}
		return value.Of(s), writeFile(env, path, nil, false)
	case modeCreate, modeTruncate:
		return value.Of(s), writeFile(env, path, nil, false)
	case modeOpenOrCreate, modeAppend:
		if !found {
			return value.Of(s), writeFile(env, path, nil, false)
		}
	}
	b, err := readFile(env, path)
	if err != nil {
		return value.NullValue, err
	}
	s.data = b
	if mode == modeAppend {
		s.at, s.writable = len(b), true
	}
	return value.Of(s), nil
}

func openStream(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	access := int64(accessRead | accessWrite)
	if len(a) > 2 {
		access = a[2].Int()
	}
	return newFileStream(env, a[0].Str(), a[1].Int(), access)
}

func closedError() error {
	return raise(typeObjectDisposedException, "Cannot access a closed Stream.")
}

func (s *Stream) flush(env value.Env) error {
	if s.path == "" || !s.changed {
		return nil
	}
	s.changed = false
	return writeFile(env, s.path, s.data, false)
}

func (s *Stream) write(b []byte) error {
	if s.closed {
		return closedError()
	}
	if !s.writable {
		return raise(value.NotSupportedException, "Stream does not support writing.")
	}
	if s.at+len(b) > maxFileBytes {
		return raise(value.IOException, "Stream was too long.")
	}
	for len(s.data) < s.at {
		s.data = append(s.data, 0)
	}
	n := copy(s.data[s.at:], b)
	s.data = append(s.data, b[n:]...)
	s.at += len(b)
	s.changed = true
	return nil
}

func (s *Stream) seek(n int) error {
	if n < 0 {
		return raise(value.IOException, "An attempt was made to move the position before the beginning of the stream.")
	}
	s.at = n
	return nil
}

func closeStream(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
	s := streamOf(v)
	err := s.flush(env)
	s.closed = true
	return value.NothingValue, err
}

var streamTable = table{
	props: []prop{
		{sig: "bool CanRead", get: func(v value.Value) value.Value { return value.OfBool(!streamOf(v).closed) }},
		{sig: "bool CanSeek", get: func(v value.Value) value.Value { return value.OfBool(!streamOf(v).closed) }},
		{sig: "bool CanWrite", get: func(v value.Value) value.Value { s := streamOf(v); return value.OfBool(s.writable && !s.closed) }},
		{sig: "long Length", ask: func(_ value.Env, v value.Value) (value.Value, error) {
			if streamOf(v).closed {
				return v, closedError()
			}
			return value.OfInt64(int64(len(streamOf(v).data))), nil
		}},
		{sig: "long Position", get: func(v value.Value) value.Value { return value.OfInt64(int64(streamOf(v).at)) },
			set: func(_ value.Env, v, x value.Value) error { return streamOf(v).seek(integer(x)) }},
		{sig: "string Name", get: func(v value.Value) value.Value { return value.OfString(streamOf(v).path) }},
		{sig: "int Capacity", get: func(v value.Value) value.Value { return value.OfInt(len(streamOf(v).data)) }},
	},
	methods: []method{
		{sig: "int Read(byte[] buffer, int offset, int count)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			s, buf := streamOf(v), arrayValue(a[0])
			if s.closed {
				return v, closedError()
			}
			at, n := integer(a[1]), integer(a[2])
			if at < 0 || n < 0 || at+n > len(buf.Items) {
				return v, raise(value.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
			}
			n = max(min(n, len(s.data)-s.at), 0)
			for i := range n {
				buf.Items[at+i] = value.OfInteger(value.Byte, int64(s.data[s.at+i]))
			}
			s.at += n
			return value.OfInt(n), nil
		}},
		{sig: "int ReadByte()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			s := streamOf(v)
			if s.closed {
				return v, closedError()
			}
			if s.at >= len(s.data) {
				return value.OfInt(-1), nil
			}
			s.at++
			return value.OfInt(int(s.data[s.at-1])), nil
		}},
		{sig: "void Write(byte[] buffer, int offset, int count)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			b, at, n := bytesOf(a[0]), integer(a[1]), integer(a[2])
			if at < 0 || n < 0 || at+n > len(b) {
				return v, raise(value.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
			}
			return value.NothingValue, streamOf(v).write(b[at : at+n])
		}},
		{sig: "void WriteByte(byte value)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return value.NothingValue, streamOf(v).write([]byte{byte(a[0].Int())})
		}},
		{sig: "long Seek(long offset, System.IO.SeekOrigin origin)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			s := streamOf(v)
			base := [...]int{0, s.at, len(s.data)}[min(max(a[1].Int(), 0), 2)]
			err := s.seek(base + integer(a[0]))
			return value.OfInt64(int64(s.at)), err
		}},
		{sig: "void SetLength(long value)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			s, n := streamOf(v), integer(a[0])
			if n < 0 || n > maxFileBytes {
				return v, rangeError("value", "Stream length must be non-negative and less than 2^31 - 1 - origin.")
			}
			for len(s.data) < n {
				s.data = append(s.data, 0)
			}
			s.data, s.changed = s.data[:n], true
			s.at = min(s.at, n)
			return value.NothingValue, nil
		}},
		{sig: "void CopyTo(System.IO.Stream destination)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			s, to := streamOf(v), streamOf(a[0])
			if to == nil {
				return v, nullError("destination")
			}
			from := min(s.at, len(s.data))
			s.at = len(s.data)
			return value.NothingValue, to.write(s.data[from:])
		}},
		{sig: "byte[] ToArray()", do: func(v value.Value, _ []value.Value) value.Value { return ofBytes(streamOf(v).data) }},
		{sig: "byte[] GetBuffer()", do: func(v value.Value, _ []value.Value) value.Value { return ofBytes(streamOf(v).data) }},
		{sig: "void Flush()", call: func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			return value.NothingValue, streamOf(v).flush(env)
		}},
		{sig: "void Close()", call: closeStream},
		{sig: "void Dispose()", call: closeStream},
	},
}

var memoryStreamTable = table{ctors: []ctor{
	{"()", newMemoryStream}, {"(int capacity)", newMemoryStream}, {"(byte[] buffer)", newMemoryStream}, {"(byte[] buffer, bool writable)", newMemoryStream},
}}

func newMemoryStream(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	s := &Stream{typ: typeMemoryStream, writable: true}
	if len(a) > 0 && !a[0].IsInt32() {
		if a[0].IsNull() {
			return value.NullValue, nullError("buffer")
		}
		s.data = bytesOf(a[0])
	}
	if len(a) > 1 {
		s.writable = a[1].Bool()
	}
	return value.Of(s), nil
}

var fileStreamTable = table{ctors: []ctor{
	{"(string path, System.IO.FileMode mode)", func(env value.Env, t value.Value, a []value.Value) (value.Value, error) { return openStream(env, t, a) }},
	{"(string path, System.IO.FileMode mode, System.IO.FileAccess access)", func(env value.Env, t value.Value, a []value.Value) (value.Value, error) { return openStream(env, t, a) }},
	{"(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)", func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return openStream(env, t, a)
	}},
}}
