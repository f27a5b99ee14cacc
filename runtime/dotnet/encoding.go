package dotnet

import (
	"bytes"
	"unicode/utf8"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Encoding is a System.Text.Encoding.
type Encoding struct {
	typ      *value.Type
	kind     encodingKind
	preamble []byte
	name     string // WebName
	title    string // EncodingName
	codePage int
	strict   bool // throws at bytes that mean nothing
}

type encodingKind uint8

const (
	kindUTF8 encodingKind = iota
	kindUTF16
	kindUTF16BE
	kindUTF32
	kindUTF32BE
	kindASCII
	kindLatin1
	kindUTF7
	kindWindows1252
	kindOEM437
)

var (
	typeEncoding        = class("System.Text.Encoding", value.TypeObject, value.Abstract, value.IfaceCloneable)
	typeUTF8Encoding    = class("System.Text.UTF8Encoding", typeEncoding, 0)
	typeUTF8Sealed      = class("System.Text.UTF8Encoding+UTF8EncodingSealed", typeUTF8Encoding, value.Sealed)
	typeUnicodeEncoding = class("System.Text.UnicodeEncoding", typeEncoding, 0)
	typeUTF32Encoding   = class("System.Text.UTF32Encoding", typeEncoding, 0)
	typeASCIIEncoding   = class("System.Text.ASCIIEncoding", typeEncoding, 0)
	typeASCIISealed     = class("System.Text.ASCIIEncoding+ASCIIEncodingSealed", typeASCIIEncoding, value.Sealed)
	typeLatin1Encoding  = class("System.Text.Latin1Encoding", typeEncoding, 0)
	typeLatin1Sealed    = class("System.Text.Latin1Encoding+Latin1EncodingSealed", typeLatin1Encoding, value.Sealed)
	typeUTF7Encoding    = class("System.Text.UTF7Encoding", typeEncoding, 0)
)

var (
	utf8Mark    = []byte{0xef, 0xbb, 0xbf}
	utf16Mark   = []byte{0xff, 0xfe}
	utf16BEMark = []byte{0xfe, 0xff}
	utf32Mark   = []byte{0xff, 0xfe, 0, 0}

	encodingUTF8      = &Encoding{typeUTF8Sealed, kindUTF8, utf8Mark, "utf-8", "Unicode (UTF-8)", 65001, false}
	encodingUTF8Plain = &Encoding{typeUTF8Sealed, kindUTF8, nil, "utf-8", "Unicode (UTF-8)", 65001, false}
	encodingUTF16     = &Encoding{typeUnicodeEncoding, kindUTF16, utf16Mark, "utf-16", "Unicode", 1200, false}
	encodingUTF16BE   = &Encoding{typeUnicodeEncoding, kindUTF16BE, utf16BEMark, "utf-16BE", "Unicode (Big-Endian)", 1201, false}
	encodingUTF32     = &Encoding{typeUTF32Encoding, kindUTF32, utf32Mark, "utf-32", "Unicode (UTF-32)", 12000, false}
	encodingUTF32BE   = &Encoding{typeUTF32Encoding, kindUTF32BE, []byte{0, 0, 0xfe, 0xff}, "utf-32BE", "Unicode (UTF-32 Big-Endian)", 12001, false}
	encodingASCII     = &Encoding{typeASCIISealed, kindASCII, nil, "us-ascii", "US-ASCII", 20127, false}
	encodingLatin1    = &Encoding{typeLatin1Sealed, kindLatin1, nil, "iso-8859-1", "Western European (ISO)", 28591, false}
	encodingUTF7      = &Encoding{typeUTF7Encoding, kindUTF7, nil, "utf-7", "Unicode (UTF-7)", 65000, false}
)

// TypeOf is the encoding's type.
func (e *Encoding) TypeOf() *value.Type { return e.typ }

// encode are the bytes of a text, without preamble.
func (e *Encoding) encode(s string) []byte {
	switch e.kind {
	case kindUTF16, kindUTF16BE:
		var out []byte
		for _, u := range text.ToUtf16(s) {
			if e.kind == kindUTF16 {
				out = append(out, byte(u), byte(u>>8))
			} else {
				out = append(out, byte(u>>8), byte(u))
			}
		}
		return out
	case kindUTF32, kindUTF32BE:
		var out []byte
		for _, r := range s {
			if e.kind == kindUTF32 {
				out = append(out, byte(r), byte(r>>8), byte(r>>16), 0)
			} else {
				out = append(out, 0, byte(r>>16), byte(r>>8), byte(r))
			}
		}
		return out
	case kindASCII, kindLatin1:
		limit := uint16(0x80)
		if e.kind == kindLatin1 {
			limit = 0x100
		}
		units := text.ToUtf16(s)
		out := make([]byte, 0, len(units))
		for i := 0; i < len(units); i++ {
			u := units[i]
			if u < limit {
				out = append(out, byte(u))
				continue
			}
			out = append(out, '?')
			if e.kind == kindLatin1 && u >= 0xd800 && u < 0xdc00 {
				i++
			}
		}
		return out
	case kindWindows1252, kindOEM437:
		return e.encodePage(s)
	case kindUTF7:
		return encodeUTF7(s)
	}
	if utf8.ValidString(s) {
		return []byte(s)
	}
	return []byte(toValid(s))
}

// toValid replaces lone surrogates, which no encoding has, by U+FFFD.
func toValid(s string) string {
	var b bytes.Buffer
	for _, u := range runes(text.ToUtf16(s)) {
		b.WriteRune(u)
	}
	return b.String()
}

func runes(units []uint16) []rune {
	var out []rune
	for i := 0; i < len(units); i++ {
		u := rune(units[i])
		switch {
		case u >= 0xd800 && u < 0xdc00 && i+1 < len(units) && units[i+1] >= 0xdc00 && units[i+1] < 0xe000:
			u = 0x10000 + (u-0xd800)<<10 + rune(units[i+1]) - 0xdc00
			i++
		case u >= 0xd800 && u < 0xe000:
			u = 0xfffd
		}
		out = append(out, u)
	}
	return out
}

// decode is the text of bytes.
func (e *Encoding) decode(b []byte) string {
	switch e.kind {
	case kindUTF16, kindUTF16BE:
		units := make([]uint16, 0, len(b)/2+1)
		for i := 0; i+1 < len(b); i += 2 {
			if e.kind == kindUTF16 {
				units = append(units, uint16(b[i])|uint16(b[i+1])<<8)
			} else {
				units = append(units, uint16(b[i+1])|uint16(b[i])<<8)
			}
		}
		if len(b)%2 == 1 {
			units = append(units, 0xfffd)
		}
		return text.FromUtf16(units)
	case kindUTF32, kindUTF32BE:
		var out []rune
		for i := 0; i+3 < len(b); i += 4 {
			r := rune(b[i]) | rune(b[i+1])<<8 | rune(b[i+2])<<16 | rune(b[i+3])<<24
			if e.kind == kindUTF32BE {
				r = rune(b[i+3]) | rune(b[i+2])<<8 | rune(b[i+1])<<16 | rune(b[i])<<24
			}
			if !utf8.ValidRune(r) {
				r = 0xfffd
			}
			out = append(out, r)
		}
		return string(out)
	case kindASCII, kindLatin1:
		out := make([]rune, len(b))
		for i, c := range b {
			out[i] = rune(c)
			if c >= 0x80 && e.kind == kindASCII {
				out[i] = 0xfffd
			}
		}
		return string(out)
	case kindWindows1252, kindOEM437:
		return e.decodePage(b)
	case kindUTF7:
		return decodeUTF7(b)
	}
	return string(bytes.ToValidUTF8(b, []byte("\ufffd")))
}

// decodeFile decodes the content of a file: a byte order mark decides, else e.
func decodeFile(b []byte, e *Encoding) string {
	for _, m := range [...]*Encoding{encodingUTF8, encodingUTF32, encodingUTF16, encodingUTF16BE, encodingUTF32BE} {
		if bytes.HasPrefix(b, m.preamble) {
			return m.decode(b[len(m.preamble):])
		}
	}
	return e.decode(b)
}

var encodingNames = map[string]*Encoding{
	"utf-8": encodingUTF8, "utf8": encodingUTF8, "unicode-1-1-utf-8": encodingUTF8, "utf-16": encodingUTF16, "utf-16le": encodingUTF16, "unicode": encodingUTF16,
	"ucs-2": encodingUTF16, "utf-16be": encodingUTF16BE, "unicodefffe": encodingUTF16BE, "utf-32": encodingUTF32, "utf-32le": encodingUTF32, "utf-32be": encodingUTF32BE,
	"us-ascii": encodingASCII, "ascii": encodingASCII, "iso-8859-1": encodingLatin1, "latin1": encodingLatin1, "l1": encodingLatin1,
	"windows-1252": encodingWindows1252, "x-ansi": encodingWindows1252, "ibm437": encodingOEM437, "cp437": encodingOEM437, "utf-7": encodingUTF7,
}

func encodingOf(v value.Value) *Encoding {
	e, ok := value.As[*Encoding](v)
	if !ok {
		return encodingUTF8Plain
	}
	return e
}

func ofEncoding(e *Encoding) func(value.Value) value.Value {
	return func(value.Value) value.Value { return value.Of(e) }
}

var encodingTable = table{
	props: []prop{
		{sig: "static System.Text.Encoding Default", get: ofEncoding(encodingUTF8Plain)},
		{sig: "static System.Text.Encoding UTF8", get: ofEncoding(encodingUTF8)},
		{sig: "static System.Text.Encoding Unicode", get: ofEncoding(encodingUTF16)},
		{sig: "static System.Text.Encoding BigEndianUnicode", get: ofEncoding(encodingUTF16BE)},
		{sig: "static System.Text.Encoding UTF32", get: ofEncoding(encodingUTF32)},
		{sig: "static System.Text.Encoding UTF7", get: ofEncoding(encodingUTF7)},
		{sig: "static System.Text.Encoding ASCII", get: ofEncoding(encodingASCII)},
		{sig: "static System.Text.Encoding Latin1", get: ofEncoding(encodingLatin1)},
		{sig: "System.ReadOnlySpan[byte] Preamble", get: func(v value.Value) value.Value { return ofBytes(encodingOf(v).preamble) }},
		{sig: "string BodyName", get: func(v value.Value) value.Value { return value.OfString(encodingOf(v).name) }},
		{sig: "string EncodingName", get: func(v value.Value) value.Value { return value.OfString(encodingOf(v).title) }},
		{sig: "string HeaderName", get: func(v value.Value) value.Value { return value.OfString(encodingOf(v).name) }},
		{sig: "string WebName", get: func(v value.Value) value.Value { return value.OfString(encodingOf(v).name) }},
		{sig: "int WindowsCodePage", get: func(v value.Value) value.Value {
			switch encodingOf(v).kind {
			case kindASCII, kindLatin1:
				return value.OfInt(1252)
			}
			return value.OfInt(1200)
		}},
		{sig: "bool IsBrowserDisplay", get: func(v value.Value) value.Value {
			k := encodingOf(v).kind
			return value.OfBool(k == kindUTF8 || k == kindLatin1)
		}},
		{sig: "bool IsBrowserSave", get: func(v value.Value) value.Value {
			k := encodingOf(v).kind
			return value.OfBool(k == kindUTF8 || k == kindLatin1 || k == kindUTF16)
		}},
		{sig: "bool IsMailNewsDisplay", get: func(v value.Value) value.Value {
			k := encodingOf(v).kind
			return value.OfBool(k == kindUTF8 || k == kindLatin1 || k == kindASCII)
		}},
		{sig: "bool IsMailNewsSave", get: func(v value.Value) value.Value {
			k := encodingOf(v).kind
			return value.OfBool(k == kindUTF8 || k == kindLatin1 || k == kindASCII)
		}},
		{sig: "bool IsSingleByte", get: func(v value.Value) value.Value {
			k := encodingOf(v).kind
			return value.OfBool(k == kindLatin1 || k == kindASCII)
		}},
		{sig: "System.Text.EncoderFallback EncoderFallback", get: func(value.Value) value.Value { return value.Of(&fallback{"System.Text.EncoderReplacementFallback"}) }},
		{sig: "System.Text.DecoderFallback DecoderFallback", get: func(value.Value) value.Value { return value.Of(&fallback{"System.Text.DecoderReplacementFallback"}) }},
		{sig: "bool IsReadOnly", get: func(value.Value) value.Value { return value.True }},
		{sig: "int CodePage", get: func(v value.Value) value.Value { return value.OfInt(encodingOf(v).codePage) }},
	},
	methods: []method{
		{sig: "static System.Text.Encoding GetEncoding(int codepage)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if e := encodingOfPage(integer(a[0])); e != nil {
				return value.Of(e), nil
			}
			return value.NullValue, raise(value.NotSupportedException, "No data is available for encoding "+itoa(integer(a[0]))+". For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.")
		}},
		{sig: "static System.Text.Encoding GetEncoding(string name)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			if e := encodingNames[text.ToLowerInvariant(a[0].Str())]; e != nil {
				return value.Of(e), nil
			}
			return value.NullValue, argumentError("name", "'"+a[0].Str()+"' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.")
		}},
		{sig: "static byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)", do: func(_ value.Value, a []value.Value) value.Value {
			return ofBytes(encodingOf(a[1]).encode(encodingOf(a[0]).decode(bytesOf(a[2]))))
		}},
		{sig: "static void RegisterProvider(System.Text.EncodingProvider provider)", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "byte[] GetBytes(char[] chars)", do: func(v value.Value, a []value.Value) value.Value {
			return ofBytes(encodingOf(v).encode(text.FromUtf16(units(a[0]))))
		}},
		{sig: "byte[] GetBytes(string s)", do: func(v value.Value, a []value.Value) value.Value { return ofBytes(encodingOf(v).encode(a[0].Str())) }},
		{sig: "int GetByteCount(char[] chars)", do: func(v value.Value, a []value.Value) value.Value {
			return value.OfInt(len(encodingOf(v).encode(text.FromUtf16(units(a[0])))))
		}},
		{sig: "int GetByteCount(string s)", do: func(v value.Value, a []value.Value) value.Value {
			return value.OfInt(len(encodingOf(v).encode(a[0].Str())))
		}},
		{sig: "string GetString(byte[] bytes)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			if a[0].IsNull() {
				return v, nullError("bytes")
			}
			return decodeStrict(encodingOf(v), bytesOf(a[0]))
		}},
		{sig: "string GetString(byte[] bytes, int index, int count)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			b, at, n := bytesOf(a[0]), integer(a[1]), integer(a[2])
			if at < 0 || n < 0 || at+n > len(b) {
				return v, rangeError("bytes", "Index and count must refer to a location within the buffer.")
			}
			return decodeStrict(encodingOf(v), b[at:at+n])
		}},
		{sig: "char[] GetChars(byte[] bytes)", do: func(v value.Value, a []value.Value) value.Value {
			return ofChars(text.ToUtf16(encodingOf(v).decode(bytesOf(a[0]))))
		}},
		{sig: "int GetCharCount(byte[] bytes)", do: func(v value.Value, a []value.Value) value.Value {
			return value.OfInt(text.Utf16Len(encodingOf(v).decode(bytesOf(a[0]))))
		}},
		{sig: "byte[] GetPreamble()", do: func(v value.Value, _ []value.Value) value.Value { return ofBytes(encodingOf(v).preamble) }},
		{sig: "System.Object Clone()", do: func(v value.Value, _ []value.Value) value.Value { return v }},
		{sig: "bool Equals(System.Object value)", do: func(v value.Value, a []value.Value) value.Value {
			o, ok := value.As[*Encoding](a[0].Base())
			return value.OfBool(ok && o.codePage == encodingOf(v).codePage)
		}},
	},
}

