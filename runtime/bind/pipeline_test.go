package bind

import (
	"strings"
	"testing"

	"rehearse/runtime/value"
)

// The cases of archives pipeline-binding, binder-ties and parameter-sets with pipeline input.

// stream binds a line with pipeline input, then the objects, and joins what each gives.
func stream(t *testing.T, s *Signature, arguments string, objects ...value.Value) string {
	t.Helper()
	env := testEnv{run: func(with value.BlockInput) ([]value.Value, error) {
		return []value.Value{value.OfString("<" + value.ToString(with.Under) + ">")}, nil
	}}
	b, err := Bind(s, line(arguments), Options{PipelineInput: true, Env: env})
	if err != nil {
		return failure(err)
	}
	var out []string
	for _, o := range objects {
		if err := b.BindPipeline(o); err != nil {
			out = append(out, failure(err))
			if e, ok := err.(*Error); ok && !value.Same(e.Target, o) {
				t.Errorf("%s: the target is not the object", e.ID)
			}
			continue
		}
		out = append(out, result(b))
	}
	return strings.Join(out, "; ")
}

func values(texts ...string) []value.Value {
	var list []value.Value
	for _, w := range texts {
		v, _ := word(w)
		list = append(list, v)
	}
	return list
}

func object(pairs ...string) value.Value {
	o := value.NewCustom()
	for _, p := range pairs {
		name, v, _ := strings.Cut(p, "=")
		x, _ := word(v)
		o.Set(name, x)
	}
	return value.Of(o)
}

