package utility_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"rehearse/cmdlets/core"
	"rehearse/cmdlets/utility"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// run pipes objects through a pipeline in an engine of its own: what comes out, and what standard error shows.
func run(pipeline string, in ...value.Value) (out []value.Value, failed string) {
	send := &runtime.Cmdlet{Signature: bind.Signature{Command: "Send-Sample", Cmdlet: true}, New: runtime.Run(func(c *runtime.Call) error {
		for _, v := range in {
			if err := c.Write(v); err != nil {
				return err
			}
		}
		return nil
	})}
	input := bind.Parameter{Name: "InputObject", AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true,
		Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true}}}
	keep := &runtime.Cmdlet{Signature: bind.Signature{Command: "Keep-Sample", Cmdlet: true, Params: []bind.Parameter{input}}, New: runtime.Run(func(c *runtime.Call) error {
		out = append(out, c.Value(0))
		return nil
	})}
	var printed, errs bytes.Buffer
	clock := host.NewVirtualClock(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC))
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	e := runtime.New(runtime.Options{Context: ctx, Cmdlets: append(append(core.Table(), utility.Table()...), send, keep),
		Host: &host.Host{Platform: host.Linux, Out: &printed, Err: &errs, Files: host.NewOverlay(host.Linux, clock), Clock: clock, Env: &host.Environment{}}})
	code, parseErrors := e.Load("/t.ps1", "Send-Sample | "+pipeline+" | Keep-Sample")
	if len(parseErrors) > 0 {
		return nil, parseErrors[0].Error()
	}
	e.RunFile(code, nil)
	return out, errs.String()
}

// through is run where nothing may fail.
func through(t interface{ Fatalf(string, ...any) }, pipeline string, in ...value.Value) []value.Value {
	out, failed := run(pipeline, in...)
	if failed != "" {
		t.Fatalf("%s: %s", pipeline, failed)
	}
	return out
}

// FuzzDecoders gives every decoder of a text the same texts: whatever they are, none may panic, hang or take the memory.
func FuzzDecoders(f *testing.F) {
	for _, s := range []string{
		"A,B\n1,\"2\n3\"", `{"a":[1,{"b":null}]}`, "a = b\n# c\nd=\\u0041", "@{ a = 1; b = @{ c = 'd', 2 } }",
		`<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN RefId="0"><T>x</T></TN><LST><I32>1</I32><Ref RefId="0" /></LST></Obj></Objs>`,
		`<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><DCT><En><S N="Key">k</S><Nil N="Value" /></En></DCT></Obj><TS>PT1H</TS></Objs>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) {
		for _, decoder := range []string{"ConvertFrom-Csv", "ConvertFrom-Json", "ConvertFrom-StringData", "ConvertFrom-CliXml", "Test-Json"} {
			_, _ = run(decoder, value.OfString(s)) // errors are expected
		}
	})
}
