package state

import (
	"fmt"
	"strings"

	"github.com/hashicorp/go-memdb"
)

// The names of the indexes.
const (
	byID       = "id"
	byGroup    = "group"
	byTarget   = "target"
	byLocation = "location"
	byAddress  = "address"
	byType     = "type"
)

// oneKey is a memdb index over one text taken from a record without reflection.
type oneKey func(any) string

// FromObject implements memdb.SingleIndexer.
func (of oneKey) FromObject(obj any) (bool, []byte, error) {
	s := of(obj)
	if s == "" {
		return false, nil, nil
	}
	return true, terminated(s), nil
}

// FromArgs implements memdb.Indexer.
func (of oneKey) FromArgs(args ...any) ([]byte, error) { return argument(args) }

// PrefixFromArgs implements memdb.PrefixIndexer.
func (of oneKey) PrefixFromArgs(args ...any) ([]byte, error) {
	b, err := argument(args)
	if err != nil {
		return nil, err
	}
	return b[:len(b)-1], nil
}

// manyKeys is a memdb index over several texts of a record.
type manyKeys func(any) []string

// FromObject implements memdb.MultiIndexer.
func (of manyKeys) FromObject(obj any) (bool, [][]byte, error) {
	list := of(obj)
	if len(list) == 0 {
		return false, nil, nil
	}
	out := make([][]byte, len(list))
	for i, s := range list {
		out[i] = terminated(s)
	}
	return true, out, nil
}

// FromArgs implements memdb.Indexer.
func (of manyKeys) FromArgs(args ...any) ([]byte, error) { return argument(args) }

// terminated closes a key, so that none is the prefix of another.
func terminated(s string) []byte {
	b := make([]byte, len(s)+1)
	copy(b, s)
	return b
}

func argument(args []any) ([]byte, error) {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return terminated(s), nil
		}
	}
	return nil, fmt.Errorf("an index takes one text, not %v", args)
}

// newSchema describes the tables. Every table has the primary index; the others
// are what the operations look up by.
func newSchema() *memdb.DBSchema {
	schema := &memdb.DBSchema{Tables: make(map[string]*memdb.TableSchema)}
	for _, k := range Kinds() {
		schema.Tables[string(k)] = &memdb.TableSchema{
			Name: string(k),
			Indexes: map[string]*memdb.IndexSchema{
				byID: {Name: byID, Unique: true, Indexer: oneKey(func(o any) string { return o.(Record).ID() })},
			},
		}
	}
	schema.Tables[identityTable] = identitySchema
	add := func(k Kind, name string, indexer memdb.Indexer) {
		schema.Tables[string(k)].Indexes[name] = &memdb.IndexSchema{Name: name, AllowMissing: true, Indexer: indexer}
	}
	add(KindUser, byGroup, manyKeys(func(o any) []string { return o.(*User).Groups }))
	add(KindPhoneNumber, byTarget, oneKey(func(o any) string { return o.(*PhoneNumber).Target }))
	add(KindPhoneNumber, byLocation, oneKey(func(o any) string { return o.(*PhoneNumber).LocationID }))
	add(KindLocation, byAddress, oneKey(func(o any) string { return o.(*Location).CivicAddressID }))
	add(KindObject, byType, oneKey(func(o any) string { return strings.ToLower(o.(*Object).Type) }))
	return schema
}
