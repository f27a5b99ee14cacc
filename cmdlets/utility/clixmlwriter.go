package utility

import (
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const clixmlSpace = "http://schemas.microsoft.com/powershell/2004/04"

// clixmlWriter makes a CliXml document (oracle/data, section 5).
type clixmlWriter struct {
	c       *runtime.Call
	out     []byte
	newline string
	depth   int
	indent  int
	objects map[value.Object]int // RefId of what was written
	types   map[string]int       // RefId of lists of type names
	ids     int
}

func newClixmlWriter(c *runtime.Call, depth int) *clixmlWriter {
	w := &clixmlWriter{c: c, newline: c.Host().Platform.Newline(), depth: depth, objects: map[value.Object]int{}, types: map[string]int{}}
	w.out = append(w.out, `<Objs Version="1.1.0.1" xmlns="`+clixmlSpace+`">`...)
	w.indent = 1
	return w
}

// finish ends the document; one without objects is a single tag.
func (w *clixmlWriter) finish() []byte {
	if w.out[len(w.out)-1] == '>' && strings.Count(string(w.out[:min(len(w.out), 200)]), "<") == 1 {
		return append(w.out[:len(w.out)-1], " />"...)
	}
	w.indent = 0
	w.line()
	return append(w.out, "</Objs>"...)
}

func (w *clixmlWriter) line() {
	w.out = append(w.out, w.newline...)
	for range w.indent {
		w.out = append(w.out, "  "...)
	}
}

// tag begins an element, with the name of the property that it is.
func (w *clixmlWriter) tag(element, name string) {
	w.line()
	w.out = append(append(w.out, '<'), element...)
	if name != "" {
		w.out = append(append(append(w.out, ` N="`...), clixmlText(name, true)...), '"')
	}
}

func (w *clixmlWriter) leaf(element, name, content string) {
	w.tag(element, name)
	w.out = append(append(w.out, '>'), content...)
	w.out = append(append(append(w.out, "</"...), element...), '>')
}

func (w *clixmlWriter) open(element, name string) {
	w.tag(element, name)
	w.out = append(w.out, '>')
	w.indent++
}

func (w *clixmlWriter) close(element string) {
	w.indent--
	w.line()
	w.out = append(append(append(w.out, "</"...), element...), '>')
}

// clixmlText is a text with what XML cannot hold written as _xHHHH_.
func clixmlText(s string, attribute bool) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"' && attribute:
			b.WriteString("&quot;")
		case r == '_' && isClixmlEscape(s[i:]):
			b.WriteString("_x005F_")
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
			clixmlUnit(&b, uint16(r))
		case r == utf8.RuneError && n == 1:
			n = min(3, len(s)-i) // half of a pair
			for _, u := range text.ToUtf16(s[i : i+n]) {
				clixmlUnit(&b, u)
			}
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

func clixmlUnit(b *strings.Builder, u uint16) {
	const digits = "0123456789ABCDEF"
	b.WriteString("_x")
	for shift := 12; shift >= 0; shift -= 4 {
		b.WriteByte(digits[u>>shift&15])
	}
	b.WriteByte('_')
}

// isClixmlEscape: a text that reads as an escape needs one itself.
func isClixmlEscape(s string) bool {
	if len(s) < 7 || s[1] != 'x' && s[1] != 'X' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}

// write adds one value.
func (w *clixmlWriter) write(v value.Value, name string, level int) error {
	b := v.Base()
	if b.IsNull() {
		w.tag("Nil", name)
		w.out = append(w.out, " />"...)
		return nil
	}
	if element, content, ok := w.primitive(b); ok {
		w.leaf(element, name, content)
		return nil
	}
	o := b.Object()
	if custom, ok := value.As[*value.PSObject](v); ok {
		o = custom
	}
	if o != nil {
		if id, ok := w.objects[o]; ok {
			w.tag("Ref", name)
			w.out = append(w.out, ` RefId="`+strconv.Itoa(id)+`" />`...)
			return nil
		}
	}
	return w.object(v, o, name, level)
}

// primitive is a value that is one element with a text.
func (w *clixmlWriter) primitive(b value.Value) (element, content string, ok bool) {
	switch b.Kind() {
	case value.String:
		return "S", clixmlText(b.Str(), false), true
	case value.Char:
		return "C", strconv.FormatUint(b.UInt(), 10), true
	case value.Bool:
		return "B", strconv.FormatBool(b.Bool()), true
	case value.DateTime:
		s, err := value.FormatValue(w.c.Env(), b, jsonDateFormat)
		return "DT", s, err == nil
	case value.TimeSpan:
		return "TS", isoDuration(b.Int()), true
	case value.Double:
		return "Db", text.FloatString(b.Float(), 64, text.Invariant), true
	case value.Single:
		return "Sg", text.FloatString(b.Float(), 32, text.Invariant), true
	case value.DecimalKind:
		return "D", b.Decimal().String(), true
	}
	for _, k := range clixmlIntegers {
		if k.kind == b.Kind() {
			return k.element, value.ToString(b), true
		}
	}
	return w.known(b)
}

var clixmlIntegers = [...]struct {
	kind    value.Kind
	element string
	typ     *value.Type
}{
	{value.Byte, "By", value.TypeByte}, {value.SByte, "SB", value.TypeSByte}, {value.Int16, "I16", value.TypeInt16}, {value.UInt16, "U16", value.TypeUInt16},
	{value.Int32, "I32", value.TypeInt32}, {value.UInt32, "U32", value.TypeUInt32}, {value.Int64, "I64", value.TypeInt64}, {value.UInt64, "U64", value.TypeUInt64},
}

// known is a .NET object that is one element with a text.
func (w *clixmlWriter) known(b value.Value) (element, content string, ok bool) {
	if b.Kind() != value.Reference {
		return "", "", false
	}
	switch o := b.Object().(type) {
	case *runtime.ScriptBlock:
		return "SBK", clixmlText(o.Text(), false), true
	case *dotnet.SecureString:
		var raw []byte
		for _, u := range text.ToUtf16(o.Text) {
			raw = append(raw, byte(u), byte(u>>8))
		}
		return "SS", hex.EncodeToString(raw), true
	case *value.Array:
		if o.Type == value.ArrayOf(value.TypeByte) {
			raw := make([]byte, len(o.Items))
			for i, x := range o.Items {
				raw[i] = byte(x.Int())
			}
			return "BA", base64.StdEncoding.EncodeToString(raw), true
		}
	}
	switch value.TypeOf(b).FullName {
	case "System.Guid":
		return "G", value.ToString(b), true
	case "System.Version":
		return "Version", value.ToString(b), true
	case "System.Uri":
		return "URI", clixmlText(value.ToString(b), false), true
	}
	return "", "", false
}

// isoDuration is a span of ticks as PnDTnHnMn.nS.
func isoDuration(ticks int64) string {
	if ticks == 0 {
		return "PT0S"
	}
	var b strings.Builder
	n := uint64(ticks)
	if ticks < 0 {
		b.WriteByte('-')
		n = uint64(-ticks)
	}
	const second = 10_000_000
	days, rest := n/(24*3600*second), n%(24*3600*second)
	b.WriteByte('P')
	if days > 0 {
		b.WriteString(strconv.FormatUint(days, 10) + "D")
	}
	if rest > 0 {
		b.WriteByte('T')
		for _, u := range [...]struct {
			size uint64
			mark string
		}{{3600 * second, "H"}, {60 * second, "M"}} {
			if k := rest / u.size; k > 0 {
				b.WriteString(strconv.FormatUint(k, 10) + u.mark)
			}
			rest %= u.size
		}
		if rest > 0 {
			b.WriteString(strconv.FormatUint(rest/second, 10))
			if f := rest % second; f > 0 {
				digits := strconv.FormatUint(second+f, 10)[1:]
				b.WriteString("." + strings.TrimRight(digits, "0"))
			}
			b.WriteByte('S')
		}
	}
	return b.String()
}
