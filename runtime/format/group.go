package format

import (
	"strings"

	"rehearse/runtime/value"
)

// groupState is the group in progress of a Shaper.
type groupState struct {
	by       *Property
	indent   int
	fromView bool
	begun    bool
	key      value.Value
}

// regroup begins the first group, and another when the key changes: the new key is compared with the old one as by -eq
// (formatting README, section 8).
func (x *Shaper) regroup(v value.Value) error {
	g := &x.group
	if g.by == nil {
		if g.begun {
			return nil
		}
		g.begun = true
		return x.emit(value.Of(&GroupStartData{}))
	}
	key, name, found := x.groupKey(v)
	if g.begun {
		same, err := sameKey(x.env, key, g.key)
		if err != nil || same {
			g.key = key
			return err
		}
		if err := x.emit(value.Of(&GroupEndData{})); err != nil {
			return err
		}
	}
	d := &GroupStartData{labelled: found || g.begun, fromView: g.fromView}
	label := g.by.label(name)
	if key.IsNull() && !g.begun {
		label = ""
	}
	g.begun, g.key = true, key
	d.label = strings.Repeat(" ", g.indent) + label + ": " + x.text.list(key)
	return x.emit(value.Of(d))
}

// groupKey is the key of an object, the property's name in the object's spelling, and whether the object has the property.
func (x *Shaper) groupKey(v value.Value) (key value.Value, name string, found bool) {
	p := *x.group.by
	if p.Name != "" && p.Get == nil {
		props := x.resolve([]Property{p}, v)
		if len(props) == 0 {
			return value.NullValue, p.Name, false
		}
		p = props[0]
	}
	key, found, err := x.evaluate(&p, v)
	if err != nil {
		return value.NullValue, p.Name, true
	}
	return key, p.Name, found
}

// sameKey tells whether a key continues the group of another. Either may be converted to the other's type: $true continues a group of
// 'x', and 'y' one of $true (archives grouping: group-by-value-kinds; display-rules: group-key-comparison).
func sameKey(env value.Env, key, old value.Value) (bool, error) {
	if key.IsNull() || old.IsNull() {
		return key.IsNull() && old.IsNull(), nil
	}
	for _, pair := range [2][2]value.Value{{key, old}, {old, key}} {
		if isCollection(pair[0]) {
			continue
		}
		same, err := value.CompareScalar(env, value.Eq, pair[0], pair[1], false)
		if err != nil || same {
			return same, err
		}
	}
	if o, ok := value.As[*value.PSObject](key); ok && o.IsCustom() {
		k := value.ToString(key)
		return false, value.Throw(value.ExtendedTypeSystemException, "NotIcomparable", "Cannot compare \""+k+"\" to \""+value.ToString(old)+
			"\" because the objects are not the same type or the object \""+k+"\" does not implement \"IComparable\".")
	}
	return false, nil
}
