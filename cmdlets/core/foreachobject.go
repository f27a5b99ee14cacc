package core

import (
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
)

var forEachObject = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "ForEach-Object", TypeName: "Microsoft.PowerShell.Commands.ForEachObjectCommand", Cmdlet: true,
		DefaultSet: "ScriptBlockSet", SupportsShouldProcess: true, PositionalByDeclaration: true,
		Params: []bind.Parameter{
			forEachInput:     {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			forEachBegin:     {Name: "Begin", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "ScriptBlockSet", Position: bind.NoPosition}}},
			forEachProcess:   {Name: "Process", Type: value.ArrayOf(value.TypeScriptBlock), AllowNull: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Set: "ScriptBlockSet", Mandatory: true, Position: 0}}},
			forEachEnd:       {Name: "End", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "ScriptBlockSet", Position: bind.NoPosition}}},
			forEachRemaining: {Name: "RemainingScripts", Type: value.ArrayOf(value.TypeScriptBlock), AllowNull: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Set: "ScriptBlockSet", Position: bind.NoPosition, FromRemaining: true}}},
			forEachMember:    {Name: "MemberName", Type: value.TypeString, Sets: []bind.Membership{{Set: "PropertyAndMethodSet", Mandatory: true, Position: 0}}},
			forEachArguments: {Name: "ArgumentList", Aliases: []string{"Args"}, Type: value.TypeObjectArray, Sets: []bind.Membership{{Set: "PropertyAndMethodSet", Position: bind.NoPosition, FromRemaining: true}}},
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
	member     string
}

// Begin sorts the blocks and runs the begin block.
func (c *forEach) Begin(call *runtime.Call) error {
	if call.Bound(forEachMember) {
		c.member = call.String(forEachMember)
		return nil
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
	if c.member != "" {
		return c.invokeMember(call, v)
	}
	for _, b := range c.process {
		if err := call.InvokeHere(b, v); err != nil {
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
	if !call.Bound(forEachArguments) {
		x, ok, err := value.GetProperty(call.Env(), v, c.member)
		if err != nil {
			return err
		}
		if ok {
			return call.WriteEach(x)
		}
	}
	x, err := call.Method(v, c.member, call.List(forEachArguments))
	if err != nil {
		return err
	}
	return call.WriteEach(x)
}
