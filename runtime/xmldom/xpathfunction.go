package xmldom

import (
	"math"
	"strings"
	"unicode/utf16"
)

// xpathFunction is a function of XPath with the number of its arguments.
type xpathFunction struct {
	least, most int
	call        func(c *xpathContext, a []Value) (Value, error)
}

// many is the most arguments of concat.
const many = 1 << 10

func pure(least, most int, f func(c *xpathContext, a []Value) Value) xpathFunction {
	return xpathFunction{least, most, func(c *xpathContext, a []Value) (Value, error) { return f(c, a), nil }}
}

// overNode is a function of a node: the first of its argument, else the context node.
func overNode(f func(n *Node) string) xpathFunction {
	return xpathFunction{0, 1, func(c *xpathContext, a []Value) (Value, error) {
		n := c.node
		if len(a) == 1 {
			nodes, ok := a[0].([]*Node)
			if !ok {
				return nil, &XPathError{nodeSetExpected}
			}
			if len(nodes) == 0 {
				return "", nil
			}
			n = nodes[0]
		}
		return f(n), nil
	}}
}

// textArg is the text of an argument, that of the context node if it is left out.
func textArg(c *xpathContext, a []Value) string {
	if len(a) == 0 {
		return nodeText(c.node)
	}
	return TextOf(a[0])
}

var xpathFunctions = map[string]xpathFunction{
	"last":     pure(0, 0, func(c *xpathContext, _ []Value) Value { return float64(c.size) }),
	"position": pure(0, 0, func(c *xpathContext, _ []Value) Value { return float64(c.position) }),
	"count": {1, 1, func(_ *xpathContext, a []Value) (Value, error) {
		nodes, ok := a[0].([]*Node)
		if !ok {
			return nil, &XPathError{nodeSetExpected}
		}
		return float64(len(nodes)), nil
	}},
	"sum": {1, 1, func(_ *xpathContext, a []Value) (Value, error) {
		nodes, ok := a[0].([]*Node)
		if !ok {
			return nil, &XPathError{nodeSetExpected}
		}
		total := 0.0
		for _, n := range nodes {
			total += NumberOf(nodeText(n))
		}
		return total, nil
	}},
	"id":            pure(1, 1, func(*xpathContext, []Value) Value { return []*Node(nil) }),
	"local-name":    overNode(func(n *Node) string { return named(n, n.Local) }),
	"namespace-uri": overNode(func(n *Node) string { return n.Space }),
	"name":          overNode(func(n *Node) string { return named(n, n.Name()) }),
	"string":        pure(0, 1, func(c *xpathContext, a []Value) Value { return textArg(c, a) }),
	"concat": pure(2, many, func(_ *xpathContext, a []Value) Value {
		var b strings.Builder
		for _, v := range a {
			b.WriteString(TextOf(v))
		}
		return b.String()
	}),
	"starts-with": pure(2, 2, func(_ *xpathContext, a []Value) Value { return strings.HasPrefix(TextOf(a[0]), TextOf(a[1])) }),
	"contains":    pure(2, 2, func(_ *xpathContext, a []Value) Value { return strings.Contains(TextOf(a[0]), TextOf(a[1])) }),
	"substring-before": pure(2, 2, func(_ *xpathContext, a []Value) Value {
		if before, _, ok := strings.Cut(TextOf(a[0]), TextOf(a[1])); ok {
			return before
		}
		return ""
	}),
	"substring-after": pure(2, 2, func(_ *xpathContext, a []Value) Value {
		_, after, _ := strings.Cut(TextOf(a[0]), TextOf(a[1]))
		return after
	}),
	"substring":     pure(2, 3, substring),
	"string-length": pure(0, 1, func(c *xpathContext, a []Value) Value { return float64(len(utf16.Encode([]rune(textArg(c, a))))) }),
	"normalize-space": pure(0, 1, func(c *xpathContext, a []Value) Value {
		return strings.Join(strings.Fields(textArg(c, a)), " ")
	}),
	"translate": pure(3, 3, translate),
	"boolean":   pure(1, 1, func(_ *xpathContext, a []Value) Value { return BoolOf(a[0]) }),
	"not":       pure(1, 1, func(_ *xpathContext, a []Value) Value { return !BoolOf(a[0]) }),
	"true":      pure(0, 0, func(*xpathContext, []Value) Value { return true }),
	"false":     pure(0, 0, func(*xpathContext, []Value) Value { return false }),
	"lang": pure(1, 1, func(c *xpathContext, a []Value) Value {
		for x := c.node; x != nil; x = x.Parent {
			if l := x.Attr("xml:lang"); l != nil {
				have, want := strings.ToLower(l.Data), strings.ToLower(TextOf(a[0]))
				return have == want || strings.HasPrefix(have, want+"-")
			}
		}
		return false
	}),
	"number": pure(0, 1, func(c *xpathContext, a []Value) Value {
		if len(a) == 0 {
			return NumberOf(nodeText(c.node))
		}
		return NumberOf(a[0])
	}),
	"floor":   pure(1, 1, func(_ *xpathContext, a []Value) Value { return math.Floor(NumberOf(a[0])) }),
	"ceiling": pure(1, 1, func(_ *xpathContext, a []Value) Value { return math.Ceil(NumberOf(a[0])) }),
	"round":   pure(1, 1, func(_ *xpathContext, a []Value) Value { return math.Floor(NumberOf(a[0]) + 0.5) }),
}

// named is the name of what has one: elements, attributes and processing instructions.
func named(n *Node, name string) string {
	switch n.Kind {
	case Element, Attribute, ProcessingInstruction:
		return name
	}
	return ""
}

// substring counts characters from 1 and rounds its numbers.
func substring(_ *xpathContext, a []Value) Value {
	s := utf16.Encode([]rune(TextOf(a[0])))
	from := math.Floor(NumberOf(a[1]) + 0.5)
	to := math.Inf(1)
	if len(a) == 3 {
		to = from + math.Floor(NumberOf(a[2])+0.5)
	}
	var out []uint16
	for i, u := range s {
		if at := float64(i + 1); at >= from && at < to {
			out = append(out, u)
		}
	}
	return string(utf16.Decode(out))
}

func translate(_ *xpathContext, a []Value) Value {
	from, to := []rune(TextOf(a[1])), []rune(TextOf(a[2]))
	return strings.Map(func(r rune) rune {
		for i, f := range from {
			if f != r {
				continue
			}
			if i < len(to) {
				return to[i]
			}
			return -1
		}
		return r
	}, TextOf(a[0]))
}
