package utility

import (
	"math"
	"strconv"
	"unicode"
	"unicode/utf8"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

func nan() float64              { return math.NaN() }
func infinity(sign int) float64 { return math.Inf(sign) }

// object reads {…}; a name that comes again replaces the value.
func (r *jsonReader) object() value.Value {
	r.enter(false)
	step := len(r.path) - 1
	var names []string
	var vals []value.Value
	var index map[string]int // of names, once there are many
	for first := true; ; first = false {
		r.space()
		if r.at == len(r.s) {
			if first {
				r.fail("Unexpected end when reading JSON.")
			}
			r.fail("Unexpected end when deserializing object.")
		}
		if r.s[r.at] == '}' {
			r.leave()
			return r.make.object(names, vals)
		}
		name := r.name()
		r.space()
		if r.at == len(r.s) || r.s[r.at] != ':' {
			r.fail("Invalid character after parsing property name. Expected ':' but got: " + r.char() + ".")
		}
		r.path[step].name, r.path[step].named = name, true
		r.at++
		r.space()
		if r.at == len(r.s) {
			r.fail("Unexpected end when deserializing object.")
		}
		v := r.value()
		i := -1
		if index != nil {
			if k, ok := index[name]; ok {
				i = k
			}
		} else {
			for k, n := range names {
				if n == name {
					i = k
				}
			}
		}
		if i >= 0 {
			vals[i] = v
		} else {
			if index != nil {
				index[name] = len(names)
			}
			names, vals = append(names, name), append(vals, v)
			if index == nil && len(names) == manyNames {
				index = make(map[string]int, 2*manyNames)
				for k, n := range names {
					index[n] = k
				}
			}
		}
		r.space()
		if r.at < len(r.s) && r.s[r.at] == ',' {
			r.at++
			continue
		}
		if r.at < len(r.s) && r.s[r.at] != '}' {
			r.unexpected(false)
		}
	}
}

// manyNames is where an object's names are looked up by a table.
const manyNames = 16

// unexpected fails at a character behind a value.
func (r *jsonReader) unexpected(array bool) {
	c := r.s[r.at]
	if !array && c == ']' {
		r.leave()
		r.fail("JsonToken EndArray is not valid for closing JsonType Object.")
	}
	if array && c == '}' {
		r.leave()
		r.fail("JsonToken EndObject is not valid for closing JsonType Array.")
	}
	r.fail("After parsing a value an unexpected character was encountered: " + r.char() + ".")
}

// name reads a name, in quotes or bare.
func (r *jsonReader) name() string {
	if c := r.s[r.at]; c == '"' || c == '\'' {
		return r.quoted()
	}
	start := r.at
	for r.at < len(r.s) {
		x, n := utf8.DecodeRuneInString(r.s[r.at:])
		if !unicode.IsLetter(x) && !unicode.IsDigit(x) && x != '_' && x != '$' {
			break
		}
		r.at += n
	}
	if r.at == start {
		r.fail("Invalid property identifier character: " + r.char() + ".")
	}
	if r.at < len(r.s) && r.s[r.at] != ':' && r.s[r.at] != '/' && r.s[r.at] > ' ' {
		r.fail("Invalid JavaScript property identifier character: " + r.char() + ".")
	}
	return r.s[start:r.at]
}

// array reads […]; the end of the text ends it too, behind a complete item.
func (r *jsonReader) array() value.Value {
	r.enter(true)
	step := len(r.path) - 1
	items := []value.Value{}
	for {
		r.space()
		if r.at == len(r.s) {
			r.path = r.path[:0]
			panic(jsonFault{reason: "Unexpected end when reading token.", bare: true})
		}
		switch r.s[r.at] {
		case ']':
			r.leave()
			return value.Of(value.NewArray(items))
		case ',':
			r.path[step].index++
			items = append(items, value.NullValue)
			r.at++
			continue
		}
		r.path[step].index++
		items = append(items, r.value())
		r.space()
		if r.at == len(r.s) {
			r.depth--
			r.path = r.path[:step]
			return value.Of(value.NewArray(items))
		}
		switch r.s[r.at] {
		case ',':
			r.at++
		case ']':
		default:
			r.unexpected(true)
		}
	}
}

// quoted reads a text in quotes of either kind.
func (r *jsonReader) quoted() string {
	quote := r.s[r.at]
	r.at++
	start := r.at
	var units []uint16 // once there is an escape
	for r.at < len(r.s) {
		switch c := r.s[r.at]; c {
		case quote:
			s := r.s[start:r.at]
			r.at++
			if units != nil {
				return text.FromUtf16(append(units, text.ToUtf16(s)...))
			}
			return s
		case '\\':
			units = append(units, text.ToUtf16(r.s[start:r.at])...)
			r.at++
			units = append(units, r.escaped(quote))
			start = r.at
		case '\n', '\r':
			r.newline()
		default:
			r.at++
		}
	}
	r.unterminated(quote)
	return ""
}

func (r *jsonReader) unterminated(quote byte) {
	r.fail("Unterminated string. Expected delimiter: " + string(rune(quote)) + ".")
}

// escaped reads what follows a backslash.
func (r *jsonReader) escaped(quote byte) uint16 {
	if r.at == len(r.s) {
		r.unterminated(quote)
	}
	c := r.s[r.at]
	shown := r.char()
	r.at += len(shown)
	switch c {
	case 'b':
		return '\b'
	case 't':
		return '\t'
	case 'n':
		return '\n'
	case 'f':
		return '\f'
	case 'r':
		return '\r'
	case '\\', '"', '\'', '/':
		return uint16(c)
	case 'u':
		if r.at+4 > len(r.s) {
			r.at = len(r.s)
			r.fail("Unexpected end while parsing Unicode escape sequence.")
		}
		n, err := strconv.ParseUint(r.s[r.at:r.at+4], 16, 16)
		if err != nil {
			r.fail("Invalid Unicode escape sequence: \\u" + r.s[r.at:r.at+4] + ".")
		}
		r.at += 4
		return uint16(n)
	}
	r.fail("Bad JSON escape sequence: \\" + shown + ".")
	return 0
}
