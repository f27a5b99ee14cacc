package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/parser"
	"rehearse/parser/ast"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	dataFilePath = iota
	dataFileLiteral
	dataFileNoLimit
)

var importPowerShellDataFile = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Import-PowerShellDataFile", TypeName: "Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand", Cmdlet: true, DefaultSet: "ByPath",
		Params: []bind.Parameter{
			dataFilePath: {Name: "Path", Type: value.TypeStringArray, Validate: notEmpty, Sets: []bind.Membership{{Set: "ByPath", Mandatory: true, Position: 0}}},
			dataFileLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray, Validate: notEmpty,
				Sets: []bind.Membership{{Set: "ByLiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
			dataFileNoLimit: switched("SkipLimitCheck"),
		}},
	Aliases: []string{"ipdf"}, Module: module, Outputs: []string{"System.Collections.Hashtable"}, Synopsis: "Reads the table of a .psd1 file.",
	New: runtime.Run(func(c *runtime.Call) error {
		paths, literal := c.Strings(dataFilePath), false
		if c.Bound(dataFileLiteral) {
			paths, literal = c.Strings(dataFileLiteral), true
		}
		for _, path := range paths {
			if err := importDataFile(c, path, literal); err != nil {
				return err
			}
		}
		return nil
	}),
}

func importDataFile(c *runtime.Call, path string, literal bool) error {
	found, _, err := drive.Match(c, path, literal)
	if e, ok := err.(*value.Exception); ok && e.ID != "PathNotFound" {
		return c.Fail(e)
	}
	if err != nil || len(found) == 0 || !found[0].IsFile() {
		return c.Fail(value.Throw(value.ArgumentException, "PathNotFound", "Cannot find path '"+path+"' because it does not exist.").With(value.InvalidArgument, value.OfString(path)))
	}
	full := found[0].Item
	b, err := content.ReadFile(c.Host().Files, full)
	if err != nil {
		return content.OpenFailure(c, full, err)
	}
	s, err := parser.Decode(b)
	if err != nil {
		s = string(b)
	}
	src := parser.NewSource(full, s)
	tree, faults := parser.Parse(src)
	if len(faults) > 0 {
		return c.Fail(noDataFile("CouldNotParseAsPowerShellDataFile", full))
	}
	table := rootTable(tree)
	if table == nil {
		return c.Fail(noDataFile("CouldNotParseAsPowerShellDataFileNoHashtableRoot", full))
	}
	written := s[table.Extent.Start:table.Extent.End]
	if !constantExpression(table, false) {
		return c.Fail(value.Throw(value.InvalidOperationException, "System.InvalidOperationException",
			"Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: "+written+"."))
	}
	block, err := c.ParseBlock(written)
	if err != nil {
		return err
	}
	v, err := c.Evaluate(block, value.Unset)
	if err != nil {
		return err
	}
	return c.Write(v)
}

func noDataFile(id, full string) *value.Exception {
	return value.Throw(value.InvalidOperationException, id, "The file '"+full+"' could not be parsed as a PowerShell Data File.").With(value.InvalidData, value.OfString(full))
}

// rootTable is the table that is all of a file, nil if the file holds something else.
func rootTable(b *ast.ScriptBlock) *ast.Hashtable {
	if b.ParamBlock != nil || b.BeginBlock != nil || b.ProcessBlock != nil || b.EndBlock == nil || len(b.EndBlock.Statements) != 1 {
		return nil
	}
	t, _ := onlyExpression(b.EndBlock.Statements[0]).(*ast.Hashtable)
	return t
}

// onlyExpression is the expression that is all of a statement, nil for any other.
func onlyExpression(s ast.Statement) ast.Expression {
	p, ok := s.(*ast.Pipeline)
	if !ok || len(p.PipelineElements) != 1 || p.Background {
		return nil
	}
	e, ok := p.PipelineElements[0].(*ast.CommandExpression)
	if !ok || len(e.Redirections) > 0 {
		return nil
	}
	return e.Expression
}

// constantExpression tells whether an expression needs nothing of a session: constants, lists and tables of them, blocks that are not
// run. Texts may hold the constant variables.
func constantExpression(e ast.Expression, inText bool) bool {
	switch e := e.(type) {
	case *ast.ConstantExpression, *ast.StringConstantExpression:
		return true
	case *ast.ScriptBlockExpression:
		return !inText
	case *ast.VariableExpression:
		return isConstantVariable(e)
	case *ast.ExpandableStringExpression:
		for _, x := range e.NestedExpressions {
			if !constantExpression(x, true) {
				return false
			}
		}
		return true
	case *ast.ArrayLiteral:
		for _, x := range e.Elements {
			if !constantExpression(x, inText) {
				return false
			}
		}
		return true
	case *ast.Hashtable:
		for _, p := range e.KeyValuePairs {
			if v := onlyExpression(p.Value); v == nil || !constantExpression(p.Key, inText) || !constantExpression(v, inText) {
				return false
			}
		}
		return true
	case *ast.ArrayExpression:
		return constantBlock(e.SubExpression, inText)
	case *ast.ParenExpression:
		s, ok := e.Pipeline.(ast.Statement)
		if !ok {
			return false
		}
		x := onlyExpression(s)
		return x != nil && constantExpression(x, inText)
	case *ast.ConvertExpression:
		return constantExpression(e.Child, inText)
	case *ast.UnaryExpression:
		return e.TokenKind == ast.Minus && constantExpression(e.Child, inText)
	}
	return false
}

func constantBlock(b *ast.StatementBlock, inText bool) bool {
	for _, s := range b.Statements {
		if x := onlyExpression(s); x == nil || !constantExpression(x, inText) {
			return false
		}
	}
	return true
}

func isConstantVariable(v *ast.VariableExpression) bool {
	name := v.VariablePath.UserPath
	return value.EqualFold(name, "true") || value.EqualFold(name, "false") || value.EqualFold(name, "null")
}
