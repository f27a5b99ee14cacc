package utility

import (
	"path"
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// inputStream is the path of text that came through the pipeline.
const inputStream = "InputStream"

// matchInfo is what Select-String gives for a line.
type matchInfo struct {
	value.Extended
	line, pattern string
	path          string
	number        int
	ignoreCase    bool
	spans         []*text.Match
	matches       value.Value // spans as values, once they were asked for
	context       *matchContext
	marks         []int // what the display emphasises
}

// matchContext is the lines around a match. What the display shows of them leaves out matches and what another match shows.
type matchContext struct {
	value.Extended
	pre, post, shownPre, shownPost []string
}

var (
	typeMatchInfo = &value.Type{Name: "MatchInfo", FullName: "Microsoft.PowerShell.Commands.MatchInfo", Base: value.TypeObject, Assembly: "Microsoft.PowerShell.Commands.Utility",
		Members: &value.Members{Fill: fillMatchInfo}}
	typeMatchContext = &value.Type{Name: "MatchInfoContext", FullName: "Microsoft.PowerShell.Commands.MatchInfoContext", Base: value.TypeObject, Assembly: "Microsoft.PowerShell.Commands.Utility",
		Members: &value.Members{Fill: fillMatchContext}}
)

// TypeOf is MatchInfo.
func (*matchInfo) TypeOf() *value.Type { return typeMatchInfo }

// TypeOf is MatchInfoContext.
func (*matchContext) TypeOf() *value.Type { return typeMatchContext }

// ToText is the match with the full path of its file.
func (m *matchInfo) ToText() string { return strings.Join(m.lines(m.path, m.line), "\n") }

// DisplayLines are the lines that the display shows, paths as seen from the current location.
func (m *matchInfo) DisplayLines(env value.Env) []string {
	from := ""
	if f, ok := env.(*runtime.Frame); ok {
		from = f.Location()
	}
	return m.lines(m.relativePath(from), emphasise(m.line, m.marks))
}

// lines is the match as text: "path:number:line" for a file, the line alone for piped text. With a context each line is marked.
func (m *matchInfo) lines(path, line string) []string {
	if m.context == nil {
		return []string{m.located(path, m.number, line)}
	}
	var out []string
	pre := m.context.shownPre
	for i, s := range pre {
		out = append(out, "  "+m.located(path, m.number-len(pre)+i, s))
	}
	out = append(out, "> "+m.located(path, m.number, line))
	for i, s := range m.context.shownPost {
		out = append(out, "  "+m.located(path, m.number+1+i, s))
	}
	return out
}

func (m *matchInfo) located(path string, number int, line string) string {
	if m.path == inputStream {
		return line
	}
	return path + ":" + strconv.Itoa(number) + ":" + line
}

// relativePath is the path seen from a folder, the whole path if the file does not lie below it.
func (m *matchInfo) relativePath(folder string) string {
	if folder == "" || m.path == inputStream || len(m.path) <= len(folder) || !value.EqualFold(m.path[:len(folder)], folder) {
		return m.path
	}
	rest := m.path[len(folder):]
	if last := folder[len(folder)-1]; last == '/' || last == '\\' {
		return rest
	}
	if rest[0] == '/' || rest[0] == '\\' {
		return rest[1:]
	}
	return m.path
}

func (m *matchInfo) fileName() string {
	if m.path == inputStream {
		return inputStream
	}
	return path.Base(strings.ReplaceAll(m.path, "\\", "/"))
}

func (m *matchInfo) matchList() value.Value {
	if m.matches.IsNull() {
		items := make([]value.Value, len(m.spans))
		for i, x := range m.spans {
			items[i] = dotnet.OfMatch(x)
		}
		m.matches = value.Of(&value.Array{Type: value.ArrayOf(dotnet.TypeMatch), Items: items})
	}
	return m.matches
}

func (m *matchInfo) contextValue() value.Value {
	if m.context == nil {
		return value.NullValue
	}
	return value.Of(m.context)
}

func fillMatchInfo(members *value.Members) {
	get := func(name string, t *value.Type, of func(m *matchInfo) value.Value) {
		members.Properties = append(members.Properties, value.Property{Name: name, Type: t, Get: func(_ value.Env, self value.Value) (value.Value, error) {
			m, ok := value.As[*matchInfo](self.Base())
			if !ok {
				return value.NullValue, nil
			}
			return of(m), nil
		}})
	}
	get("IgnoreCase", value.TypeBool, func(m *matchInfo) value.Value { return value.OfBool(m.ignoreCase) })
	get("LineNumber", value.TypeInt32, func(m *matchInfo) value.Value { return value.OfInt(m.number) })
	get("Line", value.TypeString, func(m *matchInfo) value.Value { return value.OfString(m.line) })
	get("Filename", value.TypeString, func(m *matchInfo) value.Value { return value.OfString(m.fileName()) })
	get("Path", value.TypeString, func(m *matchInfo) value.Value { return value.OfString(m.path) })
	get("Pattern", value.TypeString, func(m *matchInfo) value.Value { return value.OfString(m.pattern) })
	get("Context", typeMatchContext, (*matchInfo).contextValue)
	get("Matches", value.ArrayOf(dotnet.TypeMatch), (*matchInfo).matchList)
	method := func(name string, params []value.Param, call func(m *matchInfo, args []value.Value) string) value.Overload {
		return value.Overload{Params: params, Return: value.TypeString, Call: func(_ value.Env, self value.Value, args []value.Value) (value.Value, error) {
			m, _ := value.As[*matchInfo](self.Base())
			return value.OfString(call(m, args)), nil
		}}
	}
	folder := []value.Param{{Name: "directory", Type: value.TypeString}}
	members.Methods = append(members.Methods,
		value.Method{Name: "RelativePath", Overloads: []value.Overload{
			method("RelativePath", folder, func(m *matchInfo, args []value.Value) string { return m.relativePath(args[0].Str()) })}},
		value.Method{Name: "ToEmphasizedString", Overloads: []value.Overload{
			method("ToEmphasizedString", folder, func(m *matchInfo, args []value.Value) string {
				return strings.Join(m.lines(m.relativePath(args[0].Str()), emphasise(m.line, m.marks)), "\n")
			})}},
		value.Method{Name: "ToString", Overloads: []value.Overload{
			method("ToString", nil, func(m *matchInfo, _ []value.Value) string { return m.ToText() }),
			method("ToString", folder, func(m *matchInfo, args []value.Value) string {
				return strings.Join(m.lines(m.relativePath(args[0].Str()), m.line), "\n")
			})}})
}

func fillMatchContext(members *value.Members) {
	for _, x := range []struct {
		name string
		of   func(c *matchContext) *[]string
	}{
		{"PreContext", func(c *matchContext) *[]string { return &c.pre }},
		{"PostContext", func(c *matchContext) *[]string { return &c.post }},
		{"DisplayPreContext", func(c *matchContext) *[]string { return &c.shownPre }},
		{"DisplayPostContext", func(c *matchContext) *[]string { return &c.shownPost }},
	} {
		members.Properties = append(members.Properties, value.Property{Name: x.name, Type: value.TypeStringArray,
			Get: func(_ value.Env, self value.Value) (value.Value, error) {
				c, ok := value.As[*matchContext](self.Base())
				if !ok {
					return value.NullValue, nil
				}
				return value.OfStrings(*x.of(c)), nil
			},
			Set: func(_ value.Env, self, v value.Value) error {
				list, err := value.Convert(v, value.TypeStringArray)
				if err != nil {
					return err
				}
				if c, ok := value.As[*matchContext](self.Base()); ok {
					var lines []string
					for _, s := range value.Elements(list) {
						lines = append(lines, s.Str())
					}
					*x.of(c) = lines
				}
				return nil
			}})
	}
}
