package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

// redirection is a compiled n>file or n>&m.
type redirection struct {
	from, to ast.RedirectionStream
	location expr // nil for a merge
	add      bool
	at       ast.Extent
}

func (c *compiler) redirections(list []ast.Redirection) []redirection {
	var out []redirection
	for _, r := range list {
		switch r := r.(type) {
		case *ast.FileRedirection:
			out = append(out, redirection{from: r.FromStream, location: c.expression(r.Location), add: r.Append, at: r.Extent})
		case *ast.MergingRedirection:
			out = append(out, redirection{from: r.FromStream, to: r.ToStream, at: r.Extent})
		}
	}
	return out
}

// redirect changes where a stage's streams go.
func (b *stageBase) redirect(list []redirection) error {
	for i := range list {
		r := &list[i]
		if r.location == nil {
			b.merge(r.from)
			continue
		}
		v, err := r.location(b.frame)
		if err != nil {
			return err
		}
		var to Sink = discard{}
		if !v.IsNull() {
			path, err := b.frame.text(v)
			if err != nil {
				return err
			}
			file, err := b.frame.openRedirection(path, r.add)
			if err != nil {
				return err
			}
			b.files = append(b.files, file)
			to = file
		}
		b.send(r.from, to)
	}
	return nil
}

// send points one stream, or all of them, to a sink.
func (b *stageBase) send(from ast.RedirectionStream, to Sink) {
	switch from {
	case ast.StreamOutput:
		b.next = to
	case ast.StreamAll:
		b.next = to
		b.streams = b.streams.all(to)
	default:
		b.streams = b.streams.with(Stream(from), to)
	}
}

// merge points a stream to where the output goes.
func (b *stageBase) merge(from ast.RedirectionStream) {
	if from == ast.StreamAll {
		b.streams = b.streams.all(b.next)
		return
	}
	if from != ast.StreamOutput {
		b.streams = b.streams.with(Stream(from), b.next)
	}
}

// redirected runs an expression element under redirections.
func (f *Frame) redirected(list []redirection, out Sink, body func(out Sink) error) error {
	b := stageBase{frame: f, next: out, streams: f.streams}
	if err := b.redirect(list); err != nil {
		return err
	}
	saved := f.streams
	f.streams = b.streams
	err := body(b.next)
	if err != nil && b.streams != saved {
		// The error of the expression itself goes where its error stream goes.
		if r := f.record(err); r != nil && f.tryDepth == 0 && !r.Thrown && !r.Stopping {
			err = f.statementFailed(r)
		}
	}
	f.streams = saved
	if e := b.close(); err == nil {
		err = e
	}
	return err
}

// fileSink writes formatted text to a file.
type fileSink struct {
	writer *format.Writer
	buf    []byte
	flush  func(text []byte) error
}

func (f *Frame) openRedirection(path string, add bool) (*fileSink, error) {
	full, err := f.resolveFile(path)
	if err != nil {
		return nil, err
	}
	s := &fileSink{}
	newline := f.host.Platform.Newline()
	s.writer = format.NewWriter(f, f.formatSettings().ForString(0), func(line string) error {
		s.buf = append(append(s.buf, line...), newline...)
		return f.checkSize(len(s.buf))
	})
	w, err := f.host.Files.Create(full, add)
	if err != nil {
		return nil, f.fileError(err, path, "FileOpenFailure")
	}
	s.flush = func(text []byte) error {
		if _, err := w.Write(text); err != nil {
			_ = w.Close() // the write's error is the one that counts
			return err
		}
		return w.Close()
	}
	return s, nil
}

func (s *fileSink) Write(v value.Value) error { return s.writer.Write(v) }

func (s *fileSink) close() error {
	if err := s.writer.Close(); err != nil {
		return err
	}
	return s.flush(s.buf)
}
