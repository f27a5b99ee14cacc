package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	selectInput = iota
	selectProperty
	selectExclude
	selectExpand
	selectUnique
	selectLast
	selectFirst
	selectSkip
	selectSkipLast
	selectIndex
)

var selectObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Select-Object", TypeName: "Microsoft.PowerShell.Commands.SelectObjectCommand", Cmdlet: true,
		Params: []bind.Parameter{
			selectInput:    {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			selectProperty: {Name: "Property", Type: value.TypeObjectArray, Sets: at(0)},
			selectExclude:  {Name: "ExcludeProperty", Type: value.TypeStringArray, Sets: anywhere()},
			selectExpand:   {Name: "ExpandProperty", Type: value.TypeString, Sets: anywhere()},
			selectUnique:   switched("Unique"),
			selectLast:     {Name: "Last", Type: value.TypeInt32, Sets: anywhere()},
			selectFirst:    {Name: "First", Type: value.TypeInt32, Sets: anywhere()},
			selectSkip:     {Name: "Skip", Type: value.TypeInt32, Sets: anywhere()},
			selectSkipLast: {Name: "SkipLast", Type: value.TypeInt32, Sets: anywhere()},
			selectIndex:    {Name: "Index", Type: value.ArrayOf(value.TypeInt32), Sets: anywhere()},
		}},
	Aliases: []string{"select"}, Module: module, Synopsis: "Selects objects and their properties.",
	New: func() runtime.Command { return &selecting{} },
}

// selecting passes on chosen objects, or new objects of chosen properties.
type selecting struct {
	columns    []column
	skip, sent int
	seen       int
	held       []value.Value
	unique     []value.Value
}

// Begin reads the properties.
func (s *selecting) Begin(c *runtime.Call) (err error) {
	s.columns, err = columnsOf(c, c.List(selectProperty))
	s.skip = c.Int(selectSkip)
	return err
}

// Process takes the object of a call without a pipeline.
func (s *selecting) Process(c *runtime.Call) error {
	if c.ExpectingInput() || c.Bound(selectInput) {
		return s.ProcessObject(c, c.Value(selectInput))
	}
	return nil
}

// ProcessObject decides on one object.
func (s *selecting) ProcessObject(c *runtime.Call, v value.Value) error {
	i := s.seen
	s.seen++
	if c.Bound(selectIndex) {
		for _, n := range c.List(selectIndex) {
			if int(n.Int()) == i {
				return s.emit(c, v)
			}
		}
		return nil
	}
	if c.Bound(selectLast) || c.Bound(selectSkipLast) {
		s.held = append(s.held, v)
		return nil
	}
	if i < s.skip {
		return nil
	}
	if c.Bound(selectFirst) && s.sent >= c.Int(selectFirst) {
		return c.StopUpstream()
	}
	s.sent++
	if err := s.emit(c, v); err != nil {
		return err
	}
	if c.Bound(selectFirst) && s.sent >= c.Int(selectFirst) {
		return c.StopUpstream()
	}
	return nil
}

// End emits what was held back for -Last and -SkipLast.
func (s *selecting) End(c *runtime.Call) error {
	list := s.held
	if c.Bound(selectLast) {
		if n := len(list) - s.skip; n < len(list) {
			list = list[:max(0, n)]
		}
		if n := c.Int(selectLast); len(list) > n {
			list = list[len(list)-n:]
		}
	} else {
		list = list[min(len(list), s.skip):]
		list = list[:max(0, len(list)-c.Int(selectSkipLast))]
	}
	for _, v := range list {
		if err := s.emit(c, v); err != nil {
			return err
		}
	}
	return nil
}

func (s *selecting) emit(c *runtime.Call, v value.Value) error {
	if c.Bound(selectExpand) {
		x, ok, err := value.GetProperty(c.Env(), v, c.String(selectExpand))
		if err != nil {
			return err
		}
		if !ok {
			e := value.Throw(value.PSArgumentException, "ExpandPropertyNotFound", "Property \""+c.String(selectExpand)+"\" cannot be found.").With(value.InvalidArgument, v)
			return c.Fail(e)
		}
		return c.WriteEach(x)
	}
	if s.columns != nil || c.Bound(selectExclude) {
		v = s.project(c, v)
	}
	if c.Switch(selectUnique) {
		for _, u := range s.unique {
			if same(c, u, v) {
				return nil
			}
		}
		s.unique = append(s.unique, v)
	}
	return c.Write(v)
}

func same(c *runtime.Call, a, b value.Value) bool {
	x, err1 := c.Text(a)
	y, err2 := c.Text(b)
	return err1 == nil && err2 == nil && x == y
}

// project makes the new object; a property that exists keeps the spelling of the object.
func (s *selecting) project(c *runtime.Call, v value.Value) value.Value {
	o := value.NewCustom()
	excluded := func(name string) bool {
		for _, x := range c.Strings(selectExclude) {
			if value.EqualFold(x, name) {
				return true
			}
		}
		return false
	}
	columns := s.columns
	if columns == nil {
		columns, _ = columnsOf(c, []value.Value{value.OfString("*")}) // a constant pattern
	}
	for i := range columns {
		k := &columns[i]
		if k.wild != nil {
			value.EachProperty(c.Env(), v, func(p value.PropertyRef) bool {
				if k.wild.Match(p.Name) && !excluded(p.Name) {
					x, err := p.Get(c.Env())
					if err != nil {
						x = value.NullValue
					}
					o.Set(p.Name, x)
				}
				return true
			})
			continue
		}
		name := k.name
		if k.block == nil && k.name == k.property {
			name = spelled(c, v, k.name)
		}
		if !excluded(name) {
			o.Set(name, k.of(c, v))
		}
	}
	names := value.TypeNames(v)
	if len(names) > 0 {
		o.SetTypeNames(append([]string{"Selected." + names[0]}, value.TypePSCustomObject.FullName, value.TypeObject.FullName))
	}
	return value.Of(o)
}

// spelled is the name of a property as the object writes it.
func spelled(c *runtime.Call, v value.Value, name string) string {
	out := name
	value.EachProperty(c.Env(), v, func(p value.PropertyRef) bool {
		if value.EqualFold(p.Name, name) {
			out = p.Name
			return false
		}
		return true
	})
	return out
}
