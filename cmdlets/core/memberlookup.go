package core

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// memberName is the name or wildcard by which Where-Object and ForEach-Object find one member of each object (oracle/objects,
// sections 2 and 3).
type memberName struct {
	name string
	wild *text.Wildcard // nil for a plain name
}

func newMemberName(name string) (memberName, error) {
	m := memberName{name: name}
	if !text.ContainsWildcard(name) {
		return m, nil
	}
	w, err := text.CompileWildcard(name, true)
	if err != nil {
		return m, value.Throw(value.PSArgumentException, "WildcardPatternException", err.Error()).With(value.InvalidArgument, value.NullValue)
	}
	m.wild = w
	return m, nil
}

// found is a member that a name found: a property with its value, or a method.
type found struct {
	name   string
	value  value.Value
	method bool
	ok     bool
}

// in finds the member of an object; several are the names that a wildcard found if it found more than one. The keys of any dictionary
// count as properties. A property whose getter fails is $null.
func (m *memberName) in(c *runtime.Call, v value.Value) (f found, several []string) {
	if m.wild == nil {
		x, ok, err := value.GetProperty(c.Env(), v, m.name)
		if err != nil {
			x = value.NullValue
		}
		if ok {
			return found{name: m.name, value: x, ok: true}, nil
		}
		if n := methodOf(c, v, m.name); n != "" {
			return found{name: n, method: true, ok: true}, nil
		}
		return found{}, nil
	}
	var seen value.NameIndex
	each := func(name string, method bool) {
		if m.wild.Match(name) && seen.Find(name) < 0 {
			seen.Add(name)
			several = append(several, name)
			f = found{name: name, method: method, ok: true}
		}
	}
	if d, ok := value.As[*value.Dictionary](v.Base()); ok {
		d.All(func(k, _ value.Value) bool {
			if k.IsString() {
				each(k.Str(), false)
			}
			return true
		})
	}
	value.EachProperty(c.Env(), v, func(p value.PropertyRef) bool {
		each(p.Name, false)
		return true
	})
	for _, x := range dotnet.MethodsOf(c.Env().TypeData(), v) {
		each(dotnet.MemberName(x), true)
	}
	if len(several) > 1 {
		return found{}, several
	}
	if f.ok && !f.method {
		f.value, _, _ = value.GetProperty(c.Env(), v, f.name) // a getter that fails is $null
	}
	return f, nil
}

// methodOf is the name of a method of v as it is declared, "" if there is none of that name.
func methodOf(c *runtime.Call, v value.Value, name string) string {
	if m := dotnet.ScriptMethodOf(c.Env().TypeData(), v, name); m != nil {
		return m.MethodName
	}
	if m := dotnet.MethodGroup(v, name); m != nil {
		return m.Name()
	}
	return ""
}

// ambiguous is the error of a wildcard that finds several members.
func (m *memberName) ambiguous(id string, names []string) *value.Exception {
	return value.Throw(value.PSArgumentException, id, "Input name \""+m.name+"\" is ambiguous. It can be resolved to multiple matched members. "+
		"Possible matches include: "+strings.Join(names, " ")+".").With(value.InvalidArgument, value.NullValue)
}

// unresolved is the error of a name that finds nothing: of a property or a member under strict mode, of a method that is called with arguments.
func (m *memberName) unresolved(id, start, what string) *value.Exception {
	return value.Throw(value.PSArgumentException, id, start+" \""+m.name+"\" cannot be resolved to a "+what+".").With(value.InvalidArgument, value.NullValue)
}
