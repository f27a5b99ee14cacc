package session

import (
	"bufio"
	"io"
)

// outputBuffer is the size of the buffer for standard output that goes to a file or pipe, where a system call for each line would
// cost more than making it.
const outputBuffer = 64 << 10

// follow is standard error: what was written to standard output before comes first.
type follow struct {
	io.Writer
	ahead *bufio.Writer
}

func (f follow) Write(b []byte) (int, error) {
	if err := f.ahead.Flush(); err != nil {
		return 0, err
	}
	return f.Writer.Write(b)
}

// Buffered is a world whose standard output is gathered, and the function that lets go what is left.
func (w World) Buffered() (World, func() error) {
	out := bufio.NewWriterSize(w.Out, outputBuffer)
	w.Out, w.Err = out, follow{w.Err, out}
	return w, out.Flush
}
