package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/value"
)

// stage is one running element of a pipeline. It is the Sink of the element before it.
type stage interface {
	Sink
	// bind matches arguments with parameters, before anything of the pipeline runs.
	bind() error
	begin() error
	// alone runs the process part once for an element without input.
	alone() error
	end() error
	// dispose runs clean blocks and releases what is held; it is called exactly once, however the pipeline ended.
	dispose() error
}

// pipelineRun is one execution of a pipeline.
type pipelineRun struct {
	frame   *Frame
	stages  []stage
	stopper int // the stage that wanted no more input, -1 while there is none
	failed  bool
}

// elementPlan is a compiled pipeline element that is a command.
type elementPlan interface {
	// open evaluates the command and its arguments and makes the stage; what it writes goes to next.
	open(f *Frame, run *pipelineRun, next Sink, position, length int) (stage, error)
}

// pipelinePlan is a compiled pipeline.
type pipelinePlan struct {
	first    expr // the value of a first element that is an expression; nil if it is a command
	firstAt  ast.Extent
	firstRed []redirection
	elements []elementPlan
	at       ast.Extent
}

func (c *compiler) pipelineStatement(p *ast.Pipeline) stmt {
	if p.Background {
		return c.background(p)
	}
	if len(p.PipelineElements) == 1 {
		if x, ok := p.PipelineElements[0].(*ast.CommandExpression); ok {
			return c.expressionStatement(x)
		}
	}
	plan := &pipelinePlan{at: p.Extent}
	for i, e := range p.PipelineElements {
		switch e := e.(type) {
		case *ast.CommandExpression:
			if i > 0 {
				return c.unsupported(p)
			}
			plan.first = c.expression(e.Expression)
			plan.firstAt = e.Expression.Range()
			plan.firstRed = c.redirections(e.Redirections)
		case *ast.Command:
			element := c.command(e)
			element.pipelineAt = p.Extent
			plan.elements = append(plan.elements, element)
		}
	}
	return plan.run
}

// expressionStatement writes the value of an expression.
func (c *compiler) expressionStatement(x *ast.CommandExpression) stmt {
	value := c.expression(x.Expression)
	red := c.redirections(x.Redirections)
	commands := runsCommands(x.Expression)
	quiet := false
	if u, ok := x.Expression.(*ast.UnaryExpression); ok {
		switch u.TokenKind {
		case ast.PlusPlus, ast.MinusMinus, ast.PostfixPlusPlus, ast.PostfixMinusMinus:
			quiet = true
		}
	}
	if red == nil {
		return func(f *Frame) (ctl, error) {
			v, err := value(f)
			if err != nil {
				return ctlNext, err
			}
			f.ok = f.ok || !commands
			if quiet {
				return ctlNext, nil
			}
			return ctlNext, enumerate(v, f.out)
		}
	}
	return func(f *Frame) (ctl, error) {
		return ctlNext, f.redirected(red, f.out, func(out Sink) error {
			v, err := value(f)
			if err != nil {
				return err
			}
			f.ok = f.ok || !commands
			if quiet {
				return nil
			}
			return enumerate(v, out)
		})
	}
}

// runsCommands tells whether an expression is commands in parentheses, whose success is then that of the statement too.
func runsCommands(e ast.Expression) bool {
	switch e := e.(type) {
	case *ast.SubExpression:
		return true
	case *ast.ParenExpression:
		x := plainExpression(e.Pipeline)
		return x == nil || runsCommands(x)
	}
	return false
}

