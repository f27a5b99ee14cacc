// Package cmdlets joins the cmdlets of all modules. Each module has a package of its own, with one file a cmdlet and one visible table.
package cmdlets

import (
	"rehearse/cmdlets/core"
	"rehearse/cmdlets/graph"
	"rehearse/cmdlets/management"
	"rehearse/cmdlets/security"
	"rehearse/cmdlets/sim"
	"rehearse/cmdlets/teams"
	"rehearse/cmdlets/transcript"
	"rehearse/cmdlets/utility"
	"rehearse/runtime"
	"rehearse/runtime/format"
)

// All is every cmdlet that is declared in Go.
func All() runtime.Table {
	var t runtime.Table
	for _, module := range []func() runtime.Table{core.Table, utility.Table, management.Table, security.Table, transcript.Table, sim.Table} {
		t = append(t, module()...)
	}
	return t
}

// Catalogs are the cmdlets of the online services, made when they are first used. They belong to one engine.
func Catalogs() []runtime.Catalog {
	return []runtime.Catalog{teams.Catalog(), graph.Catalog()}
}

// Views are how the objects of the online services print.
func Views() []*format.View { return append(teams.Views(), graph.Views()...) }
