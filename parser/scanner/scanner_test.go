package scanner_test

import (
	"strings"
	"testing"

	"rehearse/parser/scanner"
)

// kinds scans a text and names its tokens.
func kinds(text string) string {
	l := scanner.New(text, scanner.Options{})
	return rest(l)
}

func rest(l *scanner.Lexer) string {
	var list []string
	for {
		t, _ := l.Next()
		if t.Type == scanner.EOF {
			return strings.Join(list, " ")
		}
		name := scanner.KindName(t.Type)
		switch t.Type {
		case scanner.Generic, scanner.Number, scanner.Variable, scanner.Parameter, scanner.String, scanner.ExpandText, scanner.Member:
			name += "(" + t.Value + ")"
		}
		list = append(list, name)
	}
}

// TestModes shows how the same characters become different tokens by context.
func TestModes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"echo -5", "Generic(echo) Generic(-5)"},
		{"-5", "Number(-5)"},
		{"$a -5", "Variable(a) BinaryOperator Number(5)"},
		{"echo $x-1", "Generic(echo) ExpandOpen Variable(x) ExpandText(-1) ExpandClose"},
		{"$x-1", "Variable(x) BinaryOperator Number(1)"},
		{"echo $a.b/c", "Generic(echo) Variable(a) Dot Member(b) Generic(/c)"},
		{"$a [0]", "Variable(a) TypeLiteral"},
		{"$a[0]", "Variable(a) LBracket Number(0) RBracket"},
		{"1..3", "Number(1) BinaryOperator Number(3)"},
		{"echo 1..3", "Generic(echo) Generic(1..3)"},
		{"10.Length", "Generic(10.Length)"},
		{"7zip x", "Generic(7zip) Generic(x)"},
		{"-split $a", "UnaryOperator Variable(a)"},
		{"-foo $a", "Generic(-foo) Variable(a)"},
		{"return if", "Return Generic(if)"},
		{"if (1) {2} 3", "If LParen Number(1) RParen LCurly Number(2) RCurly Sep Number(3)"},
		{"if (1) {2}\n\nelse {3}", "If LParen Number(1) RParen LCurly Number(2) RCurly Else LCurly Number(3) RCurly"},
		{"foo\n# c\n| bar", "Generic(foo) Pipe Generic(bar)"},
		{"\"a$b.c$($d)\"", "ExpandOpen ExpandText(a) Variable(b) ExpandText(.c) DollarParen Variable(d) RParen ExpandClose"},
		{"\"``n'$\"", "String(`n'$)"},
		{"$a?.b", "Variable(a?) Dot Member(b)"},
		{"${a}?.b", "Variable(a) QuestionDot Member(b)"},
		{"@{a=1\nb=2}", "AtCurly Identifier AssignmentOperator Number(1) Sep Identifier AssignmentOperator Number(2) RCurly"},
		{"foo -a:1 -b=2", "Generic(foo) ParameterColon Number(1) Parameter(b=2)"},
		{"foo --% a | b", "Generic(foo) Generic(--%) Verbatim Pipe Generic(b)"},
		{"echo x 1>f 2>&1", "Generic(echo) Generic(x) Redirection Generic(f) Merging"},
		{"$x.M[int]('a')", "Variable(x) Dot Member(M) GenericArguments CallOpen String(a) RParen"},
		{"“a” -eq ‘b’", "String(a) BinaryOperator String(b)"},
		{"$a –eq 1", "Variable(a) BinaryOperator Number(1)"},
		{"@\"\na$b\n\"@", "ExpandOpen ExpandText(a) Variable(b) ExpandClose"},
		{"@'\na\n'@", "String(a)"},
		{"process { }", "NamedBlock LCurly RCurly"},
		{"1; process { }", "Number(1) Sep Generic(process) LCurly RCurly"},
	} {
		if got := kinds(c.text); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestSetBack scans on inside and behind a bracket.
func TestSetBack(t *testing.T) {
	const text = "foo (a -eq b"
	l := scanner.New(text, scanner.Options{})
	if got := rest(l); got != "Generic(foo) LParen Generic(a) Parameter(eq) Generic(b)" {
		t.Errorf("got %s", got)
	}
	id := int32(1) // the parenthesis is the first bracket
	l.Restart(5, id)
	if got := rest(l); got != "Generic(a) Parameter(eq) Generic(b)" {
		t.Errorf("restart gives %s", got)
	}
	l.Resume(11, id)
	if got := rest(l); got != "Generic(b)" {
		t.Errorf("resume gives %s", got)
	}
}

// TestDiagnostics shows the errors that the scanner finds by itself.
func TestDiagnostics(t *testing.T) {
	for _, c := range []struct{ text, id string }{
		{"'a", "TerminatorExpectedAtEndOfString"}, {"\"a", "TerminatorExpectedAtEndOfString"}, {"@'\na", "TerminatorExpectedAtEndOfString"},
		{"<# a", "MissingTerminatorMultiLineComment"}, {"${a", "IncompleteDollarVariableReference"}, {"${}", "EmptyVariableReference"},
		{"\"$a:\"", "InvalidVariableReferenceWithDrive"}, {"[]", "MissingTypename"}, {"[a", "EndSquareBracketExpectedAtEndOfAttribute"},
		{"\"`u{}\"", "InvalidUnicodeEscapeSequence"}, {"@", "UnrecognizedToken"},
	} {
		l := scanner.New(c.text, scanner.Options{})
		rest(l)
		if len(l.Diagnostics) == 0 || l.Diagnostics[0].ID != c.id {
			t.Errorf("%s: %v, want %s", c.text, l.Diagnostics, c.id)
		}
	}
}
