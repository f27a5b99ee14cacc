package format

import "time"

// heldEntries are the entries of a measured table before its widths are known.
type heldEntries struct {
	holding bool
	entries []*FormatEntryData
	since   time.Time
}

// Rows are held back until one comes more than holdTime after the first, which is still measured with them; and never more than
// holdMost of them, so that endless output needs no endless memory (formatting README, section 3).
const (
	holdTime = 300 * time.Millisecond
	holdMost = 10000
)

// late tells whether the entry just appended ends the wait.
func (h *heldEntries) late(now time.Time) bool {
	if len(h.entries) == 1 {
		h.since = now
	}
	return now.Sub(h.since) > holdTime || len(h.entries) >= holdMost
}
