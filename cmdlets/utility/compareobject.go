package utility

import (
	"slices"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	compareReference = iota
	compareDifference
	compareWindow
	compareProperty
	compareExclude
	compareInclude
	comparePassThru
	compareCulture
	compareCase
)

var compareObject = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Compare-Object", TypeName: "Microsoft.PowerShell.Commands.CompareObjectCommand", Cmdlet: true,
		Params: []bind.Parameter{
			compareReference: {Name: "ReferenceObject", Type: value.ArrayOf(value.TypePSObject), AllowEmptyCollection: true,
				Sets: []bind.Membership{{Mandatory: true, Position: 0}}},
			compareDifference: {Name: "DifferenceObject", Type: value.ArrayOf(value.TypePSObject), AllowEmptyCollection: true, Sets: pipeline(true, 1)},
			compareWindow:     {Name: "SyncWindow", Type: value.TypeInt32, Sets: anywhere(), Validate: between(0, maxInt32), Default: value.OfInt(maxInt32)},
			compareProperty:   {Name: "Property", Type: value.TypeObjectArray, Sets: anywhere()},
			compareExclude:    switched("ExcludeDifferent"),
			compareInclude:    switched("IncludeEqual"),
			comparePassThru:   switched("PassThru"),
			compareCulture:    {Name: "Culture", Type: value.TypeString, Sets: anywhere()},
			compareCase:       switched("CaseSensitive"),
		}},
	WindowsAliases: []string{"compare", "diff"}, Module: module, Synopsis: "Compares two sets of objects.",
	New: func() runtime.Command { return &comparing{} },
}

// comparing walks both sets step by step: what has no equal on the other side yet waits there, at most SyncWindow objects on each side
// (oracle/objects, section 8).
type comparing struct {
	by    comparison
	props []property
	names []string // of the properties in the results

	reference  []value.Value
	step       int
	waitingRef []entry
	waitingDif []entry

	windowSize         int
	equal, differences bool
	nothing            bool // no property is left to compare by
	fed                bool // a difference set came, if only an empty one from the line
}

// entry is an object with its keys.
type entry struct {
	object value.Value
	keys   []value.Value
}

// Begin reads the parameters and the reference set.
func (k *comparing) Begin(c *runtime.Call) (err error) {
	k.by = comparison{call: c, cased: c.Switch(compareCase), order: textOrder(c, compareCulture)}
	props, err := propertiesOf(c, compareProperty, format.ParseKeys)
	if err != nil {
		return err
	}
	if k.props, err = withoutWildcards(c, props); err != nil {
		return err
	}
	k.nothing = len(props) > 0 && len(k.props) == 0
	for i := range k.props {
		k.names = append(k.names, k.props[i].title())
	}
	k.windowSize = c.Int(compareWindow)
	k.differences = !c.Switch(compareExclude)
	k.equal = c.Switch(compareInclude) || c.Switch(compareExclude) && !c.Bound(compareInclude)
	k.reference = c.List(compareReference)
	return nil
}

// Process takes the difference objects: all of them from the line, or one from the pipeline.
func (k *comparing) Process(c *runtime.Call) error {
	k.fed = true
	for _, d := range c.List(compareDifference) {
		if err := k.advance(c, d, true); err != nil {
			return err
		}
	}
	return nil
}

// End takes what is left of the reference set and reports what still waits.
func (k *comparing) End(c *runtime.Call) error {
	if !k.fed {
		return nil // an empty pipeline compares nothing
	}
	for k.step < len(k.reference) {
		if err := k.advance(c, value.NullValue, false); err != nil {
			return err
		}
	}
	for _, e := range k.waitingDif {
		if err := k.report(c, e, "=>"); err != nil {
			return err
		}
	}
	for _, e := range k.waitingRef {
		if err := k.report(c, e, "<="); err != nil {
			return err
		}
	}
	return nil
}

