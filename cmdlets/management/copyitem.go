package management

import (
	"io"
	"time"

	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	copyDestination = placeOwn + iota
	copyContainer
	copyRecurse
	copyPassThru
)

var copyItem = onWindows(alias(changing(cmdlet("Copy-Item", "Copies items.", placeParameters(true, true,
	bind.Parameter{Name: "Destination", Type: value.TypeString, AllowNull: true, AllowEmptyString: true, Sets: []bind.Membership{{Position: 1, FromPipelineByName: true}}},
	bind.Parameter{Name: "Container", Type: value.TypeSwitchParameter, Default: value.OfSwitch(true), Sets: []bind.Membership{{Position: bind.NoPosition}}},
	switched("Recurse"),
	switched("PassThru"),
), func() runtime.Command { return &copying{} })), "copy", "cpi"), "cp")

// copying copies places to a destination; -Filter is for the files in copied folders too.
type copying struct {
	runtime.NoBegin
	runtime.NoEnd
	files []*text.Wildcard
}

// Process copies the places of one object.
func (k *copying) Process(c *runtime.Call) error {
	f, err := newNameFilter(c)
	if err != nil {
		return err
	}
	k.files, f.filter = f.filter, nil
	to, err := destination(c, copyDestination)
	if err != nil {
		return c.Fail(placeError(err, c.String(copyDestination), true))
	}
	return f.eachPlace(c, false, func(p drive.Path) error {
		if !p.IsFile() || !to.IsFile() {
			return copyOther(c, p, to)
		}
		i, ok := drive.Stat(c, p)
		if !ok {
			return c.Fail(drive.NotFound(p))
		}
		return k.copy(c, i, to)
	})
}

// destination is the place that -Destination names, the current folder without one.
func destination(c *runtime.Call, parameter int) (drive.Path, error) {
	s := c.String(parameter)
	if s == "" {
		s = "."
	}
	return drive.Parse(c, text.UnescapeWildcard(s))
}

func (k *copying) copy(c *runtime.Call, i host.Info, to drive.Path) error {
	there, exists := drive.Stat(c, to)
	if i.Dir && exists && !there.Dir {
		return c.Fail(value.Throw(value.PSArgumentException, "CopyContainerItemToLeafError", "Container cannot be copied onto existing leaf item.").With(value.InvalidArgument, value.OfString(i.Path)))
	}
	if exists && there.Dir {
		to.Item = host.Join(c.Host().Platform, to.Item, i.Name)
	}
	if i.Dir {
		return k.copyFolder(c, i, to)
	}
	return k.copyFile(c, i, to)
}

// copyFolder copies a folder, with its content if -Recurse asks for it.
func (k *copying) copyFolder(c *runtime.Call, i host.Info, to drive.Path) error {
	ok, err := c.ShouldProcess("Item: "+i.Path+" Destination: "+to.Item, "Copy Directory")
	if err != nil || !ok {
		return err
	}
	if _, exists := drive.Stat(c, to); exists {
		if !c.Switch(placeForce) {
			return c.Fail(itemExists(to.Item))
		}
	} else if err := c.Host().Files.Mkdir(to.Item); err != nil {
		return c.Fail(writeItemFailure(c, to.Item, "CopyDirectoryInfoItemIOError", err))
	}
	if c.Switch(copyPassThru) {
		if err := writeItem(c, to); err != nil {
			return err
		}
	}
	if !c.Switch(copyRecurse) {
		return nil
	}
	list, err := c.Host().Files.List(i.Path)
	if err != nil {
		return c.Fail(writeItemFailure(c, i.Path, "CopyDirectoryInfoItemIOError", err))
	}
	for _, in := range list {
		inner := drive.Path{Drive: to.Drive, Item: host.Join(c.Host().Platform, to.Item, in.Name)}
		if in.Dir {
			if in.Path == to.Item {
				continue // the copy inside its own source
			}
			err = k.copyFolder(c, in, inner)
		} else {
			err = k.copyFile(c, in, inner)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *copying) copyFile(c *runtime.Call, i host.Info, to drive.Path) error {
	if k.files != nil && !anyMatches(k.files, i.Name) {
		return nil
	}
	ok, err := c.ShouldProcess("Item: "+i.Path+" Destination: "+to.Item, "Copy File")
	if err != nil || !ok {
		return err
	}
	there, exists := drive.Stat(c, to)
	switch {
	case exists && samePath(c, there.Path, i.Path):
		return c.Fail(value.Throw(value.IOException, "CopyError", "Cannot overwrite the item "+i.Path+" with itself.").With(value.WriteError, value.OfString(i.Path)))
	case exists && there.Attributes&host.ReadOnly != 0 && c.Switch(placeForce):
		err = c.Host().Files.SetAttributes(to.Item, there.Attributes&^host.ReadOnly)
	}
	if err == nil {
		err = copyBytes(c.Host().Files, i, to.Item)
	}
	if err != nil {
		return c.Fail(k.failure(c, i, to.Item, err))
	}
	if c.Switch(copyPassThru) {
		return writeItem(c, to)
	}
	return nil
}

func (k *copying) failure(c *runtime.Call, i host.Info, to string, err error) *value.Exception {
	e := content.Failure(c, to, err)
	if e.ID == "" {
		e.ID, e.Category, e.Target = "CopyFileInfoItemIOError", value.WriteError, dotnet.OfInfo(i)
		if e.Type == value.UnauthorizedAccessException {
			e.ID, e.Category = "CopyFileInfoItemUnauthorizedAccessError", value.PermissionDenied
		}
	}
	return e
}

// copyBytes copies content, attributes and the time of writing.
func copyBytes(files host.Files, i host.Info, to string) error {
	r, err := files.Open(i.Path)
	if err != nil {
		return err
	}
	defer r.Close() // nothing was written
	w, err := files.Create(to, false)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	if e := w.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = files.SetTimes(to, time.Time{}, time.Time{}, i.Written)
	}
	if err == nil && i.Attributes&host.ReadOnly != 0 {
		err = files.SetAttributes(to, i.Attributes)
	}
	return err
}

func samePath(c *runtime.Call, a, b string) bool {
	if c.Host().Platform == host.Windows {
		return value.EqualFold(a, b)
	}
	return a == b
}

// copyOther copies the value of an item of another drive.
func copyOther(c *runtime.Call, from, to drive.Path) error {
	if from.Drive.Provider != to.Drive.Provider {
		return c.Fail(value.Throw(value.PSArgumentException, "Argument", "Source and destination path did not resolve to the same provider.").With(value.InvalidArgument, value.NullValue))
	}
	i, ok := drive.Find(c, from)
	if !ok {
		return c.Fail(drive.NotFound(from))
	}
	ok, err := c.ShouldProcess("Item: "+from.Item+" Destination: "+to.Item, "Copy Item")
	if err != nil || !ok {
		return err
	}
	return drive.Store(c, to, i.Value)
}
