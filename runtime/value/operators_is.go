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
	return TypeOf(v).Is(t)
}
