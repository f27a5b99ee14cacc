package plan

import (
	"sort"
	"time"

	"rehearse/cmd/rehearse/session"
	"rehearse/runtime"
	"rehearse/state"
	"rehearse/state/service"
)

// Version is the version of the JSON of a plan.
const Version = 1

// Plan is what a run would do, as data. Its JSON is the machine interface.
type Plan struct {
	Version  int       `json:"version"`
	Script   string    `json:"script"`
	Tenant   string    `json:"tenant"`
	Changes  []Change  `json:"changes"` // filled in by list
	Findings []Finding `json:"findings"`
	Files    []File    `json:"files"`
	Prompts  []Prompt  `json:"prompts"`
	// WaitedSeconds is how long the script slept in virtual time.
	WaitedSeconds float64 `json:"waited_seconds"`
	ExitCode      int     `json:"exit_code"`
	Summary       Summary `json:"summary"`
	// Error is the error that ended the script, with its place; empty if it ran to its end.
	Error *Failure `json:"error,omitempty"`
	// Errors counts the errors that the script showed and went on.
	Errors int `json:"errors"`

	net state.Journal
}

// Change is one record that differs at the end.
type Change struct {
	Action string       `json:"action"` // create, update or delete
	Kind   string       `json:"kind"`
	Key    string       `json:"key"`
	Before state.Fields `json:"before"`
	After  state.Fields `json:"after"`
	Cmdlet string       `json:"cmdlet"`
	File   string       `json:"file"`
	Line   int          `json:"line"`
	Column int          `json:"column"`
	At     time.Time    `json:"at"`
}

// Finding is something a real run would trip over.
type Finding struct {
	ID       string `json:"id"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Cure     string `json:"cure"`
	Key      string `json:"key"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
}

// File is a file that the script wrote.
type File struct {
	Path string `json:"path"`
	Size int64  `json:"size"`
}

// Prompt is a question that the script asked.
type Prompt struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// Failure is the error that ended the script.
type Failure struct {
	Message string `json:"message"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

// Summary counts.
type Summary struct {
	Create   int `json:"create"`
	Update   int `json:"update"`
	Delete   int `json:"delete"`
	Findings int `json:"findings"`
}

// build makes the plan of a finished run.
func build(s *session.Session, script *session.Script, res runtime.Result, errors int) *Plan {
	tx := s.Tenant.Tx
	net := service.Review(service.Call{Tx: tx, Cause: state.Cause{Cmdlet: "the end of the run"}})
	p := &Plan{Version: Version, Script: script.Name, Tenant: s.Tenant.Data.Name, Findings: []Finding{}, Files: []File{}, Prompts: []Prompt{},
		WaitedSeconds: s.Waited().Seconds(), ExitCode: res.ExitCode, Errors: errors, net: net}
	for _, c := range net {
		p.count(c)
	}
	for _, f := range tx.Findings() {
		p.Findings = append(p.Findings, Finding{ID: f.ID, Severity: string(f.Severity), Message: f.Message, Cure: f.Cure, Key: f.Key, File: f.Cause.File, Line: f.Cause.Line, Column: f.Cause.Column})
	}
	sort.SliceStable(p.Findings, func(i, j int) bool { return weight(p.Findings[i].Severity) < weight(p.Findings[j].Severity) })
	for _, f := range s.Files.Written() {
		p.Files = append(p.Files, File{f.Path, f.Size})
	}
	for _, q := range s.Prompt.Asked {
		p.Prompts = append(p.Prompts, Prompt(q))
	}
	p.Summary.Findings = len(p.Findings)
	if r := res.Failed; r != nil {
		p.Error = &Failure{Message: r.Text(), File: script.Name}
		if r.Invocation != nil && r.Invocation.Extent.Source != nil {
			p.Error.Line, p.Error.Column = r.Invocation.Extent.Source.LineColumn(int(r.Invocation.Extent.Start))
		}
	}
	return p
}

func weight(severity string) int {
	switch severity {
	case "error":
		return 0
	case "warning":
		return 1
	}
	return 2
}

// count adds a change to the summary.
func (p *Plan) count(c state.Change) {
	switch c.Action {
	case state.Create:
		p.Summary.Create++
	case state.Update:
		p.Summary.Update++
	case state.Delete:
		p.Summary.Delete++
	}
}

// list fills in Changes: whole records are of use to machines only, and a large migration has thousands.
func (p *Plan) list() {
	p.Changes = make([]Change, 0, len(p.net))
	for _, c := range p.net {
		p.Changes = append(p.Changes, Change{
			Action: string(c.Action), Kind: string(c.Kind), Key: c.Key, Before: c.Before(), After: c.After(),
			Cmdlet: c.Cause.Cmdlet, File: c.Cause.File, Line: c.Cause.Line, Column: c.Cause.Column, At: c.At.UTC(),
		})
	}
}
