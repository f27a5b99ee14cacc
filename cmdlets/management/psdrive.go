package management

import (
	"sort"
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	driveName = iota
	driveLiteral
	driveProvider
	driveScope
)

func driveParameters() []bind.Parameter {
	return []bind.Parameter{
		driveName:     {Name: "Name", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Name", Position: 0, FromPipelineByName: true}}},
		driveLiteral:  {Name: "LiteralName", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "LiteralName", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
		driveProvider: {Name: "PSProvider", Type: value.TypeStringArray, Sets: byName},
		driveScope:    {Name: "Scope", Type: value.TypeString, Sets: byName},
	}
}

var getPSDrive = alias(driveCmdlet("Get-PSDrive", "Lists the drives.", driveParameters(), listDrives), "gdr")

func driveCmdlet(name, synopsis string, params []bind.Parameter, run func(c *runtime.Call) error) *runtime.Cmdlet {
	c := cmdlet(name, synopsis, params, runtime.Run(run))
	c.DefaultSet = "Name"
	return c
}

func listDrives(c *runtime.Call) error {
	names, literal := c.Strings(driveName), false
	if c.Bound(driveLiteral) {
		names, literal = c.Strings(driveLiteral), true
	}
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		found := drivesNamed(c, name, literal)
		if len(found) == 0 && (literal || !text.ContainsWildcard(name)) {
			e := runtime.NoDrive(name)
			e.ID = "GetLocationNoMatchingDrive"
			if err := c.Fail(e); err != nil {
				return err
			}
		}
		for _, d := range found {
			if err := c.Write(value.Of(d)); err != nil {
				return err
			}
		}
	}
	return nil
}

// drivesNamed are the drives whose names match, of the providers that were asked for, by name.
func drivesNamed(c *runtime.Call, name string, literal bool) []*runtime.Drive {
	var out []*runtime.Drive
	if literal || !text.ContainsWildcard(name) {
		if d := c.FindDrive(strings.TrimSuffix(name, ":")); d != nil && ofProvider(c, d) {
			out = append(out, d)
		}
		return out
	}
	w, err := text.CompileWildcard(name, true)
	if err != nil {
		return nil
	}
	for _, d := range c.Drives() {
		if w.Match(d.Name) && ofProvider(c, d) {
			out = append(out, d)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return text.Compare(out[i].Name, out[j].Name, true) < 0 })
	return out
}

func ofProvider(c *runtime.Call, d *runtime.Drive) bool {
	names := c.Strings(driveProvider)
	for _, n := range names {
		if runtime.FindProvider(n) == d.Provider {
			return true
		}
	}
	return len(names) == 0
}

const (
	removeDriveForce = driveScope // -Force stands before -Scope here
)

var removePSDrive = alias(changing(driveCmdlet("Remove-PSDrive", "Removes drives.", removeDriveParameters(), removeDrives)), "rdr")

func removeDriveParameters() []bind.Parameter {
	p := driveParameters()
	p[driveName].Sets[0].Mandatory = true
	return append(append(p[:removeDriveForce:removeDriveForce], switched("Force")), p[driveScope])
}

func removeDrives(c *runtime.Call) error {
	names, literal := c.Strings(driveName), false
	if c.Bound(driveLiteral) {
		names, literal = c.Strings(driveLiteral), true
	}
	for _, name := range names {
		found := drivesNamed(c, name, literal)
		if len(found) == 0 && (literal || !text.ContainsWildcard(name)) {
			if err := c.Fail(runtime.NoDrive(name)); err != nil {
				return err
			}
		}
		for _, d := range found {
			if err := removeDrive(c, d); err != nil {
				return err
			}
		}
	}
	return nil
}

func removeDrive(c *runtime.Call, d *runtime.Drive) error {
	ok, err := c.ShouldProcess("Name: "+d.Name+" Provider: "+d.Provider.ToText()+" Root: "+d.Root, "Remove Drive")
	if err != nil || !ok {
		return err
	}
	if c.Place().Drive == d && !c.Switch(removeDriveForce) {
		return c.Fail(value.Throw(value.PSInvalidOperation, "InvalidOperation", "Cannot remove drive '"+d.Name+"' because it is in use.").With(value.InvalidOperation, value.NullValue))
	}
	c.RemoveDrive(d)
	return nil
}

const (
	newDriveName = iota
	newDriveProvider
	newDriveRoot
	newDriveDescription
	newDriveScope
	newDrivePersist
	newDriveCredential
)

var newPSDrive = alias(changing(driveCmdlet("New-PSDrive", "Makes a drive.", []bind.Parameter{
	newDriveName:        {Name: "Name", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipelineByName: true}}},
	newDriveProvider:    {Name: "PSProvider", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 1, FromPipelineByName: true}}},
	newDriveRoot:        {Name: "Root", Type: value.TypeString, AllowEmptyString: true, Sets: []bind.Membership{{Mandatory: true, Position: 2, FromPipelineByName: true}}},
	newDriveDescription: {Name: "Description", Type: value.TypeString, Sets: byName},
	newDriveScope:       {Name: "Scope", Type: value.TypeString, Sets: byName},
	newDrivePersist:     switched("Persist"),
	newDriveCredential:  {Name: "Credential", Sets: byName},
}, makeDrive)), "ndr", "mount")

