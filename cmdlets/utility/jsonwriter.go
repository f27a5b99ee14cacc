package utility

import (
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// jsonWriter makes a JSON text (oracle/data, section 3).
type jsonWriter struct {
	c       *runtime.Call
	out     []byte
	depth   int
	names   bool   // of enums instead of their numbers
	escape  int64  // -EscapeHandling
	newline string // "" for -Compress
	cut     bool   // something lay deeper than depth
}

// line begins a line.
func (j *jsonWriter) line(indent int) {
	if j.newline == "" {
		return
	}
	j.out = append(j.out, j.newline...)
	for range indent {
		j.out = append(j.out, "  "...)
	}
}

// write adds one value; a container deeper than the depth becomes its text.
func (j *jsonWriter) write(v value.Value, level int) error {
	b := v.Base()
	bag := addedTo(v)
	if j.scalar(b) {
		return nil
	}
	if bag != nil && b.Kind() != value.Reference && b.Kind() != value.String && b.Kind() != value.DateTime {
		return j.wrapped(b, bag, level)
	}
	if j.plain(b) {
		return nil
	}
	if level > j.depth {
		return j.truncated(v, bag, level)
	}
	if b.Kind() == value.Switch {
		f := jsonFields{j: j, level: level}
		f.name("IsPresent")
		j.out = strconv.AppendBool(j.out, b.Bool())
		f.end()
		return nil
	}
	switch o := b.Object().(type) {
	case *value.Dictionary:
		return j.dictionary(o, bag, level)
	case *value.PSObject:
		return j.object(v, level)
	}
	if runtime.IsList(b) {
		if bag != nil {
			return j.wrapped(b, bag, level)
		}
		return j.array(runtime.ListOf(b), level)
	}
	return j.object(v, level)
}

// addedTo are the members added to a value that is no custom object, nil for none.
func addedTo(v value.Value) *value.PSObject {
	if o, ok := value.As[*value.PSObject](v); ok {
		if o.IsCustom() || o.Len() == 0 {
			return nil
		}
		return o
	}
	if e, ok := value.As[value.Extensible](v); ok {
		if bag := e.Added(); bag != nil && bag.Len() > 0 {
			return bag
		}
	}
	return nil
}

// scalar adds what has one form whatever was added to it: null, booleans, texts, dates.
func (j *jsonWriter) scalar(b value.Value) bool {
	switch b.Kind() {
	case value.Null, value.Nothing:
		j.out = append(j.out, "null"...)
	case value.Bool:
		j.out = strconv.AppendBool(j.out, b.Bool())
	case value.String, value.Char:
		j.quote(value.ToString(b))
	case value.DateTime:
		j.date(b)
	case value.Reference:
		return j.special(b)
	default:
		return false
	}
	return true
}

const jsonDateFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"

func (j *jsonWriter) date(b value.Value) {
	if b.Kind() == value.DateTime {
		if s, err := value.FormatValue(j.c.Env(), b, jsonDateFormat); err == nil {
			j.quote(s)
			return
		}
	} else if v, err := j.c.Method(b, "ToString", []value.Value{value.OfString(jsonDateFormat)}); err == nil {
		j.quote(value.ToString(v))
		return
	}
	j.quote(value.ToString(b))
}

// special adds the .NET objects that JSON has a form for.
func (j *jsonWriter) special(b value.Value) bool {
	switch value.TypeOf(b).FullName {
	case "System.DateTimeOffset":
		j.date(b)
	case "System.Guid", "System.Uri":
		j.quote(value.ToString(b))
	case "System.Numerics.BigInteger":
		j.out = append(j.out, value.ToString(b)...)
	case "System.DBNull", "System.Management.Automation.Language.NullString":
		j.out = append(j.out, "null"...)
	default:
		return false
	}
	return true
}

// plain adds numbers and enums.
func (j *jsonWriter) plain(b value.Value) bool {
	switch b.Kind() {
	case value.Double, value.Single:
		j.number(b)
	case value.DecimalKind:
		s := b.Decimal().String()
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		j.out = append(j.out, s...)
	case value.Enum:
		if j.names {
			j.quote(value.ToString(b))
		} else {
			j.out = strconv.AppendInt(j.out, b.Int(), 10)
		}
	case value.UInt64:
		j.out = strconv.AppendUint(j.out, b.UInt(), 10)
	case value.SByte, value.Byte, value.Int16, value.UInt16, value.Int32, value.UInt32, value.Int64:
		j.out = strconv.AppendInt(j.out, b.Int(), 10)
	default:
		return false
	}
	return true
}

// number adds a floating-point number: the shortest digits that tell it apart, with a point or an exponent.
func (j *jsonWriter) number(b value.Value) {
	f := b.Float()
	if f != f || f-f != 0 {
		s := "NaN"
		if f > 0 {
			s = "Infinity"
		} else if f < 0 {
			s = "-Infinity"
		}
		j.quote(s)
		return
	}
	var s string
	if b.Kind() == value.Single {
		s = text.FloatString(f, 32, text.Invariant)
	} else if s = text.FloatString(f, 64, text.Invariant); strings.ContainsAny(s, "E") && (f < 1e17 && f > 1 || f > -1e17 && f < -1) {
		s = strconv.FormatFloat(f, 'f', -1, 64)
	}
	if !strings.ContainsAny(s, ".E") {
		s += ".0"
	}
	j.out = append(j.out, s...)
}

// truncated adds what lies too deep: its text, with the members added to it.
func (j *jsonWriter) truncated(v value.Value, bag *value.PSObject, level int) error {
	j.cut = true
	s := value.ToString(v.Base())
	if _, isType := value.As[*value.Type](v.Base()); !isType {
		var err error
		if s, err = j.c.Text(v.Base()); err != nil {
			return err
		}
	}
	if _, isTable := value.As[*value.Dictionary](v.Base()); bag == nil || isTable || runtime.IsList(v.Base()) {
		j.quote(s)
		return nil
	}
	return j.wrapped(value.OfString(s), bag, level)
}

// wrapped adds a value with members added to it: {"value": …, "Member": …}.
func (j *jsonWriter) wrapped(b value.Value, bag *value.PSObject, level int) error {
	f := jsonFields{j: j, level: level}
	f.name("value")
	var err error
	if runtime.IsList(b) {
		err = j.array(runtime.ListOf(b), level+1)
	} else if !j.scalar(b) && !j.plain(b) {
		err = j.object(b, level+1)
	}
	if err != nil {
		return err
	}
	if err := f.added(bag, b); err != nil {
		return err
	}
	f.end()
	return nil
}

func (j *jsonWriter) array(items []value.Value, level int) error {
	if len(items) == 0 {
		j.out = append(j.out, "[]"...)
		return nil
	}
	j.out = append(j.out, '[')
	for i, x := range items {
		if i > 0 {
			j.out = append(j.out, ',')
		}
		j.line(level + 1)
		if err := j.write(x, level+1); err != nil {
			return err
		}
	}
	j.line(level)
	j.out = append(j.out, ']')
	return nil
}

func (j *jsonWriter) dictionary(d *value.Dictionary, bag *value.PSObject, level int) error {
	f := jsonFields{j: j, level: level}
	for k, x := range d.All {
		if !k.Base().IsString() {
			return value.Throw(value.InvalidOperationException, "NonStringKeyInDictionary",
				"The type '"+d.Type.FullName+"' is not supported for serialization or deserialization of a dictionary. Keys must be strings.").With(value.InvalidOperation, value.Of(d))
		}
		f.name(k.Base().Str())
		if err := j.write(x, level+1); err != nil {
			return err
		}
	}
	if bag != nil {
		if err := f.added(bag, value.Of(d)); err != nil {
			return err
		}
	}
	f.end()
	return nil
}

// object adds the properties of an object; hidden ones of a script's class count.
func (j *jsonWriter) object(v value.Value, level int) error {
	f := jsonFields{j: j, level: level}
	var err error
	add := func(name string, get func() (value.Value, error)) bool {
		x, failed := get()
		if failed != nil {
			x = value.NullValue
		}
		f.name(name)
		err = j.write(x, level+1)
		return err == nil
	}
	value.EachProperty(j.c.Env(), v, func(p value.PropertyRef) bool {
		if p.Net != nil {
			return true
		}
		return add(p.Name, func() (value.Value, error) { return p.Get(j.c.Env()) })
	})
	for t := value.TypeOf(v); t != nil && err == nil; t = t.Base {
		if t.Members == nil || t == value.TypePSCustomObject {
			continue
		}
		m := t.Members.Load()
		for i := range m.Properties {
			p := &m.Properties[i]
			if p.Static || p.Get == nil || p.Extended != value.NoteProperty {
				continue
			}
			if !add(p.Name, func() (value.Value, error) { return p.Get(j.c.Env(), v.Base()) }) {
				break
			}
		}
	}
	f.end()
	return err
}

// jsonFields writes the fields of one object.
type jsonFields struct {
	j     *jsonWriter
	level int
	n     int
}

func (f *jsonFields) name(s string) {
	j := f.j
	if f.n == 0 {
		j.out = append(j.out, '{')
	} else {
		j.out = append(j.out, ',')
	}
	f.n++
	j.line(f.level + 1)
	j.quote(s)
	j.out = append(j.out, ':')
	if j.newline != "" {
		j.out = append(j.out, ' ')
	}
}

func (f *jsonFields) end() {
	if f.n == 0 {
		f.j.out = append(f.j.out, "{}"...)
		return
	}
	f.j.line(f.level)
	f.j.out = append(f.j.out, '}')
}

// added writes the properties that were added to a value.
func (f *jsonFields) added(bag *value.PSObject, owner value.Value) error {
	for i, n := range bag.Shape().Names() {
		if bag.Shape().KindAt(i) > value.CodeProperty {
			continue
		}
		x := bag.At(i)
		if bag.Shape().KindAt(i) != value.NoteProperty {
			var err error
			if x, _, err = value.GetProperty(f.j.c.Env(), owner, n); err != nil {
				x = value.NullValue
			}
		}
		f.name(n)
		if err := f.j.write(x, f.level+1); err != nil {
			return err
		}
	}
	return nil
}
