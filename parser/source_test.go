package parser_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rehearse/parser"
	"rehearse/parser/ast"
)

func TestPosition(t *testing.T) {
	s := parser.NewSource("", "a\r\nb😀c\rd\n")
	for _, c := range []struct{ offset, line, column int }{
		{0, 1, 1}, {1, 1, 2}, {3, 2, 1}, {4, 2, 2}, {8, 2, 4}, {9, 2, 5}, {10, 3, 1}, {11, 3, 2}, {12, 4, 1}, {13, 4, 2},
	} {
		if p := s.Position(c.offset); p.Line != c.line || p.Column != c.column {
			t.Errorf("offset %d is at %d:%d, want %d:%d", c.offset, p.Line, p.Column, c.line, c.column)
		}
	}
	var lines []string
	for n := 1; n <= s.Lines(); n++ {
		lines = append(lines, s.Line(n))
	}
	if d := cmp.Diff([]string{"a", "b😀c", "d", ""}, lines); d != "" {
		t.Error(d)
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""}, {"é", "é"}, {"\xEF\xBB\xBFé", "é"}, {"\xFF\xFEa\x00\xe9\x00", "aé"}, {"\xFE\xFF\x00a\x00\xe9", "aé"},
		{"caf\xe9 é", "café é"},
	} {
		if got, err := parser.Decode([]byte(c.in)); got != c.want || err != nil {
			t.Errorf("%q: %q, %v", c.in, got, err)
		}
	}
	for _, in := range []string{"PK\x03\x04\x00", "\x00", "\xFF\xFEa", "\x7fELF\x02\x01\x01\x00"} {
		if _, err := parser.Decode([]byte(in)); !errors.Is(err, parser.ErrBinary) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// number parses a literal and returns its value.
func number(t *testing.T, text string) (ast.Number, []*parser.Error) {
	t.Helper()
	block, errs := parser.Parse(parser.NewSource("", text))
	var n ast.Number
	ast.Inspect(block, func(x ast.Node) bool {
		if c, ok := x.(*ast.ConstantExpression); ok {
			n = c.Value
		}
		return true
	})
	return n, errs
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		kind ast.NumberKind
		want any
	}{
		{"0", ast.Int32, 0}, {"007", ast.Int32, 7}, {"-5", ast.Int32, -5}, {"2147483647", ast.Int32, 2147483647},
		{"-2147483648", ast.Int32, -2147483648}, {"2147483648", ast.Int64, 2147483648}, {"9223372036854775808", ast.Decimal, "9223372036854775808"},
		{"79228162514264337593543950336", ast.Double, 79228162514264337593543950336.0}, {"1.", ast.Double, 1.0}, {".5", ast.Double, 0.5},
		{"1e3", ast.Double, 1000.0}, {"-1.5", ast.Double, -1.5}, {"1.5kb", ast.Double, 1536.0}, {"1gb", ast.Int32, 1 << 30}, {"2gb", ast.Int64, 1 << 31},
		{"8192pb", ast.Decimal, "9223372036854775808"}, {"1lkb", ast.Int64, 1024}, {"1.5dgb", ast.Decimal, "1610612736.0"},
		{"1.50d", ast.Decimal, "1.50"}, {"1e2d", ast.Decimal, "100"}, {"1.5l", ast.Int64, 2}, {"2.5l", ast.Int64, 2}, {"1.4l", ast.Int64, 1},
		{"1.6u", ast.UInt32, 2}, {"1.5n", ast.BigInteger, "2"}, {"5n", ast.BigInteger, "5"}, {"127y", ast.SByte, 127}, {"255uy", ast.Byte, 255},
		{"1s", ast.Int16, 1}, {"65535us", ast.UInt16, 65535}, {"4294967296u", ast.UInt64, 4294967296}, {"0xFFFFFFFF", ast.Int32, -1},
		{"0xFFFFFFFFFFFFFFFF", ast.Int64, -1}, {"0x10", ast.Int32, 16}, {"0xFFu", ast.UInt32, 255}, {"0xd", ast.Int32, 13},
		{"0b11111111", ast.Int32, -1}, {"0b10000000", ast.Int32, -128}, {"0b101", ast.Int32, 5},
	} {
		n, errs := number(t, c.text)
		var got any
		switch n.Kind {
		case ast.Double:
			got = n.Float()
		case ast.Decimal, ast.BigInteger:
			got = n.Digits
		default:
			got = int(n.Int())
		}
		if len(errs) > 0 || n.Kind != c.kind || got != c.want {
			t.Errorf("%s is %v %v, want %v %v %v", c.text, n.Kind, got, c.kind, c.want, errs)
		}
	}
	for _, text := range []string{"128y", "-1u", "1.5e400u", "16384lpb", "0x10000000000000000", "256uy", "18446744073709551616ul"} {
		if _, errs := number(t, text); len(errs) != 1 || errs[0].ID != "BadNumericConstant" {
			t.Errorf("%s gives %v", text, errs)
		}
	}
}

func TestTokens(t *testing.T) {
	const text = "# c\nif ($a) { Get-Item -Path \"x$y\" 5 | % Name }"
	var got []string
	for _, tok := range parser.Tokens(text) {
		got = append(got, tok.Text(text))
	}
	want := []string{"# c", "if", "(", "$a", ")", "{", "Get-Item", "-Path", "\"", "x", "$y", "\"", "5", "|", "%", "Name", "}"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if c := parser.Tokens(text)[6].Class; c != parser.CommandToken {
		t.Errorf("Get-Item is of class %d", c)
	}
}

// TestReturnedTree checks a few values that the tree notation does not show.
func TestReturnedTree(t *testing.T) {
	block, errs := parser.Parse(parser.NewSource("", "#requires -Version 7.2 -Modules A, @{ModuleName='B';ModuleVersion='1.0'}\n\"a$b`n$(1)c\"; throw; try {} catch { throw }"))
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	r := block.Requirements
	if r == nil || r.RequiredPSVersion != "7.2" || len(r.RequiredModules) != 2 || r.RequiredModules[1].ModuleVersion != "1.0" {
		t.Errorf("requirements %+v", r)
	}
	e := block.EndBlock.Statements[0].(*ast.Pipeline).PipelineElements[0].(*ast.CommandExpression).Expression.(*ast.ExpandableStringExpression)
	if e.Value != "a$b\n$(1)c" || len(e.Parts) != 5 || e.Parts[2].Text != "\n" || len(e.NestedExpressions) != 2 {
		t.Errorf("expandable string %q %+v", e.Value, e.Parts)
	}
	if block.EndBlock.Statements[1].(*ast.ThrowStatement).IsRethrow {
		t.Error("a throw outside of catch rethrows")
	}
	if c := block.EndBlock.Statements[2].(*ast.TryStatement).CatchClauses[0]; !c.Body.Statements[0].(*ast.ThrowStatement).IsRethrow {
		t.Error("a throw in catch does not rethrow")
	}
}
