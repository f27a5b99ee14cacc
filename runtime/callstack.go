package runtime

import (
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

// callStackFrame is one entry of Get-PSCallStack.
type callStackFrame struct {
	value.Extended
	invocation *value.InvocationInfo
	function   string
	at         value.Extent
	arguments  string
}

var typeCallStackFrame = automationType("CallStackFrame", value.TypeObject)

// TypeOf is CallStackFrame.
func (*callStackFrame) TypeOf() *value.Type { return typeCallStackFrame }

// ToText is "at FUNCTION, FILE: line N".
func (s *callStackFrame) ToText() string {
	file := s.at.Source.FileName()
	if file == "" {
		file = "<No file>"
	}
	return "at " + s.function + ", " + file + ": line " + strconv.Itoa(s.line())
}

func (s *callStackFrame) line() int {
	line, _ := s.at.Source.LineColumn(int(s.at.Start))
	return line
}

func (s *callStackFrame) location() string {
	file := s.at.Source.FileName()
	if file == "" {
		return "<No file>"
	}
	return file[lastSeparator(file)+1:] + ": line " + strconv.Itoa(s.line())
}

// command is the name of what runs: the function, the script's file, "<ScriptBlock>".
func (s *callStackFrame) command() string {
	if i, ok := value.As[*CommandInfo](s.invocation.Command); ok && i.Name() != "" {
		return i.Name()
	}
	return s.function
}

// CallStack are the calls under way, the innermost first.
func (c *Call) CallStack() []value.Value {
	var out []value.Value
	for x := c.frame; x != nil; x = x.up {
		if x.invocation == nil || x.binding == nil || x.code == nil || x.code.source == nil {
			continue
		}
		s := &callStackFrame{invocation: x.invocation, function: x.frameName(), at: x.position(x.at), arguments: x.argumentsText()}
		out = append(out, value.Of(s))
	}
	return out
}

// argumentsText is the bound parameters as the stack shows them: {x=1, y=2}.
func (f *Frame) argumentsText() string {
	var parts []string
	f.binding.EachBound(func(_ int, name string, v value.Value) bool {
		parts = append(parts, name+"="+value.ToString(v))
		return true
	})
	return "{" + strings.Join(parts, ", ") + "}"
}

func callStackMembers() {
	typeCallStackFrame.Members = &value.Members{Properties: []value.Property{
		text1("Command", (*callStackFrame).command),
		text1("Location", (*callStackFrame).location),
		text1("Arguments", func(s *callStackFrame) string { return s.arguments }),
		text1("FunctionName", func(s *callStackFrame) string { return s.function }),
		text1("ScriptName", func(s *callStackFrame) string { return s.at.Source.FileName() }),
		row("ScriptLineNumber", value.TypeInt32, func(s *callStackFrame) value.Value { return value.OfInt(s.line()) }),
		row("InvocationInfo", value.TypeInvocationInfo, func(s *callStackFrame) value.Value { return value.Of(s.invocation) }),
	}}
}
