package service

import (
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// plainName takes "Tag:" off a policy or configuration identity.
func plainName(identity string) string {
	identity = strings.TrimSpace(identity)
	if len(identity) > 4 && strings.EqualFold(identity[:4], "tag:") {
		return identity[4:]
	}
	return identity
}

// numberType reads a number type in any case.
func numberType(s string) (state.NumberType, bool) {
	for _, t := range []state.NumberType{state.CallingPlan, state.DirectRouting, state.OperatorConnect} {
		if strings.EqualFold(s, string(t)) {
			return t, true
		}
	}
	return "", false
}

// category reads an assignment category in any case; empty is Primary.
func category(s string) (string, bool) {
	if s == "" {
		return state.CategoryPrimary, true
	}
	for _, c := range []string{state.CategoryPrimary, state.CategoryPrivate, state.CategoryAlternate} {
		if strings.EqualFold(s, c) {
			return c, true
		}
	}
	return "", false
}

// StoredNumber brings a number to its stored form, with a plus. The second result
// is false when the text is no number: E.164 with or without plus, 4 to 15
// digits, and ";ext=" with 1 to 15 digits if extensions are allowed (R8).
func StoredNumber(text string, extension bool) (string, bool) {
	base, ext, has := strings.Cut(text, ";ext=")
	if has && (!extension || !digits(ext, 1, 15)) {
		return "", false
	}
	if !digits(strings.TrimPrefix(base, "+"), 4, 15) {
		return "", false
	}
	if text[0] == '+' {
		return text, true
	}
	return "+" + text, true
}

func digits(s string, least, most int) bool {
	if len(s) < least || len(s) > most {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// withoutTel takes "tel:" off, as the user cmdlets accept it.
func withoutTel(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 4 && strings.EqualFold(s[:4], "tel:") {
		return s[4:]
	}
	return s
}

// invalidNumber is R8 for a text and a type.
func invalidNumber(text string, t state.NumberType) error {
	return rules.New("R8", "", text, "number", text, "type", string(t))
}

// notFoundNumber is R3.
func (c Call) notFoundNumber(number string) *rules.Violation {
	return rules.New("R3", "", number, "number", number, "tenant", c.Tx.Organization().TenantID)
}

// anyNumber finds a number whose type the caller did not name (R3, R8).
func (c Call) anyNumber(text string) (*state.PhoneNumber, error) {
	stored, ok := StoredNumber(text, true)
	if !ok {
		return nil, invalidNumber(text, "")
	}
	n := c.Tx.Number(stored)
	if n == nil {
		return nil, c.notFoundNumber(stored)
	}
	return n, nil
}

// guid brings a GUID to its stored form; the service's zero GUID is none.
func guid(s string) string {
	s = strings.ToLower(strings.Trim(strings.TrimSpace(s), "{}"))
	if s == state.ZeroGUID {
		return ""
	}
	return s
}

// isCountry reports whether the text has the form of an ISO-2 code.
func isCountry(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

// country brings an ISO-2 code to its stored form.
func country(s string) string { return strings.ToUpper(strings.TrimSpace(s)) }
