package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	groupNoElement = iota
	groupTable
	groupStrings
	groupInput
	groupProperty
	groupCulture
	groupCase
)

var groupObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Group-Object", TypeName: "Microsoft.PowerShell.Commands.GroupObjectCommand", Cmdlet: true,
		Params: []bind.Parameter{
			groupNoElement: switched("NoElement"),
			groupTable:     {Name: "AsHashTable", Aliases: []string{"AHT"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			groupStrings:   switched("AsString"),
			groupInput:     inputObject(),
			groupProperty:  {Name: "Property", Type: value.TypeObjectArray, Sets: at(0), AllowNull: true, AllowEmptyCollection: true},
			groupCulture:   {Name: "Culture", Type: value.TypeString, Sets: anywhere()},
			groupCase:      switched("CaseSensitive"),
		}},
	Aliases: []string{"group"}, Module: module, Synopsis: "Groups objects that have equal property values.",
	New: func() runtime.Command { return &grouping{} },
}

var (
	typeGroupInfo = newRecordType("Microsoft.PowerShell.Commands.GroupInfo", value.TypeObject, recordProperty{"Values", value.TypeArrayList},
		recordProperty{"Count", value.TypeInt32}, recordProperty{"Group", value.TypePSObjectCollection}, recordProperty{"Name", value.TypeString})
	typeGroupInfoNoElement = newRecordType("Microsoft.PowerShell.Commands.GroupInfoNoElement", typeGroupInfo.Type)
)

// grouping gathers all objects and forms the groups at the end, since their order depends on all keys.
type grouping struct {
	props []property
	keys  keyTable
}

// Begin reads the properties.
func (g *grouping) Begin(c *runtime.Call) (err error) {
	if c.Switch(groupStrings) && !c.Switch(groupTable) {
		return badGrouping("The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.")
	}
	if g.props, err = propertiesOf(c, groupProperty, format.ParseKeys); err != nil {
		return err
	}
	if len(g.props) > 1 && c.Switch(groupTable) && !c.Switch(groupStrings) {
		return badGrouping("The command cannot be run because using the AsHashTable parameter with more than one property requires adding the AsString parameter.")
	}
	return nil
}

func badGrouping(text string) error {
	return value.Throw(value.ArgumentException, "ArgumentException", text).With(value.InvalidArgument, value.NullValue)
}

// Process takes the object of a call without a pipeline.
func (g *grouping) Process(c *runtime.Call) error {
	return g.ProcessObject(c, c.Value(groupInput))
}

// ProcessObject keeps one object; $null is dropped.
func (g *grouping) ProcessObject(_ *runtime.Call, v value.Value) error {
	if !v.IsNull() {
		g.keys.items = append(g.keys.items, v)
	}
	return nil
}

// End forms the groups and writes them.
func (g *grouping) End(c *runtime.Call) error {
	if len(g.keys.items) == 0 {
		return nil
	}
	asked := len(g.props) > 0
	props, err := withoutWildcards(c, g.props)
	if err != nil || asked && len(props) == 0 {
		return err
	}
	if !asked {
		props = defaultKeys(c, g.keys.items[0])
	}
	if err := g.keys.read(c, props); err != nil {
		return err
	}
	groups, err := formGroups(&g.keys, comparison{c, c.Switch(groupCase), textOrder(c, groupCulture), true})
	if err != nil {
		return err
	}
	if c.Switch(groupTable) {
		return g.writeTable(c, groups, len(props) > 0)
	}
	for _, x := range groups {
		if err := c.Write(g.info(c, x, len(props) > 0)); err != nil {
			return err
		}
	}
	return nil
}

// info is the object of one group.
func (g *grouping) info(c *runtime.Call, x *keyGroup, byProperty bool) value.Value {
	values := &value.ArrayList{Type: value.TypeArrayList, Items: x.keys}
	members := &value.ArrayList{Type: value.TypePSObjectCollection}
	t := typeGroupInfoNoElement
	if !c.Switch(groupNoElement) {
		t, members.Items = typeGroupInfo, g.members(x)
	}
	return t.of(value.Of(values), value.OfInt(len(x.rows)), value.Of(members), value.OfString(groupName(x.keys, byProperty)))
}

func (g *grouping) members(x *keyGroup) []value.Value {
	items := make([]value.Value, len(x.rows))
	for i, r := range x.rows {
		items[i] = g.keys.items[r]
	}
	return items
}

// writeTable is -AsHashTable: a table from key to members.
func (g *grouping) writeTable(c *runtime.Call, groups []*keyGroup, byProperty bool) error {
	h := value.NewHashtable()
	h.FoldCase = !c.Switch(groupCase)
	for _, x := range groups {
		k := x.keys[0]
		if c.Switch(groupStrings) {
			k = value.OfString(groupName(x.keys, byProperty))
		}
		if k.IsNull() {
			const text = "The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again."
			return c.Fail(value.Throw(value.ExceptionType, text, text).With(value.InvalidArgument, value.NullValue))
		}
		h.Set(k.Base(), value.Of(&value.ArrayList{Type: value.TypePSObjectCollection, Items: g.members(x)}))
	}
	return c.Write(value.Of(h))
}
