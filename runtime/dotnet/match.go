package dotnet

import (
	"strconv"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// capture is a Capture, Group or Match, told apart by its type. A failed one has neither group nor match.
type capture struct {
	value.Extended
	typ   *value.Type
	part  text.Capture
	group *text.Group
	match *text.Match
}

// TypeOf is Capture, Group or Match.
func (c *capture) TypeOf() *value.Type { return c.typ }

// ToText is the captured text.
func (c *capture) ToText() string { return c.part.Value }

// OfMatch is a match as a value; nil is a failed one.
func OfMatch(m *text.Match) value.Value {
	if m == nil {
		return value.Of(&capture{typ: typeMatch})
	}
	return value.Of(&capture{typ: typeMatch, part: m.Capture, group: &m.Groups[0], match: m})
}

func ofGroup(g *text.Group) value.Value {
	if g == nil {
		return value.Of(&capture{typ: typeGroup})
	}
	return value.Of(&capture{typ: typeGroup, part: g.Capture, group: g})
}

func captureOf(v value.Value) *capture {
	c, _ := value.As[*capture](v)
	return c
}

func (c *capture) success() bool { return c.group != nil && c.group.Success }

var captureTable = table{
	props: []prop{
		{sig: "int Index", get: func(v value.Value) value.Value { return value.OfInt(captureOf(v).part.Index) }},
		{sig: "int Length", get: func(v value.Value) value.Value { return value.OfInt(captureOf(v).part.Length) }},
		{sig: "string Value", get: func(v value.Value) value.Value { return value.OfString(captureOf(v).part.Value) }},
		{sig: "System.ReadOnlySpan[char] ValueSpan", get: func(value.Value) value.Value { return value.NullValue }}, // a span is no object
	},
	methods: []method{
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(captureOf(v).part.Value) }},
	},
}

var groupTable = table{props: []prop{
	{sig: "bool Success", get: func(v value.Value) value.Value { return value.OfBool(captureOf(v).success()) }},
	{sig: "string Name", get: func(v value.Value) value.Value {
		if c := captureOf(v); c.group != nil {
			return value.OfString(c.group.Name)
		}
		return value.OfString("0")
	}},
	{sig: "System.Text.RegularExpressions.CaptureCollection Captures", get: func(v value.Value) value.Value {
		c, list := captureOf(v), &matchList{typ: typeCaptureCollection}
		if c.group != nil {
			all := c.group.Captures()
			for i, x := range all {
				if i == len(all)-1 {
					list.items = append(list.items, v) // the last capture is the group itself
					break
				}
				list.items = append(list.items, value.Of(&capture{typ: typeCapture, part: x}))
			}
		}
		return value.Of(list)
	}},
}}

var matchTable = table{
	props: []prop{
		{sig: "System.Text.RegularExpressions.GroupCollection Groups", get: func(v value.Value) value.Value {
			c, list := captureOf(v), &matchList{typ: typeGroupCollection}
			if c.match == nil {
				list.items = []value.Value{ofGroup(nil)}
				return value.Of(list)
			}
			list.match = c.match
			for i := range c.match.Groups {
				list.items = append(list.items, ofGroup(&c.match.Groups[i]))
			}
			return value.Of(list)
		}},
		{sig: "static System.Text.RegularExpressions.Match Empty", get: func(value.Value) value.Value { return OfMatch(nil) }},
	},
	methods: []method{
		{sig: "System.Text.RegularExpressions.Match NextMatch()", call: func(_ value.Env, v value.Value, _ []value.Value) (value.Value, error) {
			c := captureOf(v)
			if c.match == nil {
				return v, nil
			}
			m, err := c.match.Next()
			return OfMatch(m), err
		}},
		{sig: "string Result(string replacement)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			c := captureOf(v)
			if c.match == nil {
				return v, raise(value.NotSupportedException, "Result cannot be called on a failed Match.")
			}
			return value.OfString(c.match.Result(a[0].Str())), nil
		}},
	},
}

