package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	measureInput = iota
	measureProperty
	measureSum
	measureAverage
	measureMaximum
	measureMinimum
)

var measureObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Measure-Object", TypeName: "Microsoft.PowerShell.Commands.MeasureObjectCommand", Cmdlet: true,
		Params: []bind.Parameter{
			measureInput:    {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			measureProperty: {Name: "Property", Type: value.TypeString, Sets: at(0)},
			measureSum:      switched("Sum"),
			measureAverage:  switched("Average"),
			measureMaximum:  switched("Maximum"),
			measureMinimum:  switched("Minimum"),
		}},
	Aliases: []string{"measure"}, Module: module, Synopsis: "Counts objects and computes figures of a property.",
	New: func() runtime.Command { return &measuring{} },
}

// measuring keeps count, sum and extremes.
type measuring struct {
	runtime.NoBegin
	count             int
	sum               float64
	smallest, largest value.Value
}

// Process takes the object of a call without a pipeline.
func (m *measuring) Process(c *runtime.Call) error {
	if c.ExpectingInput() || c.Bound(measureInput) {
		return m.ProcessObject(c, c.Value(measureInput))
	}
	return nil
}

// ProcessObject counts one object.
func (m *measuring) ProcessObject(c *runtime.Call, v value.Value) error {
	if c.Bound(measureProperty) {
		x, ok, err := value.GetProperty(c.Env(), v, c.String(measureProperty))
		if err != nil || !ok || x.IsNull() {
			return err
		}
		v = x
	}
	if v.IsNull() {
		return nil
	}
	m.count++
	if c.Switch(measureSum) || c.Switch(measureAverage) {
		n, err := value.Convert(v, value.TypeDouble)
		if err != nil {
			return err
		}
		m.sum += n.Float()
	}
	if c.Switch(measureMinimum) && (m.smallest.IsNull() || compareKeys(c, v, m.smallest, false) < 0) {
		m.smallest = v
	}
	if c.Switch(measureMaximum) && (m.largest.IsNull() || compareKeys(c, v, m.largest, false) > 0) {
		m.largest = v
	}
	return nil
}

// End writes the figures.
func (m *measuring) End(c *runtime.Call) error {
	o := value.NewCustom()
	o.SetTypeNames([]string{"Microsoft.PowerShell.Commands.GenericMeasureInfo", "Microsoft.PowerShell.Commands.MeasureInfo", "System.Object"})
	o.Set("Count", value.OfInt(m.count))
	set := func(name string, asked bool, v value.Value) {
		if !asked {
			v = value.NullValue
		}
		o.Set(name, v)
	}
	set("Average", c.Switch(measureAverage) && m.count > 0, value.OfDouble(m.sum/float64(max(1, m.count))))
	set("Sum", c.Switch(measureSum), value.OfDouble(m.sum))
	o.Set("Maximum", m.largest)
	o.Set("Minimum", m.smallest)
	o.Set("StandardDeviation", value.NullValue)
	o.Set("Property", value.NullValue)
	if c.Bound(measureProperty) {
		o.Set("Property", c.Value(measureProperty))
	}
	return c.Write(value.Of(o))
}
