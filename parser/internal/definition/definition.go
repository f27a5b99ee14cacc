// Package definition is the syntax of PowerShell as one grammar in struct tags.
//
// It is the readable definition of the language: printed as EBNF it stands in the documentation of
// package parser, and a test compares what it accepts with what the parser accepts. It is far too
// slow to parse with, and it makes no tree.
package definition

import (
	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/scanner"
)

type script struct {
	Statements []*statement `parser:"( @@ ( Sep @@ )* )?"`
}

type statement struct {
	Attributed *attributed `parser:"  @@"`
	Chain      *chain      `parser:"| @@"`
	If         *ifElse     `parser:"| @@"`
	Loop       *loop       `parser:"| @@"`
	Function   *function   `parser:"| @@"`
	Flow       *flow       `parser:"| @@"`
	Jump       *jump       `parser:"| @@"`
	Try        *try        `parser:"| @@"`
	Trap       *trap       `parser:"| @@"`
	Data       *data       `parser:"| @@"`
	Param      *paramBlock `parser:"| @@"`
	Named      *namedBlock `parser:"| @@"`
	Class      *class      `parser:"| @@"`
	Enum       *enum       `parser:"| @@"`
	Using      *using      `parser:"| @@"`
}

type block struct {
	Statements []*statement `parser:"LCurly ( @@ ( Sep @@ )* )? RCurly"`
}

type callBlock struct {
	Statements []*statement `parser:"CallCurly ( @@ ( Sep @@ )* )? RCurly"`
}

// Statements.

type attributed struct {
	Attributes []*attribute `parser:"@@+"`
	Param      *paramBlock  `parser:"( @@"`
	Class      *class       `parser:"| @@"`
	Enum       *enum        `parser:"| @@"`
	Chain      *chain       `parser:"| @@ )"`
}

type ifElse struct {
	Condition *chain    `parser:"If LParen @@ RParen"`
	Then      *block    `parser:"@@"`
	ElseIfs   []*elseIf `parser:"@@*"`
	Else      *block    `parser:"( Else @@ )?"`
}

type elseIf struct {
	Condition *chain `parser:"ElseIf LParen @@ RParen"`
	Then      *block `parser:"@@"`
}

type loop struct {
	Label   string     `parser:"@Label?"`
	Foreach *foreach   `parser:"( @@"`
	While   *while     `parser:"| @@"`
	For     *forLoop   `parser:"| @@"`
	Do      *doLoop    `parser:"| @@"`
	Switch  *switchAny `parser:"| @@ )"`
}

type foreach struct {
	Flags    []string `parser:"Foreach @Parameter*"`
	Variable string   `parser:"LParen @Variable In"`
	In       *chain   `parser:"@@ RParen"`
	Body     *block   `parser:"@@"`
}

type while struct {
	Condition *chain `parser:"While LParen @@ RParen"`
	Body      *block `parser:"@@"`
}

type forLoop struct {
	Initializer *chain `parser:"For LParen @@? Semi?"`
	Condition   *chain `parser:"@@? Semi?"`
	Iterator    *chain `parser:"@@? RParen"`
	Body        *block `parser:"@@"`
}

type doLoop struct {
	Body      *block `parser:"Do @@"`
	Until     bool   `parser:"( While | @Until )"`
	Condition *chain `parser:"LParen @@ RParen"`
}

type switchAny struct {
	Flags     []string  `parser:"Switch @Parameter*"`
	Condition *chain    `parser:"( LParen @@ RParen"`
	File      *argument `parser:"| @@ )"`
	More      []string  `parser:"@Parameter*"`
	Clauses   []*clause `parser:"LCurly @@* RCurly"`
}

type clause struct {
	Condition *argument `parser:"@@"`
	Body      *block    `parser:"@@"`
}

type function struct {
	Keyword    string      `parser:"@Function"`
	Name       string      `parser:"@Identifier"`
	Parameters *parameters `parser:"@@?"`
	Body       *block      `parser:"@@"`
}

type flow struct {
	Keyword string `parser:"@( Return | Throw | Exit )"`
	Value   *chain `parser:"@@?"`
}

type jump struct {
	Keyword string `parser:"@( Break | Continue )"`
	Label   string `parser:"( @( Identifier | Generic )"`
	Value   *unary `parser:"| @@ )?"`
}

type try struct {
	Body    *block   `parser:"Try @@"`
	Catches []*catch `parser:"@@*"`
	Finally *block   `parser:"( Finally @@ )?"`
}

type catch struct {
	Types []string `parser:"Catch ( @TypeLiteral ( Comma @TypeLiteral )* )?"`
	Body  *block   `parser:"@@"`
}

type trap struct {
	Type string `parser:"Trap @TypeLiteral?"`
	Body *block `parser:"@@"`
}

type data struct {
	Name     string   `parser:"Data @Identifier?"`
	Commands []string `parser:"( Parameter @Identifier ( Comma @Identifier )* )?"`
	Body     *block   `parser:"@@"`
}

