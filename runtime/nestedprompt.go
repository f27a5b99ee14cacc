package runtime

import (
	"io"
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// maxNested bounds nested prompts within nested prompts.
const maxNested = 128

// nestedPrompt reads commands and runs them in the scope of f until one is exit, or the input ends.
func (f *Frame) nestedPrompt() error {
	e := f.Engine
	if e.nested >= maxNested {
		return value.Throw(value.PSInvalidOperation, "InvalidOperation", "Nested prompts are too deep.")
	}
	e.nested++
	defer func() { e.nested-- }()
	for {
		prompt := f.nestedPromptText(e.nested)
		q := host.Question{Text: prompt}
		if err := e.writeOut(prompt); err != nil {
			return err
		}
		line, err := e.readAnswer(q)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := f.runLine(line); err != nil {
			if _, ok := err.(*exitRequest); ok {
				return nil
			}
			return err
		}
	}
}

func (f *Frame) nestedPromptText(depth int) string {
	return "PS " + value.ToString(f.pathInfo()) + ">" + strings.Repeat(">", depth) + " "
}

// runLine runs one command of a nested prompt and shows what it writes. Its errors are shown and end it.
func (f *Frame) runLine(line string) error {
	e := f.Engine
	v, err := f.parseBlock(line)
	if err == nil {
		err = f.runOpen(BlockOf(v), value.Unset, e.root.out)
	}
	if err != nil {
		r := f.record(err)
		if r == nil {
			return err
		}
		if err := f.report(r); err != nil {
			return err
		}
	}
	return e.display.Close()
}
