package sim

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

func operatorObject(v service.OperatorView) value.Value {
	services := make([]string, len(v.Services))
	for i, s := range v.Services {
		services[i] = string(s)
	}
	var mine []string
	if v.Relation != nil {
		mine = v.Relation.Countries
	}
	return online.New("Rehearse.Operator").Text("Name", v.Name).Text("Status", v.Status()).Texts("Countries", mine).Int("Numbers", v.Numbers).Int("Assigned", v.Assigned).
		Texts("OfferedIn", v.Operator.Countries).Texts("Services", services).Text("OperatorId", v.OperatorID).Text("Website", v.Website).Value()
}

// operation runs one operation on an operator and shows the operator afterwards.
func operation(c *runtime.Call, do func(s service.Call) (service.OperatorView, error)) error {
	s, err := call(c)
	if err != nil {
		return err
	}
	v, err := do(s)
	if err != nil {
		return online.Fail(c, err, "")
	}
	return c.Write(operatorObject(v))
}

var getOperator = declare("Get-SimOperator", "Lists the operators of the directory, by region or service.", func(c *runtime.Call) error {
	s, err := call(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	for _, v := range service.Operators(s, service.OperatorQuery{Region: a.Text("Region"), Service: state.Service(a.Text("Service")), Mine: a.Flag("Mine")}) {
		if n := a.Text("Operator"); n != "" && !service.Like(v.Name, n) {
			continue
		}
		if err := c.Write(operatorObject(v)); err != nil {
			return err
		}
	}
	return nil
}, text("Operator", 0, false), text("Region", named, false), text("Service", named, false), flag("Mine"))

var enableOperator = declare("Enable-SimOperator", "Adds an operator: countries, contact, data-transfer notice, as in the admin centre.", func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	return operation(c, func(s service.Call) (service.OperatorView, error) {
		return service.EnableOperator(s, service.Enablement{Operator: a.Text("Operator"), Countries: a.Texts("Country"), AcceptNotice: a.Flag("AcceptNotice"),
			Contact: state.Contact{FullName: a.Text("ContactName"), Email: a.Text("ContactEmail"), Phone: a.Text("ContactPhone"), CompanySize: a.Text("CompanySize"), OptIn: a.Flag("OptIn")}})
	})
}, operatorParameter(), texts("Country", named, false), text("ContactName", named, false), text("ContactEmail", named, false), text("ContactPhone", named, false),
	text("CompanySize", named, false), flag("OptIn"), flag("AcceptNotice"))

var setOperatorCountry = declare("Set-SimOperatorCountry", "Replaces the countries for which an operator is enabled.", func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	return operation(c, func(s service.Call) (service.OperatorView, error) {
		return service.SetOperatorCountries(s, a.Text("Operator"), a.Texts("Country"))
	})
}, operatorParameter(), texts("Country", 1, true))

var suspendOperator = declare("Suspend-SimOperator", "Suspends an operator: it cannot upload numbers, those in use go on working.", func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	return operation(c, func(s service.Call) (service.OperatorView, error) {
		return service.SuspendOperator(s, a.Text("Operator"))
	})
}, operatorParameter())

var resumeOperator = declare("Resume-SimOperator", "Takes a suspension back.", func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	return operation(c, func(s service.Call) (service.OperatorView, error) {
		return service.ResumeOperator(s, a.Text("Operator"))
	})
}, operatorParameter())

var removeOperator = declare("Remove-SimOperator", "Removes an operator once its numbers are unassigned and released.", func(c *runtime.Call) error {
	s, err := call(c)
	if err != nil {
		return err
	}
	if err := service.RemoveOperator(s, online.ArgsOf(c).Text("Operator")); err != nil {
		return online.Fail(c, err, "")
	}
	return nil
}, operatorParameter())

var sendTenantID = declare("Send-SimTenantId", "Hands the tenant id to an operator, which needs it to upload numbers.", func(c *runtime.Call) error {
	a := online.ArgsOf(c)
	return operation(c, func(s service.Call) (service.OperatorView, error) {
		id := a.Text("TenantId")
		if id == "" {
			id = service.Organization(s).TenantID
		}
		return service.HandOverTenantID(s, a.Text("Operator"), id)
	})
}, operatorParameter(), text("TenantId", 1, false))
