package core

import (
	"time"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	forEachInput = iota
	forEachBegin
	forEachProcess
	forEachEnd
	forEachRemaining
	forEachMember
	forEachArguments
	forEachParallel
	forEachThrottle
	forEachTimeout
	forEachJob
	forEachNewRunspace
)

var forEachObject = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "ForEach-Object", TypeName: "Microsoft.PowerShell.Commands.ForEachObjectCommand", Cmdlet: true,
		DefaultSet: "ScriptBlockSet", SupportsShouldProcess: true, PositionalByDeclaration: true,
		Params: []bind.Parameter{
			forEachInput:       {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			forEachBegin:       {Name: "Begin", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "ScriptBlockSet", Position: bind.NoPosition}}},
			forEachProcess:     {Name: "Process", Type: value.ArrayOf(value.TypeScriptBlock), AllowNull: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Set: "ScriptBlockSet", Mandatory: true, Position: 0}}},
			forEachEnd:         {Name: "End", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "ScriptBlockSet", Position: bind.NoPosition}}},
			forEachRemaining:   {Name: "RemainingScripts", Type: value.ArrayOf(value.TypeScriptBlock), AllowNull: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Set: "ScriptBlockSet", Position: bind.NoPosition, FromRemaining: true}}},
			forEachMember:      {Name: "MemberName", Type: value.TypeString, Sets: []bind.Membership{{Set: "PropertyAndMethodSet", Mandatory: true, Position: 0}}},
			forEachArguments:   {Name: "ArgumentList", Aliases: []string{"Args"}, Type: value.TypeObjectArray, Sets: []bind.Membership{{Set: "PropertyAndMethodSet", Position: bind.NoPosition, FromRemaining: true}}},
			forEachParallel:    inSet("ParallelParameterSet", "Parallel", value.TypeScriptBlock, bind.NoPosition, true),
			forEachThrottle:    inSet("ParallelParameterSet", "ThrottleLimit", value.TypeInt32, bind.NoPosition, false),
			forEachTimeout:     inSet("ParallelParameterSet", "TimeoutSeconds", value.TypeInt32, bind.NoPosition, false),
			forEachJob:         inSet("ParallelParameterSet", "AsJob", value.TypeSwitchParameter, bind.NoPosition, false),
			forEachNewRunspace: inSet("ParallelParameterSet", "UseNewRunspace", value.TypeSwitchParameter, bind.NoPosition, false),
		},
	},
	Aliases:  []string{"%", "foreach"},
	Module:   "Microsoft.PowerShell.Core",
	Synopsis: "Performs an operation for each item of the pipeline.",
	New:      func() runtime.Command { return &forEach{} },
}

// forEach runs its process blocks in the caller's scope for each object. Of several blocks without -Begin and -End the first is the
// begin block and the last the end block.
type forEach struct {
	begin, end *runtime.ScriptBlock
	process    []*runtime.ScriptBlock
	member     *memberName
	parallel   *runtime.ScriptBlock
	until      time.Time // -Parallel begins no more objects then; zero without -TimeoutSeconds
}

// Begin sorts the blocks and runs the begin block.
func (c *forEach) Begin(call *runtime.Call) error {
	if call.Bound(forEachMember) {
		m, err := newMemberName(call.String(forEachMember))
		c.member = &m
		return err
	}
	if call.Common.WhatIf.Bound || call.Common.Confirm.Bound {
		return value.Throw(value.InvalidOperationException, "NoShouldProcessForScriptBlockSet",
			"The -WhatIf and -Confirm parameters are not supported for script blocks.").With(value.InvalidOperation, value.NullValue)
	}
	if c.parallel = runtime.BlockOf(call.Value(forEachParallel)); c.parallel != nil {
		return c.beginParallel(call)
	}
	c.begin = runtime.BlockOf(call.Value(forEachBegin))
	c.end = runtime.BlockOf(call.Value(forEachEnd))
	blocks := append(append([]value.Value(nil), call.List(forEachProcess)...), call.List(forEachRemaining)...)
	if !call.Bound(forEachBegin) && len(blocks) > 1 {
		c.begin, blocks = runtime.BlockOf(blocks[0]), blocks[1:]
	}
	if !call.Bound(forEachEnd) && len(blocks) > 1 {
		c.end, blocks = runtime.BlockOf(blocks[len(blocks)-1]), blocks[:len(blocks)-1]
	}
	for _, b := range blocks {
		if x := runtime.BlockOf(b); x != nil {
			c.process = append(c.process, x)
		}
	}
	if c.begin != nil {
		return call.InvokeHere(c.begin, value.NullValue)
	}
	return nil
}

