package runtime

import (
	"math/big"
	"strconv"

	"rehearse/parser/ast"
	"rehearse/runtime/decimal"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// expression compiles an expression. The value may be AutomationNull, which consumers treat as $null.
func (c *compiler) expression(e ast.Expression) expr {
	switch e := e.(type) {
	case *ast.ConstantExpression:
		return constant(numberValue(e.Value))
	case *ast.StringConstantExpression:
		return constant(value.OfString(e.Value))
	case *ast.ExpandableStringExpression:
		return c.expandable(e)
	case *ast.VariableExpression:
		return c.variable(e)
	case *ast.BinaryExpression:
		return c.binary(e)
	case *ast.UnaryExpression:
		return c.unary(e)
	case *ast.TernaryExpression:
		return c.ternary(e)
	case *ast.ParenExpression:
		return c.paren(e)
	case *ast.SubExpression:
		return c.subexpression(e)
	case *ast.ArrayExpression:
		return c.arrayExpression(e)
	case *ast.ArrayLiteral:
		return c.arrayLiteral(e)
	case *ast.Hashtable:
		return c.hashtable(e, false)
	case *ast.ScriptBlockExpression:
		return c.scriptBlock(e)
	case *ast.TypeExpression:
		t := c.typeSite(e.TypeName).bracketed(e.Extent)
		return func(f *Frame) (value.Value, error) {
			typ, err := t.resolve(f)
			if err != nil {
				return value.NullValue, err
			}
			return value.Of(typ), nil
		}
	case *ast.ConvertExpression:
		return c.convert(e)
	case *ast.AttributedExpression:
		return c.expression(e.Child)
	case *ast.MemberExpression:
		return c.member(e)
	case *ast.InvokeMemberExpression:
		return c.invokeMember(e)
	case *ast.BaseCtorInvokeMember:
		return c.baseConstructor(e)
	case *ast.IndexExpression:
		return c.index(e)
	case *ast.UsingExpression:
		return c.using(e)
	}
	return func(f *Frame) (value.Value, error) { return value.NullValue, notSupported("this expression") }
}

func constant(v value.Value) expr {
	return func(*Frame) (value.Value, error) { return v, nil }
}

// numberValue is a number literal's value.
func numberValue(n ast.Number) value.Value {
	switch n.Kind {
	case ast.Int32:
		return value.OfInt32(int32(n.Bits))
	case ast.Int64:
		return value.OfInt64(int64(n.Bits))
	case ast.Double:
		return value.OfDouble(n.Float())
	case ast.Boolean:
		return value.OfBool(n.Bits != 0)
	case ast.UInt64:
		return value.OfUInt64(n.Bits)
	case ast.SByte:
		return value.OfInteger(value.SByte, int64(int8(n.Bits)))
	case ast.Byte:
		return value.OfInteger(value.Byte, int64(uint8(n.Bits)))
	case ast.Int16:
		return value.OfInteger(value.Int16, int64(int16(n.Bits)))
	case ast.UInt16:
		return value.OfInteger(value.UInt16, int64(uint16(n.Bits)))
	case ast.UInt32:
		return value.OfInteger(value.UInt32, int64(uint32(n.Bits)))
	case ast.Decimal:
		if d, err := decimal.Parse(n.Digits); err == nil {
			return value.OfDecimal(d)
		}
	case ast.BigInteger:
		if b, ok := new(big.Int).SetString(n.Digits, 10); ok {
			return dotnet.OfBigInteger(b)
		}
	}
	return value.NullValue
}

func (c *compiler) ternary(e *ast.TernaryExpression) expr {
	cond, yes, no := c.expression(e.Condition), c.expression(e.IfTrue), c.expression(e.IfFalse)
	return func(f *Frame) (value.Value, error) {
		v, err := cond(f)
		if err != nil {
			return v, err
		}
		if truth(v) {
			return yes(f)
		}
		return no(f)
	}
}

// paren is ( … ): the value of the pipeline inside. An assignment in parentheses yields the value assigned.
func (c *compiler) paren(e *ast.ParenExpression) expr {
	if a, ok := e.Pipeline.(*ast.AssignmentStatement); ok {
		return c.assignmentValue(a)
	}
	return c.pipelineValue(e.Pipeline)
}

// pipelineValue is a pipeline taken as one value.
func (c *compiler) pipelineValue(p ast.PipelineBase) expr {
	if x := plainExpression(p); x != nil {
		if paren, ok := x.(*ast.ParenExpression); ok {
			return c.paren(paren)
		}
		return c.expression(x)
	}
	return c.collected(p)
}

// collected runs a statement and takes its output as one value.
func (c *compiler) collected(s ast.Statement) expr {
	if a, ok := s.(*ast.AssignmentStatement); ok {
		return c.assignmentValue(a)
	}
	run := c.statement(s)
	if run == nil {
		return constant(value.NothingValue)
	}
	at := s.Range()
	return func(f *Frame) (value.Value, error) {
		var got collector
		out := f.out
		f.out = &got
		f.at = at
		how, err := run(f)
		f.out = out
		if err == nil && how != ctlNext {
			err = f.leave(how)
		}
		if err != nil {
			return value.NothingValue, err
		}
		return got.result(), nil
	}
}

// leaveBody carries a return out of a nested list of statements, such as $( … ), whose value was being gathered.
type leaveBody struct{}

func (*leaveBody) Error() string { return "return" }

// leave turns the control code of a nested list of statements into an error that the enclosing sequence understands.
func (f *Frame) leave(how ctl) error {
	if how == ctlReturn {
		return &leaveBody{}
	}
	l := f.label
	f.label = ""
	return &loopExit{how: how, label: l}
}

func (c *compiler) subexpression(e *ast.SubExpression) expr {
	if v := c.loneValue(e.SubExpression); v != nil {
		at := e.SubExpression.Statements[0].Range()
		return func(f *Frame) (value.Value, error) {
			saved := f.at
			f.at = at
			x, err := v(f)
			if err != nil {
				if err = f.statementFailed(err); err != nil {
					return x, err
				}
				x = value.NothingValue
			} else {
				f.ok = true
			}
			f.at = saved
			if x.Kind() != value.Reference {
				return x, nil
			}
			if !isList(x) {
				return x, nil
			}
			var got collector
			if err := enumerate(x, &got); err != nil {
				return value.NullValue, err
			}
			return got.result(), nil
		}
	}
	if len(e.SubExpression.Statements) == 0 {
		return func(*Frame) (value.Value, error) { return value.NullValue, nil } // $() is $null, not the absence of output
	}
	body := c.body(e.SubExpression)
	return func(f *Frame) (value.Value, error) {
		var got collector
		err := f.gather(body, &got)
		if leavesWithOutput(err) {
			// What was gathered before a return inside $( … ) is output of the body that returns (oracle/flow, section 12).
			for _, v := range got.all() {
				if err := f.out.Write(v); err != nil {
					return value.NothingValue, err
				}
			}
		}
		return got.result(), err
	}
}

// leavesWithOutput tells whether an error is a return or exit, which keeps what was gathered.
func leavesWithOutput(err error) bool {
	switch err.(type) {
	case *leaveBody, *exitRequest:
		return true
	}
	return false
}

// loneValue is the expression of a block that holds nothing else and cannot fail half-way into a partial result.
func (c *compiler) loneValue(b *ast.StatementBlock) expr {
	if b == nil || len(b.Statements) != 1 || len(b.Traps) > 0 {
		return nil
	}
	x := plainExpression(b.Statements[0])
	switch x.(type) {
	case *ast.VariableExpression, *ast.MemberExpression, *ast.ConstantExpression, *ast.StringConstantExpression,
		*ast.ExpandableStringExpression, *ast.ArrayLiteral, *ast.BinaryExpression, *ast.IndexExpression:
		return c.expression(x)
	}
	return nil
}

// gather runs a list of statements with its output going to a sink.
func (f *Frame) gather(body *sequence, to Sink) error {
	if body == nil {
		return nil
	}
	out, at := f.out, f.at
	f.out = to
	how, err := body.run(f)
	f.out, f.at = out, at
	if err == nil && how != ctlNext {
		err = f.leave(how)
	}
	return err
}

func (c *compiler) arrayExpression(e *ast.ArrayExpression) expr {
	if v := c.loneValue(e.SubExpression); v != nil {
		_, literal := plainExpression(e.SubExpression.Statements[0]).(*ast.ArrayLiteral)
		at := e.SubExpression.Statements[0].Range()
		return func(f *Frame) (value.Value, error) {
			saved := f.at
			f.at = at
			x, err := v(f)
			f.at = saved
			if err != nil {
				return x, err // the error ends the statement around the array
			}
			if a, ok := value.As[*value.Array](x); ok && literal && a.Type == value.TypeObjectArray {
				return x, nil
			}
			var got collector
			if err := enumerate(x, &got); err != nil {
				return value.NullValue, err
			}
			return value.Of(value.NewArray(append([]value.Value(nil), got.all()...))), nil
		}
	}
	body := c.body(e.SubExpression)
	return func(f *Frame) (value.Value, error) {
		var got collector
		err := f.gather(body, &got)
		if err != nil {
			return value.NullValue, err
		}
		items := got.all()
		if items == nil {
			items = []value.Value{}
		}
		return value.Of(value.NewArray(items)), nil
	}
}

func (c *compiler) arrayLiteral(e *ast.ArrayLiteral) expr {
	parts := make([]expr, len(e.Elements))
	for i, x := range e.Elements {
		parts[i] = c.expression(x)
	}
	return func(f *Frame) (value.Value, error) {
		items := make([]value.Value, len(parts))
		for i, p := range parts {
			v, err := p(f)
			if err != nil {
				return v, err
			}
			items[i] = v
		}
		return value.Of(value.NewArray(items)), nil
	}
}

func (c *compiler) hashtable(e *ast.Hashtable, ordered bool) expr {
	type pair struct {
		key expr
		val expr
		at  ast.Extent
	}
	pairs := make([]pair, len(e.KeyValuePairs))
	for i, p := range e.KeyValuePairs {
		pairs[i].key = c.expression(p.Key)
		pairs[i].at = p.Key.Range()
		if x := plainExpression(p.Value); x != nil {
			pairs[i].val = c.expression(x)
		} else {
			pairs[i].val = c.collected(p.Value)
		}
	}
	return func(f *Frame) (value.Value, error) {
		h := value.NewHashtable()
		if ordered {
			h = value.NewOrdered()
		}
		h.Reserve(len(pairs))
		for i := range pairs {
			k, err := pairs[i].key(f)
			if err != nil {
				return k, err
			}
			if k.IsNull() {
				return k, f.recordAt(pairs[i].at, value.Throw(value.RuntimeException, "InvalidNullKey", "A null key is not allowed in a hash literal.").With(value.InvalidOperation, value.NullValue))
			}
			v, err := pairs[i].val(f)
			if err != nil {
				return v, err
			}
			if !h.Add(k.Base(), v) {
				return v, f.recordAt(pairs[i].at, value.Throw(value.RuntimeException, "DuplicateKeyInHashLiteral",
					"Duplicate keys '"+value.ToString(k)+"' are not allowed in hash literals.").With(value.InvalidOperation, value.Of(h)))
			}
		}
		return value.Of(h), nil
	}
}

func (c *compiler) scriptBlock(e *ast.ScriptBlockExpression) expr {
	source, block, inCatch := c.source, c.block, c.inCatch
	return func(f *Frame) (value.Value, error) {
		b := newScriptBlock(e.ScriptBlock, source, f.scope.module)
		b.extent = e.Extent
		b.usings, b.inCatch = block.usings, inCatch
		shared := block.literal(e)
		if shared.block == nil {
			*shared = *b
		}
		b.own, b.opened = shared.own, shared.opened
		if b.own == nil {
			b.own = compile(b, false)
			shared.own = b.own
		}
		return value.Of(b), nil
	}
}

func (c *compiler) using(e *ast.UsingExpression) expr {
	return func(f *Frame) (value.Value, error) {
		if v, ok := f.Engine.passed[e]; ok {
			return v, nil
		}
		return value.NullValue, value.Throw(value.RuntimeException, "UsingWithoutInvokeCommand",
			"A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using variable is valid only if the script block is invoked on a remote computer.").With(value.InvalidOperation, value.NullValue)
	}
}

func (c *compiler) convert(e *ast.ConvertExpression) expr {
	name := e.Type.TypeName
	if h, ok := e.Child.(*ast.Hashtable); ok {
		switch {
		case value.EqualFold(name.Name, "ordered") && !name.IsArray():
			return c.hashtable(h, true)
		case value.EqualFold(name.Name, "pscustomobject") && !name.IsArray():
			return c.customObject(h)
		}
	}
	if v, ok := e.Child.(*ast.VariableExpression); ok && isReference(name) {
		return c.reference(v)
	}
	if isReference(name) {
		child := c.expression(e.Child)
		return func(f *Frame) (value.Value, error) {
			v, err := child(f)
			return value.Of(dotnet.NewReference(v)), err
		}
	}
	child := c.expression(e.Child)
	if value.EqualFold(name.Name, "pscustomobject") && !name.IsArray() {
		// The name stands for PSObject, yet a cast by it makes property bags.
		return func(f *Frame) (value.Value, error) {
			v, err := child(f)
			if err != nil {
				return v, err
			}
			return f.cast(v, value.TypePSCustomObject)
		}
	}
	site := c.typeSite(name)
	unboxes := nullableCast(e.Child) != nil
	return func(f *Frame) (value.Value, error) {
		t, err := site.resolve(f)
		if err != nil {
			return value.NullValue, err
		}
		v, err := child(f)
		if err != nil {
			return v, err
		}
		if unboxes && value.TypeOf(v) == t && t.Flags&value.ValueType != 0 {
			return v, value.Unboxed()
		}
		return f.cast(v, t)
	}
}

// customObject is [pscustomobject]@{ … } without the hashtable in between, when its keys are constant.
func (c *compiler) customObject(h *ast.Hashtable) expr {
	names := make([]string, len(h.KeyValuePairs))
	seen := value.NameIndex{}
	vals := make([]expr, len(h.KeyValuePairs))
	for i, p := range h.KeyValuePairs {
		s, ok := p.Key.(*ast.StringConstantExpression)
		if !ok || seen.Find(s.Value) >= 0 || value.EqualFold(s.Value, "PSTypeName") || s.Value == "" {
			whole := c.hashtable(h, true)
			return func(f *Frame) (value.Value, error) {
				v, err := whole(f)
				if err != nil {
					return v, err
				}
				return f.cast(v, value.TypePSCustomObject)
			}
		}
		names[i] = s.Value
		seen.Add(s.Value)
		if x := plainExpression(p.Value); x != nil {
			vals[i] = c.expression(x)
		} else {
			vals[i] = c.collected(p.Value)
		}
	}
	shape := value.ShapeOf(names...)
	return func(f *Frame) (value.Value, error) {
		got := make([]value.Value, len(vals))
		for i, e := range vals {
			v, err := e(f)
			if err != nil {
				return v, err
			}
			if v.IsNothing() {
				v = value.NullValue
			}
			got[i] = v
		}
		return value.Of(value.NewPSObject(shape, got)), nil
	}
}

func (c *compiler) expandable(e *ast.ExpandableStringExpression) expr {
	type part struct {
		text string
		val  expr
	}
	parts := make([]part, 0, len(e.Parts))
	for _, p := range e.Parts {
		if p.Expression == nil {
			parts = append(parts, part{text: p.Text})
			continue
		}
		if v, ok := p.Expression.(*ast.VariableExpression); ok {
			parts = append(parts, part{val: c.variableSince(v, strict2)})
			continue
		}
		parts = append(parts, part{val: c.expression(p.Expression)})
	}
	return func(f *Frame) (value.Value, error) {
		var buf [128]byte
		b := buf[:0]
		for i := range parts {
			if parts[i].val == nil {
				b = append(b, parts[i].text...)
				continue
			}
			v, err := parts[i].val(f)
			if err != nil {
				return v, err
			}
			if v.IsString() {
				b = append(b, v.Str()...)
				continue
			}
			if v.IsInt32() {
				b = strconv.AppendInt(b, v.Int(), 10)
				continue
			}
			s, err := f.text(v)
			if err != nil {
				return v, err
			}
			b = append(b, s...)
		}
		if err := f.checkSize(len(b)); err != nil {
			return value.NullValue, err
		}
		return value.OfString(string(b)), nil
	}
}
