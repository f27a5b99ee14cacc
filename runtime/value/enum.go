package value

import (
	"sort"
	"strconv"
	"strings"
)

// underlying is the integer type of the numbers.
func (e *EnumInfo) underlying() *Type {
	if e.Underlying == nil {
		return TypeInt32
	}
	return e.Underlying
}

// byNumber are the positions of the values by their numbers, which .NET compares as unsigned.
func (e *EnumInfo) byNumber() []int {
	order := make([]int, len(e.Numbers))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return uint64(e.Numbers[order[i]]) < uint64(e.Numbers[order[j]]) })
	return order
}

// SortedNames are the names in the order in which .NET lists them: by number.
func (e *EnumInfo) SortedNames() []string {
	names := make([]string, len(e.Names))
	for i, j := range e.byNumber() {
		names[i] = e.Names[j]
	}
	return names
}

// SortedNumbers are the numbers beside SortedNames.
func (e *EnumInfo) SortedNumbers() []int64 {
	numbers := make([]int64, len(e.Numbers))
	for i, j := range e.byNumber() {
		numbers[i] = e.Numbers[j]
	}
	return numbers
}

// Text is the name of a number: one name, the names of its flags, or the number.
func (e *EnumInfo) Text(n int64) string {
	for i, x := range e.Numbers {
		if x == n {
			return e.Names[i]
		}
	}
	if e.Flags && n != 0 {
		if s, ok := e.flagsText(uint64(n)); ok {
			return s
		}
	}
	if e.underlying() == TypeUInt64 {
		return strconv.FormatUint(uint64(n), 10)
	}
	return strconv.FormatInt(n, 10)
}

// flagsText joins the names that make up a number, taking the largest first; false if bits remain.
func (e *EnumInfo) flagsText(n uint64) (string, bool) {
	var names []string
	order := e.byNumber()
	for i := len(order) - 1; i >= 0; i-- {
		x := uint64(e.Numbers[order[i]])
		if x == 0 || n&x != x {
			continue
		}
		names = append(names, e.Names[order[i]])
		n &^= x
	}
	for i, j := 0, len(names)-1; i < j; i, j = i+1, j-1 {
		names[i], names[j] = names[j], names[i]
	}
	return strings.Join(names, ", "), n == 0
}
