package parser_test

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"rehearse/parser"
	"rehearse/parser/internal/corpus"
	"rehearse/parser/internal/definition"
)

// beyond are the errors that no grammar finds, and those of texts that only one of the two reads
// further than the error.
var beyond = map[string]bool{
	"AssignmentStatementNotSupportedInDataSection": true, "AttributeNotAllowedOnDeclaration": true, "BadNumericConstant": true,
	"CmdletNotInAllowedListForDataSection": true, "ConstructorCantHaveReturnType": true, "ControlLeavingFinally": true,
	"CustomAttributeTypeNotFound": true, "DuplicateFormalParameter": true, "DuplicateKeyInHashLiteral": true,
	"DuplicateNamedArgument": true, "DuplicateQualifier": true, "DuplicateScriptCommandClause": true, "EmptyCatchNotLast": true,
	"ExceptionTypeAlreadyCaught": true, "InvalidForeachFlag": true, "InvalidLeftHandSide": true, "InvalidSwitchFlag": true,
	"InvalidUnderlyingType": true, "InvalidUsingKind": true, "InvalidValueForUsingItemName": true,
	"KeywordParameterReservedForFutureUse": true, "LabelNotFound": true, "MemberAlreadyDefined": true, "MissingCatchOrFinally": true,
	"MethodHasCodePathNotReturn": true, "MissingNamedBlocks": true, "MissingThis": true, "MultipleSwitchDefaultClauses": true, "NonStaticMemberAccessInStaticMember": true,
	"NonVoidMethodMissingReturnValue": true, "OnlyOneParameterListAllowed": true, "OperatorRequiresVariableOrProperty": true,
	"OrderedAttributeOnlyOnHashLiteralNode": true, "ParameterAlreadyBound": true, "ParameterAttributeArgumentNeedsToBeConstant": true,
	"ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock": true,
	"ParamBlockNotAllowedInMethod":                             true, "NamedBlockNotAllowedInMethod": true, "ReferenceNeedsToBeByItselfInTypeConstraint": true,
	"RequiresVersionInvalid": true, "SplattingNotPermitted": true, "SplattingNotPermittedInArgumentList": true,
	"StreamAlreadyRedirected": true, "TypeNotAllowedBeforeParam": true, "TypeNotFound": true, "UsingMustBeAtStartOfScript": true, "VariableNotLocal": true,
	"VariableReferenceNotSupportedInDataSection": true, "VoidMethodHasReturn": true,
}

// known are the recorded scripts on which the two differ, with the reason.
var known = map[string]string{
	"errors/parse-classes:attribute-on-statement":            "that attributes belong to no command is checked beyond the grammar",
	"errors/parse-expressions:method-argument-leading-comma": "the grammar takes the comma for the unary operator",
	"errors/parse-statements:break-bad-label":                "PowerShell ends the statement behind the label whatever follows",
	"errors/parse-statements:named-block-mixed-function":     "that no statement follows named blocks is checked beyond the grammar",
	"errors/parse-functions:requires-unknown":                "the grammar does not read comments",
	"functions/script-parameters:requires-bad-syntax":        "the grammar does not read comments",
}

// accepts reports whether the parser finds no error that a grammar could find.
func accepts(text string) (ok bool, id string) {
	_, errs := parser.Parse(parser.NewSource("", text))
	for _, e := range errs {
		if !beyond[e.ID] {
			return false, e.ID
		}
	}
	return true, ""
}

// TestDefinition compares the verdicts of the parser and of the printed grammar, on the recorded
// scripts and on edited ones.
func TestDefinition(t *testing.T) {
	g := definition.New()
	list, err := corpus.Cases()
	if err != nil {
		t.Fatal(err)
	}
	different, total := 0, 0
	compare := func(name, text string) {
		total++
		ok, id := accepts(text)
		if err := g.Accepts(text); (err == nil) != ok {
			different++
			if different < 20 {
				t.Logf("%s: parser %v %s, grammar %v\n%.300s", name, ok, id, err, text)
			}
		}
	}
	for _, c := range list {
		if known[c.Name] == "" {
			compare(c.Name, c.Script)
		}
	}
	if different > 0 {
		t.Errorf("%d of %d verdicts on recorded scripts differ", different, total)
	}
	different, total = 0, 0
	random := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		c := list[random.IntN(len(list))]
		if len(c.Script) == 0 || len(c.Script) > 2000 {
			continue
		}
		i := random.IntN(len(c.Script))
		edited := c.Script[:i] + c.Script[i+1:]
		if random.IntN(2) == 0 {
			const insert = "(){}[];|&,.$@'\"-+=% \n`#:?a1"
			edited = c.Script[:i] + string(insert[random.IntN(len(insert))]) + c.Script[i:]
		}
		compare(c.Name, edited)
	}
	t.Logf("%d of %d verdicts on edited scripts differ", different, total)
	if different*100 > total {
		t.Errorf("%d of %d verdicts on edited scripts differ", different, total)
	}
}

// TestPrintedGrammar keeps the grammar in the package documentation in step with the definition.
func TestPrintedGrammar(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(definition.New().String()) {
		b.WriteString("//\t" + line)
	}
	if !strings.Contains(string(doc), b.String()+"\n") {
		t.Errorf("doc.go does not hold the grammar:\n%s", b.String())
	}
}
