package dotnet

import (
	"strings"
	"sync"

	"rehearse/runtime/value"
)

// Resolve finds the type of a name as PowerShell writes it between brackets, with the namespaces of `using namespace`:
// an accelerator, a full name, or a name without "System."; generic arguments and array brackets may follow. Case does not matter.
func Resolve(name string, usings []string) (*value.Type, bool) {
	key := resolveKey{name, strings.Join(usings, ";")}
	if t, ok := resolved.get(key); ok {
		return t, t != nil
	}
	t, ok := resolveName(name, usings, nil)
	resolved.put(key, t)
	return t, ok
}

// ResolveAmong is Resolve where types beyond the known ones can be named, such as the classes of a script. Nothing is remembered.
func ResolveAmong(name string, usings []string, types []*value.Type) (*value.Type, bool) {
	scope := typeScope{}
	for _, t := range types {
		scope[t.Name] = t
	}
	return resolveName(name, usings, scope)
}

type resolveKey struct{ name, usings string }

// resolveCache remembers what names mean, for scripts that ask for types by text again and again.
type resolveCache struct {
	mu sync.Mutex
	m  map[resolveKey]*value.Type
}

// maxResolved bounds what a script that asks for ever new names can keep alive.
const maxResolved = 4096

var resolved resolveCache

func (c *resolveCache) get(k resolveKey) (*value.Type, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	t, ok := c.m[k]
	return t, ok
}

func (c *resolveCache) put(k resolveKey, t *value.Type) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.m == nil || len(c.m) >= maxResolved {
		c.m = map[resolveKey]*value.Type{}
	}
	c.m[k] = t
}

// typeReader reads one type name.
type typeReader struct {
	text   string
	at     int
	depth  int
	usings []string
	scope  typeScope
}

// maxTypeDepth bounds the nesting of generic arguments.
const maxTypeDepth = 32

func resolveName(name string, usings []string, scope typeScope) (*value.Type, bool) {
	r := typeReader{text: name, usings: usings, scope: scope}
	t := r.read()
	r.blanks()
	if r.peek() == ',' && t != nil {
		return t, true // an assembly-qualified name: the assembly does not matter
	}
	return t, t != nil && r.at == len(r.text)
}

func (r *typeReader) peek() byte {
	if r.at < len(r.text) {
		return r.text[r.at]
	}
	return 0
}

func (r *typeReader) blanks() {
	for r.peek() == ' ' {
		r.at++
	}
}

// read is the type at the present place, nil if there is none.
func (r *typeReader) read() *value.Type {
	if r.depth++; r.depth > maxTypeDepth {
		return nil
	}
	defer func() { r.depth-- }()
	r.blanks()
	start := r.at
	for c := r.peek(); c != 0 && c != '[' && c != ']' && c != ','; c = r.peek() {
		r.at++
	}
	name := strings.TrimRight(r.text[start:r.at], " ")
	if name == "" {
		return nil
	}
	var t *value.Type
	if r.peek() == '[' && !r.arrayNext() {
		args, ok := r.arguments()
		if !ok {
			return nil
		}
		t = r.construct(name, args)
	} else {
		t = r.named(name)
	}
	for t != nil && r.peek() == '[' && r.arrayNext() {
		rank := 1
		for r.at++; r.peek() != ']'; r.at++ {
			if r.peek() == ',' {
				rank++
			}
		}
		r.at++
		if r.depth++; r.depth > maxTypeDepth {
			return nil
		}
		t = value.ArrayOfRank(t, rank)
	}
	return t
}

// arrayNext tells whether the bracket here is an array's: it holds nothing but commas and blanks.
func (r *typeReader) arrayNext() bool {
	for i := r.at + 1; i < len(r.text); i++ {
		switch r.text[i] {
		case ']':
			return true
		case ',', ' ':
		default:
			return false
		}
	}
	return false
}

// arguments reads "[int,string]" and "[[System.Int32, mscorlib],[…]]".
func (r *typeReader) arguments() ([]*value.Type, bool) {
	var args []*value.Type
	for r.at++; ; r.at++ {
		r.blanks()
		bracketed := r.peek() == '['
		if bracketed {
			r.at++
		}
		t := r.read()
		if t == nil || len(args) == maxTypeArgs {
			return nil, false
		}
		args = append(args, t)
		r.blanks()
		if bracketed {
			for r.peek() != ']' {
				if r.peek() == 0 {
					return nil, false
				}
				r.at++
			}
			r.at++
			r.blanks()
		}
		switch r.peek() {
		case ',':
		case ']':
			r.at++
			return args, true
		default:
			return nil, false
		}
	}
}

// named is the type of a plain name.
func (r *typeReader) named(name string) *value.Type {
	if t := r.scope[name]; t != nil {
		return t
	}
	if full, ok := acceleratorNames.find(name); ok {
		return known.find(full)
	}
	if t := known.find(name); t != nil {
		return t
	}
	if t := known.find("System." + name); t != nil {
		return t
	}
	for _, u := range r.usings {
		if t := known.find(u + "." + name); t != nil {
			return t
		}
	}
	return nil
}

// construct is a generic type with its arguments.
func (r *typeReader) construct(name string, args []*value.Type) *value.Type {
	if !strings.Contains(name, "`") {
		name += "`" + string(rune('0'+len(args)))
	}
	open := r.named(name)
	if open == nil {
		return nil
	}
	return Construct(open, args...)
}
