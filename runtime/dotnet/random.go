package dotnet

import (
	"math"

	"rehearse/runtime/value"
)

// Random is System.Random: the subtractive generator that .NET keeps for a seed.
type Random struct {
	seeds [56]int32
	at    int
}

var typeRandom = class("System.Random", value.TypeObject, 0)

// TypeOf is System.Random.
func (*Random) TypeOf() *value.Type { return typeRandom }

// NewRandom is the generator of a seed.
func NewRandom(seed int32) *Random {
	r := &Random{}
	abs := int32(math.MaxInt32)
	if seed != math.MinInt32 {
		abs = max(seed, -seed)
	}
	mj := 161803398 - abs
	r.seeds[55] = mj
	mk, ii := int32(1), 0
	for i := 1; i < 55; i++ {
		if ii += 21; ii >= 55 {
			ii -= 55
		}
		r.seeds[ii] = mk
		if mk = mj - mk; mk < 0 {
			mk += math.MaxInt32
		}
		mj = r.seeds[ii]
	}
	for k := 1; k < 5; k++ {
		for i := 1; i < 56; i++ {
			n := i + 30
			if n >= 55 {
				n -= 55
			}
			if r.seeds[i] -= r.seeds[1+n]; r.seeds[i] < 0 {
				r.seeds[i] += math.MaxInt32
			}
		}
	}
	return r
}

// Sample is the next number from 0 to 2147483646.
func (r *Random) Sample() int32 {
	r.at = r.at%55 + 1
	other := (r.at+20)%55 + 1
	n := r.seeds[r.at] - r.seeds[other]
	if n == math.MaxInt32 {
		n--
	}
	if n < 0 {
		n += math.MaxInt32
	}
	r.seeds[r.at] = n
	return n
}

// Float is the next number from 0 up to 1.
func (r *Random) Float() float64 { return float64(r.Sample()) * (1.0 / math.MaxInt32) }

// Between is the next number from low up to high.
func (r *Random) Between(low, high int64) int64 {
	span := high - low
	if span <= math.MaxInt32 {
		return low + int64(r.Float()*float64(span))
	}
	n := int64(r.Sample())
	if r.Sample()%2 == 0 {
		n = -n
	}
	f := (float64(n) + math.MaxInt32 - 1) / (2*float64(math.MaxInt32) - 1)
	return low + int64(f*float64(span))
}

func randomOf(v value.Value) *Random {
	r, _ := value.As[*Random](v)
	return r
}

func newRandom(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	if len(a) > 0 {
		return value.Of(NewRandom(int32(a[0].Int()))), nil
	}
	b := newGuid(env).Bytes
	return value.Of(NewRandom(int32(b[0])<<24 | int32(b[1])<<16 | int32(b[2])<<8 | int32(b[3]))), nil
}

// RandomSeeded is a generator with a random seed.
func RandomSeeded(env value.Env) *Random {
	v, _ := newRandom(env, value.NullValue, nil) // it never fails without arguments
	return randomOf(v)
}

func nextBetween(v, low, high value.Value) (int64, error) {
	if low.Int() > high.Int() {
		return 0, rangeError("minValue", "'minValue' cannot be greater than maxValue.")
	}
	return randomOf(v).Between(low.Int(), high.Int()), nil
}

var randomTable = table{
	ctors: []ctor{{"()", newRandom}, {"(int Seed)", newRandom}},
	props: []prop{{sig: "static System.Random Shared", ask: func(env value.Env, _ value.Value) (value.Value, error) { return newRandom(env, value.NullValue, nil) }}},
	methods: []method{
		{sig: "int Next()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfInt32(randomOf(v).Sample()) }},
		{sig: "int Next(int maxValue)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			if a[0].Int() < 0 {
				return v, rangeErrorValue("maxValue", "maxValue ('"+itoa(integer(a[0]))+"') must be a non-negative value.", itoa(integer(a[0])))
			}
			return value.OfInt32(int32(randomOf(v).Between(0, a[0].Int()))), nil
		}},
		{sig: "int Next(int minValue, int maxValue)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			n, err := nextBetween(v, a[0], a[1])
			return value.OfInt32(int32(n)), err
		}},
		{sig: "long NextInt64()", do: func(v value.Value, _ []value.Value) value.Value {
			r := randomOf(v)
			return value.OfInt64(int64(r.Sample())<<31 | int64(r.Sample()))
		}},
		{sig: "long NextInt64(long maxValue)", do: func(v value.Value, a []value.Value) value.Value {
			return value.OfInt64(randomOf(v).Between(0, a[0].Int()))
		}},
		{sig: "long NextInt64(long minValue, long maxValue)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			n, err := nextBetween(v, a[0], a[1])
			return value.OfInt64(n), err
		}},
		{sig: "double NextDouble()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfDouble(randomOf(v).Float()) }},
		{sig: "void NextBytes(byte[] buffer)", do: func(v value.Value, a []value.Value) value.Value {
			buf := arrayValue(a[0])
			for i := range buf.Items {
				buf.Items[i] = value.OfInteger(value.Byte, int64(byte(randomOf(v).Sample())))
			}
			return value.NothingValue
		}},
		{sig: "void Shuffle[T](T[] values)", generic: func(_ value.Env, v value.Value, a []value.Value, _ []*value.Type) (value.Value, error) {
			list := ownItems(a[0])
			for i := range list {
				j := i + int(randomOf(v).Between(0, int64(len(list)-i)))
				list[i], list[j] = list[j], list[i]
			}
			return value.NothingValue, nil
		}},
	},
}
