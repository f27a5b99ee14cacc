package utility

import (
	"strings"

	"rehearse/runtime/text"
)

// csvParser cuts a text into records (oracle/data, section 2.1). It is a machine over characters, not over lines: a quoted field may hold
// line ends.
type csvParser struct {
	s         string
	at        int
	delimiter string // one character
	first     byte   // of the delimiter
	fields    []string
}

func newCsvParser(s string, delimiter uint16) csvParser {
	d := text.CharString(delimiter)
	return csvParser{s: s, delimiter: d, first: d[0]}
}

// atDelimiter tells whether the delimiter stands at i.
func (p *csvParser) atDelimiter(i int) bool {
	return p.s[i] == p.first && (len(p.delimiter) == 1 || strings.HasPrefix(p.s[i:], p.delimiter))
}

func (p *csvParser) isBlank(c byte) bool { return (c == ' ' || c == '\t') && c != p.first }

// line is the rest of the line at the present place, without taking it.
func (p *csvParser) line() string {
	rest := p.s[p.at:]
	if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
		return rest[:i]
	}
	return rest
}

// skipLine takes the line at the present place.
func (p *csvParser) skipLine() {
	p.at += len(p.line())
	p.lineEnd()
}

func (p *csvParser) lineEnd() {
	if p.at < len(p.s) && p.s[p.at] == '\r' {
		p.at++
		if p.at < len(p.s) && p.s[p.at] == '\n' {
			p.at++
		}
	} else if p.at < len(p.s) {
		p.at++
	}
}

// record takes the next record; the fields are valid until the next one is taken. ok is false at the end of the text.
func (p *csvParser) record() (fields []string, ok bool) {
	if p.at >= len(p.s) {
		return nil, false
	}
	p.fields = p.fields[:0]
	for {
		p.fields = append(p.fields, p.field())
		if p.at < len(p.s) && p.atDelimiter(p.at) {
			p.at += len(p.delimiter)
			// A delimiter at the end of the text begins no further field; before a line end it does.
			if p.at < len(p.s) {
				continue
			}
		}
		p.lineEnd()
		return p.fields, true
	}
}

// row is the next record that is not blank.
func (p *csvParser) row() (fields []string, ok bool) {
	for {
		fields, ok = p.record()
		if !ok || len(fields) > 1 || fields[0] != "" {
			return fields, ok
		}
	}
}

// field takes a field up to its delimiter or the end of the record.
func (p *csvParser) field() string {
	for p.at < len(p.s) && p.isBlank(p.s[p.at]) {
		p.at++
	}
	if p.at < len(p.s) && p.s[p.at] == '"' && p.first != '"' {
		p.at++
		return p.quoted()
	}
	return p.bare()
}

func (p *csvParser) bare() string {
	start := p.at
	for ; p.at < len(p.s); p.at++ {
		c := p.s[p.at]
		if c == p.first && p.atDelimiter(p.at) || c == '\n' || c == '\r' {
			break
		}
	}
	return p.s[start:p.at]
}

// quoted takes a field whose opening quote is taken. Text behind the closing quote belongs to it, but for blanks before the delimiter.
func (p *csvParser) quoted() string {
	start := p.at
	var joined []byte
	for {
		i := strings.IndexByte(p.s[p.at:], '"')
		if i < 0 {
			p.at = len(p.s)
			return string(joined) + p.s[start:]
		}
		p.at += i + 1
		if p.at >= len(p.s) || p.s[p.at] != '"' {
			break
		}
		joined = append(joined, p.s[start:p.at]...)
		p.at++
		start = p.at
	}
	content := p.s[start : p.at-1]
	if joined != nil {
		content = string(append(joined, content...))
	}
	after := p.at
	for p.at < len(p.s) && p.isBlank(p.s[p.at]) {
		p.at++
	}
	if p.at == len(p.s) || p.s[p.at] == '\n' || p.s[p.at] == '\r' || p.atDelimiter(p.at) {
		return content
	}
	p.at = after
	return content + p.bare()
}
