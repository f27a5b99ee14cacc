package bind

import "rehearse/runtime/value"

// ActionPreference is what -ErrorAction and its like, and the preference variables, ask for.
type ActionPreference int8

// The values with .NET's numbers (README section 12).
const (
	SilentlyContinue ActionPreference = iota
	Stop
	Continue
	Inquire
	Ignore
	Suspend
	Break
)

var actionPreferenceNames = []string{"SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break"}

// String is the value's name.
func (a ActionPreference) String() string { return actionPreferenceNames[a] }

// Value is the preference as the enumeration's value.
func (a ActionPreference) Value() value.Value {
	return value.OfEnum(TypeActionPreference.Enum, int64(a))
}

// TypeActionPreference is System.Management.Automation.ActionPreference.
var TypeActionPreference = value.NewEnum("System.Management.Automation.ActionPreference", actionPreferenceNames, []int64{0, 1, 2, 3, 4, 5, 6})
