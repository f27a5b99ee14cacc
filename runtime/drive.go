package runtime

import (
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// Provider is a kind of drive: what the cmdlets for items and content work on.
type Provider struct {
	Name         string // "FileSystem"
	Capabilities string
}

// The providers of a session.
var (
	FileSystem          = &Provider{"FileSystem", "Filter, ShouldProcess, Credentials"}
	EnvironmentProvider = &Provider{"Environment", "ShouldProcess"}
	VariableProvider    = &Provider{"Variable", "ShouldProcess"}
	FunctionProvider    = &Provider{"Function", "ShouldProcess"}
	AliasProvider       = &Provider{"Alias", "ShouldProcess"}
	allProviders        = []*Provider{AliasProvider, EnvironmentProvider, FileSystem, FunctionProvider, VariableProvider}
)

// Providers are all providers, by name.
func Providers() []*Provider { return allProviders }

// FindProvider is the provider of that name, nil if there is none.
func FindProvider(name string) *Provider {
	name = name[strings.LastIndexByte(name, '\\')+1:]
	for _, p := range allProviders {
		if value.EqualFold(p.Name, name) {
			return p
		}
	}
	return nil
}

// TypeProvider is the type of a Provider.
var TypeProvider = &value.Type{Name: "ProviderInfo", FullName: "System.Management.Automation.ProviderInfo", Base: value.TypeObject}

// TypeOf is TypeProvider.
func (*Provider) TypeOf() *value.Type { return TypeProvider }

// ToText is the provider's full name.
func (p *Provider) ToText() string { return `Microsoft.PowerShell.Core\` + p.Name }

// Drive is a PSDrive.
type Drive struct {
	value.Extended
	Name, Root, Description string
	Provider                *Provider
	Here                    string // the current place in the drive: a full path of a file system, "" at the root
	engine                  *Engine
}

// TypeDrive is the type of a Drive.
var TypeDrive = &value.Type{Name: "PSDriveInfo", FullName: "System.Management.Automation.PSDriveInfo", Base: value.TypeObject}

// TypeOf is TypeDrive.
func (*Drive) TypeOf() *value.Type { return TypeDrive }

// ToText is the drive's name.
func (d *Drive) ToText() string { return d.Name }

// Show is a path of the drive as the location shows it: a file's own path when the drive is the system's, else the drive's name with the
// part below its root.
func (d *Drive) Show(path string) string {
	p := d.engine.host.Platform
	if d.Provider != FileSystem {
		return d.Name + ":" + p.Separator() + path
	}
	if d.system() {
		return path
	}
	root := strings.TrimRight(d.Root, `/\`)
	return d.Name + ":" + p.Separator() + strings.TrimLeft(path[min(len(root), len(path)):], `/\`)
}

// system tells whether paths of the drive are paths of the system, as C: is on Windows and / elsewhere.
func (d *Drive) system() bool {
	return d.Root == "/" || d.engine.host.Platform == host.Windows && value.EqualFold(d.Root, d.Name+`:\`)
}

// driveTable holds the drives of a scope in the order they were made.
type driveTable struct{ list []*Drive }

func (t *driveTable) find(name string) *Drive {
	if t == nil {
		return nil
	}
	for _, d := range t.list {
		if value.EqualFold(d.Name, name) {
			return d
		}
	}
	return nil
}

// globalDrives are the drives that every session has, made when they are first asked for.
func (e *Engine) globalDrives() *driveTable {
	if e.global.drives == nil {
		e.global.drives = &driveTable{}
		add := func(name, root, description string, p *Provider) {
			e.global.drives.list = append(e.global.drives.list, &Drive{Name: name, Root: root, Description: description, Provider: p, engine: e})
		}
		temp := "/tmp/"
		if e.host.Platform == host.Windows {
			temp = e.home() + `\AppData\Local\Temp\`
			add("C", `C:\`, "", FileSystem)
		} else {
			add("/", "/", "/", FileSystem)
		}
		add("Alias", "", "Drive that contains a view of the aliases stored in session state", AliasProvider)
		add("Env", "", "Drive that contains a view of the environment variables for the process", EnvironmentProvider)
		add("Function", "", "Drive that contains a view of the functions stored in session state", FunctionProvider)
		add("Temp", temp, "Drive that maps to the temporary directory path for the current user", FileSystem)
		add("Variable", "", "Drive that contains a view of those variables stored in session state", VariableProvider)
	}
	return e.global.drives
}

// FindDrive is the drive of that name that this call sees, nil if there is none. A letter of Windows is a drive when it holds something.
func (c *Call) FindDrive(name string) *Drive {
	e := c.frame.Engine
	global := e.globalDrives()
	for s := c.frame.scope; s != nil; s = s.parent {
		if d := s.drives.find(name); d != nil {
			return d
		}
	}
	if d := global.find(name); d != nil {
		return d
	}
	if e.host.Platform == host.Windows && len(name) == 1 && e.host.Files != nil {
		root := strings.ToUpper(name) + `:\`
		if i, err := e.host.Files.Stat(root); err == nil && i.Dir {
			d := &Drive{Name: root[:1], Root: root, Provider: FileSystem, engine: e}
			global.list = append(global.list, d)
			return d
		}
	}
	return nil
}

// Drives are the drives that this call sees, the nearest scope first.
func (c *Call) Drives() []*Drive {
	global := c.frame.Engine.globalDrives()
	var out []*Drive
	for s := c.frame.scope; s != nil; s = s.parent {
		if s.drives != nil && s.drives != global {
			out = append(out, s.drives.list...)
		}
	}
	return append(out, global.list...)
}

// ProviderDrive is the drive through which a provider is reached by its name alone.
func (c *Call) ProviderDrive(p *Provider) *Drive {
	for _, d := range c.frame.Engine.globalDrives().list {
		if d.Provider == p {
			return d
		}
	}
	return nil
}

// AddDrive adds a drive to the caller's scope, or to the global one.
func (c *Call) AddDrive(d *Drive, global bool) {
	d.engine = c.frame.Engine
	t := c.frame.Engine.globalDrives()
	if s := c.frame.scope; !global && s != s.global {
		if s.drives == nil {
			s.drives = &driveTable{}
		}
		t = s.drives
	}
	t.list = append(t.list, d)
}

// RemoveDrive takes a drive out of the scope that holds it.
func (c *Call) RemoveDrive(d *Drive) {
	remove := func(t *driveTable) bool {
		if t == nil {
			return false
		}
		for i, x := range t.list {
			if x == d {
				t.list = append(t.list[:i:i], t.list[i+1:]...)
				return true
			}
		}
		return false
	}
	for s := c.frame.scope; s != nil; s = s.parent {
		if remove(s.drives) {
			return
		}
	}
	remove(c.frame.Engine.globalDrives())
}
