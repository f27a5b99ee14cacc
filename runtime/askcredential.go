package runtime

import (
	"io"

	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// askCredential asks for a user name, unless it is given, and a password; $null at the end of the input (oracle/prompts, Get-Credential).
// The domain stands before the name.
func (f *Frame) askCredential(user, domain string) (value.Value, error) {
	if user == "" {
		s, err := f.openAsk("User: ")
		if err == io.EOF || err == nil && s == "" {
			return value.NullValue, nil
		}
		if err != nil {
			return value.NullValue, err
		}
		user = s
	}
	if domain != "" {
		user = domain + `\` + user
	}
	prompt := "Password for user " + user + ": "
	if err := f.writeOut(prompt); err != nil {
		return value.NullValue, err
	}
	password, err := f.readAnswer(host.Question{Text: prompt, Secret: true})
	if err == io.EOF {
		return value.NullValue, f.writeOut("\n")
	}
	if err != nil {
		return value.NullValue, err
	}
	return dotnet.OfCredential(user, password), nil
}

// openAsk is ask, but shows the prompt even where nobody can answer.
func (f *Frame) openAsk(prompt string) (string, error) {
	if err := f.writeOut(prompt); err != nil {
		return "", err
	}
	s, err := f.readAnswer(host.Question{Text: prompt})
	if err == io.EOF {
		if err := f.writeOut("\n"); err != nil {
			return "", err
		}
	}
	return s, err
}

// AskCredential shows a request for credentials and asks; $null at the end of the input.
func (c *Call) AskCredential(caption, message, user string) (value.Value, error) {
	return c.frame.credentialRequest(caption, message, user, "")
}

func (f *Frame) credentialRequest(caption, message, user, domain string) (value.Value, error) {
	head := "\n"
	if caption != "" {
		head += caption + "\n"
	}
	if message != "" {
		head += message + "\n"
	}
	if err := f.writeOut(head); err != nil {
		return value.NullValue, err
	}
	return f.askCredential(user, domain)
}

// credentialOf is [Credential()]: it asks for the password of a user name.
type credentialOf struct{ frame *Frame }

// Transform is the credential of a user name; other values stay.
func (c credentialOf) Transform(_ value.Env, v value.Value) (value.Value, error) {
	b := v.Base()
	if !b.IsString() {
		return v, nil
	}
	return c.frame.credentialRequest("PowerShell credential request", "Enter your credentials.", b.Str(), "")
}
