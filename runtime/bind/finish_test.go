package bind

import (
	"slices"
	"testing"

	"rehearse/runtime/value"
)

func TestPrompt(t *testing.T) {
	s := sig("adv", param("Name string", "mandatory"), param("Count int", "mandatory"), param("X"))
	var asked []string
	o := Options{Prompt: func(_ *Binding, missing []*Parameter) ([]value.Value, error) {
		for _, p := range missing {
			asked = append(asked, p.Name)
		}
		return []value.Value{value.OfString("n"), value.OfString("7")}, nil
	}}
	if got := outcome(t, s, line("-X 1"), o); got != "Name=n Count=7 X=1" || !slices.Equal(asked, []string{"Name", "Count"}) {
		t.Error(got, asked)
	}
	o.Prompt = func(*Binding, []*Parameter) ([]value.Value, error) { return []value.Value{value.OfString("")}, nil }
	if got := outcome(t, s, line("-Count 1"), o); got != "!ParameterArgumentValidationErrorEmptyStringNotAllowed" {
		t.Error(got)
	}
}

func TestMissingBeforeInput(t *testing.T) {
	s := sig("adv", param("M", "mandatory"), param("A", "set=A mandatory"), param("B", "set=B mandatory"))
	if got := outcome(t, s, nil, Options{PipelineInput: true}); got != "!MissingMandatoryParameter" {
		t.Error(got)
	}
	other := sig("adv", param("A", "set=A mandatory"), param("In", "set=B pipeline"))
	if got := stream(t, other, "", value.OfInt(1)); got != "A=$null In=1 set=B" {
		t.Error(got)
	}
}

func TestSurplusDate(t *testing.T) {
	_, err := Bind(sig("adv"), []Argument{{HasValue: true, Value: value.OfDateTime(638397504000000000, 0)}}, Options{})
	if err == nil || err.Error() != "A positional parameter cannot be found that accepts argument '1/2/2024 12:00:00\u202fAM'." {
		t.Error(err)
	}
}

func TestValidateDrive(t *testing.T) {
	v, err := NewValidator(nil, "ValidateDrive", []value.Value{value.OfString("C"), value.OfString("Variable")}, nil, "")
	if err != nil || v.Check(nil, value.OfString("variable:x")) != nil {
		t.Error(err)
	}
	err = v.Check(nil, value.OfString("/tmp"))
	if err == nil || err.Error() != "The path argument drive / does not belong to the set of approved drives: C,Variable. Supply a path argument with an approved drive." {
		t.Error(err)
	}
}

func TestSignatureQueries(t *testing.T) {
	s := sig("adv default=A", param("X", "set=A pipeline"), param("Y", "set=B"), param("Z"))
	if s.Own() != 3 || !slices.Equal(s.SetNames(), []string{"A", "B"}) || !s.InSet(2, "B") || s.InSet(0, "B") || !slices.Equal(s.TakesPipeline(), []int16{0}) || s.Find("VERBOSE") != 3 {
		t.Error(s.Own(), s.SetNames(), s.TakesPipeline(), s.Find("VERBOSE"))
	}
	if !like("[a-c]x*", "Bxyz") || like("[a-c]x", "dx") || !like("a`*b", "A*B") || like("a", "ab") {
		t.Error("like")
	}
}
