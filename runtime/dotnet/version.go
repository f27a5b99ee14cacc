package dotnet

import (
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

// Version is System.Version: major, minor, build, revision; -1 for a part that was not given.
type Version [4]int

var typeVersion = class("System.Version", value.TypeObject, value.Sealed, value.IfaceCloneable, value.IfaceComparable)

// TypeOf is System.Version.
func (*Version) TypeOf() *value.Type { return typeVersion }

// ToText is the parts that were given.
func (v *Version) ToText() string { return v.text(4) }

func (v *Version) text(n int) string {
	parts := make([]string, 0, 4)
	for _, x := range v[:n] {
		if x < 0 {
			break
		}
		parts = append(parts, strconv.Itoa(x))
	}
	return strings.Join(parts, ".")
}

// KeyHash hashes the parts.
func (v *Version) KeyHash() uint32 { return hashText(v.ToText()) }

// KeyEqual compares the parts.
func (v *Version) KeyEqual(other value.Value) bool {
	o, ok := value.As[*Version](other)
	return ok && *o == *v
}

// CompareTo orders two values of the type.
func (v *Version) CompareTo(_ value.Env, other value.Value) (int, error) {
	o, _ := value.As[*Version](other)
	for i := range v {
		if v[i] != o[i] {
			return order(v[i], o[i]), nil
		}
	}
	return 0, nil
}

func parseVersion(s string) (value.Value, error) {
	parts := strings.Split(s, ".")
	if len(parts) < 2 || len(parts) > 4 {
		return value.NullValue, argumentError("input", "Version string portion was too short or too long.")
	}
	v := &Version{-1, -1, -1, -1}
	for i, p := range parts {
		t := strings.TrimSpace(p)
		n, err := strconv.ParseInt(strings.TrimPrefix(t, "+"), 10, 64)
		switch {
		case err != nil && !strings.Contains(err.Error(), "range"):
			return value.NullValue, raise(value.FormatException, "The input string '"+p+"' was not in a correct format.")
		case err != nil || n > 1<<31-1 || n < -1<<31:
			return value.NullValue, raise(value.OverflowException, "Value was either too large or too small for an Int32.")
		case n < 0:
			return value.NullValue, rangeError([]string{"major", "minor", "build", "revision"}[i], "Version's parameters must be greater than or equal to zero.")
		}
		v[i] = int(n)
	}
	return value.Of(v), nil
}

func versionOf(v value.Value) *Version {
	x, ok := value.As[*Version](v)
	if !ok {
		return &Version{}
	}
	return x
}

func newVersion(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	v := &Version{0, 0, -1, -1}
	for i, x := range a {
		if x.Int() < 0 {
			return value.NullValue, rangeErrorValue([]string{"major", "minor", "build", "revision"}[i], []string{"major", "minor", "build", "revision"}[i]+" ('"+itoa(integer(x))+"') must be a non-negative value.", itoa(integer(x)))
		}
		v[i] = integer(x)
	}
	return value.Of(v), nil
}

func versionPart(i int) func(value.Value) value.Value {
	return func(v value.Value) value.Value { return value.OfInt(versionOf(v)[i]) }
}

var versionTable = table{
	ctors: []ctor{
		{"(int major, int minor, int build, int revision)", newVersion}, {"(int major, int minor, int build)", newVersion}, {"(int major, int minor)", newVersion},
		{"(string version)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return parseVersion(a[0].Str())
		}},
		{"()", newVersion},
	},
	props: []prop{
		{sig: "int Major", get: versionPart(0)}, {sig: "int Minor", get: versionPart(1)}, {sig: "int Build", get: versionPart(2)}, {sig: "int Revision", get: versionPart(3)},
		{sig: "short MajorRevision", get: func(v value.Value) value.Value {
			return value.OfInteger(value.Int16, int64(int16(versionOf(v)[3]>>16)))
		}},
		{sig: "short MinorRevision", get: func(v value.Value) value.Value { return value.OfInteger(value.Int16, int64(int16(versionOf(v)[3]))) }},
	},
	methods: []method{
		{sig: "System.Object Clone()", do: func(v value.Value, _ []value.Value) value.Value { c := *versionOf(v); return value.Of(&c) }},
		{sig: "int CompareTo(System.Object version)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
			if _, ok := value.As[*Version](a[0].Base()); !ok && !a[0].IsNull() {
				return v, raise(value.ArgumentException, "Object must be of type Version.")
			}
			return compareTo(env, v, a)
		}},
		{sig: "int CompareTo(version value)", call: compareTo},
		{sig: "bool Equals(System.Object obj)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(v, a[0])) }},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(versionOf(v).ToText()) }},
		{sig: "string ToString(int fieldCount)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			x, n := versionOf(v), integer(a[0])
			given := 0
			for given < 4 && x[given] >= 0 {
				given++
			}
			if n < 0 || n > given {
				return v, argumentError("fieldCount", "Argument must be between 0 and "+itoa(given)+".")
			}
			return value.OfString(x.text(n)), nil
		}},
		{sig: "static version Parse(string input)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return parseVersion(a[0].Str())
		}},
		{sig: "static bool TryParse(string input, [ref] version result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return tryParse(a[1], typeVersion)(parseVersion(a[0].Str()))
		}},
	},
}
