package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// variableCmdlet declares a cmdlet for variables or aliases; the type name follows from the name.
func variableCmdlet(name, synopsis string, make func() runtime.Command, params ...bind.Parameter) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: name, TypeName: "Microsoft.PowerShell.Commands." + strings.Replace(name, "-", "", 1) + "Command", Cmdlet: true, Params: params},
		Module:    module, Synopsis: synopsis, New: make,
	}
}

func aliased(c *runtime.Cmdlet, names ...string) *runtime.Cmdlet {
	c.Aliases = names
	return c
}

// changing declares -WhatIf and -Confirm.
func changing(c *runtime.Cmdlet) *runtime.Cmdlet {
	c.SupportsShouldProcess, c.ConfirmImpact = true, 2
	return c
}

func optional(name string, t *value.Type, aliases ...string) bind.Parameter {
	return bind.Parameter{Name: name, Aliases: aliases, Type: t, Sets: anywhere()}
}

// oneName and severalNames declare the mandatory -Name of the cmdlets that change something.
func oneName() bind.Parameter {
	return bind.Parameter{Name: "Name", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipelineByName: true}}}
}

func severalNames(byValue bool) bind.Parameter {
	return bind.Parameter{Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipeline: byValue, FromPipelineByName: true}}}
}

func scopeParameter() bind.Parameter { return optional("Scope", value.TypeString) }

func optionParameter() bind.Parameter { return optional("Option", runtime.TypeItemOptions) }

// options are the value of -Option.
func options(c *runtime.Call, option int) runtime.VariableOptions {
	if !c.Bound(option) {
		return 0
	}
	return runtime.VariableOptions(c.Value(option).Int())
}

// nameMatcher tells whether a name matches a pattern and the lists of -Include and -Exclude, negative for cmdlets without them.
func nameMatcher(c *runtime.Call, pattern string, include, exclude int) (func(string) bool, error) {
	one, err := compile([]string{pattern})
	if err != nil {
		return nil, err
	}
	var in, out []*text.Wildcard
	if include >= 0 {
		if in, err = compile(c.Strings(include)); err != nil {
			return nil, err
		}
	}
	if exclude >= 0 {
		if out, err = compile(c.Strings(exclude)); err != nil {
			return nil, err
		}
	}
	return func(name string) bool {
		return matches(one, name) && (len(in) == 0 || matches(in, name)) && !matches(out, name)
	}, nil
}

func compile(patterns []string) ([]*text.Wildcard, error) {
	var all []*text.Wildcard
	for _, p := range patterns {
		w, err := text.CompileWildcard(p, true)
		if err != nil {
			return nil, value.Throw(value.RuntimeException, "WildcardPatternException", err.Error())
		}
		all = append(all, w)
	}
	return all, nil
}

func matches(list []*text.Wildcard, name string) bool {
	for _, w := range list {
		if w.Match(name) {
			return true
		}
	}
	return false
}

// eachVariable runs visit for the variables that names mean. A name without wildcards that finds nothing is an error.
func eachVariable(c *runtime.Call, names []string, scope string, include, exclude int, visit func(*runtime.Variable) error) error {
	for _, n := range names {
		match, err := nameMatcher(c, n, include, exclude)
		if err != nil {
			return err
		}
		if text.ContainsWildcard(n) {
			all, err := c.Variables(scope, match)
			if err != nil {
				return err
			}
			for _, v := range all {
				if err := visit(v); err != nil {
					return err
				}
			}
			continue
		}
		v, err := c.FindVariable(n, scope)
		if err != nil {
			return err
		}
		if v == nil {
			err = c.Fail(variableNotFound(n))
		} else if include < 0 && exclude < 0 || match(v.Name) {
			err = visit(v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func variableNotFound(name string) *value.Exception {
	return value.Throw(value.ItemNotFoundException, "VariableNotFound", "Cannot find a variable with the name '"+name+"'.").With(value.ObjectNotFound, value.OfString(name))
}

// failing writes an exception as the error of one item; other errors end the command.
func failing(c *runtime.Call, err error) error {
	if e, ok := err.(*value.Exception); ok {
		return c.Fail(e)
	}
	return err
}
