package value

// growth is the room behind arrays that came of appending: `$list += $x` makes a new array each time, and copying all elements each
// time would take quadratic time. The new array shares the elements of the old one, which is safe as long as nobody writes to either:
// whoever writes takes a copy first (Own).
type growth struct{ room []Value }

// growFrom is the length from which appending keeps room for more.
const growFrom = 16

// grown is a new Object[] with the elements of a and more.
func grown(a *Array, more ...Value) *Array {
	n := len(a.Items) + len(more)
	g := a.growth
	if g == nil || len(g.room) != len(a.Items) || n > cap(g.room) {
		g = &growth{append(make([]Value, 0, n+n/2), a.Items...)}
	}
	g.room = append(g.room, more...)
	return &Array{Type: TypeObjectArray, Items: g.room[:n:n], growth: g}
}

// Own lets the array be written to: elements that it shares with others are copied first.
func (a *Array) Own() {
	if a.growth != nil {
		a.Items = append(make([]Value, 0, len(a.Items)), a.Items...)
		a.growth = nil
	}
}
