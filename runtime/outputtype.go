package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

func outputMembers() {
	typeOutput.Members = &value.Members{Properties: []value.Property{
		text1("Name", func(o *outputType) string { return o.name }),
		{Name: "Type", Type: value.TypeRuntimeType, Get: func(env value.Env, self value.Value) (value.Value, error) {
			o, _ := value.As[*outputType](self.Base())
			if t := env.(*Frame).findType(o.name, nil); t != nil {
				return value.Of(t), nil
			}
			return value.NullValue, nil
		}},
	}}
}

// outputTypesOf are the types that [OutputType()] of a body names.
func outputTypesOf(b *ScriptBlock) []string {
	if b.block.ParamBlock == nil {
		return nil
	}
	var names []string
	for _, a := range b.block.ParamBlock.Attributes {
		if !value.EqualFold(a.TypeName.Name, "OutputType") {
			continue
		}
		for _, e := range a.PositionalArguments {
			names = append(names, constantNames(e)...)
		}
	}
	return names
}

func constantNames(e ast.Expression) []string {
	switch e := e.(type) {
	case *ast.TypeExpression:
		if t, ok := dotnet.Resolve(e.TypeName.String(), nil); ok {
			return []string{t.FullName}
		}
		return []string{e.TypeName.String()}
	case *ast.StringConstantExpression:
		return []string{e.Value}
	case *ast.ArrayLiteral:
		var all []string
		for _, x := range e.Elements {
			all = append(all, constantNames(x)...)
		}
		return all
	case *ast.ParenExpression:
		if p, ok := e.Pipeline.(*ast.Pipeline); ok {
			if x := plainExpression(p); x != nil {
				return constantNames(x)
			}
		}
	}
	return nil
}
