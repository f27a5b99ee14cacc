package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	setVariableName = iota
	setVariableValue
	setVariableInclude
	setVariableExclude
	setVariableDescription
	setVariableOption
	setVariableForce
	setVariableVisibility
	setVariablePassThru
	setVariableScope
)

var setVariable = changing(aliased(variableCmdlet("Set-Variable", "Assigns variables.", func() runtime.Command { return &settingVariable{} },
	severalNames(false),
	bind.Parameter{Name: "Value", Sets: []bind.Membership{{Position: 1, FromPipeline: true, FromPipelineByName: true}}},
	optional("Include", value.TypeStringArray), optional("Exclude", value.TypeStringArray), optional("Description", value.TypeString), optionParameter(),
	switched("Force"), optional("Visibility", nil), switched("PassThru"), scopeParameter()), "sv", "set"))

// settingVariable gathers what the pipeline brings, which becomes one value.
type settingVariable struct {
	fromPipeline bool
	items        []value.Value
}

// Begin notes whether the value comes from the pipeline.
func (s *settingVariable) Begin(c *runtime.Call) error {
	s.fromPipeline = c.ExpectingInput() && !c.Bound(setVariableValue)
	return nil
}

// Process keeps the value of one object, or assigns.
func (s *settingVariable) Process(c *runtime.Call) error {
	if s.fromPipeline && c.Bound(setVariableValue) {
		s.items = append(s.items, c.Value(setVariableValue))
		return nil
	}
	return s.assign(c, c.Value(setVariableValue))
}

// End assigns what was gathered.
func (s *settingVariable) End(c *runtime.Call) error {
	if len(s.items) == 0 {
		return nil
	}
	return s.assign(c, value.Unroll(s.items))
}

func (s *settingVariable) assign(c *runtime.Call, v value.Value) error {
	how := runtime.VariableChange{Options: options(c, setVariableOption), SetOptions: c.Bound(setVariableOption),
		Description: c.String(setVariableDescription), Describe: c.Bound(setVariableDescription), Force: c.Switch(setVariableForce)}
	scope := c.String(setVariableScope)
	one := func(name string) error {
		ok, err := c.ShouldProcess("Name: "+name+" Value: "+textOf(c, v), "Set variable")
		if err != nil || !ok {
			return err
		}
		set, err := c.ChangeVariable(name, v, scope, how)
		if err != nil {
			return failing(c, err)
		}
		if c.Switch(setVariablePassThru) {
			return c.Write(value.Of(set))
		}
		return nil
	}
	for _, name := range c.Strings(setVariableName) {
		match, err := nameMatcher(c, name, setVariableInclude, setVariableExclude)
		if err != nil {
			return err
		}
		if !text.ContainsWildcard(name) {
			if match(name) {
				err = one(name)
			}
			if err != nil {
				return err
			}
			continue
		}
		all, err := c.Variables(scope, match)
		if err != nil {
			return err
		}
		for _, x := range all {
			if err := one(x.Name); err != nil {
				return err
			}
		}
	}
	return nil
}

// textOf is a value in the text of -WhatIf.
func textOf(c *runtime.Call, v value.Value) string {
	s, err := c.Text(v)
	if err != nil {
		return value.ToString(v)
	}
	return s
}
