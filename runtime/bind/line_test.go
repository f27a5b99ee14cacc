package bind

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// sig declares a command for a test: "adv" makes it advanced, "default=X" names the default set.
func sig(how string, params ...Parameter) *Signature {
	s := &Signature{Command: "F", PositionalByDeclaration: true, Params: params}
	for _, w := range strings.Fields(how) {
		switch {
		case w == "adv":
			s.Advanced = true
		case w == "cmdlet":
			s.Cmdlet = true
		case w == "shouldprocess":
			s.SupportsShouldProcess = true
		case strings.HasPrefix(w, "default="):
			s.DefaultSet = w[len("default="):]
		}
	}
	return s
}

// param declares a parameter: "Name int" and one text for each [Parameter()], such as "set=A mandatory pos=0 pipeline byname remaining".
func param(declaration string, memberships ...string) Parameter {
	words := strings.Fields(declaration)
	name, aliases, _ := strings.Cut(words[0], "|")
	p := Parameter{Name: name}
	if aliases != "" {
		p.Aliases = strings.Split(aliases, "|")
	}
	if len(words) > 1 {
		p.Type = testTypes[words[1]]
		if p.Type == nil {
			panic("unknown type " + words[1])
		}
	}
	for _, text := range memberships {
		m := Membership{Position: NoPosition}
		for _, w := range strings.Fields(text) {
			key, v, _ := strings.Cut(w, "=")
			switch key {
			case "set":
				m.Set = v
			case "mandatory":
				m.Mandatory = true
			case "pos":
				m.Position, _ = strconv.Atoi(v)
			case "pipeline":
				m.FromPipeline = true
			case "byname":
				m.FromPipelineByName = true
			case "remaining":
				m.FromRemaining = true
			}
		}
		p.Sets = append(p.Sets, m)
	}
	return p
}

var testTypes = map[string]*value.Type{
	"int": value.TypeInt32, "string": value.TypeString, "switch": value.TypeSwitchParameter, "bool": value.TypeBool,
	"datetime": value.TypeDateTime, "string[]": value.TypeStringArray, "object[]": value.TypeObjectArray, "int[]": value.ArrayOf(value.TypeInt32),
	"hashtable": value.TypeHashtable, "scriptblock": value.TypeScriptBlock, "object": value.TypeObject, "double": value.TypeDouble, "long": value.TypeInt64,
	"list": value.TypeArrayList,
}

// line is a command line as arguments: -Name, -Name:x, 'text', numbers with their text, $null, $true, $false, @(), a,b; { } for a block.
func line(s string) []Argument {
	var args []Argument
	at := int32(0)
	for _, w := range strings.Fields(s) {
		e := value.Extent{Source: testSource{}, Start: at, End: at + int32(len(w))}
		at += int32(len(w)) + 1
		if len(w) > 1 && w[0] == '-' && (w[1] < '0' || w[1] > '9') {
			name, v, colon := strings.Cut(w[1:], ":")
			a := Argument{Name: name, NameText: w, NameExtent: e}
			if colon {
				a.NameText = "-" + name + ":"
				a.HasValue, a.Extent = true, e
				a.Value, a.Text = word(v)
			}
			args = append(args, a)
			continue
		}
		a := Argument{HasValue: true, Extent: e}
		a.Value, a.Text = word(w)
		args = append(args, a)
	}
	return args
}

func word(w string) (value.Value, string) {
	switch w {
	case "$null":
		return value.NullValue, ""
	case "$true":
		return value.True, ""
	case "$false":
		return value.False, ""
	case "@()":
		return value.OfArray(), ""
	case "@{}":
		return value.Of(value.NewHashtable()), ""
	case "{}":
		return value.Of(block{}), ""
	case "''":
		return value.OfString(""), ""
	case "list()":
		return value.Of(&value.ArrayList{Type: value.TypeArrayList}), ""
	}
	if i := strings.IndexByte(w, ','); i >= 0 {
		var items []value.Value
		for _, x := range strings.Split(w, ",") {
			if x != "" {
				v, _ := word(x)
				items = append(items, v)
			}
		}
		return value.OfArray(items...), ""
	}
	if strings.HasPrefix(w, "'") {
		return value.OfString(strings.Trim(w, "'")), ""
	}
	if !strings.HasPrefix(w, "-") {
		if n, err := strconv.Atoi(w); err == nil {
			return value.OfInt(n), w
		}
		if f, err := strconv.ParseFloat(w, 64); err == nil {
			return value.OfDouble(f), w
		}
	}
	return value.OfString(w), ""
}

type block struct{}

func (block) TypeOf() *value.Type { return value.TypeScriptBlock }

type testSource struct{}

func (testSource) FileName() string                  { return "" }
func (testSource) LineColumn(int) (line, column int) { return 1, 1 }
func (testSource) LineText(int) string               { return "" }
func (testSource) Slice(start, end int) string       { return "" }

// testEnv runs every block as run.
type testEnv struct {
	run func(value.BlockInput) ([]value.Value, error)
}

func (e testEnv) CallBlock(_ value.Value, with value.BlockInput) ([]value.Value, error) {
	return e.run(with)
}
func (testEnv) TypeData() *value.TypeData { return nil }
func (testEnv) Host() any                 { return nil }

// result is a binding in one line: the declared parameters, the set unless it is the only one, $args.
func result(b *Binding) string {
	var out []string
	for i := range b.Values {
		out = append(out, b.sig.Params[i].Name+"="+show(b.Values[i]))
	}
	if b.Set != AllParameterSets {
		out = append(out, "set="+b.Set)
	}
	if b.Rest != nil {
		out = append(out, "rest="+show(value.OfArray(b.Rest...)))
	}
	return strings.Join(out, " ")
}

func show(v value.Value) string {
	if l, ok := v.Object().(value.List); ok {
		var items []string
		for i := range l.Len() {
			items = append(items, show(l.At(i)))
		}
		return "(" + strings.Join(items, ",") + ")"
	}
	if v.IsNull() {
		return "$null"
	}
	return value.ToString(v)
}

// outcome is what binding a line gives: the result or the error's id.
func outcome(t *testing.T, s *Signature, args []Argument, o Options) string {
	t.Helper()
	b, err := Bind(s, args, o)
	if err != nil {
		return failure(err)
	}
	return result(b)
}

func failure(err error) string {
	var e *Error
	var x *value.Exception
	switch {
	case errors.As(err, &e):
		return "!" + e.ID
	case errors.As(err, &x):
		return "!!" + x.ID
	}
	return err.Error()
}

// lineCase is a line and what it gives.
type lineCase struct{ line, want string }

func check(t *testing.T, s *Signature, cases ...lineCase) {
	t.Helper()
	for _, c := range cases {
		if got := outcome(t, s, line(c.line), Options{}); got != c.want {
			t.Errorf("%s %s\n got %s\nwant %s", s.Command, c.line, got, c.want)
		}
	}
}
