package core

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	commandName = iota
	commandVerb
	commandNoun
	commandModule
	commandSpecification
	commandType
	commandCount
	commandSyntax
	commandInfo
	commandArguments
	commandAll
	commandImported
	commandParameterName
	commandParameterType
)

var getCommand = aliased(getCommandCmdlet(), "gcm")

func getCommandCmdlet() *runtime.Cmdlet {
	c := cmdlet("Get-Command", "Gives commands.", func() runtime.Command { return &gettingCommand{} },
		bind.Parameter{Name: "Name", Type: value.TypeStringArray, Validate: []bind.Validator{bind.ValidateNotNullOrEmpty{}},
			Sets: []bind.Membership{{Set: "AllCommandSet", Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		bind.Parameter{Name: "Verb", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "CmdletSet", Position: bind.NoPosition, FromPipelineByName: true}}},
		bind.Parameter{Name: "Noun", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "CmdletSet", Position: bind.NoPosition, FromPipelineByName: true}}},
		bind.Parameter{Name: "Module", Aliases: []string{"PSSnapin"}, Type: value.TypeStringArray, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipelineByName: true}}},
		named("FullyQualifiedModule", value.TypeObjectArray),
		bind.Parameter{Name: "CommandType", Aliases: []string{"Type"}, Type: runtime.TypeCommandTypes, Sets: []bind.Membership{{Set: "AllCommandSet", Position: bind.NoPosition, FromPipelineByName: true}}},
		named("TotalCount", value.TypeInt32), switched("Syntax"), switched("ShowCommandInfo"),
		bind.Parameter{Name: "ArgumentList", Aliases: []string{"Args"}, Type: value.TypeObjectArray, AllowNull: true, AllowEmptyCollection: true,
			Sets: []bind.Membership{{Position: 1, FromRemaining: true}}},
		switched("All"), switched("ListImported"), named("ParameterName", value.TypeStringArray), named("ParameterType", value.TypeObjectArray))
	c.DefaultSet = "CmdletSet"
	c.Outputs = []string{"System.Management.Automation.AliasInfo", "System.Management.Automation.ApplicationInfo", "System.Management.Automation.FunctionInfo",
		"System.Management.Automation.CmdletInfo", "System.Management.Automation.ExternalScriptInfo", "System.Management.Automation.FilterInfo", "System.String"}
	return c
}

// gettingCommand counts what it writes, for -TotalCount.
type gettingCommand struct {
	runtime.NoBegin
	runtime.NoEnd
	written int
}

// Process writes the commands of one set of names.
func (g *gettingCommand) Process(c *runtime.Call) error {
	q := runtime.CommandQuery{All: c.Switch(commandAll)}
	if c.Bound(commandType) {
		q.Kinds = c.Value(commandType).Int()
	}
	modules := c.Strings(commandModule)
	for _, v := range c.List(commandSpecification) {
		n, _ := runtime.ModuleSpecification(v, runtime.ImportOptions{})
		modules = append(modules, n)
	}
	if modules != nil {
		match, err := anyOf(modules)
		if err != nil {
			return err
		}
		q.Modules = match
	}
	if c.Bound(commandVerb) || c.Bound(commandNoun) {
		return g.byVerb(c, q)
	}
	names := c.Strings(commandName)
	if names == nil {
		names = []string{"*"}
		if q.Kinds == 0 {
			q.Kinds = kindsWithoutScripts
		}
	}
	for _, n := range names {
		q.Name = n
		list, err := c.FindCommands(q)
		if err != nil {
			return err
		}
		if len(list) == 0 && !text.ContainsWildcard(n) {
			if err := c.Fail(c.CommandNotFound(n)); err != nil {
				return err
			}
		}
		if err := g.write(c, list); err != nil {
			return err
		}
	}
	return nil
}

// kindsWithoutScripts are the kinds that a listing of all commands shows: aliases, functions, filters, cmdlets.
const kindsWithoutScripts = 1 | 2 | 4 | 8

// byVerb lists functions and cmdlets by the parts of their names.
func (g *gettingCommand) byVerb(c *runtime.Call, q runtime.CommandQuery) error {
	part := func(param int) (func(string) bool, error) {
		if !c.Bound(param) {
			return func(string) bool { return true }, nil
		}
		return anyOf(c.Strings(param))
	}
	verb, err := part(commandVerb)
	if err != nil {
		return err
	}
	noun, err := part(commandNoun)
	if err != nil {
		return err
	}
	q.Name = "*"
	if q.Kinds == 0 {
		q.Kinds = 1 | 2 | 4 | 8
	}
	list, err := c.FindCommands(q)
	if err != nil {
		return err
	}
	var out []*runtime.CommandInfo
	for _, x := range list {
		v, n, ok := strings.Cut(x.Name(), "-")
		if ok && verb(v) && noun(n) {
			out = append(out, x)
		}
	}
	return g.write(c, out)
}

// anyOf matches names against wildcards.
func anyOf(patterns []string) (func(string) bool, error) {
	var all []*text.Wildcard
	for _, p := range patterns {
		w, err := text.CompileWildcard(p, true)
		if err != nil {
			return nil, value.Throw(value.RuntimeException, "WildcardPatternException", err.Error())
		}
		all = append(all, w)
	}
	return func(s string) bool {
		for _, w := range all {
			if w.Match(s) {
				return true
			}
		}
		return false
	}, nil
}

func (g *gettingCommand) write(c *runtime.Call, list []*runtime.CommandInfo) error {
	for _, x := range list {
		if c.Bound(commandCount) && g.written >= c.Int(commandCount) {
			return nil
		}
		if c.Bound(commandParameterName) && !takesParameter(c, x) {
			continue
		}
		g.written++
		if c.Switch(commandSyntax) {
			s, err := c.Usage(x, bind.TypeAccelerator)
			if err != nil {
				return err
			}
			if err := c.Write(value.OfString(s)); err != nil {
				return err
			}
			continue
		}
		if err := c.Write(value.Of(x)); err != nil {
			return err
		}
	}
	return nil
}

// takesParameter tells whether a command has a parameter that -ParameterName means.
func takesParameter(c *runtime.Call, x *runtime.CommandInfo) bool {
	for _, n := range c.Strings(commandParameterName) {
		if c.HasParameter(x, n) {
			return true
		}
	}
	return false
}
