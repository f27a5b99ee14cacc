package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	stringData = iota
	stringDataDelimiter
)

var convertFromStringData = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertFrom-StringData", TypeName: "Microsoft.PowerShell.Commands.ConvertFromStringDataCommand", Cmdlet: true,
		Params: []bind.Parameter{
			stringData:          {Name: "StringData", Type: value.TypeString, AllowEmptyString: true, Sets: pipeline(true, 0)},
			stringDataDelimiter: {Name: "Delimiter", Type: value.TypeChar, Default: value.OfChar('='), Sets: at(1)},
		}},
	Module: module, Outputs: []string{"System.Collections.Hashtable"}, Synopsis: "Makes a hashtable of lines `name = value`.",
	New: runtime.Run(readStringData),
}

func readStringData(c *runtime.Call) error {
	d := value.NewHashtable()
	delimiter := text.CharString(uint16(c.Value(stringDataDelimiter).Int()))
	for line := range strings.SplitSeq(c.String(stringData), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, v, ok := strings.Cut(line, delimiter)
		if !ok || name == "" {
			return value.Throw(value.PSInvalidOperation, "InvalidOperation", "Data line '"+line+"' is not in 'name=value' format. ").With(value.InvalidOperation, value.NullValue)
		}
		name = strings.TrimSpace(name)
		if d.Has(value.OfString(name)) {
			return value.Throw(value.PSInvalidOperation, "InvalidOperation", "Data item '"+name+"' in line '"+line+"' is already defined. ").With(value.InvalidOperation, value.NullValue)
		}
		v, err := text.UnescapeRegex(strings.TrimSpace(v))
		if err != nil {
			t := c.FindType("System.Text.RegularExpressions.RegexParseException")
			if t == nil {
				t = value.ArgumentException
			}
			return value.Throw(t, t.FullName, err.Error())
		}
		d.SetString(name, value.OfString(v))
	}
	return c.Write(value.Of(d))
}
