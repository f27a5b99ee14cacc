package ast

import "math"

// StringConstantType says how a string was written.
type StringConstantType uint8

// The ways to write a string, named after PowerShell's StringConstantType.
const (
	BareWord StringConstantType = iota
	SingleQuoted
	DoubleQuoted
	SingleQuotedHereString
	DoubleQuotedHereString
)

// String is PowerShell's name of the kind.
func (k StringConstantType) String() string {
	return [...]string{"BareWord", "SingleQuoted", "DoubleQuoted", "SingleQuotedHereString", "DoubleQuotedHereString"}[k]
}

// StringConstantExpression is a string without expansions; Value has its escapes resolved.
type StringConstantExpression struct {
	Extent
	Value              string
	StringConstantType StringConstantType
}

// ExpandableStringExpression is a string with variables or subexpressions in it.
type ExpandableStringExpression struct {
	Extent
	// Value is the text with escapes resolved and the expansions as written.
	Value              string
	StringConstantType StringConstantType
	NestedExpressions  []Expression // VariableExpression, SubExpression, UsingExpression in order
	Parts              []StringPart // text and expressions in order; concatenated they are the string
}

// StringPart is a piece of an expandable string: Expression if it is not nil, else Text.
type StringPart struct {
	Text       string
	Expression Expression
}

// ConstantExpression is a number, or the $true that an omitted attribute argument stands for.
type ConstantExpression struct {
	Extent
	Value Number
}

// NumberKind is the CLR type of a constant.
type NumberKind uint8

// The types a constant can have.
const (
	SByte NumberKind = iota
	Byte
	Int16
	UInt16
	Int32
	UInt32
	Int64
	UInt64
	Double
	Decimal
	BigInteger
	Boolean
)

// String is the name of the CLR type without its namespace.
func (k NumberKind) String() string {
	return [...]string{"SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Double", "Decimal", "BigInteger", "Boolean"}[k]
}

// Number is a numeric constant. In an argument the binder needs both its value and its text
// (0x10 is 16 for an [int] parameter and "0x10" for a [string] one).
type Number struct {
	Kind NumberKind
	// Bits holds the value: two's complement for the integers up to 64 bits, IEEE 754 for
	// Double, 0 or 1 for Boolean; unused for Decimal and BigInteger.
	Bits uint64
	// Digits is the exact value of a Decimal or BigInteger in decimal notation, multiplier
	// applied, with the scale it was written in: "-1.50".
	Digits string
	// Text is the source text.
	Text string
}

// Int is the value of an integer or boolean of up to 64 bits; UInt64 values wrap.
func (n Number) Int() int64 { return int64(n.Bits) }

// Uint is the value of an unsigned integer.
func (n Number) Uint() uint64 { return n.Bits }

// Float is the value of a Double.
func (n Number) Float() float64 { return math.Float64frombits(n.Bits) }

func (*StringConstantExpression) node()             {}
func (*StringConstantExpression) commandElement()   {}
func (*StringConstantExpression) expression()       {}
func (*ExpandableStringExpression) node()           {}
func (*ExpandableStringExpression) commandElement() {}
func (*ExpandableStringExpression) expression()     {}
func (*ConstantExpression) node()                   {}
func (*ConstantExpression) commandElement()         {}
func (*ConstantExpression) expression()             {}
