package sim

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
	"rehearse/state/service"
)

var publishNumber = publishDeclaration()

// publishDeclaration: rows come from the pipeline by property name, as Import-Csv gives them.
func publishDeclaration() *runtime.Cmdlet {
	row := func(name string, mandatory bool, aliases ...string) bind.Parameter {
		p := text(name, bind.NoPosition, mandatory)
		p.Aliases = aliases
		p.Sets[0].FromPipelineByName = true
		p.AllowEmptyString = true
		return p
	}
	operator := text("Operator", 0, true)
	c := declare("Publish-SimNumber", "Uploads numbers as an operator does: one result per row.", nil, operator,
		row("TelephoneNumber", true, "Number", "PhoneNumber"), row("Usage", false), row("User", false, "UserPrincipalName"), row("Address", false),
		row("LocationId", false), row("Country", false), row("City", false))
	c.New = func() runtime.Command { return &publish{} }
	return c
}

// publish gathers the rows and uploads them at the end, since an operator sends one file.
type publish struct {
	runtime.NoBegin
	rows []service.UploadRow
}

// Process takes one row.
func (p *publish) Process(c *runtime.Call) error {
	a := online.ArgsOf(c)
	p.rows = append(p.rows, service.UploadRow{Number: a.Text("TelephoneNumber"), Usage: a.Text("Usage"), User: a.Text("User"), Address: a.Text("Address"),
		LocationID: a.Text("LocationId"), Country: a.Text("Country"), City: a.Text("City")})
	return nil
}

// End uploads.
func (p *publish) End(c *runtime.Call) error {
	s, err := call(c)
	if err != nil {
		return err
	}
	results, err := service.UploadNumbers(s, online.ArgsOf(c).Text("Operator"), p.rows)
	if err != nil {
		return online.Fail(c, err, "")
	}
	for _, r := range results {
		if err := c.Write(ResultObject(r)); err != nil {
			return err
		}
	}
	return nil
}

// ResultObject is the operator's report on one row.
func ResultObject(r service.UploadResult) value.Value {
	message := ""
	if r.Err != nil {
		message = r.Err.Error()
	}
	return online.New("Rehearse.UploadResult").Int("Row", r.Row).Text("TelephoneNumber", r.Number).Text("User", r.User).Text("Result", r.Outcome).Text("Message", message).Value()
}

var unpublishNumber = declare("Unpublish-SimNumber", "Lets an operator take unassigned numbers back; without numbers all that are unassigned.", func(c *runtime.Call) error {
	s, err := call(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	released, err := service.ReleaseNumbers(s, a.Text("Operator"), a.Texts("TelephoneNumber"))
	if err != nil {
		return online.Fail(c, err, "")
	}
	for _, n := range released {
		if err := c.Write(value.OfString(n)); err != nil {
			return err
		}
	}
	return nil
}, operatorParameter(), texts("TelephoneNumber", 1, false))
