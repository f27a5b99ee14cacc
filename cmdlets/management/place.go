package management

import (
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// The parameters that name places, with which most cmdlets of the module begin.
const (
	placePath = iota
	placeLiteral
	placeFilter
	placeInclude
	placeExclude
	placeForce
	placeOwn // the first parameter of the cmdlet itself
)

// placeParameters declares them; byValue lets -Path take strings of the pipeline.
func placeParameters(mandatory, byValue bool, own ...bind.Parameter) []bind.Parameter {
	return append([]bind.Parameter{
		placePath:    {Name: "Path", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Path", Mandatory: mandatory, Position: 0, FromPipeline: byValue, FromPipelineByName: true}}},
		placeLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "LiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
		placeFilter:  named("Filter", value.TypeString),
		placeInclude: named("Include", value.TypeStringArray),
		placeExclude: named("Exclude", value.TypeStringArray),
		placeForce:   switched("Force"),
	}, own...)
}

// nameFilter is -Filter, -Include and -Exclude: patterns for names, in any case.
type nameFilter struct{ filter, include, exclude []*text.Wildcard }

func newNameFilter(c *runtime.Call) (f nameFilter, err error) {
	if s := c.String(placeFilter); s != "" {
		if f.filter, err = wildcards([]string{s}); err != nil {
			return f, nil // a filter is no pattern to complain about
		}
	}
	if f.include, err = wildcards(c.Strings(placeInclude)); err != nil {
		return f, err
	}
	f.exclude, err = wildcards(c.Strings(placeExclude))
	return f, err
}

func wildcards(patterns []string) ([]*text.Wildcard, error) {
	var out []*text.Wildcard
	for _, p := range patterns {
		w, err := text.CompileWildcard(p, true)
		if err != nil {
			return nil, value.Throw(value.RuntimeException, "RuntimeException", err.Error()).With(value.NotSpecified, value.NullValue)
		}
		out = append(out, w)
	}
	return out, nil
}

func anyMatches(list []*text.Wildcard, name string) bool {
	for _, w := range list {
		if w.Match(name) {
			return true
		}
	}
	return false
}

// lets tells whether a name passes all filters.
func (f *nameFilter) lets(name string) bool {
	return (f.filter == nil || anyMatches(f.filter, name)) && (f.include == nil || anyMatches(f.include, name)) && !anyMatches(f.exclude, name)
}

// placesOf are the paths of a call as typed, and whether they are literal.
func placesOf(c *runtime.Call) (paths []string, literal bool) {
	if c.Bound(placeLiteral) {
		return c.Strings(placeLiteral), true
	}
	return c.Strings(placePath), false
}

// eachPlace calls do for the places that the call names. What is not there is a non-terminating error; patterns that match nothing are
// none, unless mustMatch says so.
func eachPlace(c *runtime.Call, mustMatch bool, do func(p drive.Path) error) error {
	f, err := newNameFilter(c)
	if err != nil {
		return err
	}
	return f.eachPlace(c, mustMatch, do)
}

func (f *nameFilter) eachPlace(c *runtime.Call, mustMatch bool, do func(p drive.Path) error) error {
	paths, literal := placesOf(c)
	for _, path := range paths {
		found, wild, err := drive.Match(c, path, literal)
		if err != nil {
			if err := c.Fail(placeError(err, path, literal)); err != nil {
				return err
			}
			continue
		}
		n := 0
		for _, p := range found {
			if !f.lets(nameOf(c, p)) || wild && !c.Switch(placeForce) && isHidden(c, p) {
				continue
			}
			n++
			if err := do(p); err != nil {
				return err
			}
		}
		if n == 0 && mustMatch {
			if err := c.Fail(nothingMatches(c, path)); err != nil {
				return err
			}
		}
	}
	return nil
}

// placeError is the error of a path that names nothing. A literal path with wildcard characters is shown as typed.
func placeError(err error, path string, literal bool) *value.Exception {
	e, ok := err.(*value.Exception)
	if !ok {
		return value.Throw(value.IOException, "IOException", err.Error())
	}
	if literal && e.ID == "PathNotFound" && text.ContainsWildcard(path) {
		return drive.NotFoundAs(path)
	}
	return e
}

func nothingMatches(c *runtime.Call, path string) *value.Exception {
	i := placePath
	if c.Bound(placeLiteral) {
		i = placeLiteral
	}
	return value.Throw(value.ExceptionType, "ItemNotFound",
		"An object at the specified path "+path+" does not exist, or has been filtered by the -Include or -Exclude parameter.").With(value.ObjectNotFound, c.Value(i))
}

// nameOf is the last part of a place.
func nameOf(c *runtime.Call, p drive.Path) string {
	if p.IsFile() {
		return host.Base(c.Host().Platform, p.Item)
	}
	return p.Item
}

func isHidden(c *runtime.Call, p drive.Path) bool {
	i, ok := drive.Stat(c, p)
	return ok && i.Attributes&host.Hidden != 0
}
