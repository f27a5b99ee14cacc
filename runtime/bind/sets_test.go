package bind

import "testing"

// The cases of archives parameter-sets, binder-ties and mandatory.

func TestSets(t *testing.T) {
	check(t, sig("adv default=ByName", param("Name string", "set=ByName pos=0"), param("Id int", "set=ById mandatory"), param("All switch")),
		lineCase{"", "Name= Id=0 All=False set=ByName"}, lineCase{"n", "Name=n Id=0 All=False set=ByName"},
		lineCase{"-Id 5 -All", "Name= Id=5 All=True set=ById"}, lineCase{"-Name a -Id 5", "!AmbiguousParameterSet"})
	check(t, sig("adv", param("N int", "set=A pos=0"), param("S string", "set=B pos=0")),
		lineCase{"5", "N=5 S= set=A"}, lineCase{"abc", "N=0 S=abc set=B"}, lineCase{"", "!AmbiguousParameterSet"})
	check(t, sig("adv default=B", param("N int", "set=A pos=0"), param("S string", "set=B pos=0")),
		lineCase{"5", "N=5 S= set=A"}, lineCase{"", "N=0 S= set=B"})
	check(t, sig("adv default=Only", param("X")), lineCase{"", "X=$null set=Only"})
	check(t, sig("adv default=byname", param("Name", "set=ByName"), param("Other", "set=BYNAME"), param("Z", "set=x")),
		lineCase{"", "Name=$null Other=$null Z=$null set=byname"}, lineCase{"-Name 1 -Other 2", "!AmbiguousParameterSet"}, lineCase{"-Z 1", "Name=$null Other=$null Z=1 set=x"})
	user := sig("adv default=User", param("User string", "set=User mandatory"), param("Group string", "set=Group mandatory"),
		param("Owner string", "set=Group mandatory"), param("Shared", "set=User", "set=Group"))
	check(t, user, lineCase{"-User u", "User=u Group= Owner= Shared=$null set=User"}, lineCase{"-Group g", "!MissingMandatoryParameter"},
		lineCase{"-Shared 1", "!MissingMandatoryParameter"}, lineCase{"-User u -Group g", "!AmbiguousParameterSet"})
}

func TestSetWithoutMandatoryParameters(t *testing.T) {
	check(t, sig("adv", param("A", "set=A mandatory"), param("B", "set=B"), param("C")), lineCase{"", "A=$null B=$null C=$null set=B"})
	check(t, sig("adv", param("AB", "set=A", "set=B"), param("B", "set=B mandatory")), lineCase{"-AB 1", "AB=1 B=$null set=A"})
	check(t, sig("adv default=A", param("A", "set=A mandatory"), param("B", "set=B mandatory"), param("C", "set=B", "set=C")),
		lineCase{"-C 1", "A=$null B=$null C=1 set=C"}, lineCase{"-C 1 -B 2", "A=$null B=2 C=1 set=B"})
	check(t, sig("adv default=B", param("AB", "set=A", "set=B"), param("B", "set=B mandatory")), lineCase{"-AB 1", "!MissingMandatoryParameter"})
	check(t, sig("adv default=Id", param("Identity string", "set=Id mandatory pos=0 pipeline"), param("All switch", "set=All mandatory")),
		lineCase{"-All:$false", "Identity= All=False set=All"}, lineCase{"-All ann", "!PositionalParameterNotFound"})
}

func TestMandatory(t *testing.T) {
	s := sig("adv", param("Name string", "mandatory"), param("Count int", "mandatory"))
	_, err := Bind(s, nil, Options{})
	if err.Error() != "Cannot process command because of one or more missing mandatory parameters: Name Count." {
		t.Error(err)
	}
	if p := err.(*Error).Detail("ParameterName").Str(); p != " Name Count" {
		t.Errorf("ParameterName %q", p)
	}
	const null, text, array, list = "!ParameterArgumentValidationErrorNullNotAllowed", "!ParameterArgumentValidationErrorEmptyStringNotAllowed",
		"!ParameterArgumentValidationErrorEmptyArrayNotAllowed", "!ParameterArgumentValidationErrorEmptyCollectionNotAllowed"
	for declaration, cases := range map[string][]lineCase{
		"X string":    {{"$null", text}, {"''", text}},
		"X string[]":  {{"$null", null}, {"''", text}, {"@()", array}, {"a,''", text}, {"a,$null", null}},
		"X object[]":  {{"$null", null}, {"''", "X=()"}, {"@()", array}, {"$null,", null}},
		"X":           {{"$null", null}, {"''", "X="}, {"@()", "X=()"}, {"$null,", "X=($null)"}},
		"X object":    {{"$null", null}, {"''", "X="}, {"@()", "X=()"}},
		"X int":       {{"$null", "X=0"}, {"''", "X=0"}},
		"X hashtable": {{"$null", null}, {"@{}", "X=System.Collections.Hashtable"}},
		"X list":      {{"list()", list}},
	} {
		check(t, sig("adv", param(declaration, "mandatory")), cases...)
	}
	allow := param("X string[]", "mandatory")
	allow.AllowEmptyString = true
	check(t, sig("adv", allow), lineCase{"''", "X=()"}, lineCase{"a,''", "X=(a,)"}, lineCase{"@()", array}, lineCase{"$null", null}, lineCase{"a,$null", null})
	allow = param("X string", "mandatory")
	allow.AllowNull = true
	check(t, sig("adv", allow), lineCase{"$null", text})
}

func TestSplatting(t *testing.T) {
	s := sig("", param("Name"), param("Count int"))
	splat := func(explicit string, pairs ...string) []Argument {
		args := line(explicit)
		for _, p := range pairs {
			a := line(p)[0]
			a.Splatted = true
			args = append(args, a)
		}
		return args
	}
	for _, c := range []struct {
		args []Argument
		want string
	}{
		{splat("-Name x", "-Name:y", "-Count:5"), "Name=x Count=5"},
		{splat("", "-Nam:y"), "Name=y Count=0"},
		{splat("", "-Name:y", "-Name:z"), "!ParameterAlreadyBound"},
	} {
		if got := outcome(t, s, c.args, Options{}); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
