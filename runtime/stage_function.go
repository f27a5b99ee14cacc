package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// blockCommand is a script block called with & or . or as the body of a function.
type blockCommand struct{ block *ScriptBlock }

// functionStage is a running function, script or script block.
type functionStage struct {
	stageBase
	block   *ScriptBlock
	info    *FunctionInfo // nil for a bare block
	header  string        // name in error headers and ids
	code    *code
	body    *Frame
	binding bind.Binding
	call    *Call
	plan    *parameterPlan
	inside  bool    // runs in the caller's scope
	loading *Module // the module whose root scope the body makes
	global  bool    // the script of the session, which runs in the global scope, with slots in it
	started bool
	exited  bool        // an exit statement ended the script that runs
	under   value.Value // $_ of a call without input
}

func (c blockCommand) stage(b stageBase) (stage, error) {
	return newFunctionStage(b, c.block, nil, "")
}

func newFunctionStage(b stageBase, block *ScriptBlock, info *FunctionInfo, header string) (*functionStage, error) {
	s := &functionStage{stageBase: b, block: block, info: info, header: header, under: value.Unset}
	s.inside = b.plan != nil && b.plan.dot
	return s, nil
}

func (s *functionStage) bind() error {
	f := s.frame
	if err := f.enter(); err != nil {
		return err
	}
	s.started = true
	switch {
	case s.global:
		collectNames(s.block, f.scope.table)
		f.scope.adopt()
		f.slots = f.scope.slots
		s.code = compileOver(s.block, f.scope.table, false)
		s.body = f.within(s.code)
		f.main = s.body
	case s.loading != nil:
		s.code = s.block.scoped()
		s.body = f.child(s.code, f.scope.global)
		s.body.scope.module, s.body.scope.script, s.loading.scope = s.loading, s.body.scope, s.body.scope
	case s.inside:
		s.code = s.block.openCode()
		s.body = f.seenFrom(s.block).within(s.code)
	default:
		s.code = s.block.scoped()
		s.body = f.child(s.code, s.parentScope())
	}
	b := s.body
	b.out, b.streams = s.next, s.streams
	b.inPipeline = s.hasInput
	if s.block.file && !s.block.inline {
		if !s.inside {
			b.scope.script = b.scope
		}
	}
	b.invocation = s.invocationInfo(value.Of(s.commandObject()))
	b.invocation.Definition = value.Extent{Source: s.block.source, Start: s.block.extent.Start, End: s.block.extent.End}
	if s.block.file {
		b.invocation.ScriptPath = s.block.source.FileName()
		if s.global {
			b.invocation.InvocationName = b.invocation.ScriptPath
		}
		if !s.block.inline {
			if err := s.prepareFile(); err != nil {
				return err
			}
		}
		if err := b.defineTypes(s.block); err != nil {
			return err
		}
	}
	s.plan = s.code.params
	sig, err := s.plan.signature(b, s.header)
	if err != nil {
		return s.declarationFailed(err)
	}
	if sig.Advanced {
		s.call = &Call{Binding: &s.binding, frame: b, name: s.header, out: s.next, stream: s.streams, info: b.invocation}
		s.call.function = s
		b.call = s.call
	}
	opts := bind.Options{Env: f, PipelineInput: s.hasInput, List: typeObjectList}
	if sig.Advanced {
		opts.Defaults, opts.Alias = f.defaultParameters(), f.aliasTarget
		opts.Prompt = f.mandatoryPrompt(s.header, s.index+1)
		opts.Warn = func(text string) { _ = s.call.Warning(text) }
		if s.code.dynamic != nil {
			opts.Dynamic = s.dynamic
		}
		if sig.Obsolete != "" {
			if err := s.call.Warning("The command '" + s.header + "' is obsolete. " + sig.Obsolete); err != nil {
				return err
			}
		}
	}
	if err := s.binding.Bind(sig, s.args, &opts); err != nil {
		return f.bindingFailed(err, b.invocation, s.header, s.header)
	}
	if sig.Advanced {
		s.call.prepare()
		b.streams = s.call.stream
		b.out = s.call.out
	}
	b.binding = &s.binding
	b.function = s.functionName()
	s.assignParameters(sig)
	return nil
}

// declarationFailed is the error of parameters that are declared wrongly: it stands at the command's name, or where the declaration does.
func (s *functionStage) declarationFailed(err error) error {
	e, ok := err.(*bind.Error)
	if !ok || !e.Name {
		return err
	}
	if p := s.stageBase.plan; p != nil {
		e.Extent = s.frame.position(p.nameAt)
	}
	return s.frame.bindingFailed(e, s.body.invocation, s.header, "")
}

