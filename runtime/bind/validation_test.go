package bind

import (
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// The cases of archive validation: the texts behind `Cannot validate argument on parameter 'P'. `.

func TestValidators(t *testing.T) {
	limits := func(low, high string) Validator {
		a, _ := word(low)
		b, _ := word(high)
		r, err := NewValidateRange(a, b)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	set := &ValidateSet{Values: []string{"a", "b"}}
	for _, c := range []struct {
		validator Validator
		argument  string
		want      string // the first words of the text, "" if accepted
	}{
		{set, "A", ""}, {set, "a,b", ""}, {set, "@()", ""}, {&ValidateSet{Values: []string{"1"}}, "1", ""},
		{set, "x", `The argument "x" does not belong to the set "a,b" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`},
		{set, "a,q", `The argument "q" does not belong to the set "a,b"`}, {set, "$null", textElement},
		{&ValidateSet{Values: []string{"a"}, CaseSensitive: true}, "A", `The argument "A" does not belong`},
		{&ValidateSet{Values: []string{"a", "b"}, ErrorMessage: "'{0}' is not one of: {1}"}, "c", "'c' is not one of: a,b"},
		{limits("1", "10"), "1", ""}, {limits("1", "10"), "'3'", ""}, {limits("1", "5"), "1,5", ""},
		{limits("1", "10"), "0", "The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or equal to 1 and then try the command again."},
		{limits("1", "10"), "11", "The 11 argument is greater than the maximum allowed range of 10. Supply an argument that is less than or equal to 10 and then try the command again."},
		{limits("1", "5"), "1,6,7", "The 6 argument is greater"}, {limits("0.5", "1.5"), "2", "The 2 argument is greater than the maximum allowed range of 1.5."},
		{limits("'a'", "'m'"), "z", "The z argument is greater than the maximum allowed range of m."},
		{limits("1", "5"), "abc", `The argument cannot be validated because its type "String" is not the same type (Int32) as the maximum and minimum limits of the parameter. Make sure`},
		{Positive, "0", `The argument "0" cannot be validated because its value is not greater than zero.`}, {NonNegative, "0", ""},
		{Negative, "1", `The argument "1" cannot be validated because its value is not less than zero.`}, {NonPositive, "1", `The argument "1" cannot be validated because its value is not less than or equal to zero.`},
		{&ValidateLength{2, 4}, "ab", ""}, {&ValidateLength{2, 4}, "ab,x", "The character length (1) of the argument is too short."},
		{&ValidateLength{2, 4}, "a", `The character length (1) of the argument is too short. Specify an argument with a length that is greater than or equal to "2", and then try the command again.`},
		{&ValidateLength{2, 4}, "abcde", `The character length of the 5 argument is too long. Shorten the character length of the argument so it is fewer than or equal to "4" characters, and then try the command again.`},
		{&ValidateLength{2, 4}, "123", "The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter."},
		{&ValidateCount{1, 3}, "a,b", ""}, {&ValidateCount{1, 3}, "@()", "The parameter requires at least 1 value(s) and no more than 3 value(s) - 0 value(s) were provided."},
		{&ValidateCount{2, 2}, "a,", "The parameter requires exactly 2 value(s) - 1 value(s) were provided."}, {&ValidateCount{1, 2}, "abc", "The parameter requires at least 1 value(s) and no more than 2 value(s) - 3"},
		{&ValidateCount{0, 2}, "$null", ""}, {&ValidateCount{1, 2}, "5", "The ValidateCount attribute cannot be applied to a non-array parameter."},
		{ValidateNotNull{}, "''", ""}, {ValidateNotNull{}, "@()", ""}, {ValidateNotNull{}, "$null", textNull}, {ValidateNotNull{}, "1,$null", textNullElement},
		{ValidateNotNullOrEmpty{}, "0", ""}, {ValidateNotNullOrEmpty{}, "$null", textNullOrEmpty}, {ValidateNotNullOrEmpty{}, "''", textNullOrEmpty},
		{ValidateNotNullOrEmpty{}, "@()", textElement}, {ValidateNotNullOrEmpty{}, "a,''", textElement}, {ValidateNotNullOrEmpty{}, "@{}", textElement},
		{ValidateNotNullOrWhiteSpace{}, "''", textBlank}, {ValidateNotNullOrWhiteSpace{}, "a,''", textBlankElement}, {ValidateNotNullOrWhiteSpace{}, "a", ""},
	} {
		v, _ := word(c.argument)
		got := ""
		if err := c.validator.Check(nil, v); err != nil {
			got = err.Error()
		}
		if got != c.want && (c.want == "" || !strings.HasPrefix(got, c.want)) {
			t.Errorf("%T %s\n got %q\nwant %q", c.validator, c.argument, got, c.want)
		}
	}
}

func TestValidatorsRunLastFirst(t *testing.T) {
	p := param("S string")
	p.Validate = []Validator{&ValidateLength{3, 5}, &ValidateSet{Values: []string{"xaa", "xbbbbbb"}}}
	_, err := Bind(sig("", p), line("z"), Options{})
	e, ok := err.(*Error)
	if !ok || e.ID != IDValidation || e.Type != value.ParameterBindingValidation || e.Category != value.InvalidData ||
		!strings.HasPrefix(e.Message, "Cannot validate argument on parameter 'S'. The argument \"z\" does not belong") || e.Extent.End != 1 {
		t.Error(err)
	}
	if e.Inner == nil || e.Inner.Type != value.ValidationMetadataException {
		t.Error("inner", e.Inner)
	}
}

func TestValidateScript(t *testing.T) {
	var seen []string
	env := testEnv{func(with value.BlockInput) ([]value.Value, error) {
		seen = append(seen, value.ToString(with.Under))
		if with.Under.Str() == "throw" {
			return nil, value.Throw(value.RuntimeException, "x", "no bad values")
		}
		return []value.Value{value.OfBool(with.Under.Str() != "x")}, nil
	}}
	p := param("L string[]")
	p.Validate = []Validator{&ValidateScript{Block: value.Of(block{}), ErrorMessage: "{0} is bad {{}}"}}
	for arguments, want := range map[string]string{
		"a,b": "", "a,x,c": "Cannot validate argument on parameter 'L'. x is bad {}", "throw": "Cannot validate argument on parameter 'L'. no bad values",
	} {
		got := ""
		if _, err := Bind(sig("", p), line(arguments), Options{Env: env}); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if len(seen) != 5 {
		t.Error(seen)
	}
}

func TestValidateVariable(t *testing.T) {
	v, _ := word("a,c")
	set := []Validator{&ValidateSet{Values: []string{"a"}}}
	if err := ValidateVariable(nil, set, "x", v, false); err.Error() != "The variable cannot be validated because the value System.Object[] is not a valid value for the x variable." {
		t.Error(err)
	}
	if err := ValidateVariable(nil, set, "y", value.OfString("z"), true); err.Error() != "The attribute cannot be added because variable y with value z would no longer be valid." {
		t.Error(err)
	}
}

func TestNewValidator(t *testing.T) {
	none := func(string) (value.Value, bool, error) { return value.NullValue, false, nil }
	numbers := func(n ...int) []value.Value {
		var list []value.Value
		for _, i := range n {
			list = append(list, value.OfInt(i))
		}
		return list
	}
	for _, c := range []struct {
		name string
		args []value.Value
		want string
	}{
		{"ValidateRange", numbers(10, 1), "The specified maximum range cannot be accepted because it is less than the specified minimum range."},
		{"ValidateSet", nil, "Cannot process argument because the value of argument \"validValues\" is out of range."},
		{"ValidateLengthAttribute", numbers(5, 2), "The specified maximum character length value is shorter"},
		{"ValidateCount", numbers(3, 2), "The specified maximum number of values"},
		{"System.Management.Automation.ValidateRange", []value.Value{value.OfString("Positive")}, ""},
		{"ValidatePattern", []value.Value{value.OfString("^a")}, ""},
	} {
		v, err := NewValidator(nil, c.name, c.args, none, "")
		switch {
		case c.want == "" && (err != nil || v == nil):
			t.Error(c.name, v, err)
		case c.want != "" && (err == nil || v != nil || !strings.HasPrefix(err.Error(), c.want)):
			t.Error(c.name, v, err)
		}
	}
	if v, err := NewValidator(nil, "ArgumentCompleter", nil, none, ""); v != nil || err != nil {
		t.Error(v, err)
	}
}
