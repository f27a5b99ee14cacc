package management

import (
	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	getReadCount = placeOwn + iota
	getTotalCount
	getTail
	getDelimiter
	getWait
	getRaw
	getEncoding
	getByteStream
)

var getContent = onWindows(alias(cmdlet("Get-Content", "Reads the lines of files.", placeParameters(true, false,
	bind.Parameter{Name: "ReadCount", Type: value.TypeInt64, Default: value.OfInt64(1), Validate: countRange, Sets: byName},
	bind.Parameter{Name: "TotalCount", Aliases: []string{"First", "Head"}, Type: value.TypeInt64, Validate: countRange, Sets: byName},
	bind.Parameter{Name: "Tail", Aliases: []string{"Last"}, Type: value.TypeInt32, Validate: tailRange, Sets: byName},
	named("Delimiter", value.TypeString),
	switched("Wait"),
	switched("Raw"),
	content.EncodingParameter(),
	switched("AsByteStream"),
), func() runtime.Command { return &reading{} }), "gc", "type"), "cat")

// byName is a named parameter that also takes a property of pipeline objects.
var byName = []bind.Membership{{Position: bind.NoPosition, FromPipelineByName: true}}

var (
	countRange = []bind.Validator{&bind.ValidateRange{Min: value.OfInt64(0), Max: value.OfInt64(1<<63 - 1)}}
	tailRange  = []bind.Validator{&bind.ValidateRange{Min: value.OfInt32(0), Max: value.OfInt32(1<<31 - 1)}}
)

// reading emits the content of files, of each file what the parameters ask for.
type reading struct {
	runtime.NoEnd
	encoding *dotnet.Encoding
}

// Begin refuses parameters that exclude each other.
func (r *reading) Begin(c *runtime.Call) (err error) {
	if c.Bound(getTotalCount) && c.Bound(getTail) {
		return value.Throw(value.InvalidOperationException, "TailAndHeadCannotCoexist",
			"The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.").With(value.InvalidOperation, value.NullValue)
	}
	if c.Switch(getWait) {
		return value.Throw(value.PSNotSupportedException, "WaitNotSimulated", "Get-Content -Wait is not simulated: nothing else writes files while a script runs.").With(value.NotImplemented, value.NullValue)
	}
	if c.Switch(getRaw) {
		for _, x := range []struct {
			index int
			name  string
		}{{getTotalCount, "TotalCount"}, {getTail, "Tail"}, {getDelimiter, "Delimiter"}} {
			if c.Bound(x.index) {
				return value.Throw(value.PSInvalidOperation, "InvalidOperation",
					"The 'Raw' and '"+x.name+"' parameters cannot be specified in the same command.").With(value.InvalidOperation, value.NullValue)
			}
		}
	}
	if r.encoding, err = content.EncodingOf(c, getEncoding); err != nil {
		return err
	}
	if c.Switch(getByteStream) && c.Bound(getEncoding) {
		return c.Warning("Encoding not used when '-AsByteStream' specified.")
	}
	return nil
}

// Process reads the files of one object.
func (r *reading) Process(c *runtime.Call) error {
	return eachPlace(c, true, func(p drive.Path) error {
		if !p.IsFile() {
			return r.readItem(c, p)
		}
		return r.readFile(c, p)
	})
}

// readItem is the content of an item of another drive: its value.
func (r *reading) readItem(c *runtime.Call, p drive.Path) error {
	i, ok := drive.Find(c, p)
	if !ok {
		return c.Fail(drive.NotFound(p))
	}
	v := i.Value
	if b := runtime.BlockOf(v); b != nil {
		v = value.OfString(b.Text())
	}
	return c.WriteEach(v)
}

