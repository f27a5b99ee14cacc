package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// memberKinds say which members a list shows.
type memberKinds uint8

const (
	propertyMembers memberKinds = 1 << iota
	methodMembers
	allMembers = propertyMembers | methodMembers
)

// memberList is $x.PSObject.Properties and its kin: the members of an object, looked up afresh at each use.
type memberList struct {
	target value.Value
	data   *value.TypeData
	kinds  memberKinds
}

var (
	typeMemberList     = class("System.Management.Automation.PSMemberInfoIntegratingCollection`1", value.TypeObject, 0, value.IfaceEnumerable)
	typeFoundMembers   = class("System.Management.Automation.ReadOnlyPSMemberInfoCollection`1", value.TypeObject, 0, value.IfaceEnumerable)
	typePSPropertyInfo = class("System.Management.Automation.PSPropertyInfo", typePSMemberInfo, value.Abstract)
)

// TypeOf is PSMemberInfoIntegratingCollection.
func (*memberList) TypeOf() *value.Type { return typeMemberList }

// Each yields the members: properties, then methods.
func (l *memberList) Each(yield func(value.Value) error) (err error) {
	if l.kinds&propertyMembers != 0 {
		value.EachProperty(dataEnv{l.data}, l.target, func(p value.PropertyRef) bool {
			err = yield(value.Of(&PSProperty{Ref: p}))
			return err == nil
		})
	}
	if err != nil || l.kinds&methodMembers == 0 {
		return err
	}
	for _, m := range MethodsOf(l.data, l.target) {
		if err := yield(m); err != nil {
			return err
		}
	}
	return nil
}

// dataEnv is an environment that knows type data only, which is all that listing members takes.
type dataEnv struct{ data *value.TypeData }

// CallBlock runs nothing.
func (dataEnv) CallBlock(value.Value, value.BlockInput) ([]value.Value, error) { return nil, nil }

// TypeData are the members added to types.
func (d dataEnv) TypeData() *value.TypeData { return d.data }

// Host is none.
func (dataEnv) Host() any { return nil }

// MethodsOf are the methods of v as objects: added ones, then those of its type from the most derived class on, each name once.
func MethodsOf(data *value.TypeData, v value.Value) []value.Value {
	var found []value.Value
	var seen value.NameIndex
	for _, bag := range bagsOf(data, v) {
		for i, n := range bag.Shape().Names() {
			if b, ok := value.As[value.Object](bag.At(i)); ok && bag.Shape().KindAt(i) == value.ScriptMethod && seen.Find(n) < 0 {
				seen.Add(n)
				found = append(found, value.Of(&PSScriptMethod{MethodName: n, Script: value.Of(b), Owner: v}))
			}
		}
	}
	t := value.TypeOf(v)
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		rows := x.Members.Load().Methods
		for i := range rows {
			if m := &rows[i]; !m.Static && !m.Hidden && seen.Find(m.Name) < 0 {
				seen.Add(m.Name)
				found = append(found, value.Of(&PSMethod{Method: m, Owner: t, Target: v}))
			}
		}
	}
	return found
}

// bagsOf are the bags of members that were added to an object or to its types.
func bagsOf(data *value.TypeData, v value.Value) []*value.PSObject {
	var bags []*value.PSObject
	if o, ok := value.As[*value.PSObject](v); ok {
		bags = append(bags, o)
	}
	if e, ok := value.As[value.Extensible](v.Base()); ok && e.Added() != nil {
		bags = append(bags, e.Added())
	}
	if data != nil {
		for _, n := range value.TypeNames(v) {
			if b := data.Bag(n); b != nil {
				bags = append(bags, b)
			}
		}
	}
	return bags
}

func membersOf(s value.Value) value.Enumerable {
	l, _ := s.Base().Object().(value.Enumerable)
	return l
}

