package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// projection makes the objects of Select-Object -Property.
type projection struct {
	props    []property
	excluded []*text.Wildcard
	types    typeNames

	// plan is where the properties stand in objects of the shape from; it is made for objects that are mere bags of values.
	from *value.Shape
	to   *value.Shape
	plan []int
}

// typeNames are the type names of the results for the type of the objects that came last.
type typeNames struct {
	of    *value.Type
	names []string
}

// set gives a result the type names for an object of type t.
func (n *typeNames) set(o *value.PSObject, t *value.Type) {
	if n.of != t {
		n.of = t
		n.names = []string{"Selected." + t.FullName, value.TypePSCustomObject.FullName, value.TypeObject.FullName}
	}
	o.SetTypeNames(n.names)
}

// of is the result for one object.
func (p *projection) of(c *runtime.Call, v value.Value) (*value.PSObject, error) {
	if o, ok := value.As[*value.PSObject](v); ok && o.IsCustom() {
		if r := p.copied(o); r != nil {
			p.types.set(r, value.TypePSCustomObject)
			return r, nil
		}
	}
	r := value.NewCustom()
	p.types.set(r, value.TypeOf(v))
	return r, p.eachMember(c, v, func(name string, x value.Value) error {
		if _, i := r.Get(name); i >= 0 {
			return alreadyThere(c, "AlreadyExistingUserSpecifiedPropertyNoExpand", name, v)
		}
		r.Set(name, x)
		return nil
	})
}

// copied is the result for a bag of note properties all of which are there, nil if the object needs more than copying.
func (p *projection) copied(o *value.PSObject) *value.PSObject {
	if o.Shape() != p.from {
		p.from, p.to, p.plan = o.Shape(), nil, nil
		p.prepare(o.Shape())
	}
	if p.to == nil {
		return nil
	}
	vals := make([]value.Value, len(p.plan))
	for i, j := range p.plan {
		vals[i] = o.At(j)
	}
	return value.NewPSObject(p.to, vals)
}

func (p *projection) prepare(s *value.Shape) {
	if len(p.excluded) > 0 {
		return
	}
	names := make([]string, len(p.props))
	plan := make([]int, len(p.props))
	var seen value.NameIndex
	for i := range p.props {
		q := &p.props[i]
		if q.block != nil || q.wild != nil || q.Label != "" {
			return
		}
		j := s.Find(q.Name)
		if j < 0 || s.KindAt(j) != value.NoteProperty || seen.Find(q.Name) >= 0 {
			return
		}
		seen.Add(q.Name)
		names[i], plan[i] = s.Name(j), j
	}
	p.to, p.plan = value.ShapeOf(names...), plan
}

// eachMember yields the members that a result gets, in order.
func (p *projection) eachMember(c *runtime.Call, v value.Value, add func(name string, x value.Value) error) error {
	for i := range p.props {
		if err := p.member(c, &p.props[i], v, add); err != nil {
			return err
		}
	}
	return nil
}

func (p *projection) member(c *runtime.Call, q *property, v value.Value, add func(name string, x value.Value) error) error {
	env := c.Env()
	switch {
	case q.block != nil:
		if p.excludes(q.title()) {
			return nil
		}
		x, failed, err := c.EvaluateKey(q.block, v)
		if err != nil {
			return err
		}
		if failed != nil {
			c.Remember(failed)
		}
		return add(q.title(), x)
	case q.wild != nil:
		found := matching(env, v, q.wild)
		if q.Label != "" && len(found) > 1 {
			return c.Fail(value.Throw(value.PSArgumentException, "RenamingMultipleResults", "Cannot rename multiple results.").With(value.InvalidOperation, v))
		}
		for _, n := range found {
			if q.Label != "" {
				n.name = q.Label
			}
			if p.excludes(n.name) {
				continue
			}
			if err := add(n.name, n.v); err != nil {
				return err
			}
		}
		return nil
	}
	if set := setNames(env, v, q.Name); set != nil && q.Label == "" {
		for _, n := range set {
			one := property{}
			one.Name = n
			if err := p.member(c, &one, v, add); err != nil {
				return err
			}
		}
		return nil
	}
	x, ok, err := readProperty(env, v, q.Name)
	if err != nil || x.IsNothing() {
		x = value.NullValue
	}
	name := q.title()
	if ok && q.Label == "" {
		name = spelled(env, v, q.Name)
	}
	if p.excludes(name) {
		return nil
	}
	return add(name, x)
}

func (p *projection) excludes(name string) bool {
	for _, w := range p.excluded {
		if w.Match(name) {
			return true
		}
	}
	return false
}

func alreadyThere(c *runtime.Call, id, name string, v value.Value) error {
	return c.Fail(value.Throw(value.PSArgumentException, id,
		"The property cannot be processed because the property \""+name+"\" already exists.").With(value.InvalidOperation, v))
}

// expanded passes on the elements of the property that -ExpandProperty names. Properties asked for beside it are attached to the elements
// themselves.
func (s *selecting) expanded(c *runtime.Call, v value.Value) error {
	x, ok, err := s.expandedValue(c, v)
	if !ok || err != nil {
		return err
	}
	if runtime.IsList(x) {
		for _, e := range runtime.ListOf(x) {
			if err := s.element(c, v, e); err != nil {
				return err
			}
		}
		return nil
	}
	return s.element(c, v, x)
}

// expandedValue is the value to expand; ok is false if an error was reported instead.
func (s *selecting) expandedValue(c *runtime.Call, v value.Value) (x value.Value, ok bool, err error) {
	if s.expand.wild == nil {
		if x, ok, err = readProperty(c.Env(), v, s.expand.Name); err != nil {
			return value.NullValue, true, nil // a getter that fails counts as $null
		}
	} else if found := matching(c.Env(), v, s.expand.wild); len(found) == 1 {
		return found[0].v, true, nil
	} else if len(found) > 1 {
		return x, false, c.Fail(value.Throw(value.PSArgumentException, "MutlipleExpandProperties", "Multiple properties cannot be expanded.").With(value.InvalidArgument, v))
	}
	if !ok {
		err = c.Fail(value.Throw(value.PSArgumentException, "ExpandPropertyNotFound", "Property \""+s.expand.Name+"\" cannot be found.").With(value.InvalidArgument, v))
	}
	return x, ok, err
}

func (s *selecting) element(c *runtime.Call, owner, e value.Value) error {
	if e.IsNull() {
		return nil
	}
	if s.project == nil {
		return s.pass(c, e)
	}
	bag, out := bagOf(e)
	err := s.project.eachMember(c, owner, func(name string, x value.Value) error {
		if _, there, _ := value.GetProperty(c.Env(), e, name); there {
			return alreadyThere(c, "AlreadyExistingUserSpecifiedPropertyExpand", name, owner)
		}
		bag.Set(name, x)
		return nil
	})
	if err != nil {
		return err
	}
	s.project.types.set(bag, value.TypeOf(e))
	return s.pass(c, out)
}
