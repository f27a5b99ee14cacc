package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// ValidateSet is [ValidateSet('a', 'b')]: each element of the argument, as text, must be one of the values.
type ValidateSet struct {
	Values        []string
	CaseSensitive bool   // IgnoreCase = $false
	ErrorMessage  string // {0} is the argument, {1} the set
	// Generate yields the values of an IValidateSetValuesGenerator class instead of Values.
	Generate func(env value.Env) ([]string, error)
}

// NewValidateSet is the attribute, or the error of a set without values.
func NewValidateSet(values []string) (*ValidateSet, error) {
	if len(values) == 0 {
		return nil, value.Throw(value.ArgumentOutOfRangeException, "ArgumentOutOfRange", "Cannot process argument because the value of argument \"validValues\" is out of "+
			"range. Change argument \"validValues\" to a value that is within range. (Parameter 'validValues') Actual value was System.String[].").With(value.InvalidArgument, value.NullValue)
	}
	return &ValidateSet{Values: values}, nil
}

// Check refuses what is not in the set.
func (s *ValidateSet) Check(env value.Env, v value.Value) error {
	values := s.Values
	if s.Generate != nil {
		var err error
		if values, err = s.Generate(env); err != nil {
			return err
		}
	}
	if v.IsString() && s.has(values, v.Str()) {
		return nil
	}
	return eachElement(v, func(x value.Value) error {
		text := value.ToString(x)
		if s.has(values, text) {
			return nil
		}
		set := strings.Join(values, ",")
		if s.ErrorMessage != "" {
			return validation("ValidateSetFailure", fill(s.ErrorMessage, text, set))
		}
		return validation("ValidateSetFailure", "The argument \""+text+"\" does not belong to the set \""+set+
			"\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.")
	})
}

func (s *ValidateSet) has(values []string, text string) bool {
	for _, w := range values {
		if w == text || !s.CaseSensitive && value.EqualFold(w, text) {
			return true
		}
	}
	return false
}
