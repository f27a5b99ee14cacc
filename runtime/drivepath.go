package runtime

import (
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// DrivePath is what a path of a script names: a file or folder, or an item of another drive such as Env:.
type DrivePath struct {
	Drive *Drive
	Item  string // full path of a file or folder; name of another item, "" for the drive itself
	// Qualified is set when the path names its provider instead of a drive.
	Qualified bool
}

// Place is the path as a place to go to.
func (p DrivePath) Place() Place {
	return Place{Drive: p.Drive, Path: p.Item, Qualified: p.Qualified}
}

// IsFile tells whether the path is one of a file system.
func (p DrivePath) IsFile() bool { return p.Drive.Provider == FileSystem }

// String is the path as errors show it: "/case/a.txt", "Env:/NAME".
func (p DrivePath) String() string { return p.Drive.Show(p.Item) }

// ParsePath finds what a path without wildcards names (oracle/files, section 1.1); nothing need be there.
func (c *Call) ParsePath(path string) (DrivePath, error) {
	if i := strings.Index(path, "::"); i > 0 && !strings.ContainsAny(path[:i], "/") {
		p := FindProvider(path[:i])
		if p == nil {
			return DrivePath{}, NoProvider(c, path[:i])
		}
		at := c.belowDrive(c.ProviderDrive(p), path[i+2:])
		at.Qualified = true
		return at, nil
	}
	if name, rest, ok := PathQualifier(path); ok {
		d := c.FindDrive(name)
		if d == nil {
			return DrivePath{}, NoDrive(name)
		}
		return c.belowDrive(d, rest), nil
	}
	here := c.Place()
	platform := c.Host().Platform
	home := path == "~" || strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`)
	rooted := path != "" && (path[0] == '/' || path[0] == '\\')
	switch {
	case home, rooted && platform == host.Linux:
		here.Drive = c.ProviderDrive(FileSystem)
	case here.Drive.Provider != FileSystem:
		return DrivePath{Drive: here.Drive, Item: strings.Trim(strings.TrimPrefix(path, "./"), `/\`)}, nil
	case rooted && !strings.HasPrefix(path, `\\`) && !here.Drive.system():
		return c.belowDrive(here.Drive, path), nil
	}
	return DrivePath{Drive: here.Drive, Item: host.FullPath(platform, c.Engine().Location(), c.Home(), path)}, nil
}

// belowDrive is a path of a drive, counted from its root, or from where the session stands in it if it has no separator in front.
func (c *Call) belowDrive(d *Drive, rest string) DrivePath {
	if d.Provider != FileSystem {
		return DrivePath{Drive: d, Item: strings.Trim(rest, `/\`)}
	}
	p := c.Host().Platform
	base := d.Root
	if rest == "" || rest[0] != '/' && rest[0] != '\\' {
		if d.Here != "" && c.Place().Drive == d {
			base = d.Here
		}
	}
	if strings.HasPrefix(rest, `\\`) || len(rest) > 1 && rest[1] == ':' {
		return DrivePath{Drive: d, Item: host.FullPath(p, base, "", rest)} // FileSystem::\\server\share, FileSystem::C:\x
	}
	return DrivePath{Drive: d, Item: host.FullPath(p, base, "", "./"+rest)}
}

// PathQualifier splits "name:rest" at the colon of a drive; ok is false without a drive.
func PathQualifier(path string) (name, rest string, ok bool) {
	i := strings.IndexByte(path, ':')
	if i <= 0 || strings.ContainsAny(path[:i], `/\`) {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// NoDrive is the error of a drive that does not exist.
func NoDrive(name string) *value.Exception {
	e := value.Throw(value.DriveNotFoundException, "DriveNotFound", "Cannot find drive. A drive with the name '"+name+"' does not exist.").With(value.ObjectNotFound, value.OfString(name))
	e.Details = ItemDetails(name)
	return e
}

// NoProvider is the error of a provider that does not exist.
func NoProvider(c *Call, name string) *value.Exception {
	t := c.FindType("System.Management.Automation.ProviderNotFoundException")
	if t == nil {
		t = value.SessionStateException
	}
	return value.Throw(t, "ProviderNotFound", "Cannot find a provider with the name '"+name+"'.").With(value.ObjectNotFound, value.OfString(name))
}

var typeSessionStateCategory = value.NewEnum("System.Management.Automation.SessionStateCategory",
	[]string{"Variable", "Alias", "Function", "Filter", "Drive", "CmdletProvider", "Scope", "Command", "Resource", "Cmdlet"}, []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})

// ItemDetails are the properties of the errors about drives and items.
func ItemDetails(name string) []value.Detail {
	return []value.Detail{{Name: "ItemName", Value: value.OfString(name)}, {Name: "SessionStateCategory", Value: value.OfEnum(typeSessionStateCategory.Enum, 4)}}
}
