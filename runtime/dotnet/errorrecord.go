package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// noArgument is the error of an argument that must not be null, in the words of PowerShell's own classes.
func noArgument(name string) error {
	return value.Throw(value.PSArgumentNullException, "ArgumentNull", "Cannot process argument because the value of argument \""+name+
		"\" is null. Change the value of argument \""+name+"\" to a non-null value.").With(value.InvalidArgument, value.NullValue)
}

func recordValue(v value.Value) *value.ErrorRecord {
	r, _ := value.As[*value.ErrorRecord](v.Base())
	return r
}

// newRecord is an error record as its constructor makes it.
func newRecord(e *value.Exception, id string, c value.ErrorCategory, target value.Value) *value.ErrorRecord {
	r := &value.ErrorRecord{Exception: e, ID: id, Category: c, Target: target, Reason: e.Type.Name}
	if !target.IsNull() {
		r.TargetName, r.TargetType = value.ToString(target), value.TypeOf(target).Name
		if l, ok := value.As[value.List](target.Base()); ok {
			r.TargetName = l.TypeOf().String()
		}
	}
	return r
}

var errorRecordTable = table{
	ctors: []ctor{
		{"(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			e := exceptionValue(a[0])
			if e == nil {
				return value.NullValue, noArgument("exception")
			}
			return value.Of(newRecord(e, a[1].Str(), value.ErrorCategory(a[2].Int()), a[3])), nil
		}},
		{"(System.Management.Automation.ErrorRecord errorRecord, System.Exception replaceParentContainsErrorRecordException)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			old := recordValue(a[0])
			if old == nil {
				return value.NullValue, noArgument("errorRecord")
			}
			// What is to replace the exception counts only where the record is an exception's own.
			r := old.Copy()
			if e := exceptionValue(a[1]); e != nil && r.Exception.Type == typeParentContains {
				r.Exception = e
			}
			return value.Of(r), nil
		}},
	},
	props: []prop{
		{sig: "System.Object PSMessageDetails", get: func(value.Value) value.Value { return value.NullValue }},
		{sig: "System.Exception Exception", get: func(s value.Value) value.Value { return ofException(recordValue(s).Exception) }},
		{sig: "System.Object TargetObject", get: func(s value.Value) value.Value { return recordValue(s).Target }},
		{sig: "System.Management.Automation.ErrorCategoryInfo CategoryInfo", get: func(s value.Value) value.Value {
			return value.Of(&CategoryInfo{recordValue(s)})
		}},
		{sig: "string FullyQualifiedErrorId", get: func(s value.Value) value.Value { return value.OfString(recordValue(s).ID) }},
		{sig: "System.Management.Automation.ErrorDetails ErrorDetails", get: func(s value.Value) value.Value {
			r := recordValue(s)
			if r.Message == "" && r.RecommendedAction == "" {
				return value.NullValue
			}
			return value.Of(&ErrorDetails{record: r})
		}, set: func(_ value.Env, s, v value.Value) error {
			r := recordValue(s)
			d, ok := value.As[*ErrorDetails](v)
			if !ok {
				r.Message, r.RecommendedAction = "", ""
				return nil
			}
			r.Message, r.RecommendedAction = d.message(), d.action()
			return nil
		}},
		{sig: "System.Management.Automation.InvocationInfo InvocationInfo", get: func(s value.Value) value.Value {
			if i := recordValue(s).Invocation; i != nil {
				return value.Of(i)
			}
			return value.NullValue
		}},
		{sig: "string ScriptStackTrace", get: func(s value.Value) value.Value {
			if t := recordValue(s).StackTrace; t != "" {
				return value.OfString(t)
			}
			return value.NullValue
		}},
		{sig: "System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo", get: func(s value.Value) value.Value {
			l := &value.ArrayList{Type: Construct(typeReadOnlyCollection, value.TypeInt32)}
			if recordValue(s).Alone {
				l.Items = []value.Value{value.OfInt32(0), value.OfInt32(1)}
			}
			return value.Of(l)
		}},
	},
	methods: []method{
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(recordValue(s).Text()) }},
	},
}

// CategoryInfo is an ErrorCategoryInfo: a view of an error record.
type CategoryInfo struct{ Record *value.ErrorRecord }

