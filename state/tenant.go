package state

import (
	"errors"
	"fmt"
	"sync"

	"github.com/hashicorp/go-memdb"
)

// Tenant is a simulated tenant: tables of records, a clock and the journal of
// what was committed. Transactions may be begun from several goroutines; one
// that writes keeps the others that write waiting.
type Tenant struct {
	db    *memdb.MemDB
	clock *Clock

	mu      sync.Mutex
	journal Journal
	pending pending
	minted  uint64
}

// New makes a tenant of the given records. Each record's primary key must be
// unique within its kind, else an error names the record. Exactly one
// organization is required. References between records are not checked here;
// rehearse/state/file does that with the place in the file.
func New(clock *Clock, records ...[]Record) (*Tenant, error) {
	db, err := memdb.NewMemDB(newSchema())
	if err != nil {
		return nil, err
	}
	db = db.Snapshot() // which keeps no account of changes for watchers: there are none
	txn := db.Txn(true)
	defer txn.Abort()
	organizations := 0
	for _, list := range records {
		for _, r := range list {
			if r.ID() == "" {
				return nil, fmt.Errorf("a record of kind %s has no key", r.Kind())
			}
			if r.Kind() == KindOrganization {
				organizations++
			}
			if err := txn.Insert(string(r.Kind()), r); err != nil {
				return nil, fmt.Errorf("%s %s: %w", r.Kind(), r.Key(), err)
			}
			if err := changeIdentities(txn, nil, r); err != nil {
				return nil, fmt.Errorf("%s %s: %w", r.Kind(), r.Key(), err)
			}
		}
	}
	if organizations != 1 {
		return nil, errors.New("a tenant needs exactly one organization")
	}
	txn.Commit()
	return &Tenant{db: db, clock: clock}, nil
}

// Clock is the tenant's virtual clock.
func (t *Tenant) Clock() *Clock { return t.clock }

// Journal gives the committed changes, oldest first. The caller must not change
// the entries.
func (t *Tenant) Journal() Journal {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.journal[:len(t.journal):len(t.journal)]
}

// Begin starts a transaction that may write. It waits for another that writes
// to end. The caller must call Commit or Abort.
func (t *Tenant) Begin() *Tx {
	txn := t.db.Txn(true)
	t.mu.Lock()
	defer t.mu.Unlock()
	return &Tx{
		tenant: t, txn: txn, write: true,
		first: len(t.journal), pending: t.pending.clone(), minted: t.minted,
	}
}

// View starts a transaction that only reads; writing through it panics. Abort
// or Commit end it, and either may be left out.
func (t *Tenant) View() *Tx {
	t.mu.Lock()
	defer t.mu.Unlock()
	return &Tx{tenant: t, txn: t.db.Txn(false), first: len(t.journal), pending: t.pending.clone(), minted: t.minted}
}
