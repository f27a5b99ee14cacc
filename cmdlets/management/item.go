package management

import (
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

const fileSystemPrefix = `Microsoft.PowerShell.Core\FileSystem::`

var itemShape = value.ShapeOf("PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider")

// fileItem is a file or folder as Get-Item gives it, with the notes that tell where it is.
func fileItem(c *runtime.Call, p drive.Path, i host.Info) value.Value {
	v := dotnet.OfInfo(i)
	f, _ := value.As[*dotnet.FileInfo](v)
	bag := f.Extend(v)
	parent := host.Folder(c.Host().Platform, i.Path)
	if parent != "" && parent != i.Path {
		parent = fileSystemPrefix + parent
	} else {
		parent = ""
	}
	bag.Set("PSPath", value.OfString(fileSystemPrefix+i.Path))
	bag.Set("PSParentPath", value.OfString(parent))
	bag.Set("PSChildName", value.OfString(i.Name))
	bag.Set("PSDrive", value.Of(p.Drive))
	bag.Set("PSProvider", value.Of(p.Drive.Provider))
	bag.Set("PSIsContainer", value.OfBool(i.Dir))
	return v
}

// nameItem is a name that Get-ChildItem -Name gives.
func nameItem(c *runtime.Call, d *runtime.Drive, full, name string) value.Value {
	p := c.Host().Platform
	return value.Of(value.WrapShaped(value.OfString(name), itemShape, []value.Value{
		value.OfString(fileSystemPrefix + full), value.OfString(fileSystemPrefix + host.Folder(p, full)), value.OfString(host.Base(p, full)),
		value.Of(d), value.Of(d.Provider)}))
}

// otherItem is an item of another drive.
func otherItem(p drive.Path, i drive.Item) value.Value {
	e, ok := value.As[value.Extensible](i.Object)
	if !ok {
		return i.Object
	}
	bag := e.Extend(i.Object)
	provider := p.Drive.Provider.ToText()
	bag.Set("PSPath", value.OfString(provider+"::"+i.Name))
	bag.Set("PSDrive", value.Of(p.Drive))
	bag.Set("PSProvider", value.Of(p.Drive.Provider))
	bag.Set("PSIsContainer", value.False)
	return i.Object
}

// writeItem emits what is at a place.
func writeItem(c *runtime.Call, p drive.Path) error {
	if p.IsFile() {
		i, ok := drive.Stat(c, p)
		if !ok {
			return c.Fail(drive.NotFound(p))
		}
		return c.Write(fileItem(c, p, i))
	}
	if p.Item == "" {
		for _, i := range drive.Items(c, p.Drive) {
			if err := c.Write(otherItem(p, i)); err != nil {
				return err
			}
		}
		return nil
	}
	i, ok := drive.Find(c, p)
	if !ok {
		return c.Fail(drive.NotFound(p))
	}
	return c.Write(otherItem(p, i))
}

// itemExists is the error of an item that is there already.
func itemExists(full string) *value.Exception {
	return value.Throw(value.IOException, "DirectoryExist", "An item with the specified name "+full+" already exists.").With(value.ResourceExists, value.OfString(full))
}
