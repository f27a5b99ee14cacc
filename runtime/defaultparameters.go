package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// typeDefaultParameters is the type of $PSDefaultParameterValues, whose keys must have a form (oracle/functions, section 9).
var typeDefaultParameters = automationType("DefaultParameterDictionary", value.TypeHashtable)

func defaultParameterValues() *value.Dictionary {
	d := value.NewHashtable()
	d.Type = typeDefaultParameters
	return d
}

// defaultParameters is $PSDefaultParameterValues for the binder, $null when it is empty.
func (f *Frame) defaultParameters() value.Value {
	l := f.scope.find(f.names.defaults.name, f.names.defaults.hash)
	if !l.valid() {
		return value.NullValue
	}
	v := l.get()
	if d, ok := value.As[*value.Dictionary](v.Base()); ok && d.Len() == 0 {
		return value.NullValue
	}
	return v
}

// defaultParameterMembers makes the type check its keys: when a table is converted, when an entry is added.
func defaultParameterMembers() {
	typeDefaultParameters.Conversion = &value.Conversion{From: func(_ value.Env, v value.Value) (value.Value, bool, error) {
		from, ok := value.As[*value.Dictionary](v.Base())
		if !ok {
			return v, false, nil
		}
		d := defaultParameterValues()
		for k, x := range from.All {
			if err := bind.ValidDefaultKey(value.ToString(k)); err != nil {
				return v, true, value.Throw(value.PSInvalidOperation, "", err.Error())
			}
			d.Set(k, x)
		}
		return value.Of(d), true, nil
	}}
	typeDefaultParameters.Members = &value.Members{Methods: []value.Method{{Name: "Add", Overloads: []value.Overload{{
		Params: []value.Param{{Name: "key"}, {Name: "value"}},
		Call: func(_ value.Env, self value.Value, args []value.Value) (value.Value, error) {
			key := value.ToString(args[0])
			if err := bind.ValidDefaultKey(key); err != nil {
				return value.NullValue, err
			}
			d, _ := value.As[*value.Dictionary](self.Base())
			if !d.Add(args[0], args[1]) {
				return value.NullValue, value.Throw(value.PSArgumentException, "Argument", "The key '"+key+"' has already been added to the dictionary.").
					With(value.InvalidArgument, value.NullValue)
			}
			return value.NothingValue, nil
		}}}}}}
}

// setKey is d[key] = v.
func (f *Frame) setKey(d *value.Dictionary, key, v value.Value) error {
	if d.Type == typeDefaultParameters {
		if err := bind.ValidDefaultKey(value.ToString(key)); err != nil {
			return err
		}
	}
	return dotnet.SetKey(f, d, key, v)
}
