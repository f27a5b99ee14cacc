// Package sim is what only the simulator has and no cmdlet of reality does: operators and their uploads, the admin centre's forms,
// virtual time. The nouns begin with Sim, so that nobody takes them for Microsoft's.
package sim

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
	"rehearse/state/service"
)

const module = "rehearse"

// Table is the cmdlets of the simulator.
func Table() runtime.Table {
	return runtime.Table{getOperator, enableOperator, setOperatorCountry, suspendOperator, resumeOperator, removeOperator, sendTenantID, publishNumber, unpublishNumber, stepClock}
}

// declare makes a cmdlet whose parameters are all in one set; the first ones named in positional order.
func declare(name, synopsis string, run func(c *runtime.Call) error, params ...bind.Parameter) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: name, TypeName: name, Cmdlet: true, ConfirmImpact: 2, Params: params},
		Module:    module, Function: true, Synopsis: synopsis, New: runtime.Run(run),
	}
}

func text(name string, position int, mandatory bool) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeString, Sets: []bind.Membership{{Mandatory: mandatory, Position: position}}}
}

func texts(name string, position int, mandatory bool) bind.Parameter {
	p := text(name, position, mandatory)
	p.Type = value.TypeStringArray
	return p
}

func flag(name string) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Position: bind.NoPosition}}}
}

// operatorParameter is -Operator, by position or from the pipeline by the property Name.
func operatorParameter() bind.Parameter {
	p := text("Operator", 0, true)
	p.Aliases = []string{"Name"}
	p.Sets[0].FromPipelineByName = true
	return p
}

const named = bind.NoPosition

// call is the service call; the simulator's own commands need no sign-in.
func call(c *runtime.Call) (service.Call, error) {
	s := online.Of(c)
	if s == nil {
		return online.Connected(c)
	}
	return s.Service(c), nil
}
