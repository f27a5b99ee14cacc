package dotnet

import (
	"math/big"

	"rehearse/runtime/value"
)

// bigOperatorRows are the operators of [bigint].
var bigOperatorRows = []method{
	{sig: "static bigint op_Addition(bigint left, bigint right)", do: big2((*big.Int).Add)},
	{sig: "static bigint op_Subtraction(bigint left, bigint right)", do: big2((*big.Int).Sub)},
	{sig: "static bigint op_Multiply(bigint left, bigint right)", call: bigProduct},
	{sig: "static bigint op_Division(bigint dividend, bigint divisor)", call: bigDivision((*big.Int).Quo)},
	{sig: "static bigint op_Modulus(bigint dividend, bigint divisor)", call: bigDivision((*big.Int).Rem)},
	{sig: "static bigint op_BitwiseAnd(bigint left, bigint right)", do: big2((*big.Int).And)},
	{sig: "static bigint op_BitwiseOr(bigint left, bigint right)", do: big2((*big.Int).Or)},
	{sig: "static bigint op_ExclusiveOr(bigint left, bigint right)", do: big2((*big.Int).Xor)},
	{sig: "static bigint op_OnesComplement(bigint value)", do: big1((*big.Int).Not)},
	{sig: "static bigint op_UnaryNegation(bigint value)", do: big1((*big.Int).Neg)},
	{sig: "static bigint op_UnaryPlus(bigint value)", do: big1((*big.Int).Set)},
	{sig: "static bigint op_Increment(bigint value)", do: func(_ value.Value, a []value.Value) value.Value {
		return OfBigInteger(new(big.Int).Add(bigOf(a[0]), big.NewInt(1)))
	}},
	{sig: "static bigint op_Decrement(bigint value)", do: func(_ value.Value, a []value.Value) value.Value {
		return OfBigInteger(new(big.Int).Sub(bigOf(a[0]), big.NewInt(1)))
	}},
	{sig: "static bigint op_LeftShift(bigint value, int shift)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return bigShift(bigOf(a[0]), integer(a[1]))
	}},
	{sig: "static bigint op_RightShift(bigint value, int shift)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return bigShift(bigOf(a[0]), -integer(a[1]))
	}},
}

// bigShift shifts to the left, to the right for a negative count.
func bigShift(n *big.Int, by int) (value.Value, error) {
	switch {
	case by < 0:
		return OfBigInteger(new(big.Int).Rsh(n, uint(min(-by, maxBits)))), nil
	case n.BitLen()+by > maxBits:
		return value.NullValue, tooLong()
	}
	return OfBigInteger(new(big.Int).Lsh(n, uint(by))), nil
}
