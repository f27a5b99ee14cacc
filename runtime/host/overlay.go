package host

import (
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"
)

// Overlay is the sandbox's file system: reads come from mounted folders of the disk, writes stay in memory until Materialize. A path
// outside every mount is empty space: it can be written, and nothing of the disk shows there. Links that lead out of a mount are refused.
type Overlay struct {
	platform Platform
	mounts   []mount
	nodes    map[string]*node            // by key of the path
	kids     map[string]map[string]*node // the nodes of a folder, by the folder's key
	clock    Clock
	through  bool
	bytes    int64           // held in memory
	settled  map[string]bool // files that were there before the script began
}

// mount shows a folder of the disk at a path of the script's world.
type mount struct {
	at  string // path in the platform's syntax, without a separator at the end
	dir string // real path
}

// node is one path that differs from the disk.
type node struct {
	path    string
	dir     bool
	deleted bool
	data    []byte
	created time.Time
	written time.Time
	access  time.Time
	attr    Attributes
	writing bool // a writer is open that adds to data in place
}

// maxOverlayBytes bounds what scripts may write, as a full disk does.
const maxOverlayBytes = 2 << 30

// put makes n the node of its path.
func (o *Overlay) put(n *node) {
	k := o.key(n.path)
	if old := o.nodes[k]; old != nil {
		o.bytes -= int64(len(old.data))
	}
	o.bytes += int64(len(n.data))
	o.nodes[k] = n
	up := o.key(Folder(o.platform, k))
	if o.kids[up] == nil {
		o.kids[up] = map[string]*node{}
	}
	o.kids[up][k] = n
	delete(o.settled, k)
}

// NewOverlay is an empty file system for a platform.
func NewOverlay(p Platform, c Clock) *Overlay {
	return &Overlay{platform: p, nodes: map[string]*node{}, kids: map[string]map[string]*node{}, clock: c}
}

// Mount shows the folder dir of the disk at path at.
func (o *Overlay) Mount(at, dir string) error {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return err
	}
	if real, err = filepath.Abs(real); err != nil {
		return err
	}
	o.mounts = append(o.mounts, mount{at: strings.TrimRight(at, `/\`), dir: real})
	sort.SliceStable(o.mounts, func(i, j int) bool { return len(o.mounts[i].at) > len(o.mounts[j].at) })
	return nil
}

// WriteThrough lets writes below the mounts reach the disk at once (--allow-write).
func (o *Overlay) WriteThrough() { o.through = true }

func (o *Overlay) key(path string) string {
	path = strings.TrimRight(path, `/\`)
	if o.platform == Windows {
		return strings.ToLower(path)
	}
	return path
}

// disk is the real path behind a path of the script's world, "" if nothing of the disk shows there.
func (o *Overlay) disk(path string) string {
	k := o.key(path)
	for _, m := range o.mounts {
		mk := o.key(m.at)
		if k != mk && !strings.HasPrefix(k, mk+o.platform.Separator()) {
			continue
		}
		rest := strings.TrimRight(path, `/\`)[len(m.at):]
		real := o.spelled(m.dir, strings.ReplaceAll(rest, `\`, "/"))
		if !inside(m.dir, real) {
			return ""
		}
		return real
	}
	return ""
}

// spelled finds the names on disk when case does not matter.
func (o *Overlay) spelled(dir, rest string) string {
	real := filepath.Join(dir, filepath.FromSlash(rest))
	if o.platform != Windows {
		return real
	}
	if _, err := os.Lstat(real); err == nil {
		return real
	}
	at := dir
	for _, name := range strings.Split(strings.Trim(rest, "/"), "/") {
		next := filepath.Join(at, name)
		if _, err := os.Lstat(next); err != nil {
			if entries, err := os.ReadDir(at); err == nil {
				for _, e := range entries {
					if strings.EqualFold(e.Name(), name) {
						next = filepath.Join(at, e.Name())
						break
					}
				}
			}
		}
		at = next
	}
	return at
}

// inside tells whether a real path, with its links followed, stays below dir.
func inside(dir, path string) bool {
	for p := path; ; p = filepath.Dir(p) {
		real, err := filepath.EvalSymlinks(p)
		if err == nil {
			return real == dir || strings.HasPrefix(real, dir+string(filepath.Separator)) || dir == string(filepath.Separator)
		}
		if p == filepath.Dir(p) {
			return false
		}
	}
}

func failure(op, path string, err error) error { return &fs.PathError{Op: op, Path: path, Err: err} }

// Settle makes what is in memory now the state before the script: Written does not list it.
func (o *Overlay) Settle() {
	o.settled = map[string]bool{}
	for k := range o.nodes {
		o.settled[k] = true
	}
}

// Written are the files that the script wrote, by path.
func (o *Overlay) Written() []Info {
	var out []Info
	for k, n := range o.nodes {
		if !n.deleted && !n.dir && !o.settled[k] {
			out = append(out, o.nodeInfo(n))
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Path < out[j].Path })
	return out
}
