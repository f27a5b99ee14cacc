package runtime

import "rehearse/runtime/value"

// hostObject is $Host.
type hostObject struct{}

var typeHost = &value.Type{Name: "InternalHost", FullName: "System.Management.Automation.Internal.Host.InternalHost", Base: value.TypeObject}

// TypeOf is InternalHost.
func (hostObject) TypeOf() *value.Type { return typeHost }

// hostMembers are the members of $Host.
func hostMembers() {
	typeHost.Members = &value.Members{
		Properties: []value.Property{
			text1("Name", func(hostObject) string { return "ConsoleHost" }),
			{Name: "Version", Get: func(env value.Env, _ value.Value) (value.Value, error) { return env.(*Frame).hostVersion() }},
			row("UI", nil, func(hostObject) value.Value { return value.Of(hostUI{}) }),
			{Name: "CurrentCulture", Get: currentCulture},
			{Name: "CurrentUICulture", Get: currentCulture},
			row("PrivateData", nil, func(hostObject) value.Value { return hostColors() }),
			row("DebuggerEnabled", value.TypeBool, func(hostObject) value.Value { return value.True }),
			row("IsRunspacePushed", value.TypeBool, func(hostObject) value.Value { return value.False }),
		},
		Methods: []value.Method{
			uiMethod("SetShouldExit", nil, func(f *Frame, a []value.Value) (value.Value, error) {
				f.shouldExit = int(a[0].Int())
				return value.NothingValue, nil
			}, []value.Param{{Name: "exitCode", Type: value.TypeInt32}}),
			uiMethod("EnterNestedPrompt", nil, func(f *Frame, _ []value.Value) (value.Value, error) { return value.NothingValue, f.enterNestedPrompt() }, nil),
			uiMethod("NotifyBeginApplication", nil, func(*Frame, []value.Value) (value.Value, error) { return value.NothingValue, nil }, nil),
			uiMethod("NotifyEndApplication", nil, func(*Frame, []value.Value) (value.Value, error) { return value.NothingValue, nil }, nil),
		},
	}
}

// enterNestedPrompt is $Host.EnterNestedPrompt(): where nobody can answer, the prompt shows and ends (oracle/prompts).
func (f *Frame) enterNestedPrompt() error {
	if f.host.Prompts == nil {
		return f.writeOut(f.nestedPromptText(1))
	}
	return f.nestedPrompt()
}
