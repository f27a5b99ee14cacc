package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// RuntimeParameter is a RuntimeDefinedParameter, which dynamicparam blocks make (oracle/functions, section 10).
type RuntimeParameter struct {
	value.Extended
	name       string
	typ        *value.Type
	attributes *value.ArrayList
	value      value.Value
	set        bool
}

// TypeRuntimeParameter is System.Management.Automation.RuntimeDefinedParameter.
var TypeRuntimeParameter = automationType("RuntimeDefinedParameter", value.TypeObject)

// typeRuntimeParameters is RuntimeDefinedParameterDictionary, known after install.
var typeRuntimeParameters = automationType("RuntimeDefinedParameterDictionary", value.TypeObject)

// TypeOf is TypeRuntimeParameter.
func (*RuntimeParameter) TypeOf() *value.Type { return TypeRuntimeParameter }

// declaration is the parameter as the binder takes it.
func (p *RuntimeParameter) declaration(f *Frame) (bind.Parameter, error) {
	d := bind.Parameter{Name: p.name, Type: p.typ}
	if p.typ == value.TypeObject {
		d.Type = nil
	}
	for _, v := range p.attributes.Items {
		if a, ok := value.As[*attributeObject](v.Base()); ok {
			if err := a.apply(f, &d); err != nil {
				return d, err
			}
		}
	}
	if len(d.Sets) == 0 {
		d.Sets = []bind.Membership{{Position: bind.NoPosition}}
	}
	return d, nil
}

// runtimeParameterMembers gives the types of dynamic parameters their members.
func runtimeParameterMembers() {
	list := func(v value.Value) *value.ArrayList {
		if l, ok := value.As[*value.ArrayList](v.Base()); ok {
			return l
		}
		return &value.ArrayList{Type: value.TypePSObjectCollection, Items: ListOf(v)}
	}
	name := value.Param{Name: "name", Type: value.TypeString}
	typ := value.Param{Name: "parameterType", Type: value.TypeRuntimeType}
	attributes := value.Param{Name: "attributes"}
	settable := func(p value.Property, set func(p *RuntimeParameter, v value.Value)) value.Property {
		p.Set = func(_ value.Env, self, v value.Value) error {
			x, _ := value.As[*RuntimeParameter](self.Base())
			set(x, v)
			return nil
		}
		return p
	}
	TypeRuntimeParameter.Members = &value.Members{
		Ctors: []value.Overload{
			{Call: func(value.Env, value.Value, []value.Value) (value.Value, error) {
				return value.Of(&RuntimeParameter{typ: value.TypeObject, attributes: list(value.NullValue), value: value.NullValue}), nil
			}},
			{Params: []value.Param{name, typ, attributes}, Call: func(_ value.Env, _ value.Value, args []value.Value) (value.Value, error) {
				t, ok := value.As[*value.Type](args[1].Base())
				if !ok {
					t = value.TypeObject
				}
				return value.Of(&RuntimeParameter{name: value.ToString(args[0]), typ: t, attributes: list(args[2]), value: value.NullValue}), nil
			}},
		},
		Properties: []value.Property{
			settable(text1("Name", func(p *RuntimeParameter) string { return p.name }), func(p *RuntimeParameter, v value.Value) { p.name = value.ToString(v) }),
			settable(row("ParameterType", value.TypeRuntimeType, func(p *RuntimeParameter) value.Value { return value.Of(p.typ) }), func(p *RuntimeParameter, v value.Value) {
				if t, ok := value.As[*value.Type](v.Base()); ok {
					p.typ = t
				}
			}),
			settable(row("Value", nil, func(p *RuntimeParameter) value.Value { return p.value }), func(p *RuntimeParameter, v value.Value) { p.value, p.set = v, true }),
			settable(row("IsSet", value.TypeBool, func(p *RuntimeParameter) value.Value { return value.OfBool(p.set) }), func(p *RuntimeParameter, v value.Value) { p.set = value.Truth(v) }),
			row("Attributes", nil, func(p *RuntimeParameter) value.Value { return value.Of(p.attributes) }),
		},
	}
	base, ok := dotnet.Resolve("System.Collections.Generic.Dictionary[string,System.Management.Automation.RuntimeDefinedParameter]", nil)
	if !ok {
		return
	}
	typeRuntimeParameters.Base, typeRuntimeParameters.Args = base, nil
	typeRuntimeParameters.Members = &value.Members{Ctors: []value.Overload{{Call: func(value.Env, value.Value, []value.Value) (value.Value, error) {
		return value.Of(&value.Dictionary{Type: typeRuntimeParameters, Table: value.Table{FoldCase: true}}), nil
	}}}}
}
