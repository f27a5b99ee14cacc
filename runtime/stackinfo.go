package runtime

import "rehearse/runtime/value"

// locationStack is a stack of Push-Location as Get-Location -Stack shows it: one object, not its elements.
type locationStack struct {
	name   string
	places []Place
}

var typeLocationStack = &value.Type{Name: "PathInfoStack", FullName: "System.Management.Automation.PathInfoStack", Base: value.TypeObject}

// TypeOf is PathInfoStack.
func (*locationStack) TypeOf() *value.Type { return typeLocationStack }

// StackInfo is a stack as an object.
func StackInfo(name string, places []Place) value.Value {
	return value.Of(&locationStack{name, append([]Place(nil), places...)})
}

func stackMembers() {
	typeLocationStack.Members = &value.Members{
		Properties: []value.Property{
			text1("Name", func(s *locationStack) string { return s.name }),
			row("Count", value.TypeInt32, func(s *locationStack) value.Value { return value.OfInt(len(s.places)) }),
		},
		Methods: []value.Method{{Name: "ToArray", Overloads: []value.Overload{{Call: func(_ value.Env, self value.Value, _ []value.Value) (value.Value, error) {
			s, _ := value.As[*locationStack](self.Base())
			out := make([]value.Value, len(s.places))
			for i, p := range s.places {
				out[len(out)-1-i] = p.PathInfo()
			}
			return value.Of(value.NewArray(out)), nil
		}}}}},
	}
}
