package runtime

import "rehearse/runtime/value"

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
			row("MyInvocation", value.TypeInvocationInfo, func(o *cmdletObject) value.Value { return o.call.frame.invocationValue() }),
			row("CommandRuntime", typeCommandRuntime, func(o *cmdletObject) value.Value { return value.Of(&commandRuntime{o.call}) }),
			row("InvokeCommand", typeInvokeIntrinsics, func(*cmdletObject) value.Value { return value.Of(invokeIntrinsics{}) }),
			text1("CommandOrigin", func(*cmdletObject) string { return "Internal" }),
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
			method("WriteInformation", nil, func(c *Call, args []value.Value) (value.Value, error) {
				return value.NothingValue, c.Information(informationRecordOf(c, args))
			}, []value.Param{{Name: "messageData"}, {Name: "tags", Type: value.TypeStringArray}}, []value.Param{{Name: "informationRecord", Type: TypeInformationRecord}}),
			method("WriteProgress", nil, func(*Call, []value.Value) (value.Value, error) { return value.NothingValue, nil }, []value.Param{{Name: "progressRecord"}}),
			method("WriteCommandDetail", nil, func(*Call, []value.Value) (value.Value, error) { return value.NothingValue, nil }, texts("text")),
			shouldProcessMethod(),
			shouldContinueMethod(),
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