// advance is one step: the next reference object, if there is one, and a difference object, if there is one.
func (k *comparing) advance(c *runtime.Call, difference value.Value, hasDifference bool) error {
	if k.nothing {
		k.step++
		return nil
	}
	var ref, dif entry
	var err error
	hasReference := k.step < len(k.reference)
	if hasReference {
		if ref, err = k.entryOf(c, k.reference[k.step]); err != nil {
			return err
		}
		k.step++
	}
	if hasDifference {
		if dif, err = k.entryOf(c, difference); err != nil {
			return err
		}
	}
	if hasReference && hasDifference && k.same(ref, dif) {
		return k.report(c, ref, "==")
	}
	if hasDifference {
		if i := slices.IndexFunc(k.waitingRef, func(e entry) bool { return k.same(e, dif) }); i >= 0 {
			match := k.waitingRef[i]
			k.waitingRef = append(k.waitingRef[:i], k.waitingRef[i+1:]...)
			if err := k.report(c, match, "=="); err != nil {
				return err
			}
		} else {
			k.waitingDif = append(k.waitingDif, dif)
		}
	}
	if hasReference {
		if i := slices.IndexFunc(k.waitingDif, func(e entry) bool { return k.same(ref, e) }); i >= 0 {
			k.waitingDif = append(k.waitingDif[:i], k.waitingDif[i+1:]...)
			if err := k.report(c, ref, "=="); err != nil {
				return err
			}
		} else {
			k.waitingRef = append(k.waitingRef, ref)
		}
	}
	return k.shrink(c)
}

// shrink lets the oldest object of each side go when more wait than the window holds.
func (k *comparing) shrink(c *runtime.Call) error {
	if len(k.waitingDif) > k.windowSize {
		oldest := k.waitingDif[0]
		k.waitingDif = k.waitingDif[1:]
		if err := k.report(c, oldest, "=>"); err != nil {
			return err
		}
	}
	if len(k.waitingRef) > k.windowSize {
		oldest := k.waitingRef[0]
		k.waitingRef = k.waitingRef[1:]
		return k.report(c, oldest, "<=")
	}
	return nil
}

func (k *comparing) entryOf(c *runtime.Call, v value.Value) (entry, error) {
	e := entry{object: v}
	if len(k.props) == 0 {
		e.keys = []value.Value{v}
		return e, nil
	}
	e.keys = make([]value.Value, len(k.props))
	for i := range k.props {
		x, err := keyOf(c, &k.props[i], v)
		if err != nil {
			return e, err
		}
		if x.IsUnset() {
			x = value.NullValue
		}
		e.keys[i] = x
	}
	return e, nil
}

// same compares a reference object with a difference object: the second is converted to the type of the first.
func (k *comparing) same(reference, difference entry) bool {
	for i := range reference.keys {
		if !k.equals(reference.keys[i], difference.keys[i], 0) {
			return false
		}
	}
	return true
}

// maxListDepth bounds lists in lists, which may contain themselves.
const maxListDepth = 16

// equals compares lists element by element.
func (k *comparing) equals(a, b value.Value, depth int) bool {
	if depth == maxListDepth || !runtime.IsList(a) || !runtime.IsList(b) {
		return k.by.compare(a, b) == 0
	}
	x, y := runtime.ListOf(a), runtime.ListOf(b)
	return slices.EqualFunc(x, y, func(p, q value.Value) bool { return k.equals(p, q, depth+1) })
}

// report writes what is to be shown of an object on one side.
func (k *comparing) report(c *runtime.Call, e entry, side string) error {
	if side == "==" && !k.equal || side != "==" && !k.differences {
		return nil
	}
	indicator := value.OfString(side)
	if c.Switch(comparePassThru) {
		bag, out := bagOf(e.object)
		bag.Add("SideIndicator", value.NoteProperty, indicator)
		return c.Write(out)
	}
	o := value.NewCustom()
	if len(k.props) == 0 {
		o.Set("InputObject", e.object)
	}
	for i, n := range k.names {
		o.Set(n, e.keys[i])
	}
	o.Set("SideIndicator", indicator)
	return c.Write(value.Of(o))
}
