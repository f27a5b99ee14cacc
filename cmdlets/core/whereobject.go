package core

import (
	"rehearse/parser/ast"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	whereInput = iota
	whereFilter
	whereProperty
	whereValue
	whereOperators // the first operator switch
)

// whereOperatorNames are the comparison statements, -EQ first, with the operators they stand for.
var whereOperatorNames = []struct {
	name    string
	aliases []string
	op      ast.TokenKind
}{
	{"EQ", []string{"IEQ"}, ast.Ieq}, {"CEQ", nil, ast.Ceq}, {"NE", []string{"INE"}, ast.Ine}, {"CNE", nil, ast.Cne},
	{"GT", []string{"IGT"}, ast.Igt}, {"CGT", nil, ast.Cgt}, {"LT", []string{"ILT"}, ast.Ilt}, {"CLT", nil, ast.Clt},
	{"GE", []string{"IGE"}, ast.Ige}, {"CGE", nil, ast.Cge}, {"LE", []string{"ILE"}, ast.Ile}, {"CLE", nil, ast.Cle},
	{"Like", []string{"ILike"}, ast.Ilike}, {"CLike", nil, ast.Clike}, {"NotLike", []string{"INotLike"}, ast.Inotlike}, {"CNotLike", nil, ast.Cnotlike},
	{"Match", []string{"IMatch"}, ast.Imatch}, {"CMatch", nil, ast.Cmatch}, {"NotMatch", []string{"INotMatch"}, ast.Inotmatch}, {"CNotMatch", nil, ast.Cnotmatch},
	{"Contains", []string{"IContains"}, ast.Icontains}, {"CContains", nil, ast.Ccontains}, {"NotContains", []string{"INotContains"}, ast.Inotcontains}, {"CNotContains", nil, ast.Cnotcontains},
	{"In", []string{"IIn"}, ast.Iin}, {"CIn", nil, ast.Cin}, {"NotIn", []string{"INotIn"}, ast.Inotin}, {"CNotIn", nil, ast.Cnotin},
	{"Is", nil, ast.Is}, {"IsNot", nil, ast.IsNot}, {"Not", nil, ast.Not},
}

var whereObject = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "Where-Object", TypeName: "Microsoft.PowerShell.Commands.WhereObjectCommand", Cmdlet: true,
		DefaultSet: "EqualSet", PositionalByDeclaration: true, Params: whereParameters(),
	},
	Aliases:  []string{"?", "where"},
	Module:   "Microsoft.PowerShell.Core",
	Synopsis: "Selects the objects for which a condition holds.",
	New:      func() runtime.Command { return &where{} },
}

// whereParameters declares each operator as a mandatory switch of a set of its own, with -Property and -Value in all of these sets.
func whereParameters() []bind.Parameter {
	property := []bind.Membership{{Set: "EqualSet", Mandatory: true, Position: 0}}
	val := []bind.Membership{{Set: "EqualSet", Position: 1}}
	params := []bind.Parameter{
		whereInput:    {Name: "InputObject", Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}},
		whereFilter:   {Name: "FilterScript", Type: value.TypeScriptBlock, Sets: []bind.Membership{{Set: "ScriptBlockSet", Mandatory: true, Position: 0}}},
		whereProperty: {Name: "Property", Type: value.TypeString, NotNullOrEmpty: true},
		whereValue:    {Name: "Value", Type: value.TypeObject},
	}
	for _, o := range whereOperatorNames {
		set := o.name + "Set"
		mandatory := true
		if o.op == ast.Ieq {
			set, mandatory = "EqualSet", false
		} else {
			property = append(property, bind.Membership{Set: set, Mandatory: true, Position: 0})
			if o.op != ast.Not {
				val = append(val, bind.Membership{Set: set, Position: 1})
			}
		}
		params = append(params, bind.Parameter{Name: o.name, Aliases: o.aliases, Type: value.TypeSwitchParameter,
			Sets: []bind.Membership{{Set: set, Mandatory: mandatory, Position: bind.NoPosition}}})
	}
	params[whereProperty].Sets, params[whereValue].Sets = property, val
	return params
}

// where passes on the objects for which its block or comparison is true.
type where struct {
	runtime.NoEnd
	filter   *runtime.ScriptBlock
	property string
	operand  value.Value
	op       ast.TokenKind // Unknown: the property's truth decides
}

// Begin reads the condition.
func (c *where) Begin(call *runtime.Call) error {
	if call.Bound(whereFilter) {
		c.filter = runtime.BlockOf(call.Value(whereFilter))
		return nil
	}
	c.property, c.operand = call.String(whereProperty), call.Value(whereValue)
	for i, o := range whereOperatorNames {
		if call.Switch(whereOperators + i) {
			c.op = o.op
		}
	}
	if c.op == ast.Unknown && call.Bound(whereValue) {
		return value.Throw(value.PSArgumentException, "OperatorNotSpecified",
			"The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.").With(value.InvalidArgument, value.NullValue)
	}
	return nil
}

// ProcessObject decides on one object.
func (c *where) ProcessObject(call *runtime.Call, v value.Value) error {
	if c.filter != nil {
		x, err := call.Evaluate(c.filter, v)
		if err != nil {
			return err
		}
		if value.Truth(x) {
			return call.Write(v)
		}
		return nil
	}
	x, err := call.Property(v, c.property)
	if err != nil {
		return err
	}
	switch c.op {
	case ast.Unknown:
	case ast.Not:
		x = value.OfBool(!value.Truth(x))
	default:
		if x, err = call.Operator(c.op, x, c.operand); err != nil {
			return err
		}
	}
	if value.Truth(x) {
		return call.Write(v)
	}
	return nil
}

// Process is the call without a pipeline.
func (c *where) Process(call *runtime.Call) error {
	return c.ProcessObject(call, call.Value(whereInput))
}
