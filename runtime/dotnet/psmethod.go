package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

var (
	typePSMemberInfo  = class("System.Management.Automation.PSMemberInfo", value.TypeObject, value.Abstract)
	typePSMethodInfo  = class("System.Management.Automation.PSMethodInfo", typePSMemberInfo, value.Abstract)
	typePSMethod      = class("System.Management.Automation.PSMethod", typePSMethodInfo, 0)
	enumPSMemberTypes = enumeration{full: "System.Management.Automation.PSMemberTypes", flags: true, names: "AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 Properties=8223 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 Methods=448 ParameterizedProperty=512 MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 All=16383"}
	memberTypeMethod  = int64(64)
)

// PSMethod is a method without its parentheses: 'abc'.Trim.
type PSMethod struct {
	Method *value.Method
	Owner  *value.Type
	Target value.Value // $null for a static one
}

// TypeOf is PSMethod.
func (*PSMethod) TypeOf() *value.Type { return typePSMethod }

// ToText is what the method says of itself: its overloads.
func (m *PSMethod) ToText() string { return strings.Join(m.Definitions(), ", ") }

// Name is the method's name as its type declares it.
func (m *PSMethod) Name() string { return m.Method.Name }

// Definitions are the overloads as PowerShell lists them.
func (m *PSMethod) Definitions() []string { return Definitions(m.Method) }

// MethodGroup is v.name when that is a method, nil if it is none.
func MethodGroup(v value.Value, name string) *PSMethod {
	t := value.TypeOf(v)
	if t == nil {
		return nil
	}
	m := t.FindMethod(name, false)
	if m == nil {
		return nil
	}
	return &PSMethod{Method: m, Owner: t, Target: v}
}

// Definitions are the overloads of a method as PowerShell lists them: "string Substring(int startIndex)".
func Definitions(m *value.Method) []string {
	out := make([]string, 0, len(m.Overloads)+len(m.Explicit))
	for i := range m.Overloads {
		out = append(out, Definition(m, &m.Overloads[i]))
	}
	for i := range m.Explicit {
		out = append(out, Definition(m, &m.Explicit[i]))
	}
	return out
}

// Definition is one overload as PowerShell lists it.
func Definition(m *value.Method, o *value.Overload) string {
	var b strings.Builder
	if m.Static {
		b.WriteString("static ")
	}
	b.WriteString(ShortName(o.Return))
	b.WriteByte(' ')
	if o.Interface != "" {
		b.WriteString(o.Interface + ".")
	}
	b.WriteString(m.Name)
	if len(o.Generic) > 0 {
		b.WriteByte('[')
		for i, g := range o.Generic {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(g.Name)
		}
		b.WriteByte(']')
	}
	b.WriteByte('(')
	for i, p := range o.Params {
		if i > 0 {
			b.WriteString(", ")
		}
		if p.Ref {
			b.WriteString("[ref] ")
		}
		if o.Variadic && i == len(o.Params)-1 {
			b.WriteString("Params ")
		}
		if p.Type == nil {
			b.WriteString("System.Object")
		} else {
			b.WriteString(ShortName(p.Type))
		}
		b.WriteString(" " + p.Name)
		if p.Optional {
			b.WriteString(" = " + p.Default)
		}
	}
	b.WriteByte(')')
	return b.String()
}

func psMethodOf(v value.Value) *PSMethod {
	m, _ := value.As[*PSMethod](v)
	return m
}

var psMethodTable = table{
	props: []prop{
		{sig: "System.Collections.ObjectModel.Collection[string] OverloadDefinitions", get: func(s value.Value) value.Value {
			l := &value.ArrayList{Type: Construct(typeCollection, value.TypeString)}
			for _, d := range psMethodOf(s).Definitions() {
				l.Items = append(l.Items, value.OfString(d))
			}
			return value.Of(l)
		}},
		{sig: "System.Management.Automation.PSMemberTypes MemberType", get: func(value.Value) value.Value { return enumPSMemberTypes.of(memberTypeMethod) }},
		{sig: "string TypeNameOfValue", get: func(value.Value) value.Value { return value.OfString(typePSMethod.FullName) }},
		{sig: "System.Object Value", get: func(s value.Value) value.Value { return s }},
		{sig: "string Name", get: func(s value.Value) value.Value { return value.OfString(psMethodOf(s).Name()) }},
		{sig: "bool IsInstance", get: func(s value.Value) value.Value { return value.OfBool(!psMethodOf(s).Method.Static) }},
	},
	methods: []method{
		{sig: "System.Object Invoke(params System.Object[] arguments)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
			m := psMethodOf(s)
			if m.Method.Static {
				return InvokeStatic(env, m.Owner, m.Method.Name, items(a[0]), nil)
			}
			return Invoke(env, m.Target, m.Method.Name, items(a[0]), nil)
		}},
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value {
			return value.OfString(strings.Join(psMethodOf(s).Definitions(), ", "))
		}},
	},
}
