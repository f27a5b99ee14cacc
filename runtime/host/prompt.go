package host

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// Prompter reads the lines that answer Read-Host, Get-Credential, PromptForChoice and the like. The engine shows the question.
type Prompter interface {
	// Refuse is the error of a question that nobody can answer, its text says how answers can be given; nil if somebody can.
	Refuse(q Question) error
	// ReadLine is the answer. io.EOF is the end of the input.
	ReadLine(q Question) (Answer, error)
}

// Question is one prompt.
type Question struct {
	Text   string // in one line, for reports
	Secret bool   // the answer is not shown
}

// Answer is one line.
type Answer struct {
	Text  string
	Typed bool // at a terminal, which shows it itself
}

var (
	// ErrHidden is the error of a secret where input is redirected: a script ends there without a word (oracle/prompts, Read-Host).
	ErrHidden = errors.New("a secret cannot be read from redirected input")
	// ErrDrained is the error of a prompt after $input has read all of standard input.
	ErrDrained = errors.New("Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.") //lint:ignore ST1005 .NET's text
)

// Input is standard input that is no terminal: prompts, [Console]::In and $input read it in turn. The nil Input is empty.
type Input struct {
	r       *bufio.Reader
	given   bool // something was read
	drained bool
}

// maxInput bounds what is read of standard input, in bytes.
const maxInput = 512 << 20

// NewInput is the text that r gives.
func NewInput(r io.Reader) *Input { return &Input{r: bufio.NewReader(io.LimitReader(r, maxInput))} }

// Given waits until there is something to read, or was; false at the end of an input that was empty.
func (i *Input) Given() bool {
	if i == nil {
		return false
	}
	if !i.given {
		_, err := i.r.Peek(1)
		i.given = err == nil
	}
	return i.given
}

// ReadLine is the next line without its end; io.EOF after the last one.
func (i *Input) ReadLine() (string, error) {
	if i == nil {
		return "", io.EOF
	}
	line, err := i.r.ReadString('\n')
	if err != nil && line == "" {
		return "", io.EOF
	}
	i.given = true
	return strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"), nil
}

// Next is the next character; false at the end.
func (i *Input) Next() (rune, bool) {
	if i == nil {
		return 0, false
	}
	c, _, err := i.r.ReadRune()
	i.given = i.given || err == nil
	return c, err == nil
}

// Peek is the next character, which stays; false at the end.
func (i *Input) Peek() (rune, bool) {
	c, ok := i.Next()
	if ok {
		_ = i.r.UnreadRune() // a character was just read
	}
	return c, ok
}

// Drain is all that is left. Nothing can be read afterwards, and a prompt is an error.
func (i *Input) Drain() string {
	if i == nil {
		return ""
	}
	i.drained = true
	b, _ := io.ReadAll(i.r) // a broken pipe ends the text
	return string(b)
}

// Redirected answers prompts from standard input.
type Redirected struct{ In *Input }

// Refuse refuses nothing.
func (Redirected) Refuse(Question) error { return nil }

// ReadLine is the next line.
func (r Redirected) ReadLine(q Question) (Answer, error) {
	switch {
	case r.In != nil && r.In.drained:
		return Answer{}, ErrDrained
	case q.Secret:
		return Answer{}, ErrHidden
	}
	s, err := r.In.ReadLine()
	return Answer{Text: s}, err
}
