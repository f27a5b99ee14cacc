package utility

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// clixmlReader makes objects of a CliXml document.
type clixmlReader struct {
	c       *runtime.Call
	d       *xml.Decoder
	objects map[string]value.Value
	types   map[string][]string
	depth   int
}

// maxClixmlNesting bounds the nesting of a document.
const maxClixmlNesting = 1000

func newClixmlReader(c *runtime.Call, s string) *clixmlReader {
	d := xml.NewDecoder(strings.NewReader(s))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is decoded already
	return &clixmlReader{c: c, d: d, objects: map[string]value.Value{}, types: map[string][]string{}}
}

// xmlFault is XmlException.
func xmlFault(c *runtime.Call, message string, line, column int) error {
	t := c.FindType("System.Xml.XmlException")
	id := "System.Xml.XmlException"
	if t == nil {
		t = value.FormatException
	}
	return value.Throw(t, id, message+" Line "+strconv.Itoa(line)+", position "+strconv.Itoa(column)+".")
}

// fault is a mistake of the document at the present place.
func (r *clixmlReader) fault(message string) error {
	line, column := r.d.InputPos()
	return xmlFault(r.c, message, line, column)
}

func (r *clixmlReader) syntax(err error) error {
	var s *xml.SyntaxError
	if errors.As(err, &s) {
		return r.fault("The document is not well-formed: " + s.Msg + ".")
	}
	return r.fault("The document is not well-formed: " + err.Error() + ".")
}

