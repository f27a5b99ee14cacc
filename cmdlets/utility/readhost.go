package utility

import (
	"io"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	readPrompt = iota
	readSecure
	readMask
)

var readHost = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Read-Host", TypeName: "Microsoft.PowerShell.Commands.ReadHostCommand", Cmdlet: true, DefaultSet: "AsString",
		Params: []bind.Parameter{
			readPrompt: {Name: "Prompt", AllowNull: true, Sets: []bind.Membership{{Position: 0, FromRemaining: true}}},
			readSecure: {Name: "AsSecureString", Type: value.TypeSwitchParameter, Sets: inSets("AsSecureString")},
			readMask:   {Name: "MaskInput", Type: value.TypeSwitchParameter, Sets: inSets("AsString")},
		}},
	Module: module, Synopsis: "Asks for a line.",
	New: runtime.Run(readLine),
}

// readLine asks for a line; $null at the end of the input (oracle/prompts, Read-Host).
func readLine(c *runtime.Call) error {
	prompt, err := promptText(c)
	if err != nil {
		return err
	}
	secure := c.Switch(readSecure)
	s, err := c.Ask(prompt, secure || c.Switch(readMask))
	switch {
	case err == io.EOF:
		return c.Write(value.NullValue)
	case err != nil:
		return err
	case secure:
		return c.Write(dotnet.OfSecureString(s))
	}
	return c.Write(value.OfString(s))
}

// promptText is the prompt: the texts of the arguments joined by blanks, a colon and a blank.
func promptText(c *runtime.Call) (string, error) {
	if !c.Bound(readPrompt) {
		return "", nil
	}
	var parts []string
	for _, v := range c.List(readPrompt) {
		s, err := c.Text(v)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	prompt := strings.Join(parts, " ")
	if prompt == "" {
		return "", value.Throw(value.PSArgumentException, "Argument", "name cannot be null or empty.").With(value.InvalidArgument, value.NullValue)
	}
	return prompt + ": ", nil
}
