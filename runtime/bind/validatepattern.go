package bind

import "rehearse/runtime/value"

// ValidatePattern is [ValidatePattern('regex')].
type ValidatePattern struct {
	Pattern      string
	Regex        Matcher // Pattern compiled with the attribute's Options, by default IgnoreCase
	ErrorMessage string  // {0} is the argument, {1} the pattern
}

// Matcher is a compiled .NET regular expression.
type Matcher interface {
	MatchString(s string) (bool, error)
}

// Check refuses texts that do not match.
func (p *ValidatePattern) Check(_ value.Env, v value.Value) error {
	return eachElement(v, func(x value.Value) error {
		text := value.ToString(x)
		if ok, err := p.Regex.MatchString(text); err != nil || ok {
			return err
		}
		if p.ErrorMessage != "" {
			return validation("ValidatePatternFailure", fill(p.ErrorMessage, text, p.Pattern))
		}
		return validation("ValidatePatternFailure", "The argument \""+text+"\" does not match the \""+p.Pattern+"\" pattern. Supply an argument that matches \""+
			p.Pattern+"\" and try the command again.")
	})
}

// ValidateScript is [ValidateScript({ … })]: the block must be true for each element as $_.
type ValidateScript struct {
	Block        value.Value
	ErrorMessage string // {0} is the argument, {1} the block's text
}

// Check refuses what the block does not call true; what the block throws is the error.
func (s *ValidateScript) Check(env value.Env, v value.Value) error {
	return eachElement(v, func(x value.Value) error {
		out, err := env.CallBlock(s.Block, value.BlockInput{Under: x})
		if err != nil || value.Truth(value.Unroll(out)) {
			return err
		}
		text, block := value.ToString(x), value.ToString(s.Block)
		if s.ErrorMessage != "" {
			return validation("ValidateScriptFailure", fill(s.ErrorMessage, text, block))
		}
		return validation("ValidateScriptFailure", "The \""+block+"\" validation script for the argument with value \""+text+
			"\" did not return a result of True. Determine why the validation script failed, and then try the command again.")
	})
}
