package value

// Truth is what `if (v)` decides: false are $null, zero, the empty string and the empty list; a list of one is as true as its element
// (oracle/operators, section 6).
func Truth(v Value) bool {
	switch v.Kind() {
	case Null, Nothing:
		return false
	case Single, Double:
		return v.Float() != 0
	case DecimalKind:
		return !v.Decimal().IsZero()
	case DateTime, TimeSpan:
		return true
	case Reference:
		return truthOfObject(v)
	}
	return v.num != 0 // for a string its length
}

func truthOfObject(v Value) bool {
	switch o := v.ref.(type) {
	case *PSObject:
		if o.base.ref != nil {
			return Truth(o.base)
		}
	case List:
		switch o.Len() {
		case 0:
			return false
		case 1:
			x := o.At(0).Base()
			if l, ok := x.ref.(List); ok {
				return l.Len() > 0
			}
			return Truth(x)
		}
	case interface{ Sign() int }: // big integers
		return o.Sign() != 0
	}
	return true
}
