// Package state is the simulated Microsoft Teams voice tenant: what it
// remembers, how it changes, and what is known about every change.
//
// The package stands alone. It knows neither a script nor a cmdlet; those who
// use it bind arguments and shape output, and reach the tenant through the
// operations of [rehearse/state/service].
//
// # Parts
//
// A [Tenant] holds immutable records ([User], [PhoneNumber], [Operator],
// [CivicAddress], …) in tables with indexes. Records are never changed in
// place: an operation copies one, changes the copy and stores it with [Tx.Put].
//
// A [Tx] is one unit of work, usually one script. It sees its own writes. It
// keeps a [Journal] of every record created, changed or deleted, with the
// [Cause] (cmdlet, file, line, column) that the caller supplied, and the
// [Findings]: what a real run would trip over although the simulation let it
// pass. Commit makes the changes the tenant's, Abort forgets them; the journal
// can be read in either case, which is how a plan is made.
//
// A [Clock] is the tenant's virtual time. The real service is eventually
// consistent; [Latency] says how long each class of change (L1 … L14) takes to
// become visible under a [Profile]. Reads of something not yet settled show the
// old record ([Tx.Shown]), and what the service does later by itself waits as a
// [Due] review.
//
// # Neighbours
//
//   - rules: the numbered rules R1 … with their messages and evidence marks
//   - service: the operations, where the rules are applied
//   - file: tenant files, built-in tenants, comparison of two tenants
package state
