package management

import (
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	joinPathPath = iota
	joinChild
	joinAdditional
	joinResolve
	joinExtension
)

var joinPath = cmdlet("Join-Path", "Joins the parts of a path.", []bind.Parameter{
	joinPathPath: {Name: "Path", Aliases: []string{"PSPath"}, Type: value.TypeStringArray, Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
	joinChild: {Name: "ChildPath", Type: value.TypeStringArray, AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true,
		Sets: []bind.Membership{{Mandatory: true, Position: 1, FromPipelineByName: true}}},
	joinAdditional: {Name: "AdditionalChildPath", Type: value.TypeStringArray, AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true,
		Sets: []bind.Membership{{Position: 2, FromPipelineByName: true, FromRemaining: true}}},
	joinResolve:   switched("Resolve"),
	joinExtension: {Name: "Extension", Type: value.TypeString, AllowEmptyString: true, Sets: byName},
}, runtime.Run(joinPaths))

func joinPaths(c *runtime.Call) error {
	children := append(c.Strings(joinChild), c.Strings(joinAdditional)...)
	if len(children) == 0 {
		children = []string{""}
	}
	sep := c.Host().Platform.Separator()
	for _, path := range c.Strings(joinPathPath) {
		if name, _, ok := runtime.PathQualifier(path); ok && !strings.Contains(path, "::") && c.FindDrive(name) == nil {
			if err := c.Fail(runtime.NoDrive(name)); err != nil {
				return err
			}
			continue
		}
		joined := separated(path, sep)
		for _, child := range children {
			joined = strings.TrimRight(joined, sep) + sep + strings.TrimLeft(separated(child, sep), sep)
		}
		if c.Bound(joinExtension) {
			joined = withExtension(joined, c.String(joinExtension))
		}
		if err := writeJoined(c, joined); err != nil {
			return err
		}
	}
	return nil
}

// separated is a path with the separators of the platform.
func separated(path, sep string) string {
	if i := strings.Index(path, "::"); i > 0 {
		return path[:i+2] + separated(path[i+2:], sep)
	}
	if sep == "/" {
		return strings.ReplaceAll(path, `\`, "/")
	}
	return strings.ReplaceAll(path, "/", `\`)
}

// withExtension replaces the extension of a path; "" takes it away.
func withExtension(path, extension string) string {
	if i := strings.LastIndexByte(path, '.'); i > strings.LastIndexAny(path, `/\`) {
		path = path[:i]
	}
	if extension != "" && extension[0] != '.' {
		extension = "." + extension
	}
	return path + extension
}

func writeJoined(c *runtime.Call, joined string) error {
	if !c.Switch(joinResolve) {
		return c.Write(value.OfString(joined))
	}
	found, _, err := drive.Match(c, joined, false)
	if err != nil {
		return failed(c, err)
	}
	for _, p := range found {
		if err := c.Write(value.OfString(p.String())); err != nil {
			return err
		}
	}
	return nil
}
