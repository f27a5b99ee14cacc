package management

import (
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	renamePath = iota
	renameLiteral
	renameName
	renameForce
	renamePassThru
)

var renameItem = alias(changing(renameDeclaration()), "ren", "rni")

func renameDeclaration() *runtime.Cmdlet {
	c := cmdlet("Rename-Item", "Renames an item.", []bind.Parameter{
		renamePath: {Name: "Path", Type: value.TypeString, Sets: []bind.Membership{{Set: "ByPath", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		renameLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString,
			Sets: []bind.Membership{{Set: "ByLiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
		renameName:     {Name: "NewName", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 1, FromPipelineByName: true}}},
		renameForce:    switched("Force"),
		renamePassThru: switched("PassThru"),
	}, runtime.Run(renameOne))
	c.DefaultSet = "ByPath"
	return c
}

func renameOne(c *runtime.Call) error {
	path, literal := c.String(renamePath), false
	if c.Bound(renameLiteral) {
		path, literal = c.String(renameLiteral), true
	}
	if !literal {
		if text.ContainsWildcard(path) {
			if p, err := drive.Parse(c, path); err != nil || !drive.Exists(c, p) {
				return c.Fail(value.Throw(value.PSInvalidOperation, "InvalidOperation", "Cannot rename because item at '"+path+"' does not exist.").With(value.InvalidOperation, value.OfString(path)))
			}
		}
		path = text.UnescapeWildcard(path)
	}
	p, err := drive.Parse(c, path)
	if err == nil && !drive.Exists(c, p) {
		err = drive.NotFound(p)
	}
	if err != nil {
		return c.Fail(placeError(err, path, literal))
	}
	return renamePlace(c, p, c.String(renameName))
}

func renamePlace(c *runtime.Call, p drive.Path, name string) error {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "./"), `.\`)
	if p.IsFile() {
		// A new name may repeat the folder that the item is in.
		if full, err := drive.Parse(c, name); err == nil && full.IsFile() && host.Folder(c.Host().Platform, full.Item) == host.Folder(c.Host().Platform, p.Item) {
			name = nameOf(c, full)
		}
	}
	if strings.ContainsAny(name, `/\`) || strings.Contains(name, ":") && c.Host().Platform == host.Windows {
		return c.Fail(value.Throw(value.PSArgumentException, "Argument", "Cannot rename the specified target, because it represents a path or device name.").With(value.InvalidArgument, value.NullValue))
	}
	if !p.IsFile() {
		return renameOther(c, p, name)
	}
	i, ok := drive.Stat(c, p)
	if !ok {
		return c.Fail(drive.NotFound(p))
	}
	to := drive.Path{Drive: p.Drive, Item: host.Join(c.Host().Platform, host.Folder(c.Host().Platform, p.Item), name)}
	action := "Rename File"
	if i.Dir {
		action = "Rename Directory"
	}
	ok, err := c.ShouldProcess("Item: "+p.Item+" Destination: "+to.Item, action)
	if err != nil || !ok {
		return err
	}
	if there, exists := drive.Stat(c, to); exists && !samePath(c, there.Path, i.Path) {
		if i.Dir {
			return c.Fail(cannotCreate(to.Item, "RenameItemIOError", value.OfString(p.Item)))
		}
		return c.Fail(fileExists(to.Item, "RenameItemIOError", value.OfString(p.Item)))
	}
	if to.Item != p.Item {
		if err := c.Host().Files.Rename(p.Item, to.Item); err != nil {
			return c.Fail(writeItemFailure(c, p.Item, "RenameItemIOError", err))
		}
	}
	if c.Switch(renamePassThru) {
		return writeItem(c, to)
	}
	return nil
}

func renameOther(c *runtime.Call, p drive.Path, name string) error {
	i, ok := drive.Find(c, p)
	if !ok {
		return c.Fail(drive.NotFound(p))
	}
	ok, err := c.ShouldProcess("Item: "+p.Item+" NewName: "+name, "Rename Item")
	if err != nil || !ok {
		return err
	}
	to := drive.Path{Drive: p.Drive, Item: name}
	if err := drive.Store(c, to, i.Value); err != nil {
		return err
	}
	if err := drive.Remove(c, p, true); err != nil {
		return err
	}
	if c.Switch(renamePassThru) {
		return writeItem(c, to)
	}
	return nil
}
