package parser_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rehearse/parser"
	"rehearse/parser/internal/corpus"
)

var parserError = regexp.MustCompile(`^ParserError: /case/case\.ps1:(\d+)\n`)

// displayed takes the line and the text of a parse error from the reference engine's display.
func displayed(stderr string) (line int, message string, ok bool) {
	m := parserError.FindStringSubmatch(stderr)
	if m == nil {
		return 0, "", false
	}
	line, _ = strconv.Atoi(m[1])
	var text []string
	rows := strings.Split(stderr, "\n")
	for i, row := range rows {
		_, after, found := strings.Cut(row, " | ")
		if i < 4 || !found { // header, "Line |", source and underline
			continue
		}
		text = append(text, after)
	}
	return line, strings.Join(strings.Fields(strings.Join(text, " ")), " "), true
}

// TestMessages compares texts and lines of errors with what the reference engine displays.
func TestMessages(t *testing.T) {
	list, err := corpus.Cases()
	if err != nil {
		t.Fatal(err)
	}
	equal, total := 0, 0
	for _, c := range list {
		line, message, ok := displayed(c.Stderr)
		if !ok {
			continue
		}
		src := parser.NewSource("", c.Script)
		_, errs := parser.Parse(src)
		if len(errs) == 0 {
			continue // found when the types are defined, not while parsing
		}
		total++
		e := errs[0] // the one that is displayed
		want := fmt.Sprintf("%d: %s", line, message)
		got := fmt.Sprintf("%d: %s", src.Position(int(e.Start)).Line, strings.Join(strings.Fields(e.Message), " "))
		if got == want {
			equal++
		} else {
			t.Errorf("%s (%s)\n got %s\nwant %s", c.Name, e.ID, got, want)
		}
	}
	t.Logf("%d of %d messages equal", equal, total)
}
