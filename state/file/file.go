package file

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"

	"rehearse/state"
)

// Builtins names the built-in tenants.
func Builtins() []string { return []string{"contoso", "contoso-gcc"} }

// Builtin gives a built-in tenant by name; "" means the default, contoso.
func Builtin(name string) (*Data, error) {
	switch name {
	case "", "contoso":
		return contoso(state.CloudCommercial), nil
	case "contoso-gcc":
		return contoso(state.CloudGCC), nil
	}
	return nil, &Error{File: name, Message: "there is no built-in tenant of that name", Cure: "Built in are " + strings.Join(Builtins(), ", ") + "."}
}

// BuiltinText gives the YAML of a built-in tenant.
func BuiltinText(name string) ([]byte, error) {
	d, err := Builtin(name)
	if err != nil {
		return nil, err
	}
	return Encode(d), nil
}

// FromTenant takes the records out of a tenant as they stand.
func FromTenant(t *state.Tenant, name string) *Data {
	d := &Data{Name: name}
	tx := t.View()
	for _, k := range state.Kinds() {
		var list []state.Record
		for r := range tx.All(k) {
			list = append(list, r)
		}
		if len(list) > 0 {
			d.Records = append(d.Records, list)
		}
	}
	return d
}

// Load reads a tenant file.
func Load(path string) (*Data, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	switch {
	case st.IsDir():
		return nil, &Error{File: path, Message: "this is a folder, not a tenant file"}
	case st.Size() > MaxSize:
		return nil, &Error{File: path, Message: fmt.Sprintf("the file has %d MB; tenant files of more than %d MB are not read", st.Size()>>20, MaxSize>>20)}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Decode(path, text)
}

// Save writes the tenant atomically: a reader, or a process that is killed in the
// midst, leaves the old file or the new one, never a part. Two that save the same
// file wait for each other by a lock beside it.
func Save(path string, d *Data) (err error) {
	unlock, err := lockedfile.MutexAt(path + ".lock").Lock()
	if err != nil {
		return err
	}
	defer unlock()
	dir, base := filepath.Split(path)
	temp, err := os.CreateTemp(dir, "."+base+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	if _, err = temp.Write(Encode(d)); err != nil {
		return err
	}
	if err = temp.Chmod(0o644); err != nil {
		return err
	}
	if err = temp.Sync(); err != nil {
		return err
	}
	if err = temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}
