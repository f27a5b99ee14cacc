package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// parameterPlan is the parameter declarations of a body. The binder's signature is made of them at the first call, when types can be
// resolved.
type parameterPlan struct {
	params       []plannedParameter
	attributes   []*ast.Attribute // of the param block
	c            *compiler
	sig          *bind.Signature
	infos        []*variableInfo // per slot: the type constraints of typed parameters
	fromPipeline bool            // some parameter takes pipeline input
	failed       error
}

// plannedParameter is one parameter: its variable and default.
type plannedParameter struct {
	name     string
	hash     uint32
	def      expr
	defAt    ast.Extent
	decl     *ast.Parameter
	pipeline bool
}

func (c *compiler) parameters(b *ScriptBlock) *parameterPlan {
	p := &parameterPlan{c: c}
	for _, d := range parametersOf(b) {
		q := plannedParameter{name: d.Name.VariablePath.Name, hash: value.FoldHash(d.Name.VariablePath.Name), decl: d}
		if d.DefaultValue != nil {
			q.def, q.defAt = c.expression(d.DefaultValue), d.DefaultValue.Range()
		}
		p.params = append(p.params, q)
	}
	p.attributes = b.block.Attributes
	if b.block.ParamBlock != nil {
		p.attributes = append(append([]*ast.Attribute(nil), p.attributes...), b.block.ParamBlock.Attributes...)
	}
	return p
}

// signature is the binder's view of the parameters.
func (p *parameterPlan) signature(f *Frame, command string) (*bind.Signature, error) {
	if p.sig != nil || p.failed != nil {
		return p.sig, p.failed
	}
	s := &bind.Signature{Command: command, TypeName: command, PositionalByDeclaration: true, ConfirmImpact: impactMedium}
	if err := p.commandAttributes(f, s); err != nil {
		return nil, err
	}
	for i := range p.params {
		q := &p.params[i]
		d, info, err := p.declare(f, q, s)
		if err != nil {
			return nil, err
		}
		if info != nil {
			if p.infos == nil {
				p.infos = make([]*variableInfo, max(p.c.table.Len(), len(p.params)))
			}
			p.infos[i] = info
		}
		for _, m := range d.Sets {
			if m.FromPipeline || m.FromPipelineByName {
				q.pipeline, p.fromPipeline = true, true
			}
		}
		s.Params = append(s.Params, d)
	}
	if err := s.Prepare(); err != nil {
		return nil, err
	}
	p.sig = s
	return s, nil
}

// commandAttributes reads [CmdletBinding()] and its like.
func (p *parameterPlan) commandAttributes(f *Frame, s *bind.Signature) error {
	for _, a := range p.attributes {
		if value.EqualFold(a.TypeName.Name, "Obsolete") && len(a.PositionalArguments) > 0 {
			v, err := p.constant(f, a.PositionalArguments[0])
			if err != nil {
				return err
			}
			s.Obsolete = value.ToString(v)
		}
		if !value.EqualFold(a.TypeName.Name, "CmdletBinding") && !value.EqualFold(a.TypeName.Name, "CmdletBindingAttribute") {
			continue
		}
		s.Advanced = true
		for _, n := range a.NamedArguments {
			v, err := p.constant(f, n.Argument)
			if err != nil {
				return err
			}
			switch {
			case value.EqualFold(n.ArgumentName, "DefaultParameterSetName"):
				s.DefaultSet = value.ToString(v)
			case value.EqualFold(n.ArgumentName, "SupportsShouldProcess"):
				s.SupportsShouldProcess = value.Truth(v)
			case value.EqualFold(n.ArgumentName, "SupportsPaging"):
				s.SupportsPaging = value.Truth(v)
			case value.EqualFold(n.ArgumentName, "PositionalBinding"):
				s.PositionalByDeclaration = value.Truth(v)
			case value.EqualFold(n.ArgumentName, "ConfirmImpact"):
				if c, err := value.Convert(v, TypeConfirmImpact); err == nil {
					s.ConfirmImpact = int8(c.Int())
				}
			}
		}
	}
	if p.c.block.block.DynamicParamBlock != nil {
		s.HasDynamic = true
	}
	return nil
}