// root goes to the first object.
func (r *clixmlReader) root(s string) error {
	trimmed := strings.TrimLeft(s, " \t\r\n")
	if !strings.HasPrefix(trimmed, "<") {
		if trimmed == "" {
			return xmlFault(r.c, "Root element is missing.", 0, 0)
		}
		return xmlFault(r.c, "Data at the root level is invalid.", 1+strings.Count(s[:len(s)-len(trimmed)], "\n"), 1)
	}
	for {
		t, err := r.d.Token()
		if err != nil {
			return r.syntax(err)
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local != "Objs" || e.Name.Space != clixmlSpace {
			line, column := 1, 2
			if at := strings.Index(s, "<"+e.Name.Local); at >= 0 {
				line, column = 1+strings.Count(s[:at], "\n"), at-strings.LastIndex(s[:at], "\n")+1
			}
			return xmlFault(r.c, "Element 'Objs' with namespace name '"+clixmlSpace+"' was not found.", line, column)
		}
		return nil
	}
}

// next is the next element at the present level; ok is false at the end of the element that holds it.
func (r *clixmlReader) next() (e xml.StartElement, ok bool, err error) {
	for {
		t, err := r.d.Token()
		if err != nil {
			return e, false, r.syntax(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			return t.Copy(), true, nil
		case xml.EndElement:
			return e, false, nil
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// content is the text of an element, with its escapes resolved; inner elements are an error.
func (r *clixmlReader) content() (string, error) {
	var b strings.Builder
	for {
		t, err := r.d.Token()
		if err != nil {
			return "", r.syntax(err)
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			return "", r.fault("Element '" + t.Name.Local + "' is not expected here.")
		case xml.EndElement:
			return b.String(), nil
		}
	}
}

// unescaped resolves _xHHHH_.
func unescaped(s string) string {
	if !strings.Contains(s, "_x") && !strings.Contains(s, "_X") {
		return s
	}
	var units []uint16
	for i := 0; i < len(s); {
		if s[i] == '_' && isClixmlEscape(s[i:]) {
			n, _ := strconv.ParseUint(s[i+2:i+6], 16, 16) // digits, as just seen
			units = append(units, uint16(n))
			i += 7
			continue
		}
		j := i + 1
		for j < len(s) && s[j] != '_' {
			j++
		}
		units = append(units, text.ToUtf16(s[i:j])...)
		i = j
	}
	return text.FromUtf16(units)
}

// value reads an element as a value.
func (r *clixmlReader) value(e xml.StartElement) (value.Value, error) {
	switch e.Name.Local {
	case "Obj":
		if r.depth++; r.depth > maxClixmlNesting {
			return value.NullValue, r.fault("The document is nested too deeply.")
		}
		defer func() { r.depth-- }()
		return r.object(e)
	case "Ref":
		v := r.objects[attribute(e, "RefId")]
		_, err := r.content()
		return v, err
	}
	s, err := r.content()
	if err != nil {
		return value.NullValue, err
	}
	return r.primitive(e.Name.Local, s)
}

func (r *clixmlReader) primitive(element, s string) (value.Value, error) {
	switch element {
	case "Nil":
		return value.NullValue, nil
	case "S":
		return value.OfString(unescaped(s)), nil
	case "C":
		n, err := strconv.ParseUint(s, 10, 16)
		if err != nil {
			return value.NullValue, r.fault("'" + s + "' is no character code.")
		}
		return value.OfChar(uint16(n)), nil
	case "B":
		return value.OfBool(s == "true" || s == "1"), nil
	case "DT":
		return r.date(s)
	case "TS":
		ticks, ok := parseDuration(s)
		if !ok {
			return value.NullValue, r.fault("'" + s + "' is no duration.")
		}
		return value.OfTimeSpan(ticks), nil
	case "Db":
		if s == "-0" {
			return value.OfDouble(math.Copysign(0, -1)), nil // a cast goes by way of an integer, which has no negative zero
		}
		return r.cast(s, value.TypeDouble)
	case "Sg":
		return r.cast(s, value.TypeSingle)
	case "D":
		return r.cast(s, value.TypeDecimal)
	case "SBK":
		b, err := r.c.ParseBlock(unescaped(s))
		if err != nil {
			return value.NullValue, err
		}
		return value.Of(b), nil
	case "BA":
		return r.bytes(s)
	case "SS":
		return r.secret(s)
	case "XD":
		return value.OfString(unescaped(s)), nil
	}
	for _, k := range clixmlIntegers {
		if k.element == element {
			return r.cast(s, k.typ)
		}
	}
	if name := map[string]string{"G": "System.Guid", "Version": "System.Version", "URI": "System.Uri"}[element]; name != "" {
		if t := r.c.FindType(name); t != nil {
			return r.cast(unescaped(s), t)
		}
	}
	return value.OfString(unescaped(s)), nil
}

func (r *clixmlReader) cast(s string, t *value.Type) (value.Value, error) {
	v, err := r.c.Cast(value.OfString(s), t)
	if err != nil {
		return v, r.fault("'" + s + "' is no " + t.FullName + ".")
	}
	return v, nil
}

func (r *clixmlReader) date(s string) (value.Value, error) {
	t, zone, ok := isoDate(s)
	if !ok {
		return r.cast(s, value.TypeDateTime)
	}
	d := jsonDates{kind: jsonDateDefault, zone: r.c.Host().Clock.Now().Location()}
	return d.date(r.c, s, t, zone), nil
}

func (r *clixmlReader) bytes(s string) (value.Value, error) {
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(s))
	if err != nil {
		return value.NullValue, r.fault("The bytes are no base64.")
	}
	items := make([]value.Value, len(raw))
	for i, b := range raw {
		items[i] = value.OfInteger(value.Byte, int64(b))
	}
	a := value.NewArray(items)
	a.Type = value.ArrayOf(value.TypeByte)
	return value.Of(a), nil
}

func (r *clixmlReader) secret(s string) (value.Value, error) {
	raw, err := hex.DecodeString(strings.TrimSpace(s))
	if err != nil || len(raw)%2 != 0 {
		return value.NullValue, r.fault("The password was not written on this platform.")
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i]) | uint16(raw[2*i+1])<<8
	}
	return dotnet.OfSecureString(text.FromUtf16(units)), nil
}

// parseDuration reads PnDTnHnMn.nS as ticks.
func parseDuration(s string) (int64, bool) {
	negative := strings.HasPrefix(s, "-")
	rest, ok := strings.CutPrefix(strings.TrimPrefix(s, "-"), "P")
	if !ok {
		return 0, false
	}
	const second = 10_000_000
	total, inTime := 0.0, false
	for rest != "" {
		if rest[0] == 'T' {
			inTime, rest = true, rest[1:]
			continue
		}
		i := strings.IndexAny(rest, "DHMS")
		if i <= 0 {
			return 0, false
		}
		n, err := strconv.ParseFloat(rest[:i], 64)
		if err != nil || n < 0 {
			return 0, false
		}
		switch c := rest[i]; {
		case c == 'D':
			total += n * 24 * 3600 * second
		case c == 'H' && inTime:
			total += n * 3600 * second
		case c == 'M' && inTime:
			total += n * 60 * second
		case c == 'S':
			total += n * second
		default:
			return 0, false
		}
		rest = rest[i+1:]
	}
	if total > 9.2e18 {
		return 0, false
	}
	ticks := int64(total + 0.5)
	if negative {
		ticks = -ticks
	}
	return ticks, true
}
