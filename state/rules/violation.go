package rules

import "errors"

// Violation is the refusal of an operation by a rule: the error that every
// operation of the service returns. Nothing was changed.
type Violation struct {
	// Rule is the number, "R13".
	Rule string
	// Variant is the [Message.Variant] of the text.
	Variant string
	// Message is the exact text, filled in.
	Message string
	Mark    Mark
	Shape   Shape
	// Code is the first part of the error id.
	Code string
	// Key is the object concerned, for reports: a UPN, a number, a policy.
	Key string
}

// Error gives the message.
func (v *Violation) Error() string { return v.Message }

// Category is PowerShell's error category for the shape.
func (v *Violation) Category() string {
	switch v.Shape {
	case Generated, Graph, Portal:
		return "InvalidOperation"
	case Bind:
		return "InvalidArgument"
	}
	return "NotSpecified"
}

// Terminating reports whether the error ends the statement by itself. Only
// binding errors do; the service's own do not.
func (v *Violation) Terminating() bool { return v.Shape == Bind }

// Cure says what to do about it.
func (v *Violation) Cure() string {
	if r := Get(v.Rule); r != nil {
		return r.CureOf(v.Variant)
	}
	return ""
}

// New makes a violation of the rule with the text of the variant. Key is the
// object concerned; pairs fill the text. A rule or variant that is not in the
// table is a mistake in the program and panics.
func New(id, variant, key string, pairs ...string) *Violation {
	r := Get(id)
	if r == nil {
		panic("rules: no rule " + id)
	}
	m := r.Message(variant)
	if m == nil {
		panic("rules: no text " + id + "/" + variant)
	}
	return &Violation{
		Rule: r.ID, Variant: variant, Message: Fill(m.Text, pairs...),
		Mark: m.Mark, Shape: m.Shape, Code: m.Code, Key: key,
	}
}

// As finds the violation in an error; nil if it holds none.
func As(err error) *Violation {
	var v *Violation
	if errors.As(err, &v) {
		return v
	}
	return nil
}