// run executes the pipeline with the frame's output as its end.
func (p *pipelinePlan) run(f *Frame) (ctl, error) {
	n := len(p.elements)
	a := &struct {
		run    pipelineRun
		stages [2]stage
	}{}
	run := &a.run
	run.frame, run.stopper = f, -1
	if n <= len(a.stages) {
		run.stages = a.stages[:n]
	} else {
		run.stages = make([]stage, n)
	}
	out := f.out
	saved := f.at
	// The value that goes in is computed before any command begins: (Get-Content x) | Set-Content x reads first.
	var input value.Value
	if p.first != nil && p.firstRed == nil {
		f.at = p.firstAt
		v, err := p.first(f)
		if err != nil {
			f.at = saved
			return ctlNext, err
		}
		f.at = saved
		input = v
	}
	// Stages are made from the left, as arguments are evaluated in that order, yet each needs the next: a link is filled in later.
	var links []link
	if n > 1 {
		links = make([]link, n)
	}
	for i, e := range p.elements {
		var next Sink = out
		if i < n-1 {
			next = &links[i]
		}
		position := i + 1
		if p.first != nil {
			position++
		}
		s, err := e.open(f, run, next, position, n)
		if err != nil {
			run.dispose(i)
			return ctlNext, err
		}
		run.stages[i] = s
		if i > 0 {
			links[i-1].to = s
		}
	}
	err := p.pump(f, run, links, input)
	if cleanErr := run.dispose(n); err == nil {
		err = cleanErr
	}
	f.at = saved
	if err == nil {
		f.ok = !run.failed
	}
	return ctlNext, err
}

// link joins a stage to the next one. What begin blocks write waits until all stages have begun.
type link struct {
	to   stage
	open bool
	held []value.Value
}

func (l *link) Write(v value.Value) error {
	if !l.open {
		l.held = append(l.held, v)
		return nil
	}
	return l.to.Write(v)
}

// openLinks lets the output of begin blocks go on, the last stages first.
func openLinks(links []link) error {
	for i := len(links) - 2; i >= 0; i-- {
		l := &links[i]
		l.open = true
		for _, v := range l.held {
			if err := l.to.Write(v); err != nil {
				return err
			}
		}
		l.held = nil
	}
	return nil
}

func (p *pipelinePlan) pump(f *Frame, run *pipelineRun, links []link, input value.Value) error {
	for _, s := range run.stages {
		if err := s.bind(); err != nil {
			return err
		}
	}
	for _, s := range run.stages {
		if err := s.begin(); err != nil {
			if !run.stoppedBy(err) {
				return err
			}
			break
		}
	}
	if err := openLinks(links); err != nil && !run.stoppedBy(err) {
		return err
	}
	if run.stopper < 0 {
		var err error
		if p.first != nil {
			f.at = p.firstAt
			if p.firstRed != nil {
				err = f.redirected(p.firstRed, run.stages[0], func(out Sink) error { return p.feed(f, out) })
			} else {
				err = enumerate(input, run.stages[0])
			}
		} else {
			err = run.stages[0].alone()
		}
		if err != nil && !run.stoppedBy(err) {
			return err
		}
	}
	for i, s := range run.stages {
		if i < run.stopper {
			continue
		}
		if err := s.end(); err != nil && !run.stoppedBy(err) {
			return err
		}
	}
	return nil
}

// feed computes the first element, whose own redirections are open.
func (p *pipelinePlan) feed(f *Frame, to Sink) error {
	v, err := p.first(f)
	if err != nil {
		return err
	}
	return enumerate(v, to)
}

// stoppedBy tells whether err only says that a stage of this pipeline wants no more input, and notes which.
func (run *pipelineRun) stoppedBy(err error) bool {
	s, ok := err.(*stopUpstream)
	if !ok || s.run != run {
		return false
	}
	if s.stage > run.stopper {
		run.stopper = s.stage
	}
	return true
}

func (run *pipelineRun) dispose(n int) error {
	var first error
	for _, s := range run.stages[:n] {
		if err := s.dispose(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// chain compiles a && b and a || b.
func (c *compiler) chain(p *ast.PipelineChain) stmt {
	left := c.statement(p.LhsPipelineChain)
	right := c.statement(p.RhsPipeline)
	and := p.Operator == ast.AndAnd
	leftAt, rightAt := p.LhsPipelineChain.Range(), p.RhsPipeline.Range()
	return func(f *Frame) (ctl, error) {
		f.at = leftAt
		if left != nil {
			if how, err := left(f); err != nil || how != ctlNext {
				if err != nil {
					if err = f.statementFailed(err); err != nil {
						return ctlNext, err
					}
				} else {
					return how, nil
				}
			}
		}
		if f.ok != and {
			return ctlNext, nil
		}
		f.at = rightAt
		if right == nil {
			return ctlNext, nil
		}
		return right(f)
	}
}
