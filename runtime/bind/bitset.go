package bind

import "math/bits"

// bitset is a set of parameter indexes.
type bitset []uint64

func (b bitset) has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }

func (b bitset) add(i int) { b[i>>6] |= 1 << (i & 63) }

func (b bitset) remove(i int) { b[i>>6] &^= 1 << (i & 63) }

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// words is the length of a bitset for n indexes.
func words(n int) int { return (n + 63) / 64 }
