package format

// StreamText is the line of a message stream: "WARNING: text", and so on for VERBOSE and DEBUG. Nothing is wrapped; with colour
// the label and text stand in the stream's style, a warning with a blank before the reset (errors README, section 7; archive psstyle-ansi).
func StreamText(label, message string, s Settings) string {
	text := label + ": " + message
	if !s.Color {
		return text
	}
	style := s.style()
	switch label {
	case "WARNING":
		return style.Warning + text + style.Reset
	case "VERBOSE":
		return style.Verbose + text + style.Reset
	case "DEBUG":
		return style.Debug + text + style.Reset
	}
	return text
}
