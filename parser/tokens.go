package parser

import (
	"slices"

	"github.com/alecthomas/participle/v2/lexer"

	"rehearse/parser/ast"
	"rehearse/parser/scanner"
)

// TokenClass says how a token is coloured and completed.
type TokenClass uint8

// The classes of tokens.
const (
	OtherToken     TokenClass = iota // punctuation, separators
	CommentToken                     // # … and <# … #>
	KeywordToken                     // if, function, param …
	CommandToken                     // the name of a command
	ArgumentToken                    // a word among its arguments
	ParameterToken                   // -Name
	VariableToken                    // $name, @name
	StringToken                      // a string, or a literal piece of one
	NumberToken
	OperatorToken
	TypeToken   // [type], the name of an attribute
	MemberToken // the name behind a dot, a hash key
)

// Token is a piece of a script for colouring and completion.
type Token struct {
	ast.Extent
	Class TokenClass
	Kind  scanner.Kind // what the scanner calls it; 0 for a comment
}

var tokenClasses = map[scanner.Kind]TokenClass{
	scanner.Identifier: MemberToken, scanner.Generic: ArgumentToken, scanner.Variable: VariableToken, scanner.Splat: VariableToken,
	scanner.Number: NumberToken, scanner.String: StringToken, scanner.ExpandOpen: StringToken, scanner.ExpandText: StringToken,
	scanner.ExpandClose: StringToken, scanner.Comma: OperatorToken, scanner.Pipe: OperatorToken, scanner.AndAnd: OperatorToken,
	scanner.OrOr: OperatorToken, scanner.CallOperator: OperatorToken, scanner.Background: OperatorToken, scanner.Dot: OperatorToken,
	scanner.QuestionDot: OperatorToken, scanner.ColonColon: OperatorToken, scanner.Member: MemberToken,
	scanner.GenericArguments: TypeToken, scanner.TypeLiteral: TypeToken, scanner.AttributeOpen: TypeToken,
	scanner.UnaryOperator: OperatorToken, scanner.BinaryOperator: OperatorToken, scanner.AssignmentOperator: OperatorToken,
	scanner.PrefixIncrement: OperatorToken, scanner.PostfixIncrement: OperatorToken, scanner.Question: OperatorToken,
	scanner.Colon: OperatorToken, scanner.Parameter: ParameterToken, scanner.ParameterColon: ParameterToken,
	scanner.Redirection: OperatorToken, scanner.Merging: OperatorToken, scanner.Verbatim: ArgumentToken, scanner.Label: KeywordToken,
}

// Tokens scans a text for colouring and completion: tokens and comments in text order. Separators
// of newlines are left out. It never fails; a text with errors gives the tokens that were found.
func Tokens(text string) []Token {
	l := scanner.New(text, scanner.Options{Comments: true})
	var list []Token
	command := true // the next word is the name of a command
	for t := (lexer.Token{}); ; {
		l.Scan(&t)
		if t.Type == lexer.EOF {
			break
		}
		class := tokenClasses[t.Type]
		if scanner.IsKeyword(t.Type) {
			class = KeywordToken
		}
		if t.Type == scanner.Generic && command {
			class = CommandToken
		}
		switch t.Type {
		case scanner.Sep, scanner.Pipe, scanner.AndAnd, scanner.OrOr, scanner.CallOperator, scanner.Background, scanner.LCurly,
			scanner.LParen, scanner.DollarParen, scanner.AtParen, scanner.AssignmentOperator, scanner.Return, scanner.Throw, scanner.Exit:
			command = true
		default:
			command = false
		}
		if t.Type == scanner.Sep && scanner.Aux(&t) == 1 || scanner.End(&t) == t.Pos.Offset {
			continue
		}
		list = append(list, Token{Extent: extent(&t), Class: class, Kind: t.Type})
	}
	for _, c := range l.Comments {
		list = append(list, Token{Extent: ast.Extent{Start: int32(c.Start), End: int32(c.End)}, Class: CommentToken})
	}
	slices.SortStableFunc(list, func(a, b Token) int { return int(a.Start - b.Start) })
	return list
}

// IsIncomplete reports whether the errors of a text come from its being cut short: a shell asks for
// another line instead of reporting them.
func IsIncomplete(errs []*Error) bool { return len(errs) > 0 && errs[0].Incomplete }
