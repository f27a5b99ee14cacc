package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	joinProperty = iota
	joinSeparator
	joinPrefix
	joinSuffix
	joinSingle
	joinDouble
	joinFormat
	joinCulture
	joinInput
)

var joinString = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Join-String", TypeName: "Microsoft.PowerShell.Commands.Utility.JoinStringCommand", Cmdlet: true, DefaultSet: "default",
		Params: []bind.Parameter{
			joinProperty:  {Name: "Property", Type: value.TypeObject, Sets: at(0), AllowNull: true},
			joinSeparator: {Name: "Separator", Type: value.TypeString, Sets: at(1), AllowNull: true, AllowEmptyString: true},
			joinPrefix:    {Name: "OutputPrefix", Aliases: []string{"op"}, Type: value.TypeString, Sets: anywhere()},
			joinSuffix:    {Name: "OutputSuffix", Aliases: []string{"os"}, Type: value.TypeString, Sets: anywhere()},
			joinSingle:    {Name: "SingleQuote", Type: value.TypeSwitchParameter, Sets: inSets("SingleQuote")},
			joinDouble:    {Name: "DoubleQuote", Type: value.TypeSwitchParameter, Sets: inSets("DoubleQuote")},
			joinFormat:    {Name: "FormatString", Type: value.TypeString, Sets: inSets("Format")},
			joinCulture:   switched("UseCulture"),
			joinInput:     {Name: "InputObject", Type: value.ArrayOf(value.TypePSObject), AllowNull: true, AllowEmptyCollection: true, Sets: pipeline(false, bind.NoPosition)},
		}},
	Module: module, Synopsis: "Joins objects or a property of them to one text.",
	New: func() runtime.Command { return &joining{} },
}

// joining gathers the parts; nulls are left out, empty texts are kept (oracle/objects, section 14).
type joining struct {
	property *property
	out      strings.Builder
	any      bool
	between  string
}

// Begin reads property and separator; without -Separator it is $OFS.
func (j *joining) Begin(c *runtime.Call) error {
	if !c.Value(joinProperty).IsNull() {
		parsed, err := format.ParseKeys([]value.Value{c.Value(joinProperty)})
		if err != nil {
			return c.Sign(err)
		}
		j.property = &property{Property: parsed[0], block: runtime.BlockOf(parsed[0].Block)}
		if j.property.block == nil && text.ContainsWildcard(j.property.Name) {
			if j.property.wild, err = compileName(j.property.Name); err != nil {
				return err
			}
		}
	}
	j.between = c.String(joinSeparator)
	if !c.Bound(joinSeparator) {
		if v, ok := c.Variable("OFS"); ok {
			j.between = value.ToString(v)
		}
	}
	return nil
}

// Process adds the objects of -InputObject or one of the pipeline.
func (j *joining) Process(c *runtime.Call) error {
	for _, v := range c.List(joinInput) {
		if v.IsNull() {
			continue
		}
		x, err := j.part(c, v)
		if err != nil {
			return err
		}
		if err := j.add(c, x); err != nil {
			return err
		}
	}
	return nil
}

// part is what is joined of an object: itself or its property, which is $null if it has none.
func (j *joining) part(c *runtime.Call, v value.Value) (value.Value, error) {
	switch {
	case j.property == nil:
		return v, nil
	case j.property.wild != nil:
		if found := matching(c.Env(), v, j.property.wild); len(found) > 0 {
			return found[0].v, nil
		}
		return value.NullValue, nil
	}
	x, err := keyOf(c, j.property, v)
	if x.IsUnset() {
		x = value.NullValue
	}
	return x, err
}

func (j *joining) add(c *runtime.Call, v value.Value) error {
	if j.any {
		j.out.WriteString(j.between)
	}
	j.any = true
	var s string
	var err error
	switch {
	case c.Bound(joinFormat):
		var f value.Value
		if f, err = c.FormatText(c.String(joinFormat), v); err == nil {
			s = f.Str()
		}
	case c.Switch(joinCulture):
		s = value.ToStringCulture(v)
	default:
		s, err = c.Text(v)
	}
	if err != nil {
		return err
	}
	quote := ""
	switch {
	case c.Switch(joinSingle):
		quote = "'"
	case c.Switch(joinDouble):
		quote = `"`
	}
	j.out.WriteString(quote + s + quote)
	return nil
}

// End writes the text, also when nothing came.
func (j *joining) End(c *runtime.Call) error {
	return c.Write(value.OfString(c.String(joinPrefix) + j.out.String() + c.String(joinSuffix)))
}
