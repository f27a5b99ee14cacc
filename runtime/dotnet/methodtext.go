package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// ToText is what ToString() gives: a member with its type, a method with its parameters' types too ("Int32 CompareTo(Int32)").
func (m *memberInfo) ToText() string {
	switch {
	case m.overload != nil:
		types := make([]string, len(m.overload.Params))
		for i, p := range m.overload.Params {
			types[i] = reflectedName(p.Type, value.TypeObject)
			if p.Ref {
				types[i] += " ByRef"
			}
		}
		returns := reflectedName(m.overload.Return, value.TypeVoid)
		name := m.name
		if m.typ == typeConstructorInfo {
			returns, name = "Void", ".ctor"
		}
		return returns + " " + name + "(" + strings.Join(types, ", ") + ")"
	case m.property != nil:
		return reflectedName(m.property.Type, value.TypeObject) + " " + m.name
	}
	return reflectedName(m.owner, value.TypeObject) + " " + m.name
}

// reflectedName is a type in the text of a member: primitive types by their short names, others in full.
func reflectedName(t, otherwise *value.Type) string {
	if t == nil {
		t = otherwise
	}
	if t == value.TypeVoid || t.Flags&value.Numeric != 0 && t != value.TypeDecimal || t == value.TypeBool || t == value.TypeChar {
		return t.Name
	}
	if t.Elem != nil {
		return reflectedName(t.Elem, value.TypeObject) + "[]"
	}
	return t.FullName
}
