package value

// compareNumbers compares two numbers of any kinds in their common kind; ordered is false if one is NaN.
func compareNumbers(x, y Value) (c int, ordered bool) {
	switch common(x.Kind(), y.Kind()) {
	case DecimalKind:
		a, ok1 := decimalOf(x)
		b, ok2 := decimalOf(y)
		if ok1 && ok2 {
			return a.Cmp(b), true
		}
		return compareFloats(toFloat(x), toFloat(y))
	case Double:
		return compareFloats(toFloat(x), toFloat(y))
	case UInt64:
		switch {
		case isNegative(x):
			return -1, true
		case isNegative(y):
			return 1, true
		}
		return compareUints(x.num, y.num), true
	}
	return compareInts(x.Int(), y.Int()), true
}

func compareFloats(a, b float64) (int, bool) {
	switch {
	case a < b:
		return -1, true
	case a > b:
		return 1, true
	}
	return 0, a == b
}

func compareInts(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func compareUints(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
