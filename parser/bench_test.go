package parser_test

import (
	"strings"
	"testing"

	"rehearse/parser"
	"rehearse/parser/internal/corpus"
	"rehearse/parser/scanner"
)

// good are the scripts that parse without errors.
func good(b testing.TB) []*parser.Source {
	b.Helper()
	list, err := corpus.Cases()
	if err != nil {
		b.Fatal(err)
	}
	var out []*parser.Source
	for _, c := range list {
		src := parser.NewSource("", c.Script)
		if _, errs := parser.Parse(src); len(errs) == 0 {
			out = append(out, src)
		}
	}
	return out
}

// BenchmarkParse parses the recorded scripts one by one.
func BenchmarkParse(b *testing.B) {
	sources := good(b)
	size := 0
	for _, s := range sources {
		size += len(s.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sources {
			parser.Parse(s)
		}
	}
}

// joined is the good scripts as one text, but for those that may only stand alone.
func joined(b testing.TB) string {
	var text strings.Builder
	for _, s := range good(b) {
		if !standsAlone(s) {
			text.WriteString(s.Text)
			text.WriteByte('\n')
		}
	}
	return text.String()
}

// standsAlone reports whether a script has what may only stand at the beginning of one.
func standsAlone(s *parser.Source) bool {
	b, _ := parser.Parse(s)
	return b.UsingStatements != nil || b.ParamBlock != nil || b.EndBlock == nil || !b.EndBlock.Unnamed || b.ProcessBlock != nil || b.BeginBlock != nil
}

// BenchmarkParseJoined parses the recorded scripts as one text. The program collects garbage later than a test does; GOGC=400 is like it.
func BenchmarkParseJoined(b *testing.B) {
	text := joined(b)
	src := parser.NewSource("", text)
	if _, errs := parser.Parse(src); len(errs) > 0 {
		b.Logf("%d errors, first %s at %d", len(errs), errs[0].ID, errs[0].Start)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		parser.Parse(src)
	}
}

// BenchmarkScan scans the recorded scripts as one text.
func BenchmarkScan(b *testing.B) {
	text := joined(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	tokens := 0
	var t scanner.Token
	for b.Loop() {
		l := scanner.New(text, scanner.Options{Chunks: true})
		for tokens = 0; !l.Ended(); tokens++ {
			l.Scan(&t)
			if t.Type == scanner.EOF {
				l.NextChunk()
			}
		}
	}
	b.ReportMetric(float64(len(text))/float64(tokens), "bytes/token")
}