var typeCategoryInfo = class("System.Management.Automation.ErrorCategoryInfo", value.TypeObject, 0)

// TypeOf is ErrorCategoryInfo.
func (*CategoryInfo) TypeOf() *value.Type { return typeCategoryInfo }

// ToText is the category as its ToString() and the error view show it.
func (c *CategoryInfo) ToText() string { return c.Record.CategoryText() }

func recordOfInfo(v value.Value) *value.ErrorRecord {
	c, _ := value.As[*CategoryInfo](v)
	return c.Record
}

var categoryInfoTable = table{
	props: []prop{
		{sig: "System.Management.Automation.ErrorCategory Category", get: func(s value.Value) value.Value { return value.OfCategory(recordOfInfo(s).Category) }},
		{sig: "string Activity", get: func(s value.Value) value.Value { return value.OfString(recordOfInfo(s).Activity) },
			set: func(_ value.Env, s, v value.Value) error { recordOfInfo(s).Activity = v.Str(); return nil }},
		{sig: "string Reason", get: func(s value.Value) value.Value { return value.OfString(recordOfInfo(s).Reason) },
			set: func(_ value.Env, s, v value.Value) error { recordOfInfo(s).Reason = v.Str(); return nil }},
		{sig: "string TargetName", get: func(s value.Value) value.Value { return value.OfString(recordOfInfo(s).TargetName) },
			set: func(_ value.Env, s, v value.Value) error { recordOfInfo(s).TargetName = v.Str(); return nil }},
		{sig: "string TargetType", get: func(s value.Value) value.Value { return value.OfString(recordOfInfo(s).TargetType) },
			set: func(_ value.Env, s, v value.Value) error { recordOfInfo(s).TargetType = v.Str(); return nil }},
	},
	methods: []method{
		{sig: "string GetMessage()", do: func(s value.Value, _ []value.Value) value.Value {
			c, _ := value.As[*CategoryInfo](s)
			return value.OfString(c.ToText())
		}},
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value {
			c, _ := value.As[*CategoryInfo](s)
			return value.OfString(c.ToText())
		}},
	},
}

// ErrorDetails is the replacement text of an error record, or one that waits for its record.
type ErrorDetails struct {
	record       *value.ErrorRecord
	text, advice string
}

var typeErrorDetails = class("System.Management.Automation.ErrorDetails", value.TypeObject, 0)

// TypeOf is ErrorDetails.
func (*ErrorDetails) TypeOf() *value.Type { return typeErrorDetails }

// ToText is the message.
func (d *ErrorDetails) ToText() string { return d.message() }

func (d *ErrorDetails) message() string {
	if d.record != nil {
		return d.record.Message
	}
	return d.text
}

func (d *ErrorDetails) action() string {
	if d.record != nil {
		return d.record.RecommendedAction
	}
	return d.advice
}

func detailsOf(v value.Value) *ErrorDetails {
	d, _ := value.As[*ErrorDetails](v)
	return d
}

var errorDetailsTable = table{
	ctors: []ctor{{"(string message)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return value.Of(&ErrorDetails{text: a[0].Str()}), nil
	}}},
	props: []prop{
		{sig: "string Message", get: func(s value.Value) value.Value { return value.OfString(detailsOf(s).message()) }},
		{sig: "string RecommendedAction", get: func(s value.Value) value.Value { return value.OfString(detailsOf(s).action()) },
			set: func(_ value.Env, s, v value.Value) error {
				if d := detailsOf(s); d.record != nil {
					d.record.RecommendedAction = v.Str()
				} else {
					d.advice = v.Str()
				}
				return nil
			}},
	},
	methods: []method{
		{sig: "string ToString()", do: func(s value.Value, _ []value.Value) value.Value { return value.OfString(detailsOf(s).message()) }},
	},
}

func invocationOf(v value.Value) *value.InvocationInfo {
	i, _ := value.As[*value.InvocationInfo](v)
	return i
}

// place is where an invocation stands; zero when it stands nowhere.
func place(i *value.InvocationInfo) (line, column int) {
	if i.Extent.Source == nil {
		return 0, 0
	}
	return i.Extent.Source.LineColumn(int(i.Extent.Start))
}

