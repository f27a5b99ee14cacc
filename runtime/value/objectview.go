package value

// ObjectView is v.PSObject: the members of an object as objects. Its own members stand in runtime/dotnet.
type ObjectView struct{ Target Value }

// TypeOf is System.Management.Automation.PSObject.
func (*ObjectView) TypeOf() *Type { return TypePSObject }
