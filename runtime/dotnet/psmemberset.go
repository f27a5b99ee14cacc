package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// PSScriptMethod is an added method without its parentheses.
type PSScriptMethod struct {
	MethodName string
	Script     value.Value
	Owner      value.Value
}

// PSMemberSet is a property set or a member set as an object. Content is a list of names or the bag of members.
type PSMemberSet struct {
	SetName string
	Kind    value.MemberKind
	Content value.Value
}

var (
	typePSScriptMethod = class("System.Management.Automation.PSScriptMethod", typePSMethodInfo, 0)
	typePSPropertySet  = class("System.Management.Automation.PSPropertySet", typePSMemberInfo, 0)
	typePSMemberSet    = class("System.Management.Automation.PSMemberSet", typePSMemberInfo, 0)
)

// TypeOf is PSScriptMethod.
func (*PSScriptMethod) TypeOf() *value.Type { return typePSScriptMethod }

// ToText is the definition.
func (m *PSScriptMethod) ToText() string { return "System.Object " + m.MethodName + "();" }

// TypeOf is PSPropertySet or PSMemberSet.
func (m *PSMemberSet) TypeOf() *value.Type {
	if m.Kind == value.PropertySet {
		return typePSPropertySet
	}
	return typePSMemberSet
}

// ToText is the definition.
func (m *PSMemberSet) ToText() string { return SetDefinition(m.SetName, m.Kind, m.Content) }

// ScriptMethodOf is an added script method of v as an object, nil if there is none of that name.
func ScriptMethodOf(data *value.TypeData, v value.Value, name string) *PSScriptMethod {
	for _, bag := range bagsOf(data, v) {
		if b, i := bag.Get(name); i >= 0 && bag.Shape().KindAt(i) == value.ScriptMethod {
			return &PSScriptMethod{MethodName: bag.Shape().Name(i), Script: b, Owner: v}
		}
	}
	return nil
}

func scriptMethodOf(s value.Value) *PSScriptMethod {
	m, _ := value.As[*PSScriptMethod](s)
	return m
}

func memberSetOf(s value.Value) *PSMemberSet {
	m, _ := value.As[*PSMemberSet](s)
	return m
}

var scriptMethodTable = table{
	ctors: []ctor{{"(string name, scriptblock script)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.Of(&PSScriptMethod{MethodName: a[0].Str(), Script: a[1]}), nil
	}}},
	props: []prop{
		{sig: "scriptblock Script", get: func(s value.Value) value.Value { return scriptMethodOf(s).Script }},
		{sig: "System.Collections.ObjectModel.Collection[string] OverloadDefinitions", get: func(s value.Value) value.Value {
			return value.Of(&value.ArrayList{Type: Construct(typeCollection, value.TypeString), Items: []value.Value{value.OfString(scriptMethodOf(s).ToText())}})
		}},
		memberTypeRow,
		{sig: "string TypeNameOfValue", get: func(value.Value) value.Value { return value.OfString(value.TypeObject.FullName) }},
		{sig: "System.Object Value", get: func(s value.Value) value.Value { return s }},
		memberNameRow, instanceRow,
	},
	methods: []method{
		{sig: "System.Object Invoke(params System.Object[] arguments)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			m := scriptMethodOf(s)
			out, err := env.CallBlock(m.Script, value.BlockInput{This: m.Owner, Under: value.Unset, Args: items(a[0])})
			return value.Unroll(out), err
		}},
		memberText,
	},
}

var propertySetTable = table{
	ctors: []ctor{{"(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.Of(&PSMemberSet{SetName: a[0].Str(), Kind: value.PropertySet, Content: textsOf(a[1])}), nil
	}}},
	props: []prop{
		memberTypeRow,
		{sig: "System.Collections.ObjectModel.Collection[string] ReferencedPropertyNames", get: func(s value.Value) value.Value {
			return value.Of(&value.ArrayList{Type: Construct(typeCollection, value.TypeString), Items: items(memberSetOf(s).Content)})
		}},
		{sig: "System.Object Value", get: func(s value.Value) value.Value { return s }},
		{sig: "string TypeNameOfValue", get: func(value.Value) value.Value { return value.OfString(typePSPropertySet.FullName) }},
		memberNameRow, instanceRow,
	},
	methods: []method{memberText},
}

var memberSetTable = table{
	ctors: []ctor{
		{"(string name)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.Of(&PSMemberSet{SetName: a[0].Str(), Kind: value.MemberSet, Content: value.Of(value.NewCustom())}), nil
		}},
		{"(string name, System.Collections.Generic.IEnumerable[System.Management.Automation.PSMemberInfo] members)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.Of(&PSMemberSet{SetName: a[0].Str(), Kind: value.MemberSet, Content: MemberBag(items(a[1]))}), nil
		}},
	},
	props: []prop{
		{sig: "bool InheritMembers", get: func(value.Value) value.Value { return value.True }},
		{sig: "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMemberInfo] Members", get: func(s value.Value) value.Value {
			return value.Of(&memberList{target: memberSetOf(s).Content, kinds: allMembers})
		}},
		{sig: "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSPropertyInfo] Properties", get: func(s value.Value) value.Value {
			return value.Of(&memberList{target: memberSetOf(s).Content, kinds: propertyMembers})
		}},
		memberTypeRow,
		{sig: "System.Object Value", get: func(s value.Value) value.Value { return s }},
		{sig: "string TypeNameOfValue", get: func(value.Value) value.Value { return value.OfString(typePSMemberSet.FullName) }},
		memberNameRow, instanceRow,
	},
	methods: []method{memberText},
}

// MemberBag is the content of a member set with these members.
func MemberBag(members []value.Value) value.Value {
	bag := value.NewCustom()
	for _, v := range members {
		switch m := v.Base().Object().(type) {
		case *PSProperty:
			if content, ok := m.Ref.Added(); ok {
				bag.Add(m.Ref.Name, m.Ref.Kind, content)
			}
		case *PSScriptMethod:
			bag.Add(m.MethodName, value.ScriptMethod, m.Script)
		case *PSMemberSet:
			bag.Add(m.SetName, m.Kind, m.Content)
		}
	}
	return value.Of(bag)
}

// textsOf are the elements of a list, or a single value, as a String[].
func textsOf(v value.Value) value.Value {
	if v.Base().IsString() {
		return value.OfStrings([]string{v.Base().Str()})
	}
	var list []string
	for _, x := range items(v) {
		list = append(list, value.ToString(x))
	}
	return value.OfStrings(list)
}

// SetDefinition is a property set or member set as Get-Member lists it.
func SetDefinition(name string, kind value.MemberKind, content value.Value) string {
	var names []string
	if o, ok := value.As[*value.PSObject](content); ok {
		names = o.Shape().Names()
	} else {
		for _, n := range items(content) {
			names = append(names, value.ToString(n))
		}
	}
	return name + " {" + strings.Join(names, ", ") + "}"
}
