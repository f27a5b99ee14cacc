// Package session builds what a command runs in: the sandbox, the tenant, the engine.
package session

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"rehearse/runtime/host"
)

// World is the process as a value, so that tests can give another one.
type World struct {
	In       io.Reader
	Piped    bool // In is no terminal
	Out, Err io.Writer
	Dir      string // the current folder
	Env      []string
	Terminal host.Terminal
	Live     bool // standard output is a terminal: each line shows at once
}

// SystemWorld is the real process.
func SystemWorld() World {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	w := World{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Dir: dir, Env: os.Environ(), Terminal: host.Terminal{Width: 80}}
	w.Piped = !term.IsTerminal(int(os.Stdin.Fd()))
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		w.Live = true
		w.Terminal.Interactive = !w.Piped
		w.Terminal.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, height, err := term.GetSize(fd); err == nil && width > 0 {
			w.Terminal.Width, w.Terminal.Height = width, height
		}
	}
	return w
}

// ExitCode ends the process with a code and no message.
type ExitCode int

func (e ExitCode) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// Problem is an error of the call or its files, with the exit code that it has.
type Problem struct {
	Text string
	Code int
}

func (p *Problem) Error() string { return p.Text }

// Exit codes, as the README lists them.
const (
	CodeFailed = 1 // the script ended with an error
	CodeUsage  = 2 // the call or a file it names is wrong
)

// Problemf is a Problem of the call.
func Problemf(format string, args ...any) error {
	return &Problem{Text: fmt.Sprintf(format, args...), Code: CodeUsage}
}
