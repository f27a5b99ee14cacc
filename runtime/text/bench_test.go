package text

import (
	"strings"
	"testing"
)

const benchLine = "2024-03-05 13:07:09 INFO [worker-17] some request for user=alice.example@contoso.com finished with code=200 in 153 ms, queue CQ-Sales-01, number +14258829080, policy BusinessVoice, site Redmond"

func BenchmarkComposite(b *testing.B) {
	for b.Loop() {
		FormatComposite("{0,-10}|{1:N2} of {2}", 3, func(i int, format string) (string, error) {
			switch i {
			case 0:
				return "name", nil
			case 1:
				return FormatFloat(1234.5, 64, format, EnglishUS)
			}
			return FormatInt64(42, 32, format, EnglishUS)
		})
	}
}

func BenchmarkFormatInt(b *testing.B) {
	for b.Loop() {
		FormatInt64(1234567, 32, "D10", EnglishUS)
	}
}

func BenchmarkFormatCustom(b *testing.B) {
	for b.Loop() {
		FormatFloat(1234.5678, 64, "#,##0.00", EnglishUS)
	}
}

func BenchmarkFloatString(b *testing.B) {
	for b.Loop() {
		FloatLanguageString(1234.5678, 64, Invariant)
	}
}

func BenchmarkParseInt(b *testing.B) {
	for b.Loop() {
		ParseInt64("12345", 32, IntegerStyle, EnglishUS)
	}
}

func BenchmarkWildcard(b *testing.B) {
	for _, pattern := range []string{"2024*", "*Redmond", "*alice.EXAMPLE*", "*user=*code=[0-9]*", "*zzz*"} {
		b.Run(pattern, func(b *testing.B) {
			for b.Loop() {
				w, _ := CompileWildcard(pattern, true)
				w.Match(benchLine)
			}
		})
	}
}

func BenchmarkRegexIsMatch(b *testing.B) {
	for _, pattern := range []string{`ERROR`, `code=(\d+)`, `user=(.*?)@`, `(\w+)@(\w+)\.com`, `^2024`, `WARN|ERROR|FATAL`, `zzz=(\d+)`, `^\+?[0-9]{4,15}$`} {
		b.Run(strings.ReplaceAll(pattern, "/", ""), func(b *testing.B) {
			for b.Loop() {
				r, _ := CompileRegex(pattern, IgnoreCase)
				r.IsMatch(benchLine)
			}
		})
	}
}

func BenchmarkRegexMatch(b *testing.B) {
	r, _ := CompileRegex(`(\w+)@(\w+)\.com`, IgnoreCase)
	for b.Loop() {
		r.Match(benchLine)
	}
}

func BenchmarkRegexReplace(b *testing.B) {
	r, _ := CompileRegex(`[^0-9+]`, IgnoreCase)
	for b.Loop() {
		r.Replace("tel: +1 (425) 882-9080", "")
	}
}

func BenchmarkRegexSplit(b *testing.B) {
	r, _ := CompileRegex(`,\s*`, IgnoreCase)
	for b.Loop() {
		r.Split(benchLine, 0)
	}
}

func BenchmarkRegexCompile(b *testing.B) {
	for b.Loop() {
		compileRegex(regexKey{pattern: `(?<user>\w+)@(\w+)\.com`, options: IgnoreCase})
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, pair := range [][2]string{{"alice.example@contoso.com", "Alice.Example@contoso.org"}, {"élan vital", "elan vital"}} {
		b.Run(pair[0], func(b *testing.B) {
			for b.Loop() {
				Compare(pair[0], pair[1], true)
			}
		})
	}
}

func BenchmarkIndexOfFold(b *testing.B) {
	for b.Loop() {
		IndexOf(benchLine, "REDMOND", OrdinalIgnoreCase)
	}
}
