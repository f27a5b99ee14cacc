// Package core holds the cmdlets of Microsoft.PowerShell.Core: ForEach-Object, Where-Object, Out-Null and their like.
package core

import "rehearse/runtime"

const module = "Microsoft.PowerShell.Core"

// Table is the cmdlets of the module.
func Table() runtime.Table {
	return runtime.Table{
		forEachObject,
		whereObject,
		outNull,
		registerArgumentCompleter,
		outHost,
		outDefault,
		setStrictMode,
		getCommand,
		newModule,
		importModule,
		getModule,
		removeModule,
		exportModuleMember,
		invokeCommand,
		getHistory,
		invokeHistory,
		startJob,
		startThreadJob,
		getJob,
		waitJob,
		receiveJob,
		removeJob,
		stopJob,
		invokeCommand,
	}
}
