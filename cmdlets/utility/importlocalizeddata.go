package utility

import (
	"path"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/parser"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	localizedVariable = iota
	localizedCulture
	localizedBase
	localizedFile
	localizedCommands
)

var importLocalizedData = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Import-LocalizedData", TypeName: "Microsoft.PowerShell.Commands.ImportLocalizedData", Cmdlet: true,
		Params: []bind.Parameter{
			localizedVariable: {Name: "BindingVariable", Aliases: []string{"Variable"}, Type: value.TypeString, Validate: notEmpty, Sets: at(0)},
			localizedCulture:  {Name: "UICulture", Type: value.TypeString, Sets: at(1)},
			localizedBase:     {Name: "BaseDirectory", Type: value.TypeString, Sets: anywhere()},
			localizedFile:     {Name: "FileName", Type: value.TypeString, Sets: anywhere()},
			localizedCommands: {Name: "SupportedCommand", Type: value.TypeStringArray, Validate: notNull, Sets: anywhere()},
		}},
	Module: module, Outputs: []string{"System.Collections.Hashtable"}, Synopsis: "Reads the texts of a script in the language of the session.",
	New: runtime.Run(func(c *runtime.Call) error {
		v, err := localizedTexts(c)
		if err != nil || v.IsNothing() {
			return err
		}
		if c.Bound(localizedVariable) {
			return c.SetVariable(c.String(localizedVariable), v, "")
		}
		return c.Write(v)
	}),
}

// localizedTexts reads the data file in the folder of the culture, of its parents, or in the base folder (objects/misc-cmdlets,
// import-localizeddata). It is Nothing if the error was reported.
func localizedTexts(c *runtime.Call) (value.Value, error) {
	script := ""
	if src := c.Info().Extent.Source; src != nil {
		script = src.FileName()
	}
	base := path.Dir(strings.ReplaceAll(script, `\`, "/"))
	if c.Bound(localizedBase) {
		base = c.String(localizedBase)
	}
	file := c.String(localizedFile)
	if file == "" {
		file = strings.TrimSuffix(path.Base(script), path.Ext(script))
	}
	if !strings.EqualFold(path.Ext(file), ".psd1") {
		file += ".psd1"
	}
	culture, err := localizedName(c)
	if err != nil {
		return value.NothingValue, err
	}
	for name := culture; ; {
		full := path.Join(base, name, file)
		if b, err := content.ReadFile(c.Host().Files, full); err == nil {
			return dataOf(c, full, b)
		}
		if name == "" {
			break
		}
		if i := strings.LastIndexByte(name, '-'); i > 0 {
			name = name[:i]
		} else {
			name = ""
		}
	}
	return value.NothingValue, c.Fail(value.Throw(value.PSInvalidOperation, "ImportLocalizedData", "Cannot find the PowerShell data file '"+file+"' in directory '"+
		path.Join(base, culture)+"', or in any parent culture directories.").With(value.ObjectNotFound, value.OfString(path.Join(base, culture, file))))
}

// localizedName is the name of the culture that is asked for, or of the session's.
func localizedName(c *runtime.Call) (string, error) {
	if c.Bound(localizedCulture) {
		return c.String(localizedCulture), nil
	}
	v, err := c.Culture()
	if err != nil {
		return "", err
	}
	n, err := c.Property(v, "Name")
	return value.ToString(n), err
}

func dataOf(c *runtime.Call, full string, b []byte) (value.Value, error) {
	s, err := parser.Decode(b)
	if err != nil {
		s = string(b)
	}
	block, err := c.ParseBlock(s)
	if err != nil {
		return value.NothingValue, value.Throw(value.PSInvalidOperation, "ImportLocalizedData", "The following error occurred while PowerShell was loading '"+full+
			"' script file: \n"+err.Error()).With(value.InvalidOperation, value.NullValue)
	}
	v, err := c.Evaluate(block, value.Unset)
	if v.IsNothing() {
		v = value.NullValue
	}
	return v, err
}
