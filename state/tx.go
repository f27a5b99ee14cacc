package state

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"github.com/hashicorp/go-memdb"

	"rehearse/state/rules"
)

// Tx is one unit of work on a tenant: usually one script. It sees its own
// writes; nobody else does before Commit. A Tx is for one goroutine at a time.
type Tx struct {
	tenant   *Tenant
	txn      *memdb.Txn
	write    bool
	done     bool
	first    int
	journal  Journal
	findings []Finding
	seen     map[findingKey]bool
	found    map[foundKey]int
	pending  pending
	minted   uint64
	asOf     time.Time
	consumed map[string]int
}

type findingKey struct {
	id, key, message string
}

type foundKey struct {
	id, key string
}

// Tenant is the tenant the transaction works on.
func (tx *Tx) Tenant() *Tenant { return tx.tenant }

// Clock is the tenant's clock. Time is not part of the transaction: Abort does
// not turn it back.
func (tx *Tx) Clock() *Clock { return tx.tenant.clock }

// Now is the present virtual instant.
func (tx *Tx) Now() time.Time {
	if !tx.asOf.IsZero() {
		return tx.asOf
	}
	return tx.tenant.clock.Now()
}

// AsOf runs do as if it happened at an instant that has passed: what the service
// did by itself while nobody looked.
func (tx *Tx) AsOf(at time.Time, do func()) {
	was := tx.asOf
	tx.asOf = at
	defer func() { tx.asOf = was }()
	do()
}

// Journal gives the changes of this transaction, oldest first, also after
// Commit or Abort.
func (tx *Tx) Journal() Journal { return tx.journal[:len(tx.journal):len(tx.journal)] }

// Findings gives what was reported, in order, also after Commit or Abort.
func (tx *Tx) Findings() []Finding { return tx.findings[:len(tx.findings):len(tx.findings)] }

// Report records a finding. The same finding about the same object is recorded
// once. At is filled in.
func (tx *Tx) Report(f Finding) {
	k := findingKey{f.ID, f.Key, f.Message}
	if tx.seen[k] {
		return
	}
	if tx.seen == nil {
		tx.seen = make(map[findingKey]bool)
		tx.found = make(map[foundKey]int)
	}
	tx.seen[k] = true
	tx.found[foundKey{f.ID, f.Key}]++
	f.At = tx.Now()
	if f.Severity == "" {
		f.Severity = rules.Warning
	}
	tx.findings = append(tx.findings, f)
}

// Retract takes back the findings of a rule about an object, because what
// followed put the matter right.
func (tx *Tx) Retract(id, key string) {
	if !tx.HasFinding(id, key) {
		return
	}
	delete(tx.found, foundKey{id, key})
	tx.findings = slices.DeleteFunc(slices.Clone(tx.findings), func(f Finding) bool {
		if f.ID != id || f.Key != key {
			return false
		}
		delete(tx.seen, findingKey{f.ID, f.Key, f.Message})
		return true
	})
}

// HasFinding reports whether a finding of the rule about the object stands.
func (tx *Tx) HasFinding(id, key string) bool {
	return tx.found[foundKey{id, key}] > 0
}

// Commit makes the changes the tenant's. A second call does nothing.
func (tx *Tx) Commit() {
	if tx.done {
		return
	}
	tx.done = true
	if !tx.write {
		tx.txn.Abort()
		return
	}
	t := tx.tenant
	t.mu.Lock()
	defer t.mu.Unlock()
	t.journal = append(t.journal, tx.journal...)
	t.pending = tx.pending
	t.minted = tx.minted
	tx.txn.Commit()
}

// Abort forgets the changes; the journal and the findings can still be read. A
// call after Commit does nothing.
func (tx *Tx) Abort() {
	if !tx.done {
		tx.done = true
		tx.txn.Abort()
	}
}

// Put stores a record, new or changed, and notes it in the journal. A record
// that is the very one stored already is left alone.
func (tx *Tx) Put(cause Cause, r Record) { tx.put(cause, r, "") }

// PutByRule is Put for what the service does by itself, later, by the rule.
func (tx *Tx) PutByRule(cause Cause, r Record, rule string) { tx.put(cause, r, rule) }

func (tx *Tx) put(cause Cause, r Record, rule string) {
	was := tx.Get(r.Kind(), r.ID())
	if was == r {
		return
	}
	must(tx.txn.Insert(string(r.Kind()), r))
	must(changeIdentities(tx.txn, was, r))
	tx.note(cause, was, r, rule)
}

// Delete removes the record with r's key and notes it in the journal. Nothing
// happens when there is none.
func (tx *Tx) Delete(cause Cause, r Record) { tx.delete(cause, r, "") }

// DeleteByRule is Delete for what the service does by itself, later, by the rule.
func (tx *Tx) DeleteByRule(cause Cause, r Record, rule string) { tx.delete(cause, r, rule) }

func (tx *Tx) delete(cause Cause, r Record, rule string) {
	was := tx.Get(r.Kind(), r.ID())
	if was == nil {
		return
	}
	must(tx.txn.Delete(string(r.Kind()), was))
	must(changeIdentities(tx.txn, was, nil))
	tx.note(cause, was, nil, rule)
}

func (tx *Tx) note(cause Cause, was, is Record, rule string) {
	rec := is
	if rec == nil {
		rec = was
	}
	if tx.consumed != nil && rec.Kind() == KindUser {
		if was != nil {
			tx.count(was.(*User), -1)
		}
		if is != nil {
			tx.count(is.(*User), 1)
		}
	}
	tx.journal = append(tx.journal, Change{
		Seq: tx.first + len(tx.journal) + 1, Action: actionOf(was, is), Kind: rec.Kind(), Key: rec.Key(),
		Was: was, Is: is, At: tx.Now(), Cause: cause, Rule: rule,
	})
}

// Replay applies the changes of a journal, oldest first, as they were recorded.
func (tx *Tx) Replay(j Journal) {
	for _, c := range j {
		if c.Is == nil {
			tx.delete(c.Cause, c.Was, c.Rule)
		} else {
			tx.put(c.Cause, c.Is, c.Rule)
		}
	}
}

// Undo takes back the changes of a journal, newest first, as new changes with
// the given cause: the way back after a Commit.
func (tx *Tx) Undo(j Journal, cause Cause) {
	for _, c := range slices.Backward(j) {
		if c.Was == nil {
			tx.delete(cause, c.Is, "")
		} else {
			tx.put(cause, c.Was, "")
		}
	}
}

// NewGUID mints a GUID that is the same in every run of the same script over the
// same tenant.
func (tx *Tx) NewGUID() string {
	tx.minted++
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], tx.minted)
	return GUID(tx.Organization().TenantID, string(b[:]))
}

// GUID derives a well-formed version 4 GUID from texts: equal texts give equal
// GUIDs.
func GUID(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	sum := h.Sum(nil)[:16]
	sum[6] = sum[6]&0x0f | 0x40
	sum[8] = sum[8]&0x3f | 0x80
	x := hex.EncodeToString(sum)
	return x[0:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}

// IsGUID reports whether the text has the form of a GUID in lower case.
func IsGUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		switch i {
		case 8, 13, 18, 23:
			if s[i] != '-' {
				return false
			}
		default:
			if (s[i] < '0' || s[i] > '9') && (s[i] < 'a' || s[i] > 'f') {
				return false
			}
		}
	}
	return true
}

// must turns an error of memdb that only a wrong schema can cause into a panic.
func must(err error) {
	if err != nil {
		panic(fmt.Sprintf("state: %v", err))
	}
}