// ProcessObject runs the process blocks with the object as $_.
func (c *forEach) ProcessObject(call *runtime.Call, v value.Value) error {
	if c.member != nil {
		return c.invokeMember(call, v)
	}
	if c.parallel != nil {
		return c.invokeApart(call, v)
	}
	for _, b := range c.process {
		if err := call.InvokeFor(b, v); err != nil {
			return err
		}
	}
	return nil
}

// Process is the call without a pipeline: -InputObject goes as one object.
func (c *forEach) Process(call *runtime.Call) error {
	return c.ProcessObject(call, call.Value(forEachInput))
}

// End runs the end block.
func (c *forEach) End(call *runtime.Call) error {
	if c.end != nil {
		return call.InvokeHere(c.end, value.NullValue)
	}
	return nil
}

// invokeMember is ForEach-Object -MemberName: a property's value, or a method called with the arguments.
func (c *forEach) invokeMember(call *runtime.Call, v value.Value) error {
	if v.IsNull() {
		return c.withoutObject(call)
	}
	args := call.List(forEachArguments)
	withArguments := call.Bound(forEachArguments)
	f, several := c.member.in(call, v)
	if withArguments && f.ok && !f.method && methodOf(call, v, c.member.name) != "" {
		f.method = true
	}
	switch {
	case several != nil:
		return call.FailOn(c.member.ambiguous("AmbiguousPropertyOrMethodName", several), v)
	case withArguments && !f.method:
		return call.FailOn(c.member.unresolved("MethodNotFound", "Input name", "method"), v)
	case !f.ok && call.StrictVersion() >= 2:
		return call.FailOn(c.member.unresolved("PropertyOrMethodNotFound", "The input name", "member"), v)
	case !f.ok:
		return call.Write(value.NullValue)
	}
	if ok, err := call.ShouldProcess("InputObject: "+value.ToString(v), operation(f, args)); err != nil || !ok {
		return err
	}
	x := f.value
	if f.method {
		var err error
		if x, err = call.Method(v, f.name, args); err != nil {
			return methodFailed(call, err, v)
		}
	}
	return call.WriteEach(x)
}

// withoutObject is what -MemberName makes of $null.
func (c *forEach) withoutObject(call *runtime.Call) error {
	if call.StrictVersion() >= 2 {
		return call.Fail(value.Throw(value.PSArgumentNullException, "InputObjectIsNull",
			"The input object is null. Provide a non-null object, and then try the command again.").With(value.InvalidArgument, value.NullValue))
	}
	return call.Write(value.NullValue)
}

// operation is what -WhatIf says that would be done.
func operation(f found, args []value.Value) string {
	if !f.method {
		return "Retrieve the value for property '" + f.name + "'"
	}
	s := "Invoke method '" + f.name + "'"
	for i, a := range args {
		if i == 0 {
			s += " with arguments: "
		} else {
			s += ", "
		}
		s += value.ToString(a)
	}
	return s
}

// methodFailed reports the error of a method as one of the command; flow control and errors of the script pass.
func methodFailed(call *runtime.Call, err error, v value.Value) error {
	var e *value.Exception
	switch x := err.(type) {
	case *value.Exception:
		e = x
	case *value.ErrorRecord:
		e = x.Exception
	default:
		return err
	}
	e.ID, e.Record = "MethodInvocationError", nil
	return call.FailOn(e.With(value.InvalidOperation, v), v)
}

// beginParallel refuses what -Parallel does not take: some common parameters as in PowerShell, jobs in a rehearsal.
func (c *forEach) beginParallel(call *runtime.Call) error {
	common := &call.Common
	if common.ErrorAction.Bound || common.WarningAction.Bound || common.InformationAction.Bound || common.PipelineVariable != "" {
		return value.Throw(value.PSNotSupportedException, "ParallelCommonParametersNotSupported",
			"The following common parameters are not currently supported in the Parallel parameter set: ErrorAction, WarningAction, InformationAction, PipelineVariable").With(value.NotImplemented, value.NullValue)
	}
	if call.Switch(forEachJob) {
		return value.Throw(value.NotSupportedException, "NotSimulated", "rehearse does not run -Parallel as a job.").With(value.NotImplemented, value.NullValue)
	}
	if n := call.Int(forEachTimeout); n > 0 {
		c.until = call.Host().Clock.Now().Add(time.Duration(n) * time.Second)
	}
	return nil
}

// invokeApart runs the block of -Parallel for one object in a session of its own. The objects come one after the other, whatever the
// limit, and an error of one does not keep the others from running.
func (c *forEach) invokeApart(call *runtime.Call, v value.Value) error {
	if !c.until.IsZero() && !call.Host().Clock.Now().Before(c.until) {
		return nil
	}
	out, failed, err := call.RunApart(c.parallel, runtime.Apart{Under: v})
	if err != nil {
		return err
	}
	for _, w := range out {
		if err := call.WriteApart(w); err != nil {
			return err
		}
	}
	if failed != nil {
		return call.WriteFailure(failed)
	}
	return nil
}
