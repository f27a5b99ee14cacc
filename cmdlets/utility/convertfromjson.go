package utility

import (
	"math/big"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	fromJSONInput = iota
	fromJSONTable
	fromJSONDepth
	fromJSONNoEnumerate
	fromJSONDateKind
)

var typeJSONDateKind = value.NewEnum("Microsoft.PowerShell.Commands.JsonDateKind", []string{"Default", "Local", "Utc", "Offset", "String"}, []int64{0, 1, 2, 3, 4})

var typeOrderedHashtable = &value.Type{Name: "OrderedHashtable", FullName: "System.Management.Automation.OrderedHashtable", Base: value.TypeHashtable}

var convertFromJSON = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertFrom-Json", TypeName: "Microsoft.PowerShell.Commands.ConvertFromJsonCommand", Cmdlet: true,
		Params: []bind.Parameter{
			fromJSONInput:       {Name: "InputObject", Type: value.TypeString, AllowEmptyString: true, Sets: pipeline(true, 0)},
			fromJSONTable:       switched("AsHashtable"),
			fromJSONDepth:       {Name: "Depth", Type: value.TypeInt32, Default: value.OfInt(1024), Sets: anywhere(), Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt(1), Max: value.OfInt(1<<31 - 1)}}},
			fromJSONNoEnumerate: switched("NoEnumerate"),
			fromJSONDateKind:    {Name: "DateKind", Type: typeJSONDateKind, Default: value.OfEnum(typeJSONDateKind.Enum, 0), Sets: anywhere()},
		}},
	Module: module, Outputs: []string{"System.Management.Automation.PSObject"}, Synopsis: "Makes objects of JSON.",
	New: func() runtime.Command { return &jsonReading{} },
}

// jsonReading gathers texts: they are one JSON text together, unless the first alone is one already.
type jsonReading struct {
	runtime.NoBegin
	texts []string
	size  int
}

// maxJSONSize bounds the text that is gathered.
const maxJSONSize = 512 << 20

// Process keeps one text.
func (r *jsonReading) Process(c *runtime.Call) error {
	s := c.String(fromJSONInput)
	if r.size += len(s); r.size > maxJSONSize {
		return value.Throw(value.InvalidOperationException, "JsonTooLarge", "The JSON text is larger than the 512 MB that are read at once.").With(value.LimitsExceeded, value.NullValue)
	}
	r.texts = append(r.texts, s)
	return nil
}

// End reads the text.
func (r *jsonReading) End(c *runtime.Call) error {
	if len(r.texts) == 0 {
		return nil
	}
	if len(r.texts) > 1 {
		v, found, err := readJSON(c, r.texts[0])
		if err == nil {
			if err := writeJSON(c, v, found); err != nil {
				return err
			}
			for _, s := range r.texts[1:] {
				v, found, err := readJSON(c, s)
				if err == nil {
					err = writeJSON(c, v, found)
				}
				if err != nil {
					return err
				}
			}
			return nil
		}
	}
	v, found, err := readJSON(c, strings.Join(r.texts, "\n"))
	if err != nil {
		return err
	}
	return writeJSON(c, v, found)
}

func writeJSON(c *runtime.Call, v value.Value, found bool) error {
	switch {
	case !found:
		if c.ExpectingInput() {
			return nil
		}
		return c.Write(value.NullValue) // a blank text given as an argument
	case c.Switch(fromJSONNoEnumerate):
		return c.Write(v)
	}
	return c.WriteEach(v)
}

func readJSON(c *runtime.Call, s string) (value.Value, bool, error) {
	m := &jsonObjects{c: c, table: c.Switch(fromJSONTable), dates: newJSONDates(c)}
	v, found, err := newJSONReader(s, c.Int(fromJSONDepth), m).read()
	if err == nil {
		err = m.failed
	}
	return v, found, err
}

// jsonObjects makes PowerShell's objects of what is read.
type jsonObjects struct {
	c      *runtime.Call
	table  bool
	dates  jsonDates
	failed error // the first name that cannot be a property; it counts when all of the text was read
}

func (m *jsonObjects) text(s string) value.Value { return m.dates.value(m.c, s) }

func (m *jsonObjects) integer(digits string) value.Value {
	n, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		n = new(big.Int)
	}
	return dotnet.OfBigInteger(n)
}

func (m *jsonObjects) object(names []string, vals []value.Value) value.Value {
	if m.table {
		d := &value.Dictionary{Type: typeOrderedHashtable}
		for i, n := range names {
			d.SetString(n, vals[i])
		}
		return value.Of(d)
	}
	if m.failed == nil {
		m.failed = refusedNames(names)
	}
	if m.failed != nil {
		return value.NullValue
	}
	return value.Of(value.NewPSObject(value.ShapeOf(names...), vals))
}

// refusedNames is the error of names that cannot be properties side by side.
func refusedNames(names []string) error {
	var seen value.NameIndex
	for _, n := range names {
		if n == "" {
			return value.Throw(value.InvalidOperationException, "EmptyKeyInJsonString",
				"The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.").With(value.InvalidOperation, value.NullValue)
		}
		if i := seen.Find(n); i >= 0 {
			return value.Throw(value.InvalidOperationException, "KeysWithDifferentCasingInJsonString",
				"Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '"+
					seen.Names()[i]+"' was '"+n+"'.").With(value.InvalidOperation, value.NullValue)
		}
		if value.EqualFold(n, "PSObject") || value.EqualFold(n, "PSBase") || value.EqualFold(n, "PSAdapted") || value.EqualFold(n, "PSExtended") {
			return value.Throw(value.ExtendedTypeSystemException, "ReservedMemberName", "The member name \""+n+"\" is reserved.")
		}
		seen.Add(n)
	}
	return nil
}
