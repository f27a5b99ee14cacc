package host

import "strings"

// Environment holds the environment variables of the script, the $env: drive. Names fold case on Windows only.
type Environment struct {
	FoldCase bool
	names    []string
	values   []string
}

func (e *Environment) index(name string) int {
	for i, n := range e.names {
		if n == name || e.FoldCase && strings.EqualFold(n, name) {
			return i
		}
	}
	return -1
}

// Get is a variable and whether it is set.
func (e *Environment) Get(name string) (string, bool) {
	if i := e.index(name); i >= 0 {
		return e.values[i], true
	}
	return "", false
}

// Set sets a variable.
func (e *Environment) Set(name, v string) {
	if i := e.index(name); i >= 0 {
		e.values[i] = v
		return
	}
	e.names = append(e.names, name)
	e.values = append(e.values, v)
}

// Unset removes a variable.
func (e *Environment) Unset(name string) {
	if i := e.index(name); i >= 0 {
		e.names = append(e.names[:i], e.names[i+1:]...)
		e.values = append(e.values[:i], e.values[i+1:]...)
	}
}

// Each yields the variables in the order they were set.
func (e *Environment) Each(yield func(name, v string) bool) {
	for i, n := range e.names {
		if !yield(n, e.values[i]) {
			return
		}
	}
}
