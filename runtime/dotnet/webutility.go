package dotnet

import (
	"html"
	"strconv"
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var (
	typeWebUtility  = class("System.Net.WebUtility", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeHttpUtility = within("System.Web.HttpUtility", class("System.Web.HttpUtility", value.TypeObject, value.Sealed))
)

// htmlEncode escapes what HTML gives a meaning, Latin-1 letters and characters beyond the first plane.
func htmlEncode(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\'':
			b.WriteString("&#39;")
		case r == '&':
			b.WriteString("&amp;")
		case r >= 160 && r < 256, r > 0xffff:
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// urlEncode is form encoding: + for a blank; safe are the marks that stay.
func urlEncode(s, safe, hex string) string {
	var b strings.Builder
	for _, c := range []byte(toOutput(s)) {
		switch {
		case isAlphanumeric(c) || strings.IndexByte(safe, c) >= 0:
			b.WriteByte(c)
		case c == ' ':
			b.WriteByte('+')
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

const urlSafe = "-_.!*()"

// onText is a method that makes a text of a text; null stays null.
func onText(f func(string) string) func(value.Value, []value.Value) value.Value {
	return func(_ value.Value, a []value.Value) value.Value {
		if a[0].IsNull() {
			return value.NullValue
		}
		return value.OfString(f(a[0].Str()))
	}
}

var webUtilityTable = table{methods: []method{
	{sig: "static string HtmlEncode(string value)", do: onText(htmlEncode)},
	{sig: "static string HtmlDecode(string value)", do: onText(html.UnescapeString)},
	{sig: "static string UrlEncode(string value)", do: onText(func(s string) string { return urlEncode(s, urlSafe, upperHex) })},
	{sig: "static string UrlDecode(string encodedValue)", do: onText(func(s string) string { return unescape(s, true) })},
}}

func scriptEncode(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '"':
			b.WriteString(`\"`)
		case '\\':
			b.WriteString(`\\`)
		case '\n':
			b.WriteString(`\n`)
		case '\r':
			b.WriteString(`\r`)
		case '\t':
			b.WriteString(`\t`)
		case '\b':
			b.WriteString(`\b`)
		case '\f':
			b.WriteString(`\f`)
		case '\'', '<', '>', '&', 0x85, 0x2028, 0x2029:
			b.WriteString(`\u` + strings.ToLower(hexDigits(uint64(r), 4)))
		default:
			if r < 0x20 {
				b.WriteString(`\u` + strings.ToLower(hexDigits(uint64(r), 4)))
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

var httpUtilityTable = table{methods: []method{
	{sig: "static string HtmlEncode(string s)", do: onText(htmlEncode)},
	{sig: "static string HtmlDecode(string s)", do: onText(html.UnescapeString)},
	{sig: "static string HtmlAttributeEncode(string s)", do: onText(func(s string) string {
		return strings.NewReplacer("&", "&amp;", "\"", "&quot;", "'", "&#39;", "<", "&lt;").Replace(s)
	})},
	{sig: "static string UrlEncode(string str)", do: onText(func(s string) string { return urlEncode(s, urlSafe, lowerHexText) })},
	{sig: "static string UrlDecode(string str)", do: onText(func(s string) string { return unescape(s, true) })},
	{sig: "static string UrlPathEncode(string str)", do: onText(func(s string) string {
		path, query := cutKeep(s, '?')
		var b strings.Builder
		for _, c := range []byte(path) {
			if c <= 0x20 || c >= 0x7f {
				b.WriteString("%" + strings.ToLower(hexDigits(uint64(c), 2)))
			} else {
				b.WriteByte(c)
			}
		}
		return b.String() + query
	})},
	{sig: "static string JavaScriptStringEncode(string value)", do: onText(scriptEncode)},
	{sig: "static string JavaScriptStringEncode(string value, bool addDoubleQuotes)", do: func(_ value.Value, a []value.Value) value.Value {
		s := scriptEncode(a[0].Str())
		if a[1].Bool() {
			s = "\"" + s + "\""
		}
		return value.OfString(s)
	}},
	{sig: "static System.Collections.Specialized.NameValueCollection ParseQueryString(string query)", do: func(_ value.Value, a []value.Value) value.Value {
		c := &nameValues{typ: typeHttpValues}
		for _, p := range strings.Split(strings.TrimPrefix(a[0].Str(), "?"), "&") {
			if p == "" {
				continue
			}
			name, val, ok := strings.Cut(p, "=")
			if !ok {
				name, val = "", name
			}
			c.add(unescape(name, true), unescape(val, true))
		}
		return value.Of(c)
	}},
}}

// nameValues is a NameValueCollection: names in any case, each with all its values.
type nameValues struct {
	value.Extended
	typ    *value.Type
	names  []string
	values [][]string
}

var (
	typeNameValues = within("System.Collections.Specialized", class("System.Collections.Specialized.NameValueCollection", value.TypeObject, 0, value.IfaceCollection))
	typeHttpValues = within("System.Web.HttpUtility", class("System.Web.HttpUtility+HttpQSCollection", typeNameValues, value.Sealed))
)

// TypeOf is the collection's type.
func (c *nameValues) TypeOf() *value.Type { return c.typ }

// Each yields the names.
func (c *nameValues) Each(yield func(value.Value) error) error {
	for _, n := range c.names {
		if err := yield(value.OfString(n)); err != nil {
			return err
		}
	}
	return nil
}

// ToText is a query string for those that came from one.
func (c *nameValues) ToText() string {
	if c.typ != typeHttpValues {
		return strings.Join(c.names, " ")
	}
	var parts []string
	for i, n := range c.names {
		for _, v := range c.values[i] {
			parts = append(parts, urlEncode(n, urlSafe, lowerHexText)+"="+urlEncode(v, urlSafe, lowerHexText))
		}
	}
	return strings.Join(parts, "&")
}

func (c *nameValues) find(name string) int {
	for i, n := range c.names {
		if text.EqualFold(n, name) {
			return i
		}
	}
	return -1
}

func (c *nameValues) add(name, v string) {
	if i := c.find(name); i >= 0 {
		c.values[i] = append(c.values[i], v)
		return
	}
	c.names, c.values = append(c.names, name), append(c.values, []string{v})
}

func (c *nameValues) set(name, v string) {
	if i := c.find(name); i >= 0 {
		c.values[i] = []string{v}
		return
	}
	c.add(name, v)
}

func (c *nameValues) get(i int) value.Value {
	if i < 0 || i >= len(c.values) {
		return value.NullValue
	}
	return value.OfString(strings.Join(c.values[i], ","))
}

func namesOf(v value.Value) *nameValues {
	c, _ := value.As[*nameValues](v)
	return c
}

var nameValuesTable = table{
	ctors: []ctor{
		{"()", func(_ value.Env, t value.Value, _ []value.Value) (value.Value, error) {
			return value.Of(&nameValues{typ: typeValue(t)}), nil
		}},
		{"(int capacity)", func(_ value.Env, t value.Value, _ []value.Value) (value.Value, error) {
			return value.Of(&nameValues{typ: typeValue(t)}), nil
		}},
	},
	props: []prop{
		{sig: "int Count", get: func(v value.Value) value.Value { return value.OfInt(len(namesOf(v).names)) }},
		{sig: "string[] AllKeys", get: func(v value.Value) value.Value { return value.OfStrings(namesOf(v).names) }},
		{sig: "System.Collections.ICollection Keys", get: func(v value.Value) value.Value { return value.OfStrings(namesOf(v).names) }},
	},
	methods: []method{
		{sig: "void Add(string name, string value)", do: func(v value.Value, a []value.Value) value.Value {
			namesOf(v).add(a[0].Str(), a[1].Str())
			return value.NothingValue
		}},
		{sig: "void Set(string name, string value)", do: func(v value.Value, a []value.Value) value.Value {
			namesOf(v).set(a[0].Str(), a[1].Str())
			return value.NothingValue
		}},
		{sig: "string Get(string name)", do: func(v value.Value, a []value.Value) value.Value { return namesOf(v).get(namesOf(v).find(a[0].Str())) }},
		{sig: "string Get(int index)", do: func(v value.Value, a []value.Value) value.Value { return namesOf(v).get(integer(a[0])) }},
		{sig: "string[] GetValues(string name)", do: func(v value.Value, a []value.Value) value.Value {
			if i := namesOf(v).find(a[0].Str()); i >= 0 {
				return value.OfStrings(namesOf(v).values[i])
			}
			return value.NullValue
		}},
		{sig: "string GetKey(int index)", do: func(v value.Value, a []value.Value) value.Value {
			if i := integer(a[0]); i >= 0 && i < len(namesOf(v).names) {
				return value.OfString(namesOf(v).names[i])
			}
			return value.NullValue
		}},
		{sig: "void Remove(string name)", do: func(v value.Value, a []value.Value) value.Value {
			c := namesOf(v)
			if i := c.find(a[0].Str()); i >= 0 {
				c.names = append(c.names[:i:i], c.names[i+1:]...)
				c.values = append(c.values[:i:i], c.values[i+1:]...)
			}
			return value.NothingValue
		}},
		{sig: "void Clear()", do: func(v value.Value, _ []value.Value) value.Value {
			c := namesOf(v)
			c.names, c.values = nil, nil
			return value.NothingValue
		}},
		{sig: "bool HasKeys()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfBool(len(namesOf(v).names) > 0) }},
		{sig: "string get_Item(string name)", do: func(v value.Value, a []value.Value) value.Value { return namesOf(v).get(namesOf(v).find(a[0].Str())) }},
		{sig: "string get_Item(int index)", do: func(v value.Value, a []value.Value) value.Value { return namesOf(v).get(integer(a[0])) }},
		{sig: "void set_Item(string name, string value)", do: func(v value.Value, a []value.Value) value.Value {
			namesOf(v).set(a[0].Str(), a[1].Str())
			return value.NothingValue
		}},
		{sig: "System.Collections.IEnumerator GetEnumerator()", do: func(v value.Value, _ []value.Value) value.Value {
			return newEnumerator(typeArrayEnumerator, items(v))
		}},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value {
			if c := namesOf(v); c.typ == typeHttpValues {
				return value.OfString(c.ToText())
			}
			return value.OfString(typeNameValues.FullName)
		}},
	},
}
