package runtime

import (
	"io"
	"strings"

	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

// openStreams connects the session's streams with the host: output through the formatter, the others as their lines.
func (e *Engine) openStreams() {
	f := e.root
	e.display = format.NewWriter(f, e.hostSettings(), func(line string) error { return e.writeOut(line + e.newline()) })
	f.out = sinkFunc(func(v value.Value) error {
		if _, ok := v.Object().(*value.ErrorRecord); ok {
			e.display.Settings().ErrorView = e.errorView()
		}
		return e.display.Write(v)
	})
	line := func(label string) Sink {
		return sinkFunc(func(v value.Value) error {
			return e.messageLine(label, v)
		})
	}
	s := &streams{}
	s.to[ErrorStream] = sinkFunc(e.errorLine)
	s.to[WarningStream] = line("WARNING")
	s.to[VerboseStream] = line("VERBOSE")
	s.to[DebugStream] = line("DEBUG")
	s.to[InformationStream] = sinkFunc(e.informationLine)
	f.streams = s
}

// newline ends lines on the console. PowerShell on Windows writes CRLF there, but a dry run is read by people and diffed by tests: "\n".
func (e *Engine) newline() string { return "\n" }

func (e *Engine) hostSettings() format.Settings {
	return format.Settings{Color: e.style.Coloured(e.host.Terminal.Color), Style: e.style.Style, Commands: e.commandExists, Stringer: e.displayText, Views: &e.views, Culture: e.culture,
		Position: e.root.here, Divert: e.divert, ErrorView: e.errorView()}.ForHost(e.columns())
}

// columns is the width of the console.
func (e *Engine) columns() int {
	if w := e.host.Terminal.Width; w > 0 {
		return w
	}
	return 80
}

// newStyle is $PSStyle. A change of OutputRendering counts from the next object on.
func (e *Engine) newStyle() *format.PSStyle {
	style := format.DefaultStyle
	return format.NewPSStyle(&style, e.host.Terminal.Color, func() { e.display.Settings().Color = e.style.Coloured(e.host.Terminal.Color) })
}

// Identifier is a number that no other call of this engine gets; it looks random and is the same in each run.
func (e *Engine) Identifier() uint32 {
	e.identifiers++
	return e.identifiers * 0x9E3779B1 // odd, so that all 2^32 differ
}

// Views are the views that the script added.
func (e *Engine) Views() *format.Views { return &e.views }

// HostWriter lays objects out on the host in a stream of its own (Out-Host); what was begun there before goes on later.
func (c *Call) HostWriter() *format.Writer {
	e := c.frame.Engine
	s := e.hostSettings()
	s.Position = c.frame.here
	s.EnumerationLimit = e.enumerationLimit()
	return format.NewWriter(c.frame, s, func(line string) error { return e.writeOut(line + e.newline()) })
}

// formatSettings are the settings of text made inside a script (Out-String, redirections): coloured only if $PSStyle.OutputRendering
// says Ansi.
func (f *Frame) formatSettings() format.Settings {
	s := f.hostSettings()
	s.Position = f.here
	s.Color = f.style.Coloured(false)
	s.EnumerationLimit = f.enumerationLimit()
	return s
}

// FormatSettings are the settings for text made by a cmdlet of this call.
func (c *Call) FormatSettings() format.Settings { return c.frame.formatSettings() }

// enumerationLimit is $FormatEnumerationLimit of the global scope (formatting README, section 6).
func (e *Engine) enumerationLimit() format.Limit {
	if l := e.global.find(e.names.enumeration.name, e.names.enumeration.hash); l.valid() {
		return format.LimitOf(l.get())
	}
	return format.Limit{}
}

func (e *Engine) commandExists(name string) bool {
	f := e.reporting
	if f == nil {
		f = e.root
	}
	return f.lookupCommand(name) != nil || f.findAlias(name) != ""
}

func (e *Engine) displayText(v value.Value) string {
	s, err := e.root.text(v)
	if err != nil {
		return value.ToString(v)
	}
	return s
}

// writeOut writes to standard output within the output limit.
func (e *Engine) writeOut(text string) error { return e.write(e.host.Out, text) }

func (e *Engine) write(w io.Writer, text string) error {
	e.written += int64(len(text))
	if e.limits.Output > 0 && e.written > e.limits.Output {
		return limitReached("output", "--max-output")
	}
	_, err := io.WriteString(w, text)
	if err == nil && e.transcripts != nil {
		err = e.transcribe(text)
	}
	return err
}

// divert shows a record that came through 2>&1 on the error stream after all (oracle/errors, section 2).
func (e *Engine) divert(r *value.ErrorRecord) (bool, error) {
	if !r.Diverted {
		return false, nil
	}
	return true, e.errorLine(value.Of(r))
}

// errorLine shows an error record. The display of objects under way goes on after it.
func (e *Engine) errorLine(v value.Value) error {
	r, ok := value.As[*value.ErrorRecord](v.Base())
	if !ok {
		return e.write(e.host.Err, value.ToString(v)+"\n")
	}
	return e.write(e.host.Err, strings.TrimRight(format.ErrorText(e.root, r, e.hostSettings()), "\n")+"\n")
}

// typeErrorView is System.Management.Automation.ErrorView.
var typeErrorView = value.NewEnum("System.Management.Automation.ErrorView",
	[]string{"NormalView", "CategoryView", "ConciseView", "DetailedView"}, []int64{0, 1, 2, 3})

// errorViews are the views by the numbers of that enumeration.
var errorViews = [...]format.ErrorView{format.NormalView, format.CategoryView, format.ConciseView, format.DetailedView}

// errorView is $ErrorView of the script or session; where it was removed, the first of the views counts.
func (e *Engine) errorView() format.ErrorView {
	l := e.global.find(e.names.errorView.name, e.names.errorView.hash)
	if !l.valid() {
		return format.NormalView
	}
	v, err := value.Convert(l.get(), typeErrorView)
	if err != nil {
		return format.ConciseView
	}
	return errorViews[v.Int()]
}

func (e *Engine) messageLine(label string, v value.Value) error {
	return e.writeOut(format.StreamText(label, value.ToString(v), e.hostSettings()) + "\n")
}

// informationLine shows what Write-Host and Write-Information wrote.
func (e *Engine) informationLine(v value.Value) error {
	r, ok := value.As[*InformationRecord](v.Base())
	if !ok {
		return e.writeOut(value.ToString(v) + "\n")
	}
	if r.Quiet {
		return nil
	}
	text := r.ToText()
	if !r.NoLine {
		text += "\n"
	}
	return e.writeOut(text)
}

// limitReached is the terminating error of a limit; it names the flag that changes it.
func limitReached(what, flag string) error {
	e := value.Throw(value.RuntimeException, "LimitReached", "The script reached the "+what+" limit of this run. Raise it with "+flag+".").With(value.LimitsExceeded, value.NullValue)
	e.Record = &value.ErrorRecord{Exception: e, ID: e.ID, Category: e.Category, Reason: "RuntimeException", Thrown: true, Rethrown: true}
	return e.Record
}
