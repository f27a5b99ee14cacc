//lint:file-ignore ST1005 The texts are those PowerShell shows, full stop and all.

package host

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"time"
)

// errFull is the error of a file system that holds all it may.
var errFull = errors.New("There is not enough space on the disk.")

// Create writes a file; the content counts when the writer is closed.
func (o *Overlay) Create(path string, appendTo bool) (io.WriteCloser, error) {
	folder, err := o.Stat(Folder(o.platform, path))
	if err != nil || !folder.Dir {
		return nil, failure("create", path, fs.ErrNotExist)
	}
	w := &overlayWriter{o: o, node: &node{path: path, created: o.clock.Now()}}
	if old, err := o.Stat(path); err == nil {
		if old.Dir || old.Attributes&ReadOnly != 0 {
			return nil, failure("create", path, fs.ErrPermission)
		}
		w.node.created, w.node.path, w.node.attr = old.Created, old.Path, old.Attributes
		if appendTo {
			if w.node.data, err = o.contentOf(path); err != nil {
				return nil, err
			}
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	w.node.writing = true
	w.store() // the file exists from now on, as on a disk
	return w, nil
}

// contentOf is the content of a file for adding to it in place; a file that is being written is copied.
func (o *Overlay) contentOf(path string) ([]byte, error) {
	if n := o.nodes[o.key(path)]; n != nil {
		if n.writing {
			return append([]byte(nil), n.data...), nil
		}
		return n.data, nil
	}
	r, err := o.Open(path)
	if err != nil {
		return nil, err
	}
	defer r.Close() // nothing was written
	return io.ReadAll(r)
}

// overlayWriter gathers what is written to one file.
type overlayWriter struct {
	o    *Overlay
	node *node
	done bool
}

func (w *overlayWriter) Write(p []byte) (int, error) {
	if w.o.bytes+int64(len(p)) > maxOverlayBytes {
		return 0, failure("write", w.node.path, errFull)
	}
	w.node.data = append(w.node.data, p...)
	if w.o.nodes[w.o.key(w.node.path)] == w.node {
		w.o.bytes += int64(len(p))
	}
	return len(p), nil
}

func (w *overlayWriter) store() {
	now := w.o.clock.Now()
	w.node.written, w.node.access = now, now
	w.o.put(w.node)
}

func (w *overlayWriter) Close() error {
	if w.done {
		return nil
	}
	w.done, w.node.writing = true, false
	if w.o.nodes[w.o.key(w.node.path)] != w.node {
		return nil // removed, moved or written anew meanwhile
	}
	w.node.written = w.o.clock.Now()
	return w.o.onDisk(w.node.path, func(real string) error { return WriteFile(real, w.node.data) })
}

// onDisk does to the disk what was done in memory, when writes go through.
func (o *Overlay) onDisk(path string, do func(real string) error) error {
	if !o.through {
		return nil
	}
	real := o.disk(path)
	if real == "" {
		return nil
	}
	if err := do(real); err != nil {
		return failure("write", path, cause(err))
	}
	return nil
}

// Mkdir makes a folder; the one above must exist.
func (o *Overlay) Mkdir(path string) error {
	if _, err := o.Stat(path); err == nil {
		return failure("mkdir", path, fs.ErrExist)
	}
	if up, err := o.Stat(Folder(o.platform, o.trim(path))); err != nil || !up.Dir {
		return failure("mkdir", path, fs.ErrNotExist)
	}
	now := o.clock.Now()
	o.put(&node{path: o.trim(path), dir: true, created: now, written: now, access: now})
	return o.onDisk(path, func(real string) error { return os.MkdirAll(real, 0o755) })
}

// Remove deletes a file, or a folder with what it holds.
func (o *Overlay) Remove(path string, recurse bool) error {
	info, err := o.Stat(path)
	if err != nil {
		return err
	}
	if info.Dir {
		if o.isRoot(path) || o.holdsMount(path) {
			return failure("remove", path, fs.ErrPermission)
		}
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
	o.put(&node{path: info.Path, deleted: true})
	return o.onDisk(path, func(real string) error {
		if err := os.Remove(real); err != nil && !os.IsNotExist(err) {
			return err
		}
		return nil
	})
}

// Rename moves a file or folder; what is at the new path must be a file, which is replaced, or the same file in another spelling.
func (o *Overlay) Rename(from, to string) error {
	info, err := o.Stat(from)
	if err != nil {
		return err
	}
	if up, err := o.Stat(Folder(o.platform, to)); err != nil || !up.Dir {
		return failure("rename", to, fs.ErrNotExist)
	}
	if o.key(from) == o.key(to) {
		n, err := o.change(from)
		if err != nil {
			return err
		}
		n.path = o.trim(to)
		return nil
	}
	if there, err := o.Stat(to); err == nil && (there.Dir || info.Dir) {
		return failure("rename", to, fs.ErrExist)
	}
	if info.Dir {
		return o.renameFolder(info, from, to)
	}
	data, err := o.contentOf(from)
	if err != nil {
		return err
	}
	o.put(&node{path: to, data: data, created: info.Created, written: info.Written, access: info.Accessed, attr: info.Attributes})
	if err := o.onDisk(to, func(real string) error { return WriteFile(real, data) }); err != nil {
		return err
	}
	return o.Remove(from, false)
}

func (o *Overlay) renameFolder(info Info, from, to string) error {
	list, err := o.List(from)
	if err != nil {
		return err
	}
	if err := o.Mkdir(to); err != nil {
		return err
	}
	for _, in := range list {
		if err := o.Rename(in.Path, Join(o.platform, o.trim(to), in.Name)); err != nil {
			return err
		}
	}
	if err := o.SetTimes(to, info.Created, info.Accessed, info.Written); err != nil {
		return err
	}
	return o.Remove(from, true)
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
		if n.data, err = o.contentOf(path); err != nil {
			return nil, err
		}
	}
	o.put(n)
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
	return o.onDisk(path, func(real string) error { return os.Chtimes(real, n.access, n.written) })
}

// SetAttributes replaces the attributes.
func (o *Overlay) SetAttributes(path string, a Attributes) error {
	n, err := o.change(path)
	if err != nil {
		return err
	}
	n.attr = a
	return o.onDisk(path, func(real string) error {
		mode := fs.FileMode(0o644)
		switch {
		case n.dir:
			return nil
		case a&ReadOnly != 0:
			mode = 0o444
		}
		return os.Chmod(real, mode)
	})
}
