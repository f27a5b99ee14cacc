package format

import (
	"strings"

	"rehearse/runtime/value"
)

// customLines lays out a custom view made of texts, line breaks, properties and frames (formatting README, section 11).
type customLines struct {
	x       *Shaper
	lines   []indented
	current strings.Builder
	indent  int // of the line in progress
	open    bool
}

func (c *customLines) items(items []CustomItem, v value.Value, indent int) {
	for i := range items {
		switch it := &items[i]; {
		case it.NewLine:
			c.begin(indent)
			c.end()
		case it.Property != nil:
			r, _, err := c.x.evaluate(it.Property, v)
			c.write(c.x.valueText(it.Property, r, err, c.x.text.list), indent)
		case it.Frame != nil:
			if c.open {
				c.end()
			}
			c.items(it.Frame, v, indent+it.Indent)
			if c.open {
				c.end()
			}
		default:
			c.write(it.Text, indent)
		}
	}
}

func (c *customLines) write(s string, indent int) {
	c.begin(indent)
	c.current.WriteString(s)
}

func (c *customLines) begin(indent int) {
	if !c.open {
		c.open, c.indent = true, indent
	}
}

func (c *customLines) end() {
	c.lines = append(c.lines, indented{c.indent, c.current.String()})
	c.current.Reset()
	c.open = false
}

func (c *customLines) finish() []indented {
	if c.open {
		c.end()
	}
	return c.lines
}
