package utility

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func rows(s string, delimiter uint16) [][]string {
	p := newCsvParser(s, delimiter)
	var out [][]string
	for {
		f, ok := p.row()
		if !ok {
			return out
		}
		out = append(out, append([]string(nil), f...))
	}
}

func TestCsvParser(t *testing.T) {
	for _, c := range []struct {
		text      string
		delimiter uint16
		want      [][]string
	}{
		{"a,b\n1,2\r\n3,4\r5,6", ',', [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}},
		{"1,\n1,,\n,,\n\n  \nx", ',', [][]string{{"1", ""}, {"1", "", ""}, {"", "", ""}, {"x"}}},
		{"1,", ',', [][]string{{"1"}}},
		{"1,,", ',', [][]string{{"1", ""}}},
		{",", ',', nil},
		{`"a""b", "c"d"e" ,f"g`, ',', [][]string{{`a"b`, `cd"e" `, `f"g`}}},
		{`"tail" junk,"x"  ,y `, ',', [][]string{{"tail junk", "x", "y "}}},
		{"\"one\ntwo\",3", ',', [][]string{{"one\ntwo", "3"}}},
		{"1,\"open\n2,x", ',', [][]string{{"1", "open\n2,x"}}},
		{"\t x\t y", '\t', [][]string{{"", "x", "y"}}},
		{"a§b", '§', [][]string{{"a", "b"}}},
	} {
		if d := cmp.Diff(c.want, rows(c.text, c.delimiter)); d != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, d)
		}
	}
}

func FuzzCsvParser(f *testing.F) {
	f.Add("a,b\n\"1\"\"\",2", uint16(','))
	f.Add("\"", uint16('"'))
	f.Add("a\xff;\r", uint16(0xd800))
	f.Fuzz(func(t *testing.T, s string, delimiter uint16) {
		n := 0
		for _, r := range rows(s, delimiter) {
			n += len(r)
		}
		if n > len(s)+1 {
			t.Errorf("%d fields of %d bytes", n, len(s))
		}
	})
}

func BenchmarkCsvParser(b *testing.B) {
	s := strings.Repeat("1,\"User 17\",user17@contoso.com,\"+49301234567\",\"a \"\"b\"\", c\"\n", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		p := newCsvParser(s, ',')
		for {
			if _, ok := p.row(); !ok {
				break
			}
		}
	}
}
