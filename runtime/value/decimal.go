package value

import "rehearse/runtime/decimal"

// Decimal is a [decimal] as an object. Decimals are immutable.
type Decimal struct{ decimal.Number }

// TypeOf is System.Decimal.
func (*Decimal) TypeOf() *Type { return TypeDecimal }

// OfDecimal is a [decimal].
func OfDecimal(n decimal.Number) Value { return Value{ref: &Decimal{n}} }

// KeyHash hashes the number regardless of its scale: 1.0 and 1.00 are one key.
func (d *Decimal) KeyHash() uint32 { return d.Number.Hash() }

// KeyEqual compares as decimals.
func (d *Decimal) KeyEqual(other Value) bool {
	o := other.Decimal()
	return o != nil && d.Number.Cmp(o.Number) == 0
}
