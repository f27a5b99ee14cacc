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
			names = append(names, outputNames(e)...)
		}
	}
	return names
}

func outputNames(e ast.Expression) []string {
	switch e := e.(type) {
	case *ast.TypeExpression:
		if t := typeNamed(e.TypeName.String()); t != nil {
			return []string{t.FullName}
		}
		return []string{e.TypeName.String()}
	case *ast.StringConstantExpression:
		return []string{e.Value}
	case *ast.ArrayLiteral:
		var all []string
		for _, x := range e.Elements {
			all = append(all, outputNames(x)...)
		}
		return all
	case *ast.ParenExpression:
		if p, ok := e.Pipeline.(*ast.Pipeline); ok {
			if x := plainExpression(p); x != nil {
				return outputNames(x)
			}
		}
	}
	return nil
}

// typeNamed is the .NET type of a name, nil if there is none.
func typeNamed(name string) *value.Type {
	if t, ok := dotnet.Resolve(name, nil); ok {
		return t
	}
	return engineType(name)
}
