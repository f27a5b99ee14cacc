package dotnet

import "rehearse/runtime/value"

// Site is a place in a script that calls a method. It remembers which overload was chosen for the types that it met last: the choice
// depends on nothing but the types of the object and of the arguments. The zero Site is ready for use.
type Site struct {
	owner  *value.Type // of the object, or the type whose static method is called
	types  [siteArgs]*value.Type
	count  int
	chosen *value.Overload
	asIs   bool // the arguments have the types of the parameters
}

// siteArgs is the number of arguments up to which a site remembers.
const siteArgs = 4

// Invoke is Invoke or InvokeStatic of this package; ok is false, and nothing was called, if the call is one that a site cannot remember.
// The slice args is changed and not kept.
func (s *Site) Invoke(env value.Env, v value.Value, name string, args []value.Value, static bool) (x value.Value, ok bool, err error) {
	t := value.TypeOf(v)
	self := v
	if static {
		t, _ = value.As[*value.Type](v)
	} else if t != nil && v.Kind() == value.Reference {
		self = v.Base()
	}
	if (s.chosen == nil || s.owner != t || !s.knows(args)) && !s.learn(t, name, args, static) {
		return v, false, nil
	}
	if !s.asIs {
		for i := range args {
			p := &s.chosen.Params[i]
			if args[i], err = convertArgument(env, args, i, p, p.Type, name); err != nil {
				return value.NullValue, true, err
			}
		}
	}
	if x, err = s.chosen.Call(env, self, args); err != nil {
		if t.Flags&value.Script == 0 {
			err = invocationFailed(name, len(args), err)
		}
		return value.NullValue, true, err
	}
	return x, true, nil
}

func (s *Site) knows(args []value.Value) bool {
	if len(args) != s.count {
		return false
	}
	for i := range args {
		if value.TypeOf(args[i]) != s.types[i] {
			return false
		}
	}
	return true
}

// learn chooses the overload for arguments of these types; false if there is none that suits, the last arguments become an array, or the
// method is generic or takes a [ref].
func (s *Site) learn(t *value.Type, name string, args []value.Value, static bool) bool {
	s.chosen = nil
	if t == nil || len(args) > siteArgs {
		return false
	}
	m := t.FindMethod(name, static)
	if m == nil {
		return false
	}
	var room [8]choice
	overloads := overloadsOf(t, m, len(args))
	list := candidates(room[:0], overloads, args)
	if len(list) == 0 {
		return false
	}
	c := list[0]
	if len(overloads) > 1 { // as pick does: only a method's only overload is taken whatever the arguments are
		best, found, ambiguous := choose(list, args)
		if !found || ambiguous {
			return false
		}
		c = best
	}
	if c.expanded || c.overload.CallGeneric != nil {
		return false
	}
	asIs := true
	for i, a := range args {
		p := &c.overload.Params[i]
		if _, isRef := value.As[*Reference](a.Base()); isRef || p.Ref {
			return false
		}
		s.types[i] = value.TypeOf(a)
		if p.Type == nil || p.Type == value.TypeObject {
			continue
		}
		if s.types[i] != p.Type || a.Kind() == value.Reference {
			asIs = false // an object may come in a wrapper the next time
		}
	}
	s.owner, s.count, s.chosen, s.asIs = t, len(args), c.overload, asIs
	return true
}