// matchList is a MatchCollection, GroupCollection or CaptureCollection.
type matchList struct {
	value.Extended
	typ   *value.Type
	items []value.Value
	match *text.Match // of groups, for look-up by name
}

// TypeOf is the collection's type.
func (l *matchList) TypeOf() *value.Type { return l.typ }

// Len is the number of elements.
func (l *matchList) Len() int { return len(l.items) }

// At is the element at i.
func (l *matchList) At(i int) value.Value { return l.items[i] }

// Each yields the elements.
func (l *matchList) Each(yield func(value.Value) error) error {
	for _, x := range l.items {
		if err := yield(x); err != nil {
			return err
		}
	}
	return nil
}

// Put fails: the collection cannot be changed.
func (l *matchList) Put(int, value.Value) error { return readOnlyError() }

func matchListOf(v value.Value) *matchList {
	l, _ := value.As[*matchList](v)
	return l
}

var matchListTable = table{
	props: []prop{
		{sig: "int Count", get: func(v value.Value) value.Value { return value.OfInt(len(matchListOf(v).items)) }},
		{sig: "bool IsReadOnly", get: boolOf(true)},
		{sig: "bool IsSynchronized", get: boolOf(false)},
		{sig: "System.Object SyncRoot", get: func(v value.Value) value.Value { return v }},
	},
	methods: []method{
		{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(v value.Value, _ []value.Value) value.Value {
			return newEnumerator(typeArrayEnumerator, matchListOf(v).items)
		}},
		{sig: "void CopyTo(array array, int arrayIndex)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return copyInto(matchListOf(v).items, a[0], integer(a[1]))
		}},
		{sig: "System.Object get_Item(int i)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			l, i := matchListOf(v), integer(a[0])
			if i < 0 || i >= len(l.items) {
				if l.typ == typeGroupCollection {
					return ofGroup(nil), nil
				}
				return v, rangeError("i", "Specified argument was out of the range of valid values.")
			}
			return l.items[i], nil
		}},
	},
}

var groupCollectionTable = table{
	props: concatProps(matchListTable.props, []prop{
		{sig: "System.Collections.Generic.IEnumerable[string] Keys", get: func(v value.Value) value.Value {
			var names []string
			if m := matchListOf(v).match; m != nil {
				names = m.Regex().GroupNames()
			}
			return value.OfStrings(names)
		}},
		{sig: "System.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Group] Values", get: func(v value.Value) value.Value {
			return arrayOf(typeGroup, matchListOf(v).items)
		}},
	}),
	methods: concatRows([]method{
		matchListTable.methods[0], matchListTable.methods[1],
		{sig: "System.Text.RegularExpressions.Group get_Item(int groupnum)", do: func(v value.Value, a []value.Value) value.Value {
			return groupNamed(matchListOf(v), strconv.Itoa(integer(a[0])))
		}},
		{sig: "System.Text.RegularExpressions.Group get_Item(string groupname)", do: func(v value.Value, a []value.Value) value.Value {
			return groupNamed(matchListOf(v), a[0].Str())
		}},
		{sig: "bool ContainsKey(string key)", do: func(v value.Value, a []value.Value) value.Value {
			m := matchListOf(v).match
			return value.OfBool(m != nil && m.GroupByName(a[0].Str()) != nil)
		}},
	}),
}

// GroupItem is v[i] of the groups of a match: by name or number, not by position; ok is false for other values. A group that the pattern
// does not have is a failed one.
func GroupItem(env value.Env, v, i value.Value) (item value.Value, ok bool, err error) {
	l, ok := value.As[*matchList](v)
	if !ok || l.typ != typeGroupCollection {
		return v, false, nil
	}
	if _, list := i.Base().Object().(value.List); list {
		return v, false, nil
	}
	return GetItem(env, v, i)
}

func concatProps(groups ...[]prop) []prop {
	var all []prop
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// groupNamed is a group by name or number; one that does not exist is a failed group.
func groupNamed(l *matchList, name string) value.Value {
	if l.match == nil {
		return ofGroup(nil)
	}
	return ofGroup(l.match.GroupByName(name))
}
