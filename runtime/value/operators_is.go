package value

// Is is v -is [t]: the type of the object below any wrapper. [psobject] asks for a wrapper or property bag, [pscustomobject] likewise.
func Is(v Value, t *Type) bool {
	if v.IsNull() {
		return false
	}
	if t == TypePSObject || t == TypePSCustomObject {
		_, ok := v.ref.(*PSObject)
		return ok
	}
	if isNullable(t) {
		t = t.Args[0]
	}
	if of := TypeOf(v); t.Elem == nil || of.Elem == nil {
		return of.Is(t)
	}
	return TypeOf(v) == t // an array of texts is no Object[] here
}
