// Package dotnet holds the .NET types and members that scripts use, as tables: one row a member, with the signature as .NET lists it
// and a small function. It resolves type names, chooses overloads as PowerShell does, and raises PowerShell's own errors.
//
// A row costs nothing until a script looks at its type: signatures are parsed when the members of a type are first needed.
package dotnet
