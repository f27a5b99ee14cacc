package runtime

import (
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// inquire asks what an Inquire preference asks: whether to go on after a message. Halting is the error halt; without anybody to answer it
// is the error of non-interactive mode (oracle/errors, section 4.4).
func (c *Call) inquire(message string, halt *value.ErrorRecord) error {
	if c.frame.host.Prompts == nil {
		return noPrompt("Read and Prompt functionality is not available.")
	}
	answer, err := c.frame.host.Prompts.Ask(host.Question{Caption: "Confirm", Message: message, Choices: []host.Choice{
		{Label: "&Yes"}, {Label: "Yes to &All"}, {Label: "&Halt Command"}, {Label: "&Suspend"}}})
	if err != nil {
		return noPrompt(err.Error())
	}
	if answer == "2" {
		return c.stopOn(halt)
	}
	return nil
}
