package utility

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	toJSONInput = iota
	toJSONDepth
	toJSONCompress
	toJSONEnums
	toJSONArray
)

var convertToJSON = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertTo-Json", TypeName: "Microsoft.PowerShell.Commands.ConvertToJsonCommand", Cmdlet: true,
		Params: []bind.Parameter{
			toJSONInput:    {Name: "InputObject", AllowNull: true, Sets: pipeline(true, 0)},
			toJSONDepth:    {Name: "Depth", Type: value.TypeInt32, Default: value.OfInt(2), Sets: anywhere(), Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt(0), Max: value.OfInt(100)}}},
			toJSONCompress: switched("Compress"),
			toJSONEnums:    switched("EnumsAsStrings"),
			toJSONArray:    switched("AsArray"),
		}},
	Module: module, Synopsis: "Writes objects as JSON.",
	New: func() runtime.Command { return &jsonWriting{} },
}

// jsonWriting gathers the input: one object is written as it is, several as an array.
type jsonWriting struct {
	runtime.NoBegin
	items []value.Value
}

// Process keeps one object.
func (w *jsonWriting) Process(c *runtime.Call) error {
	w.items = append(w.items, c.Value(toJSONInput))
	return nil
}

// ProcessObject keeps one object.
func (w *jsonWriting) ProcessObject(_ *runtime.Call, v value.Value) error {
	w.items = append(w.items, v)
	return nil
}

// End writes the text.
func (w *jsonWriting) End(c *runtime.Call) error {
	if len(w.items) == 0 {
		return nil
	}
	v := w.items[0]
	if len(w.items) > 1 || c.Switch(toJSONArray) && !runtime.IsList(v) {
		v = value.OfArray(w.items...)
	}
	j := &jsonText{c: c, depth: c.Int(toJSONDepth), compress: c.Switch(toJSONCompress), names: c.Switch(toJSONEnums), newline: c.Host().Platform.Newline()}
	if err := j.write(v, 0); err != nil {
		return err
	}
	if j.cut {
		if err := c.Warning("Resulting JSON is truncated as serialization has exceeded the set depth of " + strconv.Itoa(j.depth) + "."); err != nil {
			return err
		}
	}
	return c.Write(value.OfString(j.String()))
}

// jsonText is JSON in the making.
type jsonText struct {
	strings.Builder
	c               *runtime.Call
	depth           int
	compress, names bool
	newline         string
	cut             bool
}

func (j *jsonText) line(indent int) {
	if !j.compress {
		j.WriteString(j.newline + strings.Repeat("  ", indent))
	}
}

func (j *jsonText) quote(s string) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always encodes
	j.Write(bytes.TrimRight(b.Bytes(), "\n"))
}

// write adds one value; what lies deeper than the depth becomes its text.
func (j *jsonText) write(v value.Value, level int) error {
	b := v.Base()
	switch k := b.Kind(); k {
	case value.Null, value.Nothing:
		j.WriteString("null")
		return nil
	case value.Bool, value.Switch:
		j.WriteString(strings.ToLower(value.ToString(b)))
		return nil
	case value.String, value.Char, value.TimeSpan:
		if o, ok := value.As[*value.PSObject](v); !ok || o.Len() == 0 {
			j.quote(value.ToString(b))
			return nil
		}
	case value.Enum:
		if j.names {
			j.quote(value.ToString(b))
		} else {
			j.WriteString(strconv.FormatInt(b.Int(), 10))
		}
		return nil
	case value.DateTime:
		s, err := value.FormatValue(j.c.Env(), b, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK")
		if err != nil {
			return err
		}
		j.quote(s)
		return nil
	case value.Double, value.Single:
		s := value.ToString(b)
		if !strings.ContainsAny(s, ".EeNI∞") {
			s += ".0"
		}
		j.WriteString(s)
		return nil
	case value.Reference:
	default:
		j.WriteString(value.ToString(b))
		return nil
	}
	if level > j.depth {
		j.cut = true
		s, err := j.c.Text(v)
		if err != nil {
			return err
		}
		j.quote(s)
		return nil
	}
	if runtime.IsList(v) {
		return j.list(runtime.ListOf(v), level)
	}
	return j.object(v, level)
}

func (j *jsonText) list(items []value.Value, level int) error {
	if len(items) == 0 {
		j.WriteString("[]")
		return nil
	}
	j.WriteByte('[')
	for i, x := range items {
		if i > 0 {
			j.WriteByte(',')
		}
		j.line(level + 1)
		if err := j.write(x, level+1); err != nil {
			return err
		}
	}
	j.line(level)
	j.WriteByte(']')
	return nil
}

func (j *jsonText) object(v value.Value, level int) error {
	first := true
	var failed error
	pair := func(name string, x value.Value) bool {
		if !first {
			j.WriteByte(',')
		}
		first = false
		j.line(level + 1)
		j.quote(name)
		j.WriteByte(':')
		if !j.compress {
			j.WriteByte(' ')
		}
		failed = j.write(x, level+1)
		return failed == nil
	}
	j.WriteByte('{')
	if d, ok := value.As[*value.Dictionary](v.Base()); ok {
		for k, x := range d.All {
			if !pair(value.ToString(k), x) {
				return failed
			}
		}
	} else {
		value.EachProperty(j.c.Env(), v, func(p value.PropertyRef) bool {
			x, err := p.Get(j.c.Env())
			if err != nil {
				x = value.NullValue
			}
			return pair(p.Name, x)
		})
	}
	if failed != nil {
		return failed
	}
	if !first {
		j.line(level)
	}
	j.WriteByte('}')
	return nil
}

const (
	fromJSONInput = iota
	fromJSONTable
	fromJSONDepth
	fromJSONNoEnumerate
)

var convertFromJSON = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertFrom-Json", TypeName: "Microsoft.PowerShell.Commands.ConvertFromJsonCommand", Cmdlet: true,
		Params: []bind.Parameter{
			fromJSONInput:       {Name: "InputObject", Type: value.TypeString, AllowEmptyString: true, Sets: pipeline(true, 0)},
			fromJSONTable:       switched("AsHashtable"),
			fromJSONDepth:       {Name: "Depth", Type: value.TypeInt32, Default: value.OfInt(1024), Sets: anywhere()},
			fromJSONNoEnumerate: switched("NoEnumerate"),
		}},
	Module: module, Synopsis: "Reads JSON.",
	New: func() runtime.Command { return &jsonReading{} },
}

