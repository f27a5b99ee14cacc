package decimal

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func number(t *rapid.T, label string) Number {
	n := Number{
		Lo:    rapid.Uint64().Draw(t, label+".lo"),
		Scale: uint8(rapid.IntRange(0, MaxScale).Draw(t, label+".scale")),
		Neg:   rapid.Bool().Draw(t, label+".neg"),
	}
	if rapid.Bool().Draw(t, label+".large") {
		n.Hi = rapid.Uint32().Draw(t, label+".hi")
	}
	return n
}

func rat(n Number) *big.Rat {
	m := new(big.Int).SetUint64(uint64(n.Hi))
	m.Lsh(m, 64).Or(m, new(big.Int).SetUint64(n.Lo))
	if n.Neg {
		m.Neg(m)
	}
	return new(big.Rat).SetFrac(m, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.Scale)), nil))
}

// nearest fails unless got is exact rounded to got's scale, half to even.
func nearest(t *rapid.T, exact *big.Rat, got Number) {
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(got.Scale)), nil))
	diff := new(big.Rat).Sub(exact, rat(got))
	diff.Abs(diff).Add(diff, diff)
	switch diff.Cmp(unit) {
	case 1:
		t.Fatalf("%s is not %s to its last place", got, exact.FloatString(40))
	case 0:
		if got.Lo&1 != 0 {
			t.Fatalf("%s rounds %s to odd", got, exact.FloatString(40))
		}
	}
}

func TestArithmeticIsExactToTheLastPlace(t *testing.T) {
	tooLarge := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), 96))
	limit := new(big.Rat).Sub(tooLarge, big.NewRat(1, 2))
	rapid.Check(t, func(t *rapid.T) {
		a, b := number(t, "a"), number(t, "b")
		for _, c := range []struct {
			name string
			f    func(Number, Number) (Number, error)
			big  func(z, x, y *big.Rat) *big.Rat
		}{
			{"add", Number.Add, (*big.Rat).Add}, {"sub", Number.Sub, (*big.Rat).Sub},
			{"mul", Number.Mul, (*big.Rat).Mul}, {"div", Number.Div, (*big.Rat).Quo},
		} {
			got, err := c.f(a, b)
			if c.name == "div" && b.IsZero() {
				if err != ErrDivideByZero {
					t.Fatalf("%s / 0: %v", a, err)
				}
				continue
			}
			want := c.big(new(big.Rat), rat(a), rat(b))
			if err != nil {
				if new(big.Rat).Abs(want).Cmp(limit) < 0 {
					t.Fatalf("%s %s %s: %v", a, c.name, b, err)
				}
				continue
			}
			nearest(t, want, got)
		}
		if !b.IsZero() {
			got, err := a.Rem(b)
			if err != nil {
				t.Fatal(err)
			}
			q := new(big.Rat).Quo(rat(a), rat(b))
			whole := new(big.Int).Quo(q.Num(), q.Denom())
			want := new(big.Rat).Sub(rat(a), new(big.Rat).Mul(new(big.Rat).SetInt(whole), rat(b)))
			if want.Cmp(rat(got)) != 0 {
				t.Fatalf("%s %% %s = %s, want %s", a, b, got, want.FloatString(30))
			}
		}
		if a.Cmp(b) != rat(a).Cmp(rat(b)) {
			t.Fatalf("Cmp(%s, %s) = %d", a, b, a.Cmp(b))
		}
	})
}

func TestTextAndHash(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := number(t, "a")
		back, err := Parse(a.String())
		if err != nil || back.Cmp(a) != 0 || back.Scale != a.Scale {
			t.Fatalf("%s parses as %s (%v)", a, back, err)
		}
		if want := rat(a).FloatString(int(a.Scale)); a.String() != want {
			t.Fatalf("String %s, want %s", a, want)
		}
		if n := a.Normalize(); n.Cmp(a) != 0 || n.Hash() != a.Hash() {
			t.Fatalf("%s normalized is %s", a, n)
		}
	})
}

func TestRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := number(t, "a")
		digits := rapid.IntRange(0, MaxScale).Draw(t, "digits")
		r := a.Round(digits, ToEven)
		if int(a.Scale) > digits {
			nearest(t, rat(a), r)
		}
		if f := a.Floor(); f.Cmp(a) > 0 || f.Scale != 0 {
			t.Fatalf("Floor(%s) = %s", a, f)
		}
		if c := a.Ceiling(); c.Cmp(a) < 0 || c.Scale != 0 {
			t.Fatalf("Ceiling(%s) = %s", a, c)
		}
	})
}

func TestTexts(t *testing.T) {
	op := func(f func(Number, Number) (Number, error), a, b, want string) {
		t.Helper()
		x, _ := Parse(a)
		y, _ := Parse(b)
		got, err := f(x, y)
		text := got.String()
		if err != nil {
			text = err.Error()
		}
		if text != want {
			t.Errorf("%s, %s: %s, want %s", a, b, text, want)
		}
	}
	op(Number.Add, "1.20", "1.3", "2.50")
	op(Number.Sub, "5.00", "5", "0.00")
	op(Number.Mul, "1.10", "1.10", "1.2100")
	op(Number.Div, "2.50", "2", "1.25")
	op(Number.Div, "6.00", "2", "3.00")
	op(Number.Div, "1.00", "8", "0.125")
	op(Number.Div, "1", "3", "0.3333333333333333333333333333")
	op(Number.Div, "2", "3", "0.6666666666666666666666666667")
	op(Number.Div, "6", "0.002", "3000")
	op(Number.Rem, "5.5", "2", "1.5")
	op(Number.Rem, "-7", "2.0", "-1.0")
	op(Number.Add, "79228162514264337593543950335", "1", ErrOverflow.Error())
	op(Number.Add, "79228162514264337593543950335", "0.4", "79228162514264337593543950335")
	for in, want := range map[string]string{
		"1e3": "1000", "1.50": "1.50", "-0.00": "0.00", "15e-1": "1.5", "1.5e0": "1.5", ".5": "0.5", "5.": "5",
		"0.00000000000000000000000000005": "0.0000000000000000000000000000", "79228162514264337593543950335.4": "79228162514264337593543950335",
	} {
		got, err := Parse(in)
		if err != nil || got.String() != want {
			t.Errorf("Parse(%q) = %s, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-", ".", "1e", "1 ", "a", "1.2.3"} {
		if got, err := Parse(in); err != ErrFormat {
			t.Errorf("Parse(%q) = %s, %v", in, got, err)
		}
	}
	for in, want := range map[float64]string{
		0.1: "0.1", 1.1: "1.1", 123456789.123456789: "123456789.123457", 1e28: "10000000000000000000000000000", 1e-28: "0.0000000000000000000000000001",
		-2.5: "-2.5", 1e15: "1000000000000000", 0: "0", 1e-30: "0", 5120: "5120", 1.0 / 3: "0.333333333333333",
	} {
		got, err := FromFloat64(in)
		if err != nil || got.String() != want {
			t.Errorf("FromFloat64(%v) = %s, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []float64{math.NaN(), math.Inf(1), 1e29, -1e300} {
		if _, err := FromFloat64(in); err != ErrOverflow {
			t.Errorf("FromFloat64(%v): %v", in, err)
		}
	}
	if got, _ := FromFloat32(1.1); got.String() != "1.1" {
		t.Errorf("FromFloat32(1.1) = %s", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1.5", "-1e28", "0x1", "1e-99999999999", "79228162514264337593543950336"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, err := Parse(s); err == nil && n.Scale > MaxScale {
			t.Fatalf("%q: scale %d", s, n.Scale)
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	x, y := Number{Lo: 12345, Scale: 2}, Number{Lo: 999999, Scale: 4}
	for b.Loop() {
		x.Add(y)
	}
}

func BenchmarkMul(b *testing.B) {
	x, y := Number{Lo: 12345, Scale: 2}, Number{Lo: 999999, Scale: 4}
	for b.Loop() {
		x.Mul(y)
	}
}

func BenchmarkDiv(b *testing.B) {
	x, y := Number{Lo: 12345, Scale: 2}, Number{Lo: 7}
	for b.Loop() {
		x.Div(y)
	}
}
