package file

import (
	"fmt"
	"strings"

	"rehearse/state"
)

// Version is the version of the tenant format that this package writes, and the
// newest that it reads.
const Version = 1

// MaxSize is the greatest size of a tenant file in bytes.
const MaxSize = 64 << 20

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

// Error gives "file:line:column: message".
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// at is an error at the nth line that holds a text, counted from 1; without a
// place if there is no such line.
func at(name string, source []byte, needle string, nth int, cure, format string, args ...any) error {
	e := &Error{File: name, Message: fmt.Sprintf(format, args...), Cure: cure}
	line := 0
	for text := range strings.Lines(string(source)) {
		line++
		if c := strings.Index(text, needle); c >= 0 {
			if nth--; nth == 0 {
				e.Line, e.Column, e.Text = line, c+1, strings.TrimRight(text, "\r\n")
				break
			}
		}
	}
	return e
}

// Builtins names the built-in tenants.
func Builtins() []string { return []string{"contoso", "contoso-gcc"} }

// Builtin gives a built-in tenant by name; "" means the default, contoso.
func Builtin(name string) (*Data, error) {
	switch name {
	case "", "contoso":
		return contoso(state.CloudCommercial), nil
	case "contoso-gcc":
		return contoso(state.CloudGCC), nil
	}
	return nil, &Error{File: name, Message: "there is no built-in tenant of that name", Cure: "Built in are " + strings.Join(Builtins(), ", ") + "."}
}

// BuiltinText gives the YAML of a built-in tenant.
func BuiltinText(name string) ([]byte, error) {
	d, err := Builtin(name)
	if err != nil {
		return nil, err
	}
	return Encode(d), nil
}

// FromTenant takes the records out of a tenant as they stand.
func FromTenant(t *state.Tenant, name string) *Data {
	d := &Data{Name: name}
	tx := t.View()
	for _, k := range state.Kinds() {
		var list []state.Record
		for r := range tx.All(k) {
			list = append(list, r)
		}
		if len(list) > 0 {
			d.Records = append(d.Records, list)
		}
	}
	return d
}
