package parser

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"rehearse/parser/ast"
)

// CheckTypes gives the errors that PowerShell finds when it defines the types of a script, before it
// runs: they are no errors of the text, which has a tree, but are shown like them (oracle/errors,
// parse-classes).
func CheckTypes(script *ast.ScriptBlock) []*Error {
	d := definer{known: map[string]bool{}}
	for _, t := range script.Types {
		d.known[strings.ToLower(t.Name)] = false
	}
	for _, t := range script.Types {
		if t.IsEnum() {
			d.enum(t)
		} else {
			d.class(t)
		}
		d.known[strings.ToLower(t.Name)] = true
	}
	return d.errs
}

// definer goes through the types of a script in order.
type definer struct {
	errs  []*Error
	known map[string]bool // the types of the script: whether they are defined already
}

func (d *definer) add(id string, x ast.Extent, message string) {
	d.errs = append(d.errs, &Error{ID: id, Message: message, Extent: x})
}

// sealed are the names of the types that scripts know and no class can derive from.
var sealed = map[string]string{
	"string": "String", "char": "Char", "bool": "Boolean", "boolean": "Boolean", "byte": "Byte", "sbyte": "SByte", "int16": "Int16", "short": "Int16",
	"uint16": "UInt16", "ushort": "UInt16", "int": "Int32", "int32": "Int32", "uint": "UInt32", "uint32": "UInt32", "long": "Int64", "int64": "Int64",
	"ulong": "UInt64", "uint64": "UInt64", "single": "Single", "float": "Single", "double": "Double", "decimal": "Decimal", "bigint": "BigInteger",
	"datetime": "DateTime", "timespan": "TimeSpan", "guid": "Guid", "version": "Version",
}

func (d *definer) class(t *ast.TypeDefinition) {
	for _, b := range t.BaseTypes {
		name := strings.ToLower(b.TypeName.String())
		if defined, own := d.known[name]; own && !defined {
			d.add("TypeNotFound", b.TypeName.Extent, fmt.Sprintf("Unable to find type [%s].", b.TypeName))
			return
		}
		if clr, ok := sealed[strings.TrimPrefix(name, "system.")]; ok {
			d.add("SealedBaseClass", b.TypeName.Extent, fmt.Sprintf("Cannot inherit from sealed class '%s'.", clr))
			return
		}
	}
	d.members(t)
}

// members reports properties and enumeration members with a name that another one has.
func (d *definer) members(t *ast.TypeDefinition) {
	seen := map[string]bool{}
	for _, m := range t.Members {
		m, ok := m.(*ast.PropertyMember)
		if !ok {
			continue
		}
		name := strings.ToLower(m.Name)
		if seen[name] {
			d.duplicate(m)
		}
		seen[name] = true
	}
}

func (d *definer) duplicate(m *ast.PropertyMember) {
	x := m.Extent
	if m.InitialValue == nil {
		x.End = m.NameExtent.End // without the semicolon
	}
	d.add("MemberAlreadyDefined", x, fmt.Sprintf("The member '%s' is already defined.", m.Name))
}

// underlying are the keywords and ranges of the types an enumeration can have.
var underlying = map[string]struct {
	keyword string
	kind    ast.NumberKind
}{
	"byte": {"byte", ast.Byte}, "sbyte": {"sbyte", ast.SByte}, "short": {"short", ast.Int16}, "int16": {"short", ast.Int16},
	"ushort": {"ushort", ast.UInt16}, "uint16": {"ushort", ast.UInt16}, "int": {"int", ast.Int32}, "int32": {"int", ast.Int32},
	"uint": {"uint", ast.UInt32}, "uint32": {"uint", ast.UInt32}, "long": {"long", ast.Int64}, "int64": {"long", ast.Int64},
	"ulong": {"ulong", ast.UInt64}, "uint64": {"ulong", ast.UInt64},
}

func (d *definer) enum(t *ast.TypeDefinition) {
	base := underlying["int"]
	for _, b := range t.BaseTypes {
		if u, ok := underlying[strings.TrimPrefix(strings.ToLower(b.TypeName.String()), "system.")]; ok {
			base = u
		}
	}
	d.members(t)
	next := new(big.Int)
	for _, m := range t.Members {
		m, ok := m.(*ast.PropertyMember)
		if !ok {
			continue
		}
		at := m.NameExtent
		if e := m.InitialValue; e != nil {
			at = e.Range()
			if !constant(e) {
				d.add("EnumeratorValueMustBeConstant", at, "Enumerator value must be a constant value.")
				return
			}
			if next = integer(e); next == nil {
				if _, isText := e.(*ast.StringConstantExpression); isText {
					d.add("CannotConvertValue", at, fmt.Sprintf("Cannot convert the value to type \"%s\".", base.keyword))
				}
				return // a value that is only known when the script runs
			}
		}
		if !fits(next, base.kind) {
			d.add("EnumeratorValueOutOfBounds", at, fmt.Sprintf("Enumerator value is either too large or too small for %s.", base.keyword))
			return
		}
		next = new(big.Int).Add(next, big.NewInt(1))
	}
}

// integer is the value of a constant expression of integers; nil if it is not one.
func integer(e ast.Expression) *big.Int {
	switch e := e.(type) {
	case *ast.StringConstantExpression:
		if n, err := strconv.ParseInt(strings.TrimSpace(e.Value), 10, 64); err == nil {
			return big.NewInt(n)
		}
	case *ast.ConstantExpression:
		switch n := e.Value; n.Kind {
		case ast.Double, ast.Decimal, ast.BigInteger, ast.Boolean:
		case ast.UInt64:
			return new(big.Int).SetUint64(n.Uint())
		default:
			return big.NewInt(n.Int())
		}
	case *ast.UnaryExpression:
		if n := integer(e.Child); n != nil && e.TokenKind == ast.Minus {
			return n.Neg(n)
		}
	case *ast.ParenExpression:
		if inner := singleExpression(e.Pipeline); inner != nil {
			return integer(inner)
		}
	}
	return nil
}
