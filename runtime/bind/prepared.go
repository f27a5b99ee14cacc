package bind

import (
	"slices"
	"sync"

	"rehearse/runtime/value"
)

// AllParameterSets is the name of the set that a command without parameter sets uses.
const AllParameterSets = "__AllParameterSets"

// maxSets is the number of parameter sets that a command may declare.
const maxSets = 32

// prepared are the look-up tables of a Signature.
type prepared struct {
	once sync.Once
	err  error

	own       int             // Params[:own] are declared, then come the common ones, then dynamic ones
	dynamicAt int             // Params[dynamicAt:] are dynamic parameters
	names     value.NameIndex // names and aliases
	owners    []int16         // by position in names: the parameter
	facts     []facts
	defaults  []value.Value // what the declared parameters hold while unbound

	sets       []string // by bit
	everySet   uint32
	defaultSet uint32 // the bit of DefaultSet, 0 for none
	positions  []position
	implicit   bool    // positions follow from the order of declaration
	remaining  []int16 // parameters with ValueFromRemainingArguments
	pipeline   []int16 // parameters that can be bound from the pipeline, in order of declaration
	mandatory  []int16 // parameters that are mandatory in some set
}

// facts are the memberships of a parameter as bit masks over the sets.
type facts struct {
	sets      uint32 // every set for a parameter outside all sets
	mandatory uint32
	byValue   uint32
	byName    uint32
	remaining uint32
	common    commonParameter
	isSwitch  bool
	isBool    bool
	compiled  bool // conversion errors have the form of cmdlets: common, dynamic and cmdlet parameters
	simple    bool // nothing to transform, convert, validate or check
	exact     bool // of the argument's very type it needs nothing but conversion
	delayable bool // a script block as argument is run for each pipeline object
}

// position is one position with the parameters that can stand there.
type position struct {
	number     int
	candidates []candidate
	conflict   bool // two of them share a set
}

type candidate struct {
	param int16
	sets  uint32
}

// Prepare checks the declaration and makes the look-up tables; Bind calls it when need be. It appends the common parameters to
// Params of an advanced command. The error, which every later call returns too, is a *value.Exception for a declaration that
// PowerShell refuses (README section 8, the metadata errors), or an *Error if it is shown with the command's name.
func (s *Signature) Prepare() error {
	s.once.Do(func() {
		s.own = len(s.Params)
		if s.Advanced || s.Cmdlet {
			s.Params = append(slices.Clip(s.Params), commonParameters...)
			if s.SupportsShouldProcess {
				s.Params = append(s.Params, shouldProcessParameters...)
			}
			if s.SupportsPaging {
				s.Params = append(s.Params, pagingParameters...)
			}
		}
		s.dynamicAt = len(s.Params)
		s.err = s.build()
	})
	return s.err
}

// Own is the number of declared parameters; those of Params behind it are common or dynamic.
func (s *Signature) Own() int {
	if s.Prepare() != nil {
		return len(s.Params)
	}
	return s.own
}

// SetNames are the names of the parameter sets in order, the default set first.
func (s *Signature) SetNames() []string {
	if s.Prepare() != nil {
		return nil
	}
	return s.sets
}

// InSet tells whether parameter i belongs to a set of that name.
func (s *Signature) InSet(i int, set string) bool {
	if s.Prepare() != nil {
		return false
	}
	b := slices.Index(s.sets, set)
	return b >= 0 && s.facts[i].sets&(1<<b) != 0
}

// Find is the index of the parameter with that exact name or alias (any case), or -1.
func (s *Signature) Find(name string) int {
	if s.Prepare() != nil {
		return -1
	}
	if i := s.names.Find(name); i >= 0 {
		return int(s.owners[i])
	}
	return -1
}

func (s *Signature) build() error {
	if err := s.indexNames(); err != nil {
		return err
	}
	s.indexSets()
	s.facts = make([]facts, len(s.Params))
	for i := range s.Params {
		s.describe(i)
	}
	s.indexPositions()
	s.defaults = make([]value.Value, s.own)
	for i := range s.defaults {
		s.defaults[i] = s.unbound(&s.Params[i])
	}
	return nil
}

// indexNames enters names and aliases, and refuses those that clash.
func (s *Signature) indexNames() error {
	for i := range s.Params {
		if !s.enter(s.Params[i].Name, i) {
			e := metadataError(IDNameExists, "A parameter with the name '"+s.clashing(i)+"' was defined multiple times for the command.")
			if i >= s.own && i < s.dynamicAt {
				return &Error{Exception: e, Name: true}
			}
			return e
		}
	}
	for i := range s.Params {
		for _, a := range s.Params[i].Aliases {
			if s.enter(a, i) {
				continue
			}
			other := int(s.owners[s.names.Find(a)])
			switch {
			case other != i && value.EqualFold(s.Params[other].Name, a):
				return metadataError(IDNameConflictsWithAlias, "The parameter '"+s.Params[other].Name+
					"' cannot be specified because it conflicts with the parameter alias of the same name for parameter '"+s.Params[i].Name+"'.")
			case i >= s.own && i < s.dynamicAt:
				return metadataError(IDAliasExists, "The parameter alias cannot be specified because an alias with the name '"+a+
					"' was already defined multiple times for the command.")
			case !value.EqualFold(s.Params[i].Name, a):
				return metadataError(IDAliasDeclaredTwice, "The alias \""+a+"\" is declared multiple times.")
			}
		}
	}
	return nil
}

// clashing is the name under which the parameter that clashes with parameter i was declared first.
func (s *Signature) clashing(i int) string {
	return s.Params[s.owners[s.names.Find(s.Params[i].Name)]].Name
}

