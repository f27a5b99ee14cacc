package parser_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"rehearse/parser"
	"rehearse/parser/ast"
	"rehearse/parser/internal/corpus"
)

// TestNesting gives texts that nest or chain without end: each must give a clear error or a tree,
// soon and without exhausting the stack.
func TestNesting(t *testing.T) {
	const n = 200_000
	repeat := strings.Repeat
	texts := map[string]string{
		"parentheses":   repeat("(", n),
		"closed":        repeat("(", n) + "1" + repeat(")", n),
		"blocks":        repeat("{", n),
		"ifs":           repeat("if (1) {", n),
		"subs":          repeat("$(", n),
		"strings":       repeat("\"$(", n),
		"hashes":        repeat("@{a=", n),
		"indexes":       "$a" + repeat("[$a", n),
		"calls":         "$a" + repeat(".b($a", n),
		"nots":          repeat("!", n) + "$a",
		"dashes":        "$a " + repeat("- ", n) + "1",
		"casts":         repeat("[int]", n) + "1",
		"commas":        repeat(",", n) + "1",
		"assignments":   repeat("$a=", n) + "1",
		"ternaries":     repeat("$a ? ", n),
		"sums":          "1" + repeat("+1", n),
		"members":       "$a" + repeat(".b", n),
		"types":         repeat("[a", n),
		"attributes":    repeat("[a(", n) + "1",
		"functions":     repeat("function f {", n),
		"elses":         "if (1) {}" + repeat(" elseif (1) {}", 20_000),
		"labels":        repeat(":a ", n),
		"pipes":         "a" + repeat("|a", n),
		"chains":        "a" + repeat("&&a", n),
		"commands":      "a" + repeat(" (a", n),
		"closers":       repeat("}", 20_000),
		"signs":         repeat("@ ", 4*n),
		"reserved":      "a " + repeat("< ", 4*n),
		"errors":        repeat("if \n", 20_000),
		"classes":       repeat("class A { [void] M() {", n),
		"dollar braces": repeat("${", n),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			block, errs := parser.Parse(parser.NewSource("", text))
			count := 0
			ast.Inspect(block, func(ast.Node) bool { count++; return true })
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			} else {
				t.Logf("%v, %d nodes, %d errors", d.Round(time.Millisecond), count, len(errs))
			}
		})
	}
	_, errs := parser.Parse(parser.NewSource("", repeat("(", 2000)))
	if len(errs) != 1 || errs[0].ID != "ScriptTooComplicated" {
		t.Errorf("2000 parentheses give %v", errs)
	}
	if _, errs := parser.Parse(parser.NewSource("", repeat("(", 900)+"1"+repeat(")", 900))); len(errs) != 0 {
		t.Errorf("900 parentheses give %v", errs[0])
	}
	if _, errs := parser.ParseOptions(parser.NewSource("", "((1))"), parser.Options{MaxNesting: 1}); len(errs) != 1 {
		t.Errorf("two parentheses with a limit of one give %v", errs)
	}
}

// TestIncomplete cuts good scripts at every line end, as a shell sees them: what comes of it must be
// complete or incomplete, never wrong.
func TestIncomplete(t *testing.T) {
	wrong, total := 0, 0
	for _, src := range good(t) {
		for i := range src.Text {
			if src.Text[i] != '\n' {
				continue
			}
			cut := strings.TrimRight(src.Text[:i], "\r\n")
			_, errs := parser.Parse(parser.NewSource("", cut))
			total++
			if len(errs) > 0 && !parser.IsIncomplete(errs) && errs[0].ID != "TypeNotFound" { // of a type further down
				wrong++
				if wrong < 10 {
					t.Logf("%s at %d of %d\n%.400s", errs[0].ID, errs[0].Start, len(cut), cut)
				}
			}
		}
	}
	t.Logf("%d of %d cuts are wrong", wrong, total)
	if wrong > 0 {
		t.Errorf("%d of %d cuts are neither complete nor incomplete", wrong, total)
	}
}

// TestConcurrent parses on several goroutines at once.
func TestConcurrent(t *testing.T) {
	list, err := corpus.Cases()
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, c := range list[:400] {
				parser.Parse(parser.NewSource("", c.Script))
			}
		})
	}
	group.Wait()
}

// TestChunks repeats scripts until they are scanned in several pieces: each repetition must give
// the same statements again.
func TestChunks(t *testing.T) {
	for _, src := range good(t) {
		block, _ := parser.Parse(src)
		if block.ParamBlock != nil || len(block.UsingStatements) > 0 || block.EndBlock == nil || !block.EndBlock.Unnamed {
			continue
		}
		if strings.Contains(src.Text, "class ") || strings.Contains(src.Text, "enum ") || block.Requirements != nil {
			continue // what may be written once only
		}
		n := 12_000/(len(src.Text)+1) + 2
		again, errs := parser.Parse(parser.NewSource("", strings.Repeat(src.Text+"\n", n)))
		if len(errs) > 0 {
			t.Errorf("%d times: %s at %d\n%.300s", n, errs[0].ID, errs[0].Start, src.Text)
			continue
		}
		if got, want := len(again.EndBlock.Statements), n*len(block.EndBlock.Statements); got != want {
			t.Errorf("%d times: %d statements, want %d\n%.300s", n, got, want, src.Text)
		}
	}
}
