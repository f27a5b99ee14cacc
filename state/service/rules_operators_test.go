package service_test

import (
	"testing"

	"rehearse/state"
	"rehearse/state/service"
)

// Section 3.4 of the rules: what the admin centre does with operators.

func form() service.Enablement {
	return service.Enablement{Operator: "Verizon", Countries: []string{"US"}, AcceptNotice: true,
		Contact: state.Contact{FullName: "Megan Bowen", Email: "admin@contoso.com", CompanySize: "250-999", OptIn: true}}
}

func TestR24_Enable(t *testing.T) {
	for _, test := range []struct {
		text  string
		spoil func(*service.Enablement)
	}{
		{"Select at least one country or region for Verizon.", func(e *service.Enablement) { e.Countries = nil }},
		{"Verizon does not offer DE. Available: US.", func(e *service.Enablement) { e.Countries = []string{"DE"} }},
		{"Give the contact's full name, e-mail address and company size for Verizon.", func(e *service.Enablement) { e.Contact.FullName = "" }},
		{"'megan' is not an e-mail address.", func(e *service.Enablement) { e.Contact.Email = "megan" }},
		{"Accept the data transfer notice of Verizon.", func(e *service.Enablement) { e.AcceptNotice = false }},
		{"There is no operator 'Vorizon' in the directory.", func(e *service.Enablement) { e.Operator = "Vorizon" }},
		{"Pure IP is an operator of this tenant already.", func(e *service.Enablement) { e.Operator = "Pure IP" }},
	} {
		c, e := open(t, state.Fast), form()
		test.spoil(&e)
		_, err := service.EnableOperator(c, e)
		refused(t, c, err, "R24", test.text)
	}
	c := open(t, state.Fast)
	v, err := service.EnableOperator(c, form())
	done(t, err)
	if v.Status() != "Active" {
		t.Errorf("status %q", v.Status())
	}
}

func TestR25_RemoveOperator(t *testing.T) {
	c := open(t, state.Fast)
	refused(t, c, service.RemoveOperator(c, "Pure IP"), "R25",
		"Remove all phone numbers assigned from Pure IP and ask the operator to release them before you remove the operator.")
	var numbers []string
	for n := range c.Tx.Numbers() {
		if n.PartnerName == "Pure IP" {
			numbers = append(numbers, n.Number)
		}
	}
	_, err := service.ReleaseNumbers(c, "Pure IP", numbers)
	done(t, err)
	done(t, service.RemoveOperator(c, "Pure IP"))
}

func TestR25_RemoveCountry(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.SetOperatorCountries(c, "Pure IP", []string{"GB"}) // its numbers are in US
	refused(t, c, err, "R25", "Remove all phone numbers assigned from Pure IP and ask the operator to release them before you remove the operator.")
	_, err = service.SetOperatorCountries(c, "Pure IP", []string{"US"})
	done(t, err)
}

func TestR26_SuspendAndResume(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.ResumeOperator(c, "Pure IP")
	refused(t, c, err, "R26", "Pure IP is not suspended.")
	_, err = service.SuspendOperator(c, "Pure IP")
	done(t, err)
	done(t, assign(c, kate, pureIP, state.OperatorConnect)) // existing numbers keep working
	if _, err = service.SuspendOperator(c, "Pure IP"); err == nil || err.Error() != "Pure IP is suspended already." {
		t.Errorf("%v", err)
	}
	v, err := service.ResumeOperator(c, "Pure IP")
	done(t, err)
	if v.Status() != "Active" {
		t.Errorf("status %q", v.Status())
	}
}

func TestR27_GovernmentCloud(t *testing.T) {
	c := openBuiltin(t, "contoso-gcc", state.Fast)
	_, err := service.EnableOperator(c, form())
	refused(t, c, err, "R27", "Operator Connect is not supported in Government Community Cloud (GCC).")
}

func TestR28_Upload(t *testing.T) {
	c := open(t, state.Fast)
	results, err := service.UploadNumbers(c, "Pure IP", []service.UploadRow{
		{Number: "+14158000801"},
		{Number: "+14158000802", User: kate},
		{Number: "+14158000803", User: alice}, // has a number already
		{Number: "four one five"},
		{Number: pureIP},
	})
	done(t, err)
	want := []string{service.RowCreated, service.RowAssigned, service.RowFailed, service.RowFailed, service.RowUnchanged}
	for i, r := range results {
		if r.Outcome != want[i] || (r.Err != nil) != (want[i] == service.RowFailed) {
			t.Errorf("row %d: %s, %v; want %s", i+1, r.Outcome, r.Err, want[i])
		}
	}
	if got := user(c, kate).CloudLine; got != "+14158000802" {
		t.Errorf("kate has %q", got)
	}
}

func TestR29_TenantID(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.EnableOperator(c, form())
	done(t, err)
	row := []service.UploadRow{{Number: "+14158000901"}}
	if _, err := service.UploadNumbers(c, "Verizon", row); err == nil || err.Error() != "Verizon has not been given the tenant id." {
		t.Errorf("%v", err)
	}
	_, err = service.HandOverTenantID(c, "Verizon", "11111111-2222-3333-4444-555555555555")
	done(t, err)
	results, err := service.UploadNumbers(c, "Verizon", row)
	done(t, err)
	if len(results) != 0 || c.Tx.Number("+14158000901") != nil {
		t.Errorf("an upload to another tenant's id arrived: %v", results)
	}
	found(t, c, "R29", "Verizon")
}
