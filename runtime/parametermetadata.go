package runtime

import (
	"strings"

	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// parameterMetadata is one entry of (Get-Command x).Parameters.
type parameterMetadata struct {
	value.Extended
	sig        *bind.Signature
	index      int
	attributes []value.Value
}

// parameterSetMetadata is what a parameter is in one of its sets.
type parameterSetMetadata struct {
	value.Extended
	membership bind.Membership
}

// parameterSetInfo is one entry of (Get-Command x).ParameterSets.
type parameterSetInfo struct {
	value.Extended
	sig  *bind.Signature
	name string
}

// parameterInfo is a parameter as one parameter set shows it.
type parameterInfo struct {
	value.Extended
	set   *parameterSetInfo
	index int
}

var (
	typeParameterMetadata    = automationType("ParameterMetadata", value.TypeObject)
	typeParameterSetMetadata = automationType("ParameterSetMetadata", value.TypeObject)
	typeParameterSetInfo     = automationType("CommandParameterSetInfo", value.TypeObject)
	typeParameterInfo        = automationType("CommandParameterInfo", value.TypeObject)
)

// TypeOf is ParameterMetadata.
func (*parameterMetadata) TypeOf() *value.Type { return typeParameterMetadata }

// TypeOf is ParameterSetMetadata.
func (*parameterSetMetadata) TypeOf() *value.Type { return typeParameterSetMetadata }

// TypeOf is CommandParameterSetInfo.
func (*parameterSetInfo) TypeOf() *value.Type { return typeParameterSetInfo }

// ToText is the syntax of the set without the command's name.
func (s *parameterSetInfo) ToText() string {
	for i, n := range s.sig.SetNames() {
		if n == s.name {
			_, rest, _ := strings.Cut(s.sig.Usage(bind.TypeAccelerator)[i], " ")
			return rest
		}
	}
	return ""
}

// TypeOf is CommandParameterInfo.
func (*parameterInfo) TypeOf() *value.Type { return typeParameterInfo }

func (p *parameterMetadata) parameter() *bind.Parameter { return &p.sig.Params[p.index] }

// dynamic tells whether the parameter came from a dynamicparam block.
func (p *parameterMetadata) dynamic() bool { return p.sig.IsDynamic(p.index) }

// sets are the memberships of the parameter by the name of the set.
func (p *parameterMetadata) sets() *value.Dictionary {
	d := newNameTable()
	list := p.parameter().Sets
	if len(list) == 0 {
		list = []bind.Membership{{Position: bind.NoPosition}}
	}
	for _, m := range list {
		name := m.Set
		if name == "" {
			name = allSets
		}
		d.SetString(name, value.Of(&parameterSetMetadata{membership: m}))
	}
	return d
}

func typeValue(t *value.Type) value.Value {
	if t == nil {
		t = value.TypeObject
	}
	return value.Of(t)
}

func parameterMembers() {
	flag := func(name string, get func(m *bind.Membership) bool) value.Property {
		return row(name, value.TypeBool, func(s *parameterSetMetadata) value.Value { return value.OfBool(get(&s.membership)) })
	}
	typeParameterMetadata.Members = &value.Members{
		Properties: []value.Property{
			text1("Name", func(p *parameterMetadata) string { return p.parameter().Name }),
			row("ParameterType", value.TypeRuntimeType, func(p *parameterMetadata) value.Value { return typeValue(p.parameter().Type) }),
			row("ParameterSets", nil, func(p *parameterMetadata) value.Value { return value.Of(p.sets()) }),
			row("IsDynamic", value.TypeBool, func(p *parameterMetadata) value.Value { return value.OfBool(p.dynamic()) }),
			row("Aliases", nil, func(p *parameterMetadata) value.Value { return textList(p.parameter().Aliases) }),
			row("Attributes", nil, func(p *parameterMetadata) value.Value { return collection(p.attributes) }),
			row("SwitchParameter", value.TypeBool, func(p *parameterMetadata) value.Value {
				return value.OfBool(p.parameter().Type == value.TypeSwitchParameter)
			}),
		},
	}
	typeParameterSetMetadata.Members = &value.Members{Properties: []value.Property{
		flag("IsMandatory", func(m *bind.Membership) bool { return m.Mandatory }),
		row("Position", value.TypeInt32, func(s *parameterSetMetadata) value.Value { return value.OfInt(s.membership.Position) }),
		flag("ValueFromPipeline", func(m *bind.Membership) bool { return m.FromPipeline }),
		flag("ValueFromPipelineByPropertyName", func(m *bind.Membership) bool { return m.FromPipelineByName }),
		flag("ValueFromRemainingArguments", func(m *bind.Membership) bool { return m.FromRemaining }),
		text1("HelpMessage", func(s *parameterSetMetadata) string { return s.membership.HelpMessage }),
	}}
	typeParameterSetInfo.Members = &value.Members{Properties: []value.Property{
		text1("Name", func(s *parameterSetInfo) string { return s.name }),
		row("IsDefault", value.TypeBool, func(s *parameterSetInfo) value.Value { return value.OfBool(s.name == s.sig.DefaultSet) }),
		row("Parameters", nil, func(s *parameterSetInfo) value.Value {
			var out []value.Value
			for i := range s.sig.Params {
				if s.sig.InSet(i, s.name) {
					out = append(out, value.Of(&parameterInfo{set: s, index: i}))
				}
			}
			return collection(out)
		}),
	}}
	member := func(name string, get func(m bind.Membership) value.Value, typ *value.Type) value.Property {
		return row(name, typ, func(p *parameterInfo) value.Value { return get(p.membership()) })
	}
	boolean := func(name string, get func(m bind.Membership) bool) value.Property {
		return member(name, func(m bind.Membership) value.Value { return value.OfBool(get(m)) }, value.TypeBool)
	}
	typeParameterInfo.Members = &value.Members{Properties: []value.Property{
		text1("Name", func(p *parameterInfo) string { return p.set.sig.Params[p.index].Name }),
		row("ParameterType", value.TypeRuntimeType, func(p *parameterInfo) value.Value { return typeValue(p.set.sig.Params[p.index].Type) }),
		boolean("IsMandatory", func(m bind.Membership) bool { return m.Mandatory }),
		row("IsDynamic", value.TypeBool, func(p *parameterInfo) value.Value { return value.OfBool(p.set.sig.IsDynamic(p.index)) }),
		member("Position", func(m bind.Membership) value.Value { return value.OfInt(m.Position) }, value.TypeInt32),
		boolean("ValueFromPipeline", func(m bind.Membership) bool { return m.FromPipeline }),
		boolean("ValueFromPipelineByPropertyName", func(m bind.Membership) bool { return m.FromPipelineByName }),
		boolean("ValueFromRemainingArguments", func(m bind.Membership) bool { return m.FromRemaining }),
		member("HelpMessage", func(m bind.Membership) value.Value { return value.OfString(m.HelpMessage) }, value.TypeString),
		row("Aliases", nil, func(p *parameterInfo) value.Value { return textList(p.set.sig.Params[p.index].Aliases) }),
		row("Attributes", nil, func(p *parameterInfo) value.Value { return collection(declaredAttributes(p.set.sig, p.index)) }),
	}}
}

// membership is what the parameter is in the set.
func (p *parameterInfo) membership() bind.Membership {
	for _, m := range p.set.sig.Params[p.index].Sets {
		if m.Set == "" || m.Set == p.set.name {
			return m
		}
	}
	return bind.Membership{Position: bind.NoPosition}
}

// declaredAttributes are the attributes that the declaration of a cmdlet's parameter amounts to.
func declaredAttributes(sig *bind.Signature, i int) []value.Value {
	d := &sig.Params[i]
	var out []value.Value
	add := func(kind string, args ...value.Value) { out = append(out, value.Of(kindNamed(kind).construct(args))) }
	list := d.Sets
	if len(list) == 0 {
		list = []bind.Membership{{Position: bind.NoPosition}}
	}
	for _, m := range list {
		out = append(out, value.Of(membershipAttribute(m)))
	}
	if len(d.Aliases) > 0 {
		add("Alias", textList(d.Aliases))
	}
	for _, v := range d.Validate {
		switch v := v.(type) {
		case *bind.ValidateSet:
			add("ValidateSet", textList(v.Values))
		case *bind.ValidateRange:
			add("ValidateRange", v.Min, v.Max)
		case bind.ValidateNotNull:
			add("ValidateNotNull")
		case bind.ValidateNotNullOrEmpty:
			add("ValidateNotNullOrEmpty")
		}
	}
	for _, x := range [...]struct {
		on   bool
		kind string
	}{{d.AllowNull, "AllowNull"}, {d.AllowEmptyString, "AllowEmptyString"}, {d.AllowEmptyCollection, "AllowEmptyCollection"}} {
		if x.on {
			add(x.kind)
		}
	}
	return out
}

func membershipAttribute(m bind.Membership) *attributeObject {
	a := kindNamed("Parameter").newAttribute()
	set := func(name string, v value.Value) {
		for i, f := range a.kind.fields {
			if f.name == name {
				a.values[i] = v
			}
		}
	}
	if m.Position != bind.NoPosition {
		set("Position", value.OfInt(m.Position))
	}
	if m.Set != "" {
		set("ParameterSetName", value.OfString(m.Set))
	}
	set("Mandatory", value.OfBool(m.Mandatory))
	set("ValueFromPipeline", value.OfBool(m.FromPipeline))
	set("ValueFromPipelineByPropertyName", value.OfBool(m.FromPipelineByName))
	set("ValueFromRemainingArguments", value.OfBool(m.FromRemaining))
	if m.HelpMessage != "" {
		set("HelpMessage", value.OfString(m.HelpMessage))
	}
	return a
}

// attributesOf are the attributes of a function's parameter as it was written, the last first; a type stands as a converter behind
// them, and a parameter without [Parameter()] has one of its own.
func (p *parameterPlan) attributesOf(f *Frame, q *plannedParameter, position int) []value.Value {
	var out []value.Value
	typed, declared := false, false
	for i := len(q.decl.Attributes) - 1; i >= 0; i-- {
		switch a := q.decl.Attributes[i].(type) {
		case *ast.TypeConstraint:
			typed = true
		case *ast.Attribute:
			o, err := p.object(f, a)
			if err != nil || o == nil {
				continue
			}
			declared = declared || o.kind.name == "Parameter"
			out = append(out, value.Of(o))
		}
	}
	if !declared {
		out = append(out, value.Of(membershipAttribute(bind.Membership{Position: position})))
	}
	if typed {
		out = append(out, value.Of(kindNamed("ArgumentTypeConverter").newAttribute()))
	}
	return out
}

// object is an attribute of the source as an object, nil for one that a script's class defines.
func (p *parameterPlan) object(f *Frame, a *ast.Attribute) (*attributeObject, error) {
	kind := kindNamed(a.TypeName.Name)
	if kind == nil {
		return nil, nil
	}
	var args []value.Value
	for _, e := range a.PositionalArguments {
		v, err := p.constant(f, e)
		if err != nil {
			return nil, err
		}
		args = append(args, v)
	}
	o := kind.construct(args)
	for _, n := range a.NamedArguments {
		v, err := p.constant(f, n.Argument)
		if err != nil {
			return nil, err
		}
		if err := f.setProperty(value.Of(o), n.ArgumentName, v); err != nil {
			return nil, err
		}
	}
	return o, nil
}
