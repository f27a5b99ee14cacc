package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

// The parameters that Format-Table, Format-List, Format-Wide and Format-Custom share; the first ones of each.
const (
	shapeInput = iota
	shapeProperty
	shapeGroupBy
	shapeView
	shapeShowError
	shapeDisplayError
	shapeForce
	shapeExpand
	shapeOwn // the first parameter of one command only
)

// shapeCmdlet declares a Format-* command. -Property takes one value or, with several, a list.
func shapeCmdlet(name, alias, synopsis string, property *value.Type, open func(*runtime.Call, format.Options) (*format.Shaper, error), own ...bind.Parameter) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: "Format-" + name, TypeName: "Microsoft.PowerShell.Commands.Format" + name + "Command", Cmdlet: true,
			Params: append([]bind.Parameter{
				shapeInput:        inputObject(),
				shapeProperty:     {Name: "Property", Type: property, Sets: at(0)},
				shapeGroupBy:      {Name: "GroupBy", Sets: anywhere()},
				shapeView:         {Name: "View", Type: value.TypeString, Sets: anywhere()},
				shapeShowError:    switched("ShowError"),
				shapeDisplayError: switched("DisplayError"),
				shapeForce:        switched("Force"),
				shapeExpand:       {Name: "Expand", Type: value.TypeString, Sets: anywhere(), Validate: []bind.Validator{oneOf("CoreOnly", "EnumOnly", "Both")}},
			}, own...)},
		Aliases: []string{alias}, Module: module, Synopsis: synopsis,
		New: func() runtime.Command { return &shaping{open: open} },
	}
}

// shaping hands objects to a shaper, which emits format objects.
type shaping struct {
	open   func(*runtime.Call, format.Options) (*format.Shaper, error)
	shaper *format.Shaper
}

// Begin reads the layout.
func (s *shaping) Begin(c *runtime.Call) error {
	kind := format.CustomView
	switch c.Cmdlet {
	case formatTable:
		kind = format.TableView
	case formatList:
		kind = format.ListView
	case formatWide:
		kind = format.WideView
	}
	o, err := shapeOptions(c, kind)
	if err == nil {
		s.shaper, err = s.open(c, o)
	}
	return c.Sign(err)
}

func shapeOptions(c *runtime.Call, kind format.ViewKind) (o format.Options, err error) {
	if len(c.List(shapeProperty)) > 0 {
		if o.Property, err = format.ParseProperties(kind, c.List(shapeProperty)); err != nil {
			return o, err
		}
	}
	if c.Bound(shapeGroupBy) {
		if o.GroupBy, err = format.ParseGroupBy(c.Value(shapeGroupBy)); err != nil {
			return o, err
		}
	}
	o.View = c.String(shapeView)
	o.ShowError, o.DisplayError, o.Force = c.Switch(shapeShowError), c.Switch(shapeDisplayError), c.Switch(shapeForce)
	switch expand := c.String(shapeExpand); {
	case value.EqualFold(expand, "CoreOnly"):
		o.Expand = format.CoreOnly
	case value.EqualFold(expand, "Both"):
		o.Expand = format.Both
	}
	return o, nil
}

// Process takes the object of a call without a pipeline.
func (s *shaping) Process(c *runtime.Call) error { return s.ProcessObject(c, c.Value(shapeInput)) }

// ProcessObject shapes one object.
func (s *shaping) ProcessObject(c *runtime.Call, v value.Value) error {
	return c.Sign(s.shaper.Write(v))
}

// End closes the layout.
func (s *shaping) End(*runtime.Call) error { return s.shaper.Close() }
