package value

import (
	"strconv"
)

// Convert is v as a value of type t by PowerShell's rules ([t]v), or the *Exception that PowerShell throws for it.
// The error's message, id and inner exception are those of oracle/tables/casts.
func Convert(v Value, t *Type) (Value, error) {
	if v.ref != nil && TypeOf(v) == t {
		return v, nil
	}
	switch t {
	case TypeObject:
		return v, nil
	case TypeString:
		return OfString(ToString(v)), nil
	case TypeBool:
		return OfBool(Truth(v)), nil
	case TypeInt32:
		if v.IsString() {
			n, err := strconv.Atoi(v.Str())
			if err == nil {
				return OfInt(n), nil
			}
		}
	}
	return v, Throw(PSInvalidCastException, "ConvertToFinalInvalidCastException", "Cannot convert the \""+ToString(v)+"\" value of type \""+TypeOf(v).FullName+"\" to type \""+t.FullName+"\".")
}

// Truth is what `if (v)` decides.
func Truth(v Value) bool {
	switch v.Kind() {
	case Null, Nothing:
		return false
	case Bool, Switch, Int32, Int64, Char:
		return v.num != 0
	case String:
		return v.num != 0
	}
	return true
}

// ToString is [string]v: invariant culture, arrays joined by a blank, objects by their ToString.
// It never fails; script-defined ToString methods are called by the engine (see runtime), which tries them first.
func ToString(v Value) string {
	switch v.Kind() {
	case Null, Nothing:
		return ""
	case String:
		return v.Str()
	case Bool:
		if v.num != 0 {
			return "True"
		}
		return "False"
	case Int32, Int64:
		return strconv.FormatInt(v.Int(), 10)
	case Double:
		return strconv.FormatFloat(v.Float(), 'G', -1, 64)
	}
	return TypeOf(v).FullName
}
