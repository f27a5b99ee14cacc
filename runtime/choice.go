package runtime

import (
	"strings"

	"rehearse/runtime/format"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// Choice is one option of a question: the label with its & before the hot key, and the help text.
type Choice struct{ Label, Help string }

// name is the label without its &, and the hot key, "" if it has none.
func (c Choice) name() (label, key string) {
	before, after, ok := strings.Cut(c.Label, "&")
	if !ok {
		return c.Label, ""
	}
	for _, r := range after {
		return before + after, strings.ToUpper(string(r))
	}
	return before, ""
}

// short is the key by which a choice is named, its label if it has none.
func (c Choice) short() string {
	label, key := c.name()
	if key == "" {
		return label
	}
	return key
}

// choosing is a question with choices on the host (oracle/prompts, $Host.UI.PromptForChoice).
type choosing struct {
	e        *Engine
	question string
	choices  []Choice
	used     int // cells of the line in progress
}

// begin shows caption and message. The error is that of choices that cannot be offered, or of a host where nobody can answer.
func (x *choosing) begin(caption, message string) error {
	x.question = strings.Join(strings.Fields(caption+" "+message), " ")
	if caption != "" {
		caption = "\n" + caption + "\n"
	}
	if message != "" {
		message = strings.Join(format.WrapText(message, x.e.columns()-1), "\n") + "\n"
	}
	if err := x.e.answerable(host.Question{Text: x.question}); err != nil {
		return err
	}
	if err := x.e.writeOut(caption + message); err != nil {
		return err
	}
	for _, c := range x.choices {
		if _, key := c.name(); key == "?" {
			return value.Throw(value.PSArgumentException, "", "Cannot process the hot key because a question mark (\"?\") cannot be used as a hot key.")
		}
	}
	return nil
}

// piece writes a part of the line of choices; one that does not fit goes to the next line. The default, which ends the line, then stands
// without the blank after it.
func (x *choosing) piece(text string, last bool) error {
	w := format.TextWidth(text)
	if x.used+w > x.e.columns()-1 {
		if last {
			text = strings.TrimRight(text, " ")
		}
		text, x.used = "\n"+text, 0
	}
	x.used += w
	return x.e.writeOut(text)
}

// line shows the choices.
func (x *choosing) line(def int) error {
	x.used = 0
	for _, c := range x.choices {
		label, key := c.name()
		if err := x.piece("["+key+"] "+label+"  ", false); err != nil {
			return err
		}
	}
	if err := x.piece("[?] Help ", false); err != nil || def < 0 {
		return err
	}
	return x.piece("(default is \""+x.choices[def].short()+"\"): ", true)
}

// read is the answer, trimmed.
func (x *choosing) read() (string, error) {
	s, err := x.e.readAnswer(host.Question{Text: x.question})
	return strings.TrimSpace(s), err
}

// index is the choice that an answer names by its key or label, -1 if none.
func (x *choosing) index(answer string) int {
	for _, byLabel := range [...]bool{true, false} {
		for i, c := range x.choices {
			label, key := c.name()
			if byLabel && value.EqualFold(label, answer) || !byLabel && key != "" && value.EqualFold(key, answer) {
				return i
			}
		}
	}
	return -1
}

// help explains the choices.
func (x *choosing) help() error {
	for _, c := range x.choices {
		for _, l := range format.CutText(c.short()+" - "+c.Help, x.e.columns()-1) {
			if err := x.e.writeOut(l + "\n"); err != nil {
				return err
			}
		}
	}
	return nil
}

// choose asks until an answer is one of the choices; -1 is no default. The error is io.EOF at the end of the input.
func (e *Engine) choose(caption, message string, choices []Choice, def int) (int, error) {
	x := &choosing{e: e, choices: choices}
	if err := x.begin(caption, message); err != nil {
		return -1, err
	}
	for {
		if err := x.line(def); err != nil {
			return -1, err
		}
		answer, err := x.read()
		switch {
		case err != nil:
			return -1, err
		case answer == "" && def >= 0:
			return def, nil
		case answer == "?":
			if err := x.help(); err != nil {
				return -1, err
			}
		default:
			if i := x.index(answer); answer != "" && i >= 0 {
				return i, nil
			}
		}
	}
}

// chooseSeveral asks for choices until an empty line; none given are the defaults.
func (e *Engine) chooseSeveral(caption, message string, choices []Choice, defaults []int) ([]int, error) {
	x := &choosing{e: e, choices: choices}
	if err := x.begin(caption, message); err != nil {
		return nil, err
	}
	if err := x.list(defaults); err != nil {
		return nil, err
	}
	var chosen []int
	for {
		if err := e.writeOut("Choice[" + value.ToString(value.OfInt(len(chosen))) + "]: "); err != nil {
			return nil, err
		}
		answer, err := x.read()
		switch i := x.index(answer); {
		case err != nil:
			return nil, err
		case answer == "" && len(chosen) == 0:
			return defaults, nil
		case answer == "":
			return chosen, nil
		case answer == "?":
			if err := x.help(); err != nil {
				return nil, err
			}
		case i >= 0:
			chosen = append(chosen, i)
		}
	}
}

// list shows the choices one a line, and the defaults.
func (x *choosing) list(defaults []int) error {
	var b strings.Builder
	for _, c := range x.choices {
		label, key := c.name()
		b.WriteString("[" + key + "] " + label + "  \n")
	}
	b.WriteString("[?] Help \n")
	keys := make([]string, len(defaults))
	for i, d := range defaults {
		keys[i] = x.choices[d].short()
	}
	switch len(keys) {
	case 0:
	case 1:
		b.WriteString("(default is \"" + keys[0] + "\")\n")
	default:
		b.WriteString("(default choices are " + strings.Join(keys, ",") + ")\n")
	}
	return x.e.writeOut(b.String())
}
