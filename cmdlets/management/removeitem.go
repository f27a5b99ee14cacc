package management

import (
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

const removeRecurse = placeOwn

var removeItem = onWindows(alias(changing(cmdlet("Remove-Item", "Deletes items.", placeParameters(true, true, switched("Recurse")),
	func() runtime.Command { return &removing{} })), "ri", "del", "erase", "rd"), "rm", "rmdir")

// removing remembers answers that count for all folders.
type removing struct {
	runtime.NoBegin
	runtime.NoEnd
	yesToAll, noToAll bool
}

// Process deletes the places of one object.
func (r *removing) Process(c *runtime.Call) error {
	f, err := newNameFilter(c)
	if err != nil {
		return err
	}
	if c.Switch(removeRecurse) && f.include != nil {
		all := nameFilter{}
		return all.eachPlace(c, false, func(p drive.Path) error { return r.removeMatching(c, &f, p) })
	}
	return f.eachPlace(c, false, func(p drive.Path) error { return r.remove(c, p) })
}

// removeMatching deletes what the filter lets pass below a place, and the place itself if it passes.
func (r *removing) removeMatching(c *runtime.Call, f *nameFilter, p drive.Path) error {
	if i, ok := drive.Stat(c, p); ok && i.Dir {
		list, err := c.Host().Files.List(p.Item)
		if err != nil {
			return c.Fail(writeItemFailure(c, p.Item, "RemoveItemIOError", err))
		}
		for _, in := range list {
			if err := r.removeMatching(c, f, drive.Path{Drive: p.Drive, Item: in.Path}); err != nil {
				return err
			}
		}
	}
	if !f.lets(nameOf(c, p)) {
		return nil
	}
	return r.remove(c, p)
}

func (r *removing) remove(c *runtime.Call, p drive.Path) error {
	if !p.IsFile() {
		return r.removeOther(c, p)
	}
	i, ok := drive.Stat(c, p)
	if !ok {
		return c.Fail(drive.NotFound(p))
	}
	if i.Dir && holdsLocation(c, p.Item) {
		return c.Fail(value.Throw(value.PSInvalidOperation, "InvalidOperation", "Cannot remove the item at '"+p.Item+"' because it is in use.").With(value.InvalidOperation, value.NullValue))
	}
	if i.Dir && !c.Switch(removeRecurse) && !c.WhatIf() {
		list, err := c.Host().Files.List(p.Item)
		if err == nil && len(list) > 0 {
			ok, err := c.ShouldContinueAll("The item at "+p.Item+" has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?",
				"Confirm", &r.yesToAll, &r.noToAll)
			if err != nil || !ok {
				return err
			}
		}
	}
	action := "Remove File"
	if i.Dir {
		action = "Remove Directory"
	}
	ok, err := c.ShouldProcess(p.Item, action)
	if err != nil || !ok {
		return err
	}
	_, err = r.removeTree(c, i)
	return err
}

// removeTree deletes a file or a folder with its content. What is protected stays, and with it the folders above; gone tells whether all went.
func (r *removing) removeTree(c *runtime.Call, i host.Info) (gone bool, err error) {
	if i.Dir {
		list, err := c.Host().Files.List(i.Path)
		if err != nil {
			return false, c.Fail(writeItemFailure(c, i.Path, "RemoveItemIOError", err))
		}
		all := true
		for _, in := range list {
			gone, err := r.removeTree(c, in)
			if err != nil {
				return false, err
			}
			all = all && gone
		}
		if !all {
			return false, c.Fail(value.Throw(value.IOException, "DirectoryNotEmpty", "Directory "+i.Path+" cannot be removed because it is not empty.").With(value.WriteError, value.OfString(i.Path)))
		}
	}
	if i.Attributes&(host.ReadOnly|host.Hidden|host.System) != 0 && !c.Switch(placeForce) {
		return false, c.Fail(value.Throw(value.IOException, "RemoveFileSystemItemUnAuthorizedAccess",
			"You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.").With(value.PermissionDenied, dotnet.OfInfo(i)))
	}
	if err := c.Host().Files.Remove(i.Path, false); err != nil {
		return false, c.Fail(writeItemFailure(c, i.Path, "RemoveItemIOError", err))
	}
	return true, nil
}

// holdsLocation tells whether the current folder is a folder or below it.
func holdsLocation(c *runtime.Call, full string) bool {
	here, sep := c.Engine().Location(), c.Host().Platform.Separator()
	same := func(a, b string) bool {
		if c.Host().Platform == host.Windows {
			return value.EqualFold(a, b)
		}
		return a == b
	}
	root := strings.TrimRight(full, sep)
	return same(here, full) || len(here) > len(root) && same(here[:len(root)], root) && strings.HasPrefix(here[len(root):], sep)
}

func (r *removing) removeOther(c *runtime.Call, p drive.Path) error {
	ok, err := c.ShouldProcess("Item: "+p.Item, "Remove Item")
	if err != nil || !ok {
		return err
	}
	return drive.Remove(c, p, c.Switch(placeForce))
}
