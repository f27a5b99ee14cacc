// Package online is what the cmdlets of online services share: the session with the simulated tenant, the catalogue they are declared
// in, the shapes of the service's errors and objects. A cmdlet binds its arguments, makes one call of state/service and shapes the result.
package online

import (
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// Session is the connection of one engine with its tenant. It is the engine's extension.
type Session struct {
	Tx *state.Tx
	// Teams, Graph, AzureAD and MSOnline tell whether the script has connected.
	Teams, Graph, AzureAD, MSOnline bool
	// Account is the signed-in administrator.
	Account string
	// FileName is the name under which the user knows a script, from the path the script sees.
	FileName func(path string) string
	// Loose turns cmdlets that are not simulated into warnings.
	Loose bool
}

// Of is the session of a call's engine; nil if the engine runs without a tenant.
func Of(c *runtime.Call) *Session {
	s, _ := c.Engine().Extension().(*Session)
	return s
}

// Service is what an operation of the service takes: the transaction and the script line as the cause.
func (s *Session) Service(c *runtime.Call) service.Call {
	cause := state.Cause{Cmdlet: c.Name()}
	at := c.Info().Extent
	if at.Source != nil {
		cause.Line, cause.Column = at.Source.LineColumn(int(at.Start))
		cause.File = at.Source.FileName()
		if s.FileName != nil {
			cause.File = s.FileName(cause.File)
		}
	}
	return service.Call{Tx: s.Tx, Cause: cause, Actor: s.Account}
}

// Connected is the service call of a Teams cmdlet, or the error of a script that has not connected (semantics 2.0.5).
func Connected(c *runtime.Call) (service.Call, error) {
	s := Of(c)
	if s == nil {
		return service.Call{}, noTenant()
	}
	if !s.Teams {
		text := "Session is not established, run Connect-MicrosoftTeams before requesting access token"
		return service.Call{}, value.Throw(value.ExceptionType, "System.Exception", text)
	}
	return s.Service(c), nil
}

// ConnectedGraph is the same for the cmdlets of Microsoft Graph.
func ConnectedGraph(c *runtime.Call) (service.Call, error) {
	s := Of(c)
	if s == nil {
		return service.Call{}, noTenant()
	}
	if !s.Graph {
		return service.Call{}, value.Throw(value.InvalidOperationException, "Authentication needed. Please call Connect-MgGraph.", "Authentication needed. Please call Connect-MgGraph.").
			With(value.AuthenticationError, value.NullValue)
	}
	return s.Service(c), nil
}

// ConnectedAzureAD is the same for the cmdlets of the module AzureAD.
func ConnectedAzureAD(c *runtime.Call) (service.Call, error) {
	return connectedBy(c, func(s *Session) bool { return s.AzureAD }, "Connect-AzureAD")
}

// ConnectedMSOnline is the same for the cmdlets of the module MSOnline.
func ConnectedMSOnline(c *runtime.Call) (service.Call, error) {
	return connectedBy(c, func(s *Session) bool { return s.MSOnline }, "Connect-MsolService")
}

// connectedBy is the session of an older module, whose texts are general knowledge [K].
func connectedBy(c *runtime.Call, connected func(*Session) bool, connect string) (service.Call, error) {
	s := Of(c)
	if s == nil {
		return service.Call{}, noTenant()
	}
	if !connected(s) {
		text := "You must call the " + connect + " cmdlet before calling any other cmdlets."
		return service.Call{}, value.Throw(value.InvalidOperationException, text, text).With(value.AuthenticationError, value.NullValue)
	}
	return s.Service(c), nil
}

func noTenant() error {
	return value.Throw(value.InvalidOperationException, "NoTenant", "This command needs a simulated tenant, and this run has none.").With(value.InvalidOperation, value.NullValue)
}
