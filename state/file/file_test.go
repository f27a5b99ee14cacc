package file

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rehearse/state"
	"rehearse/state/service"
)

// content gives the records of a tenant by kind, sorted by key.
func content(d *Data) map[state.Kind][]state.Record {
	out := make(map[state.Kind][]state.Record)
	for _, list := range d.Records {
		for _, r := range list {
			out[r.Kind()] = append(out[r.Kind()], r)
		}
	}
	for _, list := range out {
		slices.SortFunc(list, func(a, b state.Record) int { return cmp.Compare(a.ID(), b.ID()) })
	}
	return out
}

func sameContent(t interface{ Fatalf(string, ...any) }, want, got *Data) {
	if diff := gocmp.Diff(content(want), content(got), cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("tenant differs (-want +got):\n%s", diff)
	}
}

func TestBuiltinsSurviveEncoding(t *testing.T) {
	for _, name := range Builtins() {
		d, err := Builtin(name)
		if err != nil {
			t.Fatal(err)
		}
		text := Encode(d)
		if _, ok := parsePlain(text); !ok {
			t.Errorf("%s: the plain parser does not read canonical text", name)
		}
		got, err := Decode(name, text)
		if err != nil {
			t.Fatal(err)
		}
		sameContent(t, d, got)
		if again := Encode(got); string(again) != string(text) {
			t.Errorf("%s: encoding is not canonical", name)
		}
	}
}

func TestInitIsReadableAndRepeatable(t *testing.T) {
	a, b := Init(300, 7), Init(300, 7)
	sameContent(t, a, b)
	got, err := Decode("", Encode(a))
	if err != nil {
		t.Fatal(err)
	}
	sameContent(t, a, got)
	if d := Diff(a, Init(300, 8)); len(d) == 0 {
		t.Error("another seed gives the same tenant")
	}
}

// TestParsersAgree holds the plain parser to the full one.
func TestParsersAgree(t *testing.T) {
	d, _ := Builtin("")
	agree(t, Encode(d))
	for _, text := range []string{
		"rehearse: 1\n", "a: [b, \"c\", 'd''e', 12]\n", "a:\n  - b: 1\n    c:\n    - x\n    - y\n  - b: 2\n",
		"a: # nothing\nb: x # more\n", "a:\n- b\n- \"c d\"\n", "a: []\n", "a: null\nb: ~\nc: true\n", "a: 0x1F\nb: 1e5\n", "a: \"x\\ny\\t\\\\\\\"\"\n", "a: b  \n\n\n#x\nc: d\n",
	} {
		if !agree(t, []byte(text)) {
			t.Errorf("the plain parser leaves %q to the full one", text)
		}
	}
}

// agree reports whether the plain parser takes the text; it fails the test when
// the full one then reads something else.
func agree(t *testing.T, text []byte) bool {
	plain, ok := parsePlain(text)
	if !ok {
		return false
	}
	full, err := parseFull(source{"x", text})
	if err != nil && strings.Contains(err.Error(), "already defined") {
		return true // the decoder finds keys given twice itself
	}
	if err != nil {
		t.Fatalf("only the plain parser reads %q: %v", text, err)
	}
	same := gocmp.Comparer(func(a, b node) bool { return equalNodes(&a, &b) })
	if !gocmp.Equal(*plain, *full, same) {
		t.Fatalf("the parsers differ on %q:\nplain %+v\nfull  %+v", text, *plain, *full)
	}
	return true
}

// equalNodes compares what the decoder looks at; a quoted text that is no number
// or word reads the same with and without quotes.
func equalNodes(a, b *node) bool {
	if a.kind != b.kind || a.text != b.text || len(a.items) != len(b.items) || len(a.keys) != len(b.keys) {
		return false
	}
	for i := range a.keys {
		if a.keys[i] != b.keys[i] {
			return false
		}
	}
	for i := range a.items {
		if !equalNodes(&a.items[i], &b.items[i]) {
			return false
		}
	}
	return true
}

const small = `rehearse: 1
organization:
  tenantId: 2a7c9f10-5c1e-4a7b-9d53-0f1e5d3c7b11
  displayName: Contoso
  domains: [contoso.com]
subscriptions:
  - skuPartNumber: SPE_E5
    enabled: 5
users:
  - userPrincipalName: a@contoso.com
    usageLocation: US
    licenses: [SPE_E5]
phoneNumbers:
  - number: "+14255550101"
    type: DirectRouting
    assignedTo: a@contoso.com
`

