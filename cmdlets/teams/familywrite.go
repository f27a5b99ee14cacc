package teams

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// create is New: it writes the object that it made (semantics 2.11, R35). -InMemory makes one that the tenant does not keep.
func (f *family) create(c *runtime.Call) error {
	a := online.ArgsOf(c)
	name := f.given(a)
	return with(c, name, func(call service.Call, a online.Args) error {
		if f.Identity.ServerID || name == "" {
			name = call.Tx.NewGUID()
		}
		set, err := f.settings(c, call, nil)
		if err != nil {
			return err
		}
		if a.Flag("InMemory") {
			return c.Write(f.object(&state.Object{Type: f.objectType(), Name: name, Properties: set}))
		}
		if _, err := f.instance(call, name); err == nil {
			return alreadyThere(name)
		}
		o, err := service.NewObject(call, service.ObjectChange{Type: f.objectType(), Identity: name, Set: set})
		if err != nil {
			return err
		}
		return c.Write(f.object(o))
	})
}

// change is Set: no output; without an identity it means Global (semantics 2.11, R34). -Instance brings the properties of an object.
func (f *family) change(c *runtime.Call) error {
	a := online.ArgsOf(c)
	name := f.given(a)
	if name == "" && a.Given("Instance") {
		name = nameOf(c.Env(), a.Arg("Instance"), f.Identity.Key)
	}
	if name == "" {
		if !f.Identity.Global && !f.Identity.Singleton {
			return online.Fail(c, missing(name), "")
		}
		name = state.GlobalName
	}
	return with(c, name, func(call service.Call, _ online.Args) error {
		was, err := f.instance(call, name)
		if err != nil && !f.Upsert {
			return err
		}
		set, err := f.settings(c, call, was)
		if err != nil {
			return err
		}
		change := service.ObjectChange{Type: f.objectType(), Identity: name, Set: set}
		if was == nil {
			_, err = service.NewObject(call, change)
			return err
		}
		return service.SetObject(call, change)
	})
}

// remove is Remove: Global is reset to its defaults, others go (semantics 2.11, R34, R36).
func (f *family) remove(c *runtime.Call) error {
	a := online.ArgsOf(c)
	name := f.given(a)
	if name == "" {
		return online.Fail(c, missing(name), "")
	}
	return with(c, name, func(call service.Call, _ online.Args) error {
		if _, err := f.instance(call, name); err != nil {
			return err
		}
		return service.RemoveObject(call, f.objectType(), name)
	})
}

// build is New of a factory: an object in memory that another cmdlet takes. A rule with a parent and without -InMemory joins the parent's
// list as well.
func (f *family) build(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	set, err := f.settings(c, call, nil)
	if err != nil {
		return online.Fail(c, err, "")
	}
	a := online.ArgsOf(c)
	if parent := a.Text("Parent"); parent != "" && has(f.Hooks, "parentAppend") && !a.Flag("InMemory") {
		if err := joinParent(call, parent, set); err != nil {
			return online.Fail(c, err, "")
		}
	}
	return c.Write(f.object(&state.Object{Type: f.objectType(), Properties: set}))
}

// joinParent adds a normalization rule to its dial plan.
func joinParent(call service.Call, parent string, rule state.Fields) error {
	plans := familyOf("Get-CsTenantDialPlan")
	plan, err := plans.instance(call, parent)
	if err != nil {
		return err
	}
	present, _ := setting(plan, "NormalizationRules")
	rules := listModifier{add: []state.Fields{rule}}.apply(present)
	return service.SetObject(call, service.ObjectChange{Type: plan.Type, Identity: plan.Name, Set: state.Fields{{Name: "NormalizationRules", Value: rules}}})
}

// settings are the properties that the caller gives, laid over those of was where a list is only added to or taken from.
func (f *family) settings(c *runtime.Call, call service.Call, was *state.Object) (state.Fields, error) {
	a, env := online.ArgsOf(c), c.Env()
	var set state.Fields
	if instance := a.Arg("Instance"); a.Given("Instance") && !instance.IsNull() {
		for _, field := range plainObject(env, instance, 0) {
			if p := f.property(field.Name); p != nil {
				set = append(set, state.Field{Name: p.Name, Value: field.Value})
			}
		}
	}
	for i := range f.Props {
		p := &f.Props[i]
		if !a.Given(p.Name) || value.EqualFold(p.Name, f.Identity.Key) || value.EqualFold(p.Name, f.Identity.RelativeKey) {
			continue
		}
		v := a.Arg(p.Name)
		x := plain(env, v, 0)
		if change, ok := listEdit(env, v); ok && f.isList(p) {
			var present any
			if was != nil {
				present, _ = setting(was, p.Name)
			}
			x = change.apply(present)
		}
		set = append(set, state.Field{Name: p.Name, Value: x})
	}
	return set, f.check(call, set)
}

// isList tells whether a property holds several values.
func (f *family) isList(p *familyProperty) bool {
	if p.Array {
		return true
	}
	for _, h := range f.Hooks {
		if names, ok := strings.CutPrefix(h, "listModifier:"); ok && has(strings.Split(names, ","), p.Name) {
			return true
		}
	}
	return false
}

// check applies the rules that the family's hooks name.
func (f *family) check(call service.Call, set state.Fields) error {
	if !has(f.Hooks, "usageMustExist") {
		return nil
	}
	for _, field := range set {
		list, _ := field.Value.([]state.Fields)
		for _, item := range list {
			if usage, _ := item.Get("OnlinePSTNUsage").(string); usage != "" {
				if err := service.KnownUsage(call, usage); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// nameOf is the identity of an object that was read before.
func nameOf(env value.Env, v value.Value, key string) string {
	x, _, err := value.GetProperty(env, v, key)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(value.ToString(x))
}
