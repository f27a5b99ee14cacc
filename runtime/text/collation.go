package text

import (
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// asciiOrder is ICU's root order of ASCII; what is not in it is ignored, and a capital follows its small letter.
const asciiOrder = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ"

// asciiWeights holds a primary weight for each ASCII character: 0 if it is ignored, the same for both cases of a letter.
var asciiWeights = sync.OnceValue(func() *[128]uint8 {
	var weights [128]uint8
	weight := uint8(0)
	for i := 0; i < len(asciiOrder); i++ {
		c := asciiOrder[i]
		if c < 'A' || c > 'Z' {
			weight++
		}
		weights[c] = weight
	}
	return &weights
})

// Compare orders strings as ICU's root collation does, which is that of the invariant culture and of en-US: letters
// first, then accents, then case with small letters first. It is -1, 0 or 1.
func Compare(a, b string, ignoreCase bool) int {
	weights := asciiWeights()
	i, j := 0, 0
	tie := 0
	for {
		for i < len(a) && a[i] < 0x80 && weights[a[i]] == 0 {
			i++
		}
		for j < len(b) && b[j] < 0x80 && weights[b[j]] == 0 {
			j++
		}
		if i == len(a) || j == len(b) {
			break
		}
		x, y := a[i], b[j]
		if x|y >= 0x80 {
			return compareCollated(a, b, ignoreCase)
		}
		if x != y {
			if weights[x] != weights[y] {
				// An accent may follow either letter, but only if what follows is not ASCII.
				if i+1 < len(a) && a[i+1] >= 0x80 || j+1 < len(b) && b[j+1] >= 0x80 {
					return compareCollated(a, b, ignoreCase)
				}
				return sign(int(weights[x]) - int(weights[y]))
			}
			if tie == 0 {
				tie = int(y) - int(x)
			}
		}
		i++
		j++
	}
	if i < len(a) && !IsASCII(a[i:]) || j < len(b) && !IsASCII(b[j:]) {
		return compareCollated(a, b, ignoreCase)
	}
	switch {
	case i < len(a):
		return 1
	case j < len(b):
		return -1
	case ignoreCase:
		return 0
	}
	return sign(tie)
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// collator is a pair of collators, which are not safe for concurrent use.
type collator struct {
	cased, caseless *collate.Collator
	buffer          collate.Buffer
}

var collators = sync.Pool{New: func() any {
	return &collator{cased: collate.New(language.Und), caseless: collate.New(language.Und, collate.IgnoreCase)}
}}

func compareCollated(a, b string, ignoreCase bool) int {
	if a == b {
		return 0
	}
	c := collators.Get().(*collator)
	defer collators.Put(c)
	a, b = asciiDigits(a), asciiDigits(b)
	if !ignoreCase {
		return c.cased.CompareString(a, b)
	}
	order := c.caseless.CompareString(a, b)
	if order == 0 && (hasWidthOrKana(a) || hasWidthOrKana(b)) {
		// Ignoring case does not ignore the width of a letter or which syllabary it is of, though both are differences of the third level.
		order = c.cased.CompareString(ToLower(a), ToLower(b))
	}
	return order
}

func hasWidthOrKana(s string) bool {
	for _, r := range s {
		if r >= 0x3040 && r <= 0x30ff || r >= 0xff00 && r <= 0xffef {
			return true
		}
	}
	return false
}

// asciiDigits replaces the digits of other scripts, which compare equal to those of ASCII; full-width and styled ones do not.
func asciiDigits(s string) string {
	return mapRunes(s, func(r rune) rune {
		if r < 0x660 || r >= 0xff00 && r <= 0xffef || r >= 0x1d7ce && r <= 0x1d7ff || !unicode.Is(unicode.Nd, r) {
			return r
		}
		return '0' + digitValue(r)
	})
}

// digitValue is the value of a decimal digit; the digits of a script follow each other from 0 to 9.
func digitValue(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.Is(unicode.Nd, r-n-1) {
		n++
	}
	return n
}

// CompareOrdinal is string.CompareOrdinal: the difference of the first units that differ, or of the lengths.
func CompareOrdinal(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	if i == len(a) && i == len(b) {
		return 0
	}
	if (i == len(a) || a[i] < 0x80) && (i == len(b) || b[i] < 0x80) {
		if i < len(a) && i < len(b) {
			return int(a[i]) - int(b[i])
		}
		return Utf16Len(a) - Utf16Len(b)
	}
	x, y := ToUtf16(a), ToUtf16(b)
	for k := 0; k < len(x) && k < len(y); k++ {
		if x[k] != y[k] {
			return int(x[k]) - int(y[k])
		}
	}
	return len(x) - len(y)
}

// CompareOrdinalIgnoreCase is string.Compare with OrdinalIgnoreCase.
func CompareOrdinalIgnoreCase(a, b string) int {
	return CompareOrdinal(ToUpper(a), ToUpper(b))
}

// CompareIn is the order of a culture, by its name; nil where that is the order of Compare, as it is for English and for cultures that
// do not exist. It may not be used concurrently.
func CompareIn(culture string) func(a, b string, ignoreCase bool) int {
	tag, err := language.Parse(culture)
	if base, _ := tag.Base(); err != nil || base.String() == "en" || base.String() == "und" {
		return nil
	}
	c := collator{cased: collate.New(tag), caseless: collate.New(tag, collate.IgnoreCase)}
	return func(a, b string, ignoreCase bool) int {
		if ignoreCase {
			return c.caseless.CompareString(a, b)
		}
		return c.cased.CompareString(a, b)
	}
}
