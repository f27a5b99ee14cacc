package text

import (
	"fmt"
	"sort"
	"strings"
	"testing"
)

const nullArray = "error NullArray System.Management.Automation.RuntimeException: Cannot index into a null array."

func caseOption(cased string) RegexOptions {
	if cased == "c" {
		return 0
	}
	return IgnoreCase
}

func thrown(err error) string {
	return "error System.Text.RegularExpressions.RegexParseException System.Text.RegularExpressions.RegexParseException: " + escapeShown(err.Error())
}

func called(method string, count int, err error) string {
	return fmt.Sprintf(`error RegexParseException System.Management.Automation.MethodInvocationException: Exception calling "%s" with "%d" argument(s): "%s"`,
		method, count, escapeShown(err.Error()))
}

func TestMatchingTable(t *testing.T) {
	wild := func(a []string, ignoreCase, not bool) string {
		w, err := CompileWildcard(unquote(a[1]), ignoreCase)
		if err != nil {
			return "error RuntimeException System.Management.Automation.WildcardPatternException: " + escapeShown(err.Error())
		}
		return shownBool(w.Match(unquote(a[0])) != not)
	}
	badReplace := func(p string) string {
		return "error InvalidRegularExpression System.Management.Automation.RuntimeException: The regular expression pattern " + escapeShown(p) + " is not valid."
	}
	replay(t, "matching", []rule{
		{quotedText + ` -(c?)(not)?like ` + quotedText, func(a []string) string {
			return wild([]string{a[0], a[3]}, a[1] == "", a[2] != "")
		}},
		{quotedText + ` -match ` + quotedText + `; \$Matches\[0\]`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), IgnoreCase)
			if err != nil {
				return thrown(err)
			}
			m, _ := r.Match(unquote(a[0]))
			if m == nil {
				return nullArray
			}
			return "System.Boolean 'True' | " + shown(m.Value)
		}},
		{quotedText + ` -(c?)match ` + quotedText, func(a []string) string {
			r, err := CompileRegex(unquote(a[2]), caseOption(a[1]))
			if err != nil {
				return thrown(err)
			}
			ok, _ := r.IsMatch(unquote(a[0]))
			return shownBool(ok)
		}},
		{quotedText + ` -(c?)replace ` + quotedText + `,` + quotedText, func(a []string) string {
			r, err := CompileRegex(unquote(a[2]), caseOption(a[1]))
			if err != nil {
				return badReplace(unquote(a[2]))
			}
			s, _ := r.Replace(unquote(a[0]), unquote(a[3]))
			return shown(s)
		}},
		{quotedText + ` -replace ` + quotedText + `,\{ \$_\.Value\.ToUpper\(\) \}`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), IgnoreCase)
			if err != nil {
				return badReplace(unquote(a[1]))
			}
			s, _ := r.ReplaceFunc(unquote(a[0]), func(m *Match) (string, error) { return ToUpper(m.Value), nil })
			return shown(s)
		}},
		{quotedText + ` -replace ` + quotedText + `,\{ "<\$\(\$_\.Index\)>" \}`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), IgnoreCase)
			if err != nil {
				return badReplace(unquote(a[1]))
			}
			s, _ := r.ReplaceFunc(unquote(a[0]), func(m *Match) (string, error) { return fmt.Sprintf("<%d>", m.Index), nil })
			return shown(s)
		}},
		{`@\(` + quotedText + ` -split ` + quotedText + `\)`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), IgnoreCase)
			if err != nil {
				return thrown(err)
			}
			list, _ := r.Split(unquote(a[0]), 0)
			return shownAll(list)
		}},
		{`@\(\[regex\]::Split\(` + quotedText + `,` + quotedText + `\)\)`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), 0)
			if err != nil {
				return called("Split", 2, err)
			}
			list, _ := r.Split(unquote(a[0]), 0)
			return shownAll(list)
		}},
		{`@\(\[regex\]::Matches\(` + quotedText + `,` + quotedText + `\) \| ForEach-Object \{ "\$\(\$_\.Index\):\$\(\$_\.Length\):\$\(\$_\.Value\)" \}\)`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), 0)
			if err != nil {
				return called("Matches", 2, err)
			}
			all, _ := r.MatchAll(unquote(a[0]))
			var list []string
			for _, m := range all {
				list = append(list, fmt.Sprintf("%d:%d:%s", m.Index, m.Length, m.Value))
			}
			if list == nil {
				return "nothing"
			}
			return shownAll(list)
		}},
		{`\[regex\]::Replace\(` + quotedText + `,` + quotedText + `,'_'\)`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), 0)
			if err != nil {
				return called("Replace", 3, err)
			}
			s, _ := r.Replace(unquote(a[0]), "_")
			return shown(s)
		}},
		{`\[regex\]::IsMatch\(` + quotedText + `,` + quotedText + `,'IgnoreCase'\)`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), IgnoreCase)
			if err != nil {
				return called("IsMatch", 3, err)
			}
			ok, _ := r.IsMatch(unquote(a[0]))
			return shownBool(ok)
		}},
		{quotedText + ` \| Select-String -Pattern ` + quotedText + ` -AllMatches \| ForEach-Object \{ \$_\.Matches\.Value -join ',' \}`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), IgnoreCase)
			if err != nil {
				return "error InvalidRegex,Microsoft.PowerShell.Commands.SelectStringCommand System.ArgumentException: The string " +
					escapeShown(unquote(a[1])) + " is not a valid regular expression: " + escapeShown(err.Error())
			}
			all, _ := r.MatchAll(unquote(a[0]))
			if len(all) == 0 {
				return "nothing"
			}
			var list []string
			for _, m := range all {
				list = append(list, m.Value)
			}
			return shown(strings.Join(list, ","))
		}},
		{`if \(` + quotedText + ` -match ` + quotedText + `\) \{ \$Matches\.Keys \| Sort-Object \{ "\$_" \} \| ForEach-Object \{ "\$_=\$\(\$Matches\[\$_\]\)" \} \}`, func(a []string) string {
			r, err := CompileRegex(unquote(a[1]), IgnoreCase)
			if err != nil {
				return thrown(err)
			}
			m, _ := r.Match(unquote(a[0]))
			if m == nil {
				return "nothing"
			}
			var list []string
			for _, g := range m.Groups {
				if g.Success {
					list = append(list, g.Name+"="+g.Value)
				}
			}
			sort.Strings(list)
			return shownAll(list)
		}},
		{`switch -Wildcard \(` + quotedText + `\) \{ ` + quotedText + ` \{ 'hit' \} default \{ 'miss' \} \}`, func(a []string) string {
			if s := wild(a, true, false); strings.HasPrefix(s, "error") {
				return s
			} else if strings.Contains(s, "True") {
				return shown("hit")
			}
			return shown("miss")
		}},
	}, 2000)
}
