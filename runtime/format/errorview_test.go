package format

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rehearse/runtime/value"
)

// script is a text with positions.
type script struct{ name, text string }

func (s script) FileName() string { return s.name }

func (s script) LineColumn(offset int) (line, column int) {
	before := s.text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}

func (s script) LineText(line int) string { return strings.Split(s.text, "\n")[line-1] }

func (s script) Slice(start, end int) string { return s.text[start:end] }

// failure is an error written by a command at the place of a text in a script.
type failure struct {
	at, command, message string
	occurrence           int // of the text, from 0
}

func (f failure) record(s script) *value.ErrorRecord {
	start := 0
	for n := f.occurrence; ; n-- {
		start += strings.Index(s.text[start:], f.at)
		if n == 0 {
			break
		}
		start += len(f.at)
	}
	return &value.ErrorRecord{
		Exception: value.Throw(value.WriteErrorException, "", f.message), Activity: "Write-Error",
		Invocation: &value.InvocationInfo{Command: value.OfString(f.command),
			Extent: value.Extent{Source: s, Start: int32(start), End: int32(start + len(f.at))}},
	}
}

func TestConciseView(t *testing.T) {
	aa := func(n int) string { return str(n, "a") }
	missing := func(name string) string { return "Cannot find path '/case/" + name + "' because it does not exist." }
	for name, failures := range map[string][]failure{
		"wrap-at-80": {{at: "F ('a' * 70)", command: "F", message: aa(70)}, {at: "F ('a' * 72)", command: "F", message: aa(72)},
			{at: "F ('a' * 73)", command: "F", message: aa(73)}, {at: "F ('a' * 74)", command: "F", message: aa(74)},
			{at: "F ('a' * 80)", command: "F", message: aa(80)}, {at: "F ('a' * 81)", command: "F", message: aa(81)}},
		"wrap-long-word-first": {
			{at: "F (('L' * 90) + ' short words follow here')", command: "F", message: str(90, "L") + " short words follow here"},
			{at: "F ('short ' + ('L' * 90) + ' tail')", command: "F", message: "short " + str(90, "L") + " tail"},
			{at: "F ('one two ' + ('L' * 60) + ' ' + ('M' * 60) + ' tail')", command: "F", message: "one two " + str(60, "L") + " " + str(60, "M") + " tail"},
			{at: "F ('p' * 200)", command: "F", message: str(200, "p")}},
		"wrap-double-spaces": {
			{at: "F (('two  spaces  ' * 10))", command: "F", message: str(10, "two  spaces  ")},
			{at: "F ('x' + (' ' * 80) + 'y')", command: "F", message: "x" + str(80, " ") + "y"},
			{at: "F ('a-hyphenated-long-word-' * 5)", command: "F", message: str(5, "a-hyphenated-long-word-")}},
		"empty-messages": {{at: "F ''", command: "F"}, {at: "F ' '", command: "F", message: " "}, {at: "F '   x   '", command: "F", message: "   x   "},
			{at: "throw ''", command: "Exception"}},
		"trailing-spaces-and-comments": {{at: "Get-Item ./nope", command: "Get-Item", message: missing("nope")},
			{at: "Get-Item ./nope2", command: "Get-Item", message: missing("nope2")}, {at: "Get-Item ./nope3", command: "Get-Item", message: missing("nope3")}},
		"long-line-middle": {{at: "Get-Item -Path ./nope-one", command: "Get-Item", message: missing("nope-one")}},
		"long-line-end":    {{at: "Get-Item ./nope-one", command: "Get-Item", message: missing("nope-one")}},
		"tab-in-source": {{at: "Get-Item ./nope", command: "Get-Item", message: missing("nope")},
			{at: "Get-Item ./nope2\t-Force", command: "Get-Item", message: missing("nope2")},
			{at: "$x\t=\t[int]'a\tb'", command: "InvalidArgument", message: "Cannot convert value \"a\tb\" to type \"System.Int32\". Error: \"The input string 'a\tb' was not in a correct format.\""}},
	} {
		t.Run(name, func(t *testing.T) {
			src := script{"/case/case.ps1", section(t, "errors/concise-text", name+".ps1")}
			var b strings.Builder
			for _, f := range failures {
				b.WriteString(ErrorText(nil, f.record(src), Settings{}) + "\n")
			}
			same(t, b.String(), section(t, "errors/concise-text", name+".err"))
		})
	}
}

func TestErrorColour(t *testing.T) {
	src := script{"/case/case.ps1", section(t, "formatting/psstyle-ansi", "error-ansi.ps1")}
	plain := &value.ErrorRecord{Exception: value.Throw(value.WriteErrorException, "", "boom"), Activity: "Write-Error"}
	f := failure{at: "Get-Item /nonexistent", command: "Get-Item", message: "Cannot find path '/nonexistent' because it does not exist."}
	s := Settings{Color: true}
	got := ErrorText(nil, plain, s) + "\n" + ErrorText(nil, f.record(src), s) + "\n"
	same(t, got, section(t, "formatting/psstyle-ansi", "error-ansi.err"))
}

func TestOtherErrorViews(t *testing.T) {
	src := script{"/case/case.ps1", section(t, "formatting/psstyle-ansi", "error-category-view-ansi.ps1")}
	record := func(n int) *value.ErrorRecord {
		r := failure{at: "Get-Item /nonexistent", command: "Get-Item", message: "Cannot find path '/nonexistent' because it does not exist.", occurrence: n}.record(src)
		r.Category, r.TargetName, r.TargetType, r.Activity, r.Reason = value.ObjectNotFound, "/nonexistent", "String", "Get-Item", "ItemNotFoundException"
		r.ID = "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand"
		return r
	}
	got := ErrorText(nil, record(0), Settings{Color: true, ErrorView: CategoryView}) + "\n" +
		ErrorText(nil, record(1), Settings{Color: true, ErrorView: NormalView}) + "\n"
	same(t, got, section(t, "formatting/psstyle-ansi", "error-category-view-ansi.err"))
}
