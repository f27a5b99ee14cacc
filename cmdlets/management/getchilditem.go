package management

import (
	"sort"
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	childRecurse = placeOwn + iota
	childDepth
	childName
	childAttributes
	childFollow
	childDirectory
	childFile
	childHidden
	childReadOnly
	childSystem
)

var getChildItem = onWindows(alias(cmdlet("Get-ChildItem", "Lists folders and drives.", childParameters(), func() runtime.Command { return &listing{} }), "gci", "dir"), "ls")

func childParameters() []bind.Parameter {
	p := placeParameters(false, true,
		switched("Recurse", "s", "r"),
		named("Depth", value.TypeUInt32),
		switched("Name"),
		named("Attributes", value.TypeString),
		switched("FollowSymlink"),
		switched("Directory", "ad", "d"),
		switched("File", "af"),
		switched("Hidden", "ah", "h"),
		switched("ReadOnly", "ar"),
		switched("System", "as"),
	)
	p[placePath].AllowNull, p[placePath].AllowEmptyString = true, true
	p[placeFilter].Sets = []bind.Membership{{Position: 1}}
	return p
}

// listing walks folders: all of one folder, then its sub-folders one by one.
type listing struct {
	runtime.NoEnd
	filter nameFilter
	wanted attributeFilter
	deep   bool
	depth  int64
}

// Begin reads the filters.
func (l *listing) Begin(c *runtime.Call) (err error) {
	if l.filter, err = newNameFilter(c); err != nil {
		return err
	}
	l.depth = 1 << 32
	if c.Bound(childDepth) {
		l.depth = int64(c.Value(childDepth).UInt())
	}
	l.deep = c.Switch(childRecurse) || c.Bound(childDepth)
	l.wanted, err = newAttributeFilter(c)
	return err
}

// Process lists the paths of one object.
func (l *listing) Process(c *runtime.Call) error {
	paths, literal := placesOf(c)
	if len(paths) == 0 {
		paths = []string{""}
	}
	for _, path := range paths {
		if path == "" {
			path, literal = ".", true
		}
		if err := l.list(c, path, literal); err != nil {
			return err
		}
	}
	return nil
}

func (l *listing) list(c *runtime.Call, path string, literal bool) error {
	wild := !literal && text.ContainsWildcard(path)
	if wild && l.deep {
		return l.search(c, path)
	}
	found, _, err := drive.Match(c, path, literal)
	if err != nil {
		return c.Fail(placeError(err, path, literal))
	}
	if wild && len(found) == 0 {
		if folder, _ := splitPattern(path); folder != "" && !text.ContainsWildcard(folder) {
			if p, err := drive.Parse(c, folder); err == nil && !drive.Exists(c, p) {
				return c.Fail(drive.NotFound(p))
			}
		}
	}
	sortPlaces(c, found)
	for _, p := range found {
		if err := l.place(c, p, wild); err != nil {
			return err
		}
	}
	return nil
}

// place lists one place: a folder's content, a file itself, and with a pattern what it matched.
func (l *listing) place(c *runtime.Call, p drive.Path, wild bool) error {
	if !p.IsFile() {
		return l.other(c, p)
	}
	i, ok := drive.Stat(c, p)
	if !ok {
		return c.Fail(drive.NotFound(p))
	}
	if wild || !i.Dir {
		if wild && !l.shows(c, i) || !l.filter.lets(i.Name) {
			return nil
		}
		return l.emit(c, p, i, i.Name)
	}
	if !l.deep && !c.Switch(childName) && l.filter.include != nil {
		return nil // -Include looks at the folder's own name then
	}
	return l.walk(c, p, i.Path, "", 0)
}

// other lists a drive that is no file system.
func (l *listing) other(c *runtime.Call, p drive.Path) error {
	items := drive.Items(c, p.Drive)
	if p.Item != "" {
		i, ok := drive.Find(c, p)
		if !ok {
			return c.Fail(drive.NotFound(p))
		}
		items = []drive.Item{i}
	}
	for _, i := range items {
		if !l.filter.lets(i.Name) {
			continue
		}
		v := value.OfString(i.Name)
		if !c.Switch(childName) {
			v = otherItem(p, i)
		}
		if err := c.Write(v); err != nil {
			return err
		}
	}
	return nil
}

