// Package rules is the one catalogue of what the Teams voice service allows and
// what it says when it does not.
//
// A [Rule] is a row: number (R1 …), title, what happens, the exact messages with
// how well each is established ([Mark]), the cure. Operations do not carry texts:
// they ask for a [Violation] of a rule by number, and a transcript from a real
// tenant corrects a text here, in one place.
//
// The package imports nothing of the project, so that the state, the operations,
// the linter and the explain command can all read it.
package rules
