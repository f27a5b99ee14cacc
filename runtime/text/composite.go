package text

import (
	"strconv"
	"strings"
)

// Composite is a compiled composite format such as "{0,-10:N2} of {1}".
type Composite struct {
	items []compositeItem
	fixed int // bytes of literal text
}

// compositeItem is literal text, followed by an argument if index is not negative, or by the error that formatting meets there.
type compositeItem struct {
	literal   string
	format    string
	index     int
	alignment int
	err       error
}

// compositeLimit bounds indexes and alignments, as .NET does.
const compositeLimit = 1_000_000

// maxComposite is the longest result in bytes.
const maxComposite = 1 << 28

const indexMessage = "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."

var composites = cache[string, *Composite]{limit: 256}

// maxCached is the longest format or pattern that is kept.
const maxCached = 4096

// CompileComposite parses a composite format. It never fails: what is wrong with the format is reported by Format
// when it comes to that place, after the arguments before it.
func CompileComposite(format string) *Composite {
	if len(format) > maxCached {
		return compileComposite(format)
	}
	c, _ := composites.get(format, func(format string) (*Composite, error) { return compileComposite(format), nil })
	return c
}

// Format replaces each item by what argument(index, format) gives, aligned in UTF-16 units. count is the number of arguments.
func (c *Composite) Format(count int, argument func(index int, format string) (string, error)) (string, error) {
	var space [128]byte
	out := space[:0]
	for i := range c.items {
		item := &c.items[i]
		out = append(out, item.literal...)
		if item.err != nil {
			return "", item.err
		}
		if item.index < 0 {
			continue
		}
		if item.index >= count {
			return "", formatError(indexMessage)
		}
		s, err := argument(item.index, item.format)
		if err != nil {
			return "", err
		}
		padding := 0
		if item.alignment != 0 {
			padding = max(abs(item.alignment)-Utf16Len(s), 0)
		}
		if len(out)+len(s)+padding > maxComposite {
			return "", memoryError()
		}
		if item.alignment > 0 {
			out = appendBlanks(out, padding)
		}
		out = append(out, s...)
		if item.alignment < 0 {
			out = appendBlanks(out, padding)
		}
	}
	return string(out), nil
}

// FormatComposite is [string]::Format(format, …) with count arguments that argument formats.
func FormatComposite(format string, count int, argument func(index int, format string) (string, error)) (string, error) {
	return CompileComposite(format).Format(count, argument)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func appendBlanks(out []byte, n int) []byte {
	for ; n > 0; n-- {
		out = append(out, ' ')
	}
	return out
}

func compileComposite(format string) *Composite {
	c := &Composite{}
	var literal strings.Builder
	add := func(item compositeItem) {
		item.literal = literal.String()
		c.fixed += len(item.literal)
		c.items = append(c.items, item)
		literal.Reset()
	}
	i := 0
	for i < len(format) {
		next := strings.IndexAny(format[i:], "{}")
		if next < 0 {
			break
		}
		brace := format[i+next]
		literal.WriteString(format[i : i+next])
		i += next + 1
		if i < len(format) && format[i] == brace {
			literal.WriteByte(brace)
			i++
			continue
		}
		if brace == '}' {
			add(compositeItem{index: -1, err: compositeError(format, i, "Format item ends prematurely.")})
			return c
		}
		item, end := parseItem(format, i)
		add(item)
		if item.err != nil {
			return c
		}
		i = end
	}
	literal.WriteString(format[i:])
	if literal.Len() > 0 {
		add(compositeItem{index: -1})
	}
	return c
}

func compositeError(format string, at int, what string) error {
	return formatError(badInput + " Failure to parse near offset " + strconv.Itoa(Utf16Len(format[:at])) + ". " + what)
}

// parseItem reads an item after its opening brace.
func parseItem(format string, i int) (item compositeItem, end int) {
	item.index = -1
	digit := func() bool { return i < len(format) && format[i] >= '0' && format[i] <= '9' }
	number := func() (n int, ok bool) {
		if !digit() {
			what := "Expected an ASCII digit."
			if i >= len(format) {
				what = "Format item ends prematurely."
			}
			item.err = compositeError(format, i, what)
			return 0, false
		}
		for digit() && n < compositeLimit {
			n = n*10 + int(format[i]-'0')
			i++
		}
		return n, true
	}
	blanks := func() {
		for i < len(format) && format[i] == ' ' {
			i++
		}
	}
	index, ok := number()
	if !ok {
		return item, i
	}
	blanks()
	if i < len(format) && format[i] == ',' {
		i++
		blanks()
		left := i < len(format) && format[i] == '-'
		if left {
			i++
		}
		if item.alignment, ok = number(); !ok {
			return item, i
		}
		if left {
			item.alignment = -item.alignment
		}
		blanks()
	}
	if i < len(format) && format[i] == ':' {
		i++
		n := strings.IndexAny(format[i:], "{}")
		if n < 0 {
			n = len(format) - i
		}
		item.format = format[i : i+n]
		i += n
	}
	if i >= len(format) || format[i] != '}' {
		item.err = compositeError(format, min(i, len(format)), "Format item ends prematurely.")
		return item, i
	}
	item.index = index
	return item, i + 1
}
