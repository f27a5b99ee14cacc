// Package host is everything outside the engine as values and interfaces: console, files, clock, environment, prompts.
// A script reaches nothing else. The sandbox (overlay files, virtual clock, answers) is built here too.
package host

import (
	"io"
	"time"
)

// Host is the outside world of one engine. All fields are set when the engine is made; New gives a closed, empty world.
type Host struct {
	Platform Platform
	Out, Err io.Writer // standard output and standard error
	Terminal Terminal
	Files    Files
	Clock    Clock
	Env      *Environment
	Prompts  Prompter // nil is -NonInteractive
	In       *Input   // standard input if it is no terminal, else nil
	Seed     int64    // of Get-Random and the like
}

// Platform decides path syntax, newline, drives, and the aliases and variables that exist on one system only.
type Platform uint8

// The platforms. Scripts of administrators are written for Windows, so it is the default.
const (
	Windows Platform = iota
	Linux
)

// Newline is [Environment]::NewLine.
func (p Platform) Newline() string {
	if p == Windows {
		return "\r\n"
	}
	return "\n"
}

// Terminal is what standard output is connected to.
type Terminal struct {
	Width       int  // columns; 80 when there is no terminal
	Height      int  // rows; 0 when there is no terminal
	Interactive bool // someone can answer
	Color       bool
}

// Clock is the time a script sees.
type Clock interface {
	// Now is the present instant.
	Now() time.Time
	// Sleep lets so much time pass: at once on a virtual clock. It returns early with an error when the run is cancelled.
	Sleep(d time.Duration) error
}
