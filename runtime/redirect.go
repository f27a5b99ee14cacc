package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
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

// redirect changes where a stage's streams go. Merges come last: they follow the output wherever it goes in the end.
func (b *stageBase) redirect(list []redirection, at ast.Extent) error {
	for i := range list {
		if r := &list[i]; r.location != nil {
			if err := b.redirectToFile(r, at); err != nil {
				return err
			}
		}
	}
	for i := range list {
		if list[i].location == nil {
			b.merge(list[i].from)
		}
	}
	return nil
}

func (b *stageBase) redirectToFile(r *redirection, at ast.Extent) error {
	v, err := r.location(b.frame)
	if err != nil {
		return err
	}
	var to Sink = discard{}
	path, err := b.frame.text(v)
	if err != nil {
		return err
	}
	if path != "" {
		file, err := b.frame.openRedirection(path, r.add, at)
		if err != nil {
			return err
		}
		b.files = append(b.files, file)
		to = file
	}
	b.send(r.from, to)
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
	switch from {
	case ast.StreamOutput:
	case ast.StreamAll:
		b.streams = b.streams.all(b.next).with(ErrorStream, diverting{b.next})
	case ast.StreamError:
		b.streams = b.streams.with(ErrorStream, diverting{b.next})
	default:
		b.streams = b.streams.with(Stream(from), b.next)
	}
}

// diverting marks the error records that a merge makes output: copies, since $Error keeps them unmarked.
type diverting struct{ to Sink }

func (d diverting) Write(v value.Value) error {
	if r, ok := v.Object().(*value.ErrorRecord); ok && !r.Diverted {
		r = r.Copy()
		r.Diverted = true
		v = value.Of(r)
	}
	return d.to.Write(v)
}

// redirected runs an expression element under redirections.
func (f *Frame) redirected(list []redirection, out Sink, body func(out Sink) error) error {
	b := stageBase{frame: f, next: out, streams: f.streams}
	if err := b.redirect(list, f.at); err != nil {
		return err
	}
	saved := f.streams
	f.streams = b.streams
	err := body(b.next)
	f.streams = saved
	if e := b.close(); err == nil {
		err = e
	}
	return err
}

// fileSink is the Out-File that a redirection to a file is: its defaults, its errors, its way of writing (oracle/files, section 5).
type fileSink struct {
	*commandStage
	run pipelineRun
}

func (f *Frame) openRedirection(path string, add bool, at ast.Extent) (*fileSink, error) {
	if _, err := f.resolveFile(path); err != nil {
		return nil, err
	}
	cmdlet := f.cmdlets.find("Out-File")
	if cmdlet == nil {
		return nil, f.commandNotFound("Out-File", "Out-File")
	}
	args := []bind.Argument{{Name: "FilePath", NameText: "-FilePath"}, {HasValue: true, Value: value.OfString(path)}}
	if add {
		args = append(args, bind.Argument{Name: "Append", NameText: "-Append"})
	}
	s := &fileSink{run: pipelineRun{frame: f, stopper: -1}}
	plan := &commandPlan{at: at, name: "Out-File"}
	s.commandStage = &commandStage{cmdlet: cmdlet, stageBase: stageBase{frame: f, run: &s.run, plan: plan, args: args, hasInput: true, next: discard{}, streams: f.streams}}
	err := s.bind()
	if err == nil {
		err = s.begin()
	}
	if err != nil {
		if s.command != nil {
			_ = s.dispose() // the first error counts
		}
		return nil, err
	}
	return s, nil
}

// close ends the file.
func (s *fileSink) close() error {
	err := s.end()
	if e := s.dispose(); err == nil {
		err = e
	}
	return err
}
