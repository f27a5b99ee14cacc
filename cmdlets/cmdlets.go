// Package cmdlets joins the cmdlets of all modules. Each module has a package of its own, with one file a cmdlet and one visible table.
package cmdlets

import (
	"rehearse/cmdlets/core"
	"rehearse/cmdlets/utility"
	"rehearse/runtime"
)

// All is every cmdlet that a session has.
func All() runtime.Table {
	var t runtime.Table
	for _, module := range []func() runtime.Table{core.Table, utility.Table} {
		t = append(t, module()...)
	}
	return t
}
