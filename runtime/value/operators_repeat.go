package value

import "strings"

// repeatCount is the right side of 'x' * n.
func repeatCount(b Value) (int, error) {
	n, err := Convert(b, TypeInt32)
	if err != nil {
		return 0, err
	}
	if n.Int() < 0 {
		return 0, Throw(ArgumentOutOfRangeException, "", "Specified argument was out of the range of valid values. (Parameter 'times')")
	}
	return int(n.Int()), nil
}

// maxRepeat bounds what a repetition makes, in bytes or elements.
const maxRepeat = 1 << 30

func tooLarge() error {
	return Throw(OutOfMemoryException, "System.OutOfMemoryException", "Exception of type 'System.OutOfMemoryException' was thrown.").With(OperationStopped, NullValue)
}

func repeatText(s string, n int) (Value, error) {
	if n > 0 && len(s) > maxRepeat/n {
		return NullValue, tooLarge()
	}
	return OfString(strings.Repeat(s, n)), nil
}

func repeatList(l List, n int) (Value, error) {
	if n > 0 && l.Len() > maxRepeat/32/n {
		return NullValue, tooLarge()
	}
	items := make([]Value, 0, l.Len()*n)
	for range n {
		for i := range l.Len() {
			items = append(items, l.At(i))
		}
	}
	t := TypeObjectArray
	if a, ok := l.(*Array); ok {
		t = a.Type
	}
	return Of(&Array{Type: t, Items: items}), nil
}
