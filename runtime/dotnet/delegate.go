package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// Delegate is a script block as a value of a delegate type.
type Delegate struct {
	Type  *value.Type
	Block value.Value
	// Native is called instead of Block for a delegate that a method of .NET made.
	Native func(args []value.Value) (value.Value, error)
}

// TypeOf is the delegate type.
func (d *Delegate) TypeOf() *value.Type { return d.Type }

var (
	typeDelegate          = class("System.Delegate", value.TypeObject, value.Abstract)
	typeMulticastDelegate = class("System.MulticastDelegate", typeDelegate, value.Abstract)
	typeMatchEvaluator    = within("System.Text.RegularExpressions", class("System.Text.RegularExpressions.MatchEvaluator", typeMulticastDelegate, value.Sealed))
	typeEventHandler      = class("System.EventHandler", typeMulticastDelegate, value.Sealed)
	typePlainAction       = class("System.Action", typeMulticastDelegate, value.Sealed)
	typePredicate         = class("System.Predicate`1", typeMulticastDelegate, value.Sealed|value.OpenGeneric)
	typeComparison        = class("System.Comparison`1", typeMulticastDelegate, value.Sealed|value.OpenGeneric)
	typeConverter         = class("System.Converter`2", typeMulticastDelegate, value.Sealed|value.OpenGeneric)
)

func isDelegate(t *value.Type) bool { return t.Base == typeMulticastDelegate }

// result is the type that a delegate type returns, nil for none.
func (d *Delegate) result() *value.Type {
	g := d.Type.Generic
	switch {
	case g == nil:
		if d.Type == typeMatchEvaluator {
			return value.TypeString
		}
		return nil
	case g == typePredicate:
		return value.TypeBool
	case g == typeComparison:
		return value.TypeInt32
	case g == typeConverter, strings.HasPrefix(g.Name, "Func`"):
		return d.Type.Args[len(d.Type.Args)-1]
	}
	return nil
}

// Call runs the delegate. Its result has the delegate's result type; it is $null if the delegate has none.
func (d *Delegate) Call(env value.Env, args ...value.Value) (value.Value, error) {
	if d.Native != nil {
		return d.Native(args)
	}
	out, err := env.CallBlock(d.Block, value.BlockInput{Under: value.Unset, Args: args})
	if err != nil {
		return value.NullValue, err
	}
	t := d.result()
	if t == nil {
		return value.NullValue, nil
	}
	v := value.Unroll(out)
	if v.IsNothing() {
		v = value.NullValue
	}
	return Cast(env, v, t)
}

// callDelegate runs an argument that is a delegate.
func callDelegate(env value.Env, f value.Value, args ...value.Value) (value.Value, error) {
	d, ok := value.As[*Delegate](f)
	if !ok {
		return value.NullValue, nullError("match")
	}
	return d.Call(env, args...)
}

// test runs a predicate.
func test(env value.Env, f, x value.Value) (bool, error) {
	v, err := callDelegate(env, f, x)
	return err == nil && value.Truth(v), err
}

var delegateTable = table{
	props: []prop{
		{sig: "System.Object Target", get: func(value.Value) value.Value { return value.NullValue }},
	},
	methods: []method{
		{sig: "System.Object Invoke(params System.Object[] args)", call: invokeDelegate},
		{sig: "System.Object DynamicInvoke(params System.Object[] args)", call: invokeDelegate},
	},
}

func invokeDelegate(env value.Env, self value.Value, args []value.Value) (value.Value, error) {
	d, _ := value.As[*Delegate](self)
	return d.Call(env, items(args[0])...)
}
