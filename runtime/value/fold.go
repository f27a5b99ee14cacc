package value

import (
	"strings"
	"unicode"
)

// FoldHash hashes a name so that names differing only in case (as strings.EqualFold sees it) collide. It does not allocate.
func FoldHash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			return foldHashUnicode(s)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

func foldHashUnicode(s string) uint32 {
	h := uint32(2166136261)
	for _, r := range s {
		h = (h ^ uint32(foldRune(r))) * 16777619
	}
	return h
}

// foldRune is the smallest rune of r's folding orbit, lower case for ASCII, so that EqualFold strings hash alike.
func foldRune(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	low := r
	for x := unicode.SimpleFold(r); x != r; x = unicode.SimpleFold(x) {
		if x < 0x80 {
			return foldRune(x)
		}
		if x < low {
			low = x
		}
	}
	return low
}

// EqualFold tells whether two names are equal but for case.
func EqualFold(a, b string) bool { return a == b || strings.EqualFold(a, b) }

// NameIndex finds names regardless of case: the index of shapes, member tables, slot tables and parameter lists.
// The zero NameIndex is empty and ready for use; names keep their order.
type NameIndex struct {
	names  []string
	hashes []uint32
	table  []int32 // open addressing, index+1; nil while there are few names
}

const linearNames = 8 // up to here a scan of the hashes beats the table

// Len is the number of names.
func (x *NameIndex) Len() int { return len(x.names) }

// Name is the i-th name as it was added.
func (x *NameIndex) Name(i int) string { return x.names[i] }

// Names are all names in order; the caller must not change them.
func (x *NameIndex) Names() []string { return x.names }

// Find is the position of name, or -1.
func (x *NameIndex) Find(name string) int { return x.find(name, FoldHash(name)) }

// FindHash is Find for a name whose FoldHash is known.
func (x *NameIndex) FindHash(name string, hash uint32) int {
	if len(x.names) == 0 {
		return -1
	}
	return x.find(name, hash)
}

func (x *NameIndex) find(name string, h uint32) int {
	if x.table == nil {
		for i, k := range x.hashes {
			if k == h && EqualFold(x.names[i], name) {
				return i
			}
		}
		return -1
	}
	mask := uint32(len(x.table) - 1)
	for p := h & mask; ; p = (p + 1) & mask {
		i := x.table[p]
		if i == 0 {
			return -1
		}
		if x.hashes[i-1] == h && EqualFold(x.names[i-1], name) {
			return int(i - 1)
		}
	}
}

// Add appends name and is its position; a name that is already there keeps its place and spelling.
func (x *NameIndex) Add(name string) int {
	h := FoldHash(name)
	if i := x.find(name, h); i >= 0 {
		return i
	}
	x.names = append(x.names, name)
	x.hashes = append(x.hashes, h)
	if n := len(x.names); n > linearNames && (x.table == nil || n*2 > len(x.table)) {
		x.rebuild()
	} else if x.table != nil {
		x.insert(n-1, h)
	}
	return len(x.names) - 1
}

func (x *NameIndex) rebuild() {
	size := 32
	for size < len(x.names)*4 {
		size *= 2
	}
	x.table = make([]int32, size)
	for i, h := range x.hashes {
		x.insert(i, h)
	}
}

func (x *NameIndex) insert(i int, h uint32) {
	mask := uint32(len(x.table) - 1)
	p := h & mask
	for x.table[p] != 0 {
		p = (p + 1) & mask
	}
	x.table[p] = int32(i + 1)
}

// Clone is an independent copy.
func (x *NameIndex) Clone() NameIndex {
	return NameIndex{
		names:  append([]string(nil), x.names...),
		hashes: append([]uint32(nil), x.hashes...),
		table:  append([]int32(nil), x.table...),
	}
}