// constant evaluates an attribute argument; blocks stay blocks.
func (p *parameterPlan) constant(f *Frame, e ast.Expression) (value.Value, error) {
	return p.c.expression(e)(f)
}

// declare turns one parameter's attributes into the binder's declaration, and the constraint its variable keeps.
func (p *parameterPlan) declare(f *Frame, q *plannedParameter, s *bind.Signature) (bind.Parameter, *variableInfo, error) {
	d := bind.Parameter{Name: q.name}
	info := &variableInfo{}
	for _, a := range q.decl.Attributes {
		switch a := a.(type) {
		case *ast.TypeConstraint:
			t, err := p.c.constraintSite(a).resolve(f)
			if err != nil {
				return d, nil, f.recordAt(a.Extent, typeNotFound(a.TypeName.String()))
			}
			if d.Type == nil {
				d.Type = t
			}
		case *ast.Attribute:
			if err := p.attribute(f, a, &d, s); err != nil {
				if x, ok := err.(*value.Exception); ok && x.Type.Is(value.RuntimeException) {
					err = f.recordAt(a.Extent, x)
				}
				return d, nil, err
			}
		}
	}
	if d.Type != nil {
		info.Type = d.Type
		if d.Type == value.TypeSwitchParameter {
			info.Type = nil
		}
	}
	info.parameter = true
	info.Validate, info.Transform = d.Validate, d.Transform
	if info.Type == nil && info.Validate == nil && info.Transform == nil {
		info = nil
	}
	return d, info, nil
}

// defaultOf is what an unbound parameter of a type holds: 0, False or "" for value types and strings, otherwise $null.
func defaultOf(t *value.Type) value.Value {
	if t == value.TypeString {
		return value.OfString("")
	}
	if t == value.TypeSwitchParameter {
		return value.OfSwitch(false)
	}
	if t.Flags&value.ValueType != 0 {
		if v, err := value.Convert(value.NullValue, t); err == nil {
			return v
		}
	}
	return value.NullValue
}

// attribute reads one attribute of a parameter.
func (p *parameterPlan) attribute(f *Frame, a *ast.Attribute, d *bind.Parameter, s *bind.Signature) error {
	kind := kindNamed(a.TypeName.Name)
	if kind != nil && kind.name == "Parameter" {
		s.Advanced = true
		return p.membership(f, a, d)
	}
	args := make([]value.Value, 0, len(a.PositionalArguments))
	for _, e := range a.PositionalArguments {
		v, err := p.constant(f, e)
		if err != nil {
			return err
		}
		args = append(args, v)
	}
	named := func(name string) (value.Value, bool, error) {
		for _, n := range a.NamedArguments {
			if value.EqualFold(n.ArgumentName, name) {
				v, err := p.constant(f, n.Argument)
				return v, true, err
			}
		}
		return value.NullValue, false, nil
	}
	if kind != nil {
		return f.applyAttribute(kind.name, args, named, d)
	}
	each := func(set func(name string, v value.Value) error) error {
		for _, n := range a.NamedArguments {
			v, err := p.constant(f, n.Argument)
			if err != nil {
				return err
			}
			if err := set(n.ArgumentName, v); err != nil {
				return err
			}
		}
		return nil
	}
	known, err := f.applyOwn(a.TypeName.String(), args, each, d)
	if !known && err == nil {
		err = value.Throw(value.RuntimeException, "CustomAttributeTypeNotFound", "Cannot find the type for custom attribute '"+a.TypeName.Name+
			"'. Make sure that the assembly that contains this type is loaded.").With(value.InvalidOperation, value.NullValue)
	}
	return err
}

// membership reads [Parameter(…)].
func (p *parameterPlan) membership(f *Frame, a *ast.Attribute, d *bind.Parameter) error {
	m := bind.Membership{Position: bind.NoPosition}
	for _, n := range a.NamedArguments {
		v, err := p.constant(f, n.Argument)
		if err != nil {
			return err
		}
		if err := readMembership(&m, d, n.ArgumentName, v); err != nil {
			return err
		}
	}
	d.Sets = append(d.Sets, m)
	return nil
}

