package dotnet

import (
	"strings"
	"sync"

	"rehearse/runtime/value"
)

const maxTypeArgs = 8

// generic is the row of an open generic type.
type generic struct {
	typ    *value.Type
	params string // "TKey TValue"
	base   string // the base class in terms of the parameters, "" for System.Object
	iface  string // interfaces, separated by blanks
	tab    *table
}

type constructedKey struct {
	open *value.Type
	args [maxTypeArgs]*value.Type
}

// constructedTypes holds the one Type of every combination of arguments.
type constructedTypes struct {
	mu sync.Mutex
	m  map[constructedKey]*value.Type
}

var constructed constructedTypes

// Construct is the type of an open generic definition with these arguments, always the same pointer; nil if their number is wrong.
func Construct(open *value.Type, args ...*value.Type) *value.Type {
	row := known.generic(open)
	if row == nil || len(args) > maxTypeArgs {
		return nil
	}
	names := strings.Fields(row.params)
	if len(names) != len(args) {
		return nil
	}
	k := constructedKey{open: open}
	copy(k.args[:], args)
	constructed.mu.Lock()
	t := constructed.m[k]
	constructed.mu.Unlock()
	if t != nil {
		return t
	}
	t = &value.Type{
		Name: open.Name, FullName: constructedName(open, args, qualifiedName), Text: constructedName(open, args, (*value.Type).String),
		Flags: open.Flags &^ value.OpenGeneric, Generic: open, Args: append([]*value.Type(nil), args...), Assembly: open.Assembly,
	}
	row.complete(t, names)
	constructed.mu.Lock()
	defer constructed.mu.Unlock()
	if first := constructed.m[k]; first != nil {
		return first
	}
	if constructed.m == nil {
		constructed.m = map[constructedKey]*value.Type{}
	}
	constructed.m[k] = t
	return t
}

// adopt makes t, which package value declares, the type of an open generic definition with these arguments.
func adopt(t, open *value.Type, args ...*value.Type) {
	t.Generic, t.Args = open, args
	k := constructedKey{open: open}
	copy(k.args[:], args)
	constructed.mu.Lock()
	defer constructed.mu.Unlock()
	if constructed.m == nil {
		constructed.m = map[constructedKey]*value.Type{}
	}
	constructed.m[k] = t
	row := known.generic(open)
	tab, scope := row.tab, typeScope{row.params: args[0]}
	t.Members = &value.Members{Fill: func(m *value.Members) { tab.fill(m, scope) }}
}

// complete adds base, interfaces and members, whose signatures may name the type itself.
func (row *generic) complete(t *value.Type, names []string) {
	scope := typeScope{}
	for i, n := range names {
		scope[n] = t.Args[i]
	}
	t.Base = row.typ.Base
	if row.base != "" {
		if b, ok := resolveName(row.base, nil, scope); ok {
			t.Base = b
		}
	}
	for _, n := range strings.Fields(row.iface) {
		if i, ok := resolveName(n, nil, scope); ok {
			t.Iface = append(t.Iface, i)
		}
	}
	t.Conversion = conversionOf(t)
	if row.tab != nil {
		tab := row.tab
		t.Members = &value.Members{Fill: func(m *value.Members) { tab.fill(m, scope) }}
	}
}

func constructedName(open *value.Type, args []*value.Type, name func(*value.Type) string) string {
	var b strings.Builder
	b.WriteString(open.FullName)
	b.WriteByte('[')
	for i, a := range args {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(name(a))
	}
	b.WriteByte(']')
	return b.String()
}

func qualifiedName(t *value.Type) string {
	return "[" + t.FullName + ", " + assemblyName(t) + "]"
}

// assemblyName is the full name of the assembly that holds a type.
func assemblyName(t *value.Type) string {
	for t.Elem != nil {
		t = t.Elem
	}
	name := t.Assembly
	switch {
	case t.Flags&value.Script != 0:
		return "PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null"
	case name == "" && (strings.HasPrefix(t.FullName, "System.Management.Automation.") || strings.HasPrefix(t.FullName, "Microsoft.PowerShell.")):
		return "System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35"
	case name == "":
		return "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
	}
	return name + ", Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a"
}
