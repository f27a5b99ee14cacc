package utility

import "rehearse/runtime/value"

// distinct remembers values, to find those that were there before. As long as all are plain texts or all [int] it looks them up;
// other values are compared one by one.
type distinct struct {
	by      comparison
	ignore  bool // case does not count
	values  []value.Value
	texts   map[string]struct{}
	numbers map[int64]struct{}
	mixed   bool
}

// add is false if an equal value is there already.
func (d *distinct) add(v value.Value) bool {
	if !d.mixed {
		if known, fresh := d.lookUp(v); known {
			if fresh {
				d.values = append(d.values, v)
			}
			return fresh
		}
		d.mixed = true
	}
	for _, x := range d.values {
		if d.by.compare(v, x) == 0 {
			return false
		}
	}
	d.values = append(d.values, v)
	return true
}

// lookUp handles a value of the kind that all have so far.
func (d *distinct) lookUp(v value.Value) (known, fresh bool) {
	switch {
	case v.IsInt32() && d.texts == nil:
		if d.numbers == nil {
			d.numbers = map[int64]struct{}{}
		}
		if _, there := d.numbers[v.Int()]; there {
			return true, false
		}
		d.numbers[v.Int()] = struct{}{}
		return true, true
	case v.IsString() && d.numbers == nil && (!d.ignore) && printable(v.Str()):
		if d.texts == nil {
			d.texts = map[string]struct{}{}
		}
		if _, there := d.texts[v.Str()]; there {
			return true, false
		}
		d.texts[v.Str()] = struct{}{}
		return true, true
	}
	return false, false
}

// printable tells whether a text is ASCII without control characters: two such texts are equal in a culture only if they are the same.
func printable(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
