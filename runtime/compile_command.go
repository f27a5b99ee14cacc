package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// commandPlan is a compiled command: what names it and how its arguments are evaluated.
type commandPlan struct {
	at         ast.Extent
	pipelineAt ast.Extent // of the whole pipeline
	nameAt     ast.Extent
	name       string // a constant name; "" when target decides
	target     expr   // what & or . calls
	dot        bool
	call       bool // & or .
	args       []argumentPlan
	red        []redirection
	elements   int

	// The resolution of a constant name is remembered until commands change.
	epoch    uint32
	resolved command
	// likeMethod: called as Name(a, b), which strict mode refuses.
	likeMethod bool
}

// argumentPlan evaluates one command element into arguments.
type argumentPlan struct {
	name     string // a -Name token
	nameText string
	nameAt   ast.Extent
	val      expr
	at       ast.Extent
	text     string
	bare     bool
	splat    *ast.VariableExpression
}

func (c *compiler) command(e *ast.Command) *commandPlan {
	p := &commandPlan{at: e.Extent, red: c.redirections(e.Redirections), elements: len(e.CommandElements)}
	p.dot = e.InvocationOperator == ast.Dot
	p.call = e.InvocationOperator != ast.Unknown
	first := e.CommandElements[0]
	p.nameAt = first.Range()
	if s, ok := first.(*ast.StringConstantExpression); ok {
		p.name = s.Value
	} else if x, ok := first.(ast.Expression); ok {
		p.target = c.expression(x)
	}
	p.likeMethod = c.likeMethod(e)
	for _, a := range e.CommandElements[1:] {
		p.args = append(p.args, c.argument(a))
	}
	return p
}

// likeMethod tells whether a command is called with a list in parentheses that touch its name.
func (c *compiler) likeMethod(e *ast.Command) bool {
	if len(e.CommandElements) != 2 || e.InvocationOperator != ast.Unknown {
		return false
	}
	paren, ok := e.CommandElements[1].(*ast.ParenExpression)
	if !ok || paren.Start != e.CommandElements[0].Range().End {
		return false
	}
	_, list := plainExpression(paren.Pipeline).(*ast.ArrayLiteral)
	return list
}

func (c *compiler) argument(e ast.CommandElement) argumentPlan {
	switch e := e.(type) {
	case *ast.CommandParameter:
		p := argumentPlan{name: e.ParameterName, nameAt: e.Extent, nameText: c.source.Slice(int(e.Start), int(e.End))}
		if e.Argument != nil {
			p.val = c.expression(e.Argument)
			p.at = e.Argument.Range()
			p.nameText = c.source.Slice(int(e.Start), int(e.ErrorPosition.End))
			p.text, p.bare = c.bareText(e.Argument)
		}
		return p
	case *ast.VariableExpression:
		if e.Splatted {
			return argumentPlan{splat: e, val: c.variable(e), at: e.Extent}
		}
		return argumentPlan{val: c.variable(e), at: e.Extent}
	case ast.Expression:
		p := argumentPlan{val: c.expression(e), at: e.Range()}
		p.text, p.bare = c.bareText(e)
		return p
	}
	return argumentPlan{val: constant(value.NullValue), at: e.Range()}
}

// bareText is the source text of a number token, which [string] parameters get, and whether the argument is a bare word.
func (c *compiler) bareText(e ast.Expression) (string, bool) {
	switch e := e.(type) {
	case *ast.ConstantExpression:
		return c.source.Slice(int(e.Start), int(e.End)), true
	case *ast.StringConstantExpression:
		return "", e.StringConstantType == ast.BareWord
	}
	return "", false
}

// arguments evaluates the command line from left to right.
func (p *commandPlan) arguments(f *Frame) ([]bind.Argument, error) {
	if len(p.args) == 0 {
		return nil, nil
	}
	args := make([]bind.Argument, 0, len(p.args))
	for i := range p.args {
		a := &p.args[i]
		if a.splat != nil {
			v, err := a.val(f)
			if err != nil {
				return nil, err
			}
			args = f.splat(args, v, a)
			continue
		}
		arg := bind.Argument{Name: a.name, NameText: a.nameText, Text: a.text, Bare: a.bare}
		if a.nameText != "" {
			arg.NameExtent = f.position(a.nameAt)
		}
		if a.val != nil {
			v, err := a.val(f)
			if err != nil {
				return nil, err
			}
			if v.IsNothing() {
				v = value.NullValue
			}
			arg.HasValue, arg.Value = true, v
			arg.Extent = f.position(a.at)
		}
		args = append(args, arg)
	}
	return args, nil
}

