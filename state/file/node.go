package file

// place is where something stands in a file, counted from 1.
type place struct{ line, column int }

// nodeKind tells what a node is.
type nodeKind uint8

const (
	nodeNull nodeKind = iota
	nodeScalar
	nodeList
	nodeMap
)

// node is a piece of a parsed file: what both parsers produce and the one decoder
// reads. Scalars stay texts; the decoder knows what they should be.
type node struct {
	kind nodeKind
	// quoted tells "true" from true and "" from nothing.
	quoted bool
	at     place
	text   string
	items  []node
	// keys are the names of a map; items holds the values beside them.
	keys []key
}

// key is a name in a map with its place.
type key struct {
	name string
	at   place
}

// describe names the kind for a message.
func (n *node) describe() string {
	switch n.kind {
	case nodeScalar:
		return "a text"
	case nodeList:
		return "a list"
	case nodeMap:
		return "a mapping"
	}
	return "nothing"
}
