package runtime

import (
	"io"

	"rehearse/runtime/dotnet"
	"rehearse/runtime/format"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// hostUI is $Host.UI.
type hostUI struct{}

var typeHostUI = &value.Type{Name: "InternalHostUserInterface", FullName: "System.Management.Automation.Internal.Host.InternalHostUserInterface", Base: value.TypeObject}

// TypeOf is InternalHostUserInterface.
func (hostUI) TypeOf() *value.Type { return typeHostUI }

// uiMethod is a method of $Host.UI with its overloads, each given by its parameters. nil types take any object.
func uiMethod(name string, ret *value.Type, call func(f *Frame, args []value.Value) (value.Value, error), overloads ...[]value.Param) value.Method {
	m := value.Method{Name: name}
	for _, p := range overloads {
		m.Overloads = append(m.Overloads, value.Overload{Params: p, Return: ret, Call: func(env value.Env, _ value.Value, args []value.Value) (value.Value, error) {
			return call(env.(*Frame), args)
		}})
	}
	return m
}

// hostUIMembers are the members of $Host.UI.
func hostUIMembers() {
	str := func(name string) value.Param { return value.Param{Name: name, Type: value.TypeString} }
	color := func(name string) value.Param { return value.Param{Name: name, Type: TypeConsoleColor} }
	choices := []value.Param{str("caption"), str("message"), {Name: "choices"}}
	typeHostUI.Members = &value.Members{
		Properties: []value.Property{
			row("RawUI", nil, func(hostUI) value.Value { return value.Of(rawUI{}) }),
			row("SupportsVirtualTerminal", value.TypeBool, func(hostUI) value.Value { return value.True }),
		},
		Methods: []value.Method{
			uiMethod("Write", nil, hostWrite(""), []value.Param{str("value")}, []value.Param{color("foregroundColor"), color("backgroundColor"), str("value")}),
			uiMethod("WriteLine", nil, hostWrite("\n"), nil, []value.Param{str("value")}, []value.Param{color("foregroundColor"), color("backgroundColor"), str("value")}),
			uiMethod("WriteErrorLine", nil, func(f *Frame, a []value.Value) (value.Value, error) {
				return value.NothingValue, f.write(f.host.Err, a[0].Str()+"\n")
			}, []value.Param{str("value")}),
			uiMethod("WriteWarningLine", nil, hostMessage("WARNING"), []value.Param{str("message")}),
			uiMethod("WriteVerboseLine", nil, hostMessage("VERBOSE"), []value.Param{str("message")}),
			uiMethod("WriteDebugLine", nil, hostMessage("DEBUG"), []value.Param{str("message")}),
			uiMethod("ReadLine", value.TypeString, func(f *Frame, _ []value.Value) (value.Value, error) {
				return answerOrNull(f.ask("", false))
			}, nil),
			uiMethod("ReadLineAsSecureString", dotnet.TypeSecureString, func(f *Frame, _ []value.Value) (value.Value, error) {
				s, err := f.ask("", true)
				return dotnet.OfSecureString(s), err
			}, nil),
			uiMethod("PromptForChoice", value.TypeInt32, (*Frame).promptForChoice,
				append(choices[:3:3], value.Param{Name: "defaultChoice", Type: value.TypeInt32})),
			uiMethod("PromptForChoice", nil, (*Frame).promptForChoices,
				append(choices[:3:3], value.Param{Name: "defaultChoices", Type: value.ArrayOf(value.TypeInt32)})),
			uiMethod("Prompt", nil, (*Frame).promptForFields, []value.Param{str("caption"), str("message"), {Name: "descriptions"}}),
			uiMethod("PromptForCredential", dotnet.TypePSCredential, func(f *Frame, a []value.Value) (value.Value, error) {
				return f.credentialRequest(a[0].Str(), a[1].Str(), a[2].Str(), a[3].Str())
			}, []value.Param{str("caption"), str("message"), str("userName"), str("targetName")}),
		},
	}
	mergeOverloads(typeHostUI.Members)
	rawUIMembers()
}

// mergeOverloads joins neighbouring methods of one name.
func mergeOverloads(m *value.Members) {
	out := m.Methods[:0]
	for _, x := range m.Methods {
		if n := len(out); n > 0 && out[n-1].Name == x.Name {
			out[n-1].Overloads = append(out[n-1].Overloads, x.Overloads...)
			continue
		}
		out = append(out, x)
	}
	m.Methods = out
}

// hostWrite writes its last argument.
func hostWrite(end string) func(*Frame, []value.Value) (value.Value, error) {
	return func(f *Frame, args []value.Value) (value.Value, error) {
		s := ""
		if n := len(args); n > 0 {
			s = args[n-1].Str()
		}
		return value.NothingValue, f.writeOut(s + end)
	}
}

func hostMessage(label string) func(*Frame, []value.Value) (value.Value, error) {
	return func(f *Frame, args []value.Value) (value.Value, error) {
		return value.NothingValue, f.writeOut(format.StreamText(label, args[0].Str(), f.hostSettings()) + "\n")
	}
}

// answerOrNull is an answer, $null at the end of the input.
func answerOrNull(s string, err error) (value.Value, error) {
	if err == io.EOF {
		return value.NullValue, nil
	}
	return value.OfString(s), err
}

// choicesOf are the options of PromptForChoice.
func choicesOf(v value.Value) ([]Choice, error) {
	if v.IsNull() {
		return nil, value.Throw(value.PSArgumentNullException, "", "Cannot process argument because the value of argument \"choices\" is null. Change the value of argument \"choices\" to a non-null value.")
	}
	list, ok := dotnet.Choices(v)
	if !ok {
		return nil, value.Throw(value.PSArgumentException, "", "Cannot convert the choices to ChoiceDescription.")
	}
	if len(list) == 0 {
		return nil, value.Throw(value.PSArgumentException, "", "\"choices\" should have at least one element.")
	}
	out := make([]Choice, len(list))
	for i, c := range list {
		out[i] = Choice{c.Label, c.Help}
	}
	return out, nil
}

// outOfChoices is the error of a default that is no choice.
func outOfChoices(param string, n int64) error {
	return value.Throw(value.PSArgumentOutOfRange, "", "\""+param+"\" must be a valid index into \"choice\" or -1 for no default choice. (Parameter '"+param+
		"')\nActual value was "+value.ToString(value.OfInt64(n))+".")
}

func (f *Frame) promptForChoice(a []value.Value) (value.Value, error) {
	choices, err := choicesOf(a[2])
	if err != nil {
		return value.NullValue, err
	}
	def := a[3].Int()
	if def < -1 || def >= int64(len(choices)) {
		return value.NullValue, outOfChoices("defaultChoice", def)
	}
	i, err := f.choose(a[0].Str(), a[1].Str(), choices, int(def))
	if err == io.EOF {
		err = endOfInput()
	}
	return value.OfInt(i), err
}

func (f *Frame) promptForChoices(a []value.Value) (value.Value, error) {
	choices, err := choicesOf(a[2])
	if err != nil {
		return value.NullValue, err
	}
	var defaults []int
	for _, d := range ListOf(a[3]) {
		if d.Int() < 0 || d.Int() >= int64(len(choices)) {
			return value.NullValue, outOfChoices("defaultChoices", d.Int())
		}
		defaults = append(defaults, int(d.Int()))
	}
	chosen, err := f.chooseSeveral(a[0].Str(), a[1].Str(), choices, defaults)
	if err == io.EOF {
		err = endOfInput()
	}
	if err != nil {
		return value.NullValue, err
	}
	items := make([]value.Value, len(chosen))
	for i, n := range chosen {
		items[i] = value.OfInt(n)
	}
	return collection(items), nil
}

// promptForFields is Prompt: a dictionary of the answers by name.
func (f *Frame) promptForFields(a []value.Value) (value.Value, error) {
	var fields []promptField
	for _, x := range ListOf(a[2]) {
		d, ok := value.As[*dotnet.FieldDescription](x.Base())
		if !ok {
			return value.NullValue, value.Throw(value.PSArgumentException, "", "Cannot convert the descriptions to FieldDescription.")
		}
		label := d.Label
		if label == "" {
			label = d.Name
		}
		fields = append(fields, promptField{name: label, help: d.Help, typ: d.Type})
	}
	if len(fields) == 0 {
		return value.NullValue, value.Throw(value.PSArgumentException, "", "\"descriptions\" should have at least one element.")
	}
	answers, err := f.promptFields(a[0].Str(), a[1].Str(), fields)
	if err == io.EOF {
		return value.NullValue, nil
	}
	if err != nil {
		return value.NullValue, err
	}
	d := &value.Dictionary{Type: typeNameTable}
	for i, x := range ListOf(a[2]) {
		if y, ok := value.As[*dotnet.FieldDescription](x.Base()); ok {
			d.SetString(y.Name, answers[i])
		}
	}
	return value.Of(d), nil
}

// rawUI is $Host.UI.RawUI.
type rawUI struct{}

var typeRawUI = &value.Type{Name: "InternalHostRawUserInterface", FullName: "System.Management.Automation.Internal.Host.InternalHostRawUserInterface", Base: value.TypeObject}

// TypeOf is InternalHostRawUserInterface.
func (rawUI) TypeOf() *value.Type { return typeRawUI }

func rawUIMembers() {
	key := func(*Frame, []value.Value) (value.Value, error) {
		return value.NullValue, value.Throw(value.InvalidOperationException, "", host.ErrDrained.Error())
	}
	typeRawUI.Members = &value.Members{
		Properties: []value.Property{
			{Name: "KeyAvailable", Type: value.TypeBool, Get: func(value.Env, value.Value) (value.Value, error) {
				return value.NullValue, nil // its getter fails where input is redirected, which a property hides
			}},
			uiSize("WindowSize"), uiSize("BufferSize"), uiSize("MaxWindowSize"),
			{Name: "WindowTitle", Type: value.TypeString,
				Get: func(env value.Env, _ value.Value) (value.Value, error) {
					return value.OfString(env.(*Frame).windowTitle), nil
				},
				Set: func(env value.Env, _, v value.Value) error { env.(*Frame).windowTitle = value.ToString(v); return nil }},
			rawColor("ForegroundColor"), rawColor("BackgroundColor"),
		},
		Methods: []value.Method{
			uiMethod("ReadKey", nil, key, nil, []value.Param{{Name: "options"}}),
			uiMethod("FlushInputBuffer", nil, func(*Frame, []value.Value) (value.Value, error) { return value.NothingValue, nil }, nil),
		},
	}
}

// uiSize is a size of the terminal.
func uiSize(name string) value.Property {
	return value.Property{Name: name, Get: func(env value.Env, _ value.Value) (value.Value, error) {
		t := env.(*Frame).host.Terminal
		o := value.NewCustom()
		o.SetTypeNames([]string{"System.Management.Automation.Host.Size", "System.ValueType", "System.Object"})
		o.Set("Width", value.OfInt(t.Width))
		o.Set("Height", value.OfInt(t.Height))
		return value.Of(o), nil
	}, Set: func(value.Env, value.Value, value.Value) error { return nil }}
}

// rawColor is a colour of the terminal, which is not known and can be set to no effect, as on a redirected console.
func rawColor(name string) value.Property {
	return value.Property{Name: name, Type: TypeConsoleColor,
		Get: func(value.Env, value.Value) (value.Value, error) { return value.OfEnum(TypeConsoleColor.Enum, -1), nil },
		Set: func(value.Env, value.Value, value.Value) error { return nil }}
}
