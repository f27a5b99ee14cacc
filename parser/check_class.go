package parser

import (
	"fmt"
	"strings"

	"rehearse/parser/ast"
)

// checkDefinitions reports type names defined twice in a list of statements.
func (p *parser) checkDefinitions(list []ast.Statement) {
	if len(p.types) < 2 {
		return
	}
	var seen map[string]bool
	for _, s := range list {
		t, ok := s.(*ast.TypeDefinition)
		if !ok {
			continue
		}
		if seen == nil {
			seen = map[string]bool{}
		}
		name := strings.ToLower(t.Name)
		if seen[name] {
			p.later("MemberAlreadyDefined", t.Extent, fmt.Sprintf("The member '%s' is already defined.", t.Name))
		}
		seen[name] = true
	}
}

// checkTypes checks the classes and enumerations of the script, when all of them are known.
func (p *parser) checkTypes(root *ast.ScriptBlock) {
	c := classCheck{parser: p, defined: map[string]bool{}, lenient: len(root.UsingStatements) > 0}
	for _, t := range p.types {
		c.defined[strings.ToLower(t.Name)] = true
	}
	for _, t := range p.types {
		if t.IsEnum() {
			c.enum(t)
			continue
		}
		for _, b := range t.BaseTypes {
			c.typeName(b)
		}
		c.properties = map[string]bool{}
		for _, m := range t.Members {
			if m, ok := m.(*ast.PropertyMember); ok {
				c.properties[strings.ToLower(m.Name)] = true
			}
		}
		for _, m := range t.Members {
			switch m := m.(type) {
			case *ast.PropertyMember:
				c.property(m)
			case *ast.FunctionMember:
				c.method(m)
			}
		}
	}
}

// classCheck checks one class after the other.
type classCheck struct {
	*parser
	defined    map[string]bool // types of the script
	lenient    bool            // other types may come from using statements
	properties map[string]bool // of the current class

	static   bool
	assigned map[string]bool // variables the current method assigns
}

var integralTypes = map[string]bool{
	"byte": true, "sbyte": true, "short": true, "ushort": true, "int": true, "uint": true, "long": true, "ulong": true,
	"int16": true, "uint16": true, "int32": true, "uint32": true, "int64": true, "uint64": true,
}

func (c *classCheck) enum(t *ast.TypeDefinition) {
	for _, b := range t.BaseTypes {
		name := strings.ToLower(b.TypeName.String())
		if !integralTypes[strings.TrimPrefix(name, "system.")] {
			c.later("InvalidUnderlyingType", b.Extent, fmt.Sprintf("'%s' is not a valid underlying type for enums. Expected a builtin integral type (one of byte, sbyte, short, ushort, int, uint, long or ulong)", b.TypeName))
		}
	}
}

// typeName reports a type that is not known when the script is parsed.
func (c *classCheck) typeName(t *ast.TypeConstraint) {
	if t == nil || c.lenient || t.TypeName.AssemblyName != "" {
		return
	}
	name := strings.ToLower(t.TypeName.Name)
	if strings.Contains(name, ".") || strings.HasSuffix(name, "exception") || strings.HasSuffix(name, "attribute") ||
		c.defined[name] || knownTypes()[name] || t.TypeName.IsGeneric() {
		return
	}
	x := t.TypeName.Extent
	c.later("TypeNotFound", x, fmt.Sprintf("Unable to find type [%s].", t.TypeName))
}

func (c *classCheck) attributes(list []*ast.Attribute) {
	for _, a := range list {
		name := strings.ToLower(a.TypeName.Name)
		if !c.lenient && !strings.Contains(name, ".") && !c.defined[name] && !knownAttributes()[strings.TrimSuffix(name, "attribute")] {
			c.later("CustomAttributeTypeNotFound", a.TypeName.Extent, fmt.Sprintf("Cannot find the type for custom attribute '%s'. Make sure that the assembly that contains this type is loaded.", a.TypeName.Name))
			continue
		}
		c.checkArguments(a, false)
	}
}

func (c *classCheck) property(m *ast.PropertyMember) {
	c.typeName(m.PropertyType)
	c.attributes(m.Attributes)
	if m.IsStatic() && m.InitialValue != nil {
		c.static = true
		c.this(m.InitialValue)
	}
}

func (c *classCheck) method(m *ast.FunctionMember) {
	c.typeName(m.ReturnType)
	c.static = m.IsStatic()
	c.assigned = map[string]bool{}
	for _, n := range m.Parameters() {
		c.assigned[strings.ToLower(n.Name.VariablePath.UserPath)] = true
		for _, a := range n.Attributes {
			switch a := a.(type) {
			case *ast.TypeConstraint:
				c.typeName(a)
			case *ast.Attribute:
				c.parameterAttribute(a)
			}
		}
	}
	body := m.Body()
	if b := body.ParamBlock; b != nil {
		c.later("ParamBlockNotAllowedInMethod", b.Extent, "A param block is not allowed in a class method.")
	}
	for _, b := range body.NamedBlocks() {
		if !b.Unnamed {
			c.later("NamedBlockNotAllowedInMethod", b.Extent, "A named block is not allowed in a class method.")
		}
	}
	parameters := c.assigned
	c.assigned = map[string]bool{}
	for k := range parameters {
		c.assigned[k] = true
	}
	c.collect(body)
	c.this(body)
	c.variables(body, parameters)
	void := m.ReturnType == nil || isType(m.ReturnType, "void")
	c.flow(body, void, nil)
	if e := body.EndBlock; !void && e != nil && len(e.Traps) == 0 && !endsAlways(e.Statements) {
		c.later("MethodHasCodePathNotReturn", m.NameExtent, "Not all code path returns value within method.")
	}
}

