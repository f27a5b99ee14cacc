package dotnet

import "rehearse/runtime/value"

// PropertyDefinition is a property as Get-Member and PSPropertyInfo.ToString() show it (oracle/objects, section 9).
func PropertyDefinition(r *value.PropertyRef) string {
	kind, extended := r.MemberKind()
	content, _ := r.Added()
	switch {
	case !extended:
		return netDefinition(r)
	case r.Net != nil:
		return extendedDefinition(r, kind)
	case kind == value.AliasProperty:
		name, _ := value.AliasOf(content)
		return r.Name + " = " + name
	case kind == value.ScriptProperty:
		s := "System.Object " + r.Name + " {"
		if def, ok := value.As[*value.ScriptPropertyDef](content); ok {
			if !def.Getter.IsNull() {
				s += "get=" + value.ToString(def.Getter) + ";"
			}
			if !def.Setter.IsNull() {
				s += "set=" + value.ToString(def.Setter) + ";"
			}
		}
		return s + "}"
	}
	return noteDefinition(r.Name, content)
}

func netDefinition(r *value.PropertyRef) string {
	s := "System.Object "
	if r.Net != nil && r.Net.Type != nil {
		s = ShortName(r.Net.Type) + " "
	} else if r.Net == nil {
		s = "string "
	}
	if r.Net != nil && r.Net.Static {
		s = "static " + s
	}
	s += r.Name + " {get;"
	if r.Settable() {
		s += "set;"
	}
	return s + "}"
}

// extendedDefinition is a member of PowerShell's own type data, which is a .NET row here.
func extendedDefinition(r *value.PropertyRef, kind value.MemberKind) string {
	if kind == value.AliasProperty {
		return r.Name + " = " + r.Net.Source
	}
	return "System.Object " + r.Name + " {get=" + r.Net.Source + ";}"
}

// noteDefinition is `int A=1`: the type's short name if it has one, the value as strings show it, dates in the current culture.
func noteDefinition(name string, v value.Value) string {
	if v.IsNull() {
		return "object " + name + "=null"
	}
	b := v.Base()
	switch o := b.Object().(type) {
	case *value.PSObject:
		return value.TypeNames(v)[0] + " " + name + "=" + value.ToString(v)
	case *value.Type:
		return "RuntimeType " + name + "=" + o.String()
	}
	t := value.TypeOf(b)
	return ValueTypeName(t) + " " + name + "=" + noteValue(b)
}

func noteValue(v value.Value) string {
	if v.Kind() == value.DateTime {
		return value.ToStringCulture(v)
	}
	if _, list := value.As[value.List](v); list || value.TypeOf(v).Is(value.IfaceCollection) {
		return value.TypeOf(v).String()
	}
	return value.ToString(v)
}

// ValueTypeName is the type of a note's value: its accelerator, else its name without the namespace.
func ValueTypeName(t *value.Type) string {
	s := ShortName(t)
	if s != t.FullName && t.Generic == nil && t.Elem == nil {
		return s
	}
	if t.Elem != nil {
		return ValueTypeName(t.Elem) + "[]"
	}
	return lastName(t)
}

// lastName is a type's name without namespaces, with the arguments of a generic one: List[string].
func lastName(t *value.Type) string {
	if t.Generic == nil {
		return t.Name
	}
	name := t.Generic.Name
	for i := range name {
		if name[i] == '`' {
			name = name[:i]
			break
		}
	}
	name += "["
	for i, a := range t.Args {
		if i > 0 {
			name += ","
		}
		name += ValueTypeName(a)
	}
	return name + "]"
}
