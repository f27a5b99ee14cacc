// Package transcript holds the cmdlets of Microsoft.PowerShell.Host.
package transcript

import "rehearse/runtime"

const module = "Microsoft.PowerShell.Host"

// Table is the cmdlets of the module.
func Table() runtime.Table {
	return runtime.Table{
		startTranscript,
		stopTranscript,
	}
}
