package drive

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/value"
)

// Store gives an item that is no file a value, as Set-Item and Set-Content do. $null removes an environment variable.
func Store(c *runtime.Call, p Path, v value.Value) error {
	switch p.Drive.Provider {
	case runtime.EnvironmentProvider:
		return storeEnvironment(c, p.Item, v)
	case runtime.VariableProvider:
		return c.SetVariable(p.Item, v, "")
	case runtime.FunctionProvider:
		return storeFunction(c, p.Item, v)
	case runtime.AliasProvider:
		s, err := c.Text(v)
		if err != nil {
			return err
		}
		_, err = c.ChangeAlias(p.Item, "", runtime.AliasChange{Target: s})
		return err
	}
	return NotSupported()
}

func storeEnvironment(c *runtime.Call, name string, v value.Value) error {
	if strings.Contains(name, "=") {
		return value.Throw(value.ArgumentException, "System.ArgumentException", "Environment variable name cannot contain equal character. (Parameter 'variable')")
	}
	if v.IsNull() {
		c.Host().Env.Unset(name)
		return nil
	}
	s, err := c.Text(v)
	if err != nil {
		return err
	}
	c.Host().Env.Set(name, s)
	return nil
}

func storeFunction(c *runtime.Call, name string, v value.Value) error {
	if v.IsNull() {
		c.RemoveFunction(name)
		return nil
	}
	b := runtime.BlockOf(v)
	if b == nil {
		s, err := c.Text(v)
		if err != nil {
			return err
		}
		if b, err = c.ParseBlock(s); err != nil {
			return err
		}
	}
	return c.DefineFunction(name, b)
}

// Remove forgets an item that is no file; force removes what is read-only.
func Remove(c *runtime.Call, p Path, force bool) error {
	switch p.Drive.Provider {
	case runtime.EnvironmentProvider:
		c.Host().Env.Unset(p.Item)
		return nil
	case runtime.VariableProvider:
		_, err := c.RemoveVariable(p.Item, "", force)
		return err
	case runtime.FunctionProvider:
		c.RemoveFunction(p.Item)
		return nil
	case runtime.AliasProvider:
		_, err := c.RemoveAlias(p.Item, "", force)
		return err
	}
	return NotSupported()
}

// NotSupported is the error of an operation that a provider does not have.
func NotSupported() *value.Exception {
	return value.Throw(value.PSNotSupportedException, "NotSupported", "Provider operation stopped because the provider does not support this operation.").With(value.NotImplemented, value.NullValue)
}
