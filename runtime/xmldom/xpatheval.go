package xmldom

import (
	"math"
	"sort"
	"strconv"
	"strings"
)

// Value is the result of an expression: []*Node, float64, string or bool.
type Value any

// xpathContext is what an expression is evaluated over.
type xpathContext struct {
	node     *Node
	position int
	size     int
	run      *xpathRun
}

// xpathRun is one evaluation.
type xpathRun struct {
	resolve func(prefix string) (string, bool)
	steps   int
	order   map[*Node]int
	top     *Node
}

// maxXPathSteps bounds the nodes that an evaluation looks at.
const maxXPathSteps = 50_000_000

func (r *xpathRun) tick() error {
	if r.steps++; r.steps > maxXPathSteps {
		return &XPathError{"The xpath query is too complex."}
	}
	return nil
}

type xpathExpr interface {
	eval(c *xpathContext) (Value, error)
}

// Evaluate is the value of an expression at a node. resolve gives the namespace of a prefix.
func (x *XPath) Evaluate(n *Node, resolve func(prefix string) (string, bool)) (Value, error) {
	top := n
	for top.Parent != nil {
		top = top.Parent
	}
	return x.root.eval(&xpathContext{node: n, position: 1, size: 1, run: &xpathRun{resolve: resolve, top: top}})
}

// Select is the node-set that an expression gives at a node, in document order.
func (x *XPath) Select(n *Node, resolve func(prefix string) (string, bool)) ([]*Node, error) {
	v, err := x.Evaluate(n, resolve)
	if err != nil {
		return nil, err
	}
	nodes, ok := v.([]*Node)
	if !ok {
		return nil, &XPathError{nodeSetExpected}
	}
	return nodes, nil
}

// sorted puts nodes in document order, each once.
func (r *xpathRun) sorted(nodes []*Node) []*Node {
	if len(nodes) < 2 {
		return nodes
	}
	if r.order == nil {
		r.order = map[*Node]int{}
		r.top.Each(func(n *Node) bool {
			r.order[n] = len(r.order)
			for _, a := range n.Attrs {
				r.order[a] = len(r.order)
			}
			return true
		})
	}
	sort.SliceStable(nodes, func(i, j int) bool { return r.order[nodes[i]] < r.order[nodes[j]] })
	out := nodes[:1]
	for _, n := range nodes[1:] {
		if n != out[len(out)-1] {
			out = append(out, n)
		}
	}
	return out
}

type numberExpr float64

func (e numberExpr) eval(*xpathContext) (Value, error) { return float64(e), nil }

type textExpr string

func (e textExpr) eval(*xpathContext) (Value, error) { return string(e), nil }

type negateExpr struct {
	of       xpathExpr
	negative bool
}

func (e *negateExpr) eval(c *xpathContext) (Value, error) {
	v, err := e.of.eval(c)
	if err != nil {
		return nil, err
	}
	if n := NumberOf(v); e.negative {
		return -n, nil
	} else {
		return n, nil
	}
}

type callExpr struct {
	name string
	args []xpathExpr
	fn   func(c *xpathContext, args []Value) (Value, error)
}

func (e *callExpr) eval(c *xpathContext) (Value, error) {
	args := make([]Value, len(e.args))
	for i, a := range e.args {
		v, err := a.eval(c)
		if err != nil {
			return nil, err
		}
		args[i] = v
	}
	return e.fn(c, args)
}

type binaryExpr struct {
	op          string
	left, right xpathExpr
}

func (e *binaryExpr) eval(c *xpathContext) (Value, error) {
	a, err := e.left.eval(c)
	if err != nil {
		return nil, err
	}
	switch e.op {
	case "and":
		if !BoolOf(a) {
			return false, nil
		}
	case "or":
		if BoolOf(a) {
			return true, nil
		}
	}
	b, err := e.right.eval(c)
	if err != nil {
		return nil, err
	}
	switch e.op {
	case "and", "or":
		return BoolOf(b), nil
	case "|":
		x, ok := a.([]*Node)
		y, ok2 := b.([]*Node)
		if !ok || !ok2 {
			return nil, &XPathError{nodeSetExpected}
		}
		return c.run.sorted(append(append([]*Node(nil), x...), y...)), nil
	case "=", "!=", "<", ">", "<=", ">=":
		return related(e.op, a, b), nil
	}
	x, y := NumberOf(a), NumberOf(b)
	switch e.op {
	case "+":
		return x + y, nil
	case "-":
		return x - y, nil
	case "*":
		return x * y, nil
	case "div":
		return x / y, nil
	}
	return math.Mod(x, y), nil
}

// related compares as XPath does: a node-set stands for each of its nodes.
func related(op string, a, b Value) bool {
	if nodes, ok := a.([]*Node); ok {
		if _, isBool := b.(bool); !isBool {
			for _, n := range nodes {
				if related(op, nodeText(n), b) {
					return true
				}
			}
			return false
		}
	}
	if nodes, ok := b.([]*Node); ok {
		if _, isBool := a.(bool); !isBool {
			for _, n := range nodes {
				if related(op, a, nodeText(n)) {
					return true
				}
			}
			return false
		}
	}
	if op == "=" || op == "!=" {
		same := false
		_, boolA := a.(bool)
		_, boolB := b.(bool)
		_, numA := a.(float64)
		_, numB := b.(float64)
		switch {
		case boolA || boolB:
			same = BoolOf(a) == BoolOf(b)
		case numA || numB:
			same = NumberOf(a) == NumberOf(b)
		default:
			same = TextOf(a) == TextOf(b)
		}
		return same == (op == "=")
	}
	x, y := NumberOf(a), NumberOf(b)
	switch op {
	case "<":
		return x < y
	case ">":
		return x > y
	case "<=":
		return x <= y
	}
	return x >= y
}

// nodeText is the string-value of a node.
func nodeText(n *Node) string { return n.InnerText() }

// TextOf is string(v).
func TextOf(v Value) string {
	switch x := v.(type) {
	case string:
		return x
	case bool:
		if x {
			return "true"
		}
		return "false"
	case float64:
		switch {
		case math.IsNaN(x):
			return "NaN"
		case math.IsInf(x, 1):
			return "Infinity"
		case math.IsInf(x, -1):
			return "-Infinity"
		case x == 0:
			return "0"
		}
		return strconv.FormatFloat(x, 'f', -1, 64)
	case []*Node:
		if len(x) > 0 {
			return nodeText(x[0])
		}
	}
	return ""
}

// NumberOf is number(v).
func NumberOf(v Value) float64 {
	switch x := v.(type) {
	case float64:
		return x
	case bool:
		if x {
			return 1
		}
		return 0
	}
	s := strings.Trim(TextOf(v), " \t\r\n")
	if s == "" || strings.Trim(s, "0123456789.-") != "" {
		return math.NaN()
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return n
}

// BoolOf is boolean(v).
func BoolOf(v Value) bool {
	switch x := v.(type) {
	case bool:
		return x
	case float64:
		return x != 0 && !math.IsNaN(x)
	case string:
		return x != ""
	case []*Node:
		return len(x) > 0
	}
	return false
}
