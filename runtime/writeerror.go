package runtime

import (
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// Own makes a record look as if the caller of this cmdlet had written it: Write-Error's errors belong to the function or script that
// calls it (oracle/errors, section 4).
func (c *Call) Own(r *value.ErrorRecord) {
	f := c.frame
	r.Activity = "Write-Error"
	r.Issue(f.callerName())
	f.targetNames(r)
	if _, ok := value.As[*dotnet.FileInfo](r.Target); ok {
		r.TargetType = value.TypePSObject.Name // a cmdlet gave it, in the wrapping of all its output
	}
	info := f.invoked()
	if info == nil {
		info = c.info
	}
	r.Invocation = info.Recorded()
	r.StackTrace = f.stackTrace()
}

// invoked is the call of the function, block or script that runs, nil at the prompt.
func (f *Frame) invoked() *value.InvocationInfo {
	for x := f; x != nil; x = x.up {
		if x.invocation != nil {
			return x.invocation
		}
	}
	return nil
}

// callerName is the function or script file that runs, "" at the prompt.
func (f *Frame) callerName() string {
	for x := f; x != nil; x = x.up {
		if x.invocation == nil || x.code == nil {
			continue
		}
		if c, ok := value.As[*CommandInfo](x.invocation.Command); ok {
			return c.Name()
		}
	}
	return ""
}

// ScriptName is the path of the script that runs, "" for none.
func (c *Call) ScriptName() string { return c.frame.scriptPath() }

// IsList tells whether a value is enumerated when it enters a pipeline.
func IsList(v value.Value) bool { return isList(v) }

// TypeConsoleColor is System.ConsoleColor.
var TypeConsoleColor = value.NewEnum("System.ConsoleColor", []string{"Black", "DarkBlue", "DarkGreen", "DarkCyan", "DarkRed", "DarkMagenta", "DarkYellow", "Gray",
	"DarkGray", "Blue", "Green", "Cyan", "Red", "Magenta", "Yellow", "White"}, []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
