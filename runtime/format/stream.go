package format

import "rehearse/runtime/value"

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

// messageLabel tells whether an object is a record of a message stream that came into the output (3>&1, *>&1), and the label with which
// the host shows it; as text in a string or file it is the bare message (errors README, section 7).
func messageLabel(v value.Value) (label string, ok bool) {
	if v.Kind() != value.Reference {
		return "", false
	}
	switch value.TypeOf(v.Base()).FullName {
	case "System.Management.Automation.WarningRecord":
		return "WARNING", true
	case "System.Management.Automation.VerboseRecord":
		return "VERBOSE", true
	case "System.Management.Automation.DebugRecord":
		return "DEBUG", true
	case "System.Management.Automation.InformationRecord":
		return "", true
	}
	return "", false
}
