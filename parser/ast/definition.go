package ast

// FunctionDefinition is function or filter Name [(Parameters)] { Body }.
type FunctionDefinition struct {
	Extent
	Name       string
	NameExtent Extent
	Parameters []*Parameter // those in parentheses after the name; a param block stands in Body
	Body       *ScriptBlock
	IsFilter   bool
	IsWorkflow bool
}

// TypeDefinition is class, enum or interface Name : BaseTypes { Members }.
type TypeDefinition struct {
	Extent
	Name           string
	NameExtent     Extent
	Attributes     []*Attribute
	BaseTypes      []*TypeConstraint // for an enum, its underlying type
	Members        []Member
	TypeAttributes TypeAttributes
}

// TypeAttributes says what kind of type is defined.
type TypeAttributes uint8

// The kinds of types a script can define.
const (
	Class TypeAttributes = iota
	Enum
	Interface
)

// String is the keyword: class, enum, interface.
func (t TypeAttributes) String() string { return [...]string{"class", "enum", "interface"}[t] }

// IsClass reports whether a class is defined.
func (t *TypeDefinition) IsClass() bool { return t.TypeAttributes == Class }

// IsEnum reports whether an enumeration is defined.
func (t *TypeDefinition) IsEnum() bool { return t.TypeAttributes == Enum }

// MemberAttributes are the modifiers of a class member.
type MemberAttributes uint8

// The modifiers, named after PowerShell's PropertyAttributes and MethodAttributes.
const (
	Public MemberAttributes = 1 << iota
	Static
	Hidden
	Literal // an enumeration member
)

// PropertyMember is a property of a class or a member of an enumeration.
type PropertyMember struct {
	Extent
	Name               string
	NameExtent         Extent
	PropertyType       *TypeConstraint // nil without one
	Attributes         []*Attribute
	PropertyAttributes MemberAttributes
	InitialValue       Expression // nil without one
}

// IsStatic reports whether the property belongs to the type.
func (p *PropertyMember) IsStatic() bool { return p.PropertyAttributes&Static != 0 }

// IsHidden reports whether the property is hidden from display.
func (p *PropertyMember) IsHidden() bool { return p.PropertyAttributes&Hidden != 0 }

// FunctionMember is a method or constructor of a class.
type FunctionMember struct {
	Extent
	Name             string
	NameExtent       Extent
	Attributes       []*Attribute
	ReturnType       *TypeConstraint // nil without one
	Function         *FunctionDefinition
	MethodAttributes MemberAttributes
	// IsConstructor marks a method with the name of its class. Its body begins with a
	// CommandExpression that holds the BaseCtorInvokeMember.
	IsConstructor bool
}

// IsStatic reports whether the method belongs to the type.
func (f *FunctionMember) IsStatic() bool { return f.MethodAttributes&Static != 0 }

// IsHidden reports whether the method is hidden from display.
func (f *FunctionMember) IsHidden() bool { return f.MethodAttributes&Hidden != 0 }

// Parameters are the parameters of the method.
func (f *FunctionMember) Parameters() []*Parameter { return f.Function.Parameters }

// Body is the body of the method.
func (f *FunctionMember) Body() *ScriptBlock { return f.Function.Body }

// UsingStatement is using kind Name.
type UsingStatement struct {
	Extent
	UsingStatementKind  UsingStatementKind
	Name                *StringConstantExpression // nil with a ModuleSpecification
	Alias               *StringConstantExpression // using kind Name = Alias
	ModuleSpecification *Hashtable                // using module @{…}
}

// UsingStatementKind says what a using statement brings in.
type UsingStatementKind uint8

// The kinds of using statements.
const (
	UsingAssembly UsingStatementKind = iota
	UsingCommand
	UsingModule
	UsingNamespace
	UsingType
)

// String is PowerShell's name of the kind: Assembly, Command, Module, Namespace, Type.
func (k UsingStatementKind) String() string {
	return [...]string{"Assembly", "Command", "Module", "Namespace", "Type"}[k]
}

func (*FunctionDefinition) node()      {}
func (*TypeDefinition) node()          {}
func (*PropertyMember) node()          {}
func (*FunctionMember) node()          {}
func (*UsingStatement) node()          {}
func (*FunctionDefinition) statement() {}
func (*TypeDefinition) statement()     {}
func (*UsingStatement) statement()     {}
func (*PropertyMember) member()        {}
func (*FunctionMember) member()        {}
