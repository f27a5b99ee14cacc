package dotnet

import (
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// TestSignatures reads every row of every table, so that a typing mistake in one does not wait for a script.
func TestSignatures(t *testing.T) {
	Install()
	check := func(typ *value.Type) {
		if typ.Members == nil {
			return
		}
		m := typ.Members.Load()
		for i := range m.Methods {
			x := &m.Methods[i]
			for _, o := range x.Overloads {
				if o.Call == nil && o.CallGeneric == nil {
					t.Errorf("%s.%s has no function", typ.FullName, x.Name)
				}
			}
		}
		for _, p := range m.Properties {
			if p.Name == "" || p.Get == nil {
				t.Errorf("%s: a property without name or getter", typ.FullName)
			}
		}
	}
	for _, n := range KnownTypes() {
		typ := known.find(n)
		check(typ)
		if row := known.generic(typ); row != nil {
			args := []*value.Type{value.TypeInt32, value.TypeString, value.TypeInt32, value.TypeInt32, value.TypeInt32, value.TypeInt32, value.TypeInt32, value.TypeInt32}
			check(Construct(typ, args[:len(strings.Fields(row.params))]...))
		}
	}
}

func BenchmarkInstall(b *testing.B) {
	for b.Loop() {
		known = catalogue{}
		install()
	}
}
