package utility

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	fromCsvDelimiter = iota
	fromCsvUseCulture
	fromCsvInput
	fromCsvHeader
)

var convertFromCsv = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertFrom-Csv", TypeName: "Microsoft.PowerShell.Commands.ConvertFromCsvCommand", Cmdlet: true, DefaultSet: "Delimiter",
		Params: []bind.Parameter{
			fromCsvDelimiter:  {Name: "Delimiter", Type: value.TypeChar, Validate: notNull, Sets: []bind.Membership{{Set: "Delimiter", Position: 1}}},
			fromCsvUseCulture: {Name: "UseCulture", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "UseCulture", Mandatory: true, Position: bind.NoPosition}}},
			fromCsvInput: {Name: "InputObject", Type: value.ArrayOf(value.TypePSObject), Validate: notNull, AllowEmptyString: true, AllowEmptyCollection: true, AllowNull: true,
				Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			fromCsvHeader: headerParameter(),
		}},
	Module: module, Outputs: []string{"System.Management.Automation.PSObject"}, Synopsis: "Makes objects of CSV texts.",
	New: func() runtime.Command { return &csvTexts{} },
}

// csvTexts parses each text on its own: a quoted field does not go on in the next one.
type csvTexts struct {
	runtime.NoEnd
	rows csvRows
}

// Begin takes the names of -Header.
func (t *csvTexts) Begin(c *runtime.Call) error {
	t.rows.names = c.Strings(fromCsvHeader)
	return nil
}

// Process parses the texts of one object.
func (t *csvTexts) Process(c *runtime.Call) error {
	for _, v := range c.List(fromCsvInput) {
		s, err := c.Text(v)
		if err != nil {
			return err
		}
		s = strings.TrimPrefix(s, "\ufeff") // each text is read as a stream, which drops its mark
		if s == "" {
			continue
		}
		if !t.rows.data && t.rows.names == nil && strings.Trim(s, " \t") == "" {
			t.rows.names, t.rows.data = []string{}, true // a header without columns
			continue
		}
		p := newCsvParser(s, csvDelimiter(c, fromCsvDelimiter))
		if err := t.rows.write(c, &p); err != nil {
			return err
		}
	}
	return nil
}
