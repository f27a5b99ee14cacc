package dotnet

import "rehearse/runtime/value"

var typeAutomationNull = class("System.Management.Automation.Internal.AutomationNull", value.TypeObject, value.Static)

// automationNullTable gives the value that stands for no output.
var automationNullTable = table{props: []prop{
	{sig: "static psobject Value", get: func(value.Value) value.Value { return value.NothingValue }},
}}
