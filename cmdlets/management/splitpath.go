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
	splitPathPath = iota
	splitLiteral
	splitQualifier
	splitNoQualifier
	splitParent
	splitLeaf
	splitLeafBase
	splitExtension
	splitResolve
	splitIsAbsolute
)

var splitPath = splitDeclaration()

func splitDeclaration() *runtime.Cmdlet {
	one := func(name, set string, mandatory bool, aliases ...string) bind.Parameter {
		return bind.Parameter{Name: name, Aliases: aliases, Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: set, Mandatory: mandatory, Position: bind.NoPosition, FromPipelineByName: true}}}
	}
	path := bind.Membership{Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}
	var sets []bind.Membership
	for _, s := range []string{"ParentSet", "LeafSet", "LeafBaseSet", "ExtensionSet", "QualifierSet", "NoQualifierSet", "IsAbsoluteSet"} {
		path.Set = s
		sets = append(sets, path)
	}
	c := cmdlet("Split-Path", "Gives a part of a path.", []bind.Parameter{
		splitPathPath: {Name: "Path", Type: value.TypeStringArray, Sets: sets},
		splitLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray,
			Sets: []bind.Membership{{Set: "LiteralPathSet", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
		splitQualifier:   one("Qualifier", "QualifierSet", true),
		splitNoQualifier: one("NoQualifier", "NoQualifierSet", true),
		splitParent:      one("Parent", "ParentSet", false),
		splitLeaf:        one("Leaf", "LeafSet", true),
		splitLeafBase:    one("LeafBase", "LeafBaseSet", true),
		splitExtension:   one("Extension", "ExtensionSet", true),
		splitResolve:     switched("Resolve"),
		splitIsAbsolute:  one("IsAbsolute", "IsAbsoluteSet", true),
	}, runtime.Run(splitPaths))
	c.DefaultSet = "ParentSet"
	return c
}

func splitPaths(c *runtime.Call) error {
	paths := c.Strings(splitPathPath)
	if c.Bound(splitLiteral) {
		paths = c.Strings(splitLiteral)
	}
	for _, path := range paths {
		all := []string{path}
		if c.Switch(splitResolve) {
			found, _, err := drive.Match(c, path, c.Bound(splitLiteral))
			if err != nil {
				if err := failed(c, err); err != nil {
					return err
				}
				continue
			}
			all = nil
			for _, p := range found {
				all = append(all, p.String())
			}
		}
		for _, p := range all {
			v, err := splitOne(c, p)
			if err == nil {
				err = c.Write(v)
			} else {
				err = failed(c, err)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func splitOne(c *runtime.Call, path string) (value.Value, error) {
	sep := c.Host().Platform.Separator()
	switch {
	case c.Switch(splitQualifier):
		if i := strings.Index(path, "::"); i > 0 {
			return value.OfString(path[:i+2]), nil
		}
		if name, _, ok := runtime.PathQualifier(path); ok {
			return value.OfString(name + ":"), nil
		}
		return value.NullValue, value.Throw(value.FormatException, "ParsePathFormatError",
			"Cannot parse path because path '"+path+"' does not have a qualifier specified.").With(value.InvalidArgument, value.OfString(path))
	case c.Switch(splitNoQualifier):
		if i := strings.Index(path, "::"); i > 0 {
			return value.OfString(path[i+2:]), nil
		}
		_, rest, _ := runtime.PathQualifier(path)
		return value.OfString(rest), nil
	case c.Switch(splitIsAbsolute):
		return value.OfBool(isAbsolute(c, path)), nil
	case c.Switch(splitLeaf):
		return value.OfString(leaf(c, path, sep)), nil
	case c.Switch(splitLeafBase):
		base, _ := cutExtension(leaf(c, path, sep))
		return value.OfString(base), nil
	case c.Switch(splitExtension):
		_, extension := cutExtension(leaf(c, path, sep))
		return value.OfString(extension), nil
	}
	return parentPath(c, path, sep)
}

func isAbsolute(c *runtime.Call, path string) bool {
	if _, _, ok := runtime.PathQualifier(path); ok || strings.Contains(path, "::") {
		return true
	}
	return c.Host().Platform == host.Linux && strings.HasPrefix(strings.ReplaceAll(path, `\`, "/"), "/") || strings.HasPrefix(path, `\\`)
}

// leaf is the last part of a path; of `.` it is the name of the current folder.
func leaf(c *runtime.Call, path, sep string) string {
	if i := strings.Index(path, "::"); i > 0 {
		path = path[i+2:]
	} else if _, rest, ok := runtime.PathQualifier(path); ok {
		path = rest
	}
	path = strings.TrimRight(separated(path, sep), sep)
	name := path[strings.LastIndex(path, sep)+1:]
	switch name {
	case ".":
		return host.Base(c.Host().Platform, c.Engine().Location())
	case "..":
		return ""
	}
	return name
}

// cutExtension splits a name at its last dot.
func cutExtension(name string) (base, extension string) {
	i := strings.LastIndexByte(name, '.')
	if i < 0 || i == len(name)-1 {
		return strings.TrimSuffix(name, "."), ""
	}
	return name[:i], name[i:]
}

// parentPath is the path without its last part.
func parentPath(c *runtime.Call, path, sep string) (value.Value, error) {
	prefix := ""
	if i := strings.Index(path, "::"); i > 0 {
		prefix, path = path[:i+2], path[i+2:]
	} else if name, rest, ok := runtime.PathQualifier(path); ok {
		prefix, path = name+":", rest
	}
	path = separated(path, sep)
	if path == ".." {
		return value.NullValue, value.Throw(value.PSArgumentException, "Argument",
			`Cannot process argument because the value of argument "path" is not valid. Change the value of the "path" argument and run the operation again.`).With(value.InvalidArgument, value.NullValue)
	}
	unc := strings.HasPrefix(path, `\\`)
	path = strings.TrimRight(path, sep)
	i := strings.LastIndex(path, sep)
	switch {
	case i < 0:
		return value.OfString(""), nil
	case unc && strings.Count(path, sep) <= 3:
		return value.OfString(""), nil
	case prefix == "" && i == 0:
		if c.Host().Platform == host.Linux && path != "" && strings.Count(path, sep) == 1 {
			return value.OfString(""), nil
		}
		return value.OfString(sep), nil
	case i == 0:
		return value.OfString(prefix + sep), nil
	}
	return value.OfString(prefix + path[:i]), nil
}
