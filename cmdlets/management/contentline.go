package management

import (
	"strings"

	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// cutter cuts a text into lines, or into pieces between a delimiter. The end of a line is \n, \r\n or \r.
type cutter struct{ rest, delimiter string }

// next is the next piece; a delimiter at the end begins no further one.
func (k *cutter) next() (string, bool) {
	if k.rest == "" {
		return "", false
	}
	if k.delimiter != "" {
		piece, rest, _ := strings.Cut(k.rest, k.delimiter)
		k.rest = rest
		return piece, true
	}
	i := strings.IndexByte(k.rest, '\n')
	line := k.rest
	if i >= 0 {
		line = k.rest[:i]
	}
	if j := strings.IndexByte(line, '\r'); j >= 0 {
		line = line[:j]
		i = j
		if j+1 < len(k.rest) && k.rest[j+1] == '\n' {
			i++
		}
	}
	if i < 0 {
		k.rest = ""
	} else {
		k.rest = k.rest[i+1:]
	}
	return line, true
}

// noteWriter emits what was read with the notes that tell where it comes from.
type noteWriter struct {
	c     *runtime.Call
	notes [lineNotes]value.Value // all but the last are the same for a file
}

const lineNotes = 6

var lineShape = value.ShapeOf("PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "ReadCount")

func newNoteWriter(c *runtime.Call, p drive.Path) *noteWriter {
	platform := c.Host().Platform
	return &noteWriter{c: c, notes: [lineNotes]value.Value{
		value.OfString(p.Item), value.OfString(host.Folder(platform, p.Item)), value.OfString(host.Base(platform, p.Item)),
		value.Of(p.Drive), value.Of(p.Drive.Provider)}}
}

func (w *noteWriter) write(v value.Value, readCount int64) error {
	vals := make([]value.Value, lineNotes)
	copy(vals, w.notes[:])
	vals[lineNotes-1] = value.OfInt64(readCount)
	return w.c.Write(value.Of(value.WrapShaped(v, lineShape, vals)))
}
