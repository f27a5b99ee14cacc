package runtime

import (
	"strings"

	"rehearse/parser"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// Result is how a script run ended.
type Result struct {
	ExitCode int
	// Failed is the error that ended the script, nil if it ran to its end or to an exit statement.
	Failed *value.ErrorRecord
	// Cancelled is set when the run was stopped from outside (Ctrl-C, a time limit).
	Cancelled error
	// At is the place that ran last, for a report of what was reached.
	At value.Extent
}

// RunFile runs a loaded script as `pwsh -File` does: arguments are texts, those that begin with a dash name parameters. What the
// script writes goes to the host; the exit code is that of its exit statement, 1 if an error ended it, else 0.
func (e *Engine) RunFile(c *Code, args []string) Result {
	f := e.root
	var res Result
	run := &pipelineRun{frame: f, stopper: -1}
	name := c.block.source.FileName()
	base := name[strings.LastIndexAny(name, `/\`)+1:]
	s, err := newFunctionStage(stageBase{frame: f, run: run, args: fileArguments(args), next: f.out, streams: f.streams}, c.block, nil, base)
	if err == nil {
		s.inside, s.global = true, true
		run.stages = []stage{s}
		err = e.guard(func() error { return runAlone(run, s, value.BlockInput{Under: value.Unset}) })
		if s.body != nil {
			res.At = s.body.position(s.body.at)
		}
		if derr := run.dispose(1); err == nil {
			err = derr
		}
		if s.exited {
			res.ExitCode = int(f.lastExit.Int())
			e.display.Discard()
		}
	}
	e.finish(err, &res)
	return res
}

// finish shows the error that ended the run and settles the exit code.
func (e *Engine) finish(err error, res *Result) {
	switch x := err.(type) {
	case nil:
	case *exitRequest:
		res.ExitCode = x.code
		e.display.Discard()
	case *cancelled:
		res.Cancelled, res.ExitCode = x.cause, 130
	case *loopExit, *leaveBody, *stopUpstream:
		// A break outside of a loop ends the script silently.
	default:
		r := e.root.record(err)
		res.Failed, res.ExitCode = r, 1
		e.root.remember(r)
		r = containedRecord(r)
		e.display.Discard()
		_ = e.root.streams.to[ErrorStream].Write(value.Of(r)) // nowhere left to report to
	}
	if e.shouldExit != 0 && res.Failed == nil {
		res.ExitCode = e.shouldExit
	}
	res.ExitCode &= 0xFF
	_ = e.display.Close() // what could not be written has no reader
	e.endTranscripts()
}

// guard turns a panic, which is a bug of ours, into an error that says so, so that the tenant is left in order.
func (e *Engine) guard(body func() error) (err error) {
	if e.limits.Panics {
		return body()
	}
	defer func() {
		if p := recover(); p != nil {
			err = internalError(p)
		}
	}()
	return body()
}

func internalError(p any) error {
	text := "unknown cause"
	switch x := p.(type) {
	case error:
		text = x.Error()
	case string:
		text = x
	}
	return value.Throw(value.InvalidOperationException, "InternalError",
		"rehearse failed inside: "+text+". This is a defect of rehearse, not of the script; please report it with the script.").With(value.NotSpecified, value.NullValue)
}

// fileArguments turns the words of a command line into arguments.
func fileArguments(words []string) []bind.Argument {
	var out []bind.Argument
	for _, w := range words {
		if len(w) > 1 && w[0] == '-' {
			name, val, colon := strings.Cut(w[1:], ":")
			a := bind.Argument{Name: name, NameText: w, Bare: true}
			if colon {
				a.NameText = "-" + name // $args has the name without its colon
				a.HasValue, a.Value = true, fileValue(val)
			}
			out = append(out, a)
			continue
		}
		out = append(out, bind.Argument{HasValue: true, Value: value.OfString(w), Bare: true})
	}
	return out
}

// fileValue is the value of -Name:value: $true and $false are booleans, as for switches.
func fileValue(s string) value.Value {
	switch {
	case value.EqualFold(s, "$true"):
		return value.True
	case value.EqualFold(s, "$false"):
		return value.False
	}
	return value.OfString(s)
}

// ShowParseErrors writes the first error of a script that does not parse, as PowerShell does; nothing of the script runs. An error on
// an empty last line has no line to show: nothing is printed (oracle/errors, section 10).
func (e *Engine) ShowParseErrors(name, text string, errs []*parser.Error) error {
	if len(errs) == 0 || int(errs[0].Start) >= len(text) && strings.HasSuffix(text, "\n") {
		return nil
	}
	r := parseFailed(&source{parser.NewSource(name, text)}, errs)
	r.Reason = "ParentContainsErrorRecordException"
	return e.errorLine(value.Of(r))
}
