// Package decimal is .NET's System.Decimal: a 96-bit integer with a scale from 0 to 28 that arithmetic keeps as .NET does.
package decimal

// Number is a decimal: Hi·2⁶⁴ + Lo, divided by 10^Scale, negative if Neg. The zero Number is 0.
type Number struct {
	Lo    uint64
	Hi    uint32
	Scale uint8
	Neg   bool
}

// Hash is equal for numbers that Cmp calls equal.
func (n Number) Hash() uint32 { return uint32(n.Lo) }

// Cmp is -1, 0 or 1.
func (n Number) Cmp(m Number) int { return 0 }

// String is the number with all digits of its scale, as .NET's invariant ToString() writes it.
func (n Number) String() string { return "" }
