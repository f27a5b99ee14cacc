package management

import (
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

const (
	goPath = iota
	goLiteral
	goPassThru
	goStack
)

func goParameters() []bind.Parameter {
	return []bind.Parameter{
		goPath: {Name: "Path", Type: value.TypeString, AllowNull: true, AllowEmptyString: true, Sets: []bind.Membership{{Set: "Path", Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		goLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString,
			Sets: []bind.Membership{{Set: "LiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
		goPassThru: switched("PassThru"),
		goStack:    {Name: "StackName", Type: value.TypeString, Sets: byName},
	}
}

var setLocation = alias(cmdlet("Set-Location", "Goes to a folder.", append(goParameters()[:goStack:goStack],
	bind.Parameter{Name: "StackName", Type: value.TypeString, Sets: []bind.Membership{{Set: "Stack", Position: bind.NoPosition, FromPipelineByName: true}}}),
	runtime.Run(changeLocation)), "cd", "chdir", "sl")

func changeLocation(c *runtime.Call) error {
	if c.Bound(goStack) {
		s := c.LocationStack(c.String(goStack), false)
		if s == nil {
			return c.Fail(noStack(c.String(goStack)))
		}
		return nil
	}
	switch path := c.String(goPath); {
	case path == "-" && !c.Back(), path == "+" && !c.Forward():
		way := map[string]string{"-": "backwards", "+": "forwards"}[path]
		return c.Fail(value.Throw(value.InvalidOperationException, "System.InvalidOperationException", "There is no location history left to navigate "+way+".").With(value.NotSpecified, value.NullValue))
	case path == "-", path == "+":
	default:
		p, err := folderAsked(c)
		if err != nil {
			return failed(c, err)
		}
		c.Go(p.Place())
	}
	return showPlace(c)
}

// failed reports an exception without ending the command; another error ends it.
func failed(c *runtime.Call, err error) error {
	if e, ok := err.(*value.Exception); ok {
		return c.Fail(e)
	}
	return err
}

// folderAsked is the one folder, or container of another drive, that the call names; the home folder without a path.
func folderAsked(c *runtime.Call) (drive.Path, error) {
	path, literal := c.String(goPath), false
	if c.Bound(goLiteral) {
		path, literal = c.String(goLiteral), true
	}
	if path == "" {
		path, literal = "~", true
	}
	if c.Host().Platform == host.Linux && strings.HasPrefix(path, "//") {
		return drive.Path{}, value.Throw(value.PSArgumentException, "Argument", "An object at the specified path // does not exist.").With(value.InvalidArgument, value.NullValue)
	}
	found, _, err := drive.Match(c, path, literal)
	if err != nil {
		return drive.Path{}, placeError(err, path, literal)
	}
	var folders []drive.Path
	for _, p := range found {
		if i, ok := drive.Stat(c, p); ok && i.Dir || !p.IsFile() && p.Item == "" {
			folders = append(folders, p)
		}
	}
	switch {
	case len(folders) == 1:
		return folders[0], nil
	case len(folders) == 0:
		return drive.Path{}, drive.NotFoundAs(path)
	}
	return drive.Path{}, value.Throw(value.PSArgumentException, "Argument",
		"Cannot set the location because path '"+path+"' resolved to multiple containers. You can only set the location to a single container at a time.").With(value.InvalidArgument, value.NullValue)
}

func showPlace(c *runtime.Call) error {
	if !c.Switch(goPassThru) {
		return nil
	}
	return c.Write(c.Place().PathInfo())
}

func noStack(name string) *value.Exception {
	return value.Throw(value.PSArgumentException, "Argument", "Cannot find location stack '"+name+"'. It does not exist or it is not a container.").With(value.InvalidArgument, value.NullValue)
}

var pushLocation = alias(cmdlet("Push-Location", "Goes to a folder and remembers the current one.", goParameters(), runtime.Run(func(c *runtime.Call) error {
	here := c.Place()
	if c.Bound(goPath) || c.Bound(goLiteral) {
		p, err := folderAsked(c)
		if err != nil {
			return failed(c, err)
		}
		c.SetPlace(p.Place())
	}
	stack := c.LocationStack(c.String(goStack), true)
	if len(*stack) >= maxStack {
		return value.Throw(value.InvalidOperationException, "LocationStackFull", "More than 10000 locations are on the stack.").With(value.LimitsExceeded, value.NullValue)
	}
	*stack = append(*stack, here)
	return showPlace(c)
})), "pushd")

// maxStack bounds a stack of locations.
const maxStack = 10000

const (
	popPassThru = iota
	popStack
)

var popLocation = alias(cmdlet("Pop-Location", "Goes back to a remembered folder.", []bind.Parameter{
	popPassThru: switched("PassThru"),
	popStack:    {Name: "StackName", Type: value.TypeString, Sets: byName},
}, runtime.Run(func(c *runtime.Call) error {
	stack := c.LocationStack(c.String(popStack), false)
	if stack == nil {
		return c.Fail(noStack(c.String(popStack)))
	}
	n := len(*stack)
	if n == 0 {
		return nil
	}
	c.SetPlace((*stack)[n-1])
	*stack = (*stack)[:n-1]
	if !c.Switch(popPassThru) {
		return nil
	}
	return c.Write(c.Place().PathInfo())
})), "popd")

const (
	hereProvider = iota
	hereDrive
	hereStack
	hereStackName
)

var getLocation = alias(locationDeclaration(), "gl", "pwd")

func locationDeclaration() *runtime.Cmdlet {
	c := cmdlet("Get-Location", "Gives the current folder.", []bind.Parameter{
		hereProvider:  {Name: "PSProvider", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Location", Position: bind.NoPosition, FromPipelineByName: true}}},
		hereDrive:     {Name: "PSDrive", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Location", Position: bind.NoPosition, FromPipelineByName: true}}},
		hereStack:     {Name: "Stack", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "Stack", Position: bind.NoPosition}}},
		hereStackName: {Name: "StackName", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Stack", Position: bind.NoPosition, FromPipelineByName: true}}},
	}, runtime.Run(locate))
	c.DefaultSet = "Location"
	return c
}

func locate(c *runtime.Call) error {
	if c.Switch(hereStack) || c.Bound(hereStackName) {
		return locateStacks(c)
	}
	if c.Bound(hereDrive) {
		for _, name := range c.Strings(hereDrive) {
			d := c.FindDrive(name)
			if d == nil {
				if err := c.Fail(runtime.NoDrive(name)); err != nil {
					return err
				}
				continue
			}
			if err := c.Write(standing(d).PathInfo()); err != nil {
				return err
			}
		}
		return nil
	}
	if c.Bound(hereProvider) {
		for _, name := range c.Strings(hereProvider) {
			p := runtime.FindProvider(name)
			if p == nil {
				if err := c.Fail(runtime.NoProvider(c, name)); err != nil {
					return err
				}
				continue
			}
			place := c.Place()
			if place.Drive.Provider != p {
				place = standing(c.ProviderDrive(p))
			}
			if err := c.Write(place.PathInfo()); err != nil {
				return err
			}
		}
		return nil
	}
	return c.Write(c.Place().PathInfo())
}

// standing is where a session stands in a drive: at its root if it never was there.
func standing(d *runtime.Drive) runtime.Place {
	path := d.Here
	if path == "" {
		path = d.Root
	}
	return runtime.Place{Drive: d, Path: path}
}

func locateStacks(c *runtime.Call) error {
	names := c.Strings(hereStackName)
	if len(names) == 0 {
		names = []string{""}
	}
	for _, name := range names {
		s := c.LocationStack(name, false)
		if s == nil {
			if err := c.Fail(noStack(name)); err != nil {
				return err
			}
			continue
		}
		if err := c.Write(runtime.StackInfo(name, *s)); err != nil {
			return err
		}
	}
	return nil
}
