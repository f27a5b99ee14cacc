package ast

// TokenKind names an operator or a block keyword, as PowerShell's TokenKind does.
type TokenKind uint8

// The kinds, named after the members of PowerShell's TokenKind.
const (
	Unknown TokenKind = iota

	// Invocation and chain operators.
	Ampersand
	Dot
	AndAnd
	OrOr

	// Assignment operators.
	Equals
	PlusEquals
	MinusEquals
	MultiplyEquals
	DivideEquals
	RemainderEquals
	QuestionQuestionEquals

	// Arithmetic, range, format and null-coalescing operators.
	Plus
	Minus
	Multiply
	Divide
	Rem
	Format
	DotDot
	QuestionQuestion
	Shl
	Shr

	// Logical and bitwise operators.
	And
	Or
	Xor
	Band
	Bor
	Bxor

	// Type and list operators.
	Is
	IsNot
	As
	Join

	// Comparison operators that ignore case.
	Ieq
	Ine
	Ige
	Igt
	Ilt
	Ile
	Ilike
	Inotlike
	Imatch
	Inotmatch
	Ireplace
	Icontains
	Inotcontains
	Iin
	Inotin
	Isplit

	// Comparison operators that respect case, in the same order.
	Ceq
	Cne
	Cge
	Cgt
	Clt
	Cle
	Clike
	Cnotlike
	Cmatch
	Cnotmatch
	Creplace
	Ccontains
	Cnotcontains
	Cin
	Cnotin
	Csplit

	// Unary operators; Minus, Plus, Join, Isplit and Csplit are unary too.
	Not
	Exclaim
	Bnot
	PlusPlus
	MinusMinus
	PostfixPlusPlus
	PostfixMinusMinus

	// Named blocks.
	Dynamicparam
	Begin
	Process
	End
	Clean
)

var tokenKindNames = [...]string{
	Unknown:                "Unknown",
	Ampersand:              "Ampersand",
	Dot:                    "Dot",
	AndAnd:                 "AndAnd",
	OrOr:                   "OrOr",
	Equals:                 "Equals",
	PlusEquals:             "PlusEquals",
	MinusEquals:            "MinusEquals",
	MultiplyEquals:         "MultiplyEquals",
	DivideEquals:           "DivideEquals",
	RemainderEquals:        "RemainderEquals",
	QuestionQuestionEquals: "QuestionQuestionEquals",
	Plus:                   "Plus",
	Minus:                  "Minus",
	Multiply:               "Multiply",
	Divide:                 "Divide",
	Rem:                    "Rem",
	Format:                 "Format",
	DotDot:                 "DotDot",
	QuestionQuestion:       "QuestionQuestion",
	Shl:                    "Shl",
	Shr:                    "Shr",
	And:                    "And",
	Or:                     "Or",
	Xor:                    "Xor",
	Band:                   "Band",
	Bor:                    "Bor",
	Bxor:                   "Bxor",
	Is:                     "Is",
	IsNot:                  "IsNot",
	As:                     "As",
	Join:                   "Join",
	Ieq:                    "Ieq",
	Ine:                    "Ine",
	Ige:                    "Ige",
	Igt:                    "Igt",
	Ilt:                    "Ilt",
	Ile:                    "Ile",
	Ilike:                  "Ilike",
	Inotlike:               "Inotlike",
	Imatch:                 "Imatch",
	Inotmatch:              "Inotmatch",
	Ireplace:               "Ireplace",
	Icontains:              "Icontains",
	Inotcontains:           "Inotcontains",
	Iin:                    "Iin",
	Inotin:                 "Inotin",
	Isplit:                 "Isplit",
	Ceq:                    "Ceq",
	Cne:                    "Cne",
	Cge:                    "Cge",
	Cgt:                    "Cgt",
	Clt:                    "Clt",
	Cle:                    "Cle",
	Clike:                  "Clike",
	Cnotlike:               "Cnotlike",
	Cmatch:                 "Cmatch",
	Cnotmatch:              "Cnotmatch",
	Creplace:               "Creplace",
	Ccontains:              "Ccontains",
	Cnotcontains:           "Cnotcontains",
	Cin:                    "Cin",
	Cnotin:                 "Cnotin",
	Csplit:                 "Csplit",
	Not:                    "Not",
	Exclaim:                "Exclaim",
	Bnot:                   "Bnot",
	PlusPlus:               "PlusPlus",
	MinusMinus:             "MinusMinus",
	PostfixPlusPlus:        "PostfixPlusPlus",
	PostfixMinusMinus:      "PostfixMinusMinus",
	Dynamicparam:           "Dynamicparam",
	Begin:                  "Begin",
	Process:                "Process",
	End:                    "End",
	Clean:                  "Clean",
}

// String is the name of the kind: "Ieq", "PlusEquals".
func (k TokenKind) String() string { return tokenKindNames[k] }

// IsCaseSensitive reports whether the operator is the c form of a comparison.
func (k TokenKind) IsCaseSensitive() bool { return k >= Ceq && k <= Csplit }

// FoldCase returns the i form of a comparison operator, and any other kind unchanged.
func (k TokenKind) FoldCase() TokenKind {
	if k.IsCaseSensitive() {
		return k - Ceq + Ieq
	}
	return k
}
