package parser

import (
	"fmt"
	"strings"

	"rehearse/parser/ast"
)

// nested reports whether a node begins code of its own, which checks of the code around it skip.
func nested(n ast.Node) bool {
	switch n.(type) {
	case *ast.FunctionDefinition, *ast.ScriptBlockExpression, *ast.TypeDefinition:
		return true
	}
	return false
}

// checkFinally reports return, and break and continue to a place outside, in a finally block.
func (p *parser) checkFinally(n ast.Node, loops int) {
	if nested(n) {
		return
	}
	switch s := n.(type) {
	case *ast.ReturnStatement:
		p.leavesFinally(s.Start, s.Start+int32(len("return")))
	case *ast.BreakStatement:
		if loops == 0 {
			p.leavesFinally(s.Start, s.End)
		}
	case *ast.ContinueStatement:
		if loops == 0 {
			p.leavesFinally(s.Start, s.End)
		}
	case *ast.ForEachStatement, *ast.ForStatement, *ast.WhileStatement, *ast.DoWhileStatement, *ast.DoUntilStatement, *ast.SwitchStatement:
		loops++
	}
	ast.Children(n, func(c ast.Node) { p.checkFinally(c, loops) })
}

func (p *parser) leavesFinally(start, end int32) {
	p.later("ControlLeavingFinally", ast.Extent{Start: start, End: end}, "Flow of control cannot leave a Finally block.")
}

// markRethrows marks the throw statements without a value that stand in a catch clause.
func markRethrows(n ast.Node) {
	if nested(n) {
		return
	}
	if t, ok := n.(*ast.ThrowStatement); ok && t.Pipeline == nil {
		t.IsRethrow = true
	}
	ast.Children(n, markRethrows)
}

// exceptionBases gives the base class of the exception types that scripts catch most. Others
// derive from System.Exception for the check of handlers.
var exceptionBases = map[string]string{
	"system.io.filenotfoundexception":                                      "system.io.ioexception",
	"system.io.directorynotfoundexception":                                 "system.io.ioexception",
	"system.io.pathtoolongexception":                                       "system.io.ioexception",
	"system.io.endofstreamexception":                                       "system.io.ioexception",
	"system.io.drivenotfoundexception":                                     "system.io.ioexception",
	"system.io.fileloadexception":                                          "system.io.ioexception",
	"system.argumentnullexception":                                         "system.argumentexception",
	"system.argumentoutofrangeexception":                                   "system.argumentexception",
	"system.dividebyzeroexception":                                         "system.arithmeticexception",
	"system.overflowexception":                                             "system.arithmeticexception",
	"system.arithmeticexception":                                           "system.systemexception",
	"system.argumentexception":                                             "system.systemexception",
	"system.formatexception":                                               "system.systemexception",
	"system.invalidcastexception":                                          "system.systemexception",
	"system.invalidoperationexception":                                     "system.systemexception",
	"system.io.ioexception":                                                "system.systemexception",
	"system.notimplementedexception":                                       "system.systemexception",
	"system.notsupportedexception":                                         "system.systemexception",
	"system.nullreferenceexception":                                        "system.systemexception",
	"system.indexoutofrangeexception":                                      "system.systemexception",
	"system.unauthorizedaccessexception":                                   "system.systemexception",
	"system.objectdisposedexception":                                       "system.invalidoperationexception",
	"system.platformnotsupportedexception":                                 "system.notsupportedexception",
	"system.timeoutexception":                                              "system.systemexception",
	"system.operationcanceledexception":                                    "system.systemexception",
	"system.net.webexception":                                              "system.invalidoperationexception",
	"system.management.automation.runtimeexception":                        "system.systemexception",
	"system.management.automation.actionpreferencestopexception":           "system.management.automation.runtimeexception",
	"system.management.automation.cmdletinvocationexception":               "system.management.automation.runtimeexception",
	"system.management.automation.commandnotfoundexception":                "system.management.automation.runtimeexception",
	"system.management.automation.itemnotfoundexception":                   "system.management.automation.sessionstateexception",
	"system.management.automation.sessionstateexception":                   "system.management.automation.runtimeexception",
	"system.management.automation.parameterbindingexception":               "system.management.automation.runtimeexception",
	"system.management.automation.psinvalidcastexception":                  "system.invalidcastexception",
	"system.management.automation.methodinvocationexception":               "system.management.automation.methodexception",
	"system.management.automation.methodexception":                         "system.management.automation.extendedtypesystemexception",
	"system.management.automation.extendedtypesystemexception":             "system.management.automation.runtimeexception",
	"system.management.automation.parseexception":                          "system.management.automation.runtimeexception",
	"system.management.automation.pipelinestoppedexception":                "system.management.automation.runtimeexception",
	"system.management.automation.providerinvocationexception":             "system.management.automation.runtimeexception",
	"system.management.automation.argumenttransformationmetadataexception": "system.management.automation.metadataexception",
	"system.management.automation.metadataexception":                       "system.management.automation.runtimeexception",
	"system.systemexception":                                               "system.exception",
}

