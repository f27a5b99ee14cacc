package runtime

import (
	"strings"

	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// signature is the declared parameters of a command, with those of its dynamicparam block; nil for a command that has none. plan is that
// of a script command, nil for a cmdlet.
func (c *CommandInfo) signature(f *Frame) (sig *bind.Signature, plan *parameterPlan, err error) {
	var b *ScriptBlock
	name := c.Name()
	switch x := c.command.(type) {
	case cmdletCommand:
		return &x.cmdlet.Signature, nil, x.cmdlet.Prepare()
	case *FunctionInfo:
		b = x.Block
	case *scriptFile:
		b = x.block
	case blockCommand:
		b = x.block
	default:
		return nil, nil, nil
	}
	g := f.seenFrom(b)
	code := b.scoped()
	if sig, err = code.params.signature(g, name); err != nil || code.dynamic == nil || !sig.Advanced {
		return sig, code.params, err
	}
	s := &functionStage{stageBase: stageBase{frame: g, run: &pipelineRun{frame: g, stopper: -1}, next: discard{}, streams: g.streams}, block: b, header: name, code: code}
	s.body = g.child(code, s.parentScope())
	s.body.bound = boundOf(nil)
	params, err := s.dynamic(&bind.Binding{Values: make([]value.Value, sig.Own())})
	if err != nil || len(params) == 0 {
		return sig, code.params, nil
	}
	more, err := sig.With(params)
	return more, code.params, err
}

// Parameters is the property of the same name: the metadata by parameter name.
func (c *CommandInfo) parameters(f *Frame) (value.Value, error) {
	target := c
	if c.alias != nil {
		if c.command == nil {
			return value.NullValue, nil
		}
		target = &CommandInfo{command: c.command}
	}
	sig, plan, err := target.signature(f)
	if sig == nil || err != nil {
		return value.NullValue, err
	}
	d := newNameTable()
	position := 0
	for i := range sig.Params {
		p := &parameterMetadata{sig: sig, index: i}
		if plan != nil && i < sig.Own() {
			n := position
			if sig.Params[i].Type == value.TypeSwitchParameter {
				n = bind.NoPosition
			} else {
				position++
			}
			p.attributes = plan.attributesOf(f, &plan.params[i], n)
		} else {
			p.attributes = declaredAttributes(sig, i)
		}
		d.SetString(sig.Params[i].Name, value.Of(p))
	}
	return value.Of(d), nil
}

// Syntax is what Get-Command -Syntax shows: a line for each parameter set, an empty line after each.
func (c *CommandInfo) Syntax(f *Frame, typeName func(*value.Type) string) (string, error) {
	sig, _, err := c.signature(f)
	if sig == nil || err != nil {
		return "", err
	}
	var b strings.Builder
	for _, line := range sig.Usage(typeName) {
		b.WriteString("\n" + line + "\n")
	}
	return b.String(), nil
}

// Version is the version of the module that a command comes from, "" for one of none.
func (c *CommandInfo) version() string {
	if c.alias != nil {
		if m := c.alias.Module; m != nil {
			return m.Version
		}
		return ""
	}
	switch x := c.command.(type) {
	case cmdletCommand:
		if x.cmdlet.Version != "" {
			return x.cmdlet.Version
		}
		if x.cmdlet.Module == "Microsoft.PowerShell.Core" {
			return shellVersionFull
		}
		return compiledVersion
	case *FunctionInfo:
		if x.Module != nil {
			return x.Module.Version
		}
	}
	return ""
}

// shellVersionFull is the version of Microsoft.PowerShell.Core.
const shellVersionFull = shellVersion + ".500"

// ModuleName is the name of the module that a command comes from.
func (c *CommandInfo) ModuleName() string {
	if c.alias != nil {
		if c.alias.Module != nil {
			return c.alias.Module.Name
		}
		return ""
	}
	switch x := c.command.(type) {
	case cmdletCommand:
		return x.cmdlet.Module
	case *FunctionInfo:
		if x.Module != nil {
			return x.Module.Name
		}
	}
	return ""
}

// source is the property Source: the module, or the path of a script.
func (c *CommandInfo) source() string {
	if s, ok := c.command.(*scriptFile); ok && c.alias == nil {
		return s.path
	}
	return c.ModuleName()
}

// block is the body of a script command, nil for others.
func (c *CommandInfo) block() *ScriptBlock {
	switch x := c.command.(type) {
	case *FunctionInfo:
		return x.Block
	case *scriptFile:
		return x.block
	case blockCommand:
		return x.block
	}
	return nil
}

// options are the options of a function or alias.
func (c *CommandInfo) options() VariableOptions {
	if c.alias != nil {
		return c.alias.Options
	}
	if f := c.Function(); f != nil {
		return f.Options
	}
	return 0
}

// verbNoun splits the name of a cmdlet or function at its first dash.
func (c *CommandInfo) verbNoun() (verb, noun string) {
	verb, noun, ok := strings.Cut(c.Name(), "-")
	if !ok {
		return "", ""
	}
	return verb, noun
}

func commandMembers() {
	byFrame := func(name string, typ *value.Type, get func(f *Frame, c *CommandInfo) (value.Value, error)) value.Property {
		return value.Property{Name: name, Type: typ, Get: func(env value.Env, self value.Value) (value.Value, error) {
			c, _ := value.As[*CommandInfo](self.Base())
			return get(env.(*Frame), c)
		}}
	}
	script := row("ScriptBlock", value.TypeScriptBlock, func(c *CommandInfo) value.Value {
		if b := c.block(); b != nil {
			return value.Of(b)
		}
		return value.NullValue
	})
	defaultSet := byFrame("DefaultParameterSet", value.TypeString, func(f *Frame, c *CommandInfo) (value.Value, error) {
		sig, _, err := c.signature(f)
		if sig == nil || sig.DefaultSet == "" {
			return value.NullValue, err
		}
		return value.OfString(sig.DefaultSet), err
	})
	options := row("Options", TypeItemOptions, func(c *CommandInfo) value.Value { return value.OfEnum(TypeItemOptions.Enum, int64(c.options())) })
	options.Set = func(_ value.Env, self, v value.Value) error {
		c, _ := value.As[*CommandInfo](self.Base())
		n, err := value.Convert(v, TypeItemOptions)
		if err != nil {
			return err
		}
		if c.alias != nil {
			c.alias.Options = VariableOptions(n.Int())
		} else if f := c.Function(); f != nil {
			f.Options = VariableOptions(n.Int())
		}
		return nil
	}
	verb := text1("Verb", func(c *CommandInfo) string { v, _ := c.verbNoun(); return v })
	noun := text1("Noun", func(c *CommandInfo) string { _, n := c.verbNoun(); return n })
	description := text1("Description", func(c *CommandInfo) string {
		if c.alias != nil {
			return c.alias.Description
		}
		return ""
	})
	definition := byFrame("Definition", value.TypeString, func(f *Frame, c *CommandInfo) (value.Value, error) {
		if _, ok := c.command.(cmdletCommand); ok && c.alias == nil {
			s, err := c.Syntax(f, bind.TypeAccelerator)
			return value.OfString(s), err
		}
		return value.OfString(c.Definition()), nil
	})
	binding := byFrame("CmdletBinding", value.TypeBool, func(f *Frame, c *CommandInfo) (value.Value, error) {
		sig, _, err := c.signature(f)
		return value.OfBool(sig != nil && sig.Advanced), err
	})
	helpFile := text1("HelpFile", func(c *CommandInfo) string { return "" })
	outputs := row("OutputType", nil, func(c *CommandInfo) value.Value { return c.outputs() })
	// The first rows are those that the base class has, in the order in which lists show them behind those of the kind.
	TypeCommandInfo.Members = &value.Members{Properties: []value.Property{
		text1("Name", (*CommandInfo).Name),
		row("CommandType", TypeCommandTypes, func(c *CommandInfo) value.Value { return value.OfEnum(TypeCommandTypes.Enum, c.Kind()) }),
		definition,
		text1("Source", (*CommandInfo).source),
		byFrame("Version", nil, func(f *Frame, c *CommandInfo) (value.Value, error) {
			v := c.version()
			if v == "" {
				return value.NullValue, nil
			}
			return f.cast(value.OfString(v), f.findType("version", nil))
		}),
		row("Visibility", typeVisibility, func(*CommandInfo) value.Value { return value.OfEnum(typeVisibility.Enum, 0) }),
		text1("ModuleName", (*CommandInfo).ModuleName),
		byFrame("Module", TypeModule, func(f *Frame, c *CommandInfo) (value.Value, error) {
			if x := c.Function(); x != nil && c.alias == nil {
				return moduleValue(x.Module), nil
			}
			if c.alias == nil && c.Cmdlet() != nil {
				return moduleValue((&Call{frame: f}).compiledModule(c.Cmdlet().Module)), nil
			}
			return value.NullValue, nil
		}),
		text1("RemotingCapability", func(*CommandInfo) string { return "PowerShell" }),
		byFrame("Parameters", nil, func(f *Frame, c *CommandInfo) (value.Value, error) { return c.parameters(f) }),
		byFrame("ParameterSets", nil, func(f *Frame, c *CommandInfo) (value.Value, error) {
			sig, _, err := c.signature(f)
			if sig == nil || err != nil {
				return value.NullValue, err
			}
			var out []value.Value
			for _, n := range sig.SetNames() {
				out = append(out, value.Of(&parameterSetInfo{sig: sig, name: n}))
			}
			return collection(out), nil
		}),
		text1("HelpUri", func(*CommandInfo) string { return "" }),
		outputs,
	}}
	TypeFunctionInfo.Members = &value.Members{Properties: []value.Property{
		script, binding, defaultSet, definition, options, description, verb, noun, helpFile, outputs,
	}}
	TypeCmdletInfo.Members = &value.Members{Properties: []value.Property{
		text1("DLL", func(*CommandInfo) string { return "" }), verb, noun, helpFile, defaultSet, outputs, options,
		byFrame("ImplementingType", nil, func(f *Frame, c *CommandInfo) (value.Value, error) {
			return value.Of(automationClass(c.Cmdlet().TypeName)), nil
		}),
		definition,
	}}
	TypeAliasInfo.Members = &value.Members{Properties: []value.Property{
		text1("ResolvedCommandName", func(c *CommandInfo) string {
			if c.command != nil {
				return (&CommandInfo{command: c.command}).Name()
			}
			return ""
		}),
		text1("DisplayName", func(c *CommandInfo) string { return c.Name() + " -> " + c.Definition() }),
		row("ReferencedCommand", TypeCommandInfo, referenced),
		row("ResolvedCommand", TypeCommandInfo, referenced),
		text1("Definition", (*CommandInfo).Definition), options, description, outputs,
	}}
	path := text1("Path", func(c *CommandInfo) string {
		if s, ok := c.command.(*scriptFile); ok {
			return s.path
		}
		return ""
	})
	TypeExternalScriptInfo.Members = &value.Members{Properties: []value.Property{
		path, definition, script,
		text1("ScriptContents", func(c *CommandInfo) string { return c.Definition() }),
	}}
	TypeScriptInfo.Members = &value.Members{Properties: []value.Property{script, definition}}
	value.TypeScriptBlock.Members = &value.Members{Properties: []value.Property{
		text1("File", func(b *ScriptBlock) string { return b.source.FileName() }),
		row("Module", TypeModule, func(b *ScriptBlock) value.Value { return moduleValue(b.module) }),
		row("IsFilter", value.TypeBool, func(b *ScriptBlock) value.Value { return value.OfBool(b.isFilter) }),
	}, Methods: []value.Method{
		{Name: "Create", Static: true, Overloads: []value.Overload{{
			Params: []value.Param{{Name: "script", Type: value.TypeString}}, Return: value.TypeScriptBlock,
			Call: func(env value.Env, _ value.Value, args []value.Value) (value.Value, error) {
				return env.(*Frame).parseBlock(args[0].Str())
			},
		}}},
	}}
}

func referenced(c *CommandInfo) value.Value {
	if c.command == nil {
		return value.NullValue
	}
	return value.Of(&CommandInfo{command: c.command})
}

// automationClass is the type that a cmdlet's errors name as its implementation.
func automationClass(full string) *value.Type {
	return &value.Type{Name: full[strings.LastIndexByte(full, '.')+1:], FullName: full, Base: value.TypeObject}
}

// typeOutput is PSTypeName, an entry of OutputType.
var typeOutput = automationType("PSTypeName", value.TypeObject)

type outputType struct{ name string }

// TypeOf is PSTypeName.
func (*outputType) TypeOf() *value.Type { return typeOutput }

// ToText is the name of the type.
func (o *outputType) ToText() string { return o.name }

// outputs are the declared output types.
func (c *CommandInfo) outputs() value.Value {
	var names []string
	if x := c.Cmdlet(); x != nil && c.alias == nil {
		names = x.Outputs
	} else if b := c.block(); b != nil && c.alias == nil {
		names = outputTypesOf(b)
	}
	out := make([]value.Value, len(names))
	for i, n := range names {
		out[i] = value.Of(&outputType{n})
	}
	return collection(out)
}
