package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	selectInput = iota
	selectProperty
	selectExclude
	selectExpand
	selectUnique
	selectIgnoreCase
	selectLast
	selectFirst
	selectSkip
	selectSkipLast
	selectWait
	selectIndex
	selectSkipIndex
)

var selectObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Select-Object", TypeName: "Microsoft.PowerShell.Commands.SelectObjectCommand", Cmdlet: true, DefaultSet: "DefaultParameter",
		Params: []bind.Parameter{
			selectInput: inputObject(),
			selectProperty: {Name: "Property", Type: value.TypeObjectArray, AllowNull: true, AllowEmptyCollection: true, Sets: []bind.Membership{
				{Set: "DefaultParameter", Position: 0}, {Set: "SkipLastParameter", Position: 0}}},
			selectExclude:    {Name: "ExcludeProperty", Type: value.TypeStringArray, Sets: inSets("DefaultParameter", "SkipLastParameter")},
			selectExpand:     {Name: "ExpandProperty", Type: value.TypeString, Sets: inSets("DefaultParameter", "SkipLastParameter")},
			selectUnique:     switched("Unique"),
			selectIgnoreCase: switched("CaseInsensitive"),
			selectLast:       {Name: "Last", Type: value.TypeInt32, Sets: inSets("DefaultParameter"), Validate: between(0, maxInt32)},
			selectFirst:      {Name: "First", Type: value.TypeInt32, Sets: inSets("DefaultParameter"), Validate: between(0, maxInt32)},
			selectSkip:       {Name: "Skip", Type: value.TypeInt32, Sets: inSets("DefaultParameter", "SkipLastParameter"), Validate: between(0, maxInt32)},
			selectSkipLast:   {Name: "SkipLast", Type: value.TypeInt32, Sets: inSets("SkipLastParameter"), Validate: between(0, maxInt32)},
			selectWait:       {Name: "Wait", Type: value.TypeSwitchParameter, Sets: inSets("DefaultParameter", "IndexParameter")},
			selectIndex:      {Name: "Index", Type: value.ArrayOf(value.TypeInt32), Sets: inSets("IndexParameter"), Validate: between(0, maxInt32)},
			selectSkipIndex: {Name: "SkipIndex", Type: value.ArrayOf(value.TypeInt32), Validate: between(0, maxInt32),
				Sets: []bind.Membership{{Set: "SkipIndexParameter", Mandatory: true, Position: bind.NoPosition}}},
		}},
	Aliases: []string{"select"}, Module: module, Synopsis: "Selects objects or properties of them.",
	New: func() runtime.Command { return &selecting{} },
}

// selecting chooses items (selectitems.go), builds the results (projection.go), and lets each pass once with -Unique.
type selecting struct {
	choice  chooser
	project *projection // nil: the object goes on as it is
	expand  *property   // -ExpandProperty
	unique  *distinct
	rows    distinctRows
	kept    []value.Value // results with -Unique, which go out at the end
}

// Begin reads the properties.
func (s *selecting) Begin(c *runtime.Call) error {
	s.choice = newChooser(c)
	if c.Switch(selectUnique) {
		s.unique = &distinct{by: comparison{call: c, cased: !c.Switch(selectIgnoreCase)}, ignore: c.Switch(selectIgnoreCase)}
		s.rows.by = s.unique.by
	}
	props, err := propertiesOf(c, selectProperty, format.ParseSelection)
	if err != nil {
		return err
	}
	excluded, err := excludedNames(c)
	if err != nil {
		return err
	}
	if excluded != nil && len(props) == 0 {
		all, err := compileName("*")
		if err != nil {
			return err
		}
		props = []property{{Property: format.Property{Name: "*"}, wild: all}}
	}
	if len(props) > 0 {
		s.project = &projection{props: props, excluded: excluded}
	}
	if !c.Bound(selectExpand) {
		return nil
	}
	s.expand = &property{Property: format.Property{Name: c.String(selectExpand)}}
	if text.ContainsWildcard(s.expand.Name) {
		s.expand.wild, err = compileName(s.expand.Name)
	}
	return err
}

func excludedNames(c *runtime.Call) ([]*text.Wildcard, error) {
	var list []*text.Wildcard
	for _, n := range c.Strings(selectExclude) {
		w, err := compileName(n)
		if err != nil {
			return nil, err
		}
		list = append(list, w)
	}
	return list, nil
}

// Process takes the object of a call without a pipeline.
func (s *selecting) Process(c *runtime.Call) error { return s.ProcessObject(c, c.Value(selectInput)) }

// ProcessObject takes one object.
func (s *selecting) ProcessObject(c *runtime.Call, v value.Value) error {
	return s.choice.take(c, v, func(v value.Value) error { return s.result(c, v) })
}

// End passes on what was held back.
func (s *selecting) End(c *runtime.Call) error {
	if err := s.choice.flush(func(v value.Value) error { return s.result(c, v) }); err != nil {
		return err
	}
	for _, v := range s.kept {
		if err := c.Write(v); err != nil {
			return err
		}
	}
	return nil
}

// result makes and passes on what an item becomes.
func (s *selecting) result(c *runtime.Call, v value.Value) error {
	switch {
	case s.expand != nil:
		if v.IsNull() {
			return nil
		}
		return s.expanded(c, v)
	case s.project != nil:
		if v.IsNull() {
			return nil
		}
		o, err := s.project.of(c, v)
		if err != nil {
			return err
		}
		if s.unique != nil {
			if s.rows.add(o) {
				s.kept = append(s.kept, value.Of(o))
			}
			return nil
		}
		return c.Write(value.Of(o))
	}
	return s.pass(c, v)
}

// pass writes one result, with -Unique only at the end and only the first of equal ones.
func (s *selecting) pass(c *runtime.Call, v value.Value) error {
	if s.unique == nil {
		return c.Write(v)
	}
	if !v.IsNull() && s.unique.add(v) {
		s.kept = append(s.kept, v)
	}
	return nil
}

// distinctRows finds equal results of -Property: those with the same properties of equal values.
type distinctRows struct {
	by   comparison
	rows []*value.PSObject
	// buckets hold the rows by the text of their first value, as equal rows mostly have the same; it is used while texts are plain.
	seen map[string][]*value.PSObject
}

// add is false if an equal row is there already.
func (d *distinctRows) add(o *value.PSObject) bool {
	key, plain := "", false
	if o.Len() > 0 && o.At(0).IsString() && printable(o.At(0).Str()) && d.by.cased {
		key, plain = o.At(0).Str(), true
	}
	others := d.rows
	if plain && len(d.rows) == 0 {
		others = d.seen[key]
	}
	for _, x := range others {
		if d.same(x, o) {
			return false
		}
	}
	if plain && len(d.rows) == 0 {
		if d.seen == nil {
			d.seen = map[string][]*value.PSObject{}
		}
		d.seen[key] = append(d.seen[key], o)
		return true
	}
	for k, rows := range d.seen { // the first row whose key is no plain text: from now on all are compared
		d.rows = append(d.rows, rows...)
		delete(d.seen, k)
	}
	d.rows = append(d.rows, o)
	return true
}

func (d *distinctRows) same(a, b *value.PSObject) bool {
	if a.Len() != b.Len() {
		return false
	}
	for i := range a.Len() {
		j := i
		if a.Shape() != b.Shape() {
			if j = b.Shape().Find(a.Shape().Name(i)); j < 0 {
				return false
			}
		}
		if d.by.compare(a.At(i), b.At(j)) != 0 {
			return false
		}
	}
	return true
}
