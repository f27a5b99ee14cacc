package runtime

import (
	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// data compiles a data section.
func (c *compiler) data(d *ast.DataStatement) stmt {
	body := c.body(d.Body)
	name, hash := d.Variable, value.FoldHash(d.Variable)
	return func(f *Frame) (ctl, error) {
		if name == "" {
			return body.run(f)
		}
		var got collector
		if err := f.gather(body, &got); err != nil {
			return ctlNext, err
		}
		return ctlNext, f.setVariable(name, hash, got.result())
	}
}

// background compiles `pipeline &`.
func (c *compiler) background(p *ast.Pipeline) stmt { return c.unsupported(p) }

// dynamicParameters reads what a dynamicparam block returned: a RuntimeDefinedParameterDictionary.
func (f *Frame) dynamicParameters(out []value.Value) ([]bind.Parameter, error) {
	var params []bind.Parameter
	for _, v := range out {
		d, ok := value.As[*value.Dictionary](v.Base())
		if !ok {
			continue
		}
		for k, x := range d.All {
			if p, ok := value.As[*RuntimeParameter](x.Base()); ok {
				d, err := p.declaration(f)
				if err != nil {
					return nil, err
				}
				params = append(params, d)
			} else {
				return nil, value.Throw(value.ParameterBindingException, "GetDynamicParametersException",
					"The dynamic parameter "+value.ToString(k)+" is no RuntimeDefinedParameter.")
			}
		}
	}
	return params, nil
}
