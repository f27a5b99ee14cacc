package runtime

import (
	"rehearse/runtime/value"
)

// DynamicModule is a module for a script block; without a name it gets one of its own.
func (c *Call) DynamicModule(name string) *Module {
	if name == "" {
		name = c.frame.dynamicName()
	}
	m := NewModule(name)
	m.Path = name
	return m
}

// dynamicName is the name of a module that nobody named.
func (e *Engine) dynamicName() string {
	e.dynamic++
	return "__DynamicModule_" + value.ToString(value.OfInt64(e.dynamic))
}

// ImportDynamic makes the functions of a dynamic module commands; Get-Module lists it only once it is imported.
func (c *Call) ImportDynamic(m *Module) error {
	if err := c.importMembers(m, &ImportOptions{Unchecked: true}); err != nil {
		return err
	}
	c.frame.modules.remove(m)
	c.frame.modulesOf(c.frame.scope).remove(m)
	return nil
}

// ImportMembers imports the members of a module that is there.
func (c *Call) ImportMembers(m *Module, o ImportOptions) error { return c.importMembers(m, &o) }

// ModuleObject is a module as an object: its functions are methods, its variables properties.
func (c *Call) ModuleObject(m *Module) (value.Value, error) {
	o := value.NewCustom()
	for _, n := range m.exports.variables {
		v, err := c.ParseBlock("${" + n + "}")
		if err != nil {
			return value.NullValue, err
		}
		w, err := c.ParseBlock("param($value) ${script:" + n + "} = $value")
		if err != nil {
			return value.NullValue, err
		}
		o.Add(n, value.ScriptProperty, value.Of(&value.ScriptPropertyDef{Getter: value.Of(m.bind(v)), Setter: value.Of(m.bind(w))}))
	}
	for _, f := range m.exports.functions {
		o.Add(f.Name, value.ScriptMethod, value.Of(f.Block))
	}
	return value.Of(o), nil
}

// AvailableModules are the modules that could be imported: those of the folders of PSModulePath and the compiled ones.
func (c *Call) AvailableModules(names []string) ([]*Module, error) {
	out := append([]*Module(nil), c.CompiledModules()...)
	for _, n := range names {
		file, err := c.findModule(n, &ImportOptions{})
		if err != nil || file == "" {
			continue
		}
		m := c.frame.loaded.at(c, file)
		if m == nil {
			if m, err = c.describeModule(file); err != nil {
				return nil, err
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// describeModule is a module that is not loaded: what its manifest says.
func (c *Call) describeModule(file string) (*Module, error) {
	m := NewModule(moduleName(file))
	m.Path, m.Base = file, c.frame.folderOf(file)
	if len(file) > 5 && value.EqualFold(file[len(file)-5:], ".psd1") {
		d, err := c.ReadManifest(m.Name, file)
		if err != nil {
			return nil, err
		}
		m.Manifest, m.manifestFile = d, file
		m.Version = m.entry("ModuleVersion")
		if m.entry("RootModule") == "" {
			m.Kind = ManifestModule
		}
	}
	return m, nil
}

// moduleName is a file's name without folder and extension.
func moduleName(file string) string {
	base := file[lastSeparator(file)+1:]
	for i := len(base) - 1; i > 0; i-- {
		if base[i] == '.' {
			return base[:i]
		}
	}
	return base
}

// Fits tells whether the module has a version that is asked for.
func (m *Module) Fits(c *Call, o *ImportOptions) bool { return m.fits(c, o) }
