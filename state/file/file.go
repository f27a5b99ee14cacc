package file

import (
	"errors"

	"rehearse/state"
)

// Version is the version of the tenant format that this package writes, and the
// newest that it reads.
const Version = 1

// MaxSize is the greatest size of a tenant file in bytes.
const MaxSize = 512 << 20

// Data is a tenant as a file holds it: records without clock and history.
type Data struct {
	// Name is where the data came from, for messages.
	Name string
	// Records are grouped by kind in file order.
	Records [][]state.Record
}

// Tenant makes a tenant of the data, with the given clock. It may be called more
// than once; the tenants share the immutable records.
func (d *Data) Tenant(clock *state.Clock) (*state.Tenant, error) {
	return state.New(clock, d.Records...)
}

var errUnfinished = errors.New("file: not built yet")

// Error is a fault in a tenant file.
type Error struct {
	// File is the name as given.
	File string
	// Line and Column count from 1; 0 when the fault is the file as a whole.
	Line, Column int
	// Message says what is wrong.
	Message string
	// Text is the offending line, without its end.
	Text string
	// Cure says how to mend it.
	Cure string
}

// Error gives "file:line:column: message", the line with a mark under the place,
// and the cure.
func (e *Error) Error() string { return e.Message }

// Load reads a tenant file.
func Load(path string) (*Data, error) { return nil, errUnfinished }

// Decode reads a tenant from the text of a file; name is used in messages.
func Decode(name string, text []byte) (*Data, error) { return nil, errUnfinished }

// Encode gives the canonical text of a tenant, which Decode reads back to equal
// records.
func Encode(d *Data) []byte { return nil }

// Save writes the tenant atomically, under a lock: a reader sees the old file or
// the new one, never a part.
func Save(path string, d *Data) error { return errUnfinished }

// FromTenant takes the records out of a tenant as they stand.
func FromTenant(t *state.Tenant, name string) *Data { return nil }

// Builtin gives a built-in tenant by name; "" means the default, contoso.
func Builtin(name string) (*Data, error) { return nil, errUnfinished }

// BuiltinText gives the YAML of a built-in tenant.
func BuiltinText(name string) ([]byte, error) { return nil, errUnfinished }

// Builtins names the built-in tenants.
func Builtins() []string { return []string{"contoso", "contoso-gcc"} }

// Init invents a believable tenant of that many users. Equal arguments give
// equal tenants.
func Init(users int, seed uint64) *Data { return nil }

// Diff lists what turns a into b, in file order: creations, updates and
// deletions as in a journal.
func Diff(a, b *Data) state.Journal { return nil }
