package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// knownName is a variable name with its hash.
type knownName struct {
	name string
	hash uint32
}

func known(name string) knownName { return knownName{name, value.FoldHash(name)} }

// knownNames are the variables that the engine itself reads.
type knownNames struct {
	errorAction, warning, verbose, debug, information, progress, whatIf, confirm knownName
	ofs, matches, errorView, enumeration, defaults                               knownName
}

func newKnownNames() knownNames {
	return knownNames{
		errorAction: known("ErrorActionPreference"), warning: known("WarningPreference"), verbose: known("VerbosePreference"),
		debug: known("DebugPreference"), information: known("InformationPreference"), progress: known("ProgressPreference"),
		whatIf: known("WhatIfPreference"), confirm: known("ConfirmPreference"), ofs: known("OFS"), matches: known("Matches"),
		errorView: known("ErrorView"), enumeration: known("FormatEnumerationLimit"), defaults: known("PSDefaultParameterValues"),
	}
}

// automaticNames are variables that belong to the running body rather than to a scope.
var automaticNames = func() *value.NameIndex {
	x := &value.NameIndex{}
	for _, n := range [...]string{"args", "input", "this", "MyInvocation", "PSBoundParameters", "PSCmdlet", "PSScriptRoot", "PSCommandPath", "PWD", "LASTEXITCODE", "switch", "foreach"} {
		x.Add(n)
	}
	return x
}()

const (
	autoArgs = iota
	autoInput
	autoThis
	autoMyInvocation
	autoBoundParameters
	autoCmdlet
	autoScriptRoot
	autoCommandPath
	autoPWD
	autoLastExitCode
	autoSwitch
	autoForEach
)

func isAutomatic(name string) bool { return automaticNames.Find(name) >= 0 }

// isGuarded tells whether assigning the name needs the slow way: read-only, constant and AllScope variables of the session.
func isGuarded(name string) bool { return guardedNames.Find(name) >= 0 }

var guardedNames = func() *value.NameIndex {
	x := &value.NameIndex{}
	for _, n := range [...]string{"true", "false", "null", "?", "HOME", "PID", "PSVersionTable", "PSEdition", "ExecutionContext", "Host", "ShellId", "PSHOME", "PSCulture",
		"PSUICulture", "IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "Error", "EnabledExperimentalFeatures", "LASTEXITCODE"} {
		x.Add(n)
	}
	return x
}()

// automatic is the value of a variable that belongs to the running body.
func (f *Frame) automatic(name string) (value.Value, bool) {
	switch automaticNames.Find(name) {
	case autoArgs:
		for x := f; x != nil; x = x.up {
			if !x.args.IsUnset() {
				return x.args, true
			}
		}
		return value.NullValue, true
	case autoInput:
		if f.input == nil && f == f.main && f.host.In != nil {
			f.input = standardInput(f.host.In)
		}
		if f.input == nil {
			return value.Of(&inputList{}), true
		}
		if f.input == onlyUnder {
			return value.Of(&inputList{items: []value.Value{f.under}}), true
		}
		return value.Of(f.input), true
	case autoThis:
		for x := f; x != nil; x = x.up {
			if !x.this.IsUnset() {
				return x.this, true
			}
		}
		return value.NullValue, false
	case autoMyInvocation:
		for x := f; x != nil; x = x.up {
			if x.invocation != nil {
				return x.invocationValue(), true
			}
		}
		return value.Of(&value.InvocationInfo{}), true
	case autoBoundParameters:
		return f.boundParameters(), true
	case autoCmdlet:
		for x := f; x != nil; x = x.up {
			if x.call != nil {
				return value.Of(&cmdletObject{call: x.call}), true
			}
		}
		return value.NullValue, true
	case autoScriptRoot:
		return value.OfString(f.folderOf(f.scriptPath())), true
	case autoCommandPath:
		return value.OfString(f.scriptPath()), true
	case autoPWD:
		return f.pathInfo(), true
	case autoLastExitCode:
		return f.lastExit, true
	case autoSwitch:
		for x := f; x != nil; x = x.up {
			if x.switching != nil {
				return value.Of(x.switching), true
			}
		}
	case autoForEach:
		for x := f; x != nil; x = x.up {
			if x.iterating != nil {
				return value.Of(x.iterating), true
			}
		}
	}
	return value.NullValue, false
}

// scriptPath is the file whose code runs, "" for none.
func (f *Frame) scriptPath() string {
	if f.code == nil || f.code.source == nil {
		return ""
	}
	return f.code.source.FileName()
}

// invocationValue is $MyInvocation of the body that the frame runs, with its arguments.
func (f *Frame) invocationValue() value.Value {
	i := f.invocation
	if !i.Bound.IsNull() {
		return value.Of(i)
	}
	body := f
	for body.binding == nil && body.up != nil && body.up.invocation == i {
		body = body.up
	}
	i.Bound, i.Unbound = value.Of(boundOf(body.binding)), value.Of(&value.ArrayList{Type: typeObjectList, Items: ListOf(body.args)})
	return value.Of(i)
}

