package runtime

import "rehearse/runtime/value"

// Place is where a session stands: a drive, and the full path of a folder or the name of an item's container in it.
type Place struct {
	Drive *Drive
	Path  string
	// Qualified is set when the place was named by its provider, not by a drive: FileSystem::/x.
	Qualified bool
}

// Show is the place as $PWD shows it.
func (p Place) Show() string {
	if p.Qualified {
		return p.Drive.Provider.ToText() + "::" + p.Path
	}
	return p.Drive.Show(p.Path)
}

// Place is the current place. A location that was set as a path alone is one of the system's drive.
func (c *Call) Place() Place {
	e := c.frame.Engine
	if p := e.location.place; p.Drive != nil {
		if p.Drive.Provider == FileSystem {
			p.Path = e.location.current
		}
		return p
	}
	return Place{Drive: c.systemDrive(e.location.current), Path: e.location.current}
}

func (c *Call) systemDrive(path string) *Drive {
	if len(path) > 1 && path[1] == ':' {
		if d := c.FindDrive(path[:1]); d != nil {
			return d
		}
	}
	return c.ProviderDrive(FileSystem)
}

// SetPlace makes a place the current one. Relative paths of files are those of the last place in a file system.
func (c *Call) SetPlace(p Place) {
	l := c.frame.Engine.location
	l.place = p
	if l.process == "" {
		l.process = l.current
	}
	if p.Drive.Provider == FileSystem {
		l.current = p.Path
	}
	p.Drive.Here = p.Path
}

// Go makes a place the current one and remembers the one before, for `Set-Location -`.
func (c *Call) Go(p Place) {
	l := c.frame.Engine.location
	l.back = append(l.back, c.Place())
	if len(l.back) > maxLocationHistory {
		l.back = l.back[1:]
	}
	l.forward = nil
	c.SetPlace(p)
}

// maxLocationHistory is how many places `Set-Location -` can go back.
const maxLocationHistory = 20

// Back goes to the place before the current one, Forward undoes that; false if there is none.
func (c *Call) Back() bool {
	l := c.frame.Engine.location
	return c.step(&l.back, &l.forward)
}

// Forward goes where Back came from.
func (c *Call) Forward() bool {
	l := c.frame.Engine.location
	return c.step(&l.forward, &l.back)
}

func (c *Call) step(from, to *[]Place) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, c.Place())
	c.SetPlace((*from)[n-1])
	*from = (*from)[:n-1]
	return true
}

// LocationStack is a named stack of Push-Location, nil if there is none of that name; "" is the default one. The last pushed is at the end.
func (c *Call) LocationStack(name string, create bool) *[]Place {
	l := c.frame.Engine.location
	if name == "" || value.EqualFold(name, "default") {
		return &l.places
	}
	for k, s := range l.stacks {
		if value.EqualFold(k, name) {
			return s
		}
	}
	if !create {
		return nil
	}
	if l.stacks == nil {
		l.stacks = map[string]*[]Place{}
	}
	s := new([]Place)
	l.stacks[name] = s
	return s
}

// PathInfo is a place as Get-Location and Resolve-Path return it.
func (p Place) PathInfo() value.Value {
	if p.Qualified {
		return value.Of(&PathInfo{Path: p.Show(), ProviderPath: p.Path})
	}
	return value.Of(&PathInfo{Path: p.Show(), Drive: p.Drive, ProviderPath: p.Path})
}

// Home is the user's home folder.
func (c *Call) Home() string { return c.frame.Engine.home() }

func driveMembers() {
	TypeProvider.Members = &value.Members{Properties: []value.Property{
		row("ImplementingType", nil, func(p *Provider) value.Value {
			return value.Of(&value.Type{Name: p.Name + "Provider", FullName: "Microsoft.PowerShell.Commands." + p.Name + "Provider", Base: value.TypeObject})
		}),
		text1("HelpFile", func(*Provider) string { return "System.Management.Automation.dll-Help.xml" }),
		text1("Name", func(p *Provider) string { return p.Name }),
		text1("PSSnapIn", func(*Provider) string { return "" }),
		text1("ModuleName", func(*Provider) string { return "Microsoft.PowerShell.Core" }),
		text1("Capabilities", func(p *Provider) string { return p.Capabilities }),
		{Name: "Drives", Get: providerDrives},
	}}
	TypeDrive.Members = &value.Members{Properties: []value.Property{
		text1("CurrentLocation", (*Drive).currentLocation),
		text1("Name", func(d *Drive) string { return d.Name }),
		row("Provider", TypeProvider, func(d *Drive) value.Value { return value.Of(d.Provider) }),
		text1("Root", func(d *Drive) string { return d.Root }),
		text1("Description", func(d *Drive) string { return d.Description }),
		row("Credential", nil, func(*Drive) value.Value { return value.NullValue }),
		row("DisplayRoot", nil, func(*Drive) value.Value { return value.NullValue }),
	}}
}

// currentLocation is the place in the drive without its root.
func (d *Drive) currentLocation() string {
	if d.Provider != FileSystem || d.Here == "" {
		return d.Here
	}
	here := d.Here[min(len(d.Root), len(d.Here)):]
	for len(here) > 0 && (here[0] == '/' || here[0] == '\\') {
		here = here[1:]
	}
	return here
}

func providerDrives(env value.Env, self value.Value) (value.Value, error) {
	p, ok := value.As[*Provider](self.Base())
	f, isFrame := env.(*Frame)
	if !ok || !isFrame {
		return value.NullValue, nil
	}
	var out []value.Value
	for _, d := range f.globalDrives().list {
		if d.Provider == p {
			out = append(out, value.Of(d))
		}
	}
	return value.Of(value.NewArray(out)), nil
}
