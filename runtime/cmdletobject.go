package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// cmdletMembers are the members of $PSCmdlet.
func cmdletMembers() {
	object := value.Param{Name: "sendToPipeline"}
	texts := func(names ...string) []value.Param {
		var p []value.Param
		for _, n := range names {
			p = append(p, value.Param{Name: n, Type: value.TypeString})
		}
		return p
	}
	method := func(name string, ret *value.Type, call func(c *Call, args []value.Value) (value.Value, error), params ...[]value.Param) value.Method {
		m := value.Method{Name: name}
		for _, p := range params {
			m.Overloads = append(m.Overloads, value.Overload{Params: p, Return: ret, Call: func(_ value.Env, self value.Value, args []value.Value) (value.Value, error) {
				o, _ := value.As[*cmdletObject](self.Base())
				return call(o.call, args)
			}})
		}
		return m
	}
	stream := func(write func(c *Call, text string) error) func(c *Call, args []value.Value) (value.Value, error) {
		return func(c *Call, args []value.Value) (value.Value, error) {
			return value.NothingValue, write(c, args[0].Str())
		}
	}
	typePSScriptCmdlet.Members = &value.Members{
		Properties: []value.Property{
			text1("ParameterSetName", func(o *cmdletObject) string { return o.call.Set }),
			row("MyInvocation", value.TypeInvocationInfo, func(o *cmdletObject) value.Value { return value.Of(o.call.info) }),
			row("Host", nil, func(*cmdletObject) value.Value { return value.Of(hostObject{}) }),
			row("SessionState", typeSessionState, func(*cmdletObject) value.Value { return value.Of(sessionState{}) }),
			row("Stopping", value.TypeBool, func(*cmdletObject) value.Value { return value.False }),
		},
		Methods: []value.Method{
			method("WriteObject", nil, func(c *Call, args []value.Value) (value.Value, error) {
				if len(args) == 2 && value.Truth(args[1]) {
					return value.NothingValue, c.WriteEach(args[0])
				}
				return value.NothingValue, c.Write(args[0])
			}, []value.Param{object}, []value.Param{object, {Name: "enumerateCollection", Type: value.TypeBool}}),
			method("WriteError", nil, func(c *Call, args []value.Value) (value.Value, error) {
				r, ok := value.As[*value.ErrorRecord](args[0].Base())
				if !ok {
					return value.NullValue, noRecord()
				}
				return value.NothingValue, c.WriteError(c.adopt(r))
			}, []value.Param{{Name: "errorRecord", Type: value.TypeErrorRecord}}),
			method("ThrowTerminatingError", nil, func(c *Call, args []value.Value) (value.Value, error) {
				r, ok := value.As[*value.ErrorRecord](args[0].Base())
				if !ok {
					return value.NullValue, noRecord()
				}
				return value.NothingValue, &terminated{record: c.adopt(r), call: c}
			}, []value.Param{{Name: "errorRecord", Type: value.TypeErrorRecord}}),
			method("GetUnresolvedProviderPathFromPSPath", value.TypeString, func(c *Call, args []value.Value) (value.Value, error) {
				return providerPath(c, args[0].Str())
			}, texts("path")),
			method("WriteWarning", nil, stream((*Call).Warning), texts("text")),
			method("WriteVerbose", nil, stream((*Call).Verbose), texts("text")),
			method("WriteDebug", nil, stream((*Call).Debug), texts("text")),
			method("ShouldProcess", value.TypeBool, func(c *Call, args []value.Value) (value.Value, error) {
				target, action := args[0].Str(), ""
				if len(args) == 2 {
					action = args[1].Str()
				}
				if len(args) == 3 {
					ok, err := c.shouldProcess(args[0].Str(), args[1].Str(), args[2].Str())
					return value.OfBool(ok), err
				}
				ok, err := c.ShouldProcess(target, action)
				return value.OfBool(ok), err
			}, texts("target"), texts("target", "action"), texts("verboseDescription", "verboseWarning", "caption")),
			method("ShouldContinue", value.TypeBool, func(c *Call, args []value.Value) (value.Value, error) {
				ok, err := c.ShouldContinue(args[0].Str(), args[1].Str())
				return value.OfBool(ok), err
			}, texts("query", "caption")),
			method("GetVariableValue", nil, func(c *Call, args []value.Value) (value.Value, error) {
				if l := c.frame.scope.find(args[0].Str(), value.FoldHash(args[0].Str())); l.valid() {
					return c.frame.read(l), nil
				}
				return value.NullValue, nil
			}, texts("name")),
		},
	}
}

// terminated is an error on its way out of the function that called ThrowTerminatingError.
type terminated struct {
	record *value.ErrorRecord
	call   *Call
}

func (t *terminated) Error() string { return t.record.Error() }

