package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// The ids of conversions that the binder itself refuses; cannotConvert turns them into the errors of cmdlet parameters.
const (
	refusedByType = "CannotConvertArgument"
	refusedNull   = "ParameterBindingFailed"
)

// convertArgument is v as an argument of type t. It is the cast of the operators except for what README section 9 lists: [bool] and
// [switch] take no texts, [string] no arrays, script blocks must be blocks, [ref] a reference. text is the source text of a number token.
// compiled asks for the rules of cmdlets.
func convertArgument(t *value.Type, v value.Value, text string, advanced, compiled bool) (value.Value, error) {
	switch t {
	case value.TypePSObject, value.TypePSCustomObject:
		return v, nil
	case value.TypeBool:
		return toBool(v, compiled)
	case value.TypeSwitchParameter:
		return toSwitch(v, compiled)
	case value.TypeString:
		return toText(v, text, advanced, compiled)
	case value.TypeScriptBlock:
		return toBlock(v)
	}
	if value.TypeOf(v) == t {
		return v, nil
	}
	if text != "" && (t == value.TypeStringArray || elementType(t) == value.TypeString) {
		v = value.OfString(text)
	}
	if compiled {
		return toCompiled(t, v)
	}
	if isReference(t) {
		if value.TypeOf(v) == nil || !isReference(value.TypeOf(v)) {
			return v, value.Throw(value.PSInvalidCastException, "InvalidCast", "Reference type is expected in argument.").With(value.InvalidArgument, v)
		}
		return v, nil
	}
	return value.Convert(v, t)
}

// toCompiled converts for a cmdlet: null cannot be set to a value type, arrays are converted element by element.
func toCompiled(t *value.Type, v value.Value) (value.Value, error) {
	if v.IsNull() {
		if t.Flags&value.ValueType != 0 && t.Generic == nil {
			x, err := value.Convert(v, t)
			if err != nil {
				return v, value.Throw(value.PSInvalidCastException, refusedNull, asException(err).Message)
			}
			return x, nil
		}
		return v, nil
	}
	if t.Elem == nil || t.Rank != 1 {
		return value.Convert(v, t)
	}
	list, ok := v.Base().Object().(value.List)
	if !ok {
		if _, enumerable := v.Base().Object().(value.Enumerable); enumerable {
			return value.Convert(v, t)
		}
		x, err := convertElement(t.Elem, v)
		if err != nil {
			return v, err
		}
		return value.Of(&value.Array{Type: t, Items: []value.Value{x}}), nil
	}
	items := make([]value.Value, list.Len())
	for i := range items {
		x, err := convertElement(t.Elem, list.At(i))
		if err != nil {
			return v, err
		}
		items[i] = x
	}
	return value.Of(&value.Array{Type: t, Items: items}), nil
}

func convertElement(t *value.Type, v value.Value) (value.Value, error) {
	if t == value.TypeObject || t == value.TypePSObject || value.TypeOf(v) == t {
		return v, nil
	}
	return value.Convert(v, t)
}

const onlyBooleans = "Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0."

// toBool accepts booleans, switches, numbers and enums only.
func toBool(v value.Value, compiled bool) (value.Value, error) {
	v = v.Base()
	switch k := v.Kind(); {
	case k == value.Bool:
		return v, nil
	case isNumber(k) || k == value.Switch || k == value.Enum:
		return value.OfBool(value.Truth(v)), nil
	}
	return v, refuseBoolean(value.TypeBool, v, compiled)
}

// toSwitch accepts booleans and null; a number only for a cmdlet.
func toSwitch(v value.Value, compiled bool) (value.Value, error) {
	v = v.Base()
	switch k := v.Kind(); {
	case k == value.Switch:
		return v, nil
	case k == value.Bool:
		return value.OfSwitch(v.Bool()), nil
	case v.IsNull():
		return value.OfSwitch(false), nil
	case isNumber(k) || k == value.Enum:
		if compiled {
			return value.OfSwitch(value.Truth(v)), nil
		}
		return v, value.Throw(value.PSInvalidCastException, "ConvertToFinalInvalidCastException", "Cannot convert the \""+value.ToString(v)+
			"\" value of type \""+typeText(v)+"\" to type \""+value.TypeSwitchParameter.FullName+"\".").With(value.InvalidArgument, value.NullValue)
	}
	return v, refuseBoolean(value.TypeSwitchParameter, v, compiled)
}

func refuseBoolean(t *value.Type, v value.Value, compiled bool) error {
	if compiled {
		return value.Throw(value.PSInvalidCastException, refusedByType, "")
	}
	return value.Throw(value.PSInvalidCastException, "InvalidCast", "Cannot convert value \""+typeText(v)+"\" to type \""+t.FullName+"\". "+
		onlyBooleans).With(value.InvalidArgument, value.NullValue)
}

func isNumber(k value.Kind) bool {
	return value.SByte <= k && k <= value.Double || k == value.DecimalKind
}

// toText is the text of a number token as typed, else the string conversion. An array is refused by an advanced function and a cmdlet.
func toText(v value.Value, text string, advanced, compiled bool) (value.Value, error) {
	if text != "" {
		return value.OfString(text), nil
	}
	if v.IsString() {
		return v, nil
	}
	if v.IsNull() && compiled {
		return value.NullValue, nil
	}
	if _, ok := v.Base().Object().(*value.Array); ok && (advanced || compiled) {
		if compiled {
			return v, value.Throw(value.NotSupportedException, refusedByType, "Specified method is not supported.")
		}
		return v, value.Throw(value.PSInvalidCastException, "InvalidCast", "Cannot convert value to type System.String.").With(value.InvalidArgument, value.NullValue)
	}
	return value.Convert(v, value.TypeString)
}

// toBlock takes script blocks and null.
func toBlock(v value.Value) (value.Value, error) {
	if v.IsNull() || value.TypeOf(v).Is(value.TypeScriptBlock) {
		return v, nil
	}
	return v, value.Throw(value.PSInvalidCastException, "ConvertToFinalInvalidCastException", "Cannot convert the \""+value.ToString(v)+
		"\" value of type \""+typeText(v)+"\" to type \""+value.TypeScriptBlock.FullName+"\".").With(value.InvalidArgument, value.NullValue)
}

// typeText is the full name of v's type, "" for $null.
func typeText(v value.Value) string {
	if t := value.TypeOf(v); t != nil {
		return t.String()
	}
	return ""
}

// isReference tells whether t is [ref].
func isReference(t *value.Type) bool {
	return strings.HasPrefix(t.FullName, "System.Management.Automation.PSReference")
}

// elementType is the type of the elements of an array or list type, nil for others.
func elementType(t *value.Type) *value.Type {
	switch {
	case t.Elem != nil:
		return t.Elem
	case len(t.Args) == 1 && t.Is(value.IfaceEnumerable):
		return t.Args[0]
	}
	return nil
}
