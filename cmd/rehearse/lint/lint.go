// Package lint is static analysis: what can be known of a script without running it. The commands check, repl and an editor server
// share it.
package lint

import (
	"sort"
	"strings"

	"rehearse/parser"
	"rehearse/parser/ast"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// Severity weighs an issue.
type Severity string

// The severities, gravest first.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Issue is one thing that was found, with its place.
type Issue struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Cure     string   `json:"cure,omitempty"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Column   int      `json:"column"`
	Text     string   `json:"text"` // the line itself
	Length   int      `json:"length"`
}

// Commands is what the analysis asks about commands.
type Commands interface {
	// Signature is the parameters of a command, nil if there is none of that name; ok is false then. A function or script of unknown
	// parameters has a nil signature with ok.
	Signature(name string) (s *bind.Signature, ok bool)
	// Names are all commands, for suggestions.
	Names() []string
}

// pass is the analysis of one script.
type pass struct {
	src      *parser.Source
	commands Commands
	own      value.NameIndex // functions that the script defines
	issues   []Issue
}

// Script analyses a script.
func Script(name, text string, commands Commands) []Issue {
	src := parser.NewSource(name, text)
	tree, errs := parser.Parse(src)
	p := &pass{src: src, commands: commands}
	for _, e := range errs {
		p.report(e.ID, Error, e.Extent, e.Message, placeholderCure(src, e))
	}
	if tree != nil {
		p.collect(tree)
		p.walk(tree)
	}
	sort.SliceStable(p.issues, func(i, j int) bool {
		a, b := &p.issues[i], &p.issues[j]
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	})
	return p.issues
}

// placeholderCure recognises `<user>` left in from a document, which PowerShell takes for a redirection.
func placeholderCure(src *parser.Source, e *parser.Error) string {
	rest := src.Text[min(int(e.Start), len(src.Text)):]
	if strings.HasPrefix(rest, "<") {
		if i := strings.IndexByte(rest, '>'); i > 1 && i < 60 && !strings.ContainsAny(rest[1:i], "\n;|") {
			return "Put the real value in place of " + rest[:i+1] + "."
		}
	}
	return ""
}

func (p *pass) report(id string, s Severity, at ast.Extent, message, cure string) {
	pos := p.src.Position(int(at.Start))
	p.issues = append(p.issues, Issue{ID: id, Severity: s, Message: message, Cure: cure, File: p.src.Name, Line: pos.Line, Column: pos.Column,
		Text: p.src.Line(pos.Line), Length: max(1, int(at.End-at.Start))})
}

// collect notes the functions that the script defines anywhere.
func (p *pass) collect(tree *ast.ScriptBlock) {
	ast.Inspect(tree, func(n ast.Node) bool {
		if f, ok := n.(*ast.FunctionDefinition); ok {
			name := f.Name
			if i := strings.LastIndexByte(name, ':'); i >= 0 {
				name = name[i+1:]
			}
			p.own.Add(name)
		}
		return true
	})
}

func (p *pass) walk(tree *ast.ScriptBlock) {
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Command:
			p.command(n)
		case *ast.StringConstantExpression:
			p.placeholder(n)
		}
		return true
	})
}

// placeholder finds <user> and the like in quotes.
func (p *pass) placeholder(s *ast.StringConstantExpression) {
	v := s.Value
	if len(v) > 2 && len(v) < 60 && v[0] == '<' && v[len(v)-1] == '>' && !strings.ContainsAny(v, "/=\"") {
		p.report("Placeholder", Warning, s.Extent, "The text "+v+" looks like a placeholder from a document.", "Put the real value in its place.")
	}
}

// command checks a command's name and the names of its parameters.
func (p *pass) command(c *ast.Command) {
	name, ok := c.CommandElements[0].(*ast.StringConstantExpression)
	if !ok || c.InvocationOperator == ast.Dot {
		return
	}
	n := name.Value
	if p.own.Find(n) >= 0 || strings.ContainsAny(n, `/\.`) {
		return
	}
	sig, found := p.commands.Signature(n)
	if !found {
		cure := ""
		if near := Nearest(n, p.commands.Names()); near != "" {
			cure = "Did you mean " + near + "?"
		}
		p.report("CommandNotFound", Error, name.Extent, "The command '"+n+"' is not known.", cure)
		return
	}
	if sig == nil {
		return
	}
	for i, e := range c.CommandElements[1:] {
		switch e := e.(type) {
		case *ast.CommandParameter:
			p.parameter(n, sig, e)
		case *ast.StringConstantExpression:
			if e.Value == "-" && e.StringConstantType == ast.BareWord {
				p.loneDash(c, i+1)
			}
		}
	}
}

func (p *pass) parameter(command string, sig *bind.Signature, e *ast.CommandParameter) {
	if sig.Takes(e.ParameterName) {
		return
	}
	cure := ""
	if near := sig.Suggest(e.ParameterName); len(near) > 0 {
		cure = "Did you mean -" + near[0] + "?"
	}
	p.report("NamedParameterNotFound", Error, e.Extent, command+" has no parameter -"+e.ParameterName+".", cure)
}

// loneDash is `- Name`: a blank came between the dash and the parameter.
func (p *pass) loneDash(c *ast.Command, i int) {
	cure := "Remove it, or quote it if it is meant."
	if i+1 < len(c.CommandElements) {
		if next, ok := c.CommandElements[i+1].(*ast.StringConstantExpression); ok {
			cure = "There is a blank after the dash: write -" + next.Value + "."
		}
	}
	p.report("LoneDash", Error, c.CommandElements[i].Range(), "A lone '-' is an argument, which no parameter takes.", cure)
}

// Nearest is the name that differs least from n, "" if none is near.
func Nearest(n string, names []string) string {
	best, limit := "", len(n)/3
	for _, x := range names {
		if d := bind.Distance(n, x, limit); d <= limit {
			best, limit = x, d-1
		}
		if limit < 0 {
			break
		}
	}
	return best
}

// EngineCommands answers from an engine's commands.
type EngineCommands struct{ Engine *runtime.Engine }

// Signature is the parameters of a cmdlet or alias of one.
func (c EngineCommands) Signature(name string) (*bind.Signature, bool) {
	return c.Engine.SignatureOf(name)
}

// Names are all cmdlets and aliases.
func (c EngineCommands) Names() []string { return c.Engine.CommandNames() }
