package ast

// ScriptBlock is a whole script, the body of a function, or the block of a script block expression.
//
// A block without named blocks keeps its statements in EndBlock (or in ProcessBlock for the body
// of a filter) with Unnamed set.
type ScriptBlock struct {
	Extent
	UsingStatements   []*UsingStatement
	Attributes        []*Attribute // attributes that stand before no param block
	ParamBlock        *ParamBlock
	DynamicParamBlock *NamedBlock
	BeginBlock        *NamedBlock
	ProcessBlock      *NamedBlock
	EndBlock          *NamedBlock
	CleanBlock        *NamedBlock
	Requirements      *ScriptRequirements // from #requires comments; nil without any
	// Types are the classes and enumerations defined anywhere in a script, in order; the block of the script alone has them.
	Types []*TypeDefinition
}

// NamedBlocks returns the blocks that are present, in the order they run.
func (b *ScriptBlock) NamedBlocks() []*NamedBlock {
	out := make([]*NamedBlock, 0, 2)
	for _, n := range [...]*NamedBlock{b.DynamicParamBlock, b.BeginBlock, b.ProcessBlock, b.EndBlock, b.CleanBlock} {
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

// NamedBlock is one of dynamicparam, begin, process, end and clean.
type NamedBlock struct {
	Extent
	BlockKind  TokenKind // Dynamicparam, Begin, Process, End or Clean
	Unnamed    bool      // the statements stand directly in the script block
	Statements []Statement
	Traps      []*TrapStatement // apply to the whole block wherever they stand in it
}

// StatementBlock is the statements between the braces of a statement, or inside $( ) and @( ).
type StatementBlock struct {
	Extent
	Statements []Statement
	Traps      []*TrapStatement // apply to the whole block wherever they stand in it
}

// ParamBlock is param( … ) with the attributes before it.
type ParamBlock struct {
	Extent
	Attributes []*Attribute
	Parameters []*Parameter
}

// Parameter declares one parameter of a function, script, script block or method.
type Parameter struct {
	Extent
	Attributes   []AttributeBase // in source order; the type constraints among them convert
	Name         *VariableExpression
	DefaultValue Expression // nil without one
}

// Attribute is [Name(arguments)].
type Attribute struct {
	Extent
	TypeName            *TypeName
	PositionalArguments []Expression
	NamedArguments      []*NamedAttributeArgument
}

// NamedAttributeArgument is Name=Argument in an attribute, or Name alone, which means $true.
type NamedAttributeArgument struct {
	Extent
	ArgumentName      string
	Argument          Expression
	ExpressionOmitted bool // Argument is the constant $true that the omission stands for
}

// TypeConstraint is [Name] where it constrains or converts.
type TypeConstraint struct {
	Extent
	TypeName *TypeName
}

// ScriptRequirements collects the #requires comments of a script.
type ScriptRequirements struct {
	RequiredPSVersion     string
	RequiredPSEditions    []string
	RequiredModules       []RequiredModule
	RequiredAssemblies    []string
	IsElevationRequired   bool
	RequiresPSSnapIns     []string
	RequiredApplicationID string
}

// RequiredModule names a module a script needs, with the versions it accepts.
type RequiredModule struct {
	Extent
	Name            string
	ModuleVersion   string // lowest version
	RequiredVersion string // exact version
	MaximumVersion  string
	GUID            string
}

func (*ScriptBlock) node()             {}
func (*NamedBlock) node()              {}
func (*StatementBlock) node()          {}
func (*ParamBlock) node()              {}
func (*Parameter) node()               {}
func (*Attribute) node()               {}
func (*NamedAttributeArgument) node()  {}
func (*TypeConstraint) node()          {}
func (*Attribute) attributeBase()      {}
func (*TypeConstraint) attributeBase() {}
