package bind

import (
	"math"

	"rehearse/runtime/value"
)

// Common are the common, ShouldProcess and paging parameters of one call (README sections 12 and 13).
type Common struct {
	Verbose, Debug, WhatIf, Confirm, IncludeTotalCount Flag

	ErrorAction, WarningAction, InformationAction, ProgressAction Preference

	// Names of variables, with `+` for appending; "" if not given.
	ErrorVariable, WarningVariable, InformationVariable, OutVariable, PipelineVariable string

	// OutBuffer is the number of objects to hold back, 0 for none.
	OutBuffer int
	// First and Skip are nil unless the command supports paging and they are given.
	First, Skip *uint64
}

// Flag is a common switch: given or not, and its value.
type Flag struct{ Bound, On bool }

// Preference is a common action preference: given or not, and its value.
type Preference struct {
	Bound  bool
	Action ActionPreference
}

// commonParameter tells the common parameters apart.
type commonParameter uint8

const (
	notCommon commonParameter = iota
	commonVerbose
	commonDebug
	commonErrorAction
	commonWarningAction
	commonInformationAction
	commonProgressAction
	commonErrorVariable
	commonWarningVariable
	commonInformationVariable
	commonOutVariable
	commonOutBuffer
	commonPipelineVariable
	commonWhatIf
	commonConfirm
	commonIncludeTotalCount
	commonSkip
	commonFirst
)

// commonParameters are declared by every advanced function and cmdlet, in the order in which Get-Command lists them.
var commonParameters = []Parameter{
	{Name: "Verbose", Aliases: []string{"vb"}, Type: value.TypeSwitchParameter, common: commonVerbose},
	{Name: "Debug", Aliases: []string{"db"}, Type: value.TypeSwitchParameter, common: commonDebug},
	{Name: "ErrorAction", Aliases: []string{"ea"}, Type: TypeActionPreference, Values: actionPreferenceNames, common: commonErrorAction},
	{Name: "WarningAction", Aliases: []string{"wa"}, Type: TypeActionPreference, Values: actionPreferenceNames, common: commonWarningAction},
	{Name: "InformationAction", Aliases: []string{"infa"}, Type: TypeActionPreference, Values: actionPreferenceNames, common: commonInformationAction},
	{Name: "ProgressAction", Aliases: []string{"proga"}, Type: TypeActionPreference, Values: actionPreferenceNames, common: commonProgressAction},
	{Name: "ErrorVariable", Aliases: []string{"ev"}, Type: value.TypeString, Validate: variableName, common: commonErrorVariable},
	{Name: "WarningVariable", Aliases: []string{"wv"}, Type: value.TypeString, Validate: variableName, common: commonWarningVariable},
	{Name: "InformationVariable", Aliases: []string{"iv"}, Type: value.TypeString, Validate: variableName, common: commonInformationVariable},
	{Name: "OutVariable", Aliases: []string{"ov"}, Type: value.TypeString, Validate: variableName, common: commonOutVariable},
	{Name: "OutBuffer", Aliases: []string{"ob"}, Type: value.TypeInt32, Validate: []Validator{notNegative}, common: commonOutBuffer},
	{Name: "PipelineVariable", Aliases: []string{"pv"}, Type: value.TypeString, Validate: variableName, common: commonPipelineVariable},
}

// shouldProcessParameters exist with SupportsShouldProcess.
var shouldProcessParameters = []Parameter{
	{Name: "WhatIf", Aliases: []string{"wi"}, Type: value.TypeSwitchParameter, common: commonWhatIf},
	{Name: "Confirm", Aliases: []string{"cf"}, Type: value.TypeSwitchParameter, common: commonConfirm},
}

// pagingParameters exist with SupportsPaging.
var pagingParameters = []Parameter{
	{Name: "IncludeTotalCount", Type: value.TypeSwitchParameter, common: commonIncludeTotalCount},
	{Name: "Skip", Type: value.TypeUInt64, common: commonSkip},
	{Name: "First", Type: value.TypeUInt64, common: commonFirst},
}

var (
	variableName = []Validator{notEmptyText{}}
	notNegative  = &ValidateRange{Min: value.OfInt(0), Max: value.OfInt(math.MaxInt32)}
)

// notEmptyText accepts $null but not ” as the name of a variable.
type notEmptyText struct{}

// Check refuses an empty string.
func (notEmptyText) Check(_ value.Env, v value.Value) error {
	if v.IsString() && v.Str() == "" {
		return validation("ArgumentIsNullOrEmpty", textNullOrEmpty)
	}
	return nil
}

// store keeps the converted argument of a common parameter in its field. The error is the text of a value that cannot be set.
func (c *Common) store(which commonParameter, v value.Value) string {
	switch which {
	case commonVerbose:
		c.Verbose = Flag{true, v.Bool()}
	case commonDebug:
		c.Debug = Flag{true, v.Bool()}
	case commonWhatIf:
		c.WhatIf = Flag{true, v.Bool()}
	case commonConfirm:
		c.Confirm = Flag{true, v.Bool()}
	case commonIncludeTotalCount:
		c.IncludeTotalCount = Flag{true, v.Bool()}
	case commonErrorAction:
		return c.ErrorAction.set(v)
	case commonWarningAction:
		return c.WarningAction.set(v)
	case commonInformationAction:
		return c.InformationAction.set(v)
	case commonProgressAction:
		return c.ProgressAction.set(v)
	case commonErrorVariable:
		c.ErrorVariable = v.Str()
	case commonWarningVariable:
		c.WarningVariable = v.Str()
	case commonInformationVariable:
		c.InformationVariable = v.Str()
	case commonOutVariable:
		c.OutVariable = v.Str()
	case commonPipelineVariable:
		c.PipelineVariable = v.Str()
	case commonOutBuffer:
		c.OutBuffer = int(v.Int())
	case commonSkip:
		n := v.UInt()
		c.Skip = &n
	case commonFirst:
		n := v.UInt()
		c.First = &n
	}
	return ""
}

func (p *Preference) set(v value.Value) string {
	a := ActionPreference(v.Int())
	if a == Suspend {
		return "The Suspend ActionPreference value is reserved for future use and is not supported at this time. For more information " +
			"about preference variables, see the Help topic, \"about_Preference_Variables.\""
	}
	*p = Preference{true, a}
	return ""
}
