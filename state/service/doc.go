// Package service is what an administrator, an operator and time itself can do
// to a simulated tenant: assign and remove numbers, change licences, grant
// policies, keep emergency addresses, enable operators, let time pass.
//
// A cmdlet binds its arguments, makes one call of this package and shapes the
// output. The rules R1 … of the service are applied here and nowhere else; each
// operation names those it applies.
//
// # Calling
//
// Every operation takes a [Call]: the transaction to work in and the cause of
// what it does. It first does what fell due in the meantime ([Settle]), then
// checks, then changes. When a check fails nothing is changed and the error is a
// [*rules.Violation], which carries the exact text, the shape in which the cmdlet
// has to show it, and the rule's number. What the real service would let pass
// but an administrator would regret becomes a finding of the transaction.
//
// # Identities
//
// Users are named by object id, UPN, SIP address or alias in any case, policies
// by "Name" or "Tag:Name", operators by name or GUID. Numbers are accepted with
// or without a leading plus and come back with it. Country codes are ISO-2.
//
// # Views
//
// What reads return is a view: what the service shows now, which under the
// typical and strict profiles may lag behind what is stored.
package service
