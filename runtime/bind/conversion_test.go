package bind

import (
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// The cases of archive conversion that are the binder's own, and those of errors/runtime-conversion for cmdlets.

func TestArgumentConversion(t *testing.T) {
	const failed = "!ParameterArgumentTransformationError"
	check(t, sig("", param("b bool")), lineCase{"1", "b=True"}, lineCase{"0.0", "b=False"}, lineCase{"'true'", failed}, lineCase{"''", failed},
		lineCase{"$null", failed}, lineCase{"@()", failed}, lineCase{"-b:$false", "b=False"}, lineCase{"-1", failed})
	check(t, sig("", param("s switch")), lineCase{"-s:$null", "s=False"}, lineCase{"-s:1", failed}, lineCase{"-s:x", failed}, lineCase{"-s", "s=True"})
	check(t, sig("", param("s string")), lineCase{"1.50", "s=1.50"}, lineCase{"007", "s=007"}, lineCase{"$true", "s=True"}, lineCase{"a,b", "s=a b"}, lineCase{"1,2", "s=1 2"})
	check(t, sig("adv", param("s string")), lineCase{"a,b", failed}, lineCase{"list()", "s="})
	check(t, sig("", param("s string[]")), lineCase{"1,2.50,$null", "s=(1,2.5,)"}, lineCase{"5", "s=(5)"})
	check(t, sig("", param("b scriptblock")), lineCase{"'text'", failed}, lineCase{"$null", "b=$null"})
	check(t, sig("cmdlet", param("n int[]", "pos=0")), lineCase{"'x'", "!CannotConvertArgumentNoMessage"}, lineCase{"'1',2", "n=(1,2)"}, lineCase{"$null", "n=$null"})
	check(t, sig("cmdlet", param("s string", "pos=0"), param("f switch"), param("n int")),
		lineCase{"a,b", "!CannotConvertArgument"}, lineCase{"-f:x", "!CannotConvertArgument"}, lineCase{"-f:1", "s=$null f=True n=0"},
		lineCase{"$null", "s=$null f=False n=0"})
}

func TestConversionTexts(t *testing.T) {
	for _, c := range []struct {
		sig        *Signature
		line, want string
	}{
		{sig("", param("b bool")), "'true'", "Cannot process argument transformation on parameter 'b'. Cannot convert value \"System.String\" to type \"System.Boolean\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0."},
		{sig("", param("b bool")), "$null", "Cannot process argument transformation on parameter 'b'. Cannot convert value \"\" to type \"System.Boolean\". Boolean parameters accept only"},
		{sig("", param("p switch")), "-p:1", "Cannot process argument transformation on parameter 'p'. Cannot convert the \"1\" value of type \"System.Int32\" to type \"System.Management.Automation.SwitchParameter\"."},
		{sig("adv", param("s string")), "a,b", "Cannot process argument transformation on parameter 's'. Cannot convert value to type System.String."},
		{sig("cmdlet", param("Recurse switch")), "-Recurse:x", "Cannot convert 'System.String' to the type 'System.Management.Automation.SwitchParameter' required by parameter 'Recurse'. "},
		{sig("cmdlet", param("ExpandProperty string")), "-ExpandProperty a,b", "Cannot convert 'System.Object[]' to the type 'System.String' required by parameter 'ExpandProperty'. Specified method is not supported."},
		{sig("adv"), "-ErrorAction Suspend", "Cannot bind parameter 'ErrorAction' to the target. Exception setting \"ErrorAction\": \"The Suspend ActionPreference value is reserved for future use"},
		{sig("adv"), "-OutBuffer -1", "Cannot validate argument on parameter 'OutBuffer'. The -1 argument is less than the minimum allowed range of 0."},
		{sig("adv"), "-ErrorVariable ''", "Cannot validate argument on parameter 'ErrorVariable'. "},
	} {
		_, err := Bind(c.sig, line(c.line), Options{})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s\n got %v\nwant %s", c.line, err, c.want)
		}
	}
}

func TestCommonParameters(t *testing.T) {
	b, err := Bind(sig("adv shouldprocess", param("X")), line("-vb -ea Stop -ev e -wa 0 -wv +w -infa Continue -ob 2 -db:$false -pv p -proga Ignore -wi -cf:$false"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := b.Common
	if !c.Verbose.On || !c.Debug.Bound || c.Debug.On || c.ErrorAction != (Preference{true, Stop}) || c.ErrorVariable != "e" || c.WarningAction != (Preference{true, SilentlyContinue}) ||
		c.WarningVariable != "+w" || c.InformationAction.Action != Continue || c.OutBuffer != 2 || c.PipelineVariable != "p" || c.ProgressAction.Action != Ignore ||
		!c.WhatIf.On || !c.Confirm.Bound || c.Confirm.On {
		t.Errorf("%+v", c)
	}
	if got := strings.Join(b.BoundNames(), " "); got != "Verbose ErrorAction ErrorVariable WarningAction WarningVariable InformationAction OutBuffer Debug PipelineVariable ProgressAction WhatIf Confirm" {
		t.Error(got)
	}
	check(t, sig("adv", param("X")), lineCase{"-WhatIf", "!NamedParameterNotFound"}, lineCase{"-ErrorVariable $null", "X=$null"})
	check(t, sig("", param("X")), lineCase{"-Verbose", "X=$null rest=(-Verbose)"})
}

func TestDeclarationErrors(t *testing.T) {
	for _, c := range []struct {
		sig        *Signature
		id, text   string
		underlined bool
	}{
		{sig("adv", param("Verbose")), IDNameExists, "A parameter with the name 'Verbose' was defined multiple times for the command.", true},
		{sig("", param("A|B"), param("B")), IDNameConflictsWithAlias, "The parameter 'B' cannot be specified because it conflicts with the parameter alias of the same name for parameter 'A'.", false},
		{sig("", param("A|x"), param("B|X")), IDAliasDeclaredTwice, "The alias \"X\" is declared multiple times.", false},
		{sig("adv", param("A|ea")), IDAliasExists, "The parameter alias cannot be specified because an alias with the name 'ea' was already defined multiple times for the command.", false},
	} {
		_, err := Bind(c.sig, nil, Options{})
		e, isError := err.(*Error)
		if err == nil || asException(err).ID != c.id || err.Error() != c.text || isError != c.underlined || isError && !e.Name {
			t.Errorf("got %v, want %s", err, c.text)
		}
	}
}

func TestNameTokens(t *testing.T) {
	b, err := Bind(sig(""), line("-Force -Name:x y"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range b.Rest {
		name, colon, ok := IsNameToken(v)
		if ok {
			got = append(got, name)
		}
		if colon {
			got = append(got, ":")
		}
		if !ok {
			got = append(got, value.ToString(v))
		}
	}
	if s := strings.Join(got, " "); s != "Force Name : x y" {
		t.Error(s)
	}
}
