// Package drive finds what the paths of a script mean: drives, providers, the home folder, wildcards (oracle/files, section 1).
package drive

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Path is what a path of a script names.
type Path = runtime.DrivePath

// Parse finds what a path without wildcards names; nothing need be there.
func Parse(c *runtime.Call, path string) (Path, error) { return c.ParsePath(path) }

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
	e.Details = runtime.ItemDetails(path)
	return e
}
