package runtime

import (
	"io"

	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// ShouldProcess tells whether an action on a target is to be done: it shows the What-if line, asks for confirmation when the impact
// reaches $ConfirmPreference, and writes the verbose line (oracle/functions, section 13).
func (c *Call) ShouldProcess(target, action string) (bool, error) {
	if action == "" {
		action = c.activity()
	}
	return c.perform(target, action)
}

// perform is ShouldProcess with an action that may be empty.
func (c *Call) perform(target, action string) (bool, error) {
	line := `Performing the operation "` + action + `" on target "` + target + `".`
	return c.shouldProcess(line, "Are you sure you want to perform this action?\n"+line, "Confirm")
}

func (c *Call) shouldProcess(description, query, caption string) (bool, error) {
	f := c.frame
	if c.flag(c.Common.WhatIf, &f.names.whatIf) {
		return false, f.writeOut("What if: " + description + f.newline())
	}
	if c.needsConfirmation() {
		ok, err := c.ShouldContinueAll(query, caption, &c.yesToAll, &c.noToAll)
		if err != nil || !ok {
			return false, err
		}
	}
	return true, c.Verbose(description)
}

// flag is a common switch, or the preference variable when it was not given.
func (c *Call) flag(p bind.Flag, n *knownName) bool {
	if p.Bound {
		return p.On
	}
	l := c.frame.scope.find(n.name, n.hash)
	return l.valid() && value.Truth(c.frame.read(l))
}

func (c *Call) needsConfirmation() bool {
	if c.Common.Confirm.Bound {
		return c.Common.Confirm.On
	}
	n := &c.frame.names.confirm
	l := c.frame.scope.find(n.name, n.hash)
	if !l.valid() {
		return false
	}
	level, err := value.Convert(c.frame.read(l), TypeConfirmImpact)
	if err != nil || level.Int() == 0 {
		return false
	}
	impact := int64(impactMedium)
	if s := c.Binding.Signature(); s.SupportsShouldProcess {
		impact = int64(s.ConfirmImpact)
	}
	return impact >= level.Int()
}

// The choices of confirmations, with the help that PowerShell gives (oracle/prompts, Confirmations).
var (
	choiceYes     = Choice{"&Yes", "Continue with only the next step of the operation."}
	choiceYesAll  = Choice{"Yes to &All", "Continue with all the steps of the operation."}
	choiceNo      = Choice{"&No", "Skip this operation and proceed with the next operation."}
	choiceNoAll   = Choice{"No to A&ll", "Skip this operation and all subsequent operations."}
	choiceHalt    = Choice{"&Halt Command", "Stop this command."}
	choiceSuspend = Choice{"&Suspend", `Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.`}
)

// confirm asks a question with the choices of a confirmation. Suspend, the last of them, opens a nested prompt and asks again.
func (f *Frame) confirm(caption, query string, choices ...Choice) (Choice, error) {
	choices = append(choices, choiceSuspend)
	for {
		i, err := f.choose(caption, query, choices, 0)
		if err == io.EOF {
			err = endOfInput()
		}
		if err != nil {
			return choiceNo, err
		}
		if choices[i] != choiceSuspend {
			return choices[i], nil
		}
		if err := f.nestedPrompt(); err != nil {
			return choiceNo, err
		}
	}
}

// ShouldContinueAll is ShouldContinue for one of several objects: an answer for all is kept in yesToAll or noToAll.
func (c *Call) ShouldContinueAll(query, caption string, yesToAll, noToAll *bool) (bool, error) {
	switch {
	case *yesToAll:
		return true, nil
	case *noToAll:
		return false, nil
	}
	answer, err := c.frame.confirm(captionOf(caption), query, choiceYes, choiceYesAll, choiceNo, choiceNoAll)
	switch answer {
	case choiceYesAll:
		*yesToAll = true
	case choiceNoAll:
		*noToAll = true
	}
	return err == nil && (answer == choiceYes || answer == choiceYesAll), err
}

// captionOf is the caption of a confirmation that was given none.
func captionOf(caption string) string {
	if caption == "" {
		return "Confirm"
	}
	return caption
}

// ShouldContinue asks a question that no preference answers.
func (c *Call) ShouldContinue(query, caption string) (bool, error) {
	answer, err := c.frame.confirm(captionOf(caption), query, choiceYes, choiceNo)
	return err == nil && answer == choiceYes, err
}
