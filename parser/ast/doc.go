// Package ast is the typed syntax tree of PowerShell.
//
// The nodes mirror the public classes of System.Management.Automation.Language: a type here is
// the class without its Ast suffix, a field is the property of the same name, so PowerShell's
// documentation describes this tree as well. Where a class hierarchy says more than a struct
// can (CommandBaseAst, PipelineBaseAst, AttributeBaseAst), an interface stands for it.
//
// Every node embeds its [Extent]: byte offsets into the source text. Lines and columns are
// computed from them on demand, by the parser's Source. Nodes hold no parent links and no maps;
// trees are immutable once built and may be shared between goroutines.
//
// The package imports nothing of the project, so that everything that works on trees
// (compiler, linter, completion) can be built without the parser.
package ast
