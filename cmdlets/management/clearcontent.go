package management

import (
	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

var clearContent = alias(changing(cmdlet("Clear-Content", "Empties files.", placeParameters(true, false), runtime.Run(func(c *runtime.Call) error {
	return eachPlace(c, false, func(p drive.Path) error { return clearPlace(c, p) })
}))), "clc")

func clearPlace(c *runtime.Call, p drive.Path) error {
	ok, err := c.ShouldProcess("Item: "+p.String(), "Clear Content")
	if err != nil || !ok {
		return err
	}
	if !p.IsFile() {
		return drive.Store(c, p, value.NullValue)
	}
	if i, ok := drive.Stat(c, p); ok && i.Dir {
		return c.Fail(clearFolder(p))
	}
	w, err := content.Create(c, p.Item, dotnet.EncodingUTF8, false, c.Switch(placeForce))
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		e := content.Failure(c, p.Item, err)
		if e.ID == "" {
			e.ID, e.Category, e.Target = "ClearContentIOError", value.WriteError, value.OfString(p.Item)
			if e.Type == value.UnauthorizedAccessException {
				e.ID, e.Category = "ClearContentUnauthorizedAccessError", value.PermissionDenied
			}
		}
		return c.Fail(e)
	}
	return nil
}

func clearFolder(p drive.Path) *value.Exception {
	return value.Throw(value.NotSupportedException, "ClearDirectoryContent",
		"Unable to clear content of '"+p.Item+"' because it is a directory. Clear-Content is only supported on files.").With(value.InvalidOperation, value.OfString(p.Item))
}
