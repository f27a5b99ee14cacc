package dotnet

import "rehearse/runtime/value"

// runtimeExceptionTable holds the constructors of RuntimeException and of what derives from it: they take their error record along.
var runtimeExceptionTable = table{
	ctors: concatCtors(plainCtors, []ctor{
		{"(string message, System.Exception innerException, System.Management.Automation.ErrorRecord errorRecord)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			v := withDetails(t, a[0].Str(), a[1])
			if r, ok := value.As[*value.ErrorRecord](a[2]); ok {
				e := exceptionValue(v)
				e.ID, e.Category, e.Target, e.Invocation, e.Trace = r.ID, r.Category, r.Target, r.Invocation, r.StackTrace
			}
			return v, nil
		}},
	}),
}

var errorRecordProp = prop{sig: "System.Management.Automation.ErrorRecord ErrorRecord", get: recordOf}

// engineProps are the properties that the engine's exceptions have beyond those of .NET, in the order in which Get-Error lists them.
func engineProps(t *value.Type) []prop {
	switch t {
	case value.RuntimeException:
		return []prop{errorRecordProp, {sig: "bool WasThrownFromThrowStatement",
			get: func(s value.Value) value.Value { return value.OfBool(exceptionValue(s).Thrown) },
			set: func(_ value.Env, s, v value.Value) error { exceptionValue(s).Thrown = v.Bool(); return nil }}}
	case value.SessionStateException:
		return []prop{errorRecordProp, {sig: "string ItemName", get: detail("ItemName")},
			{sig: "System.Management.Automation.SessionStateCategory SessionStateCategory", get: func(s value.Value) value.Value {
				if c := exceptionValue(s).Detail("SessionStateCategory"); !c.IsNull() {
					return c
				}
				return enumSessionStateCategory.of(sessionDrive)
			}}}
	case value.CommandNotFoundException:
		return []prop{errorRecordProp, {sig: "string CommandName", get: detail("CommandName"), set: setDetail("CommandName")}}
	case value.ParameterBindingException:
		return []prop{
			{sig: "string Message", get: func(s value.Value) value.Value { return value.OfString(exceptionValue(s).Message) }},
			{sig: "string ParameterName", get: detail("ParameterName")}, {sig: "type ParameterType", get: detail("ParameterType")},
			{sig: "type TypeSpecified", get: detail("TypeSpecified")}, {sig: "string ErrorId", get: detail("ErrorId")},
			{sig: "long Line", get: detail("Line")}, {sig: "long Offset", get: detail("Offset")},
			{sig: "System.Management.Automation.InvocationInfo CommandInvocation", get: detail("CommandInvocation")},
		}
	case value.ParseException:
		return []prop{{sig: "System.Management.Automation.Language.ParseError[] Errors", get: detail("Errors")}}
	case typeNativeCommandExit:
		return []prop{errorRecordProp, {sig: "string Path", get: detail("Path")}, {sig: "int ExitCode", get: detail("ExitCode")}, {sig: "int ProcessId", get: detail("ProcessId")}}
	case value.PSInvalidCastException, value.PSInvalidOperation, value.PSArgumentException, value.PSArgumentNullException,
		value.PSNotSupportedException, typePSNotImplementedException, value.PSArgumentOutOfRange, typePSObjectDisposedException:
		return []prop{errorRecordProp}
	}
	return nil
}

var enumSessionStateCategory = enumeration{full: "System.Management.Automation.SessionStateCategory",
	names: "Variable Alias Function Filter Drive CmdletProvider Scope Command Resource Cmdlet"}

const sessionDrive = 4

// typeParentContains stands in an exception's own error record for the exception itself, which contains it.
var typeParentContains = class("System.Management.Automation.ParentContainsErrorRecordException", value.SystemException, 0)

// typeNativeCommandExit is what a program with an exit code other than 0 raises.
var typeNativeCommandExit = class("System.Management.Automation.NativeCommandExitException", value.RuntimeException, 0)

// recordOf is the error record that an exception contains: about a placeholder for itself, with what the exception knows of its id,
// category, target and place (oracle/errors, section 2, Get-Error).
func recordOf(s value.Value) value.Value {
	e := exceptionValue(s)
	r := newRecord(&value.Exception{Type: typeParentContains, Message: e.Message}, idOf(e), e.Category, e.Target)
	r.Invocation, r.StackTrace = e.Invocation, e.Trace
	if e.Record != nil && e.Type.Is(value.ParameterBindingException) {
		r.Activity = e.Record.Activity
	}
	return value.Of(r)
}

func idOf(e *value.Exception) string {
	if e.ID != "" {
		return e.ID
	}
	return e.Type.Name
}
