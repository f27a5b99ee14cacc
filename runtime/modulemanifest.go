package runtime

import (
	"slices"
	"strings"

	"rehearse/parser"
	"rehearse/parser/ast"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// manifestMembers are the keys that a module manifest may have, in the order in which the error about others lists them.
var manifestMembers = []string{
	"ModuleToProcess", "NestedModules", "GUID", "Author", "CompanyName", "Copyright", "ModuleVersion", "Description", "PowerShellVersion",
	"PowerShellHostName", "PowerShellHostVersion", "CLRVersion", "DotNetFrameworkVersion", "ProcessorArchitecture", "RequiredModules", "TypesToProcess",
	"FormatsToProcess", "ScriptsToProcess", "PrivateData", "RequiredAssemblies", "ModuleList", "FileList", "FunctionsToExport", "VariablesToExport",
	"AliasesToExport", "CmdletsToExport", "DscResourcesToExport", "CompatiblePSEditions", "HelpInfoURI", "RootModule", "DefaultCommandPrefix",
}

// manifestPath is the file of the manifest, "" without one.
func (m *Module) manifestPath() string {
	if m.Manifest == nil {
		return ""
	}
	return m.manifestFile
}

// ReadManifest reads the table of a .psd1 file and checks its keys.
func (c *Call) ReadManifest(name, file string) (*value.Dictionary, error) {
	text, err := c.frame.readScript(file)
	if err != nil {
		return nil, err
	}
	src := &source{parser.NewSource(file, text)}
	tree, errs := parser.Parse(src.Source)
	if len(errs) > 0 {
		return nil, invalidManifest(name, parseErrorText(src, errs), file)
	}
	if !onlyTable(tree) {
		return nil, invalidManifest(name, file, file)
	}
	b := newScriptBlock(tree, src, nil)
	v, err := c.frame.callOpen(b, value.Unset)
	if err != nil {
		r := c.frame.record(err)
		if r == nil {
			return nil, err
		}
		return nil, invalidManifest(name, r.Text(), file)
	}
	d, ok := value.As[*value.Dictionary](v.Base())
	if !ok {
		return nil, invalidManifest(name, file, file)
	}
	return d, checkManifest(d, file)
}

// onlyTable tells whether a file is one table and nothing else.
func onlyTable(tree *ast.ScriptBlock) bool {
	if tree.EndBlock == nil || len(tree.EndBlock.Statements) != 1 {
		return false
	}
	_, ok := plainExpression(tree.EndBlock.Statements[0]).(*ast.Hashtable)
	return ok
}

func invalidManifest(name, what, file string) *value.Exception {
	return value.Throw(value.InvalidOperationException, "Modules_InvalidManifest", "The module manifest '"+name+
		"' could not be processed because it is not a valid PowerShell module manifest file. Remove the elements that are not permitted: "+what).
		With(value.ResourceUnavailable, value.OfString(file))
}

func checkManifest(d *value.Dictionary, file string) error {
	var bad []string
	for k := range d.All {
		key := value.ToString(k)
		if !slices.ContainsFunc(manifestMembers, func(m string) bool { return value.EqualFold(m, key) }) {
			bad = append(bad, "'"+key+"'")
		}
	}
	if len(bad) > 0 {
		return value.Throw(value.InvalidOperationException, "Modules_InvalidManifestMember", "The '"+file+"' module cannot be imported because its manifest "+
			"contains one or more members that are not valid. The valid manifest members are ('"+strings.Join(manifestMembers, "', '")+
			"'). Remove the members that are not valid ("+strings.Join(bad, ", ")+"), then try to import the module again.").
			With(value.InvalidData, value.OfString(file))
	}
	if !d.Has(value.OfString("ModuleVersion")) {
		return value.Throw(value.MissingMemberException, "Modules_InvalidManifest", "The member 'ModuleVersion' is not present in the module manifest file '"+file+
			"'. This member must exist and be assigned a version number of the form 'n.n.n.n'. Add the missing member to the file '"+file+"'.").
			With(value.ResourceUnavailable, value.OfString(file))
	}
	return nil
}

// listed is an entry of the manifest as texts; nil if it is not there.
func (m *Module) listed(key string) []string {
	if m.Manifest == nil {
		return nil
	}
	v, ok := m.Manifest.GetString(key)
	if !ok {
		return nil
	}
	out := []string{}
	for _, x := range ListOf(v) {
		if d, ok := value.As[*value.Dictionary](x.Base()); ok {
			x, _ = d.GetString("ModuleName")
		}
		if s := value.ToString(x); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// entry is a text of the manifest, "" if it is not there.
func (m *Module) entry(key string) string {
	if l := m.listed(key); len(l) > 0 {
		return l[0]
	}
	return ""
}

// loadManifest loads what a manifest names: required modules, scripts of the caller, nested modules, the root module; then it drops
// the exports that the manifest does not list.
func (c *Call) loadManifest(m *Module, file string, o *ImportOptions) error {
	d, err := c.ReadManifest(m.Name, file)
	if err != nil {
		return err
	}
	m.Manifest, m.manifestFile, m.Kind = d, file, ManifestModule
	m.Version = m.entry("ModuleVersion")
	for _, r := range m.listed("RequiredModules") {
		if _, err := c.ImportModule(r, ImportOptions{Global: true, Unchecked: true}); err != nil {
			return value.Throw(value.InvalidOperationException, "Modules_InvalidManifest", "The required module '"+r+"' is not loaded. Load the module or remove the module from 'RequiredModules' in the file '"+
				file+"'.").With(value.ResourceUnavailable, value.OfString(file))
		}
	}
	for _, s := range m.listed("ScriptsToProcess") {
		b, err := c.moduleFile(m.Name, c.inModule(m, s))
		if err != nil {
			return err
		}
		if err := c.dotSource(b, nil); err != nil {
			return err
		}
	}
	root := m.entry("RootModule")
	if root == "" {
		root = m.entry("ModuleToProcess")
	}
	for _, n := range m.listed("NestedModules") {
		if err := c.loadNested(m, n); err != nil {
			return err
		}
	}
	if root != "" {
		at := c.moduleAt(c.inModule(m, root))
		if at == "" {
			return moduleNotFound(c.inModule(m, root), &ImportOptions{})
		}
		if err := c.Verbose("Loading module from path '" + at + "'."); err != nil {
			return err
		}
		m.Path, m.Kind = at, ScriptModule
		if err := c.loadScriptModule(m.Name, m, at, o.Arguments); err != nil {
			return err
		}
		if err := c.announceExports(m); err != nil {
			return err
		}
	}
	for _, n := range m.nested.list {
		m.exports.functions = append(m.exports.functions, n.exports.functions...)
		m.exports.aliases = append(m.exports.aliases, n.exports.aliases...)
		m.exports.variables = append(m.exports.variables, n.exports.variables...)
	}
	m.exports.sort()
	if m.Prefix == "" && o.Prefix == "" {
		o.Prefix = m.entry("DefaultCommandPrefix")
	}
	return m.keep(Patterns{Functions: m.listed("FunctionsToExport"), Aliases: m.listed("AliasesToExport"), Variables: m.listed("VariablesToExport")})
}

// inModule is a path of the manifest, which is relative to the module's folder.
func (c *Call) inModule(m *Module, path string) string {
	return host.FullPath(c.Host().Platform, m.Base, c.Home(), path)
}

// loadNested loads a nested module: its members are the outer module's to export.
func (c *Call) loadNested(m *Module, name string) error {
	file := c.moduleAt(c.inModule(m, name))
	if file == "" {
		return moduleNotFound(name, &ImportOptions{})
	}
	inner, err := c.loadModule(name, file, &ImportOptions{})
	if err != nil {
		return err
	}
	m.nested.add(inner)
	return nil
}
