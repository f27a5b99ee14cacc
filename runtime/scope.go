package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// slotTable is the static list of variables of one body: its parameters and every name assigned in it. All scopes that a body
// opens share it, so a name's slot is known when the body is compiled.
type slotTable struct {
	value.NameIndex
}

// Scope is one PowerShell scope: global, module, script, function or block. Variables are found through the chain of parents,
// which is the chain of callers: PowerShell scopes are dynamic.
type Scope struct {
	table  *slotTable
	slots  []value.Value
	infos  []*variableInfo // per slot, nil while no variable of the scope has attributes
	shared bool            // infos belongs to the body's declaration: copy before changing it
	extra  *dynamicNames   // variables whose names are not in table
	parent *Scope
	script *Scope // the scope that $script: names: the nearest script, module or global scope; may be the scope itself
	global *Scope

	functions *commandTable // defined in this scope
	aliases   *commandTable
	drives    *driveTable
	module    *Module // the module whose session state this scope belongs to, nil for the main one
	depth     int32
	strict    strictVersion // Set-StrictMode in this scope; strictUnset looks at the parent
}

// strictVersion is the version that Set-StrictMode asked for.
type strictVersion int8

const (
	strictUnset strictVersion = iota
	strictOff
	strict1
	strict2
	strict3 // 3.0 and Latest
)

// dynamicNames are variables made at run time by names that the body does not mention: Set-Variable, dot-sourcing, -OutVariable.
type dynamicNames struct {
	value.NameIndex
	values []value.Value
	infos  []*variableInfo
}

// variableInfo is what a variable has beyond its value.
type variableInfo struct {
	Options     VariableOptions
	Type        *value.Type // a type constraint, nil for none
	Validate    []bind.Validator
	Transform   []bind.Transformer
	Description string
	parameter   bool // of a function: what does not convert is no error of the variable
	// Get and Set make a variable that is computed, such as $? or $MaximumHistoryCount; nil for a plain one.
	Get func(f *Frame) value.Value
	Set func(f *Frame, v value.Value) error
}

// VariableOptions are ScopedItemOptions.
type VariableOptions uint8

// The options of variables, functions and aliases, with .NET's numbers.
const (
	OptionReadOnly VariableOptions = 1 << iota
	OptionConstant
	OptionPrivate
	OptionAllScope
	OptionUnspecified
)

// newScope opens a scope below parent for a body with this table.
func newScope(table *slotTable, parent *Scope) *Scope {
	s := &Scope{}
	s.open(table, parent, nil)
	return s
}

// open makes s a scope below parent; its variables stand in room if they fit.
func (s *Scope) open(table *slotTable, parent *Scope, room []value.Value) {
	s.table, s.parent = table, parent
	if n := table.Len(); n > 0 {
		if s.slots = room; n <= len(room) {
			s.slots = room[:n:n]
		} else {
			s.slots = make([]value.Value, n)
		}
		for i := range s.slots {
			s.slots[i] = value.Unset
		}
	}
	if parent != nil {
		s.script, s.global, s.module, s.depth = parent.script, parent.global, parent.module, parent.depth+1
	}
}

// adopt gives every name of the scope's table a slot, after names were added to it, and moves variables there that had none. No body
// may be running over the scope.
func (s *Scope) adopt() {
	for len(s.slots) < s.table.Len() {
		s.slots = append(s.slots, value.Unset)
		if s.infos != nil {
			s.infos = append(s.infos, nil)
		}
	}
	if s.extra == nil {
		return
	}
	for i, n := range s.extra.Names() {
		if j := s.table.Find(n); j >= 0 && !s.extra.values[i].IsUnset() {
			from, to := location{s, i, true}, location{s, j, false}
			to.set(from.get())
			to.setInfo(from.info())
			from.remove()
		}
	}
}

// location is a place where a variable lives: a slot or a dynamic name of a scope.
type location struct {
	scope   *Scope
	index   int
	dynamic bool
}

