package dotnet

import "math/big"

// zeroes are the defaults of the structs of this package, which a cast from an empty hashtable gives as well.
func zeroes() {
	typeGuid.Zero = &Guid{}
	typeDateTimeOffset.Zero = &DateTimeOffset{}
	typeDateOnly.Zero = &DateOnly{}
	typeTimeOnly.Zero = &TimeOnly{}
	typeBigInteger.Zero = &BigInteger{new(big.Int)}
}