func TestFaultsHaveAPlace(t *testing.T) {
	if _, err := Decode("small.yaml", []byte(small)); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, old, new string
		line, column   int
		message, cure  string
	}{
		{"unknown section", "users:", "userz:", 9, 1, "unknown key userz", "Did you mean users?"},
		{"unknown key", "usageLocation", "usageLocatoin", 11, 5, "unknown key usageLocatoin in user", "Did you mean usageLocation?"},
		{"duplicate number", "    assignedTo: a@contoso.com\n", "  - number: \"+14255550101\"\n    type: DirectRouting\n", 16, 5, "number +14255550101 is given twice, first in line 14", "Remove"},
		{"dangling user", "assignedTo: a@", "assignedTo: b@", 16, 17, "there is no user b@contoso.com", "a@contoso.com"},
		{"dangling policy", "usageLocation: US", "usageLocation: US\n    policies:\n      OnlineVoiceRoutingPolicy: DR-US", 13, 33, "there is no voice routing policy DR-US", ""},
		{"dangling gateway", "users:", "voiceRoutes:\n  - name: All\n    pattern: .*\n    gateways: [sbc1.contoso.com]\nusers:", 10, 5, "there is no gateway sbc1.contoso.com", "Add it"},
		{"dangling licence", "licenses: [SPE_E5]", "licenses: [SPE_E3]", 12, 16, "no subscription SPE_E3", "subscriptions"},
		{"newer format", "rehearse: 1", "rehearse: 2", 1, 11, "tenant format 2 is newer", "newer rehearse"},
		{"no country", "usageLocation: US", "usageLocation: USA", 11, 20, `"USA" is not a country code`, "ISO"},
		{"bad number", "+14255550101", "+1 425", 14, 5, `"+1 425" is not a telephone number`, "+14255550100"},
		{"bad type", "DirectRouting", "Direct", 15, 11, `type cannot be "Direct"`, "OperatorConnect"},
		{"twice", "usageLocation: US", "usageLocation: US\n    usageLocation: GB", 12, 5, "given twice", "Remove"},
		{"broken YAML", "domains: [contoso.com]", "domains: [contoso.com", 0, 0, "not valid YAML", ""},
		{"alias", "usageLocation: US", "usageLocation: *x", 11, 20, "", ""},
		{"unknown product", "skuPartNumber: SPE_E5", "skuPartNumber: SPE_E9", 7, 5, "SPE_E9 is not in the product list", "skuId"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(small, test.old, test.new, 1)
			_, err := Decode("small.yaml", []byte(text))
			fault, ok := err.(*Error)
			if !ok {
				t.Fatalf("error is %v", err)
			}
			if test.line > 0 && (fault.Line != test.line || fault.Column != test.column) {
				t.Errorf("place is %d:%d, want %d:%d (%s)", fault.Line, fault.Column, test.line, test.column, fault.Message)
			}
			if !strings.Contains(fault.Message, test.message) || !strings.Contains(fault.Cure, test.cure) {
				t.Errorf("message %q, cure %q", fault.Message, fault.Cure)
			}
			if lines := strings.Split(text, "\n"); fault.Line > 0 && fault.Text != lines[fault.Line-1] {
				t.Errorf("line is %q", fault.Text)
			}
		})
	}
}

func TestFullYAMLReadsTheSame(t *testing.T) {
	want, err := Decode("", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	flow := strings.Replace(small, "  - userPrincipalName: a@contoso.com\n    usageLocation: US\n    licenses: [SPE_E5]\n",
		"  - {userPrincipalName: a@contoso.com, usageLocation: US, licenses: [SPE_E5]}\n", 1)
	got, err := Decode("", []byte(strings.ReplaceAll(flow, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	sameContent(t, want, got)
}

func TestSaveReplacesTheWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tenant.yaml")
	a, b := Init(50, 1), Init(20, 2)
	for _, d := range []*Data{a, b} {
		if err := Save(path, d); err != nil {
			t.Fatal(err)
		}
		got, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		sameContent(t, d, got)
	}
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(list) != 2 {
		t.Errorf("left behind: %v, %v", list, err)
	}
}

// TestRunSurvivesSaving changes a tenant in random ways; what is saved reads back
// to the same records, and the difference of the files is the net journal.
func TestRunSurvivesSaving(t *testing.T) {
	before, _ := Builtin("")
	rapid.Check(t, func(t *rapid.T) {
		tenant, err := before.Tenant(state.NewClock(time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC), state.Fast))
		if err != nil {
			t.Fatal(err)
		}
		tx := tenant.Begin()
		c := service.Call{Tx: tx}
		var users []string
		for u := range tx.Users() {
			users = append(users, u.UserPrincipalName)
		}
		pick := func() string { return rapid.SampledFrom(users).Draw(t, "user") }
		for range rapid.IntRange(1, 20).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				_ = service.UnassignAll(c, pick())
			case 1:
				_ = service.AssignNumber(c, service.Assignment{Identity: pick(), Number: rapid.StringMatching(`\+1415800070[0-9]`).Draw(t, "number"), Type: "OperatorConnect"})
			case 2:
				_, _ = service.ChangeLicenses(c, service.LicenseChange{Identity: pick(), Remove: []string{"MCOPSTN1"}})
			case 3:
				_ = service.GrantPolicy(c, service.Grant{Type: state.PolicyVoiceRouting, Identity: pick(), Policy: rapid.SampledFrom([]string{"", "DR-US"}).Draw(t, "policy")})
			case 4:
				service.Advance(c, 20*time.Minute)
			case 5:
				name := rapid.StringMatching(`[ -~äß☎]{1,12}`).Draw(t, "text")
				_, _ = service.UpdateUser(c, pick(), service.UserUpdate{Department: &name, Title: &name})
			}
		}
		tx.Commit()
		after := FromTenant(tenant, "x")
		got, err := Decode("x", Encode(after))
		if err != nil {
			t.Fatalf("%v", err)
		}
		sameContent(t, after, got)
		if want, got := tenant.Journal().Net(), Diff(before, after); len(want) != len(got) {
			t.Fatalf("journal has %d net changes, the files differ in %d", len(want), len(got))
		}
	})
}
