package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// column is one element of -Property: a name, a block, or a table with Name and Expression.
type column struct {
	name       string
	wild       *text.Wildcard // a name with wildcards
	block      *runtime.ScriptBlock
	property   string
	descending *bool
}

// columnsOf reads -Property.
func columnsOf(c *runtime.Call, list []value.Value) ([]column, error) {
	var out []column
	for _, v := range list {
		col := column{}
		if d, ok := value.As[*value.Dictionary](v.Base()); ok {
			for k, x := range d.All {
				switch key := value.ToString(k); {
				case begins("Name", key), begins("Label", key):
					col.name = value.ToString(x)
				case begins("Expression", key):
					col.block = runtime.BlockOf(x)
					if col.block == nil {
						col.property = value.ToString(x)
					}
				case begins("Descending", key):
					b := value.Truth(x)
					col.descending = &b
				case begins("Ascending", key):
					b := !value.Truth(x)
					col.descending = &b
				default:
					return nil, value.Throw(value.NotSupportedException, "DictionaryKeyIllegal", "The "+key+" key is not valid.").With(value.InvalidArgument, value.NullValue)
				}
			}
			if col.name == "" {
				col.name = col.property
				if col.block != nil {
					col.name = col.block.Text()
				}
			}
		} else if b := runtime.BlockOf(v); b != nil {
			col.block, col.name = b, b.Text()
		} else {
			col.name = value.ToString(v)
			col.property = col.name
			if text.ContainsWildcard(col.name) {
				w, err := text.CompileWildcard(col.name, true)
				if err != nil {
					return nil, value.Throw(value.PSArgumentException, "WildcardPatternException", err.Error())
				}
				col.wild = w
			}
		}
		out = append(out, col)
	}
	return out, nil
}

// begins tells whether key is an abbreviation of a key's name.
func begins(name, key string) bool {
	return key != "" && len(key) <= len(name) && value.EqualFold(name[:len(key)], key)
}

// of is the column's value for an object; errors of a block give $null.
func (k *column) of(c *runtime.Call, v value.Value) value.Value {
	if k.block != nil {
		x, err := c.Evaluate(k.block, v)
		if err != nil || x.IsNothing() {
			return value.NullValue
		}
		return x
	}
	x, _, err := value.GetProperty(c.Env(), v, k.property)
	if err != nil {
		return value.NullValue
	}
	return x
}
