package value

// compareNumbers compares two numbers of any kinds in their common kind: -1, 0, 1, or unordered if one is NaN.
func compareNumbers(x, y Value) int {
	switch common(x.Kind(), y.Kind()) {
	case DecimalKind:
		if x.Kind() == Single || y.Kind() == Single {
			return compareFloats(toFloat(x), toFloat(y))
		}
		a, ok1 := decimalOf(x)
		b, ok2 := decimalOf(y)
		if ok1 && ok2 {
			return a.Cmp(b)
		}
		return compareFloats(toFloat(x), toFloat(y))
	case Double:
		return compareFloats(toFloat(x), toFloat(y))
	case UInt64:
		switch {
		case isNegative(x):
			return -1
		case isNegative(y):
			return 1
		}
		return compareUints(x.num, y.num)
	}
	return compareInts(x.Int(), y.Int())
}

func compareFloats(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case a == b:
		return 0
	}
	return unordered
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
