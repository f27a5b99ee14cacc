package bind

import (
	"strconv"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// ValidateLength is [ValidateLength(min, max)]: the number of UTF-16 units of each text.
type ValidateLength struct{ Min, Max int }

// NewValidateLength is the attribute, or the error of limits that contradict each other.
func NewValidateLength(low, high int) (*ValidateLength, error) {
	if high < low {
		return nil, badAttribute("ValidateLengthMaxLengthSmallerThanMinLength", "The specified maximum character length value is shorter than the specified "+
			"minimum character length value. Update the ValidateLength attribute for the parameter.")
	}
	return &ValidateLength{Min: low, Max: high}, nil
}

// Check refuses texts that are too short or too long, and what is no text.
func (l *ValidateLength) Check(_ value.Env, v value.Value) error {
	return eachElement(v, func(x value.Value) error {
		x = x.Base()
		if !x.IsString() {
			return validation("ValidateLengthNotString", "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] "+
				"parameter. Make the parameter a string or string[] parameter.")
		}
		n := text.Utf16Len(x.Str())
		switch {
		case n < l.Min:
			return validation("ValidateLengthMinLengthFailure", "The character length ("+strconv.Itoa(n)+") of the argument is too short. Specify an argument with a "+
				"length that is greater than or equal to \""+strconv.Itoa(l.Min)+"\", and then try the command again.")
		case n > l.Max:
			return validation("ValidateLengthMaxLengthFailure", "The character length of the "+strconv.Itoa(n)+" argument is too long. Shorten the character length of "+
				"the argument so it is fewer than or equal to \""+strconv.Itoa(l.Max)+"\" characters, and then try the command again.")
		}
		return nil
	})
}

// ValidateCount is [ValidateCount(min, max)]: the number of elements of the argument.
type ValidateCount struct{ Min, Max int }

// NewValidateCount is the attribute, or the error of limits that contradict each other.
func NewValidateCount(low, high int) (*ValidateCount, error) {
	if high < low {
		return nil, badAttribute("ValidateRangeMaxLengthSmallerThanMinLength", "The specified maximum number of values for a parameter is fewer than the specified "+
			"minimum number of values. Update the ValidateCount attribute for the parameter.")
	}
	return &ValidateCount{Min: low, Max: high}, nil
}

// Check refuses collections with too few or too many elements. Null has none, a text counts its characters, a dictionary its entries.
func (c *ValidateCount) Check(_ value.Env, v value.Value) error {
	n := 0
	switch o := v.Base().Object().(type) {
	case value.List:
		n = o.Len()
	case *value.Dictionary:
		n = o.Len()
	case value.Enumerable:
		if err := o.Each(func(value.Value) error { n++; return nil }); err != nil {
			return err
		}
	default:
		switch {
		case v.Base().IsString():
			n = text.Utf16Len(v.Base().Str())
		case !v.IsNull():
			return validation("ValidateCountNotInArray", "The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute "+
				"from the parameter or make the parameter an array parameter.")
		}
	}
	switch {
	case c.Min <= n && n <= c.Max:
		return nil
	case c.Min == c.Max:
		return validation("ValidateCountExactFailure", "The parameter requires exactly "+strconv.Itoa(c.Max)+" value(s) - "+strconv.Itoa(n)+" value(s) were provided.")
	}
	return validation("ValidateCountMinMaxFailure", "The parameter requires at least "+strconv.Itoa(c.Min)+" value(s) and no more than "+strconv.Itoa(c.Max)+
		" value(s) - "+strconv.Itoa(n)+" value(s) were provided.")
}
