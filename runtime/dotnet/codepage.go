package dotnet

import (
	"encoding/base64"
	"strings"

	"rehearse/runtime/text"
)

var (
	encodingWindows1252 = &Encoding{typeCodePage, kindWindows1252, nil, "windows-1252", "Western European (Windows)", 1252, false}
	encodingOEM437      = &Encoding{typeCodePage, kindOEM437, nil, "ibm437", "OEM United States", 437, false}
	typeCodePage        = class("System.Text.SBCSCodePageEncoding", typeEncoding, 0)
)

// windows1252 are the characters of the bytes 0x80 to 0x9F; the others are those of Latin-1.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// oem437 are the characters of the bytes from 0x80.
const oem437 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0"

var (
	page1252 = codePage(windows1252)
	page437  = codePage(oem437)
)

// codePage is a table of 256 characters whose upper half begins as given and goes on as Latin-1.
func codePage(upper string) (t [256]rune) {
	for i := range t {
		t[i] = rune(i)
	}
	i := 0x80
	for _, r := range upper {
		t[i] = r
		i++
	}
	return t
}

func (e *Encoding) page() *[256]rune {
	if e.kind == kindOEM437 {
		return &page437
	}
	return &page1252
}

func (e *Encoding) encodePage(s string) []byte {
	t := e.page()
	out := make([]byte, 0, len(s))
next:
	for _, r := range s {
		if r < 0x80 {
			out = append(out, byte(r))
			continue
		}
		for i := 0x80; i < 0x100; i++ {
			if t[i] == r {
				out = append(out, byte(i))
				continue next
			}
		}
		out = append(out, '?')
	}
	return out
}

func (e *Encoding) decodePage(b []byte) string {
	t := e.page()
	var out strings.Builder
	for _, c := range b {
		out.WriteRune(t[c])
	}
	return out.String()
}

// plainIn7 are the characters that UTF-7 writes as themselves.
const plainIn7 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\r\n"

func encodeUTF7(s string) []byte {
	var out []byte
	var held []byte
	flush := func() {
		if held != nil {
			out = append(out, '+')
			out = base64.RawStdEncoding.AppendEncode(out, held)
			out = append(out, '-')
			held = nil
		}
	}
	for _, u := range text.ToUtf16(s) {
		switch {
		case u < 0x80 && strings.IndexByte(plainIn7, byte(u)) >= 0:
			flush()
			out = append(out, byte(u))
		case u == '+' && held == nil:
			out = append(out, '+', '-')
		default:
			held = append(held, byte(u>>8), byte(u))
		}
	}
	flush()
	return out
}

func decodeUTF7(b []byte) string {
	var units []uint16
	for i := 0; i < len(b); i++ {
		if b[i] != '+' {
			units = append(units, uint16(b[i]))
			continue
		}
		end := i + 1
		for end < len(b) && is64(b[end]) {
			end++
		}
		if end == i+1 {
			units = append(units, '+')
		} else {
			units = append(units, unpack64(b[i+1:end])...)
		}
		i = end - 1
		if end < len(b) && b[end] == '-' {
			i = end
		}
	}
	return text.FromUtf16(units)
}

// unpack64 are the UTF-16 units of a base64 run; bits that make no whole unit are dropped.
func unpack64(b []byte) []uint16 {
	var units []uint16
	var bits uint32
	n := 0
	for _, c := range b {
		bits = bits<<6 | uint32(strings.IndexByte(digits64, c))
		if n += 6; n >= 16 {
			n -= 16
			units = append(units, uint16(bits>>n))
		}
	}
	return units
}

const digits64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func is64(c byte) bool { return strings.IndexByte(digits64, c) >= 0 }