var invocationInfoTable = table{
	props: []prop{
		{sig: "System.Management.Automation.CommandInfo MyCommand", get: func(s value.Value) value.Value { return invocationOf(s).Command }},
		{sig: "System.Collections.Generic.Dictionary[string,System.Object] BoundParameters", get: func(s value.Value) value.Value { return boundOf(invocationOf(s)) }},
		{sig: "System.Collections.Generic.List[System.Object] UnboundArguments", get: func(s value.Value) value.Value { return unboundOf(invocationOf(s)) }},
		{sig: "int ScriptLineNumber", get: func(s value.Value) value.Value {
			line, _ := place(invocationOf(s))
			return value.OfInt(line)
		}},
		{sig: "int OffsetInLine", get: func(s value.Value) value.Value {
			_, column := place(invocationOf(s))
			return value.OfInt(column)
		}},
		{sig: "long HistoryId", get: func(s value.Value) value.Value { return value.OfInt64(invocationOf(s).HistoryID) }},
		{sig: "string ScriptName", get: func(s value.Value) value.Value {
			if src := invocationOf(s).Extent.Source; src != nil {
				return value.OfString(src.FileName())
			}
			return value.OfString("")
		}},
		{sig: "string Line", get: func(s value.Value) value.Value {
			i := invocationOf(s)
			if i.Extent.Source == nil {
				return value.OfString("")
			}
			line, _ := place(i)
			return value.OfString(i.Extent.Source.LineText(line) + "\n")
		}},
		{sig: "string Statement", get: func(s value.Value) value.Value { return value.OfString(statement(invocationOf(s))) }},
		{sig: "string PositionMessage", get: func(s value.Value) value.Value { return value.OfString(invocationOf(s).Extent.PositionMessage()) }},
		{sig: "string PSScriptRoot", get: func(s value.Value) value.Value { return value.OfString(folderOf(commandPath(invocationOf(s)))) }},
		{sig: "string PSCommandPath", get: func(s value.Value) value.Value { return value.OfString(commandPath(invocationOf(s))) }},
		{sig: "string InvocationName", get: func(s value.Value) value.Value { return value.OfString(invocationOf(s).InvocationName) }},
		{sig: "int PipelineLength", get: func(s value.Value) value.Value { return value.OfInt(invocationOf(s).PipelineLength) }},
		{sig: "int PipelinePosition", get: func(s value.Value) value.Value { return value.OfInt(invocationOf(s).PipelineIndex) }},
		{sig: "bool ExpectingInput", get: func(s value.Value) value.Value { return value.OfBool(invocationOf(s).ExpectingInput) }},
		{sig: "System.Management.Automation.CommandOrigin CommandOrigin", get: func(value.Value) value.Value { return enumCommandOrigin.of(1) }},
		{sig: "System.Management.Automation.Language.IScriptExtent DisplayScriptPosition", get: func(value.Value) value.Value { return value.NullValue }},
	},
}

var enumCommandOrigin = enumeration{full: "System.Management.Automation.CommandOrigin", names: "Runspace Internal"}

func statement(i *value.InvocationInfo) string {
	if i.Extent.Source == nil {
		return ""
	}
	return i.Extent.Source.Slice(int(i.Extent.Start), int(i.Extent.End))
}

func folderOf(path string) string {
	i := strings.LastIndexAny(path, `/\`)
	if i < 0 {
		return ""
	}
	return path[:i]
}

// commandPath is PSCommandPath: the file in which the command is called, else that of the script which is called.
func commandPath(i *value.InvocationInfo) string {
	if i.Extent.Source != nil {
		return i.Extent.Source.FileName()
	}
	return i.ScriptPath
}

func boundOf(i *value.InvocationInfo) value.Value {
	if !i.Bound.IsNull() {
		return i.Bound
	}
	return value.Of(&value.Dictionary{Type: Construct(typeDictionary, value.TypeString, value.TypeObject)})
}

func unboundOf(i *value.InvocationInfo) value.Value {
	if !i.Unbound.IsNull() {
		return i.Unbound
	}
	return value.Of(&value.ArrayList{Type: Construct(typeList, value.TypeObject)})
}
