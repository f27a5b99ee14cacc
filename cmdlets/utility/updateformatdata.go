package utility

import (
	"path"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/format"
	"rehearse/runtime/value"
)

const (
	updateAppend = iota
	updatePrepend
)

var updateFormatData = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Update-FormatData", TypeName: "Microsoft.PowerShell.Commands.UpdateFormatDataCommand", Cmdlet: true, SupportsShouldProcess: true, ConfirmImpact: 2, DefaultSet: "FileSet",
		Params: []bind.Parameter{
			updateAppend: {Name: "AppendPath", Aliases: []string{"PSPath", "Path"}, Type: value.TypeStringArray, Sets: []bind.Membership{
				{Set: "FileSet", Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			updatePrepend: {Name: "PrependPath", Type: value.TypeStringArray, Sets: inSets("FileSet")},
		}},
	Module: module, Synopsis: "Adds views of objects from files.",
	New: runtime.Run(updateFormats),
}

// updateFormats reads the views of the files; the first file that cannot be read ends the command (formatting README, section 11).
func updateFormats(c *runtime.Call) error {
	views := c.Engine().Views()
	for _, list := range []struct {
		param int
		id    string
		add   func(...*format.View)
	}{{updatePrepend, "FormatPrependPathException", views.Prepend}, {updateAppend, "FormatAppendPathException", views.Append}} {
		for _, p := range c.Strings(list.param) {
			found, err := formatFile(c, p, list.id)
			if err != nil {
				return err
			}
			for _, full := range found {
				if err := addViews(c, full, list.add); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// formatFile are the files that a path names. A path that names none is a non-terminating error.
func formatFile(c *runtime.Call, p, id string) ([]string, error) {
	found, _, err := drive.Match(c, p, false)
	if e, ok := err.(*value.Exception); ok {
		e.ID = id
		return nil, c.Fail(e)
	}
	var full []string
	for _, f := range found {
		if !strings.EqualFold(path.Ext(f.Item), ".ps1xml") {
			err := c.Fail(value.Throw(value.PSInvalidOperation, "WrongExtension",
				"Cannot read the file \""+f.Item+"\"  because it does not have the file name extension \"ps1xml\".").With(value.InvalidArgument, value.NullValue))
			if err != nil {
				return nil, err
			}
			continue
		}
		full = append(full, f.Item)
	}
	return full, err
}

func addViews(c *runtime.Call, full string, add func(...*format.View)) error {
	ok, err := c.ShouldProcess("FileName: "+full, "Update-FormatData")
	if err != nil || !ok {
		return err
	}
	b, err := content.ReadFile(c.Host().Files, full)
	if err != nil {
		return content.OpenFailure(c, full, err)
	}
	views, err := format.ReadViews(b, c.TextBlock)
	if err != nil {
		return c.Fail(value.Throw(value.RuntimeException, "FormatXmlUpdateException",
			"There were errors in loading the format data file: \n"+full+": The file was skipped because of the following validation exception: "+err.Error()).With(value.InvalidOperation, value.NullValue))
	}
	add(views...)
	return nil
}
