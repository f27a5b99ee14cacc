package dotnet

import "rehearse/runtime/value"

// convertibleRows are the methods of IConvertible, which the basic types implement explicitly.
func convertibleRows() []method {
	rows := []method{{sig: "System.TypeCode IConvertible.GetTypeCode()", do: func(s value.Value, _ []value.Value) value.Value {
		return enumTypeCode.of(typeCode(value.TypeOf(s)))
	}}}
	for _, t := range []*value.Type{
		value.TypeBool, value.TypeByte, value.TypeChar, value.TypeDateTime, value.TypeDecimal, value.TypeDouble, value.TypeInt16, value.TypeInt32, value.TypeInt64,
		value.TypeSByte, value.TypeSingle, value.TypeUInt16, value.TypeUInt32, value.TypeUInt64,
	} {
		rows = append(rows, method{sig: ShortName(t) + " IConvertible.To" + t.Name + "(System.IFormatProvider provider)",
			call: func(env value.Env, s value.Value, _ []value.Value) (value.Value, error) {
				return convertNet(env, s.Base(), t)
			}})
	}
	return append(rows, method{sig: "System.Object IConvertible.ToType(type conversionType, System.IFormatProvider provider)", call: func(env value.Env, s value.Value, a []value.Value) (value.Value, error) {
		return changeType(env, s, []value.Value{s, a[0]})
	}})
}
