package runtime

import (
	"path"
	"strings"

	"rehearse/parser"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// ImportModule loads the module that a name or path means, unless it is there already, and imports its members.
func (c *Call) ImportModule(name string, o ImportOptions) (*Module, error) {
	file, err := c.findModule(name, &o)
	if err != nil {
		return nil, err
	}
	if file == "" {
		if m := c.compiledModule(name); m != nil && m.fits(c, &o) {
			return m, c.importMembers(m, &o)
		}
		return nil, moduleNotFound(name, &o)
	}
	old := c.frame.loaded.at(c, file)
	if old != nil && !o.Force {
		if !old.fits(c, &o) {
			return nil, moduleNotFound(name, &o)
		}
		return old, c.importMembers(old, &o)
	}
	if old != nil {
		if err := c.RemoveModule(old); err != nil {
			return nil, err
		}
	}
	m, err := c.loadModule(name, file, &o)
	if err != nil {
		return nil, err
	}
	if !m.fits(c, &o) {
		return nil, moduleNotFound(name, &o)
	}
	c.frame.loaded.add(m)
	return m, c.importMembers(m, &o)
}

// moduleNotFound is the error of a module that is not there, or not in the version asked for.
func moduleNotFound(name string, o *ImportOptions) *value.Exception {
	id, with := "Modules_ModuleNotFound", ""
	for _, v := range []string{o.RequiredVersion, o.MinimumVersion, o.MaximumVersion} {
		if v != "" && with == "" {
			id, with = "Modules_ModuleWithVersionNotFound", " with version '"+v+"'"
		}
	}
	return value.Throw(value.FileNotFoundException, id, "The specified module '"+name+"'"+with+
		" was not loaded because no valid module file was found in any module directory.").With(value.ResourceUnavailable, value.OfString(name))
}

// at is the loaded module of a file.
func (t *moduleTable) at(c *Call, file string) *Module {
	for _, m := range t.list {
		if m.Path == file || c.Host().Platform == host.Windows && value.EqualFold(m.Path, file) || m.manifestPath() == file {
			return m
		}
	}
	return nil
}

// loadModule runs the file of a module: a script module, a manifest, or a plain script.
func (c *Call) loadModule(name, file string, o *ImportOptions) (*Module, error) {
	if err := c.Verbose("Loading module from path '" + file + "'."); err != nil {
		return nil, err
	}
	ext := strings.ToLower(path.Ext(file))
	m := NewModule(moduleName(file))
	m.Path, m.Base = file, c.frame.folderOf(file)
	switch ext {
	case ".psd1":
		return m, c.loadManifest(m, file, o)
	case ".ps1":
		b, err := c.moduleFile(name, file)
		if err != nil {
			return nil, err
		}
		return m, c.dotSource(b, o.Arguments)
	}
	if err := c.loadScriptModule(name, m, file, o.Arguments); err != nil {
		return nil, err
	}
	return m, c.announceExports(m)
}

// announceExports finishes the exports: without Export-ModuleMember all functions and aliases go out.
func (c *Call) announceExports(m *Module) error {
	if !m.explicit {
		if err := m.export(Patterns{Functions: []string{"*"}, Aliases: []string{"*"}}); err != nil {
			return err
		}
	}
	for _, f := range m.exports.functions {
		if err := c.Verbose("Exporting function '" + f.Name + "'."); err != nil {
			return err
		}
	}
	for _, v := range m.exports.variables {
		if err := c.Verbose("Exporting variable '" + v + "'."); err != nil {
			return err
		}
	}
	for _, a := range m.exports.aliases {
		if err := c.Verbose("Exporting alias '" + a.Name + "'."); err != nil {
			return err
		}
	}
	return nil
}

// moduleFile parses a file of a module. What does not parse is shown as an error of its own, and the module then counts as missing.
func (c *Call) moduleFile(name, file string) (*ScriptBlock, error) {
	text, err := c.frame.readScript(file)
	if err != nil {
		return nil, err
	}
	src := &source{parser.NewSource(file, text)}
	tree, errs := parseScript(src)
	if len(errs) > 0 {
		if err := c.WriteError(parseFailed(src, errs)); err != nil {
			return nil, err
		}
		return nil, moduleNotFound(name, &ImportOptions{})
	}
	b := newScriptBlock(tree, src, c.frame.scope.module)
	b.file = true
	return b, nil
}

// loadScriptModule runs a .psm1 file in the session state of a new module; what it writes to the output is dropped.
func (c *Call) loadScriptModule(name string, m *Module, file string, args []value.Value) error {
	b, err := c.moduleFile(name, file)
	if err != nil {
		return err
	}
	b.module = m
	m.classes = &classTable{}
	return c.runModule(m, b, args, discard{})
}

// LoadBlock makes a module of a script block, as New-Module does; the output of the block goes to out.
func (c *Call) LoadBlock(m *Module, b *ScriptBlock, args []value.Value, members Patterns, out Sink) error {
	own := *b
	own.module, own.closure, own.file = m, nil, false
	if err := c.runModule(m, &own, args, out); err != nil {
		return err
	}
	switch {
	case members.any():
		return m.export(members)
	case !m.explicit:
		return m.export(Patterns{Functions: []string{"*"}})
	}
	return nil
}

// runModule runs a body as the root scope of a module. An error that ends it is one of the command that loads it.
func (c *Call) runModule(m *Module, b *ScriptBlock, args []value.Value, out Sink) error {
	run := &pipelineRun{frame: c.frame, stopper: -1}
	list := make([]bind.Argument, len(args))
	for i, a := range args {
		list[i] = bind.Argument{HasValue: true, Value: a}
	}
	header := ""
	if b.file {
		header = host.Base(c.Host().Platform, b.source.FileName())
	}
	base := stageBase{frame: c.frame, run: run, args: list, next: out, streams: c.stream}
	if c.stage != nil {
		base.plan = c.stage.plan
	}
	s, err := newFunctionStage(base, b, nil, header)
	if err != nil {
		return err
	}
	s.inside, s.loading = false, m
	run.stages = []stage{s}
	err = runAlone(run, s, value.BlockInput{Under: value.Unset})
	if e := run.dispose(1); err == nil {
		err = e
	}
	if r, ok := err.(*value.ErrorRecord); ok {
		here := *r
		here.Invocation, here.Thrown = c.info, false
		return &here
	}
	return err
}

// dotSource runs a script in the scope that gets a module's members.
func (c *Call) dotSource(b *ScriptBlock, args []value.Value) error {
	list := make([]bind.Argument, len(args))
	for i, a := range args {
		list[i] = bind.Argument{HasValue: true, Value: a}
	}
	run := &pipelineRun{frame: c.frame, stopper: -1}
	s, err := newFunctionStage(stageBase{frame: c.frame, run: run, args: list, next: discard{}, streams: c.stream, plan: &commandPlan{dot: true, call: true}}, b, nil,
		host.Base(c.Host().Platform, b.source.FileName()))
	if err != nil {
		return err
	}
	run.stages = []stage{s}
	err = runAlone(run, s, value.BlockInput{Under: value.Unset})
	if e := run.dispose(1); err == nil {
		err = e
	}
	return err
}
