package utility

import (
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// csvRows makes objects of the records of a CSV text (oracle/data, section 2.2). All rows share a shape.
type csvRows struct {
	names []string // nil until the header is read
	types []string // of the #TYPE line, nil without one
	shape *value.Shape
	data  bool // the lines at the top are past
	// missing tells that names were made up, which is warned of when the first row comes.
	missing bool
}

const csvHeaderWarning = `One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.`

// top takes the lines before the data: comments, the type line, the header.
func (r *csvRows) top(p *csvParser) {
	for strings.HasPrefix(p.s[p.at:], "#") {
		line := p.line()
		if len(line) >= 5 && value.EqualFold(line[:5], "#TYPE") {
			if name := strings.TrimSpace(line[5:]); name != "" {
				r.types = []string{name, "CSV:" + name}
			}
		}
		p.skipLine()
	}
	if r.names != nil {
		r.data = true
		return
	}
	if fields, ok := p.record(); ok {
		r.data = true
		r.header(fields)
	}
}

// header names the columns: empty names at the end are dropped, others are replaced.
func (r *csvRows) header(fields []string) {
	n := len(fields)
	for n > 1 && fields[n-1] == "" {
		n--
	}
	r.names = append(make([]string, 0, n), fields[:n]...)
	made := 0
	for i, f := range r.names {
		if f == "" {
			made++
			r.names[i] = "H" + strconv.Itoa(made)
		}
	}
	r.missing = made > 0
}

// first prepares for the first row: two columns of one name are refused, made-up names warned of.
func (r *csvRows) first(c *runtime.Call) error {
	var seen value.NameIndex
	for _, n := range r.names {
		if seen.Find(n) >= 0 {
			return value.Throw(value.ExtendedTypeSystemException, "AlreadyPresentPSMemberInfoInternalCollectionAdd", "The member \""+n+"\" is already present.")
		}
		seen.Add(n)
	}
	r.shape = value.ShapeOf(r.names...)
	if r.missing {
		return c.Warning(csvHeaderWarning)
	}
	return nil
}

// write emits the rows of a text.
func (r *csvRows) write(c *runtime.Call, p *csvParser) error {
	if !r.data {
		r.top(p)
	}
	for {
		fields, ok := p.row()
		if !ok {
			return nil
		}
		if r.shape == nil {
			if err := r.first(c); err != nil {
				return err
			}
		}
		vals := make([]value.Value, len(r.names))
		for i := range vals[:min(len(vals), len(fields))] {
			vals[i] = value.OfString(fields[i])
		}
		o := value.NewPSObject(r.shape, vals)
		if r.types != nil {
			o.SetTypeNames(r.types)
		}
		if err := c.Write(value.Of(o)); err != nil {
			return err
		}
	}
}

// csvDelimiter is the delimiter in force: -Delimiter, or that of the culture, a comma in en-US.
func csvDelimiter(c *runtime.Call, parameter int) uint16 {
	if c.Bound(parameter) {
		return uint16(c.Value(parameter).Int())
	}
	return ','
}

// headerParameter declares -Header.
func headerParameter() bind.Parameter {
	return bind.Parameter{Name: "Header", Type: value.TypeStringArray, Sets: anywhere(), Validate: notEmpty}
}

// inEach declares a parameter for some sets.
func inEach(m bind.Membership, sets ...string) []bind.Membership {
	out := make([]bind.Membership, len(sets))
	for i, s := range sets {
		out[i] = m
		out[i].Set = s
	}
	return out
}

// notNull and notEmpty are ValidateNotNull and ValidateNotNullOrEmpty.
var (
	notNull  = []bind.Validator{bind.ValidateNotNull{}}
	notEmpty = []bind.Validator{bind.ValidateNotNullOrEmpty{}}
)