func decodeStrict(e *Encoding, b []byte) (value.Value, error) {
	if e.strict && !utf8.Valid(b) {
		i := 0
		for i < len(b) {
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n <= 1 {
				break
			}
			i += n
		}
		return value.NullValue, raise(value.ArgumentException, "Unable to translate bytes ["+hexDigits(uint64(b[i]), 2)+"] at index "+itoa(i)+" from specified code page to Unicode.")
	}
	return value.OfString(e.decode(b)), nil
}

// fallback is what an encoding does with what it cannot write; only its name is seen.
type fallback struct{ name string }

var typeFallback = class("System.Text.EncoderFallback", value.TypeObject, 0)

// TypeOf is EncoderFallback.
func (*fallback) TypeOf() *value.Type { return typeFallback }

// ToText is the name of the fallback.
func (f *fallback) ToText() string { return f.name }

var utf8EncodingTable = table{ctors: []ctor{
	{"()", newUTF8Encoding}, {"(bool encoderShouldEmitUTF8Identifier)", newUTF8Encoding},
	{"(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)", newUTF8Encoding},
}}

func newUTF8Encoding(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
	e := *encodingUTF8Plain
	e.typ = typeValue(t)
	if len(a) > 0 && a[0].Bool() {
		e.preamble = utf8Mark
	}
	e.strict = len(a) > 1 && a[1].Bool()
	return value.Of(&e), nil
}

var unicodeEncodingTable = table{ctors: []ctor{
	{"()", newUnicodeEncoding}, {"(bool bigEndian, bool byteOrderMark)", newUnicodeEncoding},
	{"(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)", newUnicodeEncoding},
}}

func newUnicodeEncoding(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	e := *encodingUTF16
	if len(a) > 0 && a[0].Bool() {
		e = *encodingUTF16BE
	}
	if len(a) > 1 && !a[1].Bool() {
		e.preamble = nil
	}
	return value.Of(&e), nil
}

var asciiEncodingTable = table{ctors: []ctor{{"()", func(_ value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
	return value.Of(encodingASCII), nil
}}}}