// commandObject is $MyInvocation.MyCommand.
func (s *functionStage) commandObject() *CommandInfo {
	switch {
	case s.info != nil:
		return s.info.object()
	case s.block.file && !s.block.inline:
		return &CommandInfo{command: &scriptFile{path: s.block.source.FileName(), block: s.block}}
	}
	return &CommandInfo{command: blockCommand{s.block}}
}

// functionName is what stack traces call the body.
func (s *functionStage) functionName() string {
	if s.info != nil {
		return s.info.Name
	}
	return "<ScriptBlock>"
}

// parentScope is the scope below which the body runs: the caller's, or that of the module the block belongs to.
func (s *functionStage) parentScope() *Scope {
	if s.block.closure != nil {
		return s.block.closure
	}
	if s.block.module == s.frame.scope.module {
		return s.frame.scope
	}
	return s.frame.scopeIn(s.block.module)
}

// noArguments is $args of a call without any; nothing can be stored in it.
var noArguments = value.OfArray()

// assignParameters makes the parameters variables of the body's scope; unbound ones get their default.
func (s *functionStage) assignParameters(sig *bind.Signature) {
	b := s.body
	if s.inside {
		for i := range s.plan.params {
			p := &s.plan.params[i]
			l := b.scope.place(p.name, p.hash)
			l.set(s.binding.Values[i])
			if s.plan.infos != nil {
				l.setInfo(s.plan.infos[i])
			}
		}
	} else {
		copy(b.slots, s.binding.Values)
		for i := range s.plan.params {
			// Until its default is evaluated an unbound parameter is no variable: the name is the caller's.
			if s.plan.params[i].def != nil && !s.binding.IsBound(i) {
				b.slots[i] = value.Unset
			}
		}
		if s.plan.infos != nil {
			b.scope.infos, b.scope.shared = s.plan.infos, true
		}
		if b.allScope != nil {
			b.shareAllScope()
		}
	}
	if !sig.Advanced {
		b.args = noArguments
		if len(s.binding.Rest) > 0 {
			b.args = value.Of(value.NewArray(s.binding.Rest))
		}
	} else {
		b.args = value.Unset // the caller's
		s.preferences()
	}
}

// defaults evaluates the default expressions of parameters that were not given.
func (s *functionStage) defaults() error {
	for i := range s.plan.params {
		p := &s.plan.params[i]
		if p.def == nil || s.binding.IsBound(i) {
			continue
		}
		b := s.body
		at := b.at
		b.at = p.defAt
		v, err := p.def(b)
		if err != nil {
			return err
		}
		b.at = at
		l := b.scope.place(p.name, p.hash)
		if info := l.info(); info != nil {
			if v, err = b.constrainDefault(info, v); err != nil {
				return s.defaultFailed(p.name, err)
			}
		}
		if v.IsNothing() {
			v = value.NullValue
		}
		l.set(v)
		s.binding.SetDefault(i, v)
	}
	return nil
}

// defaultFailed is the error of a default that does not convert to the parameter's type.
func (s *functionStage) defaultFailed(name string, err error) error {
	e, ok := err.(*value.Exception)
	if !ok {
		return err
	}
	x := value.Throw(value.ParameterBindingTransform, "ParameterArgumentTransformationError",
		"Cannot process argument transformation on parameter '"+name+"'. "+e.Message).With(value.InvalidData, value.NullValue).Because(e)
	return s.frame.bindingFailed(&bind.Error{Exception: x}, s.body.invocation, s.header, s.header)
}

func (s *functionStage) begin() error {
	if err := s.defaults(); err != nil {
		return s.bodyFailed(err)
	}
	s.body.under = s.under
	if s.hasInput {
		s.body.input = &inputList{}
	} else if s.code.process != nil || s.code.begin != nil {
		s.body.input = &inputList{}
	}
	return s.exec(s.code.begin)
}

func (s *functionStage) Write(v value.Value) error {
	b := s.body
	if s.plan.fromPipeline {
		if err := s.binding.BindPipeline(v); err != nil {
			return s.objectFailed(err)
		}
		s.reassign()
	} else if s.plan.sig.Advanced {
		if err := s.binding.BindPipeline(v); err != nil {
			return s.objectFailed(err)
		}
	}
	if s.code.process == nil {
		b.input.items = append(b.input.items, v)
		return nil
	}
	b.under = v
	b.input.items = append(b.input.items[:0], v)
	b.input.next = 0
	if err := s.frame.tick(); err != nil {
		return err
	}
	return s.exec(s.code.process)
}

// reassign stores the pipeline-bound parameters of the present object.
func (s *functionStage) reassign() {
	for i := range s.plan.params {
		p := &s.plan.params[i]
		if p.pipeline {
			s.body.scope.place(p.name, p.hash).set(s.binding.Values[i])
		}
	}
	s.body.bound = nil
}