func (l location) valid() bool { return l.scope != nil }

// name is the variable's name as it was first written.
func (l location) name() string {
	if l.dynamic {
		return l.scope.extra.Names()[l.index]
	}
	return l.scope.table.Names()[l.index]
}

func (l location) get() value.Value {
	if l.dynamic {
		return l.scope.extra.values[l.index]
	}
	return l.scope.slots[l.index]
}

func (l location) set(v value.Value) {
	if l.dynamic {
		l.scope.extra.values[l.index] = v
		return
	}
	l.scope.slots[l.index] = v
}

func (l location) info() *variableInfo {
	if l.dynamic {
		return l.scope.extra.infos[l.index]
	}
	if l.scope.infos == nil {
		return nil
	}
	return l.scope.infos[l.index]
}

func (l location) setInfo(i *variableInfo) {
	if l.dynamic {
		l.scope.extra.infos[l.index] = i
		return
	}
	s := l.scope
	switch {
	case s.infos == nil && i == nil:
		return
	case s.infos == nil:
		s.infos = make([]*variableInfo, len(s.slots))
	case s.shared:
		s.infos = append([]*variableInfo(nil), s.infos...)
	}
	s.shared = false
	s.infos[l.index] = i
}

// plain tells whether slot i holds a variable without type, options or validation.
func (s *Scope) plain(i int) bool { return s.infos == nil || s.infos[i] == nil }

// own finds a variable in this scope only.
func (s *Scope) own(name string, hash uint32) location {
	if i := s.table.FindHash(name, hash); i >= 0 && !s.slots[i].IsUnset() {
		return location{s, i, false}
	}
	if s.extra != nil {
		if i := s.extra.FindHash(name, hash); i >= 0 && !s.extra.values[i].IsUnset() {
			return location{s, i, true}
		}
	}
	return location{}
}

// find looks a variable up through the callers. Private variables are seen in their own scope only.
func (s *Scope) find(name string, hash uint32) location {
	for x := s; x != nil; x = x.parent {
		if l := x.own(name, hash); l.valid() {
			if x != s {
				if i := l.info(); i != nil && i.Options&OptionPrivate != 0 {
					continue
				}
			}
			return l
		}
	}
	return location{}
}

// place is the location of a variable in this scope, made (unset) if it is not there.
func (s *Scope) place(name string, hash uint32) location {
	if i := s.table.FindHash(name, hash); i >= 0 {
		return location{s, i, false}
	}
	if s.extra == nil {
		s.extra = &dynamicNames{}
	}
	i := s.extra.Add(name)
	if i == len(s.extra.values) {
		s.extra.values = append(s.extra.values, value.Unset)
		s.extra.infos = append(s.extra.infos, nil)
	}
	return location{s, i, true}
}

// remove forgets a variable of this scope.
func (l location) remove() {
	l.set(value.Unset)
	l.setInfo(nil)
}

// up is the scope n levels above, the global scope if there are fewer; false if n is negative.
func (s *Scope) up(n int) (*Scope, bool) {
	if n < 0 {
		return nil, false
	}
	for ; n > 0 && s.parent != nil; n-- {
		s = s.parent
	}
	return s, n == 0
}

// each yields the variables of this scope in the order they were made known.
func (s *Scope) each(yield func(name string, l location) bool) {
	for i, n := range s.table.Names() {
		if !s.slots[i].IsUnset() && !yield(n, location{s, i, false}) {
			return
		}
	}
	if s.extra == nil {
		return
	}
	for i, n := range s.extra.Names() {
		if !s.extra.values[i].IsUnset() && !yield(n, location{s, i, true}) {
			return
		}
	}
}

func (s *Scope) strictMode() strictVersion {
	for x := s; x != nil; x = x.parent {
		if x.strict != strictUnset {
			return x.strict
		}
	}
	return strictOff
}
