package parser

import (
	"reflect"
	"strings"

	"github.com/alecthomas/participle/v2"

	"rehearse/parser/scanner"
)

// sequence is a production whose tags name tokens and hand-written parts one after the other, with
// no choice, repetition or token to keep. It needs nothing of what participle does for a production
// (copies of its state, captures by reflection), so follow runs it from the same tags; a test
// compares that with participle's own run.
type sequence interface {
	// part is the field with an index.
	part(i int) part
}

// step is one word of the tags of a sequence.
type step struct {
	kind     scanner.Kind // the token, or 0 for a part
	part     int
	expected string // the name that participle gives to what is expected here
}

// steps takes the tags of a sequence apart. It returns nil for any other production.
func steps(t reflect.Type) []step {
	if _, ok := reflect.New(t).Interface().(sequence); !ok {
		return nil
	}
	kinds := scanner.Definition{}.Symbols()
	var list []step
	for i := range t.NumField() {
		f := t.Field(i)
		for _, word := range strings.Fields(f.Tag.Get("parser")) {
			if word == "@@" {
				list = append(list, step{part: i, expected: f.Type.Name()})
				continue
			}
			list = append(list, step{kind: kinds[word], expected: "<" + strings.ToLower(word) + ">"})
		}
	}
	return list
}

// absent is the error of a sequence that cannot go on.
type absent struct{ expected string }

func (e *absent) Error() string { return "expected " + e.expected }

// follow runs a sequence at the current token.
func follow(p *parser, list []step, n sequence) error {
	for i := range list {
		s := &list[i]
		if s.kind != 0 {
			if !p.accept(s.kind) {
				return &absent{s.expected}
			}
			continue
		}
		if err := n.part(s.part).parse(p); err != nil {
			if err == participle.NextMatch {
				err = &absent{s.expected}
			}
			return err
		}
	}
	return nil
}

func (n *ifStatement) part(i int) part {
	return [...]part{&n.Condition, &n.Then, &n.Else}[i]
}

func (n *elseIfClause) part(i int) part {
	return [...]part{&n.Condition, &n.Then}[i]
}

func (n *elseClause) part(i int) part {
	return &n.Body
}

func (n *foreachStatement) part(i int) part {
	return [...]part{&n.Flags, &n.Variable, &n.Condition, &n.Body}[i]
}

func (n *whileStatement) part(i int) part {
	return [...]part{&n.Condition, &n.Body}[i]
}

func (n *forStatement) part(i int) part {
	return [...]part{&n.Initializer, &n.Condition, &n.Iterator, &n.Body}[i]
}

func (n *switchStatement) part(i int) part {
	return [...]part{&n.Flags, &n.Condition, &n.More, &n.Body}[i]
}

func (n *functionStatement) part(i int) part {
	return [...]part{&n.Parameters, &n.Body}[i]
}

func (n *returnStatement) part(i int) part {
	return &n.Value
}

func (n *throwStatement) part(i int) part {
	return &n.Value
}

func (n *exitStatement) part(i int) part {
	return &n.Value
}

func (n *breakStatement) part(i int) part {
	return &n.Label
}

func (n *continueStatement) part(i int) part {
	return &n.Label
}

func (n *tryStatement) part(i int) part {
	return [...]part{&n.Body, &n.Catches, &n.Finally}[i]
}

func (n *catchClause) part(i int) part {
	return [...]part{&n.Types, &n.Body}[i]
}

func (n *finallyClause) part(i int) part {
	return &n.Body
}

func (n *paramStatement) part(i int) part {
	return &n.Parameters
}

func (n *namedBlock) part(i int) part {
	return &n.Body
}
