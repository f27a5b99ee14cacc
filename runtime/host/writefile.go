package host

import (
	"os"
	"path/filepath"
)

// WriteFile writes a file of the disk so that a reader sees the old or the new content, never a part.
func WriteFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".rehearse-*")
	if err != nil {
		return err
	}
	name := f.Name()
	_, err = f.Write(data)
	if e := f.Sync(); err == nil {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(name, 0o644)
	}
	if err == nil {
		err = os.Rename(name, path)
	}
	if err != nil {
		_ = os.Remove(name) // the first error counts
	}
	return err
}

// Materialize writes what the script wrote into a folder of the disk, with the path of each file below it.
func (o *Overlay) Materialize(dir string) error {
	for _, info := range o.Written() {
		rel := filepath.FromSlash(relative(o.platform, info.Path))
		to := filepath.Join(dir, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := WriteFile(to, o.nodes[o.key(info.Path)].data); err != nil {
			return err
		}
	}
	return nil
}
