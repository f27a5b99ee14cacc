// Package security holds the cmdlets of Microsoft.PowerShell.Security.
package security

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
)

const module = "Microsoft.PowerShell.Security"

// Table is the cmdlets of the module.
func Table() runtime.Table {
	return runtime.Table{
		getCredential,
		convertToSecureString,
		convertFromSecureString,
	}
}

// inSet declares a named parameter of one set.
func inSet(name string) []bind.Membership {
	return []bind.Membership{{Set: name, Position: bind.NoPosition}}
}
