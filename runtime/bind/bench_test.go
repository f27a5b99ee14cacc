package bind

import (
	"testing"

	"rehearse/runtime/value"
)

func benchSignature(advanced bool) *Signature {
	return &Signature{Command: "F", Advanced: advanced, PositionalByDeclaration: true, Params: []Parameter{
		{Name: "Name", Type: value.TypeString}, {Name: "Count", Type: value.TypeInt32}, {Name: "Force", Type: value.TypeSwitchParameter},
	}}
}

var (
	positionalArgs = []Argument{{HasValue: true, Value: value.OfString("x")}, {HasValue: true, Value: value.OfInt(5), Text: "5"}}
	namedArgs      = []Argument{
		{Name: "count", NameText: "-count"}, {HasValue: true, Value: value.OfInt(5), Text: "5"},
		{Name: "Name", NameText: "-Name"}, {HasValue: true, Value: value.OfString("x")},
	}
	abbreviatedArgs = []Argument{{Name: "nam", NameText: "-nam"}, {HasValue: true, Value: value.OfString("x")}, {Name: "f", NameText: "-f"}}
)

func benchBind(b *testing.B, sig *Signature, args []Argument) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Bind(sig, args, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPositionalSimple(b *testing.B)    { benchBind(b, benchSignature(false), positionalArgs) }
func BenchmarkPositionalAdvanced(b *testing.B)  { benchBind(b, benchSignature(true), positionalArgs) }
func BenchmarkNamedAdvanced(b *testing.B)       { benchBind(b, benchSignature(true), namedArgs) }
func BenchmarkAbbreviatedAdvanced(b *testing.B) { benchBind(b, benchSignature(true), abbreviatedArgs) }
func BenchmarkNoArguments(b *testing.B)         { benchBind(b, benchSignature(true), nil) }

func BenchmarkErrorAction(b *testing.B) {
	benchBind(b, benchSignature(true), append([]Argument{{Name: "ErrorAction", NameText: "-ErrorAction"}, {HasValue: true, Value: Stop.Value()}}, positionalArgs...))
}

func BenchmarkReused(b *testing.B) {
	sig := benchSignature(true)
	var x Binding
	opts := &Options{}
	b.ReportAllocs()
	for b.Loop() {
		x.Reset()
		if err := x.Bind(sig, positionalArgs, opts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPipelineObject(b *testing.B) {
	sig := &Signature{Command: "F", Advanced: true, Params: []Parameter{{Name: "In", Sets: []Membership{{Position: NoPosition, FromPipeline: true}}}, {Name: "Other"}}}
	x, err := Bind(sig, nil, Options{PipelineInput: true})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := x.BindPipeline(value.OfInt(1)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPipelineProperty(b *testing.B) {
	byName := []Membership{{Position: NoPosition, FromPipelineByName: true}}
	sig := &Signature{Command: "F", Advanced: true, Params: []Parameter{{Name: "Identity", Type: value.TypeString, Aliases: []string{"Upn"}, Sets: byName}, {Name: "Ext", Type: value.TypeInt32, Sets: byName}}}
	o := value.NewCustom()
	o.Set("Upn", value.OfString("a@b"))
	o.Set("Ext", value.OfInt(5))
	x, err := Bind(sig, nil, Options{PipelineInput: true})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := x.BindPipeline(value.Of(o)); err != nil {
			b.Fatal(err)
		}
	}
}
