package file

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"rehearse/state"
)

// writer produces canonical text: what the plain parser reads.
type writer struct {
	buf bytes.Buffer
	// indent is the column of keys, dash is set before the first key of a list
	// entry.
	indent int
	dash   bool

	users  map[string]*state.User
	groups map[string]string
	skus   map[string]string
}

// start writes indentation and key.
func (w *writer) start(name string) {
	for range w.indent - 2 {
		w.buf.WriteByte(' ')
	}
	if w.indent >= 2 {
		if w.dash {
			w.buf.WriteString("- ")
		} else {
			w.buf.WriteString("  ")
		}
	}
	w.dash = false
	w.buf.WriteString(name)
	w.buf.WriteByte(':')
}

func (w *writer) raw(name, value string) {
	w.start(name)
	w.buf.WriteByte(' ')
	w.buf.WriteString(value)
	w.buf.WriteByte('\n')
}

func (w *writer) text(name, value string) {
	if value != "" {
		w.raw(name, scalar(value))
	}
}

func (w *writer) instant(name string, value time.Time) {
	if !value.IsZero() {
		w.raw(name, value.UTC().Format(time.RFC3339Nano))
	}
}

func (w *writer) texts(name string, values []string) {
	if len(values) > 0 {
		w.raw(name, flow(values))
	}
}

func flow(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = scalar(v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// nested writes a key whose value stands below it.
func (w *writer) nested(name string, body func()) {
	w.start(name)
	w.buf.WriteByte('\n')
	w.indent += 2
	body()
	w.indent -= 2
}

// entry writes one list entry, whose keys the body writes.
func (w *writer) entry(body func()) {
	w.dash = true
	body()
	w.dash = false
}

func (w *writer) properties(name string, values state.Fields) {
	if len(values) == 0 {
		return
	}
	w.nested(name, func() {
		for _, f := range values {
			w.free(f.Name, f.Value)
		}
	})
}

func (w *writer) free(name string, value any) {
	switch v := value.(type) {
	case string:
		w.raw(name, doubleQuoted(v))
	case bool:
		w.raw(name, strconv.FormatBool(v))
	case int:
		w.raw(name, strconv.Itoa(v))
	case float64:
		w.raw(name, strconv.FormatFloat(v, 'g', -1, 64))
	case time.Time:
		w.raw(name, v.UTC().Format(time.RFC3339Nano))
	case []string:
		w.raw(name, flow(v))
	case state.Fields:
		w.properties(name, v)
	case []state.Fields:
		w.entries(name, len(v), func(i int) {
			for _, x := range v[i] {
				w.free(x.Name, x.Value)
			}
		})
	default:
		w.raw(name, "null")
	}
}

// scalar writes a text without quotes where it reads back as itself, else in
// double quotes.
func scalar(s string) string {
	if isSafe(s) {
		return s
	}
	return doubleQuoted(s)
}

// isSafe admits letters, digits and a few marks; a text that would read as
// something else in YAML is left out.
func isSafe(s string) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	switch strings.ToLower(s) {
	case "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan":
		return false
	}
	letter := false
	for i := range len(s) {
		switch ch := s[i]; {
		case ch >= 'a' && ch <= 'z' || ch >= 'A' && ch <= 'Z' || ch == '_':
			letter = true
		case ch >= '0' && ch <= '9':
		case (ch == ' ' || ch == '.' || ch == '/' || ch == '@' || ch == '-' || ch == '(' || ch == ')' || ch == '+') && i > 0:
		default:
			return false
		}
	}
	return letter && !looksNumeric(s)
}

// looksNumeric is for texts such as 1e5 and 0x1F.
func looksNumeric(s string) bool {
	if s[0] < '0' || s[0] > '9' {
		return false
	}
	_, err := strconv.ParseFloat(s, 64)
	_, err2 := strconv.ParseInt(s, 0, 64)
	return err == nil || err2 == nil
}

// doubleQuoted writes a text in double quotes with the escapes that the plain
// parser knows.
func doubleQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		case '\t':
			b.WriteString(`\t`)
		case '\r':
			b.WriteString(`\r`)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
