package utility

import (
	"encoding/xml"
	"strings"

	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// revived is an object on its way out of a document.
type revived struct {
	types   []string
	text    string
	hasText bool
	base    value.Value // of containers and of what was wrapped
	found   bool        // base is set
	names   []string
	vals    []value.Value
}

// object reads an Obj.
func (r *clixmlReader) object(e xml.StartElement) (value.Value, error) {
	var o revived
	id := attribute(e, "RefId")
	for {
		inner, ok, err := r.next()
		if err != nil {
			return value.NullValue, err
		}
		if !ok {
			break
		}
		if err := r.part(&o, inner, id); err != nil {
			return value.NullValue, err
		}
	}
	v := o.value()
	if id != "" {
		r.objects[id] = v
	}
	return v, nil
}

// part reads one element inside an Obj.
func (r *clixmlReader) part(o *revived, e xml.StartElement, id string) (err error) {
	switch e.Name.Local {
	case "TN":
		o.types, err = r.typeNames()
		r.types[attribute(e, "RefId")] = o.types
		return err
	case "TNRef":
		o.types = r.types[attribute(e, "RefId")]
		_, err = r.content()
		return err
	case "ToString":
		s, err := r.content()
		o.text, o.hasText = unescaped(s), true
		return err
	case "LST", "IE", "QUE", "STK":
		list := &value.ArrayList{Type: value.TypeArrayList}
		o.base, o.found = value.Of(list), true
		r.objects[id] = o.base
		return r.each(func(_ string, v value.Value) { list.Items = append(list.Items, v) })
	case "DCT":
		return r.dictionary(o, id)
	case "Props", "MS":
		return r.each(func(name string, v value.Value) {
			o.names, o.vals = append(o.names, name), append(o.vals, v)
		})
	}
	o.base, err = r.value(e)
	o.found = true
	return err
}

// each reads the values inside an element.
func (r *clixmlReader) each(yield func(name string, v value.Value)) error {
	for {
		e, ok, err := r.next()
		if err != nil || !ok {
			return err
		}
		v, err := r.value(e)
		if err != nil {
			return err
		}
		yield(unescaped(attribute(e, "N")), v)
	}
}

func (r *clixmlReader) typeNames() ([]string, error) {
	var names []string
	for {
		_, ok, err := r.next()
		if err != nil || !ok {
			return names, err
		}
		s, err := r.content()
		if err != nil {
			return nil, err
		}
		names = append(names, unescaped(s))
	}
}

func (r *clixmlReader) dictionary(o *revived, id string) error {
	d := value.NewHashtable()
	if len(o.types) > 0 && strings.Contains(o.types[0], "OrderedDictionary") {
		d = value.NewOrdered()
	}
	o.base, o.found = value.Of(d), true
	r.objects[id] = o.base
	for {
		_, ok, err := r.next() // En
		if err != nil || !ok {
			return err
		}
		var key, val value.Value
		err = r.each(func(name string, v value.Value) {
			if name == "Key" {
				key = v
			} else {
				val = v
			}
		})
		if err != nil {
			return err
		}
		if !key.IsNull() {
			d.Set(key, val)
		}
	}
}

// value is what the parts make: the container or plain value, a credential, or a bag of the properties.
func (o *revived) value() value.Value {
	if o.found {
		if len(o.names) == 0 {
			return o.base
		}
		if e, ok := value.As[value.Extensible](o.base); ok {
			bag := e.Extend(o.base)
			for i, n := range o.names {
				bag.Set(n, o.vals[i])
			}
			return o.base
		}
		w := value.Wrap(o.base)
		for i, n := range o.names {
			w.Set(n, o.vals[i])
		}
		return value.Of(w)
	}
	if len(o.types) > 0 && o.types[0] == dotnet.TypePSCredential.FullName {
		if v, ok := o.credential(); ok {
			return v
		}
	}
	bag := value.NewCustom()
	for i, n := range o.names {
		bag.Set(n, o.vals[i])
	}
	types := make([]string, len(o.types))
	for i, t := range o.types {
		types[i] = t
		if !strings.HasPrefix(t, "Deserialized.") {
			types[i] = "Deserialized." + t
		}
	}
	bag.SetTypeNames(types)
	if o.hasText {
		bag.SetText(o.text)
	}
	return value.Of(bag)
}

func (o *revived) credential() (value.Value, bool) {
	user, password := "", (*dotnet.SecureString)(nil)
	for i, n := range o.names {
		switch n {
		case "UserName":
			user = value.ToString(o.vals[i])
		case "Password":
			password, _ = value.As[*dotnet.SecureString](o.vals[i])
		}
	}
	if password == nil {
		return value.NullValue, false
	}
	return dotnet.OfCredential(user, password.Text), true
}