// boundParameters is $PSBoundParameters of the body that runs; blocks that run in its scope see it too.
func (f *Frame) boundParameters() value.Value {
	for x := f; x != nil; x = x.up {
		if x.bound != nil {
			return value.Of(x.bound)
		}
		if x.binding != nil {
			x.bound = boundOf(x.binding)
			return value.Of(x.bound)
		}
	}
	return value.Of(boundOf(nil))
}

func boundOf(b *bind.Binding) *value.Dictionary {
	d := &value.Dictionary{Type: typeBoundParameters, Table: value.Table{FoldCase: true}}
	if b != nil {
		b.EachBound(func(_ int, name string, v value.Value) bool {
			d.SetString(name, v)
			return true
		})
	}
	return d
}

// cmdletObject is $PSCmdlet.
type cmdletObject struct{ call *Call }

// TypeOf is PSScriptCmdlet.
func (*cmdletObject) TypeOf() *value.Type { return typePSScriptCmdlet }

var typePSScriptCmdlet = &value.Type{Name: "PSScriptCmdlet", FullName: "System.Management.Automation.PSScriptCmdlet", Base: value.TypeObject}

// defineAutomatic makes the variables that every session has.
func (e *Engine) defineAutomatic() {
	g := e.global
	def := func(name string, v value.Value, o VariableOptions) {
		l := g.place(name, value.FoldHash(name))
		l.set(v)
		if o != 0 {
			l.setInfo(&variableInfo{Options: o})
		}
	}
	computed := func(name string, o VariableOptions, get func(f *Frame) value.Value, set func(f *Frame, v value.Value) error) {
		l := g.place(name, value.FoldHash(name))
		l.set(value.NullValue)
		l.setInfo(&variableInfo{Options: o, Get: get, Set: set})
	}
	windows := e.host.Platform == host.Windows
	fixed := OptionConstant | OptionAllScope
	def("true", value.True, fixed)
	def("false", value.False, fixed)
	def("null", value.NullValue, 0)
	def("PSVersionTable", e.versionTable(), fixed)
	def("PSEdition", value.OfString("Core"), fixed)
	def("HOME", value.OfString(e.home()), OptionReadOnly|OptionAllScope)
	def("PSHOME", value.OfString(e.shellHome()), fixed)
	def("PID", value.OfInt(4242), fixed)
	def("ShellId", value.OfString("Microsoft.PowerShell"), fixed)
	def("PSCulture", value.OfString("en-US"), OptionReadOnly|OptionAllScope)
	def("PSUICulture", value.OfString("en-US"), OptionReadOnly|OptionAllScope)
	def("IsWindows", value.OfBool(windows), fixed)
	def("IsLinux", value.OfBool(!windows), fixed)
	def("IsMacOS", value.False, fixed)
	def("IsCoreCLR", value.True, fixed)
	def("Error", value.Of(e.errors), OptionConstant)
	computed("?", OptionReadOnly|OptionAllScope, func(f *Frame) value.Value { return value.OfBool(f.ok) }, nil)
	computed("LASTEXITCODE", 0, func(f *Frame) value.Value { return f.lastExit }, func(f *Frame, v value.Value) error { f.lastExit = v; return nil })
	typed := func(name string, t *value.Type, n int64) {
		def(name, value.OfEnum(t.Enum, n), 0)
		g.own(name, value.FoldHash(name)).setInfo(&variableInfo{Type: t})
	}
	typed("ErrorActionPreference", bind.TypeActionPreference, int64(bind.Continue))
	typed("WarningPreference", bind.TypeActionPreference, int64(bind.Continue))
	typed("VerbosePreference", bind.TypeActionPreference, int64(bind.SilentlyContinue))
	typed("DebugPreference", bind.TypeActionPreference, int64(bind.SilentlyContinue))
	typed("InformationPreference", bind.TypeActionPreference, int64(bind.SilentlyContinue))
	typed("ProgressPreference", bind.TypeActionPreference, int64(bind.Continue))
	typed("ConfirmPreference", TypeConfirmImpact, impactHigh)
	def("WhatIfPreference", value.False, 0)
	typed("ErrorView", typeErrorView, conciseView)
	def("MaximumHistoryCount", value.OfInt(4096), 0)
	def("FormatEnumerationLimit", value.OfInt(4), 0)
	def("OutputEncoding", value.NullValue, 0)
	def("NestedPromptLevel", value.OfInt(0), 0)
	def("PSDefaultParameterValues", value.Of(defaultParameterValues()), 0)
	g.own("PSDefaultParameterValues", e.names.defaults.hash).setInfo(&variableInfo{Type: typeDefaultParameters})
	def("PSNativeCommandUseErrorActionPreference", value.False, 0)
	def("PSNativeCommandArgumentPassing", value.OfString("Standard"), 0)
	def("PSSessionOption", value.NullValue, 0)
	def("PSEmailServer", value.OfString(""), 0)
	def("StackTrace", value.OfString(""), 0)
	def("Host", value.Of(hostObject{}), fixed)
	def("PSStyle", value.Of(e.style), 0)
	def("ExecutionContext", value.Of(executionContext{}), fixed)
}

const (
	impactMedium = 2
	impactHigh   = 3
	conciseView  = 2
)
