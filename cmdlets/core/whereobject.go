package core

import (
	"strings"

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

// whereOperatorRows are the comparison statements, -EQ first, with their parameter sets and the operators they stand for.
var whereOperatorRows = []struct {
	name, alias, set string
	op               ast.TokenKind
}{
	{"EQ", "IEQ", "EqualSet", ast.Ieq}, {"CEQ", "", "CaseSensitiveEqualSet", ast.Ceq},
	{"NE", "INE", "NotEqualSet", ast.Ine}, {"CNE", "", "CaseSensitiveNotEqualSet", ast.Cne},
	{"GT", "IGT", "GreaterThanSet", ast.Igt}, {"CGT", "", "CaseSensitiveGreaterThanSet", ast.Cgt},
	{"LT", "ILT", "LessThanSet", ast.Ilt}, {"CLT", "", "CaseSensitiveLessThanSet", ast.Clt},
	{"GE", "IGE", "GreaterOrEqualSet", ast.Ige}, {"CGE", "", "CaseSensitiveGreaterOrEqualSet", ast.Cge},
	{"LE", "ILE", "LessOrEqualSet", ast.Ile}, {"CLE", "", "CaseSensitiveLessOrEqualSet", ast.Cle},
	{"Like", "ILike", "LikeSet", ast.Ilike}, {"CLike", "", "CaseSensitiveLikeSet", ast.Clike},
	{"NotLike", "INotLike", "NotLikeSet", ast.Inotlike}, {"CNotLike", "", "CaseSensitiveNotLikeSet", ast.Cnotlike},
	{"Match", "IMatch", "MatchSet", ast.Imatch}, {"CMatch", "", "CaseSensitiveMatchSet", ast.Cmatch},
	{"NotMatch", "INotMatch", "NotMatchSet", ast.Inotmatch}, {"CNotMatch", "", "CaseSensitiveNotMatchSet", ast.Cnotmatch},
	{"Contains", "IContains", "ContainsSet", ast.Icontains}, {"CContains", "", "CaseSensitiveContainsSet", ast.Ccontains},
	{"NotContains", "INotContains", "NotContainsSet", ast.Inotcontains}, {"CNotContains", "", "CaseSensitiveNotContainsSet", ast.Cnotcontains},
	{"In", "IIn", "InSet", ast.Iin}, {"CIn", "", "CaseSensitiveInSet", ast.Cin},
	{"NotIn", "INotIn", "NotInSet", ast.Inotin}, {"CNotIn", "", "CaseSensitiveNotInSet", ast.Cnotin},
	{"Is", "", "IsSet", ast.Is}, {"IsNot", "", "IsNotSet", ast.IsNot}, {"Not", "", "Not", ast.Not},
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
	for _, o := range whereOperatorRows {
		mandatory := o.op != ast.Ieq
		if mandatory {
			property = append(property, bind.Membership{Set: o.set, Mandatory: true, Position: 0})
			if o.op != ast.Not {
				val = append(val, bind.Membership{Set: o.set, Position: 1})
			}
		}
		p := bind.Parameter{Name: o.name, Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: o.set, Mandatory: mandatory, Position: bind.NoPosition}}}
		if o.alias != "" {
			p.Aliases = []string{o.alias}
		}
		params = append(params, p)
	}
	params[whereProperty].Sets, params[whereValue].Sets = property, val
	return params
}

// where passes on the objects for which its block or comparison is true.
type where struct {
	runtime.NoEnd
	filter   *runtime.ScriptBlock
	property memberName
	operand  value.Value
	op       ast.TokenKind // Unknown: the property's truth decides
	operator string        // as errors name it: "Igt", "Clike", "Is"
}

// Begin reads the condition.
func (c *where) Begin(call *runtime.Call) (err error) {
	if call.Bound(whereFilter) {
		c.filter = runtime.BlockOf(call.Value(whereFilter))
		return nil
	}
	for i, o := range whereOperatorRows {
		if call.Switch(whereOperators + i) {
			c.op, c.operator = o.op, operatorName(o.name, o.op)
		}
	}
	switch {
	case c.op != ast.Unknown && c.op != ast.Not && (!call.Bound(whereProperty) || !call.Bound(whereValue)):
		return value.Throw(value.PSArgumentException, "ValueNotSpecifiedForWhereObject",
			"The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.").With(value.InvalidArgument, value.NullValue)
	case c.op == ast.Unknown && call.Bound(whereValue):
		return value.Throw(value.PSArgumentException, "OperatorNotSpecified",
			"An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle").With(value.InvalidArgument, value.NullValue)
	}
	if c.property, err = newMemberName(call.String(whereProperty)); err != nil {
		return err
	}
	c.operand = call.Value(whereValue)
	if c.op == ast.Is || c.op == ast.IsNot {
		c.operand, err = typeOperand(call, c.operand)
	}
	return err
}

// operatorName is I or C and the name in lower case, but for -is and -isnot.
func operatorName(name string, op ast.TokenKind) string {
	switch {
	case op == ast.Is || op == ast.IsNot:
		return name
	case op.IsCaseSensitive():
		return "C" + strings.ToLower(name[1:])
	}
	return "I" + strings.ToLower(name)
}

// typeOperand is the right side of -is: a type, or its name, which may stand in brackets.
func typeOperand(call *runtime.Call, v value.Value) (value.Value, error) {
	if !v.Base().IsString() {
		return v, nil
	}
	name := v.Base().Str()
	if inner, ok := strings.CutPrefix(name, "["); ok && strings.HasSuffix(inner, "]") {
		name = inner[:len(inner)-1]
	}
	if t := call.FindType(name); t != nil {
		return value.Of(t), nil
	}
	_, err := call.Cast(v, value.TypeRuntimeType.Base)
	return v, err
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
	keep, err := c.holds(call, v)
	if err != nil || !keep {
		return err
	}
	return call.Write(v)
}

// holds compares the property of one object. A missing one counts as $null; what goes wrong is reported and the object dropped.
func (c *where) holds(call *runtime.Call, v value.Value) (bool, error) {
	f, several := c.property.in(call, v)
	switch {
	case several != nil:
		return false, call.FailOn(c.property.ambiguous("AmbiguousPropertyName", several), v)
	case (!f.ok || f.method) && call.StrictVersion() >= 2:
		return false, call.FailOn(c.property.unresolved("PropertyNotFound", "The input name", "property"), v)
	case f.method:
		f.value = value.NullValue
	}
	switch c.op {
	case ast.Unknown:
		return value.Truth(f.value), nil
	case ast.Not:
		return !value.Truth(f.value), nil
	}
	x, err := call.Operator(c.op, f.value, c.operand)
	if err == nil {
		return value.Truth(x), nil
	}
	e, ok := err.(*value.Exception)
	if !ok {
		return false, err
	}
	if e.ID == "InvalidRegularExpression" {
		return false, call.FailOn(value.Throw(value.PSInvalidOperation, "BadOperatorArgument",
			"The argument to operator '"+c.operator+"' is not valid: "+e.Message+".").With(value.InvalidOperation, v), v)
	}
	return false, call.FailOn(value.Throw(value.PSInvalidOperation, "OperatorFailed",
		"The '"+c.operator+"' operator failed: "+e.Message+".").With(value.InvalidOperation, v), v)
}

// Process is the call without a pipeline.
func (c *where) Process(call *runtime.Call) error {
	return c.ProcessObject(call, call.Value(whereInput))
}