func makeDrive(c *runtime.Call) error {
	name := c.String(newDriveName)
	p := runtime.FindProvider(c.String(newDriveProvider))
	if p == nil {
		return c.Fail(runtime.NoProvider(c, c.String(newDriveProvider)))
	}
	if strings.ContainsAny(name, `;~/\.:`) {
		return c.Fail(value.Throw(value.PSArgumentException, "Argument",
			`Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \ . :`).With(value.InvalidArgument, value.NullValue))
	}
	d := &runtime.Drive{Name: name, Root: c.String(newDriveRoot), Description: c.String(newDriveDescription), Provider: p}
	ok, err := c.ShouldProcess("Name: "+name+" Provider: "+p.ToText()+" Root: "+d.Root, "New drive")
	if err != nil || !ok {
		return err
	}
	if p == runtime.FileSystem {
		at, err := drive.Parse(c, d.Root)
		if err != nil {
			return failed(c, err)
		}
		if i, ok := drive.Stat(c, at); !ok || !i.Dir {
			return c.Fail(value.Throw(value.IOException, "DriveRootError", `The specified drive root "`+d.Root+`" either does not exist, or it is not a folder.`).With(value.ReadError, value.Of(d)))
		}
		d.Root = at.Item
	}
	if old := c.FindDrive(name); old != nil {
		return c.Fail(value.Throw(value.SessionStateException, "DriveAlreadyExists", "A drive with the name '"+name+"' already exists.").With(value.ResourceExists, value.OfString(name)))
	}
	c.AddDrive(d, value.EqualFold(c.String(newDriveScope), "Global"))
	return c.Write(value.Of(d))
}

const providerNames = 0

var getPSProvider = driveCmdlet("Get-PSProvider", "Lists the providers.", []bind.Parameter{
	providerNames: {Name: "PSProvider", Type: value.TypeStringArray, Sets: []bind.Membership{{Position: 0, FromPipelineByName: true}}},
}, func(c *runtime.Call) error {
	names := c.Strings(providerNames)
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		w, err := text.CompileWildcard(name, true)
		if err != nil {
			return value.Throw(value.RuntimeException, "RuntimeException", err.Error())
		}
		n := 0
		for _, p := range runtime.Providers() {
			if !w.Match(p.Name) && !w.Match(p.ToText()) {
				continue
			}
			n++
			if err := c.Write(value.Of(p)); err != nil {
				return err
			}
		}
		if n == 0 && !text.ContainsWildcard(name) {
			if err := c.Fail(runtime.NoProvider(c, name)); err != nil {
				return err
			}
		}
	}
	return nil
})
