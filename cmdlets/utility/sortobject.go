package utility

import (
	"sort"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	sortInput = iota
	sortProperty
	sortDescending
	sortUnique
	sortCase
)

var sortObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Sort-Object", TypeName: "Microsoft.PowerShell.Commands.SortObjectCommand", Cmdlet: true,
		Params: []bind.Parameter{
			sortInput:      {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			sortProperty:   {Name: "Property", Type: value.TypeObjectArray, Sets: at(0)},
			sortDescending: switched("Descending"),
			sortUnique:     switched("Unique"),
			sortCase:       switched("CaseSensitive"),
		}},
	WindowsAliases: []string{"sort"}, Module: module, Synopsis: "Sorts objects by property values.",
	New: func() runtime.Command { return &sorting{} },
}

// sorting gathers all objects with their keys and sorts them stably.
type sorting struct {
	columns []column
	rows    []sortRow
}

type sortRow struct {
	v    value.Value
	keys []value.Value
}

// Begin reads the properties.
func (s *sorting) Begin(c *runtime.Call) (err error) {
	s.columns, err = columnsOf(c, c.List(sortProperty))
	return err
}

// Process takes the object of a call without a pipeline.
func (s *sorting) Process(c *runtime.Call) error { return s.ProcessObject(c, c.Value(sortInput)) }

// ProcessObject keeps one object.
func (s *sorting) ProcessObject(c *runtime.Call, v value.Value) error {
	r := sortRow{v: v}
	for i := range s.columns {
		r.keys = append(r.keys, s.columns[i].of(c, v))
	}
	if s.columns == nil {
		r.keys = []value.Value{v}
	}
	s.rows = append(s.rows, r)
	return nil
}

// End sorts and writes.
func (s *sorting) End(c *runtime.Call) error {
	descending := c.Switch(sortDescending)
	compare := func(a, b *sortRow) int {
		for i := range a.keys {
			d := descending
			if s.columns != nil && s.columns[i].descending != nil {
				d = *s.columns[i].descending
			}
			n := compareKeys(c, a.keys[i], b.keys[i], c.Switch(sortCase))
			if d {
				n = -n
			}
			if n != 0 {
				return n
			}
		}
		return 0
	}
	sort.SliceStable(s.rows, func(i, j int) bool { return compare(&s.rows[i], &s.rows[j]) < 0 })
	for i := range s.rows {
		if c.Switch(sortUnique) && i > 0 && compare(&s.rows[i-1], &s.rows[i]) == 0 {
			continue
		}
		if err := c.Write(s.rows[i].v); err != nil {
			return err
		}
	}
	return nil
}

// compareKeys orders two keys: $null first, values of one kind by value, others by their text.
func compareKeys(c *runtime.Call, a, b value.Value, cased bool) int {
	switch {
	case a.IsNull() && b.IsNull():
		return 0
	case a.IsNull():
		return -1
	case b.IsNull():
		return 1
	}
	if n, err := value.Compare(c.Env(), a, b, cased); err == nil {
		return n
	}
	n, err := value.Compare(c.Env(), value.OfString(value.ToString(a)), value.OfString(value.ToString(b)), cased)
	if err != nil {
		return 0
	}
	return n
}
