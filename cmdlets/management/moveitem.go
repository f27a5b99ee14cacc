package management

import (
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

const (
	moveDestination = placeOwn + iota
	movePassThru
)

var moveItem = onWindows(alias(changing(cmdlet("Move-Item", "Moves items.", placeParameters(true, true,
	bind.Parameter{Name: "Destination", Type: value.TypeString, AllowNull: true, AllowEmptyString: true, Sets: []bind.Membership{{Position: 1, FromPipelineByName: true}}},
	switched("PassThru"),
), runtime.Run(moveItems))), "move", "mi"), "mv")

func moveItems(c *runtime.Call) error {
	to, err := destination(c, moveDestination)
	if err != nil {
		return c.Fail(placeError(err, c.String(moveDestination), true))
	}
	return eachPlace(c, false, func(p drive.Path) error {
		if !p.IsFile() || !to.IsFile() {
			return c.Fail(drive.NotSupported())
		}
		i, ok := drive.Stat(c, p)
		if !ok {
			return c.Fail(drive.NotFound(p))
		}
		return moveOne(c, i, to)
	})
}

func moveOne(c *runtime.Call, i host.Info, to drive.Path) error {
	platform := c.Host().Platform
	there, exists := drive.Stat(c, to)
	if exists && there.Dir && !samePath(c, there.Path, i.Path) {
		to.Item = host.Join(platform, to.Item, i.Name)
		there, exists = drive.Stat(c, to)
	}
	action := "Move File"
	if i.Dir {
		action = "Move Directory"
	}
	ok, err := c.ShouldProcess("Item: "+i.Path+" Destination: "+to.Item, action)
	if err != nil || !ok {
		return err
	}
	if i.Dir {
		if sep := platform.Separator(); samePath(c, to.Item, i.Path) || len(to.Item) > len(i.Path) && samePath(c, to.Item[:len(i.Path)+1], i.Path+sep) {
			return c.Fail(value.Throw(value.PSArgumentException, "MoveItemArgumentError",
				"Destination path cannot be a subdirectory of the source or the source itself: "+to.Item+".").With(value.InvalidArgument, value.OfString(to.Item)))
		}
		if exists {
			return c.Fail(cannotCreate(to.Item, "MoveDirectoryItemIOError", dotnet.OfInfo(i)))
		}
	} else if exists && !samePath(c, there.Path, i.Path) {
		if !c.Switch(placeForce) || there.Dir {
			return c.Fail(fileExists(to.Item, "MoveFileInfoItemIOError", dotnet.OfInfo(i)))
		}
		if err := c.Host().Files.Remove(to.Item, false); err != nil {
			return c.Fail(writeItemFailure(c, to.Item, "MoveFileInfoItemIOError", err))
		}
	}
	if err := c.Host().Files.Rename(i.Path, to.Item); err != nil {
		e := writeItemFailure(c, to.Item, strings.Replace(strings.ReplaceAll(action, " ", ""), "File", "FileInfo", 1)+"ItemIOError", err)
		e.Target = dotnet.OfInfo(i)
		return c.Fail(e)
	}
	if c.Switch(movePassThru) {
		return writeItem(c, to)
	}
	return nil
}

func cannotCreate(full, id string, target value.Value) *value.Exception {
	return value.Throw(value.IOException, id, "Cannot create '"+full+"' because a file or directory with the same name already exists.").With(value.WriteError, target)
}
