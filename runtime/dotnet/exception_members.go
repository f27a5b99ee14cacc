package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

func exceptionValue(v value.Value) *value.Exception {
	e, _ := value.As[*value.Exception](v.Base())
	return e
}

// exceptionMembers gives exception types their members. All share those of System.Exception; constructors are not inherited.
func exceptionMembers() {
	for _, list := range [][]*value.Type{coreExceptions, ownExceptions} {
		for _, t := range list {
			tab := exceptionTable(t)
			if props := engineProps(t); props != nil {
				tab = &table{ctors: tab.ctors, props: append(props, tab.props...), methods: tab.methods}
			}
			declare(t, tab)
		}
	}
	declare(value.ExceptionType, &exceptionBaseTable)
}

// exceptionTable is the table of a type by the constructors that its family has.
func exceptionTable(t *value.Type) *table {
	switch t {
	case value.ArgumentNullException, value.ArgumentOutOfRangeException, value.PSArgumentNullException, value.PSArgumentOutOfRange:
		return &paramExceptionTable
	case value.FileNotFoundException:
		return &fileExceptionTable
	case typeObjectDisposedException:
		return &disposedTable
	case typeAggregateException:
		return &aggregateTable
	case value.ArgumentException, value.PSArgumentException, typeCultureNotFoundException:
		return &argumentExceptionTable
	}
	if t.Is(value.RuntimeException) {
		return &runtimeExceptionTable
	}
	return &plainExceptionTable
}

var plainCtors = []ctor{
	{"()", newException},
	{"(string message)", newException},
	{"(string message, System.Exception innerException)", newException},
}

// newException makes one from a message and an inner exception.
func newException(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
	typ, _ := value.As[*value.Type](t)
	e := &value.Exception{Type: typ, Message: DefaultMessage(typ)}
	if len(a) > 0 && !a[0].IsNull() {
		e.Message = a[0].Str()
	}
	if len(a) > 1 {
		e.Inner = exceptionValue(a[1])
	}
	return value.Of(e), nil
}

var plainExceptionTable = table{ctors: plainCtors}

var exceptionBaseTable = table{
	ctors: plainCtors,
	props: []prop{
		{sig: "System.Reflection.MethodBase TargetSite", get: func(value.Value) value.Value { return value.NullValue }},
		{sig: "string Message", get: func(s value.Value) value.Value { return value.OfString(exceptionValue(s).Message) }},
		{sig: "System.Collections.IDictionary Data", get: exceptionData},
		{sig: "System.Exception InnerException", get: func(s value.Value) value.Value { return ofException(exceptionValue(s).Inner) }},
		{sig: "string HelpLink", get: func(s value.Value) value.Value { return exceptionValue(s).Detail("HelpLink") }, set: setDetail("HelpLink")},
		{sig: "string Source", get: func(s value.Value) value.Value { return exceptionValue(s).Detail("Source") }, set: setDetail("Source")},
		{sig: "int HResult", get: func(s value.Value) value.Value { return value.OfInt32(hresult(exceptionValue(s))) }, set: setDetail("HResult")},
		{sig: "string StackTrace", get: func(s value.Value) value.Value {
			if t := exceptionValue(s).StackTrace; t != "" {
				return value.OfString(t)
			}
			return value.NullValue
		}},
	},
	methods: []method{
		{sig: "System.Exception GetBaseException()", do: func(s value.Value, _ []value.Value) value.Value {
			e := exceptionValue(s)
			for e.Inner != nil {
				e = e.Inner
			}
			return value.Of(e)
		}},
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value {
			return value.OfString(exceptionText(exceptionValue(s)))
		}},
	},
}

// ofException is an exception as a value, $null for none.
func ofException(e *value.Exception) value.Value {
	if e == nil {
		return value.NullValue
	}
	return value.Of(e)
}

// exceptionText is an exception's ToString(): its type, its message, and the same of the inner ones.
func exceptionText(e *value.Exception) string {
	var b strings.Builder
	b.WriteString(e.Type.FullName)
	if e.Message != "" {
		b.WriteString(": " + e.Message)
	}
	if e.Inner != nil {
		b.WriteString("\n ---> " + exceptionText(e.Inner) + "\n   --- End of inner exception stack trace ---")
	}
	if e.StackTrace != "" {
		b.WriteString("\n" + e.StackTrace)
	}
	return b.String()
}

