package management

import (
	"slices"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	setValue = placeOwn + iota
	setPassThru
	setNoNewline
	setEncoding
	setByteStream
)

func contentWriter(name, synopsis string, add bool) *runtime.Cmdlet {
	return changing(cmdlet(name, synopsis, placeParameters(true, false,
		bind.Parameter{Name: "Value", Type: value.TypeObjectArray, AllowNull: true, AllowEmptyCollection: true, AllowEmptyString: true,
			Sets: []bind.Membership{{Mandatory: true, Position: 1, FromPipeline: true, FromPipelineByName: true}}},
		switched("PassThru"),
		switched("NoNewline"),
		content.EncodingParameter(),
		switched("AsByteStream"),
	), func() runtime.Command { return &writing{add: add} }))
}

var (
	setContent = onWindows(contentWriter("Set-Content", "Writes the content of files.", false), "sc")
	addContent = onWindows(contentWriter("Add-Content", "Adds to the content of files.", true), "ac")
)

// writing keeps the files of a call open from the first value to the end, so that what is piped is written as it comes.
type writing struct {
	add      bool
	encoding *dotnet.Encoding
	paths    []string // of the open targets
	targets  []target
	opened   bool
}

// target is one place that is written: a file, or an item of another drive whose lines are gathered.
type target struct {
	file  *content.Writer
	item  drive.Path
	lines []value.Value
}

// Begin reads the encoding.
func (w *writing) Begin(c *runtime.Call) (err error) {
	if w.encoding, err = content.EncodingOf(c, setEncoding); err != nil {
		return err
	}
	if c.Switch(setByteStream) && c.Bound(setEncoding) {
		return c.Warning("Encoding not used when '-AsByteStream' specified.")
	}
	return nil
}

// Process writes the values of one object.
func (w *writing) Process(c *runtime.Call) error {
	paths, literal := placesOf(c)
	if !w.opened || !slices.Equal(paths, w.paths) {
		if err := w.close(c); err != nil {
			return err
		}
		w.opened, w.paths = true, slices.Clone(paths)
		if err := w.open(c, literal); err != nil {
			return err
		}
	}
	if c.Switch(setPassThru) {
		if err := c.Write(c.Value(setValue)); err != nil {
			return err
		}
	}
	for i := range w.targets {
		if err := w.write(c, &w.targets[i]); err != nil {
			return err
		}
	}
	return nil
}

// open opens every place that the paths name; a path without wildcards need not exist.
func (w *writing) open(c *runtime.Call, literal bool) error {
	f, err := newNameFilter(c)
	if err != nil {
		return err
	}
	for _, path := range w.paths {
		places, err := writable(c, path, literal)
		if err != nil {
			if err := c.Fail(placeError(err, path, literal)); err != nil {
				return err
			}
			continue
		}
		n := 0
		for _, p := range places {
			if !f.lets(nameOf(c, p)) {
				continue
			}
			n++
			if err := w.openOne(c, p); err != nil {
				return err
			}
		}
		if n == 0 {
			if err := c.Fail(nothingMatches(c, path)); err != nil {
				return err
			}
		}
	}
	return nil
}

func writable(c *runtime.Call, path string, literal bool) ([]drive.Path, error) {
	if !literal && text.ContainsWildcard(path) {
		found, _, err := drive.Match(c, path, false)
		return found, err
	}
	if !literal {
		path = text.UnescapeWildcard(path)
	}
	p, err := drive.Parse(c, path)
	return []drive.Path{p}, err
}

func (w *writing) openOne(c *runtime.Call, p drive.Path) error {
	action := "Set Content"
	if w.add {
		action = "Add Content"
	}
	ok, err := c.ShouldProcess("Path: "+p.String(), action)
	if err != nil || !ok {
		return err
	}
	if !p.IsFile() {
		return w.openItem(c, p)
	}
	if i, ok := drive.Stat(c, p); ok && i.Dir {
		if w.add {
			return c.Fail(value.Throw(value.InvalidOperationException, "WriteContainerContentException",
				"Unable to write content because it is a directory: '"+p.Item+"'.").With(value.InvalidOperation, value.NullValue))
		}
		e := clearFolder(p)
		e.ID, e.Category, e.Target = "System.NotSupportedException", value.NotSpecified, value.NullValue
		return c.Fail(e)
	}
	encoding := w.encoding
	if w.add && !c.Switch(setByteStream) {
		if encoding, err = appended(c, p, encoding); err != nil {
			return c.Fail(writeFailure(c, p, err))
		}
	}
	if c.Switch(setByteStream) {
		encoding = dotnet.EncodingUTF8 // for its lack of a mark
	}
	file, err := content.Create(c, p.Item, encoding, w.add, c.Switch(placeForce))
	if err != nil {
		return c.Fail(writeFailure(c, p, err))
	}
	w.targets = append(w.targets, target{file: file})
	return nil
}

