// Package testdata embeds the examples, which the program offers and the tests run.
package testdata

import "embed"

// Examples are the folders below examples, one an example: script.ps1, tenant.yaml or the built-in tenant, about.txt, and what the
// script reads.
//
//go:embed examples
var Examples embed.FS
