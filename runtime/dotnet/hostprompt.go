package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// ChoiceDescription is System.Management.Automation.Host.ChoiceDescription: an option of $Host.UI.PromptForChoice.
type ChoiceDescription struct {
	value.Extended
	Label, Help string
}

// FieldDescription is System.Management.Automation.Host.FieldDescription: a value that $Host.UI.Prompt asks for.
type FieldDescription struct {
	value.Extended
	Name, Label, Help string
	Type              *value.Type // nil is a string
	Default           value.Value
	Mandatory         bool
}

var (
	typeChoiceDescription = class("System.Management.Automation.Host.ChoiceDescription", value.TypeObject, value.Sealed)
	typeFieldDescription  = class("System.Management.Automation.Host.FieldDescription", value.TypeObject, 0)
)

// TypeOf is ChoiceDescription.
func (*ChoiceDescription) TypeOf() *value.Type { return typeChoiceDescription }

// TypeOf is FieldDescription.
func (*FieldDescription) TypeOf() *value.Type { return typeFieldDescription }

func choiceOf(v value.Value) *ChoiceDescription {
	c, _ := value.As[*ChoiceDescription](v)
	return c
}

func fieldOf(v value.Value) *FieldDescription {
	f, _ := value.As[*FieldDescription](v)
	return f
}

// nameless is the error of a description without a name.
func nameless(param string) error {
	return value.Throw(value.PSArgumentException, "Argument", param+" cannot be null or empty.").With(value.InvalidArgument, value.NullValue)
}

func newChoice(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	c := &ChoiceDescription{Label: a[0].Str()}
	if c.Label == "" {
		return value.NullValue, nameless("label")
	}
	if len(a) > 1 {
		if a[1].IsNull() {
			return value.NullValue, value.Throw(value.PSArgumentNullException, "", "Cannot process argument because the value of argument \"helpMessage\" is null. Change the value of argument \"helpMessage\" to a non-null value.")
		}
		c.Help = a[1].Str()
	}
	return value.Of(c), nil
}

var choiceDescriptionTable = table{
	ctors: []ctor{{"(string label)", newChoice}, {"(string label, string helpMessage)", newChoice}},
	props: []prop{
		{sig: "string Label", get: func(v value.Value) value.Value { return value.OfString(choiceOf(v).Label) }},
		{sig: "string HelpMessage", get: func(v value.Value) value.Value { return value.OfString(choiceOf(v).Help) },
			set: func(_ value.Env, v, x value.Value) error { choiceOf(v).Help = x.Str(); return nil }},
	},
}

var fieldDescriptionTable = table{
	ctors: []ctor{{"(string name)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if a[0].Str() == "" {
			return value.NullValue, nameless("name")
		}
		return value.Of(&FieldDescription{Name: a[0].Str(), Mandatory: true}), nil
	}}},
	props: []prop{
		{sig: "string Name", get: func(v value.Value) value.Value { return value.OfString(fieldOf(v).Name) }},
		{sig: "string ParameterTypeName", get: func(v value.Value) value.Value { return value.OfString(fieldOf(v).typ().Name) }},
		{sig: "string ParameterTypeFullName", get: func(v value.Value) value.Value { return value.OfString(fieldOf(v).typ().FullName) }},
		{sig: "string Label", get: func(v value.Value) value.Value { return value.OfString(fieldOf(v).Label) },
			set: func(_ value.Env, v, x value.Value) error { fieldOf(v).Label = x.Str(); return nil }},
		{sig: "string HelpMessage", get: func(v value.Value) value.Value { return value.OfString(fieldOf(v).Help) },
			set: func(_ value.Env, v, x value.Value) error { fieldOf(v).Help = x.Str(); return nil }},
		{sig: "bool IsMandatory", get: func(v value.Value) value.Value { return value.OfBool(fieldOf(v).Mandatory) },
			set: func(_ value.Env, v, x value.Value) error { fieldOf(v).Mandatory = x.Bool(); return nil }},
		{sig: "psobject DefaultValue", get: func(v value.Value) value.Value { return fieldOf(v).Default },
			set: func(_ value.Env, v, x value.Value) error { fieldOf(v).Default = x; return nil }},
	},
	methods: []method{
		{sig: "void SetParameterType(type parameterType)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			t, ok := value.As[*value.Type](a[0])
			if !ok {
				return v, value.Throw(value.PSArgumentNullException, "", "Cannot process argument because the value of argument \"parameterType\" is null. Change the value of argument \"parameterType\" to a non-null value.")
			}
			fieldOf(v).Type = t
			return value.NothingValue, nil
		}},
	},
}

func (f *FieldDescription) typ() *value.Type {
	if f.Type == nil {
		return value.TypeString
	}
	return f.Type
}

// Choices are the options in a list of descriptions or labels; false for what is neither.
func Choices(v value.Value) ([]ChoiceDescription, bool) {
	var out []ChoiceDescription
	for _, x := range value.Elements(v) {
		switch c, ok := value.As[*ChoiceDescription](x.Base()); {
		case ok:
			out = append(out, *c)
		case x.Base().IsString():
			out = append(out, ChoiceDescription{Label: strings.Clone(x.Base().Str())})
		default:
			return nil, false
		}
	}
	return out, true
}