type namedBlock struct {
	Keyword string `parser:"@NamedBlock"`
	Body    *block `parser:"@@"`
}

type using struct {
	Kind string      `parser:"Using @Identifier"`
	Name []*argument `parser:"@@+"`
}

// Declarations.

type paramBlock struct {
	Parameters *parameters `parser:"Param @@"`
}

type parameters struct {
	List []*parameter `parser:"LParen ( @@ ( Comma @@ )* )? RParen"`
}

type parameter struct {
	Attributes []*attributeOrType `parser:"@@*"`
	Name       string             `parser:"@Variable"`
	Default    *element           `parser:"( AssignmentOperator @@ )?"`
}

type attributeOrType struct {
	Type      string     `parser:"  @TypeLiteral"`
	Attribute *attribute `parser:"| @@"`
}

type attribute struct {
	Name      string      `parser:"@AttributeOpen"`
	Arguments []*namedArg `parser:"( @@ ( Comma @@ )* )? AttributeClose"`
}

type namedArg struct {
	Name       string   `parser:"( @Identifier ( AssignmentOperator"`
	Value      *element `parser:"  @@ )?"`
	Positional *element `parser:") | @@"`
}

type class struct {
	Name    string    `parser:"Class @Identifier"`
	Bases   []string  `parser:"( Colon @Identifier ( Comma @Identifier )* )?"`
	Members []*member `parser:"LCurly ( @@ ( Sep @@ )* )? RCurly"`
}

type member struct {
	Modifiers []*modifier `parser:"@@*"`
	Property  string      `parser:"( @Variable"`
	Value     *expression `parser:"  ( AssignmentOperator @@? )?"`
	Method    *method     `parser:"| @@ )"`
}

type modifier struct {
	Keyword   string           `parser:"  @( Static | Hidden )"`
	Attribute *attributeOrType `parser:"| @@"`
}

type method struct {
	Name       string      `parser:"@Identifier"`
	Parameters *parameters `parser:"@@"`
	Base       *arguments  `parser:"( Colon Base @@ )?"`
	Body       *block      `parser:"@@"`
}

type enum struct {
	Name    string        `parser:"Enum @Identifier"`
	Base    string        `parser:"( Colon @Identifier )?"`
	Members []*enumMember `parser:"LCurly ( @@ ( Sep @@ )* )? RCurly"`
}

type enumMember struct {
	Name  string      `parser:"@Identifier"`
	Value *expression `parser:"( AssignmentOperator @@ )?"`
}

// Pipelines and commands.

type chain struct {
	Head       *pipeline    `parser:"@@"`
	Tail       []*chainTail `parser:"@@*"`
	Background string       `parser:"@Background?"`
}

type chainTail struct {
	Operator string    `parser:"@( AndAnd | OrOr )"`
	Pipeline *pipeline `parser:"@@"`
}

type pipeline struct {
	Head *pipelineHead `parser:"@@"`
	Tail []*command    `parser:"( Pipe @@ )*"`
}

type pipelineHead struct {
	Command      *command       `parser:"  @@"`
	Expression   *expression    `parser:"| ( @@"`
	Assignment   *assignment    `parser:"    @@?"`
	Redirections []*redirection `parser:"    @@* )"`
}

type assignment struct {
	Operator string     `parser:"@AssignmentOperator"`
	Value    *statement `parser:"@@"`
}

type command struct {
	Operator string     `parser:"( @CallOperator"`
	Called   *argument  `parser:"  @@"`
	Name     string     `parser:"| @Generic )"`
	Elements []*cmdPart `parser:"@@*"`
}

type cmdPart struct {
	Parameter   string        `parser:"  @Parameter"`
	WithValue   *paramValue   `parser:"| @@"`
	Arguments   *argumentList `parser:"| @@"`
	Redirection *redirection  `parser:"| @@"`
	Verbatim    string        `parser:"| @Verbatim"`
}

type paramValue struct {
	Name  string        `parser:"@ParameterColon"`
	Value *argumentList `parser:"@@"`
}

type argumentList struct {
	List []*argument `parser:"@@ ( Comma @@ )*"`
}

type argument struct {
	Word    string   `parser:"  @Generic"`
	Primary *primary `parser:"| @@"`
}

type redirection struct {
	Merge  string    `parser:"  @Merging"`
	File   string    `parser:"| ( @Redirection"`
	Target *argument `parser:"    @@ )"`
}

// Expressions. The binary operators are listed flat; the parser ranks them.

type expression struct {
	Head    *operand      `parser:"@@"`
	Tail    []*binaryTail `parser:"@@*"`
	Ternary *ternary      `parser:"@@?"`
}

type binaryTail struct {
	Operator string   `parser:"@BinaryOperator"`
	Right    *operand `parser:"@@"`
}

type ternary struct {
	Then *expression `parser:"Question @@ Colon"`
	Else *expression `parser:"@@"`
}

type operand struct {
	Elements []*unary `parser:"@@ ( Comma @@ )*"`
}

