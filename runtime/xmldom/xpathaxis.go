package xmldom

// axis is a direction in which a step goes.
type axis uint8

const (
	axisChild axis = iota
	axisAttribute
	axisDescendant
	axisDescendantOrSelf
	axisSelf
	axisParent
	axisAncestor
	axisAncestorOrSelf
	axisFollowing
	axisFollowingSibling
	axisPreceding
	axisPrecedingSibling
	axisNamespace
)

var xpathAxes = map[string]axis{
	"child": axisChild, "attribute": axisAttribute, "descendant": axisDescendant, "descendant-or-self": axisDescendantOrSelf, "self": axisSelf,
	"parent": axisParent, "ancestor": axisAncestor, "ancestor-or-self": axisAncestorOrSelf, "following": axisFollowing,
	"following-sibling": axisFollowingSibling, "preceding": axisPreceding, "preceding-sibling": axisPrecedingSibling, "namespace": axisNamespace,
}

type step struct {
	axis       axis
	test       nodeTest
	predicates []xpathExpr
}

type nodeTest struct {
	any    bool // node()
	star   bool
	kind   Kind // text(), comment() or processing-instruction()
	prefix string
	local  string
}

func (t *nodeTest) matches(n *Node, a axis, space string) bool {
	switch {
	case n.Kind == Declaration || n.Kind == DocumentType:
		return false
	case t.any:
		return true
	case t.kind == Text:
		return n.Kind == Text || n.Kind == CDATA || n.Kind == Whitespace || n.Kind == SignificantWhitespace
	case t.kind != 0:
		return n.Kind == t.kind && (t.local == "" || t.local == n.Local)
	}
	principal := Element
	if a == axisAttribute {
		principal = Attribute
	}
	if n.Kind != principal {
		return false
	}
	if t.star {
		return t.prefix == "" || n.Space == space
	}
	return n.Local == t.local && n.Space == space
}

// each calls yield for the nodes on an axis, the nearest first.
func (a axis) each(n *Node, yield func(*Node) error) error {
	switch a {
	case axisChild:
		return list(n.Children, yield)
	case axisAttribute:
		for _, x := range n.Attrs {
			if x.Space != XMLNSSpace {
				if err := yield(x); err != nil {
					return err
				}
			}
		}
	case axisSelf:
		return yield(n)
	case axisParent:
		if n.Parent != nil {
			return yield(n.Parent)
		}
	case axisDescendant, axisDescendantOrSelf:
		return descend(n, a == axisDescendantOrSelf, yield, 0)
	case axisAncestor, axisAncestorOrSelf:
		x := n
		if a == axisAncestor {
			x = n.Parent
		}
		for ; x != nil; x = x.Parent {
			if err := yield(x); err != nil {
				return err
			}
		}
	case axisFollowingSibling, axisPrecedingSibling:
		return siblings(n, a, yield)
	case axisFollowing, axisPreceding:
		side := axisFollowingSibling
		if a == axisPreceding {
			side = axisPrecedingSibling
		}
		for x := n; x != nil; x = x.Parent {
			err := siblings(x, side, func(s *Node) error {
				if a == axisPreceding {
					return ascend(s, yield, 0)
				}
				return descend(s, true, yield, 0)
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func list(nodes []*Node, yield func(*Node) error) error {
	for _, c := range nodes {
		if err := yield(c); err != nil {
			return err
		}
	}
	return nil
}

func siblings(n *Node, a axis, yield func(*Node) error) error {
	if n.Parent == nil || n.Kind == Attribute {
		return nil
	}
	i := n.Parent.Index(n)
	if a == axisFollowingSibling {
		return list(n.Parent.Children[i+1:], yield)
	}
	for i--; i >= 0; i-- {
		if err := yield(n.Parent.Children[i]); err != nil {
			return err
		}
	}
	return nil
}

func descend(n *Node, self bool, yield func(*Node) error, depth int) error {
	if depth > maxDepth {
		return nil
	}
	if self {
		if err := yield(n); err != nil {
			return err
		}
	}
	return list(n.Children, func(c *Node) error { return descend(c, true, yield, depth+1) })
}

// ascend walks over a subtree backwards.
func ascend(n *Node, yield func(*Node) error, depth int) error {
	if depth > maxDepth {
		return nil
	}
	for i := len(n.Children) - 1; i >= 0; i-- {
		if err := ascend(n.Children[i], yield, depth+1); err != nil {
			return err
		}
	}
	return yield(n)
}

// pathExpr is a location path.
type pathExpr struct {
	root  bool
	from  xpathExpr
	steps []step
}

func (e *pathExpr) eval(c *xpathContext) (Value, error) {
	nodes := []*Node{c.node}
	switch {
	case e.root:
		nodes = []*Node{c.run.top}
	case e.from != nil:
		v, err := e.from.eval(c)
		if err != nil {
			return nil, err
		}
		var ok bool
		if nodes, ok = v.([]*Node); !ok {
			return nil, &XPathError{nodeSetExpected}
		}
	}
	for i := range e.steps {
		s := &e.steps[i]
		space := ""
		if p := s.test.prefix; p != "" {
			var ok bool
			if c.run.resolve != nil {
				space, ok = c.run.resolve(p)
			}
			if !ok {
				return nil, &XPathError{"Namespace prefix '" + p + "' is not defined."}
			}
		}
		var out []*Node
		for _, n := range nodes {
			var found []*Node
			err := s.axis.each(n, func(x *Node) error {
				if err := c.run.tick(); err != nil {
					return err
				}
				if s.test.matches(x, s.axis, space) {
					found = append(found, x)
				}
				return nil
			})
			if err != nil {
				return nil, err
			}
			if found, err = filter(c, found, s.predicates); err != nil {
				return nil, err
			}
			out = append(out, found...)
		}
		if len(nodes) > 1 || s.axis >= axisAncestor {
			out = c.run.sorted(out)
		}
		nodes = out
	}
	return nodes, nil
}

// filter keeps the nodes for which all predicates hold; a number holds at that position.
func filter(c *xpathContext, nodes []*Node, predicates []xpathExpr) ([]*Node, error) {
	for _, p := range predicates {
		var kept []*Node
		for i, n := range nodes {
			v, err := p.eval(&xpathContext{node: n, position: i + 1, size: len(nodes), run: c.run})
			if err != nil {
				return nil, err
			}
			keep := false
			if num, ok := v.(float64); ok {
				keep = num == float64(i+1)
			} else {
				keep = BoolOf(v)
			}
			if keep {
				kept = append(kept, n)
			}
		}
		nodes = kept
	}
	return nodes, nil
}

// filterExpr is an expression with predicates.
type filterExpr struct {
	of         xpathExpr
	predicates []xpathExpr
}

func (e *filterExpr) eval(c *xpathContext) (Value, error) {
	v, err := e.of.eval(c)
	if err != nil {
		return nil, err
	}
	nodes, ok := v.([]*Node)
	if !ok {
		return nil, &XPathError{nodeSetExpected}
	}
	return filter(c, nodes, e.predicates)
}
