// Package utility holds the cmdlets of Microsoft.PowerShell.Utility, one file a cmdlet or a tight group of them.
package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const module = "Microsoft.PowerShell.Utility"

// Table is the cmdlets of the module.
func Table() runtime.Table {
	return runtime.Table{
		selectObject,
		sortObject,
		groupObject,
		measureObject,
		formatTable,
		formatList,
		outString,
		importCsv,
		exportCsv,
		getDate,
		startSleep,
		readHost,
		newObject,
		setVariable,
		newVariable,
		getVariable,
		removeVariable,
		invokeExpression,
		setAlias,
		newAlias,
		addMember,
		writeProgress,
		convertToJSON,
		convertFromJSON,
		writeOutput,
		writeHost,
		writeError,
		writeWarning,
		writeVerbose,
		writeDebug,
		writeInformation,
	}
}

// anywhere declares a named parameter of every set; at is one with a position.
func anywhere() []bind.Membership { return []bind.Membership{{Position: bind.NoPosition}} }

func at(position int) []bind.Membership { return []bind.Membership{{Position: position}} }

// pipeline declares a parameter that takes pipeline objects by value.
func pipeline(mandatory bool, position int) []bind.Membership {
	return []bind.Membership{{Mandatory: mandatory, Position: position, FromPipeline: true}}
}

// switched declares a switch.
func switched(name string) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeSwitchParameter, Sets: anywhere()}
}
