package runtime

import (
	"sync"

	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// TypeCommandTypes is System.Management.Automation.CommandTypes.
var TypeCommandTypes = value.NewEnum("System.Management.Automation.CommandTypes",
	[]string{"Alias", "Function", "Filter", "Cmdlet", "ExternalScript", "Application", "Script", "Configuration", "All"},
	[]int64{1, 2, 4, 8, 16, 32, 64, 256, 383})

// Name is the command's name.
func (c *CommandInfo) Name() string {
	if c.alias != nil {
		return c.alias.Name
	}
	switch x := c.command.(type) {
	case *FunctionInfo:
		return x.Name
	case cmdletCommand:
		return x.cmdlet.Command
	case *scriptFile:
		return x.path[lastSeparator(x.path)+1:]
	}
	return ""
}

func lastSeparator(path string) int {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' || path[i] == '\\' {
			return i
		}
	}
	return -1
}

// ToText is the command's name, a block's text.
func (c *CommandInfo) ToText() string {
	if b, ok := c.command.(blockCommand); ok {
		return b.block.Text()
	}
	return c.Name()
}

// Cmdlet is the declaration of a cmdlet, nil for other commands.
func (c *CommandInfo) Cmdlet() *Cmdlet {
	if x, ok := c.command.(cmdletCommand); ok {
		return x.cmdlet
	}
	return nil
}

// Function is the function, nil for other commands.
func (c *CommandInfo) Function() *FunctionInfo {
	x, _ := c.command.(*FunctionInfo)
	return x
}

// Alias is the alias, nil for other commands.
func (c *CommandInfo) Alias() *AliasInfo { return c.alias }

// Kind is the number of the command's CommandTypes.
func (c *CommandInfo) Kind() int64 {
	if c.alias != nil {
		return 1
	}
	switch x := c.command.(type) {
	case *FunctionInfo:
		if x.Filter {
			return 4
		}
		return 2
	case cmdletCommand:
		if x.cmdlet.Function {
			return 2
		}
		return 8
	}
	return 16
}

// Definition is the body of a function, the target of an alias, the path of a script.
func (c *CommandInfo) Definition() string {
	if c.alias != nil {
		return c.alias.Target
	}
	switch x := c.command.(type) {
	case *FunctionInfo:
		return x.Block.Text()
	case *scriptFile:
		return x.block.Text()
	}
	return ""
}

// row declares a read-only property of objects of type T.
func row[T value.Object](name string, typ *value.Type, get func(o T) value.Value) value.Property {
	return value.Property{Name: name, Type: typ, Get: func(_ value.Env, self value.Value) (value.Value, error) {
		o, ok := value.As[T](self.Base())
		if !ok {
			return value.NullValue, nil
		}
		return get(o), nil
	}}
}

func text1[T value.Object](name string, get func(o T) string) value.Property {
	return row(name, value.TypeString, func(o T) value.Value { return value.OfString(get(o)) })
}

var installOnce sync.Once

// install gives the engine's own types their members.
func install() {
	installOnce.Do(func() {
		dotnet.Register(engineTypes())
		collectionTypes()
		attributeMembers()
		parameterMembers()
		runtimeParameterMembers()
		outputMembers()
		callStackMembers()
		recordMembers()
		commandMembers()
		sessionMembers()
		driveMembers()
		stackMembers()
		sessionStateMembers()
		cmdletMembers()
		parseErrorMembers()
		inputMembers()
		jobMembers()
		variableMembers()
		defaultParameterMembers()
		moduleMembers()
		variableIntrinsicsMembers()
	})
}

func sessionMembers() {
	TypePathInfo.Members = &value.Members{Properties: []value.Property{
		row("Drive", TypeDrive, func(p *PathInfo) value.Value {
			if p.Drive == nil {
				return value.NullValue
			}
			return value.Of(p.Drive)
		}),
		row("Provider", TypeProvider, func(p *PathInfo) value.Value {
			if p.Drive == nil {
				return value.Of(FileSystem)
			}
			return value.Of(p.Drive.Provider)
		}),
		text1("ProviderPath", func(p *PathInfo) string { return p.ProviderPath }),
		text1("Path", func(p *PathInfo) string { return p.Path }),
	}}
	hostMembers()
	hostUIMembers()
	typeExecutionContext.Members = &value.Members{Properties: []value.Property{
		row("InvokeCommand", nil, func(executionContext) value.Value { return value.Of(invokeIntrinsics{}) }),
		row("SessionState", typeSessionState, func(executionContext) value.Value { return value.Of(sessionState{}) }),
	}}
	typeInvokeIntrinsics.Members = &value.Members{Methods: []value.Method{
		{Name: "ExpandString", Overloads: []value.Overload{{Params: []value.Param{{Name: "source", Type: value.TypeString}}, Return: value.TypeString,
			Call: func(env value.Env, _ value.Value, args []value.Value) (value.Value, error) {
				return env.(*Frame).expand(args[0].Str())
			}}}},
		{Name: "InvokeScript", Overloads: []value.Overload{{Params: []value.Param{{Name: "script", Type: value.TypeString}},
			Call: func(env value.Env, _ value.Value, args []value.Value) (value.Value, error) {
				f := env.(*Frame)
				b, err := f.parseBlock(args[0].Str())
				if err != nil {
					return b, err
				}
				out, err := f.CallBlock(b, value.BlockInput{Under: value.Unset})
				return collection(out), err
			}}}},
	}}
}

// invokeIntrinsics is $ExecutionContext.InvokeCommand.
type invokeIntrinsics struct{}

var typeInvokeIntrinsics = &value.Type{Name: "CommandInvocationIntrinsics", FullName: "System.Management.Automation.CommandInvocationIntrinsics", Base: value.TypeObject}

// TypeOf is CommandInvocationIntrinsics.
func (invokeIntrinsics) TypeOf() *value.Type { return typeInvokeIntrinsics }

// expand is ExpandString: the text as if it stood in double quotes.
func (f *Frame) expand(s string) (value.Value, error) {
	b, err := f.parseBlock("@\"\n" + s + "\n\"@")
	if err != nil {
		return b, err
	}
	return f.callOpen(BlockOf(b), f.underscore())
}
