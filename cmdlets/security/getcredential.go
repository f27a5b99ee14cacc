package security

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	credentialUser = iota
	credentialMessage
	credentialName
	credentialTitle
)

const (
	credentialCaption = "PowerShell credential request"
	credentialRequest = "Enter your credentials."
)

var getCredential = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Credential", TypeName: "Microsoft.PowerShell.Commands.GetCredentialCommand", Cmdlet: true, DefaultSet: "CredentialSet",
		Params: []bind.Parameter{
			credentialUser:    {Name: "Credential", NotNullOrEmpty: true, Sets: []bind.Membership{{Set: "CredentialSet", Position: 0}}},
			credentialMessage: {Name: "Message", Type: value.TypeString, NotNullOrEmpty: true, Sets: inSet("MessageSet")},
			credentialName:    {Name: "UserName", Type: value.TypeString, NotNullOrEmpty: true, Sets: []bind.Membership{{Set: "MessageSet", Position: 0}}},
			credentialTitle:   {Name: "Title", Type: value.TypeString, NotNullOrEmpty: true, Sets: inSet("MessageSet")},
		}},
	Module: module, Synopsis: "Asks for a user name and a password.",
	New: runtime.Run(askCredential),
}

func askCredential(c *runtime.Call) error {
	caption, message, user := credentialCaption, credentialRequest, c.String(credentialName)
	if c.Bound(credentialTitle) {
		caption = c.String(credentialTitle)
	}
	if c.Bound(credentialMessage) {
		message = c.String(credentialMessage)
	}
	if given := c.Value(credentialUser).Base(); !given.IsNull() {
		if _, ok := value.As[*dotnet.PSCredential](given); ok {
			return c.Write(given)
		}
		user = value.ToString(given)
	}
	v, err := c.AskCredential(caption, message, user)
	if err != nil || v.IsNull() {
		return err
	}
	return c.Write(v)
}
