package runtime

import "rehearse/runtime/value"

// inquire asks what an Inquire preference asks: whether to go on, with the text of an error or after a message was shown. "Yes to all" is
// for the rest of the command; halting is an error that ends the script (oracle/prompts, Confirmations).
func (c *Call) inquire(question string) error {
	if c.yesToAll {
		return nil
	}
	answer, err := c.frame.confirm("Confirm", question, choiceYes, choiceYesAll, choiceHalt)
	if err != nil {
		return err
	}
	switch answer {
	case choiceYesAll:
		c.yesToAll = true
	case choiceHalt:
		halt := value.Throw(value.ActionPreferenceStopException, "ActionPreferenceStop", "The running command stopped because the user selected the Stop option.")
		return c.stopOn(c.ErrorOf(halt.With(value.OperationStopped, value.NullValue)))
	}
	return nil
}

// goOn is the question after a message.
const goOn = "Continue with this operation?"
