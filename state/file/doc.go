// Package file reads and writes tenants: readable, versioned YAML files, the
// built-in tenants, invented tenants of any size, and the comparison of two.
//
// Reading is strict. An unknown key, a number given twice, a reference to
// something that is not there: each is an [*Error] with file, line and column,
// the offending line and a cure.
package file
