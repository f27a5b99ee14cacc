package runtime

import (
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// shouldProcessMethod is $PSCmdlet.ShouldProcess. Its arguments become texts; a custom object is none (oracle/functions, section 13).
func shouldProcessMethod() value.Method {
	texts := func(names ...string) []value.Param {
		var p []value.Param
		for _, n := range names {
			p = append(p, value.Param{Name: n})
		}
		return p
	}
	call := func(run func(c *Call, s []string, args []value.Value) (bool, error)) func(value.Env, value.Value, []value.Value) (value.Value, error) {
		return func(env value.Env, self value.Value, args []value.Value) (value.Value, error) {
			o, _ := value.As[*cmdletObject](self.Base())
			s := make([]string, len(args))
			for i, a := range args[:min(len(args), 3)] {
				if p, ok := value.As[*value.PSObject](a); ok && p.IsCustom() {
					return value.NullValue, noShouldProcess(len(args))
				}
				var err error
				if s[i], err = env.(*Frame).text(a); err != nil {
					return value.NullValue, err
				}
			}
			ok, err := run(o.call, s, args)
			return value.OfBool(ok), err
		}
	}
	return value.Method{Name: "ShouldProcess", Overloads: []value.Overload{
		{Params: texts("target"), Return: value.TypeBool, Call: call(func(c *Call, s []string, _ []value.Value) (bool, error) { return c.ShouldProcess(s[0], "") })},
		{Params: texts("target", "action"), Return: value.TypeBool, Call: call(func(c *Call, s []string, _ []value.Value) (bool, error) {
			return c.perform(s[0], s[1])
		})},
		{Params: texts("verboseDescription", "verboseWarning", "caption"), Return: value.TypeBool, Call: call(func(c *Call, s []string, _ []value.Value) (bool, error) {
			return c.shouldProcess(s[0], s[1], s[2])
		})},
		{Params: append(texts("verboseDescription", "verboseWarning", "caption"), value.Param{Name: "shouldProcessReason", Ref: true}), Return: value.TypeBool,
			Call: call(func(c *Call, s []string, args []value.Value) (bool, error) {
				if loadFrom(args[3]).IsNull() {
					return false, noShouldProcess(len(args))
				}
				reason := int64(0)
				if c.WhatIf() {
					reason = 1
				}
				if err := storeIn(args[3], value.OfEnum(typeShouldProcessReason.Enum, reason)); err != nil {
					return false, err
				}
				return c.shouldProcess(s[0], s[1], s[2])
			})},
	}}
}

// noShouldProcess is the error of arguments that no overload takes.
func noShouldProcess(args int) error {
	return value.Throw(value.MethodException, "MethodCountCouldNotFindBest",
		"Cannot find an overload for \"ShouldProcess\" and the argument count: \""+value.ToString(value.OfInt(args))+"\".")
}

// shouldContinueMethod is $PSCmdlet.ShouldContinue, whose answers for all are kept in variables of the script.
func shouldContinueMethod() value.Method {
	text := func(name string) value.Param { return value.Param{Name: name, Type: value.TypeString} }
	toAll := []value.Param{{Name: "yesToAll", Ref: true}, {Name: "noToAll", Ref: true}}
	forAll := func(env value.Env, self value.Value, args []value.Value) (value.Value, error) {
		o, _ := value.As[*cmdletObject](self.Base())
		yes, no := args[len(args)-2], args[len(args)-1]
		yesToAll, noToAll := value.Truth(loadFrom(yes)), value.Truth(loadFrom(no))
		ok, err := o.call.ShouldContinueAll(args[0].Str(), args[1].Str(), &yesToAll, &noToAll)
		if err != nil {
			return value.False, err
		}
		if err := storeIn(yes, value.OfBool(yesToAll)); err != nil {
			return value.False, err
		}
		return value.OfBool(ok), storeIn(no, value.OfBool(noToAll))
	}
	return value.Method{Name: "ShouldContinue", Overloads: []value.Overload{
		{Params: []value.Param{text("query"), text("caption")}, Return: value.TypeBool, Call: func(_ value.Env, self value.Value, args []value.Value) (value.Value, error) {
			o, _ := value.As[*cmdletObject](self.Base())
			ok, err := o.call.ShouldContinue(args[0].Str(), args[1].Str())
			return value.OfBool(ok), err
		}},
		{Params: append([]value.Param{text("query"), text("caption")}, toAll...), Return: value.TypeBool, Call: forAll},
		{Params: append([]value.Param{text("query"), text("caption"), {Name: "hasSecurityImpact", Type: value.TypeBool}}, toAll...), Return: value.TypeBool, Call: forAll},
	}}
}

func storeIn(ref, v value.Value) error {
	if r, ok := value.As[*dotnet.Reference](ref.Base()); ok {
		return r.Store(v)
	}
	return nil
}

func loadFrom(ref value.Value) value.Value {
	if r, ok := value.As[*dotnet.Reference](ref.Base()); ok {
		return r.Load()
	}
	return value.NullValue
}

// unanswered gives the error of a question of ShouldProcess that nobody could answer the name of the function; that no overload takes
// the arguments is an error of its own.
func unanswered(v value.Value, name string, err error) error {
	o, ok := value.As[*cmdletObject](v.Base())
	e, is := err.(*value.Exception)
	if !ok || !is || e.Inner == nil || !value.EqualFold(name, "ShouldProcess") {
		return err
	}
	switch e.Inner.Type {
	case value.MethodException:
		return e.Inner
	case value.PSInvalidOperation:
	default:
		return err
	}
	e.Record = &value.ErrorRecord{Exception: e, ID: e.ID + "," + o.call.idSuffix(), Activity: o.call.activity(), Reason: e.Type.Name}
	return e
}

// informationRecordOf is what WriteInformation writes: a record, or data with tags.
func informationRecordOf(c *Call, args []value.Value) *InformationRecord {
	if r, ok := value.As[*InformationRecord](args[0].Base()); ok {
		return r
	}
	r := &InformationRecord{Data: args[0], Source: c.name, Time: c.frame.host.Clock.Now()}
	for _, t := range ListOf(args[1]) {
		r.Tags = append(r.Tags, value.ToString(t))
	}
	return r
}

// commandRuntime is $PSCmdlet.CommandRuntime.
type commandRuntime struct{ call *Call }

var typeCommandRuntime = &value.Type{Name: "MshCommandRuntime", FullName: "System.Management.Automation.MshCommandRuntime", Base: value.TypeObject}

// TypeOf is MshCommandRuntime.
func (*commandRuntime) TypeOf() *value.Type { return typeCommandRuntime }
