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
	resolvePathPath = iota
	resolveLiteral
	resolveRelative
	resolveBase
	resolveForce
)

func pathPair() []bind.Parameter {
	return []bind.Parameter{
		resolvePathPath: {Name: "Path", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Path", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
		resolveLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray,
			Sets: []bind.Membership{{Set: "LiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
	}
}

var resolvePath = alias(cmdlet("Resolve-Path", "Gives the full paths that a path names.", append(pathPair(),
	switched("Relative"), named("RelativeBasePath", value.TypeString), switched("Force")), runtime.Run(func(c *runtime.Call) error {
	base := ""
	if c.Bound(resolveBase) {
		p, err := drive.Parse(c, c.String(resolveBase))
		if err == nil && !drive.Exists(c, p) {
			err = drive.NotFound(p)
		}
		if err != nil {
			return failed(c, err)
		}
		base = p.Item
	}
	return eachResolved(c, base, func(p drive.Path) error {
		if !c.Switch(resolveRelative) || !p.IsFile() {
			return c.Write(p.Place().PathInfo())
		}
		from := base
		if from == "" {
			from = c.Engine().Location()
		}
		return c.Write(value.OfString(relativeTo(c.Host().Platform, from, p.Item)))
	})
})), "rvpa")

var convertPath = alias(cmdlet("Convert-Path", "Gives the paths of the provider that a path names.", pathPair(), runtime.Run(func(c *runtime.Call) error {
	return eachResolved(c, "", func(p drive.Path) error { return c.Write(value.OfString(p.Item)) })
})), "cvpa")

func eachResolved(c *runtime.Call, base string, do func(p drive.Path) error) error {
	paths, literal := c.Strings(resolvePathPath), false
	if c.Bound(resolveLiteral) {
		paths, literal = c.Strings(resolveLiteral), true
	}
	for _, path := range paths {
		if base != "" && !isAbsolute(c, path) {
			path = host.Join(c.Host().Platform, base, path)
		}
		found, _, err := drive.Match(c, path, literal)
		if err != nil {
			if err := c.Fail(placeError(err, path, literal)); err != nil {
				return err
			}
			continue
		}
		for _, p := range found {
			if err := do(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// relativeTo is a full path seen from a folder: ./x below it, ../x beside it.
func relativeTo(p host.Platform, from, to string) string {
	sep := p.Separator()
	split := func(s string) []string {
		s = strings.Trim(s, sep)
		if s == "" {
			return nil
		}
		return strings.Split(s, sep)
	}
	a, b := split(from), split(to)
	n := 0
	for n < len(a) && n < len(b) && (a[n] == b[n] || p == host.Windows && value.EqualFold(a[n], b[n])) {
		n++
	}
	if p == host.Windows && n == 0 {
		return to
	}
	if n == len(a) {
		return "." + sep + strings.Join(b[n:], sep)
	}
	return strings.TrimSuffix(strings.Repeat(".."+sep, len(a)-n)+strings.Join(b[n:], sep), sep)
}
