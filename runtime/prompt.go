package runtime

import (
	"errors"
	"io"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// notInteractive is the error of every question where nobody can answer.
const notInteractive = "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available."

func promptRefused(text string) *value.Exception {
	return value.Throw(value.PSInvalidOperation, "InvalidOperation", text).With(value.InvalidOperation, value.NullValue)
}

// answerable is the error of a question that nobody can answer.
func (e *Engine) answerable(q host.Question) error {
	if e.host.Prompts == nil {
		return promptRefused(notInteractive)
	}
	if err := e.host.Prompts.Refuse(q); err != nil {
		return promptRefused(err.Error())
	}
	return nil
}

// readAnswer reads the answer to a question that was shown, and echoes it unless it was typed. io.EOF is the end of the input.
func (e *Engine) readAnswer(q host.Question) (string, error) {
	if err := e.answerable(q); err != nil {
		return "", err
	}
	a, err := e.host.Prompts.ReadLine(q)
	switch {
	case errors.Is(err, io.EOF):
		return "", io.EOF
	case errors.Is(err, host.ErrHidden):
		return "", &exitRequest{}
	case err != nil:
		return "", promptRefused(err.Error())
	case a.Typed:
		return a.Text, nil
	case q.Secret:
		return a.Text, e.writeOut("\n")
	}
	return a.Text, e.writeOut(a.Text + "\n")
}

// ask shows a prompt and reads the answer. At the end of the input it goes to a new line.
func (e *Engine) ask(prompt string, secret bool) (string, error) {
	q := host.Question{Text: prompt, Secret: secret}
	if err := e.answerable(q); err != nil {
		return "", err
	}
	if err := e.writeOut(prompt); err != nil {
		return "", err
	}
	s, err := e.readAnswer(q)
	if err == io.EOF && prompt != "" {
		if err := e.writeOut("\n"); err != nil {
			return "", err
		}
	}
	return s, err
}

// Ask shows a prompt on the host and reads the answer; the error is io.EOF at the end of the input. A secret answer is not shown.
func (c *Call) Ask(prompt string, secret bool) (string, error) { return c.frame.ask(prompt, secret) }

// endOfInput is what a host method meets where a line was needed and there is none (oracle/prompts).
func endOfInput() error {
	return value.Throw(value.NullReferenceException, "", "Object reference not set to an instance of an object.")
}
