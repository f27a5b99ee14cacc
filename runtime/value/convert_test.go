package value

import (
	"testing"

	"rehearse/runtime/decimal"
)

var weekday = NewEnum("System.DayOfWeek",
	[]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}, []int64{0, 1, 2, 3, 4, 5, 6})

func dec(s string) Value {
	n, err := decimal.Parse(s)
	if err != nil {
		panic(err)
	}
	return OfDecimal(n)
}

// show writes a value as the tables do: type and text.
func show(v Value) string {
	if v.IsNull() {
		return "null"
	}
	if l, ok := v.Base().ref.(List); ok {
		s := TypeOf(v).FullName + "("
		for i := range l.Len() {
			if i > 0 {
				s += "; "
			}
			s += show(l.At(i))
		}
		return s + ")"
	}
	return TypeOf(v).FullName + " '" + ToString(v) + "'"
}

// outcome is show, or the id and message of the error.
func outcome(v Value, err error) string {
	if e, ok := err.(*Exception); ok {
		return "error " + e.ID + ": " + e.Message
	}
	if err != nil {
		return err.Error()
	}
	return show(v)
}

func TestConvert(t *testing.T) {
	s, i := OfString, OfInt
	for _, c := range []struct {
		v    Value
		to   *Type
		want string
	}{
		{s("0x1F"), TypeInt32, "System.Int32 '31'"},
		{s(" 12 "), TypeInt32, "System.Int32 '12'"},
		{s("1kb"), TypeInt32, "System.Int32 '1024'"},
		{s("1e3"), TypeInt32, "System.Int32 '1000'"},
		{s("2.5"), TypeInt32, "System.Int32 '2'"},
		{s("1,5"), TypeInt32, "System.Int32 '15'"},
		{s("0xFFFFFFFF"), TypeInt32, "System.Int32 '-1'"},
		{s(""), TypeDecimal, "System.Decimal '0'"},
		{s("1.50"), TypeDecimal, "System.Decimal '1.5'"},
		{s("1,0.10"), TypeDecimal, "System.Decimal '10.10'"},
		{s("Infinity"), TypeDouble, "System.Double 'Infinity'"},
		{s("0xZZ"), TypeInt32, `error InvalidCastFromStringToInteger: Cannot convert value "0xZZ" to type "System.Int32". Error: "Could not find any recognizable digits."`},
		{s("1e10"), TypeInt32, `error InvalidCastFromStringToInteger: Cannot convert value "1e10" to type "System.Int32". Error: "The input string '1e10' was not in a correct format."`},
		{s("9999999999"), TypeInt32, `error InvalidCastFromStringToInteger: Cannot convert value "9999999999" to type "System.Int32". Error: "Value was either too large or too small for an Int32."`},
		{OfDouble(1e20), TypeInt64, `error InvalidCastIConvertible: Cannot convert value "1E+20" to type "System.Int64". Error: "Arithmetic operation resulted in an overflow."`},
		{OfDouble(2.5), TypeInt32, "System.Int32 '2'"},
		{OfDouble(3.5), TypeInt32, "System.Int32 '4'"},
		{OfChar('a'), TypeDouble, "System.Double '97'"},
		{i(65), TypeChar, "System.Char 'A'"},
		{s("ab"), TypeChar, `error InvalidCastParseTargetInvocation: Cannot convert value "ab" to type "System.Char". Error: "String must be exactly one character long."`},
		{OfArray(i(1)), TypeInt32, `error ConvertToFinalInvalidCastException: Cannot convert the "System.Object[]" value of type "System.Object[]" to type "System.Int32".`},
		{OfArray(s("1"), i(2)), ArrayOf(TypeInt32), "System.Int32[](System.Int32 '1'; System.Int32 '2')"},
		{s("ab"), ArrayOf(TypeChar), "System.Char[](System.Char 'a'; System.Char 'b')"},
		{s("ab"), ArrayOf(TypeByte), `error InvalidCastExceptionScalarToArray: Cannot convert value "ab" to type "System.Byte[]". Error: "Cannot convert value "ab" to type "System.Byte". Error: "The input string 'ab' was not in a correct format.""`},
		{True, ArrayOf(TypeChar), `error InvalidCastIConvertible: Cannot convert value "True" to type "System.Char[]". Error: "Invalid cast from 'System.Boolean' to 'System.Char[]'."`},
		{s("mon"), weekday, "System.DayOfWeek 'Monday'"},
		{s("Sunday,Monday"), weekday, "System.DayOfWeek 'Monday'"},
		{OfArray(i(1), i(2)), weekday, "System.DayOfWeek 'Wednesday'"},
		{OfDouble(3), weekday, "System.DayOfWeek 'Wednesday'"},
		{NullValue, TypeString, "System.String ''"},
		{NullValue, TypeInt64, "System.Int64 '0'"},
		{NullValue, ArrayOf(TypeInt32), "null"},
		{NullValue, TypeDateTime, `error nullToObjectInvalidCast: Cannot convert null to type "System.DateTime".`},
		{i(1), TypeSwitchParameter, `error ConvertToFinalInvalidCastException: Cannot convert the "1" value of type "System.Int32" to type "System.Management.Automation.SwitchParameter".`},
	} {
		got := outcome(Convert(c.v, c.to))
		if got != c.want {
			t.Errorf("[%s]%s\n got %s\nwant %s", c.to.FullName, show(c.v), got, c.want)
		}
		x, ok := TryConvert(c.v, c.to)
		if _, err := Convert(c.v, c.to); ok != (err == nil) || ok && show(x) != got {
			t.Errorf("TryConvert of %s to %s disagrees with Convert", show(c.v), c.to.FullName)
		}
	}
}

func TestEveryFailedCastTellsItsReason(t *testing.T) {
	_, err := Convert(OfString("x"), TypeInt32)
	e := err.(*Exception)
	if e.Type != RuntimeException || e.Category != InvalidArgument || e.Inner.Type != PSInvalidCastException || e.Inner.Inner.Type != FormatException {
		t.Errorf("%v in %v in %v", e.Inner.Inner, e.Inner, e)
	}
}

func TestCyclicValuesEnd(t *testing.T) {
	a := NewArray(make([]Value, 2))
	a.Items[0], a.Items[1] = Of(&ArrayList{Type: TypeArrayList, Items: []Value{Of(a)}}), Of(a)
	_ = ToString(Of(a))
	if _, ok := TryConvert(Of(a), ArrayOf(ArrayOf(ArrayOf(TypeInt32)))); ok {
		t.Error("a list of itself became an array of numbers")
	}
	if _, ok := TryConvert(Of(a), weekday); ok {
		t.Error("a list of itself became an enumeration")
	}
	o := NewCustom()
	o.Set("Self", Of(o))
	if got := ToString(Of(o)); got != "@{Self=}" {
		t.Error(got)
	}
}
