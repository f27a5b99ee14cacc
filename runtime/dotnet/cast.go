package dotnet

import "rehearse/runtime/value"

// Cast is [t]v. The rules are those of package value, which finds Parse methods, constructors and operators in the tables of this
// package; types that convert in another way have a Conversion, see conversions.
func Cast(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	return value.ConvertIn(env, v, t)
}

// ConvertParameter converts an argument of a method: as Cast, but [NullString]::Value is null for a string parameter, where $null is
// an empty text.
func ConvertParameter(env value.Env, v value.Value, t *value.Type) (value.Value, error) {
	switch {
	case t == nil || t == value.TypeObject:
		return v, nil
	case value.TypeOf(v) == t:
		return v.Base(), nil
	case t == value.TypeString:
		if _, ok := value.As[nullString](v); ok {
			return value.NullValue, nil
		}
	}
	return value.ConvertIn(env, v, t)
}

// convertsFromText tells whether a text may become a value of a type by the type itself.
func convertsFromText(t *value.Type) bool {
	if t == value.TypeSwitchParameter || t.Conversion != nil || t.FindMethod("Parse", true) != nil {
		return true
	}
	if t.Members != nil {
		for _, o := range t.Members.Load().Ctors {
			if len(o.Params) == 1 && o.Params[0].Type == value.TypeString {
				return true
			}
		}
	}
	return false
}

// convertsImplicitly tells whether type p, or a itself, has an operator that makes values of p from those of a.
func convertsImplicitly(a, p *value.Type) bool {
	for _, owner := range [...]*value.Type{p, a} {
		if m := owner.FindMethod("op_Implicit", true); m != nil {
			for _, o := range m.Overloads {
				if o.Return == p && o.Params[0].Type == a {
					return true
				}
			}
		}
	}
	return false
}

// Default is the value of a value type that was never set; false if the package does not know the type.
func Default(t *value.Type) (value.Value, bool) {
	switch {
	case t.Enum != nil:
		return value.OfEnum(t.Enum, 0), true
	case t == value.TypeDateTime:
		return value.OfDateTime(0, 0), true
	case t == value.TypeTimeSpan:
		return value.OfTimeSpan(0), true
	case t == value.TypeBool:
		return value.False, true
	case t == value.TypeChar:
		return value.OfChar(0), true
	case t == value.TypeSwitchParameter:
		return value.OfSwitch(false), true
	case t.Zero != nil:
		return value.Of(t.Zero), true
	case t.Flags&value.Numeric != 0:
		v, err := value.Convert(value.OfInt(0), t)
		return v, err == nil
	case isNullable(t):
		return value.NullValue, true
	}
	return value.NullValue, t.Flags&value.ValueType == 0
}
