package management

import (
	"io"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

const (
	newPath = iota
	newName
	newType
	newValue
	newForce
)

var newItem = alias(changing(newItemDeclaration()), "ni")

func newItemDeclaration() *runtime.Cmdlet {
	c := cmdlet("New-Item", "Makes files, folders and other items.", []bind.Parameter{
		newPath: {Name: "Path", Type: value.TypeStringArray, Sets: []bind.Membership{
			{Set: "pathSet", Mandatory: true, Position: 0, FromPipelineByName: true}, {Set: "nameSet", Position: 0, FromPipelineByName: true}}},
		newName:  {Name: "Name", Type: value.TypeString, AllowNull: true, AllowEmptyString: true, Sets: []bind.Membership{{Set: "nameSet", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
		newType:  {Name: "ItemType", Aliases: []string{"Type"}, Type: value.TypeString, Sets: byName},
		newValue: {Name: "Value", Aliases: []string{"Target"}, Sets: []bind.Membership{{Position: bind.NoPosition, FromPipeline: true, FromPipelineByName: true}}},
		newForce: switched("Force"),
	}, runtime.Run(newItems))
	c.DefaultSet = "pathSet"
	return c
}

// mkdir makes a folder and those above it: a function of PowerShell on Windows, a program of the system elsewhere.
var mkdir = alias(mkdirDeclaration(), "md")

func mkdirDeclaration() *runtime.Cmdlet {
	c := newItemDeclaration()
	c.Command, c.Function, c.Synopsis = "mkdir", true, "Makes folders."
	c.Params = append([]bind.Parameter(nil), c.Params...)
	c.Params[newType].Default = value.OfString("Directory")
	return changing(c)
}

func newItems(c *runtime.Call) error {
	paths := c.Strings(newPath)
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		if name := c.String(newName); name != "" {
			if path == "." || path == "" {
				path = name
			} else {
				path = strings.TrimRight(path, `/\`) + c.Host().Platform.Separator() + name
			}
		}
		p, err := drive.Parse(c, path)
		if err != nil {
			if err := c.Fail(placeError(err, path, true)); err != nil {
				return err
			}
			continue
		}
		if err := newPlace(c, p); err != nil {
			return err
		}
	}
	return nil
}

func newPlace(c *runtime.Call, p drive.Path) error {
	if !p.IsFile() {
		return newOther(c, p)
	}
	switch kind := strings.ToLower(c.String(newType)); {
	case kind == "", strings.HasPrefix("file", kind):
		return newFile(c, p)
	case strings.HasPrefix("directory", kind), strings.HasPrefix("container", kind):
		return newFolder(c, p)
	case strings.HasPrefix("symboliclink", kind), strings.HasPrefix("hardlink", kind), strings.HasPrefix("junction", kind):
		return c.Fail(value.Throw(value.PSNotSupportedException, "NotSimulated", "Links are not simulated: '"+p.Item+"' was not made.").With(value.NotImplemented, value.OfString(p.Item)))
	}
	return c.Fail(value.Throw(value.PSArgumentException, "Argument",
		`The type is not a known type for the file system. Only "file","directory" or "symboliclink" can be specified.`).With(value.InvalidArgument, value.NullValue))
}

func newFolder(c *runtime.Call, p drive.Path) error {
	ok, err := c.ShouldProcess("Destination: "+p.Item, "Create Directory")
	if err != nil || !ok {
		return err
	}
	if i, ok := drive.Stat(c, p); ok && !c.Switch(newForce) {
		return c.Fail(itemExists(p.Item))
	} else if ok && !i.Dir {
		return nil // neither made nor refused
	} else if !ok {
		if err := makeFolders(c, p.Item); err != nil {
			return c.Fail(writeItemFailure(c, p.Item, "CreateDirectoryIOError", err))
		}
	}
	return writeItem(c, p)
}

// makeFolders makes a folder and those above it.
func makeFolders(c *runtime.Call, full string) error {
	files, platform := c.Host().Files, c.Host().Platform
	if i, err := files.Stat(full); err == nil && i.Dir {
		return nil
	}
	if up := host.Folder(platform, full); up != "" && up != full {
		if err := makeFolders(c, up); err != nil {
			return err
		}
	}
	return files.Mkdir(full)
}

func newFile(c *runtime.Call, p drive.Path) error {
	ok, err := c.ShouldProcess("Destination: "+p.Item, "Create File")
	if err != nil || !ok {
		return err
	}
	i, found := drive.Stat(c, p)
	force := c.Switch(newForce)
	if found && !force {
		return c.Fail(fileExists(p.Item, "NewItemIOError", value.OfString(p.Item)))
	}
	if !found && force {
		if err := makeFolders(c, host.Folder(c.Host().Platform, p.Item)); err != nil {
			return c.Fail(writeItemFailure(c, p.Item, "NewItemIOError", err))
		}
	}
	if found && i.Attributes&host.ReadOnly != 0 {
		if err := c.Host().Files.SetAttributes(p.Item, i.Attributes&^host.ReadOnly); err != nil {
			return c.Fail(writeItemFailure(c, p.Item, "NewItemIOError", err))
		}
	}
	text := ""
	if v := c.Value(newValue); !v.IsNull() {
		if runtime.IsList(v.Base()) {
			text = value.TypeOf(v.Base()).String()
		} else if text, err = contentText(c, v); err != nil {
			return err
		}
	}
	if err := writeWhole(c, p.Item, text); err != nil {
		e := content.Failure(c, p.Item, err)
		if e.ID == "" {
			e.ID, e.Category, e.Target = "NewItemIOError", value.WriteError, value.OfString(p.Item)
			switch e.Type {
			case value.UnauthorizedAccessException:
				e.ID, e.Category = "NewItemUnauthorizedAccessError", value.PermissionDenied
			case value.FileNotFoundException:
				e.Type, e.Message = value.DirectoryNotFoundException, "Could not find a part of the path '"+p.Item+"'."
			}
		}
		return c.Fail(e)
	}
	return writeItem(c, p)
}

func writeWhole(c *runtime.Call, full, text string) error {
	w, err := c.Host().Files.Create(full, false)
	if err != nil {
		return err
	}
	if _, err = io.WriteString(w, text); err != nil {
		_ = w.Close() // the first error counts
		return err
	}
	return w.Close()
}

func fileExists(full, id string, target value.Value) *value.Exception {
	return value.Throw(value.IOException, id, "The file '"+full+"' already exists.").With(value.WriteError, target)
}

// writeItemFailure is an error of the file system as the item cmdlets report it.
func writeItemFailure(c *runtime.Call, full, id string, err error) *value.Exception {
	e := content.Failure(c, full, err)
	if e.ID == "" {
		e.ID, e.Category, e.Target = id, value.WriteError, value.OfString(full)
	}
	return e
}

func newOther(c *runtime.Call, p drive.Path) error {
	if drive.Exists(c, p) && !c.Switch(newForce) {
		return c.Fail(value.Throw(value.PSArgumentException, "Argument", "The item at path '"+p.Item+"' already exists.").With(value.InvalidArgument, value.NullValue))
	}
	ok, err := c.ShouldProcess("Name: "+p.Item+" Value: "+value.ToString(c.Value(newValue)), "New Item")
	if err != nil || !ok {
		return err
	}
	if err := drive.Store(c, p, c.Value(newValue)); err != nil {
		return err
	}
	if !drive.Exists(c, p) {
		return nil
	}
	return writeItem(c, p)
}
