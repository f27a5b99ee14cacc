package ast

import "strings"

// VariablePath is the name of a variable, split at the first colon.
type VariablePath struct {
	UserPath string // as written, without $ and braces: "script:x", "env:PATH", "x"
	// Qualifier is the scope or drive before the colon as written, empty without one.
	Qualifier string
	Name      string // the part after the colon, or all of it
	Scope     VariableScope
}

// VariableScope classifies the qualifier of a variable.
type VariableScope uint8

// The classes of qualifiers.
const (
	ScopeNone     VariableScope = iota // no qualifier
	ScopeGlobal                        // $global:x
	ScopeLocal                         // $local:x
	ScopePrivate                       // $private:x
	ScopeScript                        // $script:x
	ScopeUsing                         // $using:x
	ScopeWorkflow                      // $workflow:x
	ScopeVariable                      // $variable:x, the drive of variables
	ScopeDrive                         // $env:x, $function:x and any other drive
)

// IsDriveQualified reports whether the path names an item of a provider drive.
func (v VariablePath) IsDriveQualified() bool { return v.Scope == ScopeDrive }

// IsVariable reports whether the path names a variable.
func (v VariablePath) IsVariable() bool { return v.Scope != ScopeDrive }

// IsUnqualified reports whether the path has no scope or drive.
func (v VariablePath) IsUnqualified() bool { return v.Scope == ScopeNone }

// NewVariablePath splits a user path.
func NewVariablePath(userPath string) VariablePath {
	v := VariablePath{UserPath: userPath, Name: userPath}
	i := strings.IndexByte(userPath, ':')
	if i <= 0 {
		return v
	}
	v.Qualifier, v.Name = userPath[:i], userPath[i+1:]
	v.Scope = ScopeDrive
	for s, name := range [...]string{
		ScopeGlobal: "global", ScopeLocal: "local", ScopePrivate: "private", ScopeScript: "script",
		ScopeUsing: "using", ScopeWorkflow: "workflow", ScopeVariable: "variable",
	} {
		if name != "" && strings.EqualFold(v.Qualifier, name) {
			v.Scope = VariableScope(s)
		}
	}
	return v
}

// TypeName is the name of a type as written between brackets.
type TypeName struct {
	Extent
	Name             string // without generic arguments, ranks and assembly: "System.Collections.Generic.List"
	GenericArguments []*TypeName
	// Ranks are the array specifiers from left to right, as numbers of dimensions: [][,] is 1, 2.
	Ranks        []int
	AssemblyName string // the text after the comma: "System.Xml, Version=4.0"
}

// IsArray reports whether the name ends in an array specifier.
func (t *TypeName) IsArray() bool { return len(t.Ranks) > 0 }

// IsGeneric reports whether the name has generic arguments.
func (t *TypeName) IsGeneric() bool { return len(t.GenericArguments) > 0 }

// String is the full name in PowerShell's notation without blanks: Dictionary[string,int][].
func (t *TypeName) String() string {
	if len(t.GenericArguments) == 0 && len(t.Ranks) == 0 && t.AssemblyName == "" {
		return t.Name
	}
	var b strings.Builder
	t.write(&b)
	return b.String()
}

func (t *TypeName) write(b *strings.Builder) {
	b.WriteString(t.Name)
	if len(t.GenericArguments) > 0 {
		b.WriteByte('[')
		for i, a := range t.GenericArguments {
			if i > 0 {
				b.WriteByte(',')
			}
			if a.AssemblyName != "" {
				b.WriteByte('[')
				a.write(b)
				b.WriteByte(']')
				continue
			}
			a.write(b)
		}
		b.WriteByte(']')
	}
	for _, r := range t.Ranks {
		b.WriteByte('[')
		for ; r > 1; r-- {
			b.WriteByte(',')
		}
		b.WriteByte(']')
	}
	if t.AssemblyName != "" {
		b.WriteByte(',')
		b.WriteString(t.AssemblyName)
	}
}
