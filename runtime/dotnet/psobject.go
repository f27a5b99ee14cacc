package dotnet

import "rehearse/runtime/value"

// The members of $x.PSObject (oracle/objects, section 11).

func viewed(s value.Value) value.Value {
	if o, ok := value.As[*value.ObjectView](s); ok {
		return o.Target
	}
	return s
}

var objectViewTable = table{
	props: []prop{
		{sig: "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMemberInfo] Members", ask: func(env value.Env, s value.Value) (value.Value, error) {
			return value.Of(&memberList{target: viewed(s), data: typeDataOf(env), kinds: allMembers}), nil
		}},
		{sig: "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSPropertyInfo] Properties", ask: func(env value.Env, s value.Value) (value.Value, error) {
			return value.Of(&memberList{target: viewed(s), data: typeDataOf(env), kinds: propertyMembers}), nil
		}},
		{sig: "System.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMethodInfo] Methods", ask: func(env value.Env, s value.Value) (value.Value, error) {
			return value.Of(&memberList{target: viewed(s), data: typeDataOf(env), kinds: methodMembers}), nil
		}},
		{sig: "System.Object ImmediateBaseObject", get: func(s value.Value) value.Value { return viewed(s).Base() }},
		{sig: "System.Object BaseObject", get: func(s value.Value) value.Value { return viewed(s).Base() }},
		{sig: "System.Collections.ObjectModel.Collection[string] TypeNames", get: func(s value.Value) value.Value { return TypeNameList(viewed(s)) }},
	},
	methods: []method{
		{sig: "static psobject AsPSObject(System.Object obj)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
		{sig: "psobject Copy()", do: func(s value.Value, _ []value.Value) value.Value { return copyOf(viewed(s)) }},
		{sig: "int CompareTo(System.Object obj)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			n, err := value.Compare(env, viewed(s), a[0], false)
			return value.OfInt(n), err
		}},
		{sig: "bool Equals(System.Object obj)", do: func(s value.Value, a []value.Value) value.Value {
			return value.OfBool(equalNet(viewed(s), viewed(a[0])))
		}},
		{sig: "int GetHashCode()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfInt32(hashCode(viewed(s))) }},
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(value.ToString(viewed(s))) }},
	},
	ctors: []ctor{
		{"()", newCustomObject},
		{"(int capacity)", newCustomObject},
		{"(System.Object obj)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if a[0].IsNull() {
				return value.NullValue, value.Throw(value.PSArgumentNullException, "",
					"Cannot process argument because the value of argument \"obj\" is null. Change the value of argument \"obj\" to a non-null value.")
			}
			return a[0], nil
		}},
	},
}

func newCustomObject(value.Env, value.Value, []value.Value) (value.Value, error) {
	return value.Of(value.NewCustom()), nil
}

// copyOf is PSObject.Copy(): a custom object's properties and added members are copied, their values are not.
func copyOf(v value.Value) value.Value {
	if o, ok := value.As[*value.PSObject](v); ok {
		return value.Of(o.Clone())
	}
	return v
}

// TypeNameList are the PSTypeNames of v as a list; changing it changes those of an object that can carry members.
func TypeNameList(v value.Value) value.Value {
	list := func() *value.ArrayList {
		l := &value.ArrayList{Type: Construct(typeCollection, value.TypeString)}
		for _, n := range value.TypeNames(v) {
			l.Items = append(l.Items, value.OfString(n))
		}
		return l
	}
	if o, ok := value.As[*value.PSObject](v); ok {
		return value.Of(o.TypeNameList(list))
	}
	if e, ok := value.As[value.Extensible](v); ok {
		return value.Of(e.Extend(v).TypeNameList(list))
	}
	return value.Of(list())
}

func typeDataOf(env value.Env) *value.TypeData {
	if env == nil {
		return nil
	}
	return env.TypeData()
}

// customObjectTable gives custom objects their methods in the order in which they are listed.
var customObjectTable = table{methods: []method{
	{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value {
		o, _ := value.As[*value.PSObject](s)
		return value.OfString(o.Label())
	}},
}}
