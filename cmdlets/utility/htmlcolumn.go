package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// htmlColumn is one column of ConvertTo-Html: a property or a block, with its heading and the attributes of its <col>.
type htmlColumn struct {
	name, property string
	wild           *text.Wildcard
	block          *runtime.ScriptBlock
	width, align   string
}

// htmlColumns reads -Property.
func htmlColumns(c *runtime.Call) ([]htmlColumn, error) {
	var out []htmlColumn
	for _, v := range c.List(htmlProperty) {
		k := htmlColumn{}
		if d, ok := value.As[*value.Dictionary](v.Base()); ok {
			for key, x := range d.All {
				if err := k.set(value.ToString(key), x); err != nil {
					return nil, err
				}
			}
			if k.name == "" {
				k.name = k.property
				if k.block != nil {
					k.name = k.block.Text()
				}
			}
		} else if b := runtime.BlockOf(v); b != nil {
			k.block, k.name = b, b.Text()
		} else {
			k.property = value.ToString(v)
			k.name = k.property
			if text.ContainsWildcard(k.name) {
				w, err := text.CompileWildcard(k.name, true)
				if err != nil {
					return nil, badWildcard(err)
				}
				k.wild = w
			}
		}
		out = append(out, k)
	}
	return out, nil
}

// set takes one key of a column that is given as a table; keys may be abbreviated.
func (k *htmlColumn) set(key string, x value.Value) error {
	is := func(name string) bool {
		return key != "" && len(key) <= len(name) && value.EqualFold(name[:len(key)], key)
	}
	switch {
	case is("Name"), is("Label"):
		k.name = value.ToString(x)
	case is("Expression"):
		if k.block = runtime.BlockOf(x); k.block == nil {
			k.property = value.ToString(x)
		}
	case is("Width"):
		k.width = value.ToString(x)
	case is("Alignment"):
		k.align = value.ToString(x)
	default:
		return value.Throw(value.NotSupportedException, "DictionaryKeyUnknown", "The "+key+" key is not valid.").With(value.InvalidArgument, value.NullValue)
	}
	return nil
}

// expandColumns are the columns for the first object: its properties where there is no -Property or a pattern.
func expandColumns(c *runtime.Call, v value.Value, columns []htmlColumn) []htmlColumn {
	var out []htmlColumn
	all := func(w *text.Wildcard) {
		for _, n := range csvColumns(c, v) {
			if w == nil || w.Match(n) {
				out = append(out, htmlColumn{name: n, property: n})
			}
		}
	}
	if columns == nil {
		all(nil)
		return out
	}
	for _, k := range columns {
		if k.wild != nil {
			all(k.wild)
			continue
		}
		out = append(out, k)
	}
	return out
}

func (k *htmlColumn) col() string {
	s := "<col"
	if k.width != "" {
		s += ` width = "` + k.width + `"`
	}
	if k.align != "" {
		s += ` align = "` + k.align + `"`
	}
	return s + "/>"
}

var htmlEncoder = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// cell is the column's value for an object, encoded; a block that fails gives nothing.
func (k *htmlColumn) cell(c *runtime.Call, v value.Value) string {
	var x value.Value
	if k.block != nil {
		got, err := c.Evaluate(k.block, v)
		if err != nil {
			return ""
		}
		x = got
	} else {
		x = csvField(c, v, k.property)
	}
	if x.IsNull() {
		return ""
	}
	return htmlEncoder.Replace(csvText(x))
}
