package state

import (
	"maps"
	"slices"
	"time"
)

// pending is what time has yet to do: old records still shown to readers, and
// reviews that fall due. It belongs to the transaction but is no part of the
// journal, since it follows from the changes and the clock.
type pending struct {
	lags map[lagKey][]lag
	due  []Due
}

type lagKey struct {
	class Latency
	kind  Kind
	id    string
}

// lag is an old record that readers of a class see until an instant; a nil
// record means that they do not see the new one yet.
type lag struct {
	old   Record
	until time.Time
}

func (p pending) clone() pending {
	return pending{maps.Clone(p.lags), slices.Clone(p.due)}
}

// Due is something that the service looks into by itself at an instant.
type Due struct {
	At time.Time
	// Review names what to look into; service.Settle knows the names.
	Review string
	// Key is the object id concerned, Detail what the review needs besides.
	Key    string
	Detail string
	// Cause is the command that set it going.
	Cause Cause
}

// Lag makes readers of the class go on seeing old (nil: nothing) in place of the
// record of that kind and key until the class's delay is over. Without delay it
// does nothing. The caller then stores the new record.
func (tx *Tx) Lag(class Latency, kind Kind, id string, old Record) {
	delay := tx.Clock().Delay(class)
	if delay == 0 {
		return
	}
	if tx.pending.lags == nil {
		tx.pending.lags = make(map[lagKey][]lag)
	}
	k := lagKey{class, kind, id}
	list := slices.Clip(tx.pending.lags[k])
	tx.pending.lags[k] = append(list, lag{old, tx.Now().Add(delay)})
}

// Shown returns what a reader of the class sees now in place of the current
// record of that kind and key: an older record, nil while a new one is not yet
// visible, or current itself.
func (tx *Tx) Shown(class Latency, kind Kind, id string, current Record) Record {
	if len(tx.pending.lags) == 0 {
		return current
	}
	now := tx.Now()
	for _, l := range tx.pending.lags[lagKey{class, kind, id}] {
		if l.until.After(now) {
			return l.old
		}
	}
	return current
}

// Settling returns when the last change of the record becomes visible to readers
// of the class; zero when it already is.
func (tx *Tx) Settling(class Latency, kind Kind, id string) time.Time {
	var last time.Time
	for _, l := range tx.pending.lags[lagKey{class, kind, id}] {
		if l.until.After(tx.Now()) && l.until.After(last) {
			last = l.until
		}
	}
	return last
}

// StillShown gives the keys of records of the kind that are gone or changed but
// that readers of the class still see as they were.
func (tx *Tx) StillShown(class Latency, kind Kind) []string {
	var out []string
	now := tx.Now()
	for k, list := range tx.pending.lags {
		if k.class == class && k.kind == kind && list[len(list)-1].until.After(now) {
			out = append(out, k.id)
		}
	}
	slices.Sort(out)
	return out
}

// Schedule has the service look into something later.
func (tx *Tx) Schedule(d Due) {
	at, _ := slices.BinarySearchFunc(tx.pending.due, d, func(a, b Due) int {
		if a.At.After(b.At) {
			return 1
		}
		return -1
	})
	tx.pending.due = slices.Insert(tx.pending.due, at, d)
}

// NextDue takes the earliest review that is due by now off the list; the second
// result is false when none is.
func (tx *Tx) NextDue() (Due, bool) {
	if len(tx.pending.due) == 0 || tx.pending.due[0].At.After(tx.Now()) {
		return Due{}, false
	}
	d := tx.pending.due[0]
	tx.pending.due = tx.pending.due[1:]
	return d, true
}

// Scheduled gives the reviews that wait, earliest first.
func (tx *Tx) Scheduled() []Due { return slices.Clone(tx.pending.due) }
