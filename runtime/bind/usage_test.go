package bind

import (
	"slices"
	"strings"
	"testing"

	"rehearse/runtime/value"
)

func TestUsage(t *testing.T) {
	hidden := param("Hid")
	hidden.DontShow = true
	for _, c := range []struct {
		sig  *Signature
		want string
	}{
		{sig("adv", param("Name string", "mandatory"), param("Id int[]"), param("All switch"), param("Kind")),
			"F [-Name] <string> [[-Id] <int[]>] [[-Kind] <Object>] [-All] [<CommonParameters>]"},
		{sig("", param("a"), param("b")), "F [[-a] <Object>] [[-b] <Object>] "},
		{sig(""), "F "},
		{sig("adv", param("X")), "F [[-X] <Object>] [<CommonParameters>]"},
		{sig("adv", param("A string", "mandatory pos=0"), param("S switch"), hidden, param("Rest", "remaining")), "F [-A] <string> [-S] [-Hid <Object>] [-Rest <Object>] [<CommonParameters>]"},
		{sig("adv shouldprocess default=ById", param("Id int", "mandatory set=ById pos=0"), param("Name string", "mandatory set=ByName"), param("Level string", "")),
			"F [-Id] <int> [-Level <string>] [-WhatIf] [-Confirm] [<CommonParameters>]\nF -Name <string> [-Level <string>] [-WhatIf] [-Confirm] [<CommonParameters>]"},
		{sig("cmdlet", param("Seconds double", "mandatory pos=0 set=Seconds"), param("Milliseconds int", "mandatory set=Milliseconds")),
			"F [-Seconds] <double> [<CommonParameters>]\nF -Milliseconds <int> [<CommonParameters>]"},
	} {
		if got := strings.Join(c.sig.Usage(TypeAccelerator), "\n"); got != c.want {
			t.Errorf("\n got %s\nwant %s", got, c.want)
		}
	}
}

func TestSuggest(t *testing.T) {
	s := sig("adv", param("Identity"), param("PhoneNumber|Number"), param("Tenant"))
	for name, want := range map[string][]string{"Idenity": {"Identity"}, "PhoneNumbr": {"PhoneNumber"}, "Nubmer": {"PhoneNumber"}, "Zzz": nil, "ErorAction": {"ErrorAction"}} {
		if got := s.Suggest(name); !slices.Equal(got, want) {
			t.Error(name, got)
		}
	}
}

func TestReset(t *testing.T) {
	many := make([]Parameter, 12)
	for i := range many {
		many[i] = param(string(rune('A' + i)))
	}
	s := sig("adv", many...)
	var b Binding
	for range 3 {
		if err := b.Bind(s, line("1 2 -L 3 -Verbose"), &Options{}); err != nil {
			t.Fatal(err)
		}
		if b.Values[0].Int() != 1 || b.Values[11].Int() != 3 || !b.Values[2].IsNull() || len(b.BoundNames()) != 4 {
			t.Fatal(result(&b))
		}
		b.Reset()
	}
}

func TestAllocations(t *testing.T) {
	s := benchSignature(true)
	for _, args := range [][]Argument{positionalArgs, namedArgs} {
		if n := testing.AllocsPerRun(100, func() {
			if _, err := Bind(s, args, Options{}); err != nil {
				t.Fatal(err)
			}
		}); n > 1 {
			t.Errorf("%v allocations", n)
		}
	}
}

func FuzzBind(f *testing.F) {
	f.Add([]byte("adv ab"), "-Name x 1 -Foo:3", false)
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 200, 255}, "a,b -- -S {} $null", true)
	f.Fuzz(func(t *testing.T, shape []byte, text string, input bool) {
		s := sig("")
		types := slices.Sorted(func(yield func(string) bool) {
			for k := range testTypes {
				if !yield(k) {
					return
				}
			}
		})
		flags := []string{"mandatory", "pos=0", "pos=1", "pipeline", "byname", "remaining", "set=A", "set=B"}
		for i := 0; i+2 < len(shape) && i < 60; i += 3 {
			var m []string
			for j, w := range flags {
				if shape[i+1]&(1<<j) != 0 {
					m = append(m, w)
				}
			}
			p := param(string(rune('A'+shape[i]%26))+"x"+string(rune('a'+i/3%26))+" "+types[int(shape[i+2])%len(types)], strings.Join(m, " "))
			if shape[i+2]&0x80 != 0 {
				p.Sets = nil
			}
			s.Params = append(s.Params, p)
		}
		if len(shape) > 0 {
			s.Advanced, s.Cmdlet, s.SupportsShouldProcess, s.HasDynamic = shape[0]&1 != 0, shape[0]&2 != 0, shape[0]&4 != 0, shape[0]&8 != 0
			s.DefaultSet = []string{"", "A", "C", "B"}[shape[0]>>6]
		}
		env := testEnv{func(with value.BlockInput) ([]value.Value, error) { return []value.Value{with.Under}, nil }}
		table := value.NewHashtable()
		table.SetString(text, value.OfInt(1))
		b, err := Bind(s, line(text), Options{Env: env, PipelineInput: input, Defaults: value.Of(table), Dynamic: func(*Binding) ([]Parameter, error) {
			return []Parameter{param("Dyn int", "pos=1 set=C"), param("Other", "byname mandatory set=A")}, nil
		}})
		s.Usage(TypeAccelerator)
		s.Suggest(text)
		if err != nil || !input {
			return
		}
		for _, v := range []value.Value{value.OfInt(1), value.OfString(text), object("Other=1", "Dyn=x"), value.NullValue} {
			if err := b.BindPipeline(v); err == nil && b.Set == "" {
				t.Error("no set")
			}
		}
	})
}
