package dotnet

import (
	"rehearse/runtime/value"
)

var ifaceComparer = class("System.Collections.IComparer", nil, value.Interface)

// comparer orders two values.
type comparer func(a, b value.Value) (int, error)

// comparerOf is the order that an IComparer or Comparison argument gives, the natural one for $null.
func comparerOf(env value.Env, v value.Value) comparer {
	if c, ok := value.As[*stringComparer](v); ok {
		return func(a, b value.Value) (int, error) { return c.compare(a, b), nil }
	}
	if d, ok := value.As[*Delegate](v); ok {
		return func(a, b value.Value) (int, error) {
			x, err := d.Call(env, a, b)
			return int(x.Int()), err
		}
	}
	if !v.IsNull() && value.TypeOf(v).FindMethod("Compare", false) != nil {
		return func(a, b value.Value) (int, error) {
			x, err := Invoke(env, v, "Compare", []value.Value{a, b}, nil)
			if err != nil {
				return 0, err
			}
			x, err = value.Convert(x, value.TypeInt32)
			return int(x.Int()), err
		}
	}
	return compareNet
}

// keyed is an element with what is moved along.
type keyed struct{ key, item value.Value }

// sortItems sorts in place; the elements of beside, if there are any, are moved along. Equal elements come out as in .NET.
func sortItems(list []value.Value, beside []value.Value, cmp comparer) error {
	var failed error
	compare := func(a, b value.Value) int {
		if failed != nil {
			return 0
		}
		n, err := cmp(a, b)
		failed = err
		return n
	}
	if len(beside) == 0 {
		value.IntroSort(list, compare)
	} else {
		pairs := make([]keyed, len(list))
		for i, k := range list {
			pairs[i].key = k
			if i < len(beside) {
				pairs[i].item = beside[i]
			}
		}
		value.IntroSort(pairs, func(a, b keyed) int { return compare(a.key, b.key) })
		for i, p := range pairs {
			list[i] = p.key
			if i < len(beside) {
				beside[i] = p.item
			}
		}
	}
	if failed == nil {
		return nil
	}
	if ex, ok := failed.(*value.Exception); ok {
		return value.Throw(value.InvalidOperationException, "", "Failed to compare two elements in the array.").Because(ex)
	}
	return failed
}

func sortList(_ value.Env, s value.Value, _ []value.Value) (value.Value, error) {
	return value.NothingValue, sortItems(listOf(s).Items, nil, compareNet)
}

func sortListBy(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
	return value.NothingValue, sortItems(listOf(s).Items, nil, comparerOf(env, a[0]))
}

func binarySearch(list []value.Value, x value.Value) (value.Value, error) {
	low, high := 0, len(list)-1
	for low <= high {
		mid := (low + high) / 2
		c, err := compareNet(list[mid], x)
		if err != nil {
			return value.NullValue, value.Throw(value.InvalidOperationException, "", "Failed to compare two elements in the array.")
		}
		switch {
		case c == 0:
			return value.OfInt(mid), nil
		case c < 0:
			low = mid + 1
		default:
			high = mid - 1
		}
	}
	return value.OfInt(^low), nil
}
