package bind

// prepared are the look-up tables of a Signature.
type prepared struct{}