// appended is the encoding of what is added to a file: that of its mark, whatever was asked for.
func appended(c *runtime.Call, p drive.Path, asked *dotnet.Encoding) (*dotnet.Encoding, error) {
	i, ok := drive.Stat(c, p)
	if !ok || i.Size == 0 {
		return asked, nil
	}
	f, err := c.Host().Files.Open(p.Item)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing was written
	var mark [4]byte
	n := 0
	for n < len(mark) {
		k, err := f.Read(mark[n:])
		n += k
		if err != nil {
			break // a short file
		}
	}
	if e := dotnet.MarkedEncoding(mark[:n]); e != nil {
		return e, nil
	}
	return asked, nil
}

func writeFailure(c *runtime.Call, p drive.Path, err error) *value.Exception {
	e := content.Failure(c, p.Item, err)
	if e.ID != "" {
		return e
	}
	switch e.Type {
	case value.UnauthorizedAccessException:
		e.ID, e.Category = "GetContentWriterUnauthorizedAccessError", value.PermissionDenied
	case value.DirectoryNotFoundException, value.FileNotFoundException:
		e.ID, e.Category = "GetContentWriterDirectoryNotFoundError", value.ObjectNotFound
	default:
		e.ID, e.Category = "GetContentWriterIOError", value.WriteError
	}
	e.Target = value.OfString(p.Item)
	return e
}

func (w *writing) openItem(c *runtime.Call, p drive.Path) error {
	if w.add {
		return c.Fail(value.Throw(value.PSNotSupportedException, "NotSupported", "Cannot call method. The content Seek method is not supported by this provider.").With(value.NotImplemented, value.NullValue))
	}
	w.targets = append(w.targets, target{item: p})
	return nil
}

// write adds the values of one object to a target.
func (w *writing) write(c *runtime.Call, t *target) error {
	newline := c.Host().Platform.Newline()
	if c.Switch(setNoNewline) {
		newline = ""
	}
	for _, v := range flattened(c.List(setValue)) {
		if t.file == nil {
			t.lines = append(t.lines, v)
			continue
		}
		if v.IsNull() {
			continue
		}
		if c.Switch(setByteStream) {
			if v.Base().Kind() != value.Byte {
				return c.Fail(value.Throw(value.PSArgumentException, "Argument",
					"Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.").With(value.InvalidArgument, value.NullValue))
			}
			if err := t.file.WriteBytes([]byte{byte(v.Base().Int())}); err != nil {
				return err
			}
			continue
		}
		s, err := contentText(c, v)
		if err != nil {
			return err
		}
		if err := t.file.WriteString(s); err != nil {
			return err
		}
		if err := t.file.WriteString(newline); err != nil {
			return err
		}
	}
	return nil
}

// flattened are the values with those of inner lists in their place.
func flattened(list []value.Value) []value.Value {
	for _, v := range list {
		if runtime.IsList(v.Base()) {
			var out []value.Value
			for _, v := range list {
				if runtime.IsList(v.Base()) {
					out = append(out, runtime.ListOf(v)...)
				} else {
					out = append(out, v)
				}
			}
			return out
		}
	}
	return list
}

// contentText is a value's text in the culture; a ToString of the script counts.
func contentText(c *runtime.Call, v value.Value) (string, error) {
	b := v.Base()
	switch {
	case b.IsString():
		return b.Str(), nil
	case b.Kind() == value.Reference && !runtime.IsList(b):
		return c.Text(v)
	}
	return value.ToStringCulture(v), nil
}

// End closes the files.
func (w *writing) End(c *runtime.Call) error { return w.close(c) }

// Dispose closes the files of a pipeline that was stopped; what was written stays.
func (w *writing) Dispose(*runtime.Call) {
	for i := range w.targets {
		_ = w.targets[i].file.Close() // End reports errors
	}
}

func (w *writing) close(c *runtime.Call) error {
	var first error
	for i := range w.targets {
		t := &w.targets[i]
		var err error
		if t.file != nil {
			err = t.file.Close()
		} else {
			err = storeLines(c, t)
		}
		if first == nil {
			first = err
		}
	}
	w.targets = nil
	return first
}

// storeLines gives an item of another drive its new value: the one value, or all of them.
func storeLines(c *runtime.Call, t *target) error {
	v := value.Of(value.NewArray(t.lines))
	if len(t.lines) == 1 {
		v = t.lines[0]
	}
	if t.item.Drive.Provider == runtime.FunctionProvider && len(t.lines) > 1 {
		texts := make([]string, len(t.lines))
		for i, l := range t.lines {
			texts[i] = value.ToString(l)
		}
		v = value.OfString(strings.Join(texts, "\n"))
	}
	return drive.Store(c, t.item, v)
}