type element struct {
	Head    *unary         `parser:"@@"`
	Tail    []*elementTail `parser:"@@*"`
	Ternary *elementChoice `parser:"@@?"`
}

type elementTail struct {
	Operator string `parser:"@BinaryOperator"`
	Right    *unary `parser:"@@"`
}

type elementChoice struct {
	Then *element `parser:"Question @@ Colon"`
	Else *element `parser:"@@"`
}

type unary struct {
	Primary   *primary       `parser:"  @@"`
	Prefix    *prefix        `parser:"| @@"`
	Cast      *cast          `parser:"| @@"`
	Attribute *attributeCast `parser:"| @@"`
}

type prefix struct {
	Operator string `parser:"@( UnaryOperator | PrefixIncrement | Comma )"`
	Operand  *unary `parser:"@@"`
}

type cast struct {
	Type      string     `parser:"@TypeLiteral"`
	Postfix   []*postfix `parser:"( @@+"`
	Increment string     `parser:"  @PostfixIncrement?"`
	Primary   *primary   `parser:"| @@"`
	Prefix    *castSign  `parser:"| @@"`
	Cast      *cast      `parser:"| @@"`
	Attribute *attribute `parser:"| @@ )?"`
}

type castSign struct {
	Operator string `parser:"@( UnaryOperator | PrefixIncrement )"`
	Operand  *unary `parser:"@@"`
}

type attributeCast struct {
	Attribute *attribute `parser:"@@"`
	Operand   *unary     `parser:"@@"`
}

type primary struct {
	Variable    string      `parser:"( @Variable"`
	Splat       string      `parser:"| @Splat"`
	String      *string     `parser:"| @String"`
	Number      string      `parser:"| @Number"`
	Paren       *chain      `parser:"| LParen @@ RParen"`
	Expandable  *expandable `parser:"| @@"`
	Sub         *sub        `parser:"| @@"`
	ScriptBlock *block      `parser:"| @@"`
	Hashtable   *hashtable  `parser:"| @@ )"`
	Postfix     []*postfix  `parser:"@@*"`
}

type sub struct {
	Open       string       `parser:"@( DollarParen | AtParen )"`
	Statements []*statement `parser:"( @@ ( Sep @@ )* )? RParen"`
}

type expandable struct {
	Open  string  `parser:"@ExpandOpen"`
	Parts []*part `parser:"@@* ExpandClose"`
}

type part struct {
	Text     string `parser:"  @ExpandText"`
	Variable string `parser:"| @Variable"`
	Sub      *sub   `parser:"| @@"`
}

type hashtable struct {
	Open  string  `parser:"@AtCurly"`
	Pairs []*pair `parser:"( @@ ( Sep @@ )* )? RCurly"`
}

type pair struct {
	Name  string     `parser:"( @Identifier"`
	Key   *unary     `parser:"| @@ ) AssignmentOperator"`
	Value *statement `parser:"@@"`
}

type postfix struct {
	Access    *access     `parser:"  @@"`
	Index     *expression `parser:"| ( LBracket | QuestionLBracket ) @@ RBracket"`
	Increment string      `parser:"| @PostfixIncrement"`
}

type access struct {
	Operator  string      `parser:"@( Dot | ColonColon | QuestionDot )"`
	Name      string      `parser:"( @Member"`
	Computed  *memberName `parser:"| @@ )"`
	Generic   string      `parser:"@GenericArguments?"`
	Arguments *arguments  `parser:"@@?"`
	Block     *callBlock  `parser:"@@?"`
}

type arguments struct {
	Open string     `parser:"@CallOpen"`
	List []*element `parser:"( @@ ( Comma @@ )* )? RParen"`
}

type memberName struct {
	Variable    string      `parser:"  @( Variable | Splat )"`
	String      *string     `parser:"| @String"`
	Number      string      `parser:"| @Number"`
	Paren       *chain      `parser:"| LParen @@ RParen"`
	Expandable  *expandable `parser:"| @@"`
	Sub         *sub        `parser:"| @@"`
	ScriptBlock *block      `parser:"| @@"`
}

// Grammar is the compiled grammar.
type Grammar struct{ parser *participle.Parser[script] }

// New compiles the grammar.
func New() *Grammar {
	return &Grammar{participle.MustBuild[script](participle.Lexer(scanner.Definition{}), participle.UseLookahead(0))}
}

// String is the grammar as EBNF.
func (g *Grammar) String() string { return g.parser.String() }

// Accepts reports whether a text is in the language, without the rules that are checked beyond
// the grammar.
func (g *Grammar) Accepts(text string) error {
	l := scanner.New(text, scanner.Options{})
	stream, err := lexer.Upgrade(l)
	if err != nil {
		return err
	}
	if len(l.Diagnostics) > 0 {
		return participle.Errorf(lexer.Position{Offset: l.Diagnostics[0].Start}, "%s", l.Diagnostics[0].Message)
	}
	_, err = g.parser.ParseFromLexer(stream)
	return err
}
