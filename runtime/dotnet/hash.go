package dotnet

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"strings"

	"rehearse/runtime/value"
)

const cryptoSpace = "System.Security.Cryptography."

// hashKind is a hash algorithm with its types.
type hashKind struct {
	name string
	make func() hash.Hash
	typ  *value.Type
	impl *value.Type
	hmac *value.Type
}

var (
	typeHashAlgorithm = class(cryptoSpace+"HashAlgorithm", value.TypeObject, value.Abstract, value.IfaceDisposable)
	typeHMAC          = class(cryptoSpace+"HMAC", typeHashAlgorithm, value.Abstract)
	typeRandomNumbers = class(cryptoSpace+"RandomNumberGenerator", value.TypeObject, value.Abstract, value.IfaceDisposable)

	hashKinds = []hashKind{
		newHashKind("MD5", md5.New), newHashKind("SHA1", sha1.New), newHashKind("SHA256", sha256.New), newHashKind("SHA384", sha512.New384), newHashKind("SHA512", sha512.New),
	}
)

func newHashKind(name string, make func() hash.Hash) hashKind {
	t := class(cryptoSpace+name, typeHashAlgorithm, value.Abstract)
	return hashKind{name, make, t, class(cryptoSpace+name+"+Implementation", t, value.Sealed), class(cryptoSpace+"HMAC"+name, typeHMAC, 0)}
}

// hasher is an instance of a hash algorithm, with a key for an HMAC.
type hasher struct {
	typ  *value.Type
	kind *hashKind
	key  []byte
	last []byte
}

// TypeOf is the algorithm's type.
func (h *hasher) TypeOf() *value.Type { return h.typ }

func (h *hasher) sum(b []byte) []byte {
	x := h.kind.make()
	if h.key != nil {
		x = hmac.New(h.kind.make, h.key)
	}
	x.Write(b)
	h.last = x.Sum(nil)
	return h.last
}

func hasherOf(v value.Value) *hasher {
	h, _ := value.As[*hasher](v)
	return h
}

// hashRows are the types of hash algorithms with their members.
func hashRows() []row {
	rows := []row{
		{typeHashAlgorithm, &hashAlgorithmTable}, {typeHMAC, nil}, {typeRandomNumbers, &randomNumbersTable},
	}
	for i := range hashKinds {
		k := &hashKinds[i]
		create := method{sig: "static " + k.typ.FullName + " Create()", do: func(value.Value, []value.Value) value.Value { return value.Of(&hasher{typ: k.impl, kind: k}) }}
		data := method{sig: "static byte[] HashData(byte[] source)", do: func(_ value.Value, a []value.Value) value.Value {
			return ofBytes((&hasher{kind: k}).sum(bytesOf(a[0])))
		}}
		stream := method{sig: "static byte[] HashData(System.IO.Stream source)", do: func(_ value.Value, a []value.Value) value.Value {
			return ofBytes((&hasher{kind: k}).sum(restOf(a[0])))
		}}
		keyed := ctor{"(byte[] key)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return value.Of(&hasher{typ: typeValue(t), kind: k, key: append([]byte{}, bytesOf(a[0])...)}), nil
		}}
		rows = append(rows, row{k.typ, &table{methods: []method{create, data, stream}}}, row{k.impl, nil}, row{k.hmac, &table{ctors: []ctor{keyed}}})
	}
	return rows
}

// restOf are the bytes that are left in a stream.
func restOf(v value.Value) []byte {
	s := streamOf(v)
	if s == nil {
		return nil
	}
	b := s.data[min(s.at, len(s.data)):]
	s.at = len(s.data)
	return b
}

var hashAlgorithmTable = table{
	props: []prop{
		{sig: "int HashSize", get: func(v value.Value) value.Value { return value.OfInt(hasherOf(v).kind.make().Size() * 8) }},
		{sig: "byte[] Hash", get: func(v value.Value) value.Value { return ofBytes(hasherOf(v).last) }},
		{sig: "byte[] Key", get: func(v value.Value) value.Value { return ofBytes(hasherOf(v).key) },
			set: func(_ value.Env, v, x value.Value) error {
				hasherOf(v).key = append([]byte{}, bytesOf(x)...)
				return nil
			}},
	},
	methods: []method{
		{sig: "byte[] ComputeHash(byte[] buffer)", do: func(v value.Value, a []value.Value) value.Value { return ofBytes(hasherOf(v).sum(bytesOf(a[0]))) }},
		{sig: "byte[] ComputeHash(System.IO.Stream inputStream)", do: func(v value.Value, a []value.Value) value.Value { return ofBytes(hasherOf(v).sum(restOf(a[0]))) }},
		{sig: "void Dispose()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "void Clear()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "static System.Security.Cryptography.HashAlgorithm Create(string hashName)", do: func(_ value.Value, a []value.Value) value.Value {
			for i := range hashKinds {
				if k := &hashKinds[i]; strings.EqualFold(k.name, strings.ReplaceAll(a[0].Str(), "-", "")) {
					return value.Of(&hasher{typ: k.impl, kind: k})
				}
			}
			return value.NullValue
		}},
	},
}

// randomNumbers is a RandomNumberGenerator.
type randomNumbers struct{ _ byte }

// TypeOf is RandomNumberGenerator.
func (*randomNumbers) TypeOf() *value.Type { return typeRandomNumbers }

// randomBytes are n bytes of the run's random numbers.
func randomBytes(env value.Env, n int) []byte {
	var out []byte
	for len(out) < n {
		b := newGuid(env).Bytes
		out = append(out, b[0], b[1], b[2], b[3], b[4], b[5], b[10], b[11])
	}
	return out[:n]
}

var randomNumbersTable = table{methods: []method{
	{sig: "static System.Security.Cryptography.RandomNumberGenerator Create()", do: func(value.Value, []value.Value) value.Value { return value.Of(&randomNumbers{}) }},
	{sig: "void GetBytes(byte[] data)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		buf := arrayValue(a[0])
		for i, b := range randomBytes(env, len(buf.Items)) {
			buf.Items[i] = value.OfInteger(value.Byte, int64(b))
		}
		return value.NothingValue, nil
	}},
	{sig: "void Dispose()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
	{sig: "static byte[] GetBytes(int count)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		n := integer(a[0])
		if n < 0 || n > maxListItems {
			return value.NullValue, countError(n)
		}
		return ofBytes(randomBytes(env, n)), nil
	}},
	{sig: "static int GetInt32(int toExclusive)", call: secureInt},
	{sig: "static int GetInt32(int fromInclusive, int toExclusive)", call: secureInt},
}}

func secureInt(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	low, high := int64(0), a[len(a)-1].Int()
	if len(a) > 1 {
		low = a[0].Int()
	}
	if low >= high {
		return value.NullValue, raise(value.ArgumentException, "Range of random number does not contain at least one possibility.")
	}
	b := randomBytes(env, 8)
	n := uint64(0)
	for _, x := range b {
		n = n<<8 | uint64(x)
	}
	return value.OfInt(int(low + int64(n%uint64(high-low)))), nil
}
