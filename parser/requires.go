package parser

import (
	"fmt"
	"strconv"
	"strings"

	"rehearse/parser/ast"
)

// requirements reads the #requires comments: each is a command with parameters.
func (p *parser) requirements(root *ast.ScriptBlock) {
	for _, x := range p.lex.Requires {
		if root.Requirements == nil {
			root.Requirements = &ast.ScriptRequirements{}
		}
		block, _ := Parse(NewSource("", p.text[x.Start+1:x.End]))
		if block.EndBlock == nil || len(block.EndBlock.Statements) == 0 {
			continue
		}
		n, ok := block.EndBlock.Statements[0].(*ast.Pipeline)
		if !ok {
			continue
		}
		if c, ok := n.PipelineElements[0].(*ast.Command); ok {
			r := requirement{p: p, into: root.Requirements, at: int32(x.Start + 1)}
			r.read(c.CommandElements[1:])
		}
	}
}

// requirement reads one #requires comment.
type requirement struct {
	p    *parser
	into *ast.ScriptRequirements
	at   int32 // offset of the command in the script
}

func (r requirement) fail(id string, x ast.Extent, message string) {
	r.p.errs = append(r.p.errs, &Error{ID: id, Message: message, Extent: ast.Extent{Start: x.Start + r.at, End: x.End + r.at}})
}

func (r requirement) read(elements []ast.CommandElement) {
	for i := 0; i < len(elements); i++ {
		c, ok := elements[i].(*ast.CommandParameter)
		if !ok {
			continue
		}
		value := c.Argument
		if value == nil && i+1 < len(elements) {
			if e, ok := elements[i+1].(ast.Expression); ok {
				value = e
				i++
			}
		}
		name := strings.ToLower(c.ParameterName)
		if name != "" && strings.HasPrefix("runasadministrator", name) {
			r.into.IsElevationRequired = true
			if c.Argument == nil && value != nil {
				i--
			}
			continue
		}
		if value == nil {
			r.fail("ParameterRequiresArgument", c.Extent, fmt.Sprintf("Parameter %s requires an argument.", c.ParameterName))
			continue
		}
		r.parameter(c, name, value)
	}
}

func (r requirement) parameter(c *ast.CommandParameter, name string, value ast.Expression) {
	switch {
	case strings.HasPrefix("version", name):
		if r.into.RequiredPSVersion != "" {
			r.fail("ParameterAlreadyBound", c.Extent, fmt.Sprintf("Cannot bind parameter because parameter '%s' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".", c.ParameterName))
			return
		}
		text := strings.Join(texts(value), "")
		if !isVersion(text) {
			r.fail("RequiresVersionInvalid", value.Range(), "The argument for the Version parameter is not valid. Specify a valid PowerShell version, in the format major.minor version.")
			return
		}
		r.into.RequiredPSVersion = text
	case strings.HasPrefix("psedition", name):
		r.into.RequiredPSEditions = append(r.into.RequiredPSEditions, texts(value)...)
	case strings.HasPrefix("modules", name):
		r.modules(value)
	case strings.HasPrefix("assembly", name):
		r.into.RequiredAssemblies = append(r.into.RequiredAssemblies, texts(value)...)
	case strings.HasPrefix("pssnapin", name):
		r.into.RequiresPSSnapIns = append(r.into.RequiresPSSnapIns, texts(value)...)
	case strings.HasPrefix("shellid", name):
		r.into.RequiredApplicationID = strings.Join(texts(value), "")
	}
}

func (r requirement) modules(value ast.Expression) {
	list := []ast.Expression{value}
	if a, ok := value.(*ast.ArrayLiteral); ok {
		list = a.Elements
	}
	for _, e := range list {
		x := e.Range()
		m := ast.RequiredModule{Extent: ast.Extent{Start: x.Start + r.at, End: x.End + r.at}}
		if h, ok := e.(*ast.Hashtable); ok {
			for _, pair := range h.KeyValuePairs {
				key, _ := constantKey(pair.Key)
				text := ""
				if b, ok := pair.Value.(ast.PipelineBase); ok {
					if v := singleExpression(b); v != nil {
						text = strings.Join(texts(v), "")
					}
				}
				switch strings.ToLower(key) {
				case "modulename":
					m.Name = text
				case "moduleversion":
					m.ModuleVersion = text
				case "requiredversion":
					m.RequiredVersion = text
				case "maximumversion":
					m.MaximumVersion = text
				case "guid":
					m.GUID = text
				}
			}
		} else {
			m.Name = strings.Join(texts(e), "")
		}
		r.into.RequiredModules = append(r.into.RequiredModules, m)
	}
}

// texts are the words of an argument.
func texts(e ast.Expression) []string {
	switch e := e.(type) {
	case *ast.StringConstantExpression:
		return []string{e.Value}
	case *ast.ConstantExpression:
		return []string{e.Value.Text}
	case *ast.ArrayLiteral:
		var list []string
		for _, x := range e.Elements {
			list = append(list, texts(x)...)
		}
		return list
	}
	return nil
}

// isVersion reports whether s is one to four numbers joined by dots.
func isVersion(s string) bool {
	parts := strings.Split(s, ".")
	for _, n := range parts {
		if _, err := strconv.ParseUint(n, 10, 31); err != nil {
			return false
		}
	}
	return len(parts) <= 4
}
