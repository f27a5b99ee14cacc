package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// signature is a parsed row of a table.
type signature struct {
	name     string
	iface    string // "IConvertible" of an explicit implementation, which is written IConvertible.ToInt32
	static   bool
	returns  *value.Type // nil is void
	params   []value.Param
	variadic bool
	generic  []*value.Type
}

// typeScope names type parameters.
type typeScope map[string]*value.Type

// parseSignature reads "static bool TryParse(string s, [ref] int result)", and "int Length" for a property. Types are written as
// PowerShell writes them in OverloadDefinitions; a type parameter list stands behind the name: "void Sort[T](T[] array)".
func parseSignature(sig string, scope typeScope) signature {
	var s signature
	if rest, ok := strings.CutPrefix(sig, "static "); ok {
		s.static, sig = true, rest
	}
	head, list, isMethod := cutParams(sig)
	i := strings.LastIndexByte(head, ' ')
	s.name = head[i+1:]
	if i := strings.LastIndexByte(s.name, '.'); i > 0 && !strings.HasPrefix(s.name, "op_") {
		s.iface, s.name = s.name[:i], s.name[i+1:]
	}
	if open := strings.IndexByte(s.name, '['); open > 0 {
		inner := typeScope{}
		for k, v := range scope {
			inner[k] = v
		}
		for _, p := range strings.Split(strings.TrimSuffix(s.name[open+1:], "]"), ",") {
			t := &value.Type{Name: p, FullName: p}
			inner[p] = t
			s.generic = append(s.generic, t)
		}
		s.name, scope = s.name[:open], inner
	}
	if ret := head[:max(i, 0)]; ret != "void" {
		s.returns = typeInSignature(ret, scope)
	}
	if !isMethod {
		return s
	}
	for _, p := range splitList(list) {
		var q value.Param
		if rest, ok := strings.CutPrefix(p, "params "); ok {
			s.variadic, p = true, rest
		}
		if rest, ok := strings.CutPrefix(p, "[ref] "); ok {
			q.Ref, p = true, rest
		}
		if left, def, ok := strings.Cut(p, " = "); ok {
			q.Optional, q.Default, p = true, def, left
		}
		i := strings.LastIndexByte(p, ' ')
		q.Name = p[i+1:]
		q.Type = typeInSignature(p[:i], scope)
		s.params = append(s.params, q)
	}
	return s
}

// cutParams splits "int F(a, b)" into "int F" and "a, b".
func cutParams(sig string) (head, list string, ok bool) {
	i := strings.IndexByte(sig, '(')
	if i < 0 {
		return sig, "", false
	}
	return sig[:i], strings.TrimSuffix(sig[i+1:], ")"), true
}

// splitList splits at the commas that stand in no bracket.
func splitList(s string) []string {
	if s == "" {
		return nil
	}
	var out []string
	depth, start := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
		case ',':
			if depth == 0 {
				out = append(out, strings.TrimSpace(s[start:i]))
				start = i + 1
			}
		}
	}
	return append(out, strings.TrimSpace(s[start:]))
}

// typeInSignature is the type of that name. A type that scripts cannot make, such as a span, still has its name in listings.
func typeInSignature(name string, scope typeScope) *value.Type {
	if t, ok := resolveName(name, nil, scope); ok {
		return t
	}
	return &value.Type{Name: name, FullName: name, Base: value.TypeValueType, Flags: unknownType}
}

// unknownType marks a type of a signature that has no row of its own: nothing converts to it.
const unknownType value.TypeFlags = 1 << 15
