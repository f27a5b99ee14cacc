package parser

import (
	"strings"
	"testing"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/scanner"
)

// samples are complete statements of every production.
var samples = []string{
	"if ($a) { 1 } elseif ($b) { 2 } else { 3 }",
	"foreach ($x in $y) { 1 }",
	"while ($a) { 1 }",
	"for ($i = 0; $i -lt 3; $i++) { 1 }",
	"do { 1 } while ($a)",
	"do { 1 } until ($a)",
	"switch -regex ($a) { 1 { 2 } default { 3 } }",
	"function f($a) { 1 }",
	"return 1",
	"break outer",
	"try { 1 } catch [a], [b] { 2 } finally { 3 }",
	"trap [a] { 1 }",
	"data d -SupportedCommand a, b { 1 }",
	"class A : B, C { [int]$x }",
	"enum A : byte { B }",
	"using namespace System",
	"param($a)",
	"begin { 1 }",
}

// TestMissingTable cuts every sample behind each of its tokens and lets another token follow, and
// expects a row of the table for every way a production can fail, and every row to be used.
func TestMissingTable(t *testing.T) {
	used := map[string]bool{}
	for _, sample := range samples {
		l := scanner.New(sample, scanner.Options{})
		var ends []int
		for tok := (lexer.Token{}); ; {
			if l.Scan(&tok); tok.Type == scanner.EOF {
				break
			}
			ends = append(ends, scanner.End(&tok))
		}
		for _, end := range ends[:len(ends)-1] {
			for _, next := range []string{"", " )", " ]", " 5", " $v", " w", " ;"} {
				text := sample[:end] + next
				p := acquire()
				p.text, p.maxDepth, p.budget = text, 1000, 1<<20
				p.lex.Reset(text, scanner.Options{Tag: p.tag})
				p.scan(0)
				first := p.at
				k := p.peek()
				var err error
				var name string
				switch k {
				case scanner.Param:
					name = "paramStatement"
					_, err = paramProduction.parse(p)
				case scanner.NamedBlock:
					name = "namedBlock"
					_, err = namedBlockProduction.parse(p)
				default:
					if int(k) >= len(productions) || productions[k] == nil {
						p.release() // param without a parenthesis is a command
						continue
					}
					name = productions[k].name
					_, err = productions[k].parse(p)
				}
				if err != nil && err != errReported {
					clause, _ := p.clause(name, first)
					if row, ok := missing(clause, err); ok {
						used[row.production+" "+row.expected] = true
					} else {
						t.Errorf("%q: no row for %s: %v", text, clause, err)
					}
				}
				p.release()
			}
		}
	}
	for _, r := range missingTable {
		if !used[r.production+" "+r.expected] {
			t.Errorf("row %s, %s is not used", r.production, r.expected)
		}
		if strings.Count(r.message, "%") > 1 {
			t.Errorf("row %s, %s: more than one verb", r.production, r.expected)
		}
	}
}

// TestStatementGrammar compiles the definition of a statement, of which the parser uses only the
// parts, and expects a production in it for each keyword.
func TestStatementGrammar(t *testing.T) {
	g := participle.MustBuild[statement](participle.Lexer(scanner.Definition{}), participle.UseLookahead(0)).String()
	for _, r := range productions {
		if r == nil {
			continue
		}
		if name := strings.ToUpper(r.name[:1]) + r.name[1:]; !strings.Contains(g, name+" = ") {
			t.Errorf("%s is missing in the definition of a statement", name)
		}
	}
}
