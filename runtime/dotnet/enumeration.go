package dotnet

import (
	"strconv"
	"strings"
	"sync"

	"rehearse/runtime/value"
)

// enumeration is the row of an enum type. It becomes a Type when a script first names it.
type enumeration struct {
	full  string
	names string // "Sunday Monday", or "None=0 Red=4" where the numbers do not count up
	flags bool
	under **value.Type // the underlying type, nil for Int32

	once sync.Once
	t    *value.Type
}

// typ is the enumeration as a type.
func (e *enumeration) typ() *value.Type {
	e.once.Do(func() {
		var names []string
		var numbers []int64
		next := int64(0)
		for _, f := range strings.Fields(e.names) {
			name, number, ok := strings.Cut(f, "=")
			if ok {
				next, _ = strconv.ParseInt(number, 0, 64)
			}
			names, numbers = append(names, name), append(numbers, next)
			next++
		}
		e.t = value.NewEnum(e.full, names, numbers)
		e.t.Enum.Flags = e.flags
		if e.under != nil {
			e.t.Enum.Underlying = *e.under
		}
	})
	return e.t
}

// of is the value n of the enumeration.
func (e *enumeration) of(n int64) value.Value { return value.OfEnum(e.typ().Enum, n) }