// exceptionData is the Data dictionary, made when it is first asked for.
func exceptionData(s value.Value) value.Value {
	e := exceptionValue(s)
	if d := e.Detail("Data"); !d.IsNull() {
		return d
	}
	d := value.Of(&value.Dictionary{Type: typeListDictionary})
	e.Details = append(e.Details, value.Detail{Name: "Data", Value: d})
	return d
}

var typeListDictionary = class("System.Collections.ListDictionaryInternal", value.TypeObject, 0, value.IfaceDictionary)

func setDetail(name string) func(value.Env, value.Value, value.Value) error {
	return func(_ value.Env, s, v value.Value) error {
		e := exceptionValue(s)
		for i := range e.Details {
			if e.Details[i].Name == name {
				e.Details[i].Value = v
				return nil
			}
		}
		e.Details = append(e.Details, value.Detail{Name: name, Value: v})
		return nil
	}
}

func detail(name string) func(value.Value) value.Value {
	return func(s value.Value) value.Value { return exceptionValue(s).Detail(name) }
}

// hresult is the number Windows knows an exception by; what derives from another without a number of its own has that one's.
func hresult(e *value.Exception) int32 {
	if v := e.Detail("HResult"); !v.IsNull() {
		return v.Int32()
	}
	for t := e.Type; t != nil; t = t.Base {
		if n, ok := hresults[t.FullName]; ok {
			return int32(n)
		}
	}
	return -2146233088
}

var hresults = map[string]uint32{
	"System.Exception":                                0x80131500,
	"System.SystemException":                          0x80131501,
	"System.ArgumentOutOfRangeException":              0x80131502,
	"System.ArgumentException":                        0x80070057,
	"System.ArgumentNullException":                    0x80004003,
	"System.InvalidCastException":                     0x80004002,
	"System.FormatException":                          0x80131537,
	"System.InvalidOperationException":                0x80131509,
	"System.NotSupportedException":                    0x80131515,
	"System.NotImplementedException":                  0x80004001,
	"System.NullReferenceException":                   0x80004003,
	"System.IndexOutOfRangeException":                 0x80131508,
	"System.DivideByZeroException":                    0x80020012,
	"System.OverflowException":                        0x80131516,
	"System.ArithmeticException":                      0x80070216,
	"System.TimeoutException":                         0x80131505,
	"System.UnauthorizedAccessException":              0x80070005,
	"System.OutOfMemoryException":                     0x8007000E,
	"System.IO.IOException":                           0x80131620,
	"System.IO.FileNotFoundException":                 0x80070002,
	"System.IO.DirectoryNotFoundException":            0x80070003,
	"System.ApplicationException":                     0x80131600,
	"System.OperationCanceledException":               0x8013153B,
	"System.ObjectDisposedException":                  0x80131622,
	"System.Collections.Generic.KeyNotFoundException": 0x80131577,
	"System.Security.SecurityException":               0x8013150A,
	"System.PlatformNotSupportedException":            0x80131539,
}

// withDetails is newException with properties of its own.
func withDetails(t value.Value, message string, inner value.Value, details ...value.Detail) value.Value {
	typ, _ := value.As[*value.Type](t)
	return value.Of(&value.Exception{Type: typ, Message: message, Inner: exceptionValue(inner), Details: details})
}

func parameterMessage(message, param string) string {
	if param == "" {
		return message
	}
	return message + " (Parameter '" + param + "')"
}

var argumentExceptionTable = table{
	ctors: concatCtors(plainCtors, []ctor{
		{"(string message, string paramName)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return withDetails(t, parameterMessage(a[0].Str(), a[1].Str()), value.NullValue, value.Detail{Name: "ParamName", Value: a[1]}), nil
		}},
		{"(string message, string paramName, System.Exception innerException)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return withDetails(t, parameterMessage(a[0].Str(), a[1].Str()), a[2], value.Detail{Name: "ParamName", Value: a[1]}), nil
		}},
	}),
	props: []prop{{sig: "string ParamName", get: detail("ParamName")}},
}

