package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// Func and Action exist for every number of parameters up to this.
const maxDelegateParams = 7

var (
	typeFuncs   = delegateTypes("System.Func", 1)
	typeActions = delegateTypes("System.Action", 0)
)

// delegateTypes are the open types of a delegate, which has so many type parameters beyond those of its arguments.
func delegateTypes(name string, extra int) [maxDelegateParams + 1]*value.Type {
	var out [maxDelegateParams + 1]*value.Type
	for i := range out {
		if n := i + extra; n > 0 {
			out[i] = class(name+"`"+itoa(n), typeMulticastDelegate, value.Sealed|value.OpenGeneric)
		}
	}
	return out
}

// delegateRows are the generic rows of Func, Action and the named delegates.
func delegateRows() []generic {
	names := strings.Fields("T1 T2 T3 T4 T5 T6 T7 T8")
	rows := []generic{
		{typePredicate, "T", "", "", nil}, {typeComparison, "T", "", "", nil}, {typeConverter, "TInput TOutput", "", "", nil},
	}
	for i := range typeFuncs {
		rows = append(rows, generic{typeFuncs[i], strings.Join(names[:i+1], " "), "", "", nil})
		if i > 0 {
			rows = append(rows, generic{typeActions[i], strings.Join(names[:i], " "), "", "", nil})
		}
	}
	return rows
}
