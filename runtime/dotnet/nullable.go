package dotnet

import "rehearse/runtime/value"

var typeNullable = class("System.Nullable`1", value.TypeValueType, value.ValueType|value.Sealed|value.OpenGeneric)

// isNullable tells whether t is a Nullable<T>. Its values are those of T, or $null.
func isNullable(t *value.Type) bool { return t.Generic != nil && t.Generic == typeNullable }

// nullString is [NullString]::Value: a null for a parameter of type string, which would turn $null into an empty text.
type nullString struct{}

var typeNullString = class("System.Management.Automation.Language.NullString", value.TypeObject, 0)

// TypeOf is NullString.
func (nullString) TypeOf() *value.Type { return typeNullString }

var nullStringTable = table{
	props: []prop{
		{sig: "static System.Management.Automation.Language.NullString Value", get: func(value.Value) value.Value { return value.Of(nullString{}) }},
	},
}