// exceptionName is the full name of an exception type, as far as it is known.
func exceptionName(t *ast.TypeConstraint) string {
	name := t.TypeName.String()
	l := strings.ToLower(name)
	if _, ok := exceptionBases[l]; ok || l == "system.exception" {
		return name
	}
	if _, ok := exceptionBases["system."+l]; ok || l == "exception" {
		return "System." + name
	}
	return name
}

// handled reports whether a handler for caught also gets exceptions of type name.
func handled(name, caught string) bool {
	name, caught = strings.ToLower(name), strings.ToLower(caught)
	for name != "" {
		if name == caught {
			return true
		}
		base, ok := exceptionBases[name]
		if !ok && name != "system.exception" {
			base = "system.exception"
		}
		name = base
	}
	return false
}

// checkCatches reports types that an earlier clause already catches.
func (p *parser) checkCatches(clauses []*ast.CatchClause) {
	types := 0
	for _, c := range clauses {
		types += len(c.CatchTypes)
	}
	if types < 2 {
		return
	}
	var caught []string
	for _, c := range clauses {
		for _, t := range c.CatchTypes {
			name := exceptionName(t)
			for _, k := range caught {
				if handled(name, k) {
					p.later("ExceptionTypeAlreadyCaught", t.Extent, fmt.Sprintf("Exception type %s is already handled by a previous handler.", name))
					break
				}
			}
			caught = append(caught, name)
		}
	}
}

// dataVariables are the variables a data section may read.
var dataVariables = map[string]bool{"psculture": true, "psuiculture": true, "true": true, "false": true, "null": true}

// checkData reports what a data section does not allow.
func (p *parser) checkData(d *ast.DataStatement, n ast.Node) {
	switch n := n.(type) {
	case *ast.Command:
		name := ""
		if s, ok := n.CommandElements[0].(*ast.StringConstantExpression); ok {
			name = s.Value
		}
		allowed := strings.EqualFold(name, "ConvertFrom-StringData")
		for _, e := range d.CommandsAllowed {
			s, ok := e.(*ast.StringConstantExpression)
			allowed = allowed || ok && strings.EqualFold(s.Value, name)
		}
		if !allowed {
			p.later("CmdletNotInAllowedListForDataSection", n.CommandElements[0].Range(),
				fmt.Sprintf("The command '%s' is not allowed in restricted language mode or a Data section.", name))
		}
	case *ast.VariableExpression:
		if !dataVariables[strings.ToLower(n.VariablePath.UserPath)] {
			p.later("VariableReferenceNotSupportedInDataSection", n.Extent, "A variable that cannot be referenced in restricted language mode or a Data section is being referenced. Variables that can be referenced include the following: $PSCulture, $PSUICulture, $true, $false, $null.")
		}
	case *ast.AssignmentStatement:
		p.later("AssignmentStatementNotSupportedInDataSection", n.Extent, "Assignment statements are not allowed in restricted language mode or a Data section.")
	}
	ast.Children(n, func(c ast.Node) { p.checkData(d, c) })
}
