package state

import (
	"iter"
	"slices"
	"strings"

	"github.com/hashicorp/go-memdb"
)

// identityTable maps the texts by which a cmdlet may name a user to object ids. It is a table of its own, because an index on the users
// would be written anew with every change of a user, and these texts hardly ever change.
const identityTable = "userIdentity"

// identity is a row: a text in lower case, a zero byte, an object id.
type identity string

func newIdentity(text, objectID string) identity { return identity(text + "\x00" + objectID) }

func (i identity) objectID() string { return string(i[strings.IndexByte(string(i), 0)+1:]) }

var identitySchema = &memdb.TableSchema{
	Name: identityTable,
	Indexes: map[string]*memdb.IndexSchema{
		byID: {Name: byID, Unique: true, Indexer: oneKey(func(o any) string { return string(o.(identity)) })},
	},
}

// identities are the texts by which a cmdlet may name a user besides the object
// id: UPN, SIP address and alias (semantics.md 2.0.4), lower case.
func identities(u *User) []string {
	out := make([]string, 0, 3)
	for _, s := range [...]string{u.UserPrincipalName, u.SipAddress, u.Alias} {
		if s != "" {
			out = append(out, strings.ToLower(s))
		}
	}
	return out
}

// changeIdentities follows a change of a record that may be a user's.
func changeIdentities(txn *memdb.Txn, was, is Record) error {
	before, _ := was.(*User)
	after, _ := is.(*User)
	if before != nil && after != nil && before.UserPrincipalName == after.UserPrincipalName && before.SipAddress == after.SipAddress && before.Alias == after.Alias {
		return nil
	}
	var old, current []string
	if before != nil {
		old = identities(before)
	}
	if after != nil {
		current = identities(after)
	}
	for _, s := range old {
		if !slices.Contains(current, s) {
			if err := txn.Delete(identityTable, newIdentity(s, before.ObjectID)); err != nil {
				return err
			}
		}
	}
	for _, s := range current {
		if !slices.Contains(old, s) {
			if err := txn.Insert(identityTable, newIdentity(s, after.ObjectID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// named gives the users with an identity, in the order of their object ids.
func (tx *Tx) named(text string) iter.Seq[*User] {
	return func(yield func(*User) bool) {
		it, err := tx.txn.Get(identityTable, byID+"_prefix", text+"\x00")
		must(err)
		for raw := it.Next(); raw != nil; raw = it.Next() {
			if u := tx.User(raw.(identity).objectID()); u != nil && !yield(u) {
				return
			}
		}
	}
}
