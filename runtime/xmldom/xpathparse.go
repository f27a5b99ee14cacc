package xmldom

import "strings"

// XPath is a compiled expression.
type XPath struct {
	root xpathExpr
	src  string
}

// Compile reads an XPath 1.0 expression.
func Compile(src string) (*XPath, error) {
	p := &xpathParser{xpathLexer: xpathLexer{src: src}}
	if err := p.next(); err != nil {
		return nil, err
	}
	e, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.tok.kind != tokenEnd {
		return nil, p.invalid()
	}
	return &XPath{e, src}, nil
}

type xpathParser struct {
	xpathLexer
	depth int
}

// maxXPathDepth bounds the nesting of an expression.
const maxXPathDepth = 200

func (p *xpathParser) binary(below func() (xpathExpr, error), named bool, ops ...string) (xpathExpr, error) {
	left, err := below()
	if err != nil {
		return nil, err
	}
	for {
		op := ""
		for _, o := range ops {
			if named && p.operator(o) || !named && p.sign(o) {
				op = o
			}
		}
		if op == "" {
			return left, nil
		}
		if err := p.next(); err != nil {
			return nil, err
		}
		right, err := below()
		if err != nil {
			return nil, err
		}
		left = &binaryExpr{op, left, right}
	}
}

func (p *xpathParser) or() (xpathExpr, error) {
	if p.depth++; p.depth > maxXPathDepth {
		return nil, &XPathError{"The xpath query is too complex."}
	}
	defer func() { p.depth-- }()
	return p.binary(p.and, true, "or")
}
func (p *xpathParser) and() (xpathExpr, error)      { return p.binary(p.equality, true, "and") }
func (p *xpathParser) equality() (xpathExpr, error) { return p.binary(p.relation, false, "=", "!=") }
func (p *xpathParser) relation() (xpathExpr, error) {
	return p.binary(p.sum, false, "<", ">", "<=", ">=")
}
func (p *xpathParser) sum() (xpathExpr, error) { return p.binary(p.product, false, "+", "-") }

func (p *xpathParser) product() (xpathExpr, error) {
	left, err := p.unary()
	if err != nil {
		return nil, err
	}
	for p.sign("*") || p.operator("div") || p.operator("mod") {
		op := p.tok.text
		if err := p.next(); err != nil {
			return nil, err
		}
		right, err := p.unary()
		if err != nil {
			return nil, err
		}
		left = &binaryExpr{op, left, right}
	}
	return left, nil
}

func (p *xpathParser) unary() (xpathExpr, error) {
	negative, signs := false, 0
	for p.sign("-") {
		negative = !negative
		signs++
		if err := p.next(); err != nil {
			return nil, err
		}
	}
	e, err := p.binary(p.path, false, "|")
	if err == nil && signs > 0 {
		e = &negateExpr{e, negative}
	}
	return e, err
}

// path is a location path, or a primary expression with predicates and steps after it.
func (p *xpathParser) path() (xpathExpr, error) {
	if !p.primaryNext() {
		return p.location(nil)
	}
	e, err := p.primary()
	if err != nil {
		return nil, err
	}
	if p.sign("[") {
		f := &filterExpr{of: e}
		if f.predicates, err = p.predicates(); err != nil {
			return nil, err
		}
		e = f
	}
	if p.sign("/") || p.sign("//") {
		return p.location(e)
	}
	return e, nil
}

func (p *xpathParser) primaryNext() bool {
	switch p.tok.kind {
	case tokenNumber, tokenText, tokenVariable:
		return true
	case tokenSign:
		return p.tok.text == "("
	case tokenName:
		return strings.HasPrefix(strings.TrimLeft(p.src[p.at:], " \t\r\n"), "(") && !nodeType(p.tok.text)
	}
	return false
}

func nodeType(name string) bool {
	switch name {
	case "node", "text", "comment", "processing-instruction":
		return true
	}
	return false
}

func (p *xpathParser) primary() (xpathExpr, error) {
	t := p.tok
	if err := p.next(); err != nil {
		return nil, err
	}
	switch t.kind {
	case tokenNumber:
		return numberExpr(t.num), nil
	case tokenText:
		return textExpr(t.text), nil
	case tokenVariable:
		return nil, &XPathError{"Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."}
	case tokenSign:
		e, err := p.or()
		if err != nil {
			return nil, err
		}
		return e, p.expect(")")
	}
	return p.call(t.text)
}

