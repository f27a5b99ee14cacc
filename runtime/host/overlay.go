package host

import (
	"bytes"
	"io"
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
	nodes    map[string]*node // by key of the path
	clock    Clock
	through  bool
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
}

// NewOverlay is an empty file system for a platform.
func NewOverlay(p Platform, c Clock) *Overlay {
	return &Overlay{platform: p, nodes: map[string]*node{}, clock: c}
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

// Stat describes a path.
func (o *Overlay) Stat(path string) (Info, error) {
	if n := o.nodes[o.key(path)]; n != nil {
		if n.deleted {
			return Info{}, failure("stat", path, fs.ErrNotExist)
		}
		return o.nodeInfo(n), nil
	}
	if real := o.disk(path); real != "" {
		st, err := os.Stat(real)
		if err != nil {
			return Info{}, failure("stat", path, fs.ErrNotExist)
		}
		if !st.Mode().IsRegular() && !st.IsDir() {
			return Info{}, failure("stat", path, fs.ErrPermission)
		}
		return o.diskInfo(path, real, st), nil
	}
	if o.isRoot(path) || o.holdsSomething(path) {
		return Info{Name: Base(o.platform, path), Path: path, Dir: true, Created: o.clock.Now(), Written: o.clock.Now(), Accessed: o.clock.Now()}, nil
	}
	return Info{}, failure("stat", path, fs.ErrNotExist)
}

// isRoot: the root of the file system is always there.
func (o *Overlay) isRoot(path string) bool {
	if o.platform == Windows {
		return len(strings.TrimRight(path, `\`)) == 2 && path[1] == ':' && o.key(path) == "c:"
	}
	return path == "/"
}

// holdsSomething: a folder above a mount or a written file exists.
func (o *Overlay) holdsSomething(path string) bool {
	prefix := o.key(path) + o.platform.Separator()
	for _, m := range o.mounts {
		if strings.HasPrefix(o.key(m.at), prefix) {
			return true
		}
	}
	for k, n := range o.nodes {
		if !n.deleted && strings.HasPrefix(k, prefix) {
			return true
		}
	}
	return false
}

func (o *Overlay) nodeInfo(n *node) Info {
	return Info{Name: Base(o.platform, n.path), Path: n.path, Dir: n.dir, Size: int64(len(n.data)), Created: n.created, Written: n.written, Accessed: n.access, Attributes: n.attr, Mode: 0o644}
}

func (o *Overlay) diskInfo(path, real string, st fs.FileInfo) Info {
	name := Base(o.platform, strings.TrimRight(path, `/\`))
	if o.platform == Windows && real != "" {
		name = filepath.Base(real)
		if i := strings.LastIndex(path, `\`); i >= 0 && !strings.HasSuffix(path, `\`) {
			path = path[:i+1] + name
		}
	}
	info := Info{Name: name, Path: path, Dir: st.IsDir(), Size: st.Size(), Created: st.ModTime(), Written: st.ModTime(), Accessed: st.ModTime(), Mode: st.Mode()}
	if st.IsDir() {
		info.Size = 0
	}
	if st.Mode().Perm()&0o222 == 0 {
		info.Attributes |= ReadOnly
	}
	if o.platform == Linux && strings.HasPrefix(name, ".") {
		info.Attributes |= Hidden
	}
	return info
}

// List is the content of a folder by name.
func (o *Overlay) List(path string) ([]Info, error) {
	info, err := o.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Dir {
		return nil, failure("list", path, fs.ErrInvalid)
	}
	found := map[string]Info{}
	base := strings.TrimRight(path, `/\`)
	sep := o.platform.Separator()
	if real := o.disk(path); real != "" {
		entries, err := os.ReadDir(real)
		if err == nil {
			for _, e := range entries {
				if in, err := o.Stat(base + sep + e.Name()); err == nil {
					found[o.key(in.Name)] = in
				}
			}
		}
	}
	prefix := o.key(path) + sep
	child := func(full string) {
		k := o.key(full)
		if !strings.HasPrefix(k, prefix) {
			return
		}
		name, _, deeper := strings.Cut(full[len(prefix):], sep)
		if _, ok := found[o.key(name)]; ok && deeper {
			return
		}
		if in, err := o.Stat(base + sep + name); err == nil {
			found[o.key(name)] = in
		}
	}
	for _, n := range o.nodes {
		if !n.deleted {
			child(n.path)
		}
	}
	for _, m := range o.mounts {
		child(m.at)
	}
	out := make([]Info, 0, len(found))
	for _, in := range found {
		out = append(out, in)
	}
	sort.Slice(out, func(i, j int) bool { return o.key(out[i].Name) < o.key(out[j].Name) })
	return out, nil
}

// Open reads a file.
func (o *Overlay) Open(path string) (io.ReadCloser, error) {
	if n := o.nodes[o.key(path)]; n != nil {
		if n.deleted {
			return nil, failure("open", path, fs.ErrNotExist)
		}
		if n.dir {
			return nil, failure("open", path, fs.ErrPermission)
		}
		return io.NopCloser(bytes.NewReader(n.data)), nil
	}
	info, err := o.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Dir {
		return nil, failure("open", path, fs.ErrPermission)
	}
	f, err := os.Open(o.disk(path))
	if err != nil {
		return nil, failure("open", path, err.(*fs.PathError).Err)
	}
	return f, nil
}

// Create writes a file; the content counts when the writer is closed.
func (o *Overlay) Create(path string, appendTo bool) (io.WriteCloser, error) {
	folder, err := o.Stat(Folder(o.platform, path))
	if err != nil || !folder.Dir {
		return nil, failure("create", path, fs.ErrNotExist)
	}
	w := &overlayWriter{o: o, path: path}
	old, err := o.Stat(path)
	if err == nil {
		if old.Dir || old.Attributes&ReadOnly != 0 {
			return nil, failure("create", path, fs.ErrPermission)
		}
		w.created, w.path = old.Created, old.Path
		if appendTo {
			r, err := o.Open(path)
			if err != nil {
				return nil, err
			}
			defer r.Close() // nothing was written
			if w.buf, err = io.ReadAll(r); err != nil {
				return nil, err
			}
		}
	} else {
		w.created = o.clock.Now()
	}
	w.store() // the file exists from now on, as on a disk
	return w, nil
}

// overlayWriter gathers what is written to one file.
type overlayWriter struct {
	o       *Overlay
	path    string
	buf     []byte
	created time.Time
}

func (w *overlayWriter) Write(p []byte) (int, error) {
	w.buf = append(w.buf, p...)
	return len(p), nil
}

func (w *overlayWriter) store() {
	delete(w.o.settled, w.o.key(w.path))
	now := w.o.clock.Now()
	w.o.nodes[w.o.key(w.path)] = &node{path: w.path, data: w.buf, created: w.created, written: now, access: now}
}

func (w *overlayWriter) Close() error {
	w.store()
	if w.o.through {
		if real := w.o.disk(w.path); real != "" {
			return WriteFile(real, w.buf)
		}
	}
	return nil
}

// Mkdir makes a folder; the one above must exist.
func (o *Overlay) Mkdir(path string) error {
	if _, err := o.Stat(path); err == nil {
		return failure("mkdir", path, fs.ErrExist)
	}
	if up, err := o.Stat(Folder(o.platform, path)); err != nil || !up.Dir {
		return failure("mkdir", path, fs.ErrNotExist)
	}
	now := o.clock.Now()
	o.nodes[o.key(path)] = &node{path: strings.TrimRight(path, `/\`), dir: true, created: now, written: now, access: now}
	return nil
}

// Remove deletes a file, or a folder with what it holds.
func (o *Overlay) Remove(path string, recurse bool) error {
	info, err := o.Stat(path)
	if err != nil {
		return err
	}
	if info.Dir {
		list, err := o.List(path)
		if err != nil {
			return err
		}
		if len(list) > 0 && !recurse {
			return failure("remove", path, fs.ErrExist)
		}
		for _, in := range list {
			if err := o.Remove(in.Path, true); err != nil {
				return err
			}
		}
	}
	o.nodes[o.key(path)] = &node{path: info.Path, deleted: true}
	return nil
}

// Rename moves a file or folder.
func (o *Overlay) Rename(from, to string) error {
	info, err := o.Stat(from)
	if err != nil {
		return err
	}
	if info.Dir {
		if err := o.Mkdir(to); err != nil {
			return err
		}
		list, err := o.List(from)
		if err != nil {
			return err
		}
		for _, in := range list {
			if err := o.Rename(in.Path, strings.TrimRight(to, `/\`)+o.platform.Separator()+in.Name); err != nil {
				return err
			}
		}
		return o.Remove(from, true)
	}
	r, err := o.Open(from)
	if err != nil {
		return err
	}
	defer r.Close() // nothing was written
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	o.nodes[o.key(to)] = &node{path: to, data: data, created: info.Created, written: info.Written, access: info.Accessed, attr: info.Attributes}
	return o.Remove(from, false)
}

// change gives the node of a path, copied from the disk if need be.
func (o *Overlay) change(path string) (*node, error) {
	if n := o.nodes[o.key(path)]; n != nil && !n.deleted {
		return n, nil
	}
	info, err := o.Stat(path)
	if err != nil {
		return nil, err
	}
	n := &node{path: info.Path, dir: info.Dir, created: info.Created, written: info.Written, access: info.Accessed, attr: info.Attributes}
	if !info.Dir {
		r, err := o.Open(path)
		if err != nil {
			return nil, err
		}
		defer r.Close() // nothing was written
		if n.data, err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
	o.nodes[o.key(path)] = n
	return n, nil
}

// SetTimes changes the times that are not zero.
func (o *Overlay) SetTimes(path string, created, accessed, written time.Time) error {
	n, err := o.change(path)
	if err != nil {
		return err
	}
	for _, c := range []struct {
		to   *time.Time
		from time.Time
	}{{&n.created, created}, {&n.access, accessed}, {&n.written, written}} {
		if !c.from.IsZero() {
			*c.to = c.from
		}
	}
	return nil
}

// SetAttributes replaces the attributes.
func (o *Overlay) SetAttributes(path string, a Attributes) error {
	n, err := o.change(path)
	if err != nil {
		return err
	}
	n.attr = a
	return nil
}

// Resolve is the path as it is spelled where it exists.
func (o *Overlay) Resolve(path string) (string, error) {
	info, err := o.Stat(path)
	if err != nil {
		return "", err
	}
	return info.Path, nil
}

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
