package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	hostObject = iota
	hostNoNewline
	hostSeparator
	hostForeground
	hostBackground
)

var writeHost = &runtime.Cmdlet{
	Signature: bind.Signature{
		Command: "Write-Host", TypeName: "Microsoft.PowerShell.Commands.WriteHostCommand", Cmdlet: true, PositionalByDeclaration: true,
		Params: []bind.Parameter{
			hostObject:     {Name: "Object", Aliases: []string{"Msg", "Message"}, Sets: []bind.Membership{{Position: 0, FromPipeline: true, FromRemaining: true}}},
			hostNoNewline:  switched("NoNewline"),
			hostSeparator:  {Name: "Separator", Default: value.OfString(" "), Sets: anywhere()},
			hostForeground: {Name: "ForegroundColor", Type: runtime.TypeConsoleColor, Sets: anywhere()},
			hostBackground: {Name: "BackgroundColor", Type: runtime.TypeConsoleColor, Sets: anywhere()},
		},
	},
	Module:   module,
	Synopsis: "Shows text on the host.",
	New: runtime.Run(func(c *runtime.Call) error {
		separator, err := c.Text(c.Value(hostSeparator))
		if err != nil {
			return err
		}
		text, err := hostText(c, c.Value(hostObject), separator)
		if err != nil {
			return err
		}
		r := &runtime.InformationRecord{Data: c.Value(hostObject), Rendered: text, Tags: []string{"PSHOST"}, Time: c.Host().Clock.Now(), Host: true, NoLine: c.Switch(hostNoNewline), Source: c.ScriptName()}
		if c.Bound(hostForeground) {
			r.Fore = c.String(hostForeground)
		}
		if c.Bound(hostBackground) {
			r.Back = c.String(hostBackground)
		}
		return c.Information(r)
	}),
}

// entriesOf are the entries of a dictionary, which Write-Host shows like the elements of a list.
func entriesOf(d *value.Dictionary) value.Value {
	list := make([]value.Value, d.Len())
	for i := range list {
		k, v := d.Entry(i)
		list[i] = value.Of(&value.DictionaryEntry{Type: value.TypeDictionaryEntry, Key: k, Value: v})
	}
	return value.OfArray(list...)
}

// hostText is an object as Write-Host shows it: the elements of lists, also of lists in them, joined by the separator.
func hostText(c *runtime.Call, v value.Value, separator string) (string, error) {
	if v.IsString() {
		return v.Str(), nil
	}
	if !runtime.IsList(v) {
		if s, ok := value.CultureText(v, value.CultureOf(c.Env())); ok {
			return s, nil
		}
		if d, ok := value.As[*value.Dictionary](v.Base()); ok {
			return hostText(c, entriesOf(d), separator)
		}
		return c.Text(v)
	}
	var parts []string
	for _, x := range runtime.ListOf(v) {
		s, err := hostText(c, x, separator)
		if err != nil {
			return "", err
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, separator), nil
}
