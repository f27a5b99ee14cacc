package online

import (
	"encoding/json"
	"sort"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// Behavior is what a cmdlet of a catalogue does. Parameters are asked for by name through Args.
type Behavior struct {
	Name string
	// Run is the process part. It is nil with New.
	Run func(c *runtime.Call) error
	// New makes a command with state between objects.
	New func() runtime.Command
	// Absent names parameters that the catalogue has but that today's module has not: they cannot be bound (semantics, section 2).
	Absent []string
	// Adjust changes the declaration where the module's interface is known better than its documentation.
	Adjust func(c *runtime.Cmdlet)
}

// Catalog is the cmdlets of one module, declared by lines of JSON and made when they are first used.
type Catalog struct {
	text      string
	lines     map[string]string // by lower-cased name
	names     []string
	behaviors map[string]*Behavior
	list      func() []*Behavior
	generic   func(cmdlet string) *Behavior
	made      map[string]*runtime.Cmdlet
	function  bool
}

// NewCatalog reads nothing yet: text is looked at when a name is first asked for. list gives the behaviours that are written by hand,
// generic the one of another cmdlet or nil.
func NewCatalog(text string, function bool, list func() []*Behavior, generic func(cmdlet string) *Behavior) *Catalog {
	return &Catalog{text: text, list: list, generic: generic, function: function}
}

func (k *Catalog) open() {
	if k.lines != nil {
		return
	}
	k.lines = make(map[string]string, 700)
	k.made = map[string]*runtime.Cmdlet{}
	k.behaviors = map[string]*Behavior{}
	for _, b := range k.list() {
		k.behaviors[strings.ToLower(b.Name)] = b
	}
	const mark = `{"name":"`
	for line := range strings.Lines(k.text) {
		if !strings.HasPrefix(line, mark) {
			continue
		}
		name, _, ok := strings.Cut(line[len(mark):], `"`)
		if !ok {
			continue
		}
		k.names = append(k.names, name)
		k.lines[strings.ToLower(name)] = strings.TrimRight(line, ",\r\n")
	}
	sort.Strings(k.names)
}

// Names are the cmdlets of the module, sorted.
func (k *Catalog) Names() []string {
	k.open()
	return k.names
}

// Find is a cmdlet by name, nil if the module has none of that name.
func (k *Catalog) Find(name string) *runtime.Cmdlet {
	if !strings.Contains(name, "-") {
		return nil
	}
	k.open()
	key := strings.ToLower(name)
	if c := k.made[key]; c != nil {
		return c
	}
	row := k.row(key)
	if row == nil {
		return nil
	}
	c := k.declare(row)
	k.made[key] = c
	return c
}

// row is a line of the catalogue, nil if there is none of that lower-case name.
func (k *Catalog) row(key string) *catalogRow {
	line, ok := k.lines[key]
	if !ok {
		return nil
	}
	row := &catalogRow{}
	if err := json.Unmarshal([]byte(line), row); err != nil {
		return nil
	}
	return row
}

// Simulated tells whether a cmdlet of the catalogue has a behaviour.
func (k *Catalog) Simulated(name string) bool {
	k.open()
	row := k.row(strings.ToLower(name))
	return row != nil && k.behavior(row) != nil
}

// behavior is the one written by hand, else the generic one, which must not bring a retired cmdlet back to life.
func (k *Catalog) behavior(row *catalogRow) *Behavior {
	if b := k.behaviors[strings.ToLower(row.Name)]; b != nil {
		return b
	}
	if k.generic == nil || row.Retired != nil && (row.Retired.Status == "removed" || row.Retired.Status == "unsupported") {
		return nil
	}
	return k.generic(row.Name)
}

// catalogRow is a line of the catalogue; see its README for the fields.
type catalogRow struct {
	Name          string      `json:"name"`
	Verb          string      `json:"verb"`
	Noun          string      `json:"noun"`
	Module        string      `json:"module"`
	DefaultSet    string      `json:"defaultSet"`
	ShouldProcess bool        `json:"shouldProcess"`
	Outputs       []string    `json:"outputs"`
	Sets          []rowSet    `json:"sets"`
	Params        []rowParam  `json:"params"`
	Retired       *rowRetired `json:"retired"`
}

type rowSet struct {
	Name   string       `json:"name"`
	Params []rowSetItem `json:"params"`
}

type rowSetItem struct {
	Name     string `json:"p"`
	Required bool   `json:"req"`
	Position *int   `json:"pos"`
	ByValue  bool   `json:"pv"`
	ByName   bool   `json:"pn"`
}

type rowParam struct {
	Name       string   `json:"name"`
	Kind       string   `json:"kind"`
	Array      bool     `json:"array"`
	List       bool     `json:"listModifier"`
	Aliases    []string `json:"aliases"`
	Values     []any    `json:"values"`
	ValuesFrom string   `json:"valuesFrom"`
}

type rowRetired struct {
	Status      string   `json:"status"`
	Replacement []string `json:"replacement"`
}

// declare makes the runtime's declaration of a row.
func (k *Catalog) declare(row *catalogRow) *runtime.Cmdlet {
	b := k.behavior(row)
	c := &runtime.Cmdlet{Module: row.Module, Function: k.function, Outputs: row.Outputs}
	c.Command, c.TypeName, c.Cmdlet = row.Name, row.Name, true
	c.DefaultSet = row.DefaultSet
	c.SupportsShouldProcess = row.ShouldProcess
	c.ConfirmImpact = 2
	if c.DefaultSet == "__AllParameterSets" {
		c.DefaultSet = ""
	}
	for i := range row.Params {
		p := &row.Params[i]
		if b != nil && has(b.Absent, p.Name) {
			continue
		}
		if strings.EqualFold(p.Name, "WhatIf") || strings.EqualFold(p.Name, "Confirm") {
			c.SupportsShouldProcess = true
			continue
		}
		d := bind.Parameter{Name: p.Name, Aliases: p.Aliases, Type: typeOf(p), AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true}
		if p.ValuesFrom != "text" {
			for _, v := range p.Values {
				if s, ok := v.(string); ok {
					d.Values = append(d.Values, s)
				}
			}
		}
		for _, s := range row.Sets {
			for _, item := range s.Params {
				if item.Name != p.Name {
					continue
				}
				m := bind.Membership{Set: s.Name, Mandatory: item.Required, Position: bind.NoPosition, FromPipeline: item.ByValue, FromPipelineByName: item.ByName}
				if m.Set == "__AllParameterSets" || len(row.Sets) == 1 {
					m.Set = ""
				}
				if item.Position != nil {
					m.Position = *item.Position
				}
				d.Sets = append(d.Sets, m)
			}
		}
		if len(d.Sets) == 0 {
			d.Sets = []bind.Membership{{Position: bind.NoPosition}}
		}
		c.Params = append(c.Params, d)
	}
	switch {
	case b == nil:
		retired := row.Retired
		c.New = runtime.Run(func(call *runtime.Call) error { return notSimulated(call, retired) })
	case b.New != nil:
		c.New = b.New
	default:
		c.New = runtime.Run(b.Run)
	}
	if b != nil && b.Adjust != nil {
		b.Adjust(c)
	}
	return c
}

func has(list []string, name string) bool {
	for _, x := range list {
		if strings.EqualFold(x, name) {
			return true
		}
	}
	return false
}

// typeOf is the type of a catalogue parameter. Lists that take Add/Remove tables, and types that only the module knows, take anything.
func typeOf(p *rowParam) *value.Type {
	var t *value.Type
	switch p.Kind {
	case "string":
		t = value.TypeString
	case "bool":
		t = value.TypeBool
	case "switch":
		return value.TypeSwitchParameter
	case "int":
		t = value.TypeInt32
	case "long":
		t = value.TypeInt64
	case "double":
		t = value.TypeDouble
	case "datetime":
		t = value.TypeDateTime
	case "timespan":
		t = value.TypeTimeSpan
	case "hashtable":
		t = value.IfaceDictionary
	case "enum":
		t = value.TypeString
	case "guid", "uri":
		t = resolved(p.Kind)
	}
	if p.List || t == nil {
		return nil
	}
	if p.Array {
		return value.ArrayOf(t)
	}
	return t
}

func resolved(name string) *value.Type {
	t, ok := dotnet.Resolve(name, nil)
	if !ok {
		return nil
	}
	return t
}

// notSimulated is the honest refusal of a cmdlet without behaviour.
func notSimulated(c *runtime.Call, retired *rowRetired) error {
	text := "rehearse does not simulate " + c.Name() + " yet; nothing was changed."
	if retired != nil && len(retired.Replacement) > 0 {
		text += " The cmdlet is " + retired.Status + "; use " + strings.Join(retired.Replacement, ", ") + "."
	}
	if s := Of(c); s != nil && s.Loose {
		return c.Warning(text)
	}
	return value.Throw(value.NotSupportedException, "NotSimulated", text+" Run with --loose to go on with a warning.").With(value.NotImplemented, value.NullValue)
}

// Modules are the names of the modules that the catalogue's cmdlets belong to; the parts of a family have the family's name too, as
// Microsoft.Graph has for Microsoft.Graph.Users.
func (k *Catalog) Modules() []string {
	const mark = `"module":"`
	var names []string
	add := func(name string) {
		if !has(names, name) {
			names = append(names, name)
		}
	}
	for line := range strings.Lines(k.text) {
		_, rest, ok := strings.Cut(line, mark)
		if !ok || !strings.HasPrefix(line, `{"name":"`) {
			continue
		}
		name, _, _ := strings.Cut(rest, `"`)
		if parts := strings.Split(name, "."); len(parts) > 2 {
			add(parts[0] + "." + parts[1])
		}
		add(name)
	}
	return names
}

// ParameterNotSimulated is the honest refusal of a parameter without effect in the simulation.
func ParameterNotSimulated(c *runtime.Call, parameter string) error {
	text := "rehearse does not simulate -" + parameter + " of " + c.Name() + " yet; nothing was changed."
	if s := Of(c); s != nil && s.Loose {
		return c.Warning(text)
	}
	return value.Throw(value.NotSupportedException, "NotSimulated", text+" Run with --loose to go on with a warning.").With(value.NotImplemented, value.NullValue)
}
