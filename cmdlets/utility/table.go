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
		selectString,
		sortObject,
		groupObject,
		measureObject,
		formatTable,
		formatList,
		formatWide,
		formatCustom,
		formatHex,
		outString,
		outFile,
		updateFormatData,
		importCsv,
		exportCsv,
		convertFromCsv,
		convertToCsv,
		convertFromStringData,
		convertToHTML,
		getFileHash,
		convertToXML,
		exportClixml,
		importClixml,
		getMember,
		convertToClixml,
		convertFromClixml,
		selectXML,
		importPowerShellDataFile,
		compareObject,
		getUnique,
		joinString,
		teeObject,
		getRandom,
		getSecureRandom,
		newGUID,
		getDate,
		newTimeSpan,
		measureCommand,
		startSleep,
		readHost,
		pause,
		newObject,
		setVariable,
		newVariable,
		getVariable,
		removeVariable,
		clearVariable,
		invokeExpression,
		setAlias,
		newAlias,
		getAlias,
		getVerb,
		getPSCallStack,
		removeAlias,
		addMember,
		updateTypeData,
		getTypeData,
		removeTypes,
		writeProgress,
		convertToJSON,
		convertFromJSON,
		testJSON,
		importLocalizedData,
		getCulture,
		getUICulture,
		getHost,
		writeOutput,
		writeHost,
		writeError,
		getError,
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

// inSets declares a named parameter of these sets.
func inSets(names ...string) []bind.Membership {
	sets := make([]bind.Membership, len(names))
	for i, n := range names {
		sets[i] = bind.Membership{Set: n, Position: bind.NoPosition}
	}
	return sets
}

// inputObject declares -InputObject, which takes any object of the pipeline.
func inputObject() bind.Parameter {
	return bind.Parameter{Name: "InputObject", Type: value.TypePSObject, AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true, Sets: pipeline(false, bind.NoPosition)}
}

const maxInt32 = 1<<31 - 1

// between is [ValidateRange(low, high)].
func between(low, high int) []bind.Validator {
	return []bind.Validator{&bind.ValidateRange{Min: value.OfInt(low), Max: value.OfInt(high)}}
}
