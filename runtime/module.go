package runtime

import (
	"rehearse/runtime/value"
)

// Module is a module: a session state of its own, whose root scope lies below the global one, with tables of what it lets others see.
// Its functions run in that state wherever they are called from (oracle/functions, section 15).
type Module struct {
	value.Extended
	Name string
	Path string // of the file that holds the code, "" for a module made of a block
	Base string // the folder of the file
	Kind ModuleKind
	// Manifest is the table of the .psd1 file, nil without one.
	Manifest     *value.Dictionary
	manifestFile string
	Version      string // "0.0" without a manifest
	Prefix       string // of -Prefix, which the exported names carry

	scope   *Scope
	classes *classTable // defined in the module's file
	nested  moduleTable // imported from within

	exports  exports
	explicit bool // Export-ModuleMember was called
	imports  []importedCommand
	onRemove value.Value
	compiled bool // its cmdlets are compiled in
}

// ModuleKind is the ModuleType of a module.
type ModuleKind int64

// The kinds of modules, with .NET's numbers.
const (
	ScriptModule ModuleKind = iota
	BinaryModule
	ManifestModule
)

// typeModuleKind is System.Management.Automation.ModuleType.
var typeModuleKind = value.NewEnum("System.Management.Automation.ModuleType", []string{"Script", "Binary", "Manifest", "Cim", "Workflow"}, []int64{0, 1, 2, 3, 4})

// TypeModule is System.Management.Automation.PSModuleInfo.
var TypeModule = &value.Type{Name: "PSModuleInfo", FullName: "System.Management.Automation.PSModuleInfo", Base: value.TypeObject}

// TypeOf is TypeModule.
func (*Module) TypeOf() *value.Type { return TypeModule }

// ToText is the module's name.
func (m *Module) ToText() string { return m.Name }

func moduleValue(m *Module) value.Value {
	if m == nil {
		return value.NullValue
	}
	return value.Of(m)
}

// moduleTable holds modules in the order they were imported.
type moduleTable struct{ list []*Module }

func (t *moduleTable) find(name string) *Module {
	for i := len(t.list) - 1; i >= 0; i-- {
		if value.EqualFold(t.list[i].Name, name) {
			return t.list[i]
		}
	}
	return nil
}

func (t *moduleTable) add(m *Module) {
	t.remove(m)
	t.list = append(t.list, m)
}

func (t *moduleTable) remove(m *Module) bool {
	for i, x := range t.list {
		if x == m {
			t.list = append(t.list[:i:i], t.list[i+1:]...)
			return true
		}
	}
	return false
}

// modulesOf is the table of the session state that a scope belongs to.
func (e *Engine) modulesOf(s *Scope) *moduleTable {
	if s.module != nil && s.module.scope != nil {
		return &s.module.nested
	}
	return e.modules
}

// classesHere are the classes that code in a scope defines: those of its module, else those of the session.
func (f *Frame) classesHere() *classTable {
	if m := f.scope.module; m != nil && m.classes != nil {
		return m.classes
	}
	return &f.Engine.classes
}

// scopeIn is the scope in which code of a module runs when it is called from here: the nearest caller's that belongs to the module, else
// the module's root. No module is the main session state.
func (f *Frame) scopeIn(m *Module) *Scope {
	for x := f; x != nil; x = x.up {
		if x.scope.module == m {
			return x.scope
		}
	}
	if m == nil || m.scope == nil {
		return f.scope.global
	}
	return m.scope
}

// seenFrom is f as seen from the session state that a block belongs to: blocks that are handed to a module's functions still run in their own.
func (f *Frame) seenFrom(b *ScriptBlock) *Frame {
	if b.module == f.scope.module {
		return f
	}
	s := f.scopeIn(b.module)
	g := *f
	g.scope, g.slots, g.up = s, s.slots, f
	return &g
}

// NewModule is a module without members yet.
func NewModule(name string) *Module {
	return &Module{Name: name, Version: "0.0", onRemove: value.NullValue, Kind: ScriptModule}
}

// Module is the module whose code the caller is, nil for the main session.
func (c *Call) Module() *Module { return c.frame.scope.module }

// Modules are the modules that the caller sees: those of its session state, then those of the main one.
func (c *Call) Modules() []*Module {
	own := c.frame.modulesOf(c.frame.scope)
	out := append([]*Module(nil), own.list...)
	if own != c.frame.modules {
		for _, m := range c.frame.modules.list {
			if own.find(m.Name) == nil {
				out = append(out, m)
			}
		}
	}
	return out
}
