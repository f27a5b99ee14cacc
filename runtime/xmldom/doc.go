// Package xmldom is XML as System.Xml has it: a tree of nodes, a reader with its error texts, a writer with its layout, and XPath 1.0.
// It knows nothing of PowerShell; package dotnet gives its nodes types and members.
package xmldom
