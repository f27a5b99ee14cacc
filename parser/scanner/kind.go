package scanner

import "github.com/alecthomas/participle/v2/lexer"

// Kind is the kind of a token.
type Kind = lexer.TokenType

// The kinds of tokens.
const (
	Bad                Kind = iota + 1 // a character that starts no token
	Sep                                // one or more newlines or semicolons between two statements
	Identifier                         // a plain name: hash key, attribute argument, class member
	Generic                            // a word: command name or argument
	Variable                           // $name or ${name}; the value is the name
	Splat                              // @name; the value is the name
	Number                             // a numeric literal; the value is its text
	String                             // a string without expansions; the value has escapes resolved
	ExpandOpen                         // the start of a string or word with expansions
	ExpandText                         // a literal piece of it
	ExpandClose                        // its end
	LParen                             // (
	RParen                             // )
	LCurly                             // {
	RCurly                             // }
	LBracket                           // [ directly after a primary: an index
	QuestionLBracket                   // ?[ directly after a primary
	RBracket                           // ] that ends an index
	AtParen                            // @(
	AtCurly                            // @{
	DollarParen                        // $(
	Comma                              // ,
	Pipe                               // a pipe between two commands
	AndAnd                             // &&
	OrOr                               // the chain operator of two pipes
	CallOperator                       // & or . before a command name
	Background                         // & after a pipeline
	Dot                                // . directly after a primary
	QuestionDot                        // ?. directly after a primary
	ColonColon                         // :: directly after a primary
	Member                             // a member name
	CallOpen                           // ( directly after a member name
	CallCurly                          // { directly after a member name
	GenericArguments                   // [type, …] between a member name and its (
	TypeLiteral                        // [type name]
	AttributeOpen                      // [Name( of an attribute; the value is the name
	AttributeClose                     // )] of an attribute
	UnaryOperator                      // an operator that can only be unary here
	BinaryOperator                     // an operator with a left operand
	AssignmentOperator                 // = and the compound forms
	PrefixIncrement                    // ++ or -- before an operand
	PostfixIncrement                   // ++ or -- after one
	Question                           // ? of a ternary
	Colon                              // : of a ternary, before a base class or base call
	Parameter                          // -Name; the value is the name
	ParameterColon                     // -Name:
	Redirection                        // n> or n>>
	Merging                            // n>&m
	Verbatim                           // what follows --%
	Label                              // :name before a loop; the value is the name
	Semi                               // ; between the parts of a for header
	If                                 // if
	ElseIf                             // elseif
	Else                               // else
	While                              // while
	Do                                 // do
	Until                              // until
	For                                // for
	Foreach                            // foreach
	In                                 // in
	Switch                             // switch
	Function                           // function or filter
	Class                              // class
	Enum                               // enum
	Using                              // using
	Try                                // try
	Catch                              // catch
	Finally                            // finally
	Trap                               // trap
	Data                               // data
	Return                             // return
	Throw                              // throw
	Exit                               // exit
	Break                              // break
	Continue                           // continue
	Param                              // param
	NamedBlock                         // begin, process, end, clean or dynamicparam
	Static                             // static
	Hidden                             // hidden
	Base                               // base
	Reserved                           // a keyword the language reserves
	kindCount
)

// EOF is the kind of the last token.
const EOF = lexer.EOF

// IsKeyword reports whether tokens of the kind are keywords.
func IsKeyword(k Kind) bool { return k >= If && k < kindCount }

// symbols maps the names used in the grammar to kinds. It is read only; participle asks for it
// on every parse.
var symbols = map[string]Kind{
	"EOF":                EOF,
	"Bad":                Bad,
	"Sep":                Sep,
	"Identifier":         Identifier,
	"Generic":            Generic,
	"Variable":           Variable,
	"Splat":              Splat,
	"Number":             Number,
	"String":             String,
	"ExpandOpen":         ExpandOpen,
	"ExpandText":         ExpandText,
	"ExpandClose":        ExpandClose,
	"LParen":             LParen,
	"RParen":             RParen,
	"LCurly":             LCurly,
	"RCurly":             RCurly,
	"LBracket":           LBracket,
	"QuestionLBracket":   QuestionLBracket,
	"RBracket":           RBracket,
	"AtParen":            AtParen,
	"AtCurly":            AtCurly,
	"DollarParen":        DollarParen,
	"Comma":              Comma,
	"Pipe":               Pipe,
	"AndAnd":             AndAnd,
	"OrOr":               OrOr,
	"CallOperator":       CallOperator,
	"Background":         Background,
	"Dot":                Dot,
	"QuestionDot":        QuestionDot,
	"ColonColon":         ColonColon,
	"Member":             Member,
	"CallOpen":           CallOpen,
	"CallCurly":          CallCurly,
	"GenericArguments":   GenericArguments,
	"TypeLiteral":        TypeLiteral,
	"AttributeOpen":      AttributeOpen,
	"AttributeClose":     AttributeClose,
	"UnaryOperator":      UnaryOperator,
	"BinaryOperator":     BinaryOperator,
	"AssignmentOperator": AssignmentOperator,
	"PrefixIncrement":    PrefixIncrement,
	"PostfixIncrement":   PostfixIncrement,
	"Question":           Question,
	"Colon":              Colon,
	"Parameter":          Parameter,
	"ParameterColon":     ParameterColon,
	"Redirection":        Redirection,
	"Merging":            Merging,
	"Verbatim":           Verbatim,
	"Label":              Label,
	"Semi":               Semi,
	"If":                 If,
	"ElseIf":             ElseIf,
	"Else":               Else,
	"While":              While,
	"Do":                 Do,
	"Until":              Until,
	"For":                For,
	"Foreach":            Foreach,
	"In":                 In,
	"Switch":             Switch,
	"Function":           Function,
	"Class":              Class,
	"Enum":               Enum,
	"Using":              Using,
	"Try":                Try,
	"Catch":              Catch,
	"Finally":            Finally,
	"Trap":               Trap,
	"Data":               Data,
	"Return":             Return,
	"Throw":              Throw,
	"Exit":               Exit,
	"Break":              Break,
	"Continue":           Continue,
	"Param":              Param,
	"NamedBlock":         NamedBlock,
	"Static":             Static,
	"Hidden":             Hidden,
	"Base":               Base,
	"Reserved":           Reserved,
}

// KindName is the name of a kind as the grammar writes it.
func KindName(k Kind) string {
	for name, kind := range symbols {
		if kind == k {
			return name
		}
	}
	return "?"
}
