package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	errorException = iota
	errorMessage
	errorRecord
	errorCategory
	errorID
	errorTarget
	errorAdvice
	errorActivity
	errorReason
	errorTargetName
	errorTargetType
)

var writeError = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "Write-Error", TypeName: "Microsoft.PowerShell.Commands.WriteErrorCommand", Cmdlet: true, PositionalByDeclaration: true, DefaultSet: "NoException",
		Params: []bind.Parameter{
			errorException: {Name: "Exception", Type: value.ExceptionType, Sets: []bind.Membership{{Set: "WithException", Mandatory: true, Position: 0, FromPipeline: true}}},
			errorMessage: {Name: "Message", Aliases: []string{"Msg"}, Type: value.TypeString, AllowNull: true, AllowEmptyString: true, Sets: []bind.Membership{
				{Set: "NoException", Mandatory: true, Position: 0, FromPipeline: true}, {Set: "WithException", Position: bind.NoPosition}}},
			errorRecord:     {Name: "ErrorRecord", Type: value.TypeErrorRecord, Sets: []bind.Membership{{Set: "ErrorRecord", Mandatory: true, Position: 0, FromPipeline: true}}},
			errorCategory:   {Name: "Category", Type: value.TypeErrorCategory, Sets: exceptRecord()},
			errorID:         {Name: "ErrorId", Type: value.TypeString, Sets: exceptRecord()},
			errorTarget:     {Name: "TargetObject", Sets: exceptRecord()},
			errorAdvice:     {Name: "RecommendedAction", Type: value.TypeString, Sets: anywhere()},
			errorActivity:   {Name: "CategoryActivity", Aliases: []string{"Activity"}, Type: value.TypeString, Sets: anywhere()},
			errorReason:     {Name: "CategoryReason", Aliases: []string{"Reason"}, Type: value.TypeString, Sets: anywhere()},
			errorTargetName: {Name: "CategoryTargetName", Aliases: []string{"TargetName"}, Type: value.TypeString, Sets: anywhere()},
			errorTargetType: {Name: "CategoryTargetType", Aliases: []string{"TargetType"}, Type: value.TypeString, Sets: anywhere()},
		},
	},
	Module: module, Synopsis: "Writes a non-terminating error.",
	New: runtime.Run(runWriteError),
}

func exceptRecord() []bind.Membership {
	return []bind.Membership{{Set: "NoException", Position: bind.NoPosition}, {Set: "WithException", Position: bind.NoPosition}}
}

// runWriteError writes the record; it belongs to the function or script that called Write-Error (oracle/errors, section 4).
func runWriteError(c *runtime.Call) error {
	var r *value.ErrorRecord
	if c.Bound(errorRecord) {
		r, _ = value.As[*value.ErrorRecord](c.Value(errorRecord).Base())
		r = r.Copy()
		r.Thrown = false
	} else {
		e, _ := value.As[*value.Exception](c.Value(errorException).Base())
		message := c.String(errorMessage)
		if e == nil {
			e = value.Throw(value.WriteErrorException, "", message)
			if c.Value(errorMessage).IsNull() {
				e.Message = dotnet.DefaultMessage(e.Type)
			}
		}
		r = &value.ErrorRecord{Exception: e, ID: e.Type.FullName, Target: c.Value(errorTarget), Reason: e.Type.Name}
		if c.Bound(errorException) && c.Bound(errorMessage) {
			r.Message = message
		}
		if !c.Bound(errorException) {
			r.ID = "Microsoft.PowerShell.Commands.WriteErrorException"
		}
		if c.Bound(errorID) {
			r.ID = c.String(errorID)
		}
		r.Category = value.ErrorCategory(c.Value(errorCategory).Int())
		if !c.Bound(errorCategory) {
			r.Category = value.NotSpecified
		}
	}
	c.Own(r)
	if c.Bound(errorAdvice) {
		r.Message, r.RecommendedAction = r.Text(), c.String(errorAdvice)
	}
	for _, o := range []struct {
		param int
		to    *string
	}{{errorActivity, &r.Activity}, {errorReason, &r.Reason}, {errorTargetName, &r.TargetName}, {errorTargetType, &r.TargetType}} {
		if c.Bound(o.param) {
			*o.to = c.String(o.param)
		}
	}
	return c.WriteError(r)
}
