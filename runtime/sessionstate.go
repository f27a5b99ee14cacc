package runtime

import (
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// sessionState is $ExecutionContext.SessionState and $PSCmdlet.SessionState.
type sessionState struct {
	module *Module // nil: that of the code that looks
}

var typeSessionState = &value.Type{Name: "SessionState", FullName: "System.Management.Automation.SessionState", Base: value.TypeObject}

// TypeOf is SessionState.
func (sessionState) TypeOf() *value.Type { return typeSessionState }

// pathIntrinsics is its property Path.
type pathIntrinsics struct{}

var typePathIntrinsics = &value.Type{Name: "PathIntrinsics", FullName: "System.Management.Automation.PathIntrinsics", Base: value.TypeObject}

// TypeOf is PathIntrinsics.
func (pathIntrinsics) TypeOf() *value.Type { return typePathIntrinsics }

func sessionStateMembers() {
	typeSessionState.Members = &value.Members{Properties: []value.Property{
		row("Path", typePathIntrinsics, func(sessionState) value.Value { return value.Of(pathIntrinsics{}) }),
		row("InvokeCommand", nil, func(sessionState) value.Value { return value.Of(invokeIntrinsics{}) }),
		{Name: "PSVariable", Type: typeVariableIntrinsics, Get: func(env value.Env, self value.Value) (value.Value, error) {
			s, _ := value.As[sessionState](self.Base())
			f := env.(*Frame)
			if s.module != nil && s.module != f.scope.module {
				f = &Frame{Engine: f.Engine, scope: f.scopeIn(s.module), code: f.code, up: f, out: f.out, streams: f.streams, under: value.Unset, this: value.Unset}
			}
			return value.Of(&variableIntrinsics{f}), nil
		}},
		{Name: "Module", Type: TypeModule, Get: func(env value.Env, self value.Value) (value.Value, error) {
			s, _ := value.As[sessionState](self.Base())
			if s.module != nil {
				return value.Of(s.module), nil
			}
			return moduleValue(env.(*Frame).scope.module), nil
		}},
	}}
	one := func(name, param string, call func(c *Call, path string) (value.Value, error)) value.Method {
		return value.Method{Name: name, Overloads: []value.Overload{{Params: []value.Param{{Name: param, Type: value.TypeString}}, Return: value.TypeString,
			Call: func(env value.Env, _ value.Value, args []value.Value) (value.Value, error) {
				return call(&Call{frame: env.(*Frame)}, args[0].Str())
			}}}}
	}
	typePathIntrinsics.Members = &value.Members{
		Properties: []value.Property{
			{Name: "CurrentLocation", Type: TypePathInfo, Get: currentPlace},
			{Name: "CurrentFileSystemLocation", Type: TypePathInfo, Get: currentPlace},
		},
		Methods: []value.Method{
			one("GetUnresolvedProviderPathFromPSPath", "path", providerPath),
			{Name: "Combine", Overloads: []value.Overload{{Params: []value.Param{{Name: "parent", Type: value.TypeString}, {Name: "child", Type: value.TypeString}}, Return: value.TypeString,
				Call: func(env value.Env, _ value.Value, args []value.Value) (value.Value, error) {
					return value.OfString(host.Join(env.(*Frame).host.Platform, args[0].Str(), args[1].Str())), nil
				}}}},
		},
	}
}

func currentPlace(env value.Env, _ value.Value) (value.Value, error) {
	return env.(*Frame).pathInfo(), nil
}

func providerPath(c *Call, path string) (value.Value, error) {
	p, err := c.ParsePath(path)
	return value.OfString(p.Item), err
}

// ProcessFolder is the current folder of .NET: the one in which the session began, until a script changes it.
func (e *Engine) ProcessFolder() string {
	if e.location.process == "" {
		return e.location.current
	}
	return e.location.process
}

// SetProcessFolder changes it.
func (e *Engine) SetProcessFolder(path string) { e.location.process = path }
