package xmldom

// EditError is why a tree cannot be changed so, with the .NET exception's name without namespace.
type EditError struct{ Exception, Message string }

// Error is the message.
func (e *EditError) Error() string { return e.Message }

func badEdit(message string) error { return &EditError{"ArgumentException", message} }

// Insert puts a node, or the children of a fragment, before the child at place i.
func (n *Node) Insert(c *Node, i int) error {
	switch {
	case c == nil:
		return badEdit("The node to be inserted is null.")
	case n.Kind != Element && n.Kind != Document && n.Kind != Fragment:
		return &EditError{"InvalidOperationException", "The current node cannot contain other nodes."}
	}
	for x := n; x != nil; x = x.Parent {
		if x == c {
			return badEdit("Cannot insert a node or any ancestor of that node as a child of itself.")
		}
	}
	if c.document() != n.document() || c.Kind == Document {
		if c.Parent != nil { // it is taken out of its document before anybody looks where it comes from
			c.Parent.remove(c)
		}
		return badEdit("The node to be inserted is from a different document context.")
	}
	if c.Kind == Fragment {
		for k, x := range append([]*Node(nil), c.Children...) {
			c.remove(x)
			if err := n.Insert(x, i+k); err != nil {
				return err
			}
		}
		return nil
	}
	if err := n.accepts(c); err != nil {
		return err
	}
	if c.Parent != nil {
		if c.Parent == n && n.Index(c) < i {
			i--
		}
		c.Parent.remove(c)
	}
	i = min(i, len(n.Children))
	n.Children = append(n.Children[:i:i], append([]*Node{c}, n.Children[i:]...)...)
	c.Parent = n
	n.Closed = false
	return nil
}

// accepts tells whether a node may hold a child of that kind.
func (n *Node) accepts(c *Node) error {
	switch {
	case c.Kind == Attribute, n.Kind == Document && (c.Kind == Text || c.Kind == CDATA), n.Kind != Document && (c.Kind == Declaration || c.Kind == DocumentType):
		return &EditError{"InvalidOperationException", "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type."}
	case n.Kind == Document && c.Kind == Element && n.Root() != nil && n.Root() != c:
		return &EditError{"InvalidOperationException", "This document already has a 'DocumentElement' node."}
	}
	return nil
}

func (n *Node) remove(c *Node) {
	if i := n.Index(c); i >= 0 {
		n.Children = append(n.Children[:i:i], n.Children[i+1:]...)
		c.Parent = nil
	}
}

// Remove takes a child out.
func (n *Node) Remove(c *Node) error {
	if c == nil || n.Index(c) < 0 {
		return badEdit("The node to be removed is not a child of this node.")
	}
	n.remove(c)
	return nil
}

// Clone is a copy without parent; deep copies what is below an element too.
func (n *Node) Clone(deep bool) *Node { return n.copyTo(n.document(), deep, 0) }

// Import is a copy for another document.
func (n *Node) Import(from *Node, deep bool) *Node { return from.copyTo(n.document(), deep, 0) }

func (n *Node) copyTo(owner *Node, deep bool, depth int) *Node {
	c := *n
	c.Parent, c.Handle, c.Attrs, c.Children = nil, nil, nil, nil
	c.Owner = owner
	if n.Kind == Document {
		c.Owner = nil
		owner = &c
	}
	for _, a := range n.Attrs {
		x := a.copyTo(owner, true, depth+1)
		x.Parent = &c
		c.Attrs = append(c.Attrs, x)
	}
	if (deep || n.Kind == Attribute) && depth < maxDepth {
		for _, k := range n.Children {
			x := k.copyTo(owner, true, depth+1)
			x.Parent = &c
			c.Children = append(c.Children, x)
		}
	}
	if n.Kind == Element && len(c.Children) == 0 && len(n.Children) > 0 {
		c.Closed = true
	}
	return &c
}