func (s *functionStage) alone() error {
	if s.code.process == nil {
		return nil
	}
	if s.under.IsUnset() {
		s.body.under = value.NullValue
	}
	return s.exec(s.code.process)
}

func (s *functionStage) end() error {
	if s.code.process != nil {
		s.body.input = &inputList{}
	}
	if err := s.exec(s.code.end); err != nil {
		return err
	}
	return s.call.flush()
}

func (s *functionStage) dispose() error {
	if !s.started {
		return s.close()
	}
	s.frame.leaveCall()
	var err error
	if s.code != nil && s.code.clean != nil && s.body != nil {
		out := s.body.out
		s.body.out = discard{}
		if err = s.exec(s.code.clean); err != nil {
			if r := s.frame.record(err); r != nil {
				err = s.frame.report(r) // it ends the clean block only
			}
		}
		s.body.out = out
	}
	if s.call != nil {
		s.call.forget()
		if s.call.errors {
			s.run.failed = true
		}
	}
	if e := s.close(); err == nil {
		err = e
	}
	return err
}

// exec runs one of the body's blocks.
func (s *functionStage) exec(seq *sequence) error {
	if seq == nil || s.exited {
		return nil
	}
	s.body.part = seq.part
	how, err := seq.run(s.body)
	if err != nil {
		return s.bodyFailed(err)
	}
	if how == ctlBreak || how == ctlContinue {
		l := s.body.label
		s.body.label = ""
		return &loopExit{how: how, label: l}
	}
	return nil
}

func (s *functionStage) bodyFailed(err error) error {
	if x, ok := err.(*exitRequest); ok && s.block.file {
		// exit in a called script ends that script only.
		s.frame.lastExit = value.OfInt(x.code)
		s.frame.ok = x.code == 0
		s.run.failed = x.code != 0
		s.exited = true
		return nil
	}
	if t, ok := err.(*terminated); ok && t.call == s.call {
		return t.record
	}
	err = s.frame.failed(err, s.body)
	if r, ok := err.(*value.ErrorRecord); ok && s.call != nil && s.call.errorVariable != nil {
		if e := s.call.errorVariable.Write(value.Of(r)); e != nil {
			return e
		}
	}
	return err
}

// objectFailed reports that one pipeline object could not be bound.
func (s *functionStage) objectFailed(err error) error {
	r := s.frame.bindingRecord(err, s.body.invocation, s.header, s.header)
	if r == nil || s.call == nil {
		return err
	}
	return s.call.writeError(r, false)
}

// dynamic runs the dynamicparam block.
func (s *functionStage) dynamic(b *bind.Binding) ([]bind.Parameter, error) {
	copy(s.body.slots, b.Values)
	var got collector
	out := s.body.out
	s.body.out, s.body.bound = &got, boundOf(b)
	_, err := s.code.dynamic.run(s.body)
	s.body.out, s.body.bound = out, nil
	if err != nil {
		return nil, err
	}
	return s.body.dynamicParameters(got.all())
}

// preferences makes -Verbose, -ErrorAction and their like variables of the function's scope, so that what it calls obeys them.
func (s *functionStage) preferences() {
	c := &s.binding.Common
	set := func(name string, v value.Value) { s.body.scope.place(name, value.FoldHash(name)).set(v) }
	flag := func(name string, p bind.Flag, on bind.ActionPreference) {
		if p.Bound {
			if p.On {
				set(name, on.Value())
			} else {
				set(name, bind.SilentlyContinue.Value())
			}
		}
	}
	pref := func(name string, p bind.Preference) {
		if p.Bound {
			set(name, p.Action.Value())
		}
	}
	pref("ErrorActionPreference", c.ErrorAction)
	pref("WarningPreference", c.WarningAction)
	pref("InformationPreference", c.InformationAction)
	pref("ProgressPreference", c.ProgressAction)
	flag("VerbosePreference", c.Verbose, bind.Continue)
	flag("DebugPreference", c.Debug, bind.Continue)
	if c.WhatIf.Bound {
		set("WhatIfPreference", value.OfBool(c.WhatIf.On))
	}
	if c.Confirm.Bound {
		level := int64(0) // None: never ask
		if c.Confirm.On {
			level = 1
		}
		set("ConfirmPreference", value.OfEnum(TypeConfirmImpact.Enum, level))
	}
}

// TypeConfirmImpact is System.Management.Automation.ConfirmImpact.
var TypeConfirmImpact = value.NewEnum("System.Management.Automation.ConfirmImpact", []string{"None", "Low", "Medium", "High"}, []int64{0, 1, 2, 3})
