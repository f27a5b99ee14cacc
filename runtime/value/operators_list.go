package value

import (
	"strings"
)

// appended is a new Object[] with the elements of b, or b itself, at the end.
func appended(l Object, b Value) Value {
	more := []Value{b}
	switch r := b.Base(); {
	case b.IsNothing():
		more = nil
	case r.Kind() == Reference:
		more = Elements(b)
	}
	if a, ok := l.(*Array); ok && len(a.Items) >= growFrom {
		return Of(grown(a, more...))
	}
	items := Elements(Of(l))
	out := make([]Value, len(items)+len(more))
	copy(out, items)
	copy(out[len(items):], more)
	return Of(NewArray(out))
}

// merged is a new table with the pairs of both; a key that both have is an error.
func merged(d *Dictionary, b Value) (Value, error) {
	o, ok := b.Base().ref.(*Dictionary)
	if !ok {
		return NullValue, Throw(RuntimeException, "AddHashTableToNonHashTable", "A hash table can only be added to another hash table.").With(InvalidOperation, NullValue)
	}
	t := TypeHashtable
	if d.Ordered() {
		t = TypeOrderedDictionary
	}
	out := &Dictionary{Type: t, Table: d.Table.Clone()}
	for k, v := range o.All {
		if !out.Table.Add(k, v) {
			return NullValue, Throw(ArgumentException, "System.ArgumentException",
				"Item has already been added. Key in dictionary: '"+ToString(out.spelling(k))+"'  Key being added: '"+ToString(k)+"'").With(OperationStopped, NullValue)
		}
	}
	return Of(out), nil
}

// spelling is a key as it stands in the table.
func (d *Dictionary) spelling(key Value) Value {
	if i := d.find(key, d.hash(key)); i >= 0 {
		return d.entries[i].key
	}
	return key
}

// maxRepeat bounds what a repetition makes, in bytes.
const maxRepeat = 1 << 30

func tooLarge() error {
	return Throw(OutOfMemoryException, "System.OutOfMemoryException", "Exception of type 'System.OutOfMemoryException' was thrown.").With(OperationStopped, NullValue)
}

// repeatText is s * b.
func repeatText(s string, b Value) (Value, error) {
	b, err := scanned(b.Base(), NullValue)
	if err != nil {
		return NullValue, err
	}
	n, err := Convert(b, TypeInt32)
	if err != nil {
		return NullValue, err
	}
	times := n.Int()
	switch {
	case times < 0:
		count := ToString(n)
		return NullValue, Throw(ArgumentOutOfRangeException, "System.ArgumentOutOfRangeException",
			"times ('"+count+"') must be a non-negative value. (Parameter 'times')\nActual value was "+count+".").With(OperationStopped, NullValue)
	case times > 0 && int64(len(s)) > maxRepeat/times:
		return NullValue, tooLarge()
	}
	return OfString(strings.Repeat(s, int(times))), nil
}

// repeatList is l * b: an array of the same element type.
func repeatList(l List, b Value) (Value, error) {
	b, err := scanned(b.Base(), NullValue)
	if err != nil {
		return NullValue, err
	}
	n, err := Convert(b, TypeUInt32)
	if err != nil {
		return NullValue, err
	}
	times := n.Int()
	if times > 0 && int64(l.Len()) > maxRepeat/32/times {
		return NullValue, tooLarge()
	}
	source := Elements(Of(l))
	items := make([]Value, 0, len(source)*int(times))
	if len(source) > 0 {
		for range times {
			items = append(items, source...)
		}
	}
	t := TypeObjectArray
	if a, ok := l.(*Array); ok && len(a.Dims) < 2 {
		t = a.Type
	}
	return Of(&Array{Type: t, Items: items}), nil
}
