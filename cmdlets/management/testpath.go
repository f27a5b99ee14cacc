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
	testPathType = placeOwn + iota
	testIsValid
	testOlder
	testNewer
)

var typePathType = value.NewEnum("Microsoft.PowerShell.Commands.TestPathType", []string{"Any", "Container", "Leaf"}, []int64{0, 1, 2})

var testPath = cmdlet("Test-Path", "Tells whether a path exists.", testPathParameters(), runtime.Run(testPaths))

func testPathParameters() []bind.Parameter {
	p := placeParameters(true, true,
		bind.Parameter{Name: "PathType", Aliases: []string{"Type"}, Type: typePathType, Sets: []bind.Membership{{Position: bind.NoPosition}}},
		switched("IsValid"),
		named("OlderThan", value.TypeDateTime),
		named("NewerThan", value.TypeDateTime),
	)
	for _, i := range []int{placePath, placeLiteral} {
		p[i].AllowNull, p[i].AllowEmptyString, p[i].AllowEmptyCollection = true, true, true
	}
	return p[:len(p):len(p)]
}

func testPaths(c *runtime.Call) error {
	paths, literal := placesOf(c)
	if len(paths) == 0 {
		return c.Fail(value.Throw(value.ArgumentNullException, "NullPathNotPermitted",
			"Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')").With(value.InvalidArgument, value.NullValue))
	}
	f, err := newNameFilter(c)
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := c.Write(value.OfBool(testOne(c, &f, path, literal))); err != nil {
			return err
		}
	}
	return nil
}

func testOne(c *runtime.Call, f *nameFilter, path string, literal bool) bool {
	if strings.TrimSpace(path) == "" {
		return false
	}
	if c.Switch(testIsValid) {
		_, err := drive.Parse(c, path)
		return err == nil && !strings.Contains(path, "\x00")
	}
	found, _, err := drive.Match(c, path, literal)
	if err != nil {
		return false
	}
	for _, p := range found {
		if f.lets(nameOf(c, p)) && testKind(c, p) {
			return true
		}
	}
	return false
}

// testKind tells whether a place that exists is of the kind and the age asked for.
func testKind(c *runtime.Call, p drive.Path) bool {
	i, ok := drive.Stat(c, p)
	container := i.Dir
	if !ok {
		container = p.Item == ""
	}
	switch c.Value(testPathType).Int() {
	case 1:
		ok = container
	case 2:
		ok = !container
	default:
		ok = true
	}
	return ok && testAge(c, i)
}

func testAge(c *runtime.Call, i host.Info) bool {
	written := value.OfTime(i.Written, 2).Ticks()
	if c.Bound(testOlder) && written >= c.Value(testOlder).Ticks() {
		return false
	}
	return !c.Bound(testNewer) || written > c.Value(testNewer).Ticks()
}
