// Package text holds what .NET and PowerShell do with text: number and date formats and their parsers, composite
// formats, wildcards, regular expressions, comparison in culture order and UTF-16 positions.
//
// It works on Go's own types and knows nothing of PowerShell values. Strings are UTF-8; a lone surrogate is
// kept in the three bytes that WTF-8 gives it. Positions that .NET counts are UTF-16 units.
package text
