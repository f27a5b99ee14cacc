package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// ownAttribute is an attribute whose class a script defines: a transformation or a validation.
type ownAttribute struct{ object value.Value }

// Transform calls the class's Transform.
func (a ownAttribute) Transform(env value.Env, v value.Value) (value.Value, error) {
	f := env.(*Frame)
	x, err := f.invoke(a.object, "Transform", []value.Value{value.Of(executionContext{}), v}, false, nil)
	if r := recordOf(err); r != nil {
		return v, value.Throw(value.ArgumentTransformation, "", r.Text())
	}
	return x, err
}

// Check calls the class's Validate, or ValidateElement for each element.
func (a ownAttribute) Check(env value.Env, v value.Value) error {
	f := env.(*Frame)
	if !value.TypeOf(a.object).Is(typeValidateEnumerated) {
		_, err := f.invoke(a.object, "Validate", []value.Value{v, value.Of(executionContext{})}, false, nil)
		return a.refused(err)
	}
	items := []value.Value{v}
	if isList(v) {
		items = ListOf(v)
	}
	for _, x := range items {
		if _, err := f.invoke(a.object, "ValidateElement", []value.Value{x}, false, nil); err != nil {
			return a.refused(err)
		}
	}
	return nil
}

func (a ownAttribute) refused(err error) error {
	if r := recordOf(err); r != nil {
		return value.Throw(value.ValidationMetadataException, "ParameterArgumentValidationError", r.Text()).Because(r.Exception)
	}
	return err
}

// recordOf is err as a record or exception of a script, nil for flow control.
func recordOf(err error) *value.ErrorRecord {
	switch e := err.(type) {
	case *value.ErrorRecord:
		return e
	case *value.Exception:
		if e.Inner != nil && e.Type.Is(value.MethodInvocationException) {
			e = e.Inner
		}
		return &value.ErrorRecord{Exception: e}
	}
	return nil
}

// applyOwn adds an attribute of a class of the script; false if the name is none.
func (f *Frame) applyOwn(name string, args []value.Value, each func(func(name string, v value.Value) error) error, d *bind.Parameter) (bool, error) {
	t := f.findType(name+"Attribute", nil)
	if t == nil {
		t = f.findType(name, nil)
	}
	if t == nil || !t.Is(typeAttribute) {
		return false, nil
	}
	if t.Flags&value.Script == 0 {
		return true, nil
	}
	o, err := f.construct(t, args)
	if err != nil {
		return true, err
	}
	if err := each(func(name string, v value.Value) error { return f.setProperty(o, name, v) }); err != nil {
		return true, err
	}
	switch {
	case t.Is(typeTransformation):
		d.Transform = append(d.Transform, ownAttribute{o})
	case t.Is(typeValidateArguments):
		d.Validate = append(d.Validate, ownAttribute{o})
	}
	return true, nil
}

// ValidValues asks a class of IValidateSetValuesGenerator for the values of [ValidateSet([Class])].
func (f *Frame) ValidValues(t *value.Type) ([]string, error) {
	o, err := f.construct(t, nil)
	if err != nil {
		return nil, err
	}
	v, err := f.invoke(o, "GetValidValues", nil, false, nil)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, x := range ListOf(v) {
		out = append(out, value.ToString(x))
	}
	return out, nil
}

// CompilePattern compiles the pattern of [ValidatePattern].
func (f *Frame) CompilePattern(pattern string, options value.Value) (bind.Matcher, error) {
	o := text.IgnoreCase
	if !options.IsNull() {
		t := f.findType("System.Text.RegularExpressions.RegexOptions", nil)
		n, err := f.cast(options, t)
		if err != nil {
			return nil, err
		}
		o = text.RegexOptions(n.Int())
	}
	r, err := text.CompileRegex(pattern, o)
	return regexMatcher{r}, err
}

// regexMatcher is a regular expression as the binder asks it.
type regexMatcher struct{ *text.Regex }

// MatchString tells whether s matches.
func (r regexMatcher) MatchString(s string) (bool, error) { return r.IsMatch(s) }

// DriveOf is the drive that a path lies on, for [ValidateDrive].
func (f *Frame) DriveOf(path string) (string, error) {
	p, err := (&Call{frame: f}).ParsePath(path)
	if err != nil {
		return "", err
	}
	return p.Drive.Name, nil
}
