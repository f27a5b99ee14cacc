package utility

import (
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// plainJSON makes values without an engine.
type plainJSON struct{}

func (plainJSON) text(s string) value.Value         { return value.OfString(s) }
func (plainJSON) integer(digits string) value.Value { return value.OfString(digits) }
func (plainJSON) object(names []string, vals []value.Value) value.Value {
	if refusedNames(names) != nil {
		return value.NullValue
	}
	return value.Of(value.NewPSObject(value.ShapeOf(names...), vals))
}

func TestJSONReaderFaults(t *testing.T) {
	for text, want := range map[string]string{
		`[`:                 "Unexpected end when reading token. Path ''.",
		`{"b c":[1,x`:       "Unexpected character encountered while parsing value: x. Path '['b c'][1]', line 1, position 10.",
		"{\n  \"a\": 1e\n}": "Input string '1e' is not a valid number. Path 'a', line 2, position 9.",
		`[1_]`:              "Unexpected character encountered while parsing number: _. Path '[0]', line 1, position 2.",
		`{"a":1]`:           "JsonToken EndArray is not valid for closing JsonType Object. Path '', line 1, position 7.",
		"[[[":               "The reader's MaxDepth of 2 has been exceeded. Path '[0][0]', line 1, position 3.",
		`/* never closed`:   "Unexpected end while parsing comment. Path '', line 1, position 15.",
		`"\u12`:             "Unexpected end while parsing Unicode escape sequence. Path '', line 1, position 5.",
	} {
		_, _, err := newJSONReader(text, 2, plainJSON{}).read()
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func FuzzJSONReader(f *testing.F) {
	for _, s := range []string{`{"a":[1,2.5,"x\u00e9",null,true],'b':{c:NaN}}`, "[1,,2", "// x\n-Infinity", "\"\\ud83d", "{1:2", "0x1F", "[\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) {
		_, _, _ = newJSONReader(s, 64, plainJSON{}).read() // must not panic
	})
}