// parameterAttribute reports attributes that parameters of methods cannot have.
func (c *classCheck) parameterAttribute(a *ast.Attribute) {
	name := strings.ToLower(a.TypeName.Name)
	if strings.HasPrefix(name, "validate") || strings.HasPrefix(name, "allow") || name == "parameter" || name == "alias" {
		c.later("AttributeNotAllowedOnDeclaration", a.Extent, fmt.Sprintf("Attribute '%s' is not valid on this declaration. It is valid on 'Property, Field' declarations only.", a.TypeName.Name))
	}
}

// this reports $this where no instance exists.
func (c *classCheck) this(n ast.Node) {
	if !c.static || n != nil && nested(n) {
		return
	}
	if v, ok := n.(*ast.VariableExpression); ok && strings.EqualFold(v.VariablePath.UserPath, "this") {
		c.later("NonStaticMemberAccessInStaticMember", v.Extent, "Cannot access the non-static member 'this' in a static method or initializer of a static property.")
	}
	ast.Children(n, c.this)
}

// collect finds the variables that a method assigns.
func (c *classCheck) collect(n ast.Node) {
	if nested(n) {
		return
	}
	switch n := n.(type) {
	case *ast.AssignmentStatement:
		c.target(n.Left)
	case *ast.ForEachStatement:
		c.assigned[strings.ToLower(n.Variable.VariablePath.UserPath)] = true
	case *ast.DataStatement:
		c.assigned[strings.ToLower(n.Variable)] = true
	case *ast.Command:
		for i, e := range n.CommandElements {
			// -OutVariable name and the like assign too.
			if param, ok := e.(*ast.CommandParameter); ok && strings.HasSuffix(strings.ToLower(param.ParameterName), "variable") {
				value := param.Argument
				if value == nil && i+1 < len(n.CommandElements) {
					value, _ = n.CommandElements[i+1].(ast.Expression)
				}
				if s, ok := value.(*ast.StringConstantExpression); ok {
					c.assigned[strings.ToLower(strings.TrimPrefix(s.Value, "+"))] = true
				}
			}
		}
	}
	ast.Children(n, c.collect)
}

func (c *classCheck) target(e ast.Expression) {
	switch e := e.(type) {
	case *ast.VariableExpression:
		c.assigned[strings.ToLower(e.VariablePath.UserPath)] = true
	case *ast.ConvertExpression:
		c.target(e.Child)
	case *ast.AttributedExpression:
		c.target(e.Child)
	case *ast.ParenExpression:
		if inner := singleExpression(e.Pipeline); inner != nil {
			c.target(inner)
		}
	case *ast.ArrayLiteral:
		for _, x := range e.Elements {
			c.target(x)
		}
	}
}

// variables reports variables that are not local to a method, and assignments that look like
// assignments to a property.
func (c *classCheck) variables(n ast.Node, parameters map[string]bool) {
	if nested(n) {
		return
	}
	if a, ok := n.(*ast.AssignmentStatement); ok {
		if v := targetVariable(a.Left); v != nil {
			name := strings.ToLower(v.VariablePath.UserPath)
			if c.properties[name] && !parameters[name] {
				c.later("MissingThis", v.Extent, fmt.Sprintf("Cannot assign property, use '$this.%s'.", v.VariablePath.UserPath))
			}
		}
	}
	if v, ok := n.(*ast.VariableExpression); ok && v.VariablePath.IsUnqualified() {
		name := strings.ToLower(v.VariablePath.UserPath)
		if !c.assigned[name] && !automaticVariables()[name] {
			c.later("VariableNotLocal", v.Extent, "Variable is not assigned in the method.")
		}
	}
	ast.Children(n, func(x ast.Node) {
		if _, using := x.(*ast.UsingExpression); !using {
			c.variables(x, parameters)
		}
	})
}

func targetVariable(e ast.Expression) *ast.VariableExpression {
	switch e := e.(type) {
	case *ast.VariableExpression:
		return e
	case *ast.ConvertExpression:
		return targetVariable(e.Child)
	case *ast.AttributedExpression:
		return targetVariable(e.Child)
	}
	return nil
}

// flow reports return statements that do not fit the method, and labels that no loop has.
func (c *classCheck) flow(n ast.Node, void bool, labels []string) {
	if nested(n) {
		return
	}
	switch n := n.(type) {
	case *ast.ReturnStatement:
		switch {
		case void && n.Pipeline != nil:
			c.later("VoidMethodHasReturn", n.Extent, "Invalid return statement within void method.")
		case !void && n.Pipeline == nil:
			c.later("NonVoidMethodMissingReturnValue", n.Extent, "Invalid return statement within non-void method.")
		}
	case *ast.BreakStatement:
		c.label(n.Label, n.Extent, labels)
	case *ast.ContinueStatement:
		c.label(n.Label, n.Extent, labels)
	case *ast.ForEachStatement:
		labels = append(labels, n.Label)
	case *ast.ForStatement:
		labels = append(labels, n.Label)
	case *ast.WhileStatement:
		labels = append(labels, n.Label)
	case *ast.DoWhileStatement:
		labels = append(labels, n.Label)
	case *ast.DoUntilStatement:
		labels = append(labels, n.Label)
	case *ast.SwitchStatement:
		labels = append(labels, n.Label)
	}
	ast.Children(n, func(x ast.Node) { c.flow(x, void, labels) })
}

func (c *classCheck) label(e ast.Expression, x ast.Extent, labels []string) {
	s, ok := e.(*ast.StringConstantExpression)
	if !ok {
		return
	}
	for _, l := range labels {
		if strings.EqualFold(l, s.Value) {
			return
		}
	}
	c.later("LabelNotFound", x, fmt.Sprintf("Label '%s' not found inside the method.", s.Value))
}
