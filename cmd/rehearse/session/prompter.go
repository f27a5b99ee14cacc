//lint:file-ignore ST1005 The texts are those PowerShell shows, full stop and all.

package session

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"rehearse/runtime/host"
)

// Prompter answers the script's questions: from the answers file in order, else from the terminal or what is piped in.
type Prompter struct {
	ctx     context.Context
	world   World
	answers []string
	next    int
	in      *bufio.Reader // of the terminal
	input   *host.Input   // what is piped in, nil for nothing
	// Asked are the questions so far with their answers, for the plan.
	Asked []Asked
}

// Asked is one question and its answer.
type Asked struct{ Question, Answer string }

func newPrompter(ctx context.Context, w World, path string) (*Prompter, error) {
	p := &Prompter{ctx: ctx, world: w}
	if w.Piped {
		p.input = host.NewInput(w.In)
	}
	if path == "" {
		return p, nil
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(w.Dir, path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, Problemf("--answers: %v", err)
	}
	for line := range strings.Lines(string(data)) {
		p.answers = append(p.answers, strings.TrimRight(line, "\r\n"))
	}
	return p, nil
}

// Refuse is the error of a question when there is no answer left, no terminal, and nothing piped in; it says what to do.
func (p *Prompter) Refuse(q host.Question) error {
	if p.next < len(p.answers) || p.world.Terminal.Interactive || p.given() {
		return nil
	}
	return fmt.Errorf("The script asks %q and nobody can answer. Give the answers in a file, one a line, with --answers.", strings.TrimSpace(q.Text))
}

// ReadLine is the next answer: of the file, of the terminal, or of what is piped in.
func (p *Prompter) ReadLine(q host.Question) (host.Answer, error) {
	a, err := p.answer(q)
	if err == nil {
		p.Asked = append(p.Asked, Asked{strings.TrimSpace(q.Text), shown(q, a.Text)})
	}
	return a, err
}

func (p *Prompter) answer(q host.Question) (host.Answer, error) {
	if p.next < len(p.answers) {
		p.next++
		return host.Answer{Text: p.answers[p.next-1]}, nil
	}
	if !p.world.Terminal.Interactive {
		var a host.Answer
		_, err := p.wait(func() (string, error) {
			var err error
			a, err = host.Redirected{In: p.input}.ReadLine(q)
			return a.Text, err
		})
		return a, err
	}
	if p.in == nil {
		p.in = bufio.NewReader(p.world.In)
	}
	line, err := p.wait(func() (string, error) { return p.in.ReadString('\n') })
	if p.ctx.Err() != nil {
		return host.Answer{}, err
	}
	if err != nil && line == "" {
		return host.Answer{}, io.EOF
	}
	return host.Answer{Text: strings.TrimRight(line, "\r\n"), Typed: true}, nil
}

// given waits until something is piped in; false if there is nothing.
func (p *Prompter) given() bool {
	if p.input == nil {
		return false
	}
	some := false
	_, err := p.wait(func() (string, error) { some = p.input.Given(); return "", nil })
	return err == nil && some
}

// wait waits for a line, or for Ctrl-C: reading itself cannot be interrupted, so it goes on beside.
func (p *Prompter) wait(read func() (string, error)) (string, error) {
	type result struct {
		line string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		line, err := read()
		done <- result{line, err}
	}()
	select {
	case r := <-done:
		return r.line, r.err
	case <-p.ctx.Done():
		return "", p.ctx.Err()
	}
}

func shown(q host.Question, answer string) string {
	if q.Secret {
		return "********"
	}
	return answer
}
