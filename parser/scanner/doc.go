// Package scanner is the lexer of PowerShell: one pass over the text, no feedback from the parser.
//
// PowerShell reads the same characters differently by context: -eq is an operator in an
// expression and a parameter after a command name, 1.2.3 is a number in one place and a word in
// another. The scanner keeps that context itself, as a stack with one frame for each open bracket
// ([frame]), each in one of a few modes ([mode]): start of a statement, expression, command
// arguments, member name, between a keyword and its block, and so on. What comes out is a plain
// LL(1) token stream:
//
//   - comments, blanks and line continuations are dropped;
//   - a newline or semicolon becomes a Sep token only where it separates two statements;
//   - adjacency becomes token kind: Dot, LBracket and CallOpen are only produced without blanks
//     before them, so that the parser never looks at white space;
//   - keywords and operators have kinds of their own, folded to one spelling;
//   - an expandable string is flattened: ExpandOpen, text, variables and $( … ) in any nesting,
//     ExpandClose. A word with variables in it is the same;
//   - errors do not stop the scan. They are kept as [Diagnostic] with PowerShell's id, and the
//     scan goes on as PowerShell would.
//
// When the parser finds an error, the context beyond it may be wrong (an if without its
// parenthesis starts a new statement instead). The parser then sets the scanner back to the token
// it failed at: [Lexer.Restart] continues inside an open bracket at the start of a statement,
// [Lexer.Resume] continues behind a bracket as if it had been closed.
//
// Tokens are participle's. Of their position only the offset is needed, since lines and columns
// come from the line table; the other two numbers carry what the parser needs instead, see [End]
// and [Aux].
//
// The files: scanner.go (state, dispatch), frame.go (stack and modes), trivia.go (blanks and
// separators), statement.go (statement starts and headers), expression.go, command.go, member.go,
// text.go and variable.go (strings), number.go, typename.go.
package scanner
