package plan

import (
	"fmt"
	"strings"
	"time"

	"rehearse/cmd/rehearse/session"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
)

// paint gives texts their colour on a terminal.
type paint struct{ on bool }

func (p paint) in(code, s string) string {
	if !p.on {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (p paint) green(s string) string  { return p.in("32", s) }
func (p paint) yellow(s string) string { return p.in("33", s) }
func (p paint) red(s string) string    { return p.in("31", s) }
func (p paint) bold(s string) string   { return p.in("1", s) }
func (p paint) faint(s string) string  { return p.in("2", s) }

// screen gathers the lines of a plan.
type screen struct {
	strings.Builder
	paint
	width  int
	tenant *state.Tx // to name what changes refer to by id
}

func (s *screen) line(format string, args ...any) { fmt.Fprintf(s, format+"\n", args...) }

// render shows the plan to a person.
func render(w session.World, p *Plan, run *session.Session) error {
	s := &screen{paint: paint{w.Terminal.Color}, width: w.Terminal.Width, tenant: run.Tenant.Tx}
	s.line("%s on %s", s.bold("Plan of "+p.Script), s.bold(p.Tenant))
	s.changes(p)
	s.findings(p)
	s.errors(p, run.Engine)
	s.rest(p)
	s.summary(p)
	_, err := w.Out.Write([]byte(s.String()))
	return err
}

func (s *screen) changes(p *Plan) {
	if len(p.net) == 0 {
		s.line("\nNo changes: the tenant would stay as it is.")
		return
	}
	s.line("")
	last := state.Cause{}
	for _, c := range p.net {
		if c.Cause != last {
			last = c.Cause
			s.line("%s", s.faint(c.Cause.String()))
		}
		switch c.Action {
		case state.Create:
			s.line("  %s %s %s", s.green("+"), kindName(c.Kind), s.bold(c.Key))
			s.fields(c.Diff(), func(f state.FieldChange) (string, bool) { return s.value(f.Name, f.After, nil), !empty(f.After) })
		case state.Delete:
			s.line("  %s %s %s", s.red("-"), kindName(c.Kind), s.bold(c.Key))
		default:
			s.line("  %s %s %s", s.yellow("~"), kindName(c.Kind), s.bold(c.Key))
			s.fields(c.Diff(), func(f state.FieldChange) (string, bool) {
				if isList(f.Before) && isList(f.After) {
					if diff, ok := listDiff(f.Before, f.After); ok {
						return diff, true
					}
				}
				return s.value(f.Name, f.Before, f.After) + s.faint(" -> ") + s.value(f.Name, f.After, f.Before), true
			})
		}
	}
}

// fields prints altered fields in aligned columns; change marks that every record carries are left out.
func (s *screen) fields(list []state.FieldChange, text func(state.FieldChange) (string, bool)) {
	width := 0
	for _, f := range list {
		if !bookkeeping(f.Name) {
			width = max(width, len(f.Name))
		}
	}
	for _, f := range list {
		if bookkeeping(f.Name) {
			continue
		}
		if t, ok := text(f); ok {
			s.line("      %-*s  %s", width, f.Name, t)
		}
	}
}

// bookkeeping are fields that say nothing to a reader of a plan; the JSON has them.
func bookkeeping(name string) bool {
	switch name {
	case "whenChanged", "whenCreated", "createdAt", "formerLicenses", "former", "reprocessedAt", "skuId":
		return true
	}
	return false
}

func kindName(k state.Kind) string { return string(k) }

func (s *screen) findings(p *Plan) {
	if len(p.Findings) == 0 {
		return
	}
	s.line("\n%s", s.bold("Findings"))
	for _, f := range p.Findings {
		mark := s.yellow("!")
		switch f.Severity {
		case "error":
			mark = s.red("x")
		case "info":
			mark = s.faint("i")
		}
		place := ""
		if f.Line > 0 {
			place = fmt.Sprintf("%s:%d: ", f.File, f.Line)
		}
		s.line("  %s %s %s%s", mark, s.bold(f.ID), s.faint(place), f.Message)
		if f.Cure != "" {
			s.line("      %s", f.Cure)
		}
	}
}

// errors lists what the script showed in red and went on: in production each of them is a user without a phone.
func (s *screen) errors(p *Plan, e *runtime.Engine) {
	records := e.Errors()
	if len(records) == 0 {
		return
	}
	s.line("\n%s", s.bold("Errors of the run"))
	const most = 20
	shown := 0
	for i := len(records) - 1; i >= 0; i-- {
		r, ok := value.As[*value.ErrorRecord](records[i])
		if !ok {
			continue
		}
		if shown == most {
			s.line("  %s", s.faint(fmt.Sprintf("… and %d more", i+1)))
			break
		}
		shown++
		place := ""
		if r.Invocation != nil && r.Invocation.Extent.Source != nil {
			line, column := r.Invocation.Extent.Source.LineColumn(int(r.Invocation.Extent.Start))
			place = fmt.Sprintf("%s:%d:%d: ", p.Script, line, column)
		}
		s.line("  %s %s%s", s.red("x"), s.faint(place), strings.ReplaceAll(r.Text(), "\n", " "))
		for _, hint := range Hints(r, e) {
			s.line("      %s", hint)
		}
	}
}

func (s *screen) rest(p *Plan) {
	if len(p.Files) > 0 {
		s.line("\n%s", s.bold("Files it would write"))
		for _, f := range p.Files {
			s.line("  %s  %s", f.Path, s.faint(fmt.Sprintf("%d bytes", f.Size)))
		}
	}
	if len(p.Prompts) > 0 {
		s.line("\n%s", s.bold("Questions it asks"))
		for _, q := range p.Prompts {
			s.line("  %s %s", q.Question, s.faint("answered "+q.Answer))
		}
	}
	if p.WaitedSeconds > 0 {
		s.line("\nIt would wait %s.", time.Duration(p.WaitedSeconds*float64(time.Second)).Round(time.Second))
	}
}

func (s *screen) summary(p *Plan) {
	text := fmt.Sprintf("%d to create, %d to change, %d to delete; %s", p.Summary.Create, p.Summary.Update, p.Summary.Delete, count(p.Summary.Findings, "finding"))
	if p.Errors > 0 {
		text += ", " + count(p.Errors, "error")
	}
	s.line("\n%s %s.", s.bold("Plan:"), text)
	if p.Error != nil {
		s.line("%s", s.red(fmt.Sprintf("The script ended with an error at line %d: %s", p.Error.Line, strings.ReplaceAll(p.Error.Message, "\n", " "))))
	} else if p.ExitCode != 0 {
		s.line("The script ended with exit code %d.", p.ExitCode)
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
