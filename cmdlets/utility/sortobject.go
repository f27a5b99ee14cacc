package utility

import (
	"slices"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	sortInput = iota
	sortProperty
	sortDescending
	sortUnique
	sortTop
	sortBottom
	sortStable
	sortCulture
	sortCase
)

var sortObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Sort-Object", TypeName: "Microsoft.PowerShell.Commands.SortObjectCommand", Cmdlet: true, DefaultSet: "Default",
		Params: []bind.Parameter{
			sortStable:     {Name: "Stable", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "Default", Position: bind.NoPosition}}},
			sortDescending: switched("Descending"),
			sortUnique:     switched("Unique"),
			sortTop: {Name: "Top", Type: value.TypeInt32, Sets: []bind.Membership{{Set: "Top", Mandatory: true, Position: bind.NoPosition}},
				Validate: between(1, maxInt32)},
			sortBottom: {Name: "Bottom", Type: value.TypeInt32, Sets: []bind.Membership{{Set: "Bottom", Mandatory: true, Position: bind.NoPosition}},
				Validate: between(1, maxInt32)},
			sortInput:    inputObject(),
			sortProperty: {Name: "Property", Type: value.TypeObjectArray, Sets: at(0), AllowNull: true, AllowEmptyCollection: true},
			sortCulture:  {Name: "Culture", Type: value.TypeString, Sets: anywhere()},
			sortCase:     switched("CaseSensitive"),
		}},
	WindowsAliases: []string{"sort"}, Module: module, Synopsis: "Sorts objects by property values.",
	New: func() runtime.Command { return &sorting{} },
}

// sorting gathers all objects, then reads their keys and sorts them. Without -Stable, -Top and -Bottom the sort is not stable.
type sorting struct {
	by    comparison
	props []property
	keys  *keyTable
}

// Begin reads the properties.
func (s *sorting) Begin(c *runtime.Call) (err error) {
	s.by = comparison{call: c, cased: c.Switch(sortCase), order: textOrder(c, sortCulture)}
	s.keys = &keyTable{}
	s.props, err = propertiesOf(c, sortProperty, format.ParseSorting)
	return err
}

// Process takes the object of a call without a pipeline.
func (s *sorting) Process(c *runtime.Call) error { return s.ProcessObject(c, c.Value(sortInput)) }

// ProcessObject keeps one object; $null is dropped.
func (s *sorting) ProcessObject(_ *runtime.Call, v value.Value) error {
	if !v.IsNull() {
		s.keys.items = append(s.keys.items, v)
	}
	return nil
}

// End sorts and writes.
func (s *sorting) End(c *runtime.Call) error {
	t := s.keys
	if len(t.items) == 0 {
		return nil
	}
	if len(s.props) == 0 {
		s.props = defaultKeys(c, t.items[0])
	}
	s.props = t.expand(c, s.props)
	if err := t.read(c, s.props); err != nil {
		return err
	}
	descending := directions(s.props, t.width, c.Switch(sortDescending))
	compare := func(a, b int32) int { return t.compare(s.by, a, b, descending) }
	rows := t.rows()
	if c.Switch(sortStable) || c.Bound(sortTop) || c.Bound(sortBottom) {
		slices.SortStableFunc(rows, compare)
	} else {
		value.IntroSort(rows, compare)
	}
	if c.Switch(sortUnique) {
		rows = slices.CompactFunc(rows, func(a, b int32) bool { return compare(a, b) == 0 })
	}
	if c.Bound(sortTop) {
		rows = rows[:min(c.Int(sortTop), len(rows))]
	}
	if c.Bound(sortBottom) {
		rows = rows[max(0, len(rows)-c.Int(sortBottom)):]
	}
	for _, r := range rows {
		if err := c.Write(t.items[r]); err != nil {
			return err
		}
	}
	return nil
}

// directions tells of each key whether it sorts downwards.
func directions(props []property, width int, descending bool) []bool {
	d := make([]bool, width)
	for i := range d {
		d[i] = descending
		if i < len(props) && props[i].Order != format.OrderDefault {
			d[i] = props[i].Order == format.OrderDescending
		}
	}
	return d
}
