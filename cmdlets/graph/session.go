package graph

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
)

// connectGraph accepts every form of sign-in.
var connectGraph = &online.Behavior{Name: "Connect-MgGraph", Run: func(c *runtime.Call) error {
	s := online.Of(c)
	if s == nil {
		_, err := online.ConnectedGraph(c)
		return err
	}
	s.Graph = true
	if online.ArgsOf(c).Flag("NoWelcome") {
		return nil
	}
	return c.Information(&runtime.InformationRecord{Data: value.OfString(""), Host: true, Time: c.Host().Clock.Now(),
		Rendered: "Welcome to Microsoft Graph!\n\nConnected via delegated access using 14d82eec-204b-4c2f-b7e8-296a70dab67e\n"})
}}

var disconnectGraph = &online.Behavior{Name: "Disconnect-MgGraph", Run: func(c *runtime.Call) error {
	if s := online.Of(c); s != nil {
		s.Graph = false
	}
	return nil
}}
