package runtime

import (
	"strings"
	"time"

	"rehearse/runtime/value"
)

// MessageRecord is a line of the warning, verbose or debug stream.
type MessageRecord struct {
	value.Extended
	Stream  Stream
	Message string
	// Invocation is the call of the function or block that wrote the message.
	Invocation *value.InvocationInfo
}

// The types of message records.
var (
	typeInformationalRecord = &value.Type{Name: "InformationalRecord", FullName: "System.Management.Automation.InformationalRecord", Base: value.TypeObject}
	TypeWarningRecord       = &value.Type{Name: "WarningRecord", FullName: "System.Management.Automation.WarningRecord", Base: typeInformationalRecord}
	TypeVerboseRecord       = &value.Type{Name: "VerboseRecord", FullName: "System.Management.Automation.VerboseRecord", Base: typeInformationalRecord}
	TypeDebugRecord         = &value.Type{Name: "DebugRecord", FullName: "System.Management.Automation.DebugRecord", Base: typeInformationalRecord}
	TypeInformationRecord   = &value.Type{Name: "InformationRecord", FullName: "System.Management.Automation.InformationRecord", Base: value.TypeObject}
)

// TypeOf is the record type of its stream.
func (m *MessageRecord) TypeOf() *value.Type {
	switch m.Stream {
	case VerboseStream:
		return TypeVerboseRecord
	case DebugStream:
		return TypeDebugRecord
	}
	return TypeWarningRecord
}

// ToText is the message.
func (m *MessageRecord) ToText() string { return m.Message }

// InformationRecord is an entry of the information stream.
type InformationRecord struct {
	value.Extended
	Data     value.Value // MessageData
	Source   string
	Tags     []string
	Time     time.Time
	Host     bool // made by Write-Host: it shows by default
	NoLine   bool // Write-Host -NoNewline
	Quiet    bool // the preference hides it: it is only for redirections and variables
	Fore     string
	Back     string
	Rendered string // the text Write-Host shows
}

// TypeOf is TypeInformationRecord.
func (*InformationRecord) TypeOf() *value.Type { return TypeInformationRecord }

// ToText is the message data as text.
func (r *InformationRecord) ToText() string {
	if r.Host {
		return r.Rendered
	}
	return value.ToString(r.Data)
}

// recordMembers are the members of the records above.
func recordMembers() {
	message := value.Property{Name: "Message", Type: value.TypeString, Get: func(_ value.Env, v value.Value) (value.Value, error) {
		m, _ := value.As[*MessageRecord](v.Base())
		return value.OfString(m.Message), nil
	}}
	invocation := row("InvocationInfo", value.TypeInvocationInfo, func(m *MessageRecord) value.Value {
		if m.Invocation == nil {
			return value.NullValue
		}
		return value.Of(m.Invocation)
	})
	typeInformationalRecord.Members = &value.Members{Properties: []value.Property{message, invocation}}
	TypeWarningRecord.Members = &value.Members{Properties: []value.Property{text1("FullyQualifiedWarningId", func(*MessageRecord) string { return "" })}}
	TypeInformationRecord.Members = &value.Members{Properties: []value.Property{
		{Name: "MessageData", Get: func(_ value.Env, v value.Value) (value.Value, error) {
			r, _ := value.As[*InformationRecord](v.Base())
			if r.Host {
				return value.Of(&HostMessage{Record: r}), nil
			}
			return r.Data, nil
		}},
		{Name: "Source", Type: value.TypeString, Get: func(_ value.Env, v value.Value) (value.Value, error) {
			r, _ := value.As[*InformationRecord](v.Base())
			return value.OfString(r.Source), nil
		}},
		{Name: "Tags", Get: func(_ value.Env, v value.Value) (value.Value, error) {
			r, _ := value.As[*InformationRecord](v.Base())
			return value.OfStrings(r.Tags), nil
		}},
	}}
	colour := func(name string, of func(r *InformationRecord) string) value.Property {
		return row(name, TypeConsoleColor, func(m *HostMessage) value.Value {
			v, err := value.Convert(value.OfString(of(m.Record)), TypeConsoleColor)
			if err != nil {
				return value.NullValue // none was given
			}
			return v
		})
	}
	TypeHostMessage.Members = &value.Members{Properties: []value.Property{
		colour("ForegroundColor", func(r *InformationRecord) string { return r.Fore }),
		colour("BackgroundColor", func(r *InformationRecord) string { return r.Back }),
		{Name: "Message", Type: value.TypeString, Get: func(_ value.Env, v value.Value) (value.Value, error) {
			m, _ := value.As[*HostMessage](v.Base())
			return value.OfString(m.Record.Rendered), nil
		}},
		{Name: "NoNewLine", Get: func(_ value.Env, v value.Value) (value.Value, error) {
			m, _ := value.As[*HostMessage](v.Base())
			return value.OfBool(m.Record.NoLine), nil
		}},
	}}
}

// HostMessage is the MessageData of a Write-Host record.
type HostMessage struct {
	value.Extended
	Record *InformationRecord
}

// TypeHostMessage is its type.
var TypeHostMessage = &value.Type{Name: "HostInformationMessage", FullName: "System.Management.Automation.HostInformationMessage", Base: value.TypeObject}

// TypeOf is TypeHostMessage.
func (*HostMessage) TypeOf() *value.Type { return TypeHostMessage }

// ToText is the text shown.
func (m *HostMessage) ToText() string { return strings.TrimSuffix(m.Record.Rendered, "\n") }
