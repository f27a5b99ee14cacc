// Package parser turns PowerShell 7 scripts into syntax trees and errors as PowerShell's own parser
// gives them: the same nodes and extents, the same error ids, texts and positions.
//
// # The way of a script
//
//	text ──scanner──▶ tokens ──grammar──▶ productions ──lower──▶ ast
//
// Package scanner reads the text in one pass and carries all context by itself: whether a word is a
// keyword, an operator, an argument; which newlines separate; what touches what. The parser sees an
// LL(1) token stream and never looks at white space.
//
// The grammar is participle's, in two halves. Statements and declarations are productions in struct
// tags (grammar.go): that file is what to open to learn the language. Statement lists, pipelines,
// commands, expressions and strings are hand-written productions, since they are most of a script
// and participle needs a hundred times as long for them; they make nodes of package ast at once.
// A statement's production is chosen by its first token (production.go), compiled when it is first
// used, and turned into a node of the tree by its lower method (lower.go, definition.go, class.go).
// Productions that are no more than a sequence of tokens and hand-written parts run from their tags
// without participle's state (sequence.go); a test lets participle run them too and compares.
//
// # Errors
//
// Parsing goes on after an error as PowerShell's parser does, so that a script gives the same list
// of errors. Hand-written productions report what is missing and go on as if it were there. When a
// production in struct tags fails, a table (errors.go) translates what participle expected into an
// id and a text; the statement becomes an ErrorStatement and the next one begins at the token that
// did not fit. Since the scanner has read on in the wrong context by then, it is set back to that
// token and the rest is scanned again (parser.go, restart and resume).
//
// Errors that only a finished tree shows (assignment to a constant, duplicate parameters, the rules
// of classes) are checked where the node is made and wait in a list until the end (deferred.go,
// check_flow.go, check_class.go). The first error of the list is the one PowerShell displays.
// [IsIncomplete] tells a shell whether to ask for another line.
//
// # Limits
//
// Brackets nest at most [Options].MaxNesting deep, and so do operators and assignments without
// brackets: a Go stack overflow cannot be recovered. What is deeper gives one clear error.
//
// # Files
//
// source.go (text, lines, decoding) · parser.go (state of a parse) · stream.go (tokens) · grammar.go,
// parts.go, production.go, sequence.go, errors.go · block.go, pipeline.go, command.go, expression.go, primary.go, number.go ·
// lower.go, definition.go, class.go · deferred.go, check_flow.go, check_class.go, known.go, requires.go ·
// tokens.go (colouring) · alloc.go. Package tree prints trees for comparison; internal/definition holds
// the whole language in struct tags, which prints the following.
//
// # The language
//
// Names in angle brackets are token kinds of the scanner. Binary operators are listed flat; from loose
// to tight they rank: -and -or -xor; -band -bor -bxor; comparisons, -is, -as, -split, -join, -shl, -shr
// and so on; ??; + and -; * / %; -f; the range.
//
//	Script = (Statement (<sep> Statement)*)? .
//	Statement = Attributed | Chain | IfElse | Loop | Function | Flow | Jump | Try | Trap | Data | ParamBlock | NamedBlock | Class | Enum | Using .
//	Attributed = Attribute+ (ParamBlock | Class | Enum | Chain) .
//	Attribute = <attributeopen> (NamedArg (<comma> NamedArg)*)? <attributeclose> .
//	NamedArg = (<identifier> (<assignmentoperator> Element)?) | Element .
//	Element = Unary ElementTail* ElementChoice? .
//	Unary = Primary | Prefix | Cast | AttributeCast .
//	Primary = (<variable> | <splat> | <string> | <number> | (<lparen> Chain <rparen>) | Expandable | Sub | Block | Hashtable) Postfix* .
//	Chain = Pipeline ChainTail* <background>? .
//	Pipeline = PipelineHead (<pipe> Command)* .
//	PipelineHead = Command | (Expression Assignment? Redirection*) .
//	Command = ((<calloperator> Argument) | <generic>) CmdPart* .
//	Argument = <generic> | Primary .
//	CmdPart = <parameter> | ParamValue | ArgumentList | Redirection | <verbatim> .
//	ParamValue = <parametercolon> ArgumentList .
//	ArgumentList = Argument (<comma> Argument)* .
//	Redirection = <merging> | (<redirection> Argument) .
//	Expression = Operand BinaryTail* Ternary? .
//	Operand = Unary (<comma> Unary)* .
//	BinaryTail = <binaryoperator> Operand .
//	Ternary = <question> Expression <colon> Expression .
//	Assignment = <assignmentoperator> Statement .
//	ChainTail = (<andand> | <oror>) Pipeline .
//	Expandable = <expandopen> Part* <expandclose> .
//	Part = <expandtext> | <variable> | Sub .
//	Sub = (<dollarparen> | <atparen>) (Statement (<sep> Statement)*)? <rparen> .
//	Block = <lcurly> (Statement (<sep> Statement)*)? <rcurly> .
//	Hashtable = <atcurly> (Pair (<sep> Pair)*)? <rcurly> .
//	Pair = (<identifier> | Unary) <assignmentoperator> Statement .
//	Postfix = Access | ((<lbracket> | <questionlbracket>) Expression <rbracket>) | <postfixincrement> .
//	Access = (<dot> | <coloncolon> | <questiondot>) (<member> | MemberName) <genericarguments>? Arguments? CallBlock? .
//	MemberName = (<variable> | <splat>) | <string> | <number> | (<lparen> Chain <rparen>) | Expandable | Sub | Block .
//	Arguments = <callopen> (Element (<comma> Element)*)? <rparen> .
//	CallBlock = <callcurly> (Statement (<sep> Statement)*)? <rcurly> .
//	Prefix = (<unaryoperator> | <prefixincrement> | <comma>) Unary .
//	Cast = <typeliteral> ((Postfix+ <postfixincrement>?) | Primary | CastSign | Cast | Attribute)? .
//	CastSign = (<unaryoperator> | <prefixincrement>) Unary .
//	AttributeCast = Attribute Unary .
//	ElementTail = <binaryoperator> Unary .
//	ElementChoice = <question> Element <colon> Element .
//	ParamBlock = <param> Parameters .
//	Parameters = <lparen> (Parameter (<comma> Parameter)*)? <rparen> .
//	Parameter = AttributeOrType* <variable> (<assignmentoperator> Element)? .
//	AttributeOrType = <typeliteral> | Attribute .
//	Class = <class> <identifier> (<colon> <identifier> (<comma> <identifier>)*)? <lcurly> (Member (<sep> Member)*)? <rcurly> .
//	Member = Modifier* ((<variable> (<assignmentoperator> Expression?)?) | Method) .
//	Modifier = (<static> | <hidden>) | AttributeOrType .
//	Method = <identifier> Parameters (<colon> <base> Arguments)? Block .
//	Enum = <enum> <identifier> (<colon> <identifier>)? <lcurly> (EnumMember (<sep> EnumMember)*)? <rcurly> .
//	EnumMember = <identifier> (<assignmentoperator> Expression)? .
//	IfElse = <if> <lparen> Chain <rparen> Block ElseIf* (<else> Block)? .
//	ElseIf = <elseif> <lparen> Chain <rparen> Block .
//	Loop = <label>? (Foreach | While | ForLoop | DoLoop | SwitchAny) .
//	Foreach = <foreach> <parameter>* <lparen> <variable> <in> Chain <rparen> Block .
//	While = <while> <lparen> Chain <rparen> Block .
//	ForLoop = <for> <lparen> Chain? <semi>? Chain? <semi>? Chain? <rparen> Block .
//	DoLoop = <do> Block (<while> | <until>) <lparen> Chain <rparen> .
//	SwitchAny = <switch> <parameter>* ((<lparen> Chain <rparen>) | Argument) <parameter>* <lcurly> Clause* <rcurly> .
//	Clause = Argument Block .
//	Function = <function> <identifier> Parameters? Block .
//	Flow = (<return> | <throw> | <exit>) Chain? .
//	Jump = (<break> | <continue>) ((<identifier> | <generic>) | Unary)? .
//	Try = <try> Block Catch* (<finally> Block)? .
//	Catch = <catch> (<typeliteral> (<comma> <typeliteral>)*)? Block .
//	Trap = <trap> <typeliteral>? Block .
//	Data = <data> <identifier>? (<parameter> <identifier> (<comma> <identifier>)*)? Block .
//	NamedBlock = <namedblock> Block .
//	Using = <using> <identifier> Argument+ .
package parser