func (r *reading) readFile(c *runtime.Call, p drive.Path) error {
	if i, ok := drive.Stat(c, p); ok && i.Dir {
		return c.Fail(value.Throw(value.InvalidOperationException, "GetContainerContentException",
			"Unable to get content because it is a directory: '"+p.Item+"'. Please use 'Get-ChildItem' instead.").With(value.InvalidOperation, value.NullValue))
	}
	b, err := content.ReadFile(c.Host().Files, p.Item)
	if err != nil {
		return c.Fail(readFailure(c, p, err))
	}
	out := newNoteWriter(c, p)
	if c.Switch(getByteStream) {
		return r.emitBytes(c, b)
	}
	s := r.encoding.DecodeFile(b)
	if c.Switch(getRaw) {
		if s == "" {
			return nil
		}
		return out.write(value.OfString(s), 1)
	}
	var pieces cutter
	if d := c.String(getDelimiter); c.Bound(getDelimiter) && d != "" && d != "\n" {
		pieces = cutter{rest: s, delimiter: d}
	} else {
		pieces = cutter{rest: s}
	}
	return r.emitPieces(c, out, &pieces)
}

func readFailure(c *runtime.Call, p drive.Path, err error) *value.Exception {
	e := content.Failure(c, p.Item, err)
	if e.ID != "" {
		return e
	}
	switch e.Type {
	case value.UnauthorizedAccessException:
		e.ID, e.Category = "GetContentReaderUnauthorizedAccessError", value.PermissionDenied
	case value.FileNotFoundException:
		e.ID, e.Category = "GetContentReaderFileNotFoundError", value.ObjectNotFound
	case value.DirectoryNotFoundException:
		e.ID, e.Category = "GetContentReaderDirectoryNotFoundError", value.ObjectNotFound
	default:
		e.ID, e.Category = "GetContentReaderIOError", value.ReadError
	}
	e.Target = value.OfString(p.Item)
	return e
}

// emitPieces emits lines or pieces: all, the first, or the last, one by one or in arrays.
func (r *reading) emitPieces(c *runtime.Call, out *noteWriter, pieces *cutter) error {
	if c.Bound(getTail) {
		var kept []string
		for s, ok := pieces.next(); ok; s, ok = pieces.next() {
			kept = append(kept, s)
		}
		kept = kept[max(0, len(kept)-c.Int(getTail)):]
		i := 0
		return r.emit(c, out, func() (string, bool) {
			if i == len(kept) {
				return "", false
			}
			i++
			return kept[i-1], true
		})
	}
	if !c.Bound(getTotalCount) {
		return r.emit(c, out, pieces.next)
	}
	left := c.Value(getTotalCount).Int()
	return r.emit(c, out, func() (string, bool) {
		if left == 0 {
			return "", false
		}
		left--
		return pieces.next()
	})
}

func (r *reading) emit(c *runtime.Call, out *noteWriter, next func() (string, bool)) error {
	size := c.Value(getReadCount).Int()
	if size == 1 {
		for n := int64(1); ; n++ {
			s, ok := next()
			if !ok {
				return nil
			}
			if err := out.write(value.OfString(s), n); err != nil {
				return err
			}
		}
	}
	var items []value.Value
	for {
		s, ok := next()
		if ok {
			items = append(items, value.OfString(s))
		}
		if !ok && len(items) > 0 || ok && int64(len(items)) == size {
			if err := c.Write(value.Of(value.NewArray(items))); err != nil {
				return err
			}
			items = nil
		}
		if !ok {
			return nil
		}
	}
}

// emitBytes emits bytes one by one, in arrays, or all as one.
func (r *reading) emitBytes(c *runtime.Call, b []byte) error {
	if c.Bound(getTail) {
		b = b[max(0, len(b)-c.Int(getTail)):]
	}
	if n := c.Value(getTotalCount).Int(); c.Bound(getTotalCount) && n < int64(len(b)) {
		b = b[:n]
	}
	items := make([]value.Value, len(b))
	for i, x := range b {
		items[i] = value.OfInteger(value.Byte, int64(x))
	}
	if c.Switch(getRaw) {
		a := value.NewArray(items)
		a.Type = value.ArrayOf(value.TypeByte)
		return c.Write(value.Of(a))
	}
	size := int(min(c.Value(getReadCount).Int(), int64(len(items))))
	if size == 1 || len(items) == 0 {
		for _, x := range items {
			if err := c.Write(x); err != nil {
				return err
			}
		}
		return nil
	}
	if size == 0 {
		size = len(items)
	}
	for len(items) > 0 {
		n := min(size, len(items))
		if err := c.Write(value.Of(value.NewArray(items[:n:n]))); err != nil {
			return err
		}
		items = items[n:]
	}
	return nil
}
