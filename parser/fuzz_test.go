package parser_test

import (
	"fmt"
	"strings"
	"testing"

	"rehearse/parser"
	"rehearse/parser/ast"
	"rehearse/parser/internal/corpus"
	"rehearse/parser/scanner"
)

func seed(f *testing.F) {
	list, err := corpus.Cases()
	if err != nil {
		f.Fatal(err)
	}
	for i, c := range list {
		if i%7 == 0 || strings.Contains(c.Name, "/parse-") {
			f.Add(c.Script)
		}
	}
	for _, s := range []string{"", "\xff\xfe", "$(", "@\"\n$(\"", "[a[b[c", "${a`u{", "\"`u{1", "a|", "&", "1..", "@{a=", "`", "<#", "'‘", "\x00"} {
		f.Add(s)
	}
}

// FuzzParse checks that any text gives a tree and errors whose extents lie in the text, parents
// around their children.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkParse(t, text)
	})
}

func checkParse(t *testing.T, text string) {
	t.Helper()
	src := parser.NewSource("", text)
	block, errs := parser.Parse(src)
	for _, e := range errs {
		if e.Start < 0 || e.End < e.Start || int(e.End) > len(text)+1 {
			t.Errorf("%q: %s at %d-%d", text, e.ID, e.Start, e.End)
		}
		if e.ID == "" || e.Message == "" {
			t.Errorf("%q: an error without text", text)
		}
	}
	ast.Inspect(block, func(n ast.Node) bool {
		x := n.Range()
		if x.Start < 0 || x.End < x.Start || int(x.End) > len(text)+1 {
			t.Errorf("%q: %T at %d-%d", text, n, x.Start, x.End)
		}
		return true
	})
}

// FuzzScan checks that the tokens of any text stand in order inside it and come to an end.
func FuzzScan(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		l := scanner.New(text, scanner.Options{Comments: true})
		last := 0
		for n := 0; ; n++ {
			tok, _ := l.Next()
			start, end := tok.Pos.Offset, scanner.End(&tok)
			if start < last || end < start || end > len(text) {
				t.Fatalf("%q: token %s at %d-%d behind %d", text, scanner.KindName(tok.Type), start, end, last)
			}
			if tok.Type == scanner.EOF {
				break
			}
			if n > 4*len(text)+16 {
				t.Fatalf("%q: no end", text)
			}
			last = start
		}
		parser.Tokens(text)
	})
}

// FuzzPrint checks that a script without errors, written anew from its tree, parses to the same tree.
func FuzzPrint(f *testing.F) {
	seed(f)
	f.Fuzz(checkPrint)
}

func checkPrint(t *testing.T, text string) {
	t.Helper()
	block, errs := parser.Parse(parser.NewSource("", text))
	if len(errs) > 0 {
		return
	}
	again := printed(text, block)
	second, errs := parser.Parse(parser.NewSource("", again))
	if len(errs) > 0 {
		t.Errorf("%q written as\n%s\n%s at %d", text, again, errs[0].ID, errs[0].Start)
		return
	}
	if third := printed(again, second); third != again || shape(block) != shape(second) {
		t.Errorf("%q written as\n%s\nthen as\n%s", text, again, third)
	}
}

// shape lists the kinds of the nodes of a tree.
func shape(block *ast.ScriptBlock) string {
	var b strings.Builder
	ast.Inspect(block, func(n ast.Node) bool {
		fmt.Fprintf(&b, "%T ", n)
		return true
	})
	return b.String()
}

// TestPrint writes all recorded scripts anew.
func TestPrint(t *testing.T) {
	for _, src := range good(t) {
		checkPrint(t, src.Text)
	}
}
