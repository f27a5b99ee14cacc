package runtime

import "rehearse/runtime/value"

// variableIntrinsics is the property PSVariable of a session state: variables as seen from a frame.
type variableIntrinsics struct{ frame *Frame }

var typeVariableIntrinsics = &value.Type{Name: "PSVariableIntrinsics", FullName: "System.Management.Automation.PSVariableIntrinsics", Base: value.TypeObject}

// TypeOf is PSVariableIntrinsics.
func (*variableIntrinsics) TypeOf() *value.Type { return typeVariableIntrinsics }

func variableIntrinsicsMembers() {
	name := value.Param{Name: "name", Type: value.TypeString}
	method := func(method string, call func(c *Call, args []value.Value) (value.Value, error), params ...[]value.Param) value.Method {
		m := value.Method{Name: method}
		for _, p := range params {
			m.Overloads = append(m.Overloads, value.Overload{Params: p, Return: value.TypeObject, Call: func(_ value.Env, self value.Value, args []value.Value) (value.Value, error) {
				x, _ := value.As[*variableIntrinsics](self.Base())
				return call(&Call{frame: x.frame}, args)
			}})
		}
		return m
	}
	typeVariableIntrinsics.Members = &value.Members{Methods: []value.Method{
		method("Get", func(c *Call, args []value.Value) (value.Value, error) {
			v, err := c.FindVariable(args[0].Str(), "")
			if v == nil {
				return value.NullValue, err
			}
			return value.Of(v), err
		}, []value.Param{name}),
		method("GetValue", func(c *Call, args []value.Value) (value.Value, error) {
			v, err := c.FindVariable(args[0].Str(), "")
			if err != nil {
				return value.NullValue, err
			}
			x := value.NullValue
			if v != nil {
				x = v.Value(c.frame)
			}
			if x.IsNull() && len(args) == 2 {
				x = args[1]
			}
			return x, nil
		}, []value.Param{name}, []value.Param{name, {Name: "defaultValue"}}),
		method("Set", func(c *Call, args []value.Value) (value.Value, error) {
			if len(args) == 1 {
				v, ok := value.As[*Variable](args[0].Base())
				if !ok {
					return value.NullValue, noVariable()
				}
				return value.NothingValue, c.SetVariable(v.Name, v.Value(c.frame), "")
			}
			return value.NothingValue, c.SetVariable(args[0].Str(), args[1], "")
		}, []value.Param{name, {Name: "value"}}, []value.Param{{Name: "variable", Type: TypeVariable}}),
		method("Remove", func(c *Call, args []value.Value) (value.Value, error) {
			_, err := c.RemoveVariable(value.ToString(args[0]), "", false)
			return value.NothingValue, err
		}, []value.Param{name}),
	}}
}

func noVariable() error {
	return value.Throw(value.PSArgumentNullException, "ArgumentNull", "Cannot process argument because the value of argument \"variable\" is null. Change the value of argument \"variable\" to a non-null value.").With(value.InvalidArgument, value.NullValue)
}
