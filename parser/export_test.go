package parser

import "rehearse/parser/ast"

// ParseByParticiple parses a script with all productions run by participle, also those that are
// sequences.
func ParseByParticiple(src *Source) (*ast.ScriptBlock, []*Error) {
	return ParseOptions(src, Options{participleOnly: true})
}
