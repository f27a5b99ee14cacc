package dotnet

import (
	"crypto/rand"
	"encoding/hex"
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Guid is System.Guid, its bytes in the order of its text.
type Guid struct{ Bytes [16]byte }

var typeGuid = class("System.Guid", value.TypeValueType, value.ValueType|value.Sealed, value.IfaceComparable, value.IfaceFormattable)

// TypeOf is System.Guid.
func (*Guid) TypeOf() *value.Type { return typeGuid }

// KeyHash hashes the bytes.
func (g *Guid) KeyHash() uint32 { return hashText(string(g.Bytes[:])) }

// KeyEqual compares the bytes.
func (g *Guid) KeyEqual(other value.Value) bool {
	o, ok := value.As[*Guid](other)
	return ok && o.Bytes == g.Bytes
}

// CompareTo orders two values of the type.
func (g *Guid) CompareTo(_ value.Env, other value.Value) (int, error) {
	o, _ := value.As[*Guid](other)
	return strings.Compare(string(g.Bytes[:]), string(o.Bytes[:])), nil
}

// FormatText is ToString(f, c).
func (g *Guid) FormatText(f string, _ *text.Culture) (string, error) {
	h := hex.EncodeToString(g.Bytes[:])
	d := h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
	switch f {
	case "", "D", "d":
		return d, nil
	case "N", "n":
		return h, nil
	case "B", "b":
		return "{" + d + "}", nil
	case "P", "p":
		return "(" + d + ")", nil
	case "X", "x":
		s := "{0x" + h[:8] + ",0x" + h[8:12] + ",0x" + h[12:16] + ",{"
		for i := 8; i < 16; i++ {
			if i > 8 {
				s += ","
			}
			s += "0x" + h[i*2:i*2+2]
		}
		return s + "}}", nil
	}
	return "", raise(value.FormatException, "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
}

// parseGuid reads the five formats.
func parseGuid(s string) (*Guid, error) {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") || strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = s[1 : len(s)-1]
	}
	h := s
	if strings.Contains(s, "-") {
		if len(s) != 36 || s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
			return nil, raise(value.FormatException, "Unrecognized Guid format.")
		}
		h = strings.ReplaceAll(s, "-", "")
	}
	g := &Guid{}
	if len(h) != 32 {
		return nil, raise(value.FormatException, "Unrecognized Guid format.")
	}
	if _, err := hex.Decode(g.Bytes[:], []byte(h)); err != nil {
		return nil, raise(value.FormatException, "Guid string should only contain hexadecimal characters.")
	}
	return g, nil
}

// newGuid is a random one; one of a run with a seed comes from the run's random numbers.
// NewGuid is a new random GUID.
func NewGuid(env value.Env) value.Value { return value.Of(newGuid(env)) }

// ParseGuid reads a GUID in any of the formats that [guid] reads.
func ParseGuid(s string) (value.Value, error) {
	g, err := parseGuid(s)
	if err != nil {
		return value.NullValue, err
	}
	return value.Of(g), nil
}

func newGuid(env value.Env) *Guid {
	g := &Guid{}
	if r, ok := env.(randomized); ok {
		r.RandomBytes(g.Bytes[:])
	} else {
		_, _ = rand.Read(g.Bytes[:])
	}
	g.Bytes[6] = g.Bytes[6]&0x0f | 0x40
	g.Bytes[8] = g.Bytes[8]&0x3f | 0x80
	return g
}

// randomized is an Env whose random numbers repeat with its seed.
type randomized interface{ RandomBytes(b []byte) }

func guidOf(v value.Value) *Guid {
	g, _ := value.As[*Guid](v)
	return g
}

// littleEndian swaps the first three fields, which ToByteArray writes in the order of the processor.
func littleEndian(b [16]byte) [16]byte {
	b[0], b[1], b[2], b[3] = b[3], b[2], b[1], b[0]
	b[4], b[5] = b[5], b[4]
	b[6], b[7] = b[7], b[6]
	return b
}

var guidTable = table{
	ctors: []ctor{
		{"(byte[] b)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if a[0].IsNull() {
				return value.NullValue, nullError("b")
			}
			b := bytesOf(a[0])
			if len(b) != 16 {
				return value.NullValue, argumentError("b", "Byte array for Guid must be exactly 16 bytes long.")
			}
			return value.Of(&Guid{littleEndian([16]byte(b))}), nil
		}},
		{"(string g)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofGuid(parseGuid(a[0].Str()))
		}},
	},
	props: []prop{
		{sig: "static guid Empty", get: func(value.Value) value.Value { return value.Of(&Guid{}) }},
		{sig: "static guid AllBitsSet", get: func(value.Value) value.Value {
			g := &Guid{}
			for i := range g.Bytes {
				g.Bytes[i] = 0xff
			}
			return value.Of(g)
		}},
		{sig: "int Variant", get: func(s value.Value) value.Value { return value.OfInt(int(guidOf(s).Bytes[8] >> 4)) }},
		{sig: "int Version", get: func(s value.Value) value.Value { return value.OfInt(int(guidOf(s).Bytes[6] >> 4)) }},
		{sig: "System.Object Guid", kind: value.ScriptProperty, source: "$this.ToString()", get: func(s value.Value) value.Value { return value.OfString(value.ToString(s)) }},
	},
	methods: concatRows([]method{
		{sig: "static guid NewGuid()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			return value.Of(newGuid(env)), nil
		}},
		{sig: "static guid CreateVersion7()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			g, ms := newGuid(env), now(env).UnixMilli()
			for i := range 6 {
				g.Bytes[i] = byte(ms >> (40 - 8*i))
			}
			g.Bytes[6] = g.Bytes[6]&0x0f | 0x70
			return value.Of(g), nil
		}},
		{sig: "static guid Parse(string input)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofGuid(parseGuid(a[0].Str()))
		}},
		{sig: "static guid Parse(System.ReadOnlySpan[char] input)", do: fromSpan},
		{sig: "static guid Parse(string s, System.IFormatProvider provider)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofGuid(parseGuid(a[0].Str()))
		}},
		{sig: "static guid ParseExact(string input, string format)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			g, err := parseGuid(a[0].Str())
			if err != nil {
				return value.NullValue, err
			}
			s, err := g.FormatText(a[1].Str(), nil)
			if err == nil && !strings.EqualFold(s, strings.TrimSpace(a[0].Str())) {
				err = raise(value.FormatException, "Unrecognized Guid format.")
			}
			return ofGuid(g, err)
		}},
		{sig: "static bool TryParse(System.ReadOnlySpan[char] input, [ref] guid result)", do: fromSpan},
		{sig: "static bool TryParse(string input, [ref] guid result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return tryParse(a[1], typeGuid)(ofGuid(parseGuid(a[0].Str())))
		}},
		{sig: "byte[] ToByteArray()", do: func(s value.Value, _ []value.Value) value.Value {
			b := littleEndian(guidOf(s).Bytes)
			return ofBytes(b[:])
		}},
		{sig: "int CompareTo(System.Object value)", call: compareTo},
		{sig: "int CompareTo(guid value)", call: compareTo},
		{sig: "bool Equals(System.Object o)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
		{sig: "bool Equals(guid g)", do: func(s value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(s, a[0])) }},
	}, toStringRows[:2], toStringRows[3:]),
}

func ofGuid(g *Guid, err error) (value.Value, error) {
	if err != nil {
		return value.NullValue, err
	}
	return value.Of(g), nil
}

// ToText is the usual text of a GUID.
func (g *Guid) ToText() string {
	s, _ := g.FormatText("D", nil)
	return s
}
