// Package bind is PowerShell's parameter binder: it matches the arguments of a command line and the objects of a pipeline with the
// declared parameters of a cmdlet, function, script or script block. The rules are those of oracle/functions/README.md.
//
// A Signature is made once per command; Bind makes a Binding per invocation; the Binding then takes pipeline objects.
package bind

import "rehearse/runtime/value"

// Signature is the parameters of one command.
type Signature struct {
	Command    string // the name in error headers and ids
	Params     []Parameter
	DefaultSet string // "" for none
	// Advanced has the common parameters and refuses surplus arguments; otherwise the command is a simple function whose surplus goes to $args.
	Advanced bool
	// Cmdlet is a compiled cmdlet, whose error ids end in CommandTypeName; a function's end in its name.
	Cmdlet                  bool
	TypeName                string // "Microsoft.PowerShell.Commands.GetItemCommand", for cmdlets
	SupportsShouldProcess   bool
	SupportsPaging          bool
	ConfirmImpact           int8   // 0 None, 1 Low, 2 Medium, 3 High; the engine compares it with $ConfirmPreference
	PositionalByDeclaration bool   // PositionalBinding of [CmdletBinding()]; true unless it says $false
	Obsolete                string // the text of [Obsolete()], "" without
	HasDynamic              bool   // there may be more parameters once the first ones are bound

	prepared // look-up tables, made by Prepare
}

// Parameter is one declared parameter.
type Parameter struct {
	Name    string
	Aliases []string
	Type    *value.Type // nil: anything
	Sets    []Membership
	// Transform runs before conversion, Validate after it, in order of declaration.
	Transform []Transformer
	Validate  []Validator

	AllowNull, AllowEmptyString, AllowEmptyCollection bool
	NotNull, NotNullOrEmpty                           bool // ValidateNotNull, ValidateNotNullOrEmpty, as help shows them
	DontShow                                          bool
	HelpMessage                                       string
	// HasDefault and Default: what the parameter holds when it is not bound. A function's default expression is evaluated by the engine.
	Default value.Value
	// Values are the allowed values for completion and help (ValidateSet, enum names).
	Values []string
	// Obsolete is the warning text of an obsolete parameter.
	Obsolete string

	common commonParameter // which of the common parameters it is
}

// Membership is the place of a parameter in one parameter set.
type Membership struct {
	Set                string // "" is every set
	Mandatory          bool
	Position           int // NoPosition for a named parameter
	FromPipeline       bool
	FromPipelineByName bool
	FromRemaining      bool
	HelpMessage        string
}

// NoPosition is the Position of a parameter that must be named (or that is positional by declaration order only).
const NoPosition = -1 << 31

// Validator is a Validate attribute.
type Validator interface {
	// Check refuses v with an *value.Exception whose ID is the attribute's (ValidateSetFailure …).
	Check(env value.Env, v value.Value) error
}

// Transformer is an ArgumentTransformation attribute, such as [Credential()].
type Transformer interface {
	Transform(env value.Env, v value.Value) (value.Value, error)
}

// Argument is one element of a command line after evaluation, in source order.
type Argument struct {
	// Name is the parameter name of a -Name token, "" for a value. NameText is the token as typed ("-Name", "-Name:").
	Name     string
	NameText string
	// HasValue: a value argument, or a -Name:value token.
	HasValue bool
	Value    value.Value
	// Text is the source text of a number token, which a [string] parameter gets instead of the number; "" otherwise.
	Text string
	// Splatted arguments came from @variable: their positions are the variable's, and an explicit -Name beats them.
	Splatted bool
	// Bare is a bare word (not quoted, not a variable).
	Bare bool
	// NameExtent and Extent are the places in the source of the name token and of the value.
	NameExtent, Extent value.Extent
}

// Error is a binding error: the exception with its id (to which the engine appends the command), and the extent to underline
// (zero: the whole command). Errors of the declaration come as a plain *value.Exception.
type Error struct {
	*value.Exception
	Extent value.Extent
	// Name underlines the command's name only.
	Name bool
}
