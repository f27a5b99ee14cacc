package utility

import (
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// quoteKind is -UseQuotes: which fields stand in quotes.
type quoteKind int64

const (
	quoteNever quoteKind = iota
	quoteAlways
	quoteAsNeeded
)

var typeQuoteKind = value.NewEnum("Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind", []string{"Never", "Always", "AsNeeded"}, []int64{0, 1, 2})

// The parameters that both writing cmdlets have, counted from csvWriter.first.
const (
	writeCsvDelimiter = iota
	writeCsvUseCulture
	writeCsvIncludeType
	writeCsvNoType
	writeCsvQuoteFields
	writeCsvUseQuotes
	writeCsvNoHeader
)

// writeCsvParameters are the parameters of a writing cmdlet: its own, then those that both have.
func writeCsvParameters(own ...bind.Parameter) []bind.Parameter {
	return append(own,
		bind.Parameter{Name: "Delimiter", Type: value.TypeChar, Validate: notNull, Sets: []bind.Membership{{Set: "Delimiter", Position: 1}}},
		bind.Parameter{Name: "UseCulture", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "UseCulture", Position: bind.NoPosition}}},
		bind.Parameter{Name: "IncludeTypeInformation", Aliases: []string{"ITI"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
		bind.Parameter{Name: "NoTypeInformation", Aliases: []string{"NTI"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
		bind.Parameter{Name: "QuoteFields", Aliases: []string{"QF"}, Type: value.TypeStringArray, Validate: notNull, Sets: anywhere()},
		bind.Parameter{Name: "UseQuotes", Aliases: []string{"UQ"}, Type: typeQuoteKind, Sets: anywhere()},
		switched("NoHeader"),
	)
}

// csvWriter makes the lines of a CSV text (oracle/data, section 1).
type csvWriter struct {
	first     int // index of the first parameter that both cmdlets have
	delimiter string
	quotes    quoteKind
	fields    *value.NameIndex // -QuoteFields
	header    bool
	types     bool

	names  []string
	quoted []bool       // by column, with -QuoteFields
	shape  *value.Shape // of the first object when it is a plain property bag: its rows need no look-up
	line   []byte
}

// open reads the parameters; the error is that of parameters that exclude each other.
func (w *csvWriter) open(c *runtime.Call) error {
	if c.Bound(w.first+writeCsvQuoteFields) && c.Bound(w.first+writeCsvUseQuotes) {
		return value.Throw(value.InvalidOperationException, "CannotSpecifyQuoteFieldsAndUseQuotes",
			"You must specify either the -UseQuotes or -QuoteFields parameters, but not both.").With(value.InvalidData, value.NullValue)
	}
	if c.Bound(w.first+writeCsvIncludeType) && c.Bound(w.first+writeCsvNoType) {
		return value.Throw(value.InvalidOperationException, "CannotSpecifyIncludeTypeInformationAndNoTypeInformation",
			"You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.").With(value.InvalidData, value.NullValue)
	}
	w.delimiter, w.quotes = text.CharString(csvDelimiter(c, w.first+writeCsvDelimiter)), quoteAlways
	if c.Bound(w.first + writeCsvUseQuotes) {
		w.quotes = quoteKind(c.Value(w.first + writeCsvUseQuotes).Int())
	}
	if c.Bound(w.first + writeCsvQuoteFields) {
		w.fields = &value.NameIndex{}
		for _, n := range c.Strings(w.first + writeCsvQuoteFields) {
			w.fields.Add(n)
		}
	}
	w.header, w.types = !c.Switch(w.first+writeCsvNoHeader), c.Switch(w.first+writeCsvIncludeType)
	return nil
}

// begin fixes the columns by the first object; false if it has no properties.
func (w *csvWriter) begin(c *runtime.Call, v value.Value) bool {
	if w.names == nil {
		w.names = csvColumns(c, v)
	}
	if len(w.names) == 0 {
		w.names = nil
		return false
	}
	if o, ok := value.As[*value.PSObject](v); ok && o.IsCustom() && plainShape(o.Shape(), w.names) {
		w.shape = o.Shape()
	}
	if w.fields != nil {
		w.quoted = make([]bool, len(w.names))
		for i, n := range w.names {
			w.quoted[i] = w.fields.Find(n) >= 0
		}
	}
	return true
}

// csvColumns are the columns that an object gives: the keys of a dictionary, else its properties.
func csvColumns(c *runtime.Call, v value.Value) []string {
	var names []string
	if d, ok := value.As[*value.Dictionary](v.Base()); ok {
		for k := range d.All {
			names = append(names, value.ToString(k))
		}
		return names
	}
	if k := v.Base().Kind(); k > value.Null && k < value.String && k != value.DateTime && k != value.TimeSpan {
		return nil // numbers and the like
	}
	value.EachProperty(c.Env(), v, func(p value.PropertyRef) bool {
		names = append(names, p.Name)
		return true
	})
	return names
}

// plainShape tells whether a shape is just these note properties.
func plainShape(s *value.Shape, names []string) bool {
	if s.Len() != len(names) {
		return false
	}
	for i, n := range s.Names() {
		if s.KindAt(i) != value.NoteProperty || n != names[i] {
			return false
		}
	}
	return true
}

// typeLine is the line of -IncludeTypeInformation, "" without it.
func (w *csvWriter) typeLine(v value.Value) string {
	if !w.types || !w.header {
		return ""
	}
	names := value.TypeNames(v)
	if len(names) == 0 {
		return ""
	}
	return "#TYPE " + strings.TrimPrefix(names[0], "CSV:")
}

// headerLine is the line of the names.
func (w *csvWriter) headerLine() []byte {
	w.line = w.line[:0]
	for i, n := range w.names {
		if i > 0 {
			w.line = append(w.line, w.delimiter...)
		}
		w.field(i, n)
	}
	return w.line
}

// row is the line of an object, valid until the next one is made.
func (w *csvWriter) row(c *runtime.Call, v value.Value) []byte {
	w.line = w.line[:0]
	bag, _ := value.As[*value.PSObject](v)
	direct := bag != nil && w.shape != nil && bag.Shape() == w.shape && bag.IsCustom()
	for i, n := range w.names {
		if i > 0 {
			w.line = append(w.line, w.delimiter...)
		}
		var x value.Value
		if direct {
			x = bag.At(i)
		} else if x = csvField(c, v, n); x.IsNull() {
			continue
		}
		w.value(i, x)
	}
	return w.line
}

// csvField is a property or dictionary entry; one that cannot be read is as if it were not there.
func csvField(c *runtime.Call, v value.Value, name string) value.Value {
	x, ok, err := value.GetProperty(c.Env(), v, name)
	if err != nil || !ok {
		return value.NullValue
	}
	return x
}

// value adds one field.
func (w *csvWriter) value(i int, x value.Value) {
	switch x.Kind() {
	case value.Null, value.Nothing:
	case value.String:
		w.field(i, x.Str())
	case value.Int32, value.Int64:
		var space [20]byte
		w.field(i, string(strconv.AppendInt(space[:0], x.Int(), 10)))
	default:
		w.field(i, csvText(x))
	}
}

// csvText is a value's text: of lists and dictionaries their type, of others their text in the culture.
func csvText(x value.Value) string {
	b := x.Base()
	if runtime.IsList(b) {
		return value.TypeOf(b).String()
	}
	if _, ok := value.As[*value.Dictionary](b); ok {
		return value.TypeOf(b).String()
	}
	return value.ToStringCulture(x)
}

// field adds a text, in quotes where they are due.
func (w *csvWriter) field(i int, s string) {
	quote := w.quotes == quoteAlways
	switch {
	case w.quoted != nil:
		quote = w.quoted[i]
	case w.quotes == quoteAsNeeded:
		quote = strings.Contains(s, w.delimiter) || strings.ContainsAny(s, "\"\n")
	}
	if !quote {
		w.line = append(w.line, s...)
		return
	}
	w.line = append(w.line, '"')
	for {
		j := strings.IndexByte(s, '"')
		if j < 0 {
			break
		}
		w.line = append(append(w.line, s[:j+1]...), '"')
		s = s[j+1:]
	}
	w.line = append(append(w.line, s...), '"')
}
