package utility

import "rehearse/runtime"
import "rehearse/runtime/value"

// chooser picks items by their position: -First, -Last, -Skip, -SkipLast, -Index, -SkipIndex.
type chooser struct {
	skip      int // items yet to be skipped at the start
	first     int // -1: no limit
	last      int // items to keep for the end, -1: none
	cutEnd    int // items to drop at the end
	wait      bool
	indexes   map[int]struct{}
	highest   int
	negated   bool
	all       bool // no choice at all
	seen, out int
	held      []value.Value // a ring of the last items
	start     int
}

func newChooser(c *runtime.Call) chooser {
	h := chooser{first: -1, last: -1, skip: c.Int(selectSkip), wait: c.Switch(selectWait)}
	if c.Bound(selectFirst) {
		h.first = c.Int(selectFirst)
	}
	switch {
	case c.Bound(selectLast):
		h.last = c.Int(selectLast)
		if h.first < 0 { // -Skip then counts from the end
			h.cutEnd, h.skip = h.skip, 0
		}
	case c.Bound(selectSkipLast):
		h.cutEnd = c.Int(selectSkipLast)
	case c.Bound(selectIndex), c.Bound(selectSkipIndex):
		list := selectIndex
		if c.Bound(selectSkipIndex) {
			list, h.negated = selectSkipIndex, true
		}
		h.indexes = map[int]struct{}{}
		for _, i := range c.List(list) {
			h.indexes[int(i.Int())] = struct{}{}
			h.highest = max(h.highest, int(i.Int()))
		}
	}
	h.all = h.skip == 0 && h.first < 0 && h.last < 0 && h.cutEnd == 0 && h.indexes == nil
	return h
}

// take passes an item on, holds it back, or drops it. When no later item can be wanted it stops the commands before this one.
func (h *chooser) take(c *runtime.Call, v value.Value, emit func(value.Value) error) error {
	switch {
	case h.all:
		return emit(v)
	case h.indexes != nil:
		return h.takeIndexed(c, v, emit)
	case h.skip > 0:
		h.skip--
		return nil
	case h.first >= 0 && h.out < h.first:
		h.out++
		if err := emitObject(v, emit); err != nil {
			return err
		}
		if h.out == h.first && h.last < 0 && !h.wait {
			return c.StopUpstream()
		}
		return nil
	case v.IsNull() && (h.last >= 0 || h.cutEnd > 0):
		return nil
	case h.last >= 0:
		h.hold(v, h.last+h.cutEnd)
		return nil
	case h.first >= 0:
		return nil
	case h.cutEnd > 0:
		if x, full := h.hold(v, h.cutEnd); full {
			return emit(x)
		}
		return nil
	}
	return emitObject(v, emit)
}

// emitObject passes an item on unless it is $null, which counts where items are counted from the start but never comes out.
func emitObject(v value.Value, emit func(value.Value) error) error {
	if v.IsNull() {
		return nil
	}
	return emit(v)
}

func (h *chooser) takeIndexed(c *runtime.Call, v value.Value, emit func(value.Value) error) error {
	i := h.seen
	h.seen++
	if _, listed := h.indexes[i]; listed != h.negated {
		if err := emitObject(v, emit); err != nil {
			return err
		}
	}
	if !h.negated && i >= h.highest && !h.wait {
		return c.StopUpstream()
	}
	return nil
}

// hold keeps the last n items; the oldest one falls out when there are more.
func (h *chooser) hold(v value.Value, n int) (oldest value.Value, full bool) {
	if n == 0 {
		return v, true
	}
	if len(h.held) < n {
		h.held = append(h.held, v)
		return value.NullValue, false
	}
	oldest = h.held[h.start]
	h.held[h.start] = v
	h.start = (h.start + 1) % n
	return oldest, true
}

// flush passes on the items that -Last held back.
func (h *chooser) flush(emit func(value.Value) error) error {
	if h.last < 0 {
		return nil
	}
	for i := 0; i < len(h.held)-h.cutEnd; i++ {
		if err := emit(h.held[(h.start+i)%len(h.held)]); err != nil {
			return err
		}
	}
	return nil
}
