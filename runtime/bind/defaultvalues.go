package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// defaultKey is one usable entry of $PSDefaultParameterValues: it names a parameter of the command that is being bound.
type defaultKey struct {
	param int
	text  string // the parameter part of the key
	value value.Value
	clash bool
}

// bindDefaults gives unbound parameters the values of $PSDefaultParameterValues (README section 9). Parameters of the default set go first.
func (b *Binding) bindDefaults(opts *Options) error {
	keys := b.defaultKeys(opts)
	if len(keys) == 0 {
		return nil
	}
	for _, first := range [2]bool{true, false} {
		for i := range keys {
			k := &keys[i]
			f := &b.sig.facts[k.param]
			if k.clash || b.given(k.param) || f.sets&b.valid == 0 || first != (f.sets&b.sig.defaultSet != 0) {
				continue
			}
			if err := b.bindDefault(k); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *Binding) bindDefault(k *defaultKey) error {
	v := k.value
	if value.TypeOf(v) == value.TypeScriptBlock {
		out, err := b.env.CallBlock(v, value.BlockInput{Args: []value.Value{value.OfString(b.sig.Command)}})
		if err != nil {
			return err
		}
		v = value.Unroll(out)
	}
	name := b.sig.Params[k.param].Name
	if err := b.bind(k.param, v, "", value.Extent{}); err != nil {
		if _, ok := err.(*Error); !ok {
			return err
		}
		b.alert("The binding of default value '" + value.ToString(v) + "' to parameter '" + name + "' failed: " + err.Error())
		return nil
	}
	b.usedDefaults = append(b.usedDefaults, name)
	return nil
}

func (b *Binding) alert(text string) {
	if b.warn != nil {
		b.warn(text)
	}
}

// defaultKeys are the entries for this command, with a warning for those that cannot be told apart.
func (b *Binding) defaultKeys(opts *Options) []defaultKey {
	table, ok := opts.Defaults.Base().Object().(*value.Dictionary)
	if !ok || table.Len() == 0 || disabled(table) {
		return nil
	}
	var keys []defaultKey
	for key, v := range table.All {
		command, parameter, ok := splitDefaultKey(value.ToString(key))
		if !ok {
			if !value.EqualFold(strings.TrimSpace(value.ToString(key)), "Disabled") {
				b.alert(badDefaultKey(value.ToString(key)))
			}
			continue
		}
		if b.isCommand(command, opts) {
			keys = b.addDefault(keys, parameter, v)
		}
	}
	for i := range keys {
		if keys[i].clash {
			b.alert("Multiple different default values are defined in $PSDefaultParameterValues for the parameter matching the following name or alias: " +
				keys[i].text + ". These defaults have been ignored.")
		}
	}
	return keys
}

// addDefault enters a value for the parameter that a key names: exactly, or by a pattern that only one parameter matches.
func (b *Binding) addDefault(keys []defaultKey, parameter string, v value.Value) []defaultKey {
	p := -1
	if !hasWildcard(parameter) {
		if i := b.sig.names.Find(parameter); i >= 0 {
			p = int(b.sig.owners[i])
		}
	} else {
		for i := range b.sig.Params {
			if !b.sig.Params[i].like(parameter) {
				continue
			}
			if p >= 0 {
				b.alert("The following name or alias defined in $PSDefaultParameterValues for this cmdlet resolves to multiple parameters: " +
					parameter + ". The default has been ignored.")
				return keys
			}
			p = i
		}
	}
	if p < 0 {
		return keys
	}
	for i := range keys {
		if k := &keys[i]; k.param == p {
			if same, err := value.CompareScalar(b.env, value.Eq, k.value, v, true); err != nil || !same {
				k.clash = true
			}
			return keys
		}
	}
	return append(keys, defaultKey{param: p, text: b.sig.Params[p].Name, value: v})
}

func (p *Parameter) like(pattern string) bool {
	if like(pattern, p.Name) {
		return true
	}
	for _, a := range p.Aliases {
		if like(pattern, a) {
			return true
		}
	}
	return false
}

// isCommand tells whether the command part of a key means the command that is being bound.
func (b *Binding) isCommand(command string, opts *Options) bool {
	if value.EqualFold(command, b.sig.Command) {
		return true
	}
	if hasWildcard(command) {
		return like(command, b.sig.Command)
	}
	return opts.Alias != nil && value.EqualFold(opts.Alias(command), b.sig.Command)
}

// disabled tells whether the table has the key Disabled with a true value.
func disabled(table *value.Dictionary) bool {
	v, ok := table.GetString("Disabled")
	return ok && value.Truth(v)
}

// splitDefaultKey takes `command:parameter` apart; blanks around the parts are dropped, each may be quoted.
func splitDefaultKey(key string) (command, parameter string, ok bool) {
	key = strings.TrimSpace(key)
	colon := strings.LastIndexByte(key, ':')
	if key != "" && (key[0] == '"' || key[0] == '\'') {
		if end := strings.IndexByte(key[1:], key[0]); end >= 0 {
			if i := strings.IndexByte(key[end+2:], ':'); i >= 0 {
				colon = end + 2 + i
			}
		}
	}
	if colon < 0 {
		return "", "", false
	}
	command, parameter = unquote(key[:colon]), unquote(key[colon+1:])
	return command, parameter, command != "" && parameter != ""
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}

// ValidDefaultKey tells whether a key of $PSDefaultParameterValues has the form that the typed DefaultParameterDictionary demands; the
// error is that of setting another one.
func ValidDefaultKey(key string) error {
	if _, _, ok := splitDefaultKey(key); ok || value.EqualFold(strings.TrimSpace(key), "Disabled") {
		return nil
	}
	return value.Throw(value.PSInvalidOperation, "InvalidOperation", badDefaultKey(key)).With(value.InvalidOperation, value.NullValue)
}

func badDefaultKey(key string) string {
	return "The key '" + key + "' does not have a valid format. For information about the correct format, see about_Parameters_Default_Values at " +
		"https://go.microsoft.com/fwlink/?LinkId=228266."
}

// defaultsNote is what the error about missing parameters adds if defaults were used.
func (b *Binding) defaultsNote() string {
	if len(b.usedDefaults) == 0 {
		return ""
	}
	return " This failure might be caused by applying the default parameter binding. You can disable the default parameter binding in " +
		"$PSDefaultParameterValues by setting $PSDefaultParameterValues[\"Disabled\"] to be $true, and retry. The following default parameter was " +
		"successfully bound for this cmdlet when the error occurred: -" + strings.Join(b.usedDefaults, " -")
}