// MemberName is the name of a member object, "" for other values.
func MemberName(v value.Value) string {
	switch m := v.Object().(type) {
	case *PSProperty:
		return m.Ref.Name
	case *PSMethod:
		return m.Name()
	case *PSScriptMethod:
		return m.MethodName
	case *PSMemberSet:
		return m.SetName
	}
	return ""
}

// matchMembers are the members whose name a wildcard finds and whose type is among the given ones.
func matchMembers(s value.Value, pattern string, types int64) (value.Value, error) {
	w, err := text.CompileWildcard(pattern, true)
	if err != nil {
		return value.NullValue, err
	}
	found := &value.ArrayList{Type: typeFoundMembers}
	err = membersOf(s).Each(func(m value.Value) error {
		if w.Match(MemberName(m)) && memberTypeOf(m)&types != 0 {
			found.Items = append(found.Items, m)
		}
		return nil
	})
	return value.Of(found), err
}

const everyMemberType = 16383

var memberListTable = table{
	methods: []method{
		{sig: "void Add(System.Management.Automation.PSMemberInfo member)", call: addMemberTo},
		{sig: "void Add(System.Management.Automation.PSMemberInfo member, bool preValidated)", call: addMemberTo},
		{sig: "void Remove(string name)", do: func(s value.Value, a []value.Value) value.Value {
			if l, ok := value.As[*memberList](s); ok {
				removeMember(l.target, a[0].Str())
			}
			return value.NothingValue
		}},
		{sig: "System.Management.Automation.ReadOnlyPSMemberInfoCollection[System.Management.Automation.PSMemberInfo] Match(string name)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return matchMembers(s, a[0].Str(), everyMemberType)
		}},
		{sig: "System.Management.Automation.ReadOnlyPSMemberInfoCollection[System.Management.Automation.PSMemberInfo] Match(string name, System.Management.Automation.PSMemberTypes memberTypes)", call: func(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
			return matchMembers(s, a[0].Str(), a[1].Int())
		}},
		{sig: "System.Management.Automation.PSMemberInfo get_Item(string name)", do: func(s value.Value, a []value.Value) value.Value {
			found := value.NullValue
			_ = membersOf(s).Each(func(m value.Value) error { // the yield never fails
				if found.IsNull() && value.EqualFold(MemberName(m), a[0].Str()) {
					found = m
				}
				return nil
			})
			return found
		}},
	},
}

var foundMembersTable = table{
	props: []prop{{sig: "int Count", get: func(s value.Value) value.Value { return value.OfInt(len(listOf(s).Items)) }}},
}

// addMemberTo puts a member into the bag of the object; one of that name is replaced. A value that carries no members forgets it.
func addMemberTo(_ value.Env, s value.Value, a []value.Value) (value.Value, error) {
	l, ok := value.As[*memberList](s)
	if !ok || a[0].IsNull() {
		return value.NothingValue, nullError("member")
	}
	var bag *value.PSObject
	if o, ok := value.As[*value.PSObject](l.target); ok {
		bag = o
	} else if e, ok := value.As[value.Extensible](l.target); ok {
		bag = e.Extend(l.target)
	} else {
		return value.NothingValue, nil
	}
	switch m := a[0].Object().(type) {
	case *PSProperty:
		content, ok := m.Ref.Added()
		if !ok {
			return value.NothingValue, methodError("CannotAddPropertyOrMethod", "Cannot add a property or method of this type.")
		}
		bag.Add(m.Ref.Name, m.Ref.Kind, content)
	case *PSScriptMethod:
		bag.Add(m.MethodName, value.ScriptMethod, m.Script)
	case *PSMemberSet:
		bag.Add(m.SetName, m.Kind, m.Content)
	}
	return value.NothingValue, nil
}

// removeMember takes an added member out; others stay, without an error.
func removeMember(v value.Value, name string) {
	if o, ok := value.As[*value.PSObject](v); ok && o.Remove(name) {
		return
	}
	if e, ok := value.As[value.Extensible](v.Base()); ok && e.Added() != nil {
		e.Added().Remove(name)
	}
}
