package format

import (
	"math"
	"testing"

	"rehearse/runtime/value"
)

func TestNumbers(t *testing.T) {
	inf := math.Inf(1)
	same(t, show(t, obj("Nan", math.NaN(), "Inf", inf, "Tiny", 0.00001, "Huge", 1e20), obj("Nan", 1e15, "Inf", -inf, "Tiny", -0.0004, "Huge", math.MaxFloat64),
		obj("Nan", 0.0005, "Inf", 0.0015, "Tiny", 2.0005, "Huge", 0.9999)), section(t, "formatting/cell-values", "numbers-special.out"))
	texts := newTexter(nil, &Settings{})
	for f, want := range map[float64]string{1.1: "1.1", 1e15: "1E+15", 0.0001: "0.0001", 0.00001: "1E-05", 1.0 / 3: "0.333333333333333", inf: "∞", math.Copysign(0, -1): "-0"} {
		if got := texts.list(value.OfDouble(f)); got != want {
			t.Errorf("%v in a list is %s, want %s", f, got, want)
		}
	}
	date := value.OfDateTime(638452156280000000, 0)
	if got := texts.list(date); got != "3/5/2024 6:07:08\u202fAM" {
		t.Errorf("a date in a cell is %q", got)
	}
}

func TestCollections(t *testing.T) {
	many := make([]value.Value, 9)
	for i := range many {
		many[i] = value.OfInt(i + 1)
	}
	null := value.NullValue
	same(t, show(t, obj("None", []value.Value{}, "One", []value.Value{val("a")}, "Two", []value.Value{val("a"), val("b")}, "Many", many),
		obj("None", []value.Value{null}, "One", []value.Value{val("")}, "Two", []value.Value{null, val(1)},
			"Many", []value.Value{val(1), value.OfArray(val(2), val(3)), val("x")})), section(t, "formatting/cell-values", "arrays-in-cells.out"))
}
