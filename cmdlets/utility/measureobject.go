package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	measureInput = iota
	measureProperty
	measureDeviation
	measureSum
	measureAll
	measureAverage
	measureMaximum
	measureMinimum
	measureLine
	measureWord
	measureCharacter
	measureNoSpace
)

func figure(name string) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeSwitchParameter, Sets: inSets("GenericMeasure")}
}

func textFigure(name string) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeSwitchParameter, Sets: inSets("TextMeasure")}
}

var measureObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Measure-Object", TypeName: "Microsoft.PowerShell.Commands.MeasureObjectCommand", Cmdlet: true, DefaultSet: "GenericMeasure",
		Params: []bind.Parameter{
			measureInput:     inputObject(),
			measureProperty:  {Name: "Property", Type: value.TypeObjectArray, Sets: at(0), NotNullOrEmpty: true},
			measureDeviation: figure("StandardDeviation"),
			measureSum:       figure("Sum"),
			measureAll:       figure("AllStats"),
			measureAverage:   figure("Average"),
			measureMaximum:   figure("Maximum"),
			measureMinimum:   figure("Minimum"),
			measureLine:      textFigure("Line"),
			measureWord:      textFigure("Word"),
			measureCharacter: textFigure("Character"),
			measureNoSpace:   textFigure("IgnoreWhiteSpace"),
		}},
	Aliases: []string{"measure"}, Module: module, Synopsis: "Counts objects and computes figures of a property.",
	New: func() runtime.Command { return &measuring{} },
}

// measuring keeps figures for the objects themselves, or for each property that was asked for.
type measuring struct {
	props  []property
	wanted figures // what is asked for, as a pattern of those to come
	names  value.NameIndex
	found  []*figures // by name
}

// Begin reads the properties.
func (m *measuring) Begin(c *runtime.Call) (err error) {
	all := c.Switch(measureAll)
	m.wanted = figures{
		by: comparison{call: c}, text: c.Set == "TextMeasure", sums: all || c.Switch(measureSum), averages: all || c.Switch(measureAverage),
		deviates: all || c.Switch(measureDeviation), largest: all || c.Switch(measureMaximum), smallest: all || c.Switch(measureMinimum),
		lines: c.Switch(measureLine), words: c.Switch(measureWord), characters: c.Switch(measureCharacter), noSpace: c.Switch(measureNoSpace),
	}
	for _, v := range c.List(measureProperty) {
		if _, ok := value.As[*value.Dictionary](v.Base()); ok {
			return value.Throw(value.ParameterBindingException, "CannotConvertArgument",
				"Cannot convert 'System.Object[]' to the type 'Microsoft.PowerShell.Commands.PSPropertyExpression' required by parameter 'Property'. Specified method is not supported.").With(value.InvalidArgument, value.NullValue)
		}
	}
	m.props, err = propertiesOf(c, measureProperty, format.ParseKeys)
	return err
}

// Process takes the object of a call without a pipeline.
func (m *measuring) Process(c *runtime.Call) error { return m.ProcessObject(c, c.Value(measureInput)) }

// ProcessObject measures one object; $null is dropped.
func (m *measuring) ProcessObject(c *runtime.Call, v value.Value) error {
	if v.IsNull() {
		return nil
	}
	if len(m.props) == 0 {
		return m.of("").add(c, v)
	}
	for i := range m.props {
		if err := m.measure(c, &m.props[i], v); err != nil {
			return err
		}
	}
	return nil
}

func (m *measuring) measure(c *runtime.Call, p *property, v value.Value) error {
	switch {
	case p.block != nil:
		x, failed, err := c.EvaluateKey(p.block, v)
		if failed != nil {
			err = c.ReportKey(failed)
		}
		if err != nil {
			return err
		}
		return m.of(p.Text).add(c, x)
	case p.wild != nil:
		for _, n := range matching(c.Env(), v, p.wild) {
			if err := m.of(n.name).add(c, n.v); err != nil {
				return err
			}
		}
		return nil
	}
	x, ok, err := readProperty(c.Env(), v, p.Name)
	if !ok || err != nil {
		return nil // a missing property is not counted, nor one whose getter fails
	}
	return m.of(p.Name).add(c, x)
}

// of are the figures under a name, new ones when it is first met.
func (m *measuring) of(name string) *figures {
	i := m.names.Add(name)
	if i == len(m.found) {
		f := m.wanted
		f.name = name
		m.found = append(m.found, &f)
	}
	return m.found[i]
}

// End writes the figures; a property that no object has gives none.
func (m *measuring) End(c *runtime.Call) error {
	if len(m.props) == 0 {
		return c.Write(m.of("").result(false))
	}
	for i := range m.props {
		if err := m.missing(c, &m.props[i]); err != nil {
			return err
		}
	}
	for _, f := range m.found {
		if err := c.Write(f.result(true)); err != nil {
			return err
		}
	}
	return nil
}

// missing reports a property that no object has, in strict mode.
func (m *measuring) missing(c *runtime.Call, p *property) error {
	if p.wild != nil || p.block != nil || m.names.Find(p.Name) >= 0 || c.StrictVersion() < 2 {
		return nil
	}
	id := "GenericMeasurePropertyNotFound"
	if m.wanted.text {
		id = "TextMeasurePropertyNotFound"
	}
	return c.Fail(value.Throw(value.PSArgumentException, id, "Cannot process argument because the value of argument \""+p.Name+
		"\" is not valid. Change the value of the \""+p.Name+"\" argument and run the operation again.").With(value.ObjectNotFound, value.NullValue))
}
