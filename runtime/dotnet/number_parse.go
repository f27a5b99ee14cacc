package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var enumNumberStyles = enumeration{full: "System.Globalization.NumberStyles", flags: true,
	names: "None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7 AllowTrailingSign=8 AllowParentheses=16 AllowDecimalPoint=32 " +
		"AllowThousands=64 Number=111 AllowExponent=128 Float=167 AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier=512 HexNumber=515 AllowBinarySpecifier=1024 BinaryNumber=1027"}

var numberParseRows = []method{
	{sig: "static N Parse(string s)", call: func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return parseNumber(numberType(t), a[0].Str(), defaultStyle(numberType(t)), currentCulture(env))
	}},
	{sig: "static N Parse(string s, System.Globalization.NumberStyles style)", call: func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return parseNumber(numberType(t), a[0].Str(), a[1].Int(), currentCulture(env))
	}},
	{sig: "static N Parse(string s, System.IFormatProvider provider)", call: func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return parseNumber(numberType(t), a[0].Str(), defaultStyle(numberType(t)), cultureOf(env, a[1]))
	}},
	{sig: "static N Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)", call: func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return parseNumber(numberType(t), a[0].Str(), a[1].Int(), cultureOf(env, a[2]))
	}},
	{sig: "static bool TryParse(string s, [ref] N result)", call: func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[1], numberType(t))(parseNumber(numberType(t), a[0].Str(), defaultStyle(numberType(t)), currentCulture(env)))
	}},
	{sig: "static bool TryParse(string s, System.IFormatProvider provider, [ref] N result)", call: func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[2], numberType(t))(parseNumber(numberType(t), a[0].Str(), defaultStyle(numberType(t)), cultureOf(env, a[1])))
	}},
	{sig: "static bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, [ref] N result)", call: func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
		return tryParse(a[3], numberType(t))(parseNumber(numberType(t), a[0].Str(), a[1].Int(), cultureOf(env, a[2])))
	}},
}

// tryParse turns the outcome of a parse into that of a TryParse: the result or the type's default in the out argument.
func tryParse(out value.Value, t *value.Type) func(v value.Value, err error) (value.Value, error) {
	return func(v value.Value, err error) (value.Value, error) {
		if err != nil {
			v, _ = Default(t)
		}
		return value.OfBool(err == nil), store(out, v)
	}
}

func defaultStyle(t *value.Type) int64 {
	switch t {
	case value.TypeDouble, value.TypeSingle:
		return int64(text.FloatStyle | text.AllowThousands)
	case value.TypeDecimal:
		return int64(text.NumberStyle)
	}
	return int64(text.IntegerStyle)
}

// parseNumber is T.Parse(s, style, culture).
func parseNumber(t *value.Type, s string, style int64, c *text.Culture) (value.Value, error) {
	styles := text.NumberStyles(style)
	order, signed := numericOrder(t)
	switch t {
	case value.TypeDouble:
		f, err := text.ParseFloat(s, 64, styles, c)
		return value.OfDouble(f), err
	case value.TypeSingle:
		f, err := text.ParseFloat(s, 32, styles, c)
		return value.OfSingle(float32(f)), err
	case value.TypeDecimal:
		d, err := text.ParseDecimal(s, styles, c)
		return value.OfDecimal(d), err
	case typeBigInteger:
		n, err := text.ParseBigInt(s, styles, c)
		if err != nil {
			return value.NullValue, err
		}
		return OfBigInteger(n), nil
	}
	if signed {
		n, err := text.ParseInt64(s, 4<<order, styles, c)
		return value.OfInteger(value.KindOfType(t), n), err
	}
	n, err := text.ParseUint64(s, 4<<order, styles, c)
	return value.OfInteger(value.KindOfType(t), int64(n)), err
}
