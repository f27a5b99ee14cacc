package bind

import (
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// The cases of archives default-parameter-values and dynamic-parameters.

// withDefaults binds a line with $PSDefaultParameterValues of these pairs; warnings follow the result.
func withDefaults(t *testing.T, s *Signature, arguments string, pairs ...string) string {
	t.Helper()
	table := value.NewOrdered()
	for i := 0; i < len(pairs); i += 2 {
		v, _ := word(pairs[i+1])
		table.SetString(pairs[i], v)
	}
	var warnings []string
	o := Options{Defaults: value.Of(table), Warn: func(text string) { warnings = append(warnings, text) }, Alias: func(name string) string {
		if name == "gdx" {
			return "F"
		}
		return ""
	}}
	return strings.Join(append([]string{outcome(t, s, line(arguments), o)}, warnings...), " WARNING ")
}

func TestDefaultKeys(t *testing.T) {
	const several = " WARNING The following name or alias defined in $PSDefaultParameterValues for this cmdlet resolves to multiple parameters: "
	for key, want := range map[string]string{
		"F:Name": "Name=v NS=$null", "f:NAME": "Name=v NS=$null", "F:Nm": "Name=v NS=$null", "gdx:Name": "Name=v NS=$null", "F*:Name": "Name=v NS=$null",
		"*:Name": "Name=v NS=$null", "?:Name": "Name=v NS=$null", "F:N*": "Name=$null NS=$null" + several + "N*. The default has been ignored.",
		"F:NS*": "Name=$null NS=v", "F:Na": "Name=$null NS=$null", " F : Name ": "Name=v NS=$null", "\"F\":\"Name\"": "Name=v NS=$null", "'F':Name": "Name=v NS=$null", "Nope:Name": "Name=$null NS=$null",
	} {
		if got := withDefaults(t, sig("adv", param("Name|Nm"), param("NS")), "", key, "v"); got != want {
			t.Errorf("%s\n got %s\nwant %s", key, got, want)
		}
	}
}

func TestDefaultValues(t *testing.T) {
	const different = " WARNING Multiple different default values are defined in $PSDefaultParameterValues for the parameter matching the following name or alias: Name. These defaults have been ignored."
	name := sig("adv", param("Name"))
	sets := sig("adv default=A", param("A", "set=A"), param("B", "set=B"))
	size := sig("adv", param("Size int"))
	for _, c := range []struct {
		sig   *Signature
		line  string
		pairs []string
		want  string
	}{
		{name, "", []string{"F:Name", "1", "F*:Name", "2"}, "Name=$null" + different},
		{name, "-Name explicit", []string{"F:Name", "1", "F*:Name", "2"}, "Name=explicit" + different},
		{name, "", []string{"F:Name", "1", "F*:Name", "1"}, "Name=1"},
		{name, "", []string{"F:Name", "1", "Disabled", "$true"}, "Name=$null"},
		{sets, "", []string{"F:B", "1"}, "A=$null B=1 set=B"}, {sets, "-A 2", []string{"F:B", "1"}, "A=2 B=$null set=A"},
		{sets, "", []string{"F:B", "2", "F:A", "1"}, "A=1 B=$null set=A"}, {sets, "-B 4", []string{"F:A", "1", "F:B", "2"}, "A=$null B=4 set=B"},
		{size, "", []string{"F:Size", "'abc'"}, "Size=0 WARNING The binding of default value 'abc' to parameter 'Size' failed: Cannot process argument transformation on parameter 'Size'. " +
			"Cannot convert value \"abc\" to type \"System.Int32\". Error: \"The input string 'abc' was not in a correct format.\""},
		{sig("", param("Name")), "", []string{"F:Name", "1"}, "Name=$null"},
	} {
		if got := withDefaults(t, c.sig, c.line, c.pairs...); got != c.want {
			t.Errorf("%s %v\n got %s\nwant %s", c.line, c.pairs, got, c.want)
		}
	}
	table := value.NewOrdered()
	table.SetString("F:A", value.OfInt(1))
	_, err := Bind(sig("adv", param("A", "mandatory"), param("B", "mandatory")), nil, Options{Defaults: value.Of(table)})
	if err == nil || !strings.HasPrefix(err.Error(), "Cannot process command because of one or more missing mandatory parameters: B. This failure might be caused by") ||
		!strings.HasSuffix(err.Error(), "for this cmdlet when the error occurred: -A") {
		t.Error(err)
	}
	for key, valid := range map[string]bool{"a:b": true, "Disabled": true, "Nope": false, "": false, "a:": false, ":b": false} {
		if err := ValidDefaultKey(key); (err == nil) != valid {
			t.Error(key, err)
		}
	}
}

func TestDynamicParameters(t *testing.T) {
	s := sig("adv", param("A"))
	s.HasDynamic = true
	var seen []string
	o := Options{Dynamic: func(b *Binding) ([]Parameter, error) {
		seen = append(seen, strings.Join(b.BoundNames(), ","))
		return []Parameter{param("Dyn int", "pos=1")}, nil
	}}
	for text, want := range map[string]string{
		"1 2": "1 2", "-Dyn 2 -A 1": "1 2", "-Dy 3": "$null 3", "-A 1 5": "1 5", "-Dyn x": "!CannotConvertArgumentNoMessage", "-Nope 1": "!NamedParameterNotFound",
	} {
		b, err := Bind(s, line(text), o)
		got := ""
		if err != nil {
			got = failure(err)
		} else {
			got = show(b.Value(0)) + " " + show(b.Value(b.Signature().Find("Dyn")))
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
	if len(seen) != 6 {
		t.Error(seen)
	}
	mandatory := sig("adv", param("Kind", "mandatory byname"), param("In", "pipeline"))
	mandatory.HasDynamic = true
	o.Dynamic = func(*Binding) ([]Parameter, error) {
		return []Parameter{param("Extra string", "mandatory byname")}, nil
	}
	if _, err := Bind(mandatory, nil, o); err == nil || !strings.HasSuffix(err.Error(), "parameters: Kind Extra.") {
		t.Error(err)
	}
	o.PipelineInput = true
	b, err := Bind(mandatory, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.BindPipeline(object("Kind=a", "Extra=x")); err != nil || b.Value(b.Signature().Find("Extra")).Str() != "x" {
		t.Error(err)
	}
	if err := b.BindPipeline(object("Kind=b")); failure(err) != "!InputObjectMissingMandatory" {
		t.Error(err)
	}
	o.Dynamic = func(*Binding) ([]Parameter, error) { return []Parameter{param("A")}, nil }
	if got := outcome(t, s, nil, o); got != "!!ParameterNameAlreadyExistsForCommand" {
		t.Error(got)
	}
	o.Dynamic = func(*Binding) ([]Parameter, error) { return nil, value.Throw(value.RuntimeException, "x", "no way") }
	if _, err := Bind(s, nil, o); err == nil || err.Error() != "Cannot retrieve the dynamic parameters for the cmdlet. no way" {
		t.Error(err)
	}
}
