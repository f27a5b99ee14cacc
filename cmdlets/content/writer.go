package content

import (
	"io"
	"unicode/utf8"

	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
)

// Writer writes the text of one file through an encoding. What is written counts when it is closed.
type Writer struct {
	c        *runtime.Call
	full     string
	w        io.WriteCloser
	encoding *dotnet.Encoding
	buf      []byte
	readOnly bool // to be set again
	was      host.Attributes
}

const writerBuffer = 64 << 10

// Create opens a file for writing from its beginning or its end. A new or empty file begins with the encoding's mark. force writes a
// read-only file, which stays read-only. The error is that of the file system.
func Create(c *runtime.Call, full string, e *dotnet.Encoding, add, force bool) (*Writer, error) {
	w := &Writer{c: c, full: full, encoding: e}
	files := c.Host().Files
	info, err := files.Stat(full)
	if err == nil && force && !info.Dir && info.Attributes&host.ReadOnly != 0 {
		w.readOnly, w.was = true, info.Attributes
		if err := files.SetAttributes(full, info.Attributes&^host.ReadOnly); err != nil {
			return nil, err
		}
	}
	empty := err != nil || info.Size == 0 || !add
	if w.w, err = files.Create(full, add); err != nil {
		return nil, err
	}
	if empty {
		w.buf = append(w.buf, e.Mark()...)
	}
	return w, nil
}

// WriteString adds a text.
func (w *Writer) WriteString(s string) error {
	if w.encoding.Plain() && utf8.ValidString(s) {
		w.buf = append(w.buf, s...)
	} else {
		w.buf = append(w.buf, w.encoding.Encode(s)...)
	}
	return w.flush(writerBuffer)
}

// Write adds bytes of UTF-8 text.
func (w *Writer) Write(b []byte) error {
	if !w.encoding.Plain() || !utf8.Valid(b) {
		return w.WriteString(string(b))
	}
	w.buf = append(w.buf, b...)
	return w.flush(writerBuffer)
}

// WriteBytes adds bytes as they are.
func (w *Writer) WriteBytes(b []byte) error {
	w.buf = append(w.buf, b...)
	return w.flush(writerBuffer)
}

func (w *Writer) flush(limit int) error {
	if len(w.buf) < limit || len(w.buf) == 0 {
		return nil
	}
	_, err := w.w.Write(w.buf)
	w.buf = w.buf[:0]
	if err != nil {
		return Failure(w.c, w.full, err)
	}
	return nil
}

// Close ends the file. Closing again does nothing.
func (w *Writer) Close() error {
	if w == nil || w.w == nil {
		return nil
	}
	err := w.flush(0)
	e := w.w.Close()
	w.w = nil
	if err == nil && e != nil {
		err = Failure(w.c, w.full, e)
	}
	if w.readOnly {
		if e := w.c.Host().Files.SetAttributes(w.full, w.was); err == nil && e != nil {
			err = Failure(w.c, w.full, e)
		}
	}
	return err
}
