package runtime

import (
	"slices"
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var moduleExtensions = [...]string{".psd1", ".psm1", ".ps1"}

// findModule is the file of a module: a path is followed, a name looked up in the folders of PSModulePath; "" if there is none.
func (c *Call) findModule(name string, o *ImportOptions) (string, error) {
	if strings.ContainsAny(name, `/\`) || hasModuleExtension(name) || strings.HasPrefix(name, "~") {
		p, err := c.ParsePath(name)
		if err != nil || !p.IsFile() {
			return "", err
		}
		return c.moduleAt(p.Item), nil
	}
	folders, _ := c.Host().Env.Get("PSModulePath")
	sep := ":"
	if c.Host().Platform == host.Windows {
		sep = ";"
	}
	for folder := range strings.SplitSeq(folders, sep) {
		if folder == "" {
			continue
		}
		root := host.Join(c.Host().Platform, folder, name)
		if file := c.moduleAt(root); file != "" {
			return file, nil
		}
		if file := c.newestVersion(root, name, o); file != "" {
			return file, nil
		}
	}
	return "", nil
}

func hasModuleExtension(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(moduleExtensions[:], func(x string) bool { return strings.HasSuffix(lower, x) })
}

// moduleAt is the module file at a path: the file itself, a folder's file of its own name, or the path with an extension.
func (c *Call) moduleAt(path string) string {
	files := c.Host().Files
	if files == nil {
		return ""
	}
	info, err := files.Stat(path)
	if err == nil && !info.Dir {
		if hasModuleExtension(path) {
			return info.Path
		}
		return ""
	}
	try := func(base string) string {
		for _, ext := range moduleExtensions {
			if i, err := files.Stat(base + ext); err == nil && !i.Dir {
				return i.Path
			}
		}
		return ""
	}
	if err == nil {
		if file := try(host.Join(c.Host().Platform, path, host.Base(c.Host().Platform, path))); file != "" && !strings.HasSuffix(file, ".ps1") {
			return file
		}
	}
	return try(path)
}

// newestVersion looks into the version folders of a module, the highest number first.
func (c *Call) newestVersion(root, name string, o *ImportOptions) string {
	list, err := c.Host().Files.List(root)
	if err != nil {
		return ""
	}
	var versions []string
	for _, i := range list {
		if _, err := c.version(i.Name); err == nil && i.Dir {
			versions = append(versions, i.Name)
		}
	}
	slices.SortFunc(versions, func(a, b string) int { return c.compareVersions(b, a) })
	for _, v := range versions {
		m := Module{Version: v}
		if file := c.moduleAt(host.Join(c.Host().Platform, host.Join(c.Host().Platform, root, v), name)); file != "" && m.fits(c, o) {
			return file
		}
	}
	return ""
}

func (c *Call) version(s string) (value.Value, error) {
	return c.Cast(value.OfString(s), c.FindType("version"))
}

func (c *Call) compareVersions(a, b string) int {
	x, errA := c.version(a)
	y, errB := c.version(b)
	if errA != nil || errB != nil {
		return strings.Compare(a, b)
	}
	n, err := value.Compare(c.frame, x, y, false)
	if err != nil {
		return strings.Compare(a, b)
	}
	return n
}

// fits tells whether a module has a version that the import asks for.
func (m *Module) fits(c *Call, o *ImportOptions) bool {
	switch {
	case o.RequiredVersion != "" && c.compareVersions(m.Version, o.RequiredVersion) != 0:
		return false
	case o.MinimumVersion != "" && c.compareVersions(m.Version, o.MinimumVersion) < 0:
		return false
	case o.MaximumVersion != "" && c.compareVersions(m.Version, o.MaximumVersion) > 0:
		return false
	}
	return true
}

// compiledVersion is the version of the modules that come with the shell.
const compiledVersion = "7.0.0.0"

// compiledModule is a module whose cmdlets are compiled in, nil if there is none of that name.
func (c *Call) compiledModule(name string) *Module {
	for _, m := range c.CompiledModules() {
		if value.EqualFold(m.Name, name) {
			return m
		}
	}
	return nil
}

// CompiledModules are the modules whose cmdlets are compiled in, by name.
func (c *Call) CompiledModules() []*Module {
	e := c.frame.Engine
	if e.compiled.list != nil {
		return e.compiled.list
	}
	var seen value.NameIndex
	add := func(name, version string) {
		if name == "" || name == "Microsoft.PowerShell.Core" || seen.Find(name) >= 0 {
			return
		}
		seen.Add(name)
		if version == "" {
			version = compiledVersion
		}
		m := NewModule(name)
		m.Kind, m.Version, m.compiled = ManifestModule, version, true
		e.compiled.add(m)
	}
	for _, x := range e.cmdlets.list {
		add(x.Module, x.Version)
	}
	for _, k := range e.cmdlets.catalogs {
		for _, name := range k.Modules() {
			add(name, "")
		}
	}
	slices.SortFunc(e.compiled.list, func(a, b *Module) int { return text.Compare(a.Name, b.Name, true) })
	return e.compiled.list
}

// cmdletsOf are the cmdlets of a compiled module, by name.
func (e *Engine) cmdletsOf(m *Module) []*Cmdlet {
	var out []*Cmdlet
	if m.compiled {
		e.eachCmdlet(func(x *Cmdlet) {
			if value.EqualFold(x.Module, m.Name) {
				out = append(out, x)
			}
		})
	}
	return out
}

// eachCmdlet yields every cmdlet by name, those of catalogues too.
func (e *Engine) eachCmdlet(yield func(*Cmdlet)) {
	t := e.cmdlets
	for _, k := range t.catalogs {
		for _, n := range k.Names() {
			t.find(n)
		}
	}
	list := slices.Clone(t.list)
	slices.SortFunc(list, func(a, b *Cmdlet) int { return text.Compare(a.Command, b.Command, true) })
	for _, x := range list {
		yield(x)
	}
}