func (s *Signature) enter(name string, param int) bool {
	if n := s.names.Len(); s.names.Add(name) < n {
		return false
	}
	s.owners = append(s.owners, int16(param))
	return true
}

// indexSets numbers the parameter sets. Their names are case-sensitive (README section 5).
func (s *Signature) indexSets() {
	if s.DefaultSet != "" && s.DefaultSet != AllParameterSets {
		s.sets = append(s.sets, s.DefaultSet)
		s.defaultSet = 1
	}
	for i := range s.Params {
		for _, m := range s.Params[i].Sets {
			if m.Set != "" && m.Set != AllParameterSets && len(s.sets) < maxSets && !slices.Contains(s.sets, m.Set) {
				s.sets = append(s.sets, m.Set)
			}
		}
	}
	if len(s.sets) == 0 {
		s.sets = []string{AllParameterSets}
	}
	s.everySet = uint32(1<<len(s.sets) - 1)
}

// bits is the mask of the sets that a membership names.
func (s *Signature) bits(m *Membership) uint32 {
	if m.Set == "" || m.Set == AllParameterSets {
		return s.everySet
	}
	return 1 << max(slices.Index(s.sets, m.Set), 0)
}

// describe fills in the facts about parameter i.
func (s *Signature) describe(i int) {
	p, f := &s.Params[i], &s.facts[i]
	for j := range p.Sets {
		m := &p.Sets[j]
		b := s.bits(m)
		f.sets |= b
		if m.Mandatory {
			f.mandatory |= b
		}
		if m.FromPipeline {
			f.byValue |= b
		}
		if m.FromPipelineByName {
			f.byName |= b
		}
		if m.FromRemaining {
			f.remaining |= b
		}
	}
	if len(p.Sets) == 0 {
		f.sets = s.everySet
	}
	f.isSwitch = p.Type == value.TypeSwitchParameter
	f.isBool = p.Type == value.TypeBool
	f.compiled = s.Cmdlet || i >= s.own
	anything := p.Type == nil || p.Type == value.TypeObject || p.Type == value.TypePSObject || p.Type == value.TypePSCustomObject
	checked := len(p.Transform) > 0 || len(p.Validate) > 0 || f.mandatory != 0 || p.Obsolete != ""
	f.simple = anything && !checked
	f.exact = !anything && !checked && p.Type.Elem == nil
	f.delayable = (f.byValue|f.byName) != 0 && !anything && !holdsBlocks(p.Type)
	if i >= s.own && i < s.dynamicAt {
		f.common = commonParameter(p.common)
	}
	if f.remaining != 0 {
		s.remaining = append(s.remaining, int16(i))
	}
	if f.byValue|f.byName != 0 {
		s.pipeline = append(s.pipeline, int16(i))
	}
	if f.mandatory != 0 {
		s.mandatory = append(s.mandatory, int16(i))
	}
}

// holdsBlocks tells whether a script block is itself a value of the type, or an element of it.
func holdsBlocks(t *value.Type) bool {
	if t.Elem != nil {
		t = t.Elem
	}
	return t == value.TypeScriptBlock || t == value.TypeObject || t == value.TypePSObject
}

// indexPositions sorts the parameters by position (README section 4): explicit positions if there is one anywhere, else the order of
// declaration without switches. Parameters for remaining arguments never have one.
func (s *Signature) indexPositions() {
	explicit := false
	for i := range s.Params[:s.own] {
		for j := range s.Params[i].Sets {
			explicit = explicit || s.Params[i].Sets[j].Position != NoPosition
		}
	}
	s.implicit = !explicit && s.PositionalByDeclaration && !s.Cmdlet
	next := 0
	for i := range s.Params {
		p, f := &s.Params[i], &s.facts[i]
		if f.remaining != 0 {
			continue
		}
		if s.implicit && i < s.own {
			if !f.isSwitch {
				s.enterPosition(next, candidate{int16(i), f.sets})
				next++
			}
			continue
		}
		for j := range p.Sets {
			if m := &p.Sets[j]; m.Position != NoPosition {
				s.enterPosition(m.Position, candidate{int16(i), s.bits(m)})
			}
		}
	}
	slices.SortStableFunc(s.positions, func(a, b position) int { return a.number - b.number })
}

func (s *Signature) enterPosition(number int, c candidate) {
	for i := range s.positions {
		p := &s.positions[i]
		if p.number != number {
			continue
		}
		for j := range p.candidates {
			if p.candidates[j].param == c.param {
				p.candidates[j].sets |= c.sets
				return
			}
			p.conflict = p.conflict || p.candidates[j].sets&c.sets != 0
		}
		p.candidates = append(p.candidates, c)
		return
	}
	s.positions = append(s.positions, position{number: number, candidates: []candidate{c}})
}

// unbound is what a parameter without argument holds: its default, or the zero value of a number, text, [bool] or [switch]; everything
// else, and the text of a cmdlet, is $null (README section 9).
func (s *Signature) unbound(p *Parameter) value.Value {
	if !p.Default.IsNull() || p.Type == nil {
		return p.Default
	}
	switch p.Type {
	case value.TypeString:
		if !s.Cmdlet {
			return value.OfString("")
		}
	case value.TypeBool:
		return value.False
	case value.TypeSwitchParameter:
		return value.OfSwitch(false)
	case value.TypeDouble:
		return value.OfDouble(0)
	case value.TypeSingle:
		return value.OfSingle(0)
	}
	if p.Type.Flags&value.Numeric != 0 {
		if zero, err := value.Convert(value.OfInt(0), p.Type); err == nil {
			return zero
		}
	}
	return value.NullValue
}

// IsDynamic tells whether parameter i came from a dynamicparam block.
func (s *Signature) IsDynamic(i int) bool { return i >= s.dynamicAt }
