package parser

import "rehearse/parser/ast"

// check reports what is wrong with a finished tree.
func (p *parser) check(root *ast.ScriptBlock) {}

// requirements reads the #requires comments.
func (p *parser) requirements(root *ast.ScriptBlock) {}
