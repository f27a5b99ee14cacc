package utility

import (
	"errors"
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

// number reads a number: whole ones are Int64 or BigInteger, others Double. A leading 0 begins octal digits, 0x hexadecimal ones.
func (r *jsonReader) number() value.Value {
	r.started = true
	start := r.at
	for r.at < len(r.s) && isNumberChar(r.s[r.at]) {
		r.at++
	}
	if r.at < len(r.s) && !isSeparator(r.s[r.at]) {
		r.fail("Unexpected character encountered while parsing number: " + r.char() + ".")
	}
	digits := r.s[start:r.at]
	v, ok := r.parseNumber(digits)
	if !ok {
		r.fail("Input string '" + digits + "' is not a valid number.")
	}
	return v
}

func isNumberChar(c byte) bool {
	switch {
	case c >= '0' && c <= '9', c >= 'a' && c <= 'f', c >= 'A' && c <= 'F', c == 'x', c == 'X', c == '-', c == '+', c == '.':
		return true
	}
	return false
}

func (r *jsonReader) parseNumber(s string) (value.Value, bool) {
	if len(s) > 1 && s[0] == '0' && s[1] != '.' && s[1] != 'e' && s[1] != 'E' {
		base, digits := 8, s
		if s[1] == 'x' || s[1] == 'X' {
			base, digits = 16, s[2:]
		}
		n, err := strconv.ParseUint(digits, base, 64)
		return value.OfInt64(int64(n)), err == nil
	}
	if strings.ContainsAny(s, ".eE") {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil && !errors.Is(err, strconv.ErrRange) || strings.ContainsAny(s, "xX_") {
			return value.NullValue, false
		}
		return value.OfDouble(f), true
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return value.OfInt64(n), s[0] != '+'
	} else if !errors.Is(err, strconv.ErrRange) {
		return value.NullValue, false
	}
	if len(s) > maxJSONDigits {
		return value.NullValue, false
	}
	return r.make.integer(s), true
}

// maxJSONDigits bounds whole numbers, whose reading takes more than linear time.
const maxJSONDigits = 100000