func concatCtors(groups ...[]ctor) []ctor {
	var all []ctor
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// paramExceptionTable is ArgumentNullException and its like, whose one string is the parameter.
var paramExceptionTable = table{
	ctors: []ctor{
		{"()", newException},
		{"(string paramName)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			typ, _ := value.As[*value.Type](t)
			return withDetails(t, parameterMessage(DefaultMessage(typ), a[0].Str()), value.NullValue, value.Detail{Name: "ParamName", Value: a[0]}), nil
		}},
		{"(string paramName, string message)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return withDetails(t, parameterMessage(a[1].Str(), a[0].Str()), value.NullValue, value.Detail{Name: "ParamName", Value: a[0]}), nil
		}},
		{"(string message, System.Exception innerException)", newException},
		{"(string paramName, System.Object actualValue, string message)", func(env value.Env, t value.Value, a []value.Value) (value.Value, error) {
			actual, err := netString(env, a[1])
			return withDetails(t, parameterMessage(a[2].Str(), a[0].Str())+"\nActual value was "+actual+".", value.NullValue,
				value.Detail{Name: "ParamName", Value: a[0]}, value.Detail{Name: "ActualValue", Value: a[1]}), err
		}},
	},
	props: []prop{{sig: "string ParamName", get: detail("ParamName")}, {sig: "System.Object ActualValue", get: detail("ActualValue")}},
}

var fileExceptionTable = table{
	ctors: concatCtors(plainCtors, []ctor{
		{"(string message, string fileName)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return withDetails(t, a[0].Str(), value.NullValue, value.Detail{Name: "FileName", Value: a[1]}), nil
		}},
		{"(string message, string fileName, System.Exception innerException)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return withDetails(t, a[0].Str(), a[2], value.Detail{Name: "FileName", Value: a[1]}), nil
		}},
	}),
	props: []prop{{sig: "string FileName", get: detail("FileName")}},
}

var disposedTable = table{
	ctors: []ctor{
		{"(string objectName)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return withDetails(t, "Cannot access a disposed object.\nObject name: '"+a[0].Str()+"'.", value.NullValue, value.Detail{Name: "ObjectName", Value: a[0]}), nil
		}},
		{"(string message, System.Exception innerException)", newException},
		{"(string objectName, string message)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return withDetails(t, a[1].Str()+"\nObject name: '"+a[0].Str()+"'.", value.NullValue, value.Detail{Name: "ObjectName", Value: a[0]}), nil
		}},
	},
	props: []prop{{sig: "string ObjectName", get: detail("ObjectName")}},
}

var aggregateTable = table{
	ctors: concatCtors(plainCtors, []ctor{
		{"(params System.Exception[] innerExceptions)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			typ, _ := value.As[*value.Type](t)
			return newAggregate(t, DefaultMessage(typ), items(a[0])), nil
		}},
		{"(string message, params System.Exception[] innerExceptions)", func(_ value.Env, t value.Value, a []value.Value) (value.Value, error) {
			return newAggregate(t, a[0].Str(), items(a[1])), nil
		}},
	}),
	props: []prop{{sig: "System.Collections.ObjectModel.ReadOnlyCollection[System.Exception] InnerExceptions", get: func(s value.Value) value.Value {
		e := exceptionValue(s)
		if v := e.Detail("InnerExceptions"); !v.IsNull() {
			return v
		}
		l := &value.ArrayList{Type: Construct(typeReadOnlyCollection, value.ExceptionType)}
		if e.Inner != nil {
			l.Items = []value.Value{value.Of(e.Inner)}
		}
		return value.Of(l)
	}}},
}

func newAggregate(t value.Value, message string, list []value.Value) value.Value {
	inner := value.NullValue
	for i, x := range list {
		if i == 0 {
			inner = x
		}
		message += " (" + exceptionValue(x).Message + ")"
	}
	all := value.Of(&value.ArrayList{Type: Construct(typeReadOnlyCollection, value.ExceptionType), Items: list})
	return withDetails(t, message, inner, value.Detail{Name: "InnerExceptions", Value: all})
}
