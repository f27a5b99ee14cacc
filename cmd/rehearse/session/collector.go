package session

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// headroom is how much a process may allocate between two collections, in bytes. Go's own rule, as much as is alive, suits servers: a
// script has a few megabytes alive, so it would be collected every few milliseconds. Beyond this size Go's rule holds, so that
// memory never exceeds twice what is alive plus the headroom.
const headroom = 16 << 20

// CollectLate makes the garbage collector wait for the headroom. It is for a process of its own, not for tests.
func CollectLate() {
	debug.SetGCPercent(headroom / (4 << 20) * 100) // a percentage of the 4 MB that Go counts for an empty heap
	watchCollections()
}

// watchCollections sets the percentage anew after each collection: a finalizer is the runtime's only notice of one.
func watchCollections() {
	type mark struct{ _ [32]byte } // too large for the allocator of tiny objects, which would share its fate with others
	runtime.SetFinalizer(new(mark), func(*mark) {
		// The percentage counts from all that a collection looks at.
		seen := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/scan/globals:bytes"}, {Name: "/gc/scan/stack:bytes"}}
		metrics.Read(seen)
		sum := uint64(1)
		for _, s := range seen {
			sum += s.Value.Uint64()
		}
		debug.SetGCPercent(int(max(headroom*100/sum, 100)))
		watchCollections()
	})
}
