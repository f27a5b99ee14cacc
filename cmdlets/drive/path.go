// Package drive finds what the paths of a script mean: drives, providers, the home folder, wildcards (oracle/files, section 1).
package drive

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Path is what a path of a script names: a file or folder, or an item of another drive such as Env:.
type Path struct {
	Drive *runtime.Drive
	Item  string // full path of a file or folder; name of another item, "" for the drive itself
	// Qualified is set when the path names its provider instead of a drive.
	Qualified bool
}

// Place is the path as a place to go to.
func (p Path) Place() runtime.Place {
	return runtime.Place{Drive: p.Drive, Path: p.Item, Qualified: p.Qualified}
}

// IsFile tells whether the path is one of a file system.
func (p Path) IsFile() bool { return p.Drive.Provider == runtime.FileSystem }

// String is the path as errors show it: "/case/a.txt", "Env:/NAME".
func (p Path) String() string { return p.Drive.Show(p.Item) }

// Parse finds what a path without wildcards names; nothing need be there.
func Parse(c *runtime.Call, path string) (Path, error) {
	if i := strings.Index(path, "::"); i > 0 && !strings.ContainsAny(path[:i], "/") {
		p := runtime.FindProvider(path[:i])
		if p == nil {
			return Path{}, NoProvider(c, path[:i])
		}
		at := below(c, c.ProviderDrive(p), path[i+2:])
		at.Qualified = true
		return at, nil
	}
	home := path == "~" || strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`)
	if name, rest, ok := Qualifier(path); ok {
		d := c.FindDrive(name)
		if d == nil {
			return Path{}, NoDrive(name)
		}
		return below(c, d, rest), nil
	}
	here := c.Place()
	if home || here.Drive.Provider == runtime.FileSystem && !userRooted(c, here.Drive, path) {
		if home && here.Drive.Provider != runtime.FileSystem {
			here.Drive = c.ProviderDrive(runtime.FileSystem)
		}
		return Path{Drive: here.Drive, Item: host.FullPath(c.Host().Platform, c.Engine().Location(), c.Home(), path)}, nil
	}
	if here.Drive.Provider == runtime.FileSystem {
		return below(c, here.Drive, path), nil
	}
	return Path{Drive: here.Drive, Item: strings.Trim(strings.TrimPrefix(path, "./"), `/\`)}, nil
}

// userRooted: on Windows a path that begins with a separator begins at the root of the drive where the session stands.
func userRooted(c *runtime.Call, d *runtime.Drive, path string) bool {
	if c.Host().Platform != host.Windows || path == "" || path[0] != '/' && path[0] != '\\' || strings.HasPrefix(path, `\\`) {
		return false
	}
	return len(d.Root) != 3 || d.Root[1] != ':'
}

// below is a path of a drive, counted from its root, or from where the drive stands if it has no separator in front.
func below(c *runtime.Call, d *runtime.Drive, rest string) Path {
	if d.Provider != runtime.FileSystem {
		return Path{Drive: d, Item: strings.Trim(rest, `/\`)}
	}
	p := c.Host().Platform
	base := d.Root
	if rest == "" || rest[0] != '/' && rest[0] != '\\' {
		if d.Here != "" && c.Place().Drive == d {
			base = d.Here
		}
	}
	if strings.HasPrefix(rest, `\\`) || len(rest) > 1 && rest[1] == ':' {
		return Path{Drive: d, Item: host.FullPath(p, base, "", rest)} // FileSystem::\\server\share, FileSystem::C:\x
	}
	return Path{Drive: d, Item: host.FullPath(p, base, "", "./"+rest)}
}

// Qualifier splits "name:rest" at the colon of a drive; ok is false without a drive.
func Qualifier(path string) (name, rest string, ok bool) {
	i := strings.IndexByte(path, ':')
	if i <= 0 || strings.ContainsAny(path[:i], `/\`) {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// Match are the places that a path names. With wildcards they are what matches, and wild is set; a path without wildcards must exist.
// A literal path has no wildcards.
func Match(c *runtime.Call, path string, literal bool) (found []Path, wild bool, err error) {
	wild = !literal && text.ContainsWildcard(path)
	if !literal && !wild {
		path = text.UnescapeWildcard(path)
	}
	p, err := Parse(c, path)
	if err != nil {
		return nil, wild, err
	}
	if !wild {
		if !Exists(c, p) {
			return nil, false, NotFound(p)
		}
		return []Path{p}, false, nil
	}
	if !p.IsFile() {
		return matchItems(c, p), true, nil
	}
	for _, full := range matchFiles(c, p.Item) {
		found = append(found, Path{Drive: p.Drive, Item: full})
	}
	return found, true, nil
}

// matchFiles expands the wildcards of a full path, part by part.
func matchFiles(c *runtime.Call, full string) []string {
	platform, files := c.Host().Platform, c.Host().Files
	sep := platform.Separator()
	root := host.Root(platform, full)
	at := []string{root}
	for _, part := range strings.Split(strings.Trim(full[len(root):], sep), sep) {
		var next []string
		if !text.ContainsWildcard(part) {
			for _, dir := range at {
				p := host.Join(platform, dir, text.UnescapeWildcard(part))
				if i, err := files.Stat(p); err == nil {
					next = append(next, i.Path)
				}
			}
			at = next
			continue
		}
		w, err := text.CompileWildcard(part, true)
		if err != nil {
			return nil
		}
		for _, dir := range at {
			list, err := files.List(dir)
			if err != nil {
				continue
			}
			for _, i := range list {
				if w.Match(i.Name) {
					next = append(next, i.Path)
				}
			}
		}
		at = next
	}
	return at
}

// NotFoundAs is NotFound with the path as it is to be shown.
func NotFoundAs(path string) *value.Exception { return notFound(path) }

// NotFound is the error of a path that does not exist.
func NotFound(p Path) *value.Exception { return notFound(p.String()) }

func notFound(path string) *value.Exception {
	e := value.Throw(value.ItemNotFoundException, "PathNotFound", "Cannot find path '"+path+"' because it does not exist.").With(value.ObjectNotFound, value.OfString(path))
	e.Details = append(e.Details, value.Detail{Name: "ItemName", Value: value.OfString(path)})
	return e
}

// NoDrive is the error of a drive that does not exist.
func NoDrive(name string) *value.Exception {
	e := value.Throw(value.DriveNotFoundException, "DriveNotFound", "Cannot find drive. A drive with the name '"+name+"' does not exist.").With(value.ObjectNotFound, value.OfString(name))
	e.Details = append(e.Details, value.Detail{Name: "ItemName", Value: value.OfString(name)})
	return e
}

// NoProvider is the error of a provider that does not exist.
func NoProvider(c *runtime.Call, name string) *value.Exception {
	t := c.FindType("System.Management.Automation.ProviderNotFoundException")
	if t == nil {
		t = value.SessionStateException
	}
	return value.Throw(t, "ProviderNotFound", "Cannot find a provider with the name '"+name+"'.").With(value.ObjectNotFound, value.OfString(name))
}
