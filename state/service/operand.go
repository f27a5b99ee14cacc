package service

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// operandKind tells what an operand holds.
type operandKind uint8

const (
	isNull operandKind = iota
	isText
	isPhone
	isTruth
	isList
	isInstant
)

// operand is a value in a filter. A struct rather than an interface, so that
// going through many users allocates nothing.
type operand struct {
	kind  operandKind
	text  string
	truth bool
	list  []string
	at    time.Time
}

func text(s string) operand {
	if s == "" {
		return operand{}
	}
	return operand{kind: isText, text: s}
}

// phone is a telephone number, which a filter may write with or without "tel:"
// and plus.
func phone(s string) operand {
	if s == "" {
		return operand{}
	}
	return operand{kind: isPhone, text: s}
}

func truth(b bool) operand { return operand{kind: isTruth, truth: b} }

func list(l []string) operand {
	if len(l) == 0 {
		return operand{}
	}
	return operand{kind: isList, list: l}
}

func instant(t time.Time) operand {
	if t.IsZero() {
		return operand{}
	}
	return operand{kind: isInstant, at: t}
}

// equal compares without regard to case; a list equals a text that it contains.
func (o operand) equal(p operand) bool {
	switch {
	case o.kind == isNull || p.kind == isNull:
		return o.kind == p.kind
	case o.kind == isList:
		return slices.ContainsFunc(o.list, func(s string) bool { return strings.EqualFold(s, p.string()) })
	case o.kind == isPhone:
		return strings.EqualFold(bare(o.text), bare(p.string()))
	case o.kind == isTruth || p.kind == isTruth:
		return strings.EqualFold(o.string(), p.string())
	}
	return o.compare(p) == 0
}

// compare orders two operands: instants by time, numbers by size, the rest as
// text without regard to case. Null comes first.
func (o operand) compare(p operand) int {
	if o.kind == isNull || p.kind == isNull {
		return cmp.Compare(o.kind, p.kind)
	}
	if o.kind == isInstant || p.kind == isInstant {
		if a, b := o.time(), p.time(); !a.IsZero() && !b.IsZero() {
			return a.Compare(b)
		}
	}
	a, b := o.string(), p.string()
	if x, err := strconv.ParseFloat(a, 64); err == nil {
		if y, err := strconv.ParseFloat(b, 64); err == nil {
			return cmp.Compare(x, y)
		}
	}
	return cmp.Compare(strings.ToLower(a), strings.ToLower(b))
}

// like matches a pattern with * and ?, without regard to case.
func (o operand) like(pattern string) bool {
	if o.kind == isList {
		return slices.ContainsFunc(o.list, func(s string) bool { return Like(s, pattern) })
	}
	return Like(o.string(), pattern)
}

func (o operand) string() string {
	switch o.kind {
	case isTruth:
		if o.truth {
			return "True"
		}
		return "False"
	case isList:
		return strings.Join(o.list, " ")
	case isInstant:
		return o.at.Format("1/2/2006 3:04:05 PM")
	}
	return o.text
}

// time reads a text as an instant, in the forms that scripts write.
func (o operand) time() time.Time {
	if o.kind == isInstant {
		return o.at
	}
	for _, layout := range []string{"1/2/2006 3:04:05 PM", "1/2/2006 15:04:05", "1/2/2006", "01/02/2006 15:04:05", time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02"} {
		if t, err := time.Parse(layout, o.text); err == nil {
			return t
		}
	}
	return time.Time{}
}

// bare takes "tel:" and plus off a number.
func bare(s string) string { return strings.TrimPrefix(withoutTel(s), "+") }

// Like matches a text against a pattern with * (any run) and ? (one byte),
// without regard to case. It takes time proportional to the product of the
// lengths at worst.
func Like(s, pattern string) bool {
	s, pattern = strings.ToLower(s), strings.ToLower(pattern)
	i, j, star, mark := 0, 0, -1, 0
	for i < len(s) {
		switch {
		case j < len(pattern) && pattern[j] == '*':
			star, mark = j, i
			j++
		case j < len(pattern) && (pattern[j] == '?' || pattern[j] == s[i]):
			i++
			j++
		case star >= 0:
			mark++
			i, j = mark, star+1
		default:
			return false
		}
	}
	for j < len(pattern) && pattern[j] == '*' {
		j++
	}
	return j == len(pattern)
}
