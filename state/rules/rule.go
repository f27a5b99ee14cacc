package rules

import "strings"

// Mark says how well a statement or a text is established.
type Mark string

// The evidence marks.
const (
	// Documented in Microsoft's documentation.
	Documented Mark = "D"
	// Observed in a public transcript, issue or forum thread.
	Observed Mark = "O"
	// Module: visible in the public interface of the published module.
	Module Mark = "M"
	// Known generally; no source at hand.
	Known Mark = "K"
	// Chosen by the simulator, because nothing could be established.
	Chosen Mark = "S"
)

// Describe spells the mark out for a reader.
func (m Mark) Describe() string {
	switch m {
	case Documented:
		return "documented"
	case Observed:
		return "observed"
	case Module:
		return "module interface"
	case Known:
		return "general knowledge"
	}
	return "assumed"
}

// Severity weighs a finding.
type Severity string

// The severities, gravest first.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Shape is the form in which an error reaches the script; the cmdlet layer builds
// category, activity and error id from it (semantics.md 2.0.1).
type Shape string

// The shapes.
const (
	// Generated: reported by the service through a generated call; activity
	// "<Cmdlet>_<Verb>", error id "<Code>,…<VerbNoun>_<Verb>", category
	// InvalidOperation, not terminating.
	Generated Shape = "SH-GEN"
	// WriteError: the module's own function writes it; category NotSpecified,
	// not terminating.
	WriteError Shape = "SH-WE"
	// Client: policy grants; id "ClientError,…", category NotSpecified, not
	// terminating.
	Client Shape = "SH-CLIENT"
	// Bind: PowerShell's own parameter binding; terminating.
	Bind Shape = "SH-BIND"
	// Graph: the directory's REST error, as the Graph modules show it: id
	// "<Code>,…", category InvalidOperation, not terminating.
	Graph Shape = "SH-GRAPH"
	// Portal: what the admin centre would say; shown by the simulator's own
	// commands.
	Portal Shape = "SH-PORTAL"
	// Remark: no error at all; the simulator reports a finding.
	Remark Shape = "FINDING"
)

// Message is one text of a rule.
type Message struct {
	// Variant tells the texts of a rule apart; the first is "".
	Variant string
	// Text is exact; names in braces are filled in.
	Text string
	Mark Mark
	// Source names where the text was seen: issue numbers, modules.
	Source string
	Shape  Shape
	// Code is the first part of the error id: "BadRequest", "NotFound" …
	Code string
	// Cure is what to do about it where that differs from the rule's cure.
	Cure string
}

// Rule is one numbered rule of the service.
type Rule struct {
	// ID is "R" and a number, with a letter where the specification has one.
	ID    string
	Title string
	// Effect says what happens, in a sentence or two.
	Effect string
	// Marks are the evidence for the behaviour, strongest first.
	Marks    []Mark
	Messages []Message
	// Severity is what a finding of the rule weighs by default.
	Severity Severity
	Cure     string
}

// Get finds a rule by its number in any case ("r13"); nil if there is none.
func Get(id string) *Rule {
	for _, part := range parts() {
		for i := range part {
			if strings.EqualFold(part[i].ID, id) {
				return &part[i]
			}
		}
	}
	return nil
}

// All gives every rule in the order of the numbers.
func All() []Rule {
	var out []Rule
	for _, part := range parts() {
		out = append(out, part...)
	}
	return out
}

// parts joins the tables: one per section of the specification.
func parts() [][]Rule {
	return [][]Rule{
		numberRules, licenseRules, propertyRules, operatorRules,
		policyRules, addressRules, accountRules, directoryRules, limitRules,
	}
}

// Message finds a text of the rule by variant; nil if there is none.
func (r *Rule) Message(variant string) *Message {
	for i := range r.Messages {
		if r.Messages[i].Variant == variant {
			return &r.Messages[i]
		}
	}
	return nil
}

// CureOf is what to do about the rule's text of the variant.
func (r *Rule) CureOf(variant string) string {
	if m := r.Message(variant); m != nil && m.Cure != "" {
		return m.Cure
	}
	return r.Cure
}

// Fill puts the values into a text: names and values alternate.
func Fill(text string, pairs ...string) string {
	if len(pairs) == 0 {
		return text
	}
	replacements := make([]string, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		replacements[i], replacements[i+1] = "{"+pairs[i]+"}", pairs[i+1]
	}
	return strings.NewReplacer(replacements...).Replace(text)
}
