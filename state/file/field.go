package file

import (
	"strconv"
	"strings"
	"time"

	"rehearse/state"
)

// field is one key of a record in a tenant file: how it is read and how it is
// written. Reading and writing from one table keeps them each other's inverse.
type field[T any] struct {
	name string
	read func(d *decoder, n *node, to *T)
	// write puts the value into the writer; nothing for the default.
	write func(w *writer, name string, from *T)
}

// text is a string; the default is empty.
func text[T any](name string, at func(*T) *string) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.text(n) },
		func(w *writer, name string, from *T) { w.text(name, *at(from)) },
	}
}

// guid is a GUID, kept in lower case.
func guid[T any](name string, at func(*T) *string) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.guid(n) },
		func(w *writer, name string, from *T) { w.text(name, *at(from)) },
	}
}

// choice is one of a few words, kept as listed; the first is the default.
func choice[T any, S ~string](name string, at func(*T) *S, words ...S) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) {
			s := d.text(n)
			for _, w := range words {
				if strings.EqualFold(s, string(w)) {
					*at(to) = w
					return
				}
			}
			list := make([]string, len(words))
			for i, w := range words {
				list[i] = string(w)
			}
			d.fail(n.at, "Use one of: "+strings.Join(list, ", ")+".", "%s cannot be %q", name, s)
		},
		func(w *writer, name string, from *T) {
			if v := *at(from); v != words[0] {
				w.text(name, string(v))
			}
		},
	}
}

// flag is true or false; usual is the default.
func flag[T any](name string, usual bool, at func(*T) *bool) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.flag(n) },
		func(w *writer, name string, from *T) {
			if v := *at(from); v != usual {
				w.raw(name, strconv.FormatBool(v))
			}
		},
	}
}

// count is a whole number; the default is usual.
func count[T any](name string, usual int, at func(*T) *int) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.count(n) },
		func(w *writer, name string, from *T) {
			if v := *at(from); v != usual {
				w.raw(name, strconv.Itoa(v))
			}
		},
	}
}

// instant is a point in time, RFC 3339; the default is none.
func instant[T any](name string, at func(*T) *time.Time) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.instant(n) },
		func(w *writer, name string, from *T) { w.instant(name, *at(from)) },
	}
}

// texts is a list of strings; the default is empty.
func texts[T any](name string, at func(*T) *[]string) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.texts(n) },
		func(w *writer, name string, from *T) { w.texts(name, *at(from)) },
	}
}

// country is an ISO-2 code; the default is empty.
func country[T any](name string, at func(*T) *string) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.country(n) },
		func(w *writer, name string, from *T) { w.text(name, *at(from)) },
	}
}

// properties are free: names with texts, numbers, truth values, lists of texts or
// properties again.
func properties[T any](name string, at func(*T) *state.Fields) field[T] {
	return field[T]{name,
		func(d *decoder, n *node, to *T) { *at(to) = d.properties(n, 0) },
		func(w *writer, name string, from *T) { w.properties(name, *at(from)) },
	}
}

// record reads a mapping by its table of fields. A key is looked for behind the
// last one first, since files keep the order.
func record[T any](d *decoder, n *node, what string, fields []field[T], to *T) {
	if n.kind != nodeMap {
		d.fail(n.at, "Write its keys below it.", "%s must be a mapping, not %s", what, n.describe())
		return
	}
	next := 0
	var seen uint64
	for i := range n.keys {
		name := n.keys[i].name
		at := -1
		for j := range fields {
			k := (next + j) % len(fields)
			if fields[k].name == name {
				at = k
				break
			}
		}
		if at < 0 {
			names := make([]string, len(fields))
			for j := range fields {
				names[j] = fields[j].name
			}
			d.unknownKey(n.keys[i], what, names)
			return
		}
		if seen&(1<<at) != 0 {
			d.fail(n.keys[i].at, "Remove one of them.", "key %s is given twice", name)
			return
		}
		seen |= 1 << at
		next = at + 1
		if n.items[i].kind != nodeNull {
			fields[at].read(d, &n.items[i], to)
		}
		if d.err != nil {
			return
		}
	}
}

// write puts a record's fields into the writer in the order of the table.
func write[T any](w *writer, fields []field[T], from *T) {
	for i := range fields {
		fields[i].write(w, fields[i].name, from)
	}
}