func TestPipeline(t *testing.T) {
	withDefault := param("B", "byname")
	withDefault.Default = value.OfString("dflt")
	hash := value.NewHashtable()
	hash.SetString("Name", value.OfString("h"))
	for _, c := range []struct {
		name    string
		sig     *Signature
		line    string
		objects []value.Value
		want    string
	}{
		{"conversion", sig("adv", param("N int", "pipeline")), "", values("'1'", "2.6", "'x'", "$true", "4", "$null"),
			"N=1; N=3; !InputObjectNotBound; N=1; N=4; N=0"},
		{"already named", sig("adv", param("In", "pipeline"), param("Other")), "-In 9", values("1"), "!InputObjectNotBound"},
		{"not accepted", sig("adv", param("X")), "", values("1", "$null"), "!InputObjectNotBound; !InputObjectNotBound"},
		{"restored", sig("adv", param("A", "byname"), withDefault, param("C int", "byname")), "",
			[]value.Value{object("A=1", "B=x", "C=5"), object("A=2"), object("B=y")}, "A=1 B=x C=5; A=2 B=dflt C=0; A=$null B=y C=0"},
		{"alias", sig("adv", param("Identity|UserPrincipalName|UPN", "byname")), "",
			[]value.Value{object("UPN=c"), object("Identity=id", "UPN=both"), object("UPN=second", "UserPrincipalName=first"), object("Ident=no")},
			"Identity=c; Identity=id; Identity=first; !InputObjectNotBound"},
		{"value and property", sig("adv", param("Name string", "pipeline byname"), param("Size", "byname")), "",
			[]value.Value{value.OfString("plain"), object("Name=prop", "Size=3"), value.Of(hash)},
			"Name=plain Size=$null; Name=prop Size=3; Name=System.Collections.Hashtable Size=$null"},
		{"both ways", sig("adv", param("In", "pipeline"), param("Id", "byname")), "-Id 1", []value.Value{value.OfInt(7)}, "In=7 Id=1"},
		{"two by value", sig("adv", param("N int", "pipeline"), param("S string", "pipeline")), "", values("5", "'12'"), "N=5 S=5; N=12 S=12"},
		{"property conversion", sig("adv", param("Enabled bool", "byname")), "", []value.Value{object("Enabled='x'"), object("Enabled=1")},
			"!ParameterArgumentTransformationError; Enabled=True"},
		{"property array", sig("adv", param("Name string", "byname")), "", []value.Value{object("Name=a,b"), object("Name=$null")},
			"!ParameterArgumentTransformationError; Name="},
		{"missing", sig("adv", param("A", "mandatory byname"), param("B", "mandatory byname")), "",
			[]value.Value{object("A=1", "B=2"), object("A=3"), object("C=4"), object("A=5", "B=6")},
			"A=1 B=2; !InputObjectMissingMandatory; !InputObjectNotBound; A=5 B=6"},
		{"empty", sig("adv", param("Id string", "mandatory byname")), "", []value.Value{object("Id=''"), object("Id=$null"), object("Id=1")},
			"!ParameterArgumentValidationErrorEmptyStringNotAllowed; !ParameterArgumentValidationErrorEmptyStringNotAllowed; Id=1"},
		{"sets by type", sig("adv", param("I int", "set=I mandatory pipeline"), param("S string", "set=S mandatory pipeline")), "", values("1", "'a'", "'5'", "2", "1.5"),
			"I=1 S= set=I; I=0 S=a set=S; I=0 S=5 set=S; I=2 S= set=I; !AmbiguousParameterSet"},
		{"sets with default", sig("adv default=Str", param("N int", "set=Num pipeline"), param("S string", "set=Str pipeline")), "", values("1", "two", "3.5", "'4'"),
			"N=1 S= set=Num; N=0 S=two set=Str; N=0 S=3.5 set=Str; N=0 S=4 set=Str"},
		{"sets without default", sig("adv", param("N int", "set=Num pipeline"), param("D datetime", "set=Date pipeline"), param("T hashtable", "set=Hash pipeline")), "",
			values("1", "@{}", "x"), "N=1 D=$null T=$null set=Num; N=0 D=$null T=System.Collections.Hashtable set=Hash; !AmbiguousParameterSet"},
		{"other set named", sig("adv default=Id", param("Identity string", "set=Id mandatory pos=0 pipeline"), param("All switch", "set=All mandatory")), "-All", values("z"),
			"!InputObjectNotBound"},
		{"default set waits for a property", sig("adv default=P", param("P string", "set=P mandatory byname"), param("V string", "set=V mandatory pipeline")), "", values("x"),
			"!InputObjectNotBound"},
		{"delay-bind", sig("adv", param("Name string", "byname"), param("In", "pipeline")), "-Name {}", values("1", "2"), "Name=<1> In=1; Name=<2> In=2"},
		{"missing before input", sig("adv", param("x", "mandatory")), "", values("1"), "!MissingMandatoryParameter"},
		{"remaining in a cmdlet", sig("cmdlet", param("Object", "remaining pipeline")), "-NoSuch", values("1"), "!InputObjectNotBound"},
		{"null for a cmdlet", sig("cmdlet", param("Path string[]", "mandatory pipeline")), "", values("$null", "''", "a"),
			"!ParameterArgumentValidationErrorNullNotAllowed; !ParameterArgumentValidationErrorEmptyStringNotAllowed; Path=(a)"},
	} {
		if got := stream(t, c.sig, c.line, c.objects...); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestBoundNames(t *testing.T) {
	s := sig("adv", param("A", "byname"), param("B", "byname"), param("C"))
	b, err := Bind(s, line("-C 1 -Verbose"), Options{PipelineInput: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []value.Value{object("B=1"), object("A=2")} {
		if err := b.BindPipeline(o); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(b.BoundNames(), " "); got != "C Verbose B A" {
		t.Error(got)
	}
	if !b.Common.Verbose.On || b.IsBound(1) || !b.IsBound(0) {
		t.Error("what is bound", b.Common, b.IsBound(0), b.IsBound(1))
	}
}

func TestDelayBindErrors(t *testing.T) {
	s := sig("adv", param("Name string", "byname"), param("In", "pipeline"))
	if got := outcome(t, s, line("-Name {}"), Options{}); got != "!ScriptBlockArgumentNoInput" {
		t.Error(got)
	}
	for want, run := range map[string]func(value.BlockInput) ([]value.Value, error){
		"!ScriptBlockArgumentNoOutput": func(value.BlockInput) ([]value.Value, error) { return nil, nil },
		"!ScriptBlockArgumentInvocationFailed": func(value.BlockInput) ([]value.Value, error) {
			return nil, value.Throw(value.RuntimeException, "x", "no")
		},
	} {
		b, err := Bind(s, line("-Name {}"), Options{PipelineInput: true, Env: testEnv{run}})
		if err != nil {
			t.Fatal(err)
		}
		if got := failure(b.BindPipeline(value.OfInt(1))); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
