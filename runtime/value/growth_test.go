package value

import "testing"

// TestGrown: arrays that share elements do not see each other's changes.
func TestGrown(t *testing.T) {
	list := OfArray()
	var kept []*Array
	for i := range 100 {
		list, _ = Add(nil, list, OfInt(i))
		a, _ := As[*Array](list)
		kept = append(kept, a)
	}
	other, _ := Add(nil, Of(kept[49]), OfInt(-1)) // a second continuation of the same array
	if err := kept[70].Put(3, OfInt(-3)); err != nil {
		t.Fatal(err)
	}
	for n, a := range kept {
		if len(a.Items) != n+1 {
			t.Fatalf("length %d after %d", len(a.Items), n+1)
		}
		for i, x := range a.Items {
			if want := i; x.Int() != int64(want) && (n != 70 || i != 3) {
				t.Errorf("array of %d: element %d is %d", n+1, i, x.Int())
			}
		}
	}
	if a, _ := As[*Array](other); len(a.Items) != 51 || a.Items[50].Int() != -1 || a.Items[49].Int() != 49 {
		t.Error("second continuation", a.Items)
	}
}
