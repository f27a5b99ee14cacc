//lint:file-ignore ST1005 The texts are those PowerShell shows, full stop and all.

package session

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rehearse/runtime/host"
)

// Prompter answers the script's questions: from the answers file in order, else from the terminal.
type Prompter struct {
	ctx     context.Context
	world   World
	answers []string
	next    int
	in      *bufio.Reader
	// Asked are the questions so far with their answers, for the plan.
	Asked []Asked
}

// Asked is one question and its answer.
type Asked struct{ Question, Answer string }

func newPrompter(ctx context.Context, w World, path string) (*Prompter, error) {
	p := &Prompter{ctx: ctx, world: w}
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

// Ask is the next answer. Without one, and without a terminal, the error says what to do.
func (p *Prompter) Ask(q host.Question) (string, error) {
	text := strings.TrimSpace(strings.Join([]string{q.Caption, q.Message, q.Prompt}, " "))
	if p.next < len(p.answers) {
		a := p.answers[p.next]
		p.next++
		p.Asked = append(p.Asked, Asked{text, shown(q, a)})
		return a, nil
	}
	if !p.world.Terminal.Interactive {
		return "", fmt.Errorf("The script asks %q and nobody can answer. Give the answers in a file, one a line, with --answers.", text)
	}
	if p.in == nil {
		p.in = bufio.NewReader(p.world.In)
	}
	fmt.Fprint(p.world.Out, text+": ")
	line, err := p.readLine()
	if p.ctx.Err() != nil {
		return "", err
	}
	if err != nil && line == "" {
		return "", fmt.Errorf("The script asks %q and the input has ended.", text)
	}
	a := strings.TrimRight(line, "\r\n")
	p.Asked = append(p.Asked, Asked{text, shown(q, a)})
	return a, nil
}

// readLine waits for a line of the terminal, or for Ctrl-C: reading itself cannot be interrupted, so it goes on beside.
func (p *Prompter) readLine() (string, error) {
	type result struct {
		line string
		err  error
	}
	read := make(chan result, 1)
	go func() {
		line, err := p.in.ReadString('\n')
		read <- result{line, err}
	}()
	select {
	case r := <-read:
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
