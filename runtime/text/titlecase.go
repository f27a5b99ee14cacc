package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ToTitleCase is TextInfo.ToTitleCase: the first letter of each word becomes a capital and the rest small; words that are
// all capitals stay.
func ToTitleCase(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, n := decodeRune(s[i:])
		if !unicode.IsLetter(r) {
			out = append(out, s[i:i+n]...)
			i += n
			continue
		}
		end := wordEnd(s, i)
		word := s[i:end]
		i = end
		if allCapitals(word) {
			out = append(out, word...)
			continue
		}
		out = utf8.AppendRune(out, titleRune(r))
		out = append(out, ToLower(word[n:])...)
	}
	return string(out)
}

func titleRune(r rune) rune {
	if t := unicode.ToTitle(r); t >= utf8.RuneSelf || r < utf8.RuneSelf {
		return t
	}
	return r
}

// wordEnd is where the word that begins at i ends: at what is no letter, mark, digit or apostrophe between letters.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := decodeRune(s[i:])
		if r == '\'' {
			next, _ := decodeRune(s[i+n:])
			if i+n >= len(s) || !unicode.IsLetter(next) {
				return i
			}
		} else if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Nd, r) {
			return i
		}
		i += n
	}
	return i
}

func allCapitals(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// NormalizationForm is .NET's System.Text.NormalizationForm.
type NormalizationForm int

// The values of NormalizationForm.
const (
	FormC  NormalizationForm = 1
	FormD  NormalizationForm = 2
	FormKC NormalizationForm = 5
	FormKD NormalizationForm = 6
)

func (f NormalizationForm) form() norm.Form {
	switch f {
	case FormD:
		return norm.NFD
	case FormKC:
		return norm.NFKC
	case FormKD:
		return norm.NFKD
	}
	return norm.NFC
}

// Normalize is s.Normalize(form).
func Normalize(s string, form NormalizationForm) string {
	if IsASCII(s) {
		return s
	}
	return form.form().String(s)
}

// IsNormalized is s.IsNormalized(form).
func IsNormalized(s string, form NormalizationForm) bool {
	return IsASCII(s) || form.form().IsNormalString(s)
}
