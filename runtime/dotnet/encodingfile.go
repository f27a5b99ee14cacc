package dotnet

import (
	"bytes"
	"strconv"

	"rehearse/runtime/text"
)

// EncodingUTF8 is UTF-8 without a mark, the encoding of files when nothing says otherwise.
var EncodingUTF8 = encodingUTF8Plain

// fileEncodings are the names that only the -Encoding parameters of cmdlets know.
var fileEncodings = map[string]*Encoding{
	"utf8": encodingUTF8Plain, "utf8nobom": encodingUTF8Plain, "utf8bom": encodingUTF8, "ansi": encodingWindows1252, "oem": encodingOEM437,
	"bigendianunicode": encodingUTF16BE, "bigendianutf32": encodingUTF32BE, "utf7": encodingUTF7, "utf32": encodingUTF32,
}

// FileEncoding is the encoding that -Encoding names: a name of its own, a .NET name or the number of a code page; nil for none.
func FileEncoding(name string) *Encoding {
	lower := text.ToLowerInvariant(name)
	if e := fileEncodings[lower]; e != nil {
		return e
	}
	if e := encodingNames[lower]; e != nil {
		return e
	}
	if n, err := strconv.Atoi(name); err == nil {
		return encodingOfPage(n)
	}
	return nil
}

func encodingOfPage(page int) *Encoding {
	for _, e := range [...]*Encoding{encodingUTF8, encodingUTF16, encodingUTF16BE, encodingUTF32, encodingUTF32BE, encodingASCII, encodingLatin1, encodingUTF7, encodingWindows1252, encodingOEM437} {
		if e.codePage == page {
			return e
		}
	}
	return nil
}

// MarkedEncoding is the encoding that a byte order mark at the beginning of b tells, nil without a mark.
func MarkedEncoding(b []byte) *Encoding {
	for _, m := range [...]*Encoding{encodingUTF8, encodingUTF32, encodingUTF16, encodingUTF16BE, encodingUTF32BE} {
		if bytes.HasPrefix(b, m.preamble) {
			return m
		}
	}
	return nil
}

// Encode are the bytes of a text, without a mark.
func (e *Encoding) Encode(s string) []byte { return e.encode(s) }

// Decode is the text of bytes that have no mark.
func (e *Encoding) Decode(b []byte) string { return e.decode(b) }

// DecodeFile is the text of a file: its mark decides, else e.
func (e *Encoding) DecodeFile(b []byte) string { return decodeFile(b, e) }

// Mark is the byte order mark that begins a new file, nil for none.
func (e *Encoding) Mark() []byte { return e.preamble }

// Obsolete tells whether cmdlets warn of the encoding.
func (e *Encoding) Obsolete() bool { return e.kind == kindUTF7 }

// Plain tells whether e is UTF-8, so that texts can be written as they are.
func (e *Encoding) Plain() bool { return e.kind == kindUTF8 }
