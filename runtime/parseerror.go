package runtime

import (
	"strings"

	"rehearse/parser"
	"rehearse/runtime/value"
)

// parseError is System.Management.Automation.Language.ParseError: one error of a text that does not parse.
type parseError struct {
	err    *parser.Error
	source value.Source
}

var typeParseError = &value.Type{Name: "ParseError", FullName: "System.Management.Automation.Language.ParseError", Base: value.TypeObject}

// TypeOf is ParseError.
func (*parseError) TypeOf() *value.Type { return typeParseError }

// ToText is the position and the message.
func (p *parseError) ToText() string {
	at := value.Extent{Source: p.source, Start: p.err.Start, End: p.err.End}.PositionMessage()
	return at + "\n" + p.err.Message
}

// parseErrorMembers are the properties that scripts read.
func parseErrorMembers() {
	typeParseError.Members = &value.Members{Properties: []value.Property{
		text1("ErrorId", func(p *parseError) string { return p.err.ID }),
		text1("Message", func(p *parseError) string { return p.err.Message }),
		row("IncompleteInput", value.TypeBool, func(p *parseError) value.Value { return value.OfBool(p.err.Incomplete) }),
	}}
}

// shownParseErrors is how many errors the message of a ParseException lists.
const shownParseErrors = 10

// parseErrorText is the message of a ParseException: that of its error, or all with their positions (oracle/errors, section 10).
func parseErrorText(src value.Source, errs []*parser.Error) string {
	var parts []string
	for i, x := range errs {
		if i == shownParseErrors {
			parts = append(parts, "Not all parse errors were reported.  Correct the reported errors and try again.")
			break
		}
		parts = append(parts, (&parseError{x, src}).ToText())
	}
	return strings.Join(parts, "\n\n")
}