func (p *xpathParser) expect(sign string) error {
	if !p.sign(sign) {
		return p.invalid()
	}
	return p.next()
}

func (p *xpathParser) call(name string) (xpathExpr, error) {
	if err := p.expect("("); err != nil {
		return nil, err
	}
	f, ok := xpathFunctions[name]
	if !ok {
		return nil, &XPathError{"XsltContext is needed for this query because of an unknown function."}
	}
	c := &callExpr{name: name, fn: f.call}
	for !p.sign(")") {
		e, err := p.or()
		if err != nil {
			return nil, err
		}
		c.args = append(c.args, e)
		if p.sign(",") {
			if err := p.next(); err != nil {
				return nil, err
			}
		} else if !p.sign(")") {
			return nil, p.invalid()
		}
	}
	if len(c.args) < f.least || len(c.args) > f.most {
		return nil, &XPathError{"Function '" + name + "' in '" + p.src + "' has an invalid number of arguments."}
	}
	return c, p.next()
}

// location reads steps; from is what they start at, nil for the context node or the root.
func (p *xpathParser) location(from xpathExpr) (xpathExpr, error) {
	l := &pathExpr{from: from}
	switch {
	case p.sign("//"):
		l.root = from == nil
		l.steps = append(l.steps, step{axis: axisDescendantOrSelf, test: nodeTest{any: true}})
		if err := p.next(); err != nil {
			return nil, err
		}
	case p.sign("/"):
		l.root = from == nil
		if err := p.next(); err != nil {
			return nil, err
		}
		if from == nil && !p.stepNext() {
			return l, nil
		}
	}
	for {
		s, err := p.step()
		if err != nil {
			return nil, err
		}
		l.steps = append(l.steps, s)
		switch {
		case p.sign("//"):
			l.steps = append(l.steps, step{axis: axisDescendantOrSelf, test: nodeTest{any: true}})
		case p.sign("/"):
		default:
			return l, nil
		}
		if err := p.next(); err != nil {
			return nil, err
		}
	}
}

func (p *xpathParser) stepNext() bool {
	return p.tok.kind == tokenName || p.sign("*") || p.sign("@") || p.sign(".") || p.sign("..")
}

func (p *xpathParser) step() (step, error) {
	switch {
	case p.sign("."):
		return step{axis: axisSelf, test: nodeTest{any: true}}, p.next()
	case p.sign(".."):
		return step{axis: axisParent, test: nodeTest{any: true}}, p.next()
	}
	s := step{axis: axisChild}
	if p.sign("@") {
		s.axis = axisAttribute
		if err := p.next(); err != nil {
			return s, err
		}
	} else if p.tok.kind == tokenName && strings.HasPrefix(strings.TrimLeft(p.src[p.at:], " \t\r\n"), "::") {
		a, ok := xpathAxes[p.tok.text]
		if !ok {
			return s, p.invalid()
		}
		s.axis = a
		if err := p.next(); err != nil {
			return s, err
		}
		if err := p.next(); err != nil {
			return s, err
		}
	}
	if err := p.test(&s); err != nil {
		return s, err
	}
	var err error
	s.predicates, err = p.predicates()
	return s, err
}

func (p *xpathParser) test(s *step) error {
	switch {
	case p.sign("*"):
		s.test.star = true
		return p.next()
	case p.tok.kind != tokenName:
		return &XPathError{nodeSetExpected}
	}
	name := p.tok.text
	if err := p.next(); err != nil {
		return err
	}
	if nodeType(name) && p.sign("(") {
		if err := p.next(); err != nil {
			return err
		}
		switch name {
		case "node":
			s.test.any = true
		case "text":
			s.test.kind = Text
		case "comment":
			s.test.kind = Comment
		default:
			s.test.kind = ProcessingInstruction
			if p.tok.kind == tokenText {
				s.test.local = p.tok.text
				if err := p.next(); err != nil {
					return err
				}
			}
		}
		return p.expect(")")
	}
	prefix, local, ok := strings.Cut(name, ":")
	if !ok {
		prefix, local = "", name
	}
	s.test.prefix, s.test.local, s.test.star = prefix, local, local == "*"
	return nil
}

func (p *xpathParser) predicates() ([]xpathExpr, error) {
	var list []xpathExpr
	for p.sign("[") {
		if err := p.next(); err != nil {
			return nil, err
		}
		e, err := p.or()
		if err != nil {
			return nil, err
		}
		if err := p.expect("]"); err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}
