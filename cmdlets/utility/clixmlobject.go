package utility

import (
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/value"
)

// object adds a container or an object: its type names, its text where it has one, its content, its properties.
func (w *clixmlWriter) object(v value.Value, o value.Object, name string, level int) error {
	id := w.ids
	w.ids++
	if o != nil {
		w.objects[o] = id
	}
	w.tag("Obj", name)
	w.out = append(w.out, ` RefId="`+strconv.Itoa(id)+`">`...)
	w.indent++
	w.typeNames(value.TypeNames(v))
	if err := w.content(v, level); err != nil {
		return err
	}
	w.close("Obj")
	return nil
}

// typeNames adds the names of the types, or refers to the same list before.
func (w *clixmlWriter) typeNames(names []string) {
	key := strings.Join(names, "\n")
	if id, ok := w.types[key]; ok {
		w.tag("TNRef", "")
		w.out = append(w.out, ` RefId="`+strconv.Itoa(id)+`" />`...)
		return
	}
	id := len(w.types)
	w.types[key] = id
	w.tag("TN", "")
	w.out = append(w.out, ` RefId="`+strconv.Itoa(id)+`">`...)
	w.indent++
	for _, n := range names {
		w.leaf("T", "", clixmlText(n, false))
	}
	w.close("TN")
}

func (w *clixmlWriter) content(v value.Value, level int) error {
	b := v.Base()
	if b.Kind() == value.Enum {
		w.leaf("ToString", "", clixmlText(value.ToString(b), false))
		w.leaf("I32", "", strconv.FormatInt(b.Int(), 10))
		return nil
	}
	if d, ok := value.As[*value.Dictionary](b); ok {
		return w.dictionary(d, level)
	}
	if runtime.IsList(b) {
		return w.list(runtime.ListOf(b), level)
	}
	o, custom := value.As[*value.PSObject](v)
	custom = custom && o.IsCustom()
	if !custom || level >= w.depth {
		s, err := w.c.Text(v)
		if err != nil {
			return err
		}
		w.leaf("ToString", "", clixmlText(s, false))
	}
	if level >= w.depth {
		return nil
	}
	return w.properties(v, level)
}

func (w *clixmlWriter) list(items []value.Value, level int) error {
	if len(items) == 0 {
		w.tag("LST", "")
		w.out = append(w.out, " />"...)
		return nil
	}
	w.open("LST", "")
	for _, x := range items {
		if err := w.write(x, "", level); err != nil {
			return err
		}
	}
	w.close("LST")
	return nil
}

func (w *clixmlWriter) dictionary(d *value.Dictionary, level int) error {
	if d.Len() == 0 {
		w.tag("DCT", "")
		w.out = append(w.out, " />"...)
		return nil
	}
	w.open("DCT", "")
	for k, x := range d.All {
		w.open("En", "")
		if err := w.write(k, "Key", level); err != nil {
			return err
		}
		if err := w.write(x, "Value", level); err != nil {
			return err
		}
		w.close("En")
	}
	w.close("DCT")
	return nil
}

// properties adds the .NET properties and the added ones.
func (w *clixmlWriter) properties(v value.Value, level int) error {
	var net, added []value.PropertyRef
	value.EachProperty(w.c.Env(), v, func(p value.PropertyRef) bool {
		if p.Net != nil {
			net = append(net, p)
		} else {
			added = append(added, p)
		}
		return true
	})
	for _, group := range []struct {
		element string
		list    []value.PropertyRef
	}{{"Props", net}, {"MS", added}} {
		if len(group.list) == 0 {
			continue
		}
		w.open(group.element, "")
		for _, p := range group.list {
			x, err := p.Get(w.c.Env())
			if err != nil {
				continue // as if it were not there
			}
			if err := w.write(x, p.Name, level+1); err != nil {
				return err
			}
		}
		w.close(group.element)
	}
	return nil
}
