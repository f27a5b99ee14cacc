package file

import (
	"strconv"
	"strings"
	"time"

	"rehearse/state"
)

// decoder turns nodes into records. It keeps the first fault and does nothing
// more after it.
type decoder struct {
	src source
	err *Error

	organization *state.Organization
	// These resolve the names by which records refer to each other.
	operators map[string]*state.Operator
	groups    map[string]*state.Group
	users     map[string]*state.User
	locations map[string]*state.Location
	numbers   map[string]place
	skus      map[string]string
	gateways  map[string]*state.PstnGateway
	routing   map[string]*state.VoiceRoutingPolicy
}

func (d *decoder) fail(at place, cure, format string, args ...any) {
	if d.err == nil {
		d.err = d.src.fault(at, cure, format, args...)
	}
}

func (d *decoder) unknownKey(k key, what string, known []string) {
	cure := "Known keys: " + strings.Join(known, ", ") + "."
	if near := nearest(k.name, known); near != "" {
		cure = "Did you mean " + near + "?"
	}
	d.fail(k.at, cure, "unknown key %s in %s", k.name, what)
}

func (d *decoder) text(n *node) string {
	if n.kind != nodeScalar {
		d.fail(n.at, "Write a single value.", "a text is needed here, not %s", n.describe())
		return ""
	}
	return n.text
}

func (d *decoder) guid(n *node) string {
	s := strings.ToLower(d.text(n))
	if d.err == nil && !state.IsGUID(s) {
		d.fail(n.at, "A GUID looks like 4828c8ec-dc2e-4779-b502-87ac9ce28ab7.", "%q is not a GUID", n.text)
	}
	return s
}

func (d *decoder) flag(n *node) bool {
	switch s := d.text(n); s {
	case "true", "false":
		return s == "true"
	default:
		d.fail(n.at, "Write true or false.", "%q is neither true nor false", s)
		return false
	}
}

func (d *decoder) count(n *node) int {
	s := d.text(n)
	v, err := strconv.Atoi(s)
	if err != nil || v < -1_000_000_000 || v > 1_000_000_000 || strconv.Itoa(v) != s {
		d.fail(n.at, "Write digits only.", "%q is not a whole number", s)
		return 0
	}
	return v
}

func (d *decoder) instant(n *node) time.Time {
	s := d.text(n)
	if d.err != nil {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		d.fail(n.at, "Write it as 2026-08-21T09:00:00Z.", "%q is not an instant", s)
		return time.Time{}
	}
	return t.UTC()
}

func (d *decoder) country(n *node) string {
	s := strings.ToUpper(d.text(n))
	if d.err == nil && (len(s) != 2 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z') {
		d.fail(n.at, "Use the two letters of ISO 3166, as US or GB.", "%q is not a country code", n.text)
	}
	return s
}

// list gives the entries of a list; a single value counts as a list of one.
func (d *decoder) list(n *node) []node {
	switch n.kind {
	case nodeList:
		return n.items
	case nodeNull:
		return nil
	case nodeScalar:
		return []node{*n}
	}
	d.fail(n.at, "Begin each entry with a dash.", "a list is needed here, not %s", n.describe())
	return nil
}

func (d *decoder) texts(n *node) []string {
	items := d.list(n)
	if len(items) == 0 {
		return nil
	}
	out := make([]string, len(items))
	for i := range items {
		out[i] = d.text(&items[i])
	}
	return out
}

func (d *decoder) countries(n *node) []string {
	var out []string
	for _, item := range d.list(n) {
		out = append(out, d.country(&item))
	}
	return out
}

// properties reads free values: quoted scalars are texts, bare ones may be numbers
// or truth values.
func (d *decoder) properties(n *node, depth int) state.Fields {
	if n.kind != nodeMap || depth > maxDepth {
		d.fail(n.at, "Write names with values below it.", "a mapping is needed here, not %s", n.describe())
		return nil
	}
	out := make(state.Fields, 0, len(n.keys))
	for i := range n.keys {
		if out.Get(n.keys[i].name) != nil {
			d.fail(n.keys[i].at, "Remove one of them.", "key %s is given twice", n.keys[i].name)
		}
		out = append(out, state.Field{Name: n.keys[i].name, Value: d.free(&n.items[i], depth+1)})
	}
	return out
}

func (d *decoder) free(n *node, depth int) any {
	switch n.kind {
	case nodeNull:
		return nil
	case nodeMap:
		return d.properties(n, depth)
	case nodeList:
		if len(n.items) > 0 && n.items[0].kind == nodeMap {
			out := make([]state.Fields, len(n.items))
			for i := range n.items {
				out[i] = d.properties(&n.items[i], depth)
			}
			return out
		}
		return d.texts(n)
	}
	if n.quoted {
		return n.text
	}
	switch n.text {
	case "true", "false":
		return n.text == "true"
	}
	if v, err := strconv.Atoi(n.text); err == nil && strconv.Itoa(v) == n.text {
		return v
	}
	return n.text
}

// nearest finds the known word closest to a misspelt one; "" when none is near.
func nearest(word string, known []string) string {
	best, distance := "", len(word)/3+2
	for _, k := range known {
		if n := edits(strings.ToLower(word), strings.ToLower(k), distance); n < distance {
			best, distance = k, n
		}
	}
	return best
}

// edits counts the letters to insert, delete or replace, giving up at limit.
func edits(a, b string, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