func noRecord() error {
	return value.Throw(value.PSArgumentNullException, "ArgumentNull", "Cannot process argument because the value of argument \"errorRecord\" is null. Change the value of argument \"errorRecord\" to a non-null value.").With(value.InvalidArgument, value.NullValue)
}

// adopt makes a record one of this call: its id gets the command's name, its position the call.
func (c *Call) adopt(r *value.ErrorRecord) *value.ErrorRecord {
	x := r.Copy()
	if x.Invocation == nil {
		x.Activity = c.activity()
		x.Issue(c.idSuffix())
		x.Invocation = c.info.Recorded()
		x.StackTrace = c.frame.stackTrace()
	}
	x.Exception.Record = x
	return x
}

// ShouldProcess tells whether an action on a target is to be done: it shows the What-if line, asks for confirmation when the impact
// reaches $ConfirmPreference, and writes the verbose line (oracle/functions, section 13).
func (c *Call) ShouldProcess(target, action string) (bool, error) {
	if action == "" {
		action = c.activity()
	}
	line := `Performing the operation "` + action + `" on target "` + target + `".`
	return c.shouldProcess(line, line, "Confirm")
}

func (c *Call) shouldProcess(description, query, caption string) (bool, error) {
	f := c.frame
	if c.flag(c.Common.WhatIf, &f.names.whatIf) {
		return false, f.writeInformation("What if: " + description)
	}
	if c.needsConfirmation() {
		ok, err := c.confirm(query, caption)
		if err != nil || !ok {
			return false, err
		}
	}
	return true, c.Verbose(description)
}

// flag is a common switch, or the preference variable when it was not given.
func (c *Call) flag(p bind.Flag, n *knownName) bool {
	if p.Bound {
		return p.On
	}
	l := c.frame.scope.find(n.name, n.hash)
	return l.valid() && value.Truth(c.frame.read(l))
}

func (c *Call) needsConfirmation() bool {
	if c.Common.Confirm.Bound {
		return c.Common.Confirm.On
	}
	n := &c.frame.names.confirm
	l := c.frame.scope.find(n.name, n.hash)
	if !l.valid() {
		return false
	}
	level, err := value.Convert(c.frame.read(l), TypeConfirmImpact)
	if err != nil || level.Int() == 0 {
		return false
	}
	return int64(c.Binding.Signature().ConfirmImpact) >= level.Int()
}

// confirm asks; without anybody to answer it is the error PowerShell gives in non-interactive mode.
func (c *Call) confirm(query, caption string) (bool, error) {
	return c.ShouldContinueAll("Are you sure you want to perform this action?\n"+query, caption, &c.yesToAll, &c.noToAll)
}

// ShouldContinueAll is ShouldContinue for one of several objects: an answer for all is kept in yesToAll or noToAll.
func (c *Call) ShouldContinueAll(query, caption string, yesToAll, noToAll *bool) (bool, error) {
	switch {
	case *yesToAll:
		return true, nil
	case *noToAll:
		return false, nil
	}
	f := c.frame
	if f.host.Prompts == nil {
		return false, noPrompt("Read and Prompt functionality is not available.")
	}
	answer, err := f.host.Prompts.Ask(host.Question{Caption: caption, Message: query, Default: 0, Choices: []host.Choice{
		{Label: "&Yes"}, {Label: "Yes to &All"}, {Label: "&No"}, {Label: "No to A&ll"}, {Label: "&Suspend"}}})
	if err != nil {
		return false, noPrompt(err.Error())
	}
	switch answer {
	case "1":
		*yesToAll = true
		return true, nil
	case "2", "4":
		return false, nil
	case "3":
		*noToAll = true
		return false, nil
	}
	return true, nil
}

func noPrompt(text string) error {
	return value.Throw(value.PSInvalidOperation, "InvalidOperation", "PowerShell is in NonInteractive mode. "+text).With(value.InvalidOperation, value.NullValue)
}

// ShouldContinue asks a question that no preference answers.
func (c *Call) ShouldContinue(query, caption string) (bool, error) {
	if c.frame.host.Prompts == nil {
		return false, noPrompt("Read and Prompt functionality is not available.")
	}
	answer, err := c.frame.host.Prompts.Ask(host.Question{Caption: caption, Message: query, Default: 0, Choices: []host.Choice{{Label: "&Yes"}, {Label: "&No"}, {Label: "&Suspend"}}})
	if err != nil {
		return false, noPrompt(err.Error())
	}
	return answer == "0" || answer == "", nil
}

// writeInformation shows a line on the host, as Write-Host does.
func (f *Frame) writeInformation(line string) error {
	return f.streams.to[InformationStream].Write(value.Of(&InformationRecord{Data: value.OfString(line), Rendered: line, Host: true, Tags: []string{"PSHOST"}, Time: f.host.Clock.Now()}))
}