// jsonReading joins the input lines to one text.
type jsonReading struct {
	runtime.NoBegin
	lines []string
}

// Process keeps one line.
func (r *jsonReading) Process(c *runtime.Call) error {
	r.lines = append(r.lines, c.String(fromJSONInput))
	return nil
}

// End reads the text.
func (r *jsonReading) End(c *runtime.Call) error {
	text := strings.Join(r.lines, "\n")
	if strings.TrimSpace(text) == "" {
		return nil
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	v, err := readJSON(d, c.Switch(fromJSONTable), c.Int(fromJSONDepth))
	if err == nil {
		if _, e := d.Token(); !errors.Is(e, io.EOF) {
			err = errors.New("Additional text encountered after finished reading JSON content.")
		}
	}
	if err != nil {
		return value.Throw(value.ArgumentException, "System.ArgumentException", "Conversion from JSON failed with error: "+err.Error()).With(value.NotSpecified, value.NullValue)
	}
	if c.Switch(fromJSONNoEnumerate) {
		return c.Write(v)
	}
	return c.WriteEach(v)
}

// readJSON reads one value; objects keep the order of their members.
func readJSON(d *json.Decoder, tables bool, depth int) (value.Value, error) {
	if depth < 0 {
		return value.NullValue, errors.New("The maximum depth was exceeded.")
	}
	t, err := d.Token()
	if err != nil {
		return value.NullValue, err
	}
	switch t := t.(type) {
	case json.Delim:
		if t == '[' {
			items := []value.Value{}
			for d.More() {
				x, err := readJSON(d, tables, depth-1)
				if err != nil {
					return x, err
				}
				items = append(items, x)
			}
			_, err := d.Token()
			return value.OfArray(items...), err
		}
		return readObject(d, tables, depth)
	case string:
		return value.OfString(t), nil
	case bool:
		return value.OfBool(t), nil
	case json.Number:
		if n, err := strconv.ParseInt(t.String(), 10, 64); err == nil {
			return value.OfInt64(n), nil
		}
		f, err := t.Float64()
		return value.OfDouble(f), err
	}
	return value.NullValue, nil
}

func readObject(d *json.Decoder, tables bool, depth int) (value.Value, error) {
	o, h := value.NewCustom(), value.NewOrdered()
	for d.More() {
		k, err := d.Token()
		if err != nil {
			return value.NullValue, err
		}
		x, err := readJSON(d, tables, depth-1)
		if err != nil {
			return x, err
		}
		name, _ := k.(string)
		if tables {
			h.SetString(name, x)
		} else {
			o.Set(name, x)
		}
	}
	if _, err := d.Token(); err != nil {
		return value.NullValue, err
	}
	if tables {
		return value.Of(h), nil
	}
	return value.Of(o), nil
}