// splat turns @variable into arguments.
func (f *Frame) splat(args []bind.Argument, v value.Value, a *argumentPlan) []bind.Argument {
	at := f.position(a.at)
	if d, ok := value.As[*value.Dictionary](v.Base()); ok {
		for k, x := range d.All {
			name := value.ToString(k)
			args = append(args, bind.Argument{Name: name, NameText: "-" + name + ":", HasValue: true, Value: x, Splatted: true, NameExtent: at, Extent: at})
		}
		return args
	}
	own := value.EqualFold(a.splat.VariablePath.Name, "args")
	items := splatItems(v)
	for _, x := range items {
		if name, _, ok := bind.IsNameToken(x); ok && own {
			args = append(args, bind.Argument{Name: name, NameText: value.ToString(x), NameExtent: at, Extent: at, Splatted: true})
			continue
		}
		args = append(args, bind.Argument{HasValue: true, Value: x, Splatted: true, Extent: at})
	}
	return args
}

func splatItems(v value.Value) []value.Value {
	if v.IsString() {
		var out []value.Value
		for _, r := range v.Str() {
			out = append(out, value.OfChar(uint16(r)))
		}
		return out
	}
	return ListOf(v)
}

// open resolves the command, evaluates its arguments and makes its stage.
func (p *commandPlan) open(f *Frame, run *pipelineRun, next Sink, position, length int) (stage, error) {
	f.at = p.at
	if p.likeMethod && f.strictMode() >= strict2 {
		return nil, value.Throw(value.RuntimeException, "StrictModeFunctionCallWithParens", "The function or command was called as if it were a method. "+
			"Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.").With(value.InvalidOperation, value.NullValue)
	}
	cmd, err := p.resolve(f)
	if err != nil {
		return nil, err
	}
	args, err := p.arguments(f)
	if err != nil {
		return nil, err
	}
	hasInput := position > 1
	base := stageBase{frame: f, run: run, plan: p, args: args, hasInput: hasInput, index: position - 1, next: next, streams: f.streams}
	if run.frame != nil && length < position { // an expression stands first: stages count from the first command
		base.index = position - 2
	}
	if p.red != nil {
		if err := base.redirect(p.red, p.at); err != nil {
			return nil, err
		}
	}
	return cmd.stage(base)
}

// resolve finds the command that the first element names.
func (p *commandPlan) resolve(f *Frame) (command, error) {
	if p.target != nil {
		v, err := p.target(f)
		if err != nil {
			return nil, err
		}
		f.at = p.nameAt
		cmd, err := f.callable(v, p)
		if err == nil {
			f.at = p.at
		}
		return cmd, err
	}
	if p.resolved != nil && p.epoch == f.epoch {
		return p.resolved, nil
	}
	f.at = p.nameAt
	if p.name == "" {
		return nil, notCallable(f.operatorText(p), value.OfString(""))
	}
	cmd, err := f.findCommand(p.name)
	if err != nil {
		return nil, f.calledAs(err, p)
	}
	f.at = p.at
	if _, fixed := cmd.(*scriptFile); !fixed {
		p.resolved, p.epoch = cmd, f.epoch
	}
	return cmd, nil
}

// callable is what & or . calls: a block, a command object, or the name of a command.
func (f *Frame) callable(v value.Value, p *commandPlan) (command, error) {
	switch o := v.Base().Object().(type) {
	case *ScriptBlock:
		return blockCommand{o}, nil
	case *CommandInfo:
		if o.command != nil {
			return o.command, nil
		}
		return f.findCommand(o.Name())
	case *Module:
		return moduleCommand{o}, nil
	}
	if v.IsNull() || value.ToString(v) == "" {
		return nil, notCallable(f.operatorText(p), v)
	}
	cmd, err := f.findCommand(value.ToString(v))
	if err != nil {
		err = f.calledAs(err, p)
	}
	return cmd, err
}

func notCallable(operator string, v value.Value) *value.Exception {
	return value.Throw(value.RuntimeException, "BadExpression", "The expression after '"+operator+"' in a pipeline element produced an object that was not "+
		"valid. It must result in a command name, a script block, or a CommandInfo object.").With(value.InvalidOperation, v)
}

// calledAs notes in the record of a command that could not be found how it was called: errors of & and . show that word. A file that
// does not parse was found.
func (f *Frame) calledAs(err error, p *commandPlan) error {
	r, ok := err.(*value.ErrorRecord)
	if ok && p.call && r.Invocation != nil && r.Category != value.ParserError {
		r.Invocation.InvocationName = f.operatorText(p)
	}
	return err
}

func (f *Frame) operatorText(p *commandPlan) string {
	if p.dot {
		return "."
	}
	return "&"
}
