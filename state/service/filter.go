package service

import (
	"errors"
	"fmt"
	"strings"

	"rehearse/state"
)

// The -Filter language (semantics.md 2.3): comparisons "Property -operator value",
// joined by -and, -or, -not and parentheses. Braces around the whole, as a script
// block leaves them, are allowed.

// maxFilter and maxDepth bound what a filter may cost.
const (
	maxFilter = 64 << 10
	maxDepth  = 100
)

// comparison is one "Property -operator value".
type comparison struct {
	property string
	operator string
	value    operand
}

// condition is a parsed filter: a comparison, or a joint of conditions.
type condition struct {
	// joint is "and", "or", "not", or "" for a comparison.
	joint string
	parts []*condition
	comparison
}

// userFilter compiles a filter over users; nil for an empty one.
func userFilter(filter string) (func(Call, *state.User) bool, error) {
	cond, err := parseFilter(filter)
	if err != nil || cond == nil {
		return nil, err
	}
	return compileFilter(cond, userGetter)
}

// compileFilter turns a condition into a test; property finds the getters.
func compileFilter[T any](cond *condition, property func(string) func(Call, T) operand) (func(Call, T) bool, error) {
	if cond.joint == "" {
		get := property(cond.property)
		if get == nil {
			return nil, fmt.Errorf("unknown property %s", cond.property)
		}
		test := comparer(cond.operator, cond.value)
		return func(c Call, t T) bool { return test(get(c, t)) }, nil
	}
	tests := make([]func(Call, T) bool, len(cond.parts))
	for i, part := range cond.parts {
		test, err := compileFilter(part, property)
		if err != nil {
			return nil, err
		}
		tests[i] = test
	}
	switch cond.joint {
	case "not":
		return func(c Call, t T) bool { return !tests[0](c, t) }, nil
	case "or":
		return func(c Call, t T) bool { return tests[0](c, t) || tests[1](c, t) }, nil
	}
	return func(c Call, t T) bool { return tests[0](c, t) && tests[1](c, t) }, nil
}

// comparer gives the test of an operator against a value.
func comparer(operator string, value operand) func(operand) bool {
	switch operator {
	case "-eq":
		return func(o operand) bool { return o.equal(value) }
	case "-ne":
		return func(o operand) bool { return !o.equal(value) }
	case "-contains":
		return func(o operand) bool { return o.kind != isNull && o.equal(value) }
	case "-like":
		return func(o operand) bool { return o.like(value.string()) }
	case "-notlike":
		return func(o operand) bool { return !o.like(value.string()) }
	}
	holds := map[string]func(int) bool{
		"-gt": func(n int) bool { return n > 0 }, "-ge": func(n int) bool { return n >= 0 },
		"-lt": func(n int) bool { return n < 0 }, "-le": func(n int) bool { return n <= 0 },
	}[operator]
	return func(o operand) bool { return o.kind != isNull && holds(o.compare(value)) }
}

// parseFilter reads a filter; nil for an empty one.
func parseFilter(filter string) (*condition, error) {
	if len(filter) > maxFilter {
		return nil, errors.New("filter is too long")
	}
	s := strings.TrimSpace(filter)
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") && len(s) >= 2 {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	if s == "" {
		return nil, nil
	}
	tokens, err := scanFilter(s)
	if err != nil {
		return nil, err
	}
	p := &filterParser{tokens: tokens}
	cond, err := p.or(0)
	if err != nil {
		return nil, err
	}
	if p.at < len(p.tokens) {
		return nil, fmt.Errorf("unexpected %s", p.tokens[p.at].text)
	}
	return cond, nil
}

// filterParser is recursive descent over the tokens, its depth bounded.
type filterParser struct {
	tokens []filterToken
	at     int
}

func (p *filterParser) peek() filterToken {
	if p.at < len(p.tokens) {
		return p.tokens[p.at]
	}
	return filterToken{}
}

// take moves on if the next token is the bare word.
func (p *filterParser) take(word string) bool {
	if t := p.peek(); !t.quoted && strings.EqualFold(t.text, word) {
		p.at++
		return true
	}
	return false
}

func (p *filterParser) or(depth int) (*condition, error) { return p.joined("or", depth) }

func (p *filterParser) joined(joint string, depth int) (*condition, error) {
	if depth > maxDepth {
		return nil, errors.New("filter is nested too deeply")
	}
	operand := p.not
	if joint == "or" {
		operand = func(depth int) (*condition, error) { return p.joined("and", depth) }
	}
	left, err := operand(depth)
	for err == nil && p.take("-"+joint) {
		var right *condition
		if right, err = operand(depth); err == nil {
			left = &condition{joint: joint, parts: []*condition{left, right}}
		}
	}
	return left, err
}

func (p *filterParser) not(depth int) (*condition, error) {
	if depth > maxDepth {
		return nil, errors.New("filter is nested too deeply")
	}
	if p.take("-not") || p.take("!") {
		inner, err := p.not(depth + 1)
		return &condition{joint: "not", parts: []*condition{inner}}, err
	}
	if p.take("(") {
		inner, err := p.or(depth + 1)
		if err == nil && !p.take(")") {
			err = errors.New("missing )")
		}
		return inner, err
	}
	return p.comparison()
}

func (p *filterParser) comparison() (*condition, error) {
	property := p.peek()
	if property.text == "" || property.quoted || !isWord(property.text) {
		return nil, fmt.Errorf("property name expected, not %q", property.text)
	}
	p.at++
	operator := strings.ToLower(p.peek().text)
	switch operator {
	case "-eq", "-ne", "-like", "-notlike", "-gt", "-ge", "-lt", "-le", "-contains":
		p.at++
	default:
		return nil, fmt.Errorf("operator expected after %s", property.text)
	}
	if p.at >= len(p.tokens) {
		return nil, fmt.Errorf("value expected after %s", operator)
	}
	value := p.peek()
	if !value.quoted && (value.text == "(" || value.text == ")") {
		return nil, fmt.Errorf("value expected after %s", operator)
	}
	p.at++
	return &condition{comparison: comparison{property.text, operator, value.operand()}}, nil
}
