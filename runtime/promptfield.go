package runtime

import (
	"io"
	"strings"

	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// promptField is one value that is asked for by name (oracle/prompts, Mandatory parameters and $Host.UI.Prompt).
type promptField struct {
	name, help string
	typ        *value.Type // nil is a string
}

// promptFields asks for values one after another. The error is io.EOF at the end of the input.
func (f *Frame) promptFields(caption, message string, fields []promptField) ([]value.Value, error) {
	q := host.Question{Text: strings.TrimSpace(caption + " " + message)}
	if err := f.answerable(q); err != nil {
		return nil, err
	}
	head := ""
	if caption != "" {
		head = "\n" + caption + "\n"
	}
	if message != "" {
		head += message + "\n"
	}
	p := fieldPrompt{frame: f}
	for _, x := range fields {
		p.offersHelp = p.offersHelp || x.help != ""
	}
	if p.offersHelp {
		head += "(Type !? for Help.)\n"
	}
	if err := f.writeOut(head); err != nil {
		return nil, err
	}
	out := make([]value.Value, len(fields))
	for i := range fields {
		v, err := p.value(&fields[i])
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

// fieldPrompt asks for the values of one prompt.
type fieldPrompt struct {
	frame      *Frame
	offersHelp bool
}

func (p *fieldPrompt) value(x *promptField) (value.Value, error) {
	switch t := x.typ; {
	case t == dotnet.TypePSCredential:
		return p.frame.askCredential("", "")
	case t == dotnet.TypeSecureString:
		s, err := p.frame.ask(x.name+": ", true)
		return dotnet.OfSecureString(s), err
	case t != nil && (t.Elem != nil || t == value.TypeArray || t == value.TypeArrayList):
		return p.list(x, t.Elem)
	}
	v, _, err := p.item(x, x.name+": ", x.typ)
	return v, err
}

// list asks for elements until an empty line.
func (p *fieldPrompt) list(x *promptField, elem *value.Type) (value.Value, error) {
	var items []value.Value
	for {
		v, empty, err := p.item(x, x.name+"["+value.ToString(value.OfInt(len(items)))+"]: ", elem)
		if err != nil || empty {
			return value.OfArray(items...), err
		}
		items = append(items, v)
		if err := p.frame.checkSize(len(items)); err != nil {
			return value.NullValue, err
		}
	}
}

// item asks until the answer is no request for help and can be read as a value of the type. What cannot be converted for another reason
// than its form stays a text, which the binder refuses later.
func (p *fieldPrompt) item(x *promptField, prompt string, t *value.Type) (v value.Value, empty bool, err error) {
	help := p.offersHelp
	for {
		s, err := p.frame.ask(prompt, false)
		if err != nil {
			return value.NullValue, false, err
		}
		if help && s == "!?" {
			text := x.help
			if text == "" {
				text = "No help is available for " + x.name + "."
			}
			if err := p.frame.writeOut(text + "\n"); err != nil {
				return value.NullValue, false, err
			}
			continue
		}
		if help && strings.HasPrefix(s, "!!") {
			s = s[1:]
		}
		v, problem := p.convert(s, t)
		if problem == "" {
			return v, s == "", nil
		}
		help = false
		if err := p.frame.writeOut("Cannot recognize \"" + s + "\" as a " + t.FullName + " due to " + problem + " error.\n"); err != nil {
			return value.NullValue, false, err
		}
	}
}

// convert is the text as a value; problem says why it cannot be read, "" if it can or must stay a text.
func (p *fieldPrompt) convert(s string, t *value.Type) (v value.Value, problem string) {
	text := value.OfString(s)
	if t == nil || t == value.TypeString || t == value.TypeObject {
		return text, ""
	}
	v, err := p.frame.cast(text, t)
	if err == nil {
		return v, ""
	}
	r := p.frame.record(err)
	if r == nil {
		return text, ""
	}
	for e := r.Exception; e != nil; e = e.Inner {
		switch {
		case e.Type.Is(value.FormatException):
			return text, "a format"
		case e.Type.Is(value.OverflowException):
			return text, "an overflow"
		}
	}
	return text, ""
}

// parameterCaption is what stands above the parameters of a command that are asked for.
func parameterCaption(command string, position int) string {
	return "cmdlet " + command + " at command pipeline position " + value.ToString(value.OfInt(position))
}

const parameterMessage = "Supply values for the following parameters:"

// AskParameter asks for a parameter that turned out to be needed; $null at the end of the input.
func (c *Call) AskParameter(name string) (value.Value, error) {
	answers, err := c.frame.promptFields(parameterCaption(c.activity(), c.info.PipelineIndex), parameterMessage, []promptField{{name: name}})
	if err != nil {
		if err == io.EOF {
			err = nil
		}
		return value.NullValue, err
	}
	return answers[0], nil
}

// mandatoryPrompt asks for missing mandatory parameters when someone can answer.
func (f *Frame) mandatoryPrompt(command string, position int) func(b *bind.Binding, missing []*bind.Parameter) ([]value.Value, error) {
	if f.host.Prompts == nil {
		return nil
	}
	return func(_ *bind.Binding, missing []*bind.Parameter) ([]value.Value, error) {
		if f.answerable(host.Question{}) != nil {
			return nil, io.EOF
		}
		fields := make([]promptField, len(missing))
		for i, p := range missing {
			fields[i] = promptField{name: p.Name, help: helpOf(p), typ: p.Type}
		}
		return f.promptFields(parameterCaption(command, position), parameterMessage, fields)
	}
}

// helpOf is the help message of a parameter, that of the first set which has one.
func helpOf(p *bind.Parameter) string {
	if p.HelpMessage != "" {
		return p.HelpMessage
	}
	for _, m := range p.Sets {
		if m.HelpMessage != "" {
			return m.HelpMessage
		}
	}
	return ""
}
