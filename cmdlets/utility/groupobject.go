package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	groupInput = iota
	groupProperty
	groupNoElement
	groupTable
	groupStrings
)

var groupObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Group-Object", TypeName: "Microsoft.PowerShell.Commands.GroupObjectCommand", Cmdlet: true,
		Params: []bind.Parameter{
			groupInput:     {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
			groupProperty:  {Name: "Property", Type: value.TypeObjectArray, Sets: at(0)},
			groupNoElement: switched("NoElement"),
			groupTable:     {Name: "AsHashTable", Aliases: []string{"AHT"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			groupStrings:   switched("AsString"),
		}},
	Aliases: []string{"group"}, Module: module, Synopsis: "Groups objects that have equal property values.",
	New: func() runtime.Command { return &grouping{} },
}

// grouping gathers objects by key, sorted by key at the end.
type grouping struct {
	columns []column
	groups  []*sortRow
	members [][]value.Value
	index   value.Table
}

// Begin reads the properties.
func (g *grouping) Begin(c *runtime.Call) (err error) {
	g.index.FoldCase = true
	g.columns, err = columnsOf(c, c.List(groupProperty))
	return err
}

// Process takes the object of a call without a pipeline.
func (g *grouping) Process(c *runtime.Call) error { return g.ProcessObject(c, c.Value(groupInput)) }

// ProcessObject puts one object into its group.
func (g *grouping) ProcessObject(c *runtime.Call, v value.Value) error {
	keys := []value.Value{v}
	if g.columns != nil {
		keys = keys[:0]
		for i := range g.columns {
			keys = append(keys, g.columns[i].of(c, v))
		}
	}
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = value.ToString(k)
	}
	name := value.OfString(strings.Join(names, ", "))
	if i, ok := g.index.Get(name); ok {
		g.members[i.Int()] = append(g.members[i.Int()], v)
		return nil
	}
	g.index.Set(name, value.OfInt(len(g.groups)))
	g.groups = append(g.groups, &sortRow{v: name, keys: keys})
	g.members = append(g.members, []value.Value{v})
	return nil
}

// End writes the groups in the order of their keys.
func (g *grouping) End(c *runtime.Call) error {
	if c.Switch(groupTable) {
		h := value.NewHashtable()
		for i, r := range g.groups {
			k := r.keys[0]
			if c.Switch(groupStrings) || len(r.keys) > 1 {
				k = r.v
			}
			h.Set(k, value.OfArray(g.members[i]...))
		}
		return c.Write(value.Of(h))
	}
	order := make([]int, len(g.groups))
	for i := range order {
		order[i] = i
	}
	for i := 1; i < len(order); i++ { // few groups; stable
		for j := i; j > 0 && g.before(c, order[j], order[j-1]); j-- {
			order[j], order[j-1] = order[j-1], order[j]
		}
	}
	for _, i := range order {
		o := value.NewCustom()
		o.SetTypeNames([]string{"Microsoft.PowerShell.Commands.GroupInfo", "System.Object"})
		o.Set("Count", value.OfInt(len(g.members[i])))
		o.Set("Name", g.groups[i].v)
		if !c.Switch(groupNoElement) {
			o.Set("Group", value.OfArray(g.members[i]...))
		}
		o.Set("Values", value.OfArray(g.groups[i].keys...))
		if err := c.Write(value.Of(o)); err != nil {
			return err
		}
	}
	return nil
}

func (g *grouping) before(c *runtime.Call, a, b int) bool {
	for i := range g.groups[a].keys {
		if n := compareKeys(c, g.groups[a].keys[i], g.groups[b].keys[i], false); n != 0 {
			return n < 0
		}
	}
	return false
}