// readMembership sets one property of [Parameter(…)].
func readMembership(m *bind.Membership, d *bind.Parameter, name string, v value.Value) error {
	switch {
	case value.EqualFold(name, "Mandatory"):
		m.Mandatory = value.Truth(v)
	case value.EqualFold(name, "Position"):
		i, err := value.Convert(v, value.TypeInt32)
		if err != nil {
			return err
		}
		m.Position = int(i.Int())
	case value.EqualFold(name, "ParameterSetName"):
		m.Set = value.ToString(v)
		if m.Set == allSets {
			m.Set = ""
		}
	case value.EqualFold(name, "ValueFromPipeline"):
		m.FromPipeline = value.Truth(v)
	case value.EqualFold(name, "ValueFromPipelineByPropertyName"):
		m.FromPipelineByName = value.Truth(v)
	case value.EqualFold(name, "ValueFromRemainingArguments"):
		m.FromRemaining = value.Truth(v)
	case value.EqualFold(name, "HelpMessage"):
		m.HelpMessage = value.ToString(v)
	case value.EqualFold(name, "DontShow"):
		d.DontShow = value.Truth(v)
	}
	return nil
}

// applyAttribute adds a validation or other attribute to a declaration; those for help and completion say nothing to the binder.
func (f *Frame) applyAttribute(name string, args []value.Value, named func(string) (value.Value, bool, error), d *bind.Parameter) error {
	is := func(n string) bool { return value.EqualFold(name, n) || value.EqualFold(name, n+"Attribute") }
	message := ""
	if v, ok, err := named("ErrorMessage"); err != nil {
		return err
	} else if ok {
		message = value.ToString(v)
	}
	switch {
	case is("Alias"):
		for _, a := range args {
			for _, x := range ListOf(a) {
				d.Aliases = append(d.Aliases, value.ToString(x))
			}
		}
	case is("Obsolete"):
		d.Obsolete = value.ToString(argumentAt(args, 0))
	case is("AllowNull"):
		d.AllowNull = true
	case is("AllowEmptyString"):
		d.AllowEmptyString = true
	case is("AllowEmptyCollection"):
		d.AllowEmptyCollection = true
	default:
		v, err := bind.NewValidator(f, name, args, named, message)
		if err != nil {
			return err
		}
		if v != nil {
			d.Validate = append(d.Validate, v)
			if set, ok := v.(*bind.ValidateSet); ok {
				d.Values = set.Values
			}
		} else if t := f.transformer(name); t != nil {
			d.Transform = append(d.Transform, t)
		}
	}
	return nil
}

func argumentAt(args []value.Value, i int) value.Value {
	if i < len(args) {
		return args[i]
	}
	return value.NullValue
}

// transformer is the transformation attribute of that name, nil for other attributes.
func (f *Frame) transformer(name string) bind.Transformer {
	if value.EqualFold(name, "Credential") {
		return credentialOf{f}
	}
	return nil
}

// constraint compiles the attributes of a typed variable.
func (c *compiler) constraint(attributes []ast.AttributeBase) func(f *Frame) (*variableInfo, error) {
	p := &parameterPlan{c: c}
	q := &plannedParameter{decl: &ast.Parameter{Attributes: attributes}}
	return func(f *Frame) (*variableInfo, error) {
		d, _, err := p.declare(f, q, &bind.Signature{})
		if err != nil {
			return nil, err
		}
		return &variableInfo{Type: d.Type, Validate: d.Validate, Transform: d.Transform}, nil
	}
}

// constrainDefault converts a parameter's default; validation attributes do not apply to defaults.
func (f *Frame) constrainDefault(info *variableInfo, v value.Value) (value.Value, error) {
	for i := len(info.Transform) - 1; i >= 0; i-- {
		x, err := info.Transform[i].Transform(f, v)
		if err != nil {
			return v, err
		}
		v = x
	}
	if info.Type == nil {
		return v, nil
	}
	return f.cast(v, info.Type)
}