// walk lists a folder; prefix is its path below the one that was asked for.
func (l *listing) walk(c *runtime.Call, p drive.Path, folder, prefix string, level int64) error {
	list, err := c.Host().Files.List(folder)
	if err != nil {
		return c.Fail(value.Throw(value.UnauthorizedAccessException, "DirUnauthorizedAccessError", "Access to the path '"+folder+"' is denied.").With(value.PermissionDenied, value.OfString(folder)))
	}
	sortInfos(list)
	// With -Include or -Exclude each sub-folder follows at once, otherwise when all of the folder is listed.
	nested := l.filter.include != nil || l.filter.exclude != nil
	for _, i := range list {
		if l.shows(c, i) && l.filter.lets(i.Name) {
			if err := l.emit(c, p, i, prefix+i.Name); err != nil {
				return err
			}
		}
		if nested {
			if err := l.below(c, p, i, prefix, level); err != nil {
				return err
			}
		}
	}
	if nested {
		return nil
	}
	for _, i := range list {
		if err := l.below(c, p, i, prefix, level); err != nil {
			return err
		}
	}
	return nil
}

// below lists a sub-folder, if the listing goes so deep.
func (l *listing) below(c *runtime.Call, p drive.Path, i host.Info, prefix string, level int64) error {
	if !l.deep || level >= l.depth || !i.Dir || i.Attributes&host.Hidden != 0 && !c.Switch(placeForce) && !c.Switch(childHidden) {
		return nil
	}
	return l.walk(c, p, i.Path, prefix+i.Name+c.Host().Platform.Separator(), level+1)
}

// search looks for a pattern in the folder before it and in all below.
func (l *listing) search(c *runtime.Call, path string) error {
	folder, pattern := splitPattern(path)
	if folder == "" {
		folder = "."
	}
	w, err := text.CompileWildcard(pattern, true)
	if err != nil {
		return nil
	}
	found, _, err := drive.Match(c, folder, false)
	if err != nil {
		return c.Fail(placeError(err, folder, false))
	}
	saved := l.filter
	if pattern != "*" {
		l.filter.include = append([]*text.Wildcard{w}, saved.include...)
		if saved.include != nil {
			l.filter.include = saved.include
		}
	}
	defer func() { l.filter = saved }()
	for _, p := range found {
		if !p.IsFile() {
			continue
		}
		if err := l.walk(c, p, p.Item, "", 0); err != nil {
			return err
		}
	}
	return nil
}

func splitPattern(path string) (folder, pattern string) {
	i := strings.LastIndexAny(path, `/\`)
	if i < 0 {
		return "", path
	}
	if i == 0 {
		return path[:1], path[1:]
	}
	return path[:i], path[i+1:]
}

func (l *listing) emit(c *runtime.Call, p drive.Path, i host.Info, name string) error {
	if c.Switch(childName) {
		return c.Write(nameItem(c, p.Drive, i.Path, name))
	}
	return c.Write(fileItem(c, p, i))
}

// shows tells whether the switches ask for an entry.
func (l *listing) shows(c *runtime.Call, i host.Info) bool {
	if c.Switch(childDirectory) != c.Switch(childFile) && i.Dir != c.Switch(childDirectory) {
		return false
	}
	for _, s := range [...]struct {
		index int
		bit   host.Attributes
	}{{childHidden, host.Hidden}, {childReadOnly, host.ReadOnly}, {childSystem, host.System}} {
		if c.Switch(s.index) && i.Attributes&s.bit == 0 {
			return false
		}
	}
	if !l.wanted.lets(i) {
		return false
	}
	return i.Attributes&host.Hidden == 0 || c.Switch(placeForce) || c.Switch(childHidden) || l.wanted.names(host.Hidden)
}

// sortInfos orders folders first, then files, each by name in the culture.
func sortInfos(list []host.Info) {
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].Dir != list[j].Dir {
			return list[i].Dir
		}
		return text.Compare(list[i].Name, list[j].Name, true) < 0
	})
}

func sortPlaces(c *runtime.Call, list []drive.Path) {
	infos := map[string]bool{}
	for _, p := range list {
		if i, ok := drive.Stat(c, p); ok {
			infos[p.Item] = i.Dir
		}
	}
	p := c.Host().Platform
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if x, y := host.Folder(p, a.Item), host.Folder(p, b.Item); x != y {
			return false
		}
		if infos[a.Item] != infos[b.Item] {
			return infos[a.Item]
		}
		return text.Compare(nameOf(c, a), nameOf(c, b), true) < 0
	})
}
