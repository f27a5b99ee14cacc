package format

import (
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

// concise renders ConciseView (errors README, section 1).
type concise struct {
	env value.Env
	r   *value.ErrorRecord
	s   *Settings
	at  value.Position
}

func (c *concise) text() string {
	if t, ok := c.lineOfTarget(); ok {
		return t
	}
	red, accent, reset := c.s.red(), c.s.accent(), c.s.reset()
	message := c.message()
	header := red + c.header() + ": "
	if !c.hasBlock() {
		return header + red + wrapMessage("", "", message, c.wrapWidth()) + c.recommendation("\n")
	}
	width := max(4, len(strconv.Itoa(c.at.Line)))
	margin := blanks(width+1) + "| "
	var b strings.Builder
	b.WriteString(header + reset)
	if c.at.File != "" {
		b.WriteString(c.at.File + ":" + strconv.Itoa(c.at.Line))
	}
	b.WriteString("\n" + accent + blanks(width-4) + "Line |\n")
	w := c.at.Window()
	b.WriteString(accent + pad(strconv.Itoa(c.at.Line), width, AlignRight, false) + " | " + reset + " " +
		w.Before + accent + w.Marked + reset + w.After + "\n")
	b.WriteString(accent + margin + red + " " + blanks(w.Start) + strings.Repeat("~", w.Length) + "\n")
	b.WriteString(red + wrapMessage(margin, accent+margin+red, message, c.wrapWidth()))
	b.WriteString(c.recommendation("\n\n"))
	return b.String()
}

// hasBlock tells whether the source line is shown.
func (c *concise) hasBlock() bool {
	if c.at.Line == 0 || strings.HasSuffix(strings.ToLower(c.at.File), ".psm1") {
		return false
	}
	return c.at.File != "" || c.at.Line > 1 || c.r.Category == value.ParserError
}

// flows tells whether the message is put into one line and wrapped.
func (c *concise) flows() bool { return c.at.File != "" || c.r.Category == value.ParserError }

func (c *concise) wrapWidth() int {
	if c.flows() {
		return c.s.columns()
	}
	return Unlimited
}

func (c *concise) message() string {
	m := strings.ReplaceAll(stripEscapes(c.shown()), "\r", "")
	if c.flows() {
		m = flowing.Replace(m)
	}
	return m
}

// shown is the text of the record. A text that does not parse shows its first error only, though its exception names all
// (errors README, section 10).
func (c *concise) shown() string {
	if c.r.Message == "" && c.r.Category == value.ParserError && c.r.Exception.Type.Is(value.ParseException) {
		for _, d := range c.r.Exception.Details {
			if l, ok := value.As[value.List](d.Value); ok && d.Name == "Errors" && l.Len() > 0 {
				return value.ToString(property(c.env, l.At(0), "Message"))
			}
		}
	}
	return c.r.Text()
}

var flowing = strings.NewReplacer("\n", " ", "\t", " ")

func (c *concise) recommendation(before string) string {
	if c.r.RecommendedAction == "" {
		return ""
	}
	return before + "  Recommendation: " + c.r.RecommendedAction
}

// header is the word before the colon; the first rule that gives one wins (errors README, section 1.5).
func (c *concise) header() string {
	r := c.r
	if wasThrown(r) {
		return "Exception"
	}
	name := invokedCommand(c.env, r.Invocation)
	if name != "" && c.isCommand(name) {
		return name
	}
	if r.Activity != "" {
		return r.Activity
	}
	if name == "" && r.Invocation != nil && !r.Invocation.Command.IsNull() && r.Category != value.NotSpecified && r.Exception.Type.Is(value.ParameterBindingException) {
		return "" // a binding error of a script block: the block has no name
	}
	if r.Invocation != nil && r.Invocation.InvocationName != "" {
		return r.Invocation.InvocationName
	}
	if name != "" {
		return name
	}
	if r.Category != value.NotSpecified {
		return r.Category.String()
	}
	return r.Reason
}

// wasThrown tells whether the throw statement made the exception, as RuntimeException.WasThrownFromThrowStatement does. The record that
// the exception contains is about a placeholder, which does not know.
func wasThrown(r *value.ErrorRecord) bool {
	return r.Exception.Thrown && !r.Contained && r.Exception.Type.Is(value.RuntimeException)
}

// isCommand tells whether a command of that name exists now; scripts and blocks are none.
func (c *concise) isCommand(name string) bool {
	if c.s.Commands != nil {
		return c.s.Commands(name)
	}
	return !strings.HasSuffix(strings.ToLower(name), ".ps1")
}

// lineOfTarget is the block of a record whose target is a dictionary that brings its own line (errors README, section 1.1, rule 7).
func (c *concise) lineOfTarget() (string, bool) {
	d, ok := value.As[*value.Dictionary](c.r.Target.Base())
	if !ok {
		return "", false
	}
	line, hasLine := d.GetString("Line")
	source, hasText := d.GetString("LineText")
	if !hasLine || !hasText {
		return "", false
	}
	file, _ := d.GetString("File")
	number := value.ToString(line)
	width := max(4, len(number))
	margin := blanks(width+1) + "| "
	red, accent, reset := c.s.red(), c.s.accent(), c.s.reset()
	return red + c.header() + ": " + reset + value.ToString(file) + "\n" + accent + blanks(width-4) + "Line |\n" +
		accent + pad(number, width, AlignRight, false) + " | " + reset + strings.TrimSpace(value.ToString(source)) + "\n" +
		red + wrapMessage(margin, accent+margin+red, flowing.Replace(strings.ReplaceAll(c.r.Text(), "\r", "")), c.s.columns()), true
}
