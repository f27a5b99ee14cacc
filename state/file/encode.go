package file

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode"

	"rehearse/state"
)

// Encode gives the canonical text of a tenant, which Decode reads back to equal
// records.
func Encode(d *Data) []byte {
	var b strings.Builder
	writeStruct(&b, reflect.ValueOf(documentOf(d)).Elem(), 0, false)
	return []byte(b.String())
}

// writeStruct writes the fields that hold something, a line each. inList says
// that the first line stands behind the dash of a list already.
func writeStruct(b *strings.Builder, v reflect.Value, indent int, inList bool) {
	t := v.Type()
	first := inList
	for i := range t.NumField() {
		f := v.Field(i)
		if !t.Field(i).IsExported() || f.IsZero() || f.Kind() == reflect.Slice && f.Len() == 0 {
			continue
		}
		if !first {
			b.WriteString(strings.Repeat(" ", indent))
		}
		first = false
		b.WriteString(keyOf(t.Field(i).Name) + ":")
		writeValue(b, f, indent)
	}
	if first {
		b.WriteString("{}\n")
	}
}

func writeValue(b *strings.Builder, f reflect.Value, indent int) {
	for f.Kind() == reflect.Pointer || f.Kind() == reflect.Interface {
		f = f.Elem()
	}
	if tm, ok := f.Interface().(time.Time); ok {
		b.WriteString(" " + tm.UTC().Format(time.RFC3339) + "\n")
		return
	}
	switch f.Kind() {
	case reflect.Struct:
		b.WriteString("\n")
		writeStruct(b, f, indent+2, false)
	case reflect.Slice:
		b.WriteString("\n")
		for i := range f.Len() {
			e := f.Index(i)
			for e.Kind() == reflect.Pointer {
				e = e.Elem()
			}
			b.WriteString(strings.Repeat(" ", indent) + "  - ")
			if _, isTime := e.Interface().(time.Time); e.Kind() == reflect.Struct && !isTime {
				writeStruct(b, e, indent+4, true)
				continue
			}
			b.WriteString(scalar(e) + "\n")
		}
	default:
		b.WriteString(" " + scalar(f) + "\n")
	}
}

func scalar(v reflect.Value) string {
	if tm, ok := v.Interface().(time.Time); ok {
		return tm.UTC().Format(time.RFC3339)
	}
	switch v.Kind() {
	case reflect.String:
		return strconv.Quote(v.String())
	case reflect.Interface:
		return scalar(v.Elem())
	}
	return fmt.Sprint(v.Interface())
}

// keyOf is the key of a field: UserPrincipalName is userPrincipalName.
func keyOf(name string) string {
	r := []rune(name)
	for i := range r {
		if i > 0 && i+1 < len(r) && unicode.IsLower(r[i+1]) {
			break
		}
		r[i] = unicode.ToLower(r[i])
	}
	return string(r)
}

// Save writes the tenant atomically: a reader sees the old file or the new one,
// never a part.
func Save(path string, d *Data) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".tenant-*")
	if err != nil {
		return err
	}
	_, err = f.Write(Encode(d))
	if e := f.Sync(); err == nil {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error counts
	}
	return err
}

// Diff lists what turns a into b, in file order: creations, updates and
// deletions as in a journal.
func Diff(a, b *Data) state.Journal {
	before := map[string]state.Record{}
	for _, list := range a.Records {
		for _, r := range list {
			before[string(r.Kind())+"/"+r.ID()] = r
		}
	}
	var j state.Journal
	for _, list := range b.Records {
		for _, r := range list {
			k := string(r.Kind()) + "/" + r.ID()
			old := before[k]
			delete(before, k)
			c := state.Change{Seq: len(j) + 1, Action: state.Update, Kind: r.Kind(), Key: r.Key(), Was: old, Is: r}
			if old == nil {
				c.Action = state.Create
			} else if len(c.Diff()) == 0 {
				continue
			}
			j = append(j, c)
		}
	}
	for _, list := range a.Records {
		for _, r := range list {
			if before[string(r.Kind())+"/"+r.ID()] != nil {
				j = append(j, state.Change{Seq: len(j) + 1, Action: state.Delete, Kind: r.Kind(), Key: r.Key(), Was: r})
			}
		}
	}
	return j
}
