package utility

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	hexPath = iota
	hexLiteral
	hexInput
	hexEncoding
	hexCount
	hexOffset
	hexRaw
)

var formatHex = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Format-Hex", TypeName: "Microsoft.PowerShell.Commands.FormatHex", Cmdlet: true, DefaultSet: "Path",
		Params: []bind.Parameter{
			hexPath: {Name: "Path", Type: value.TypeStringArray, NotNullOrEmpty: true, Validate: notEmpty, Sets: []bind.Membership{{Set: "Path", Mandatory: true, Position: 0}}},
			hexLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray, NotNullOrEmpty: true, Validate: notEmpty,
				Sets: []bind.Membership{{Set: "LiteralPath", Mandatory: true, Position: bind.NoPosition}}},
			hexInput:    {Name: "InputObject", Type: value.TypePSObject, Sets: []bind.Membership{{Set: "ByInputObject", Mandatory: true, Position: bind.NoPosition, FromPipeline: true}}},
			hexEncoding: hexEncodingParameter(),
			hexCount:    {Name: "Count", Type: value.TypeInt64, Default: value.OfInt64(math.MaxInt64), Sets: anywhere(), Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt64(1), Max: value.OfInt64(math.MaxInt64)}}},
			hexOffset:   {Name: "Offset", Type: value.TypeInt64, Default: value.OfInt64(0), Sets: anywhere(), Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt64(0), Max: value.OfInt64(math.MaxInt64)}}},
			hexRaw:      {Name: "Raw", Type: value.TypeSwitchParameter, DontShow: true, Sets: inSets("ByInputObject")},
		}},
	Aliases: []string{"fhx"}, Module: module, Synopsis: "Shows bytes as hexadecimal numbers.",
	New: func() runtime.Command { return &dumping{} },
}

func hexEncodingParameter() bind.Parameter {
	p := content.EncodingParameter()
	p.Sets = inSets("ByInputObject")
	return p
}

// dumping gathers the bytes of numbers that come one after another; a string, and each change of type, makes a block of its own
// (formatting README, Format-Hex).
type dumping struct {
	typ   *value.Type // of the numbers gathered
	bytes []byte
}

// Begin does nothing.
func (*dumping) Begin(*runtime.Call) error { return nil }

// Process shows files, or takes one object.
func (d *dumping) Process(c *runtime.Call) error {
	switch {
	case c.Bound(hexPath):
		return hexFiles(c, c.Strings(hexPath), false)
	case c.Bound(hexLiteral):
		return hexFiles(c, c.Strings(hexLiteral), true)
	}
	return d.object(c, c.Value(hexInput).Base())
}

func (d *dumping) object(c *runtime.Call, v value.Value) error {
	if l, ok := v.Object().(value.List); ok {
		if err := d.flush(c); err != nil {
			return err
		}
		return d.array(c, v, l)
	}
	b, err := hexBytes(c, v)
	if err != nil {
		return err
	}
	if b == nil {
		return d.unsupported(c, v)
	}
	t := value.TypeOf(v)
	if d.typ != t {
		if err := d.flush(c); err != nil {
			return err
		}
	}
	if v.IsString() {
		return hexBlock(c, hexLabel(c, t), "", b)
	}
	d.typ = t
	d.bytes = append(d.bytes, b...)
	return c.CheckSize(len(d.bytes))
}

// array is an array given by -InputObject: one block if its elements are numbers of one type.
func (d *dumping) array(c *runtime.Call, v value.Value, l value.List) error {
	t := value.TypeOf(v)
	if t.Elem == nil || t.Elem == value.TypeObject || t.Elem == value.TypeString {
		for i := 0; i < l.Len(); i++ {
			if err := d.object(c, l.At(i).Base()); err != nil {
				return err
			}
		}
		return d.flush(c)
	}
	var all []byte
	for i := 0; i < l.Len(); i++ {
		b, err := hexBytes(c, l.At(i).Base())
		if err != nil {
			return err
		}
		if b == nil {
			return d.unsupported(c, v)
		}
		all = append(all, b...)
	}
	return hexBlock(c, hexLabel(c, t), "", all)
}

func (d *dumping) unsupported(c *runtime.Call, v value.Value) error {
	return c.Fail(value.Throw(value.ArgumentException, "FormatHexTypeNotSupported", "Cannot convert input of type '"+value.TypeOf(v).FullName+
		"' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.").With(value.ParserError, v))
}

func (d *dumping) flush(c *runtime.Call) error {
	if d.typ == nil {
		return nil
	}
	t, b := d.typ, d.bytes
	d.typ, d.bytes = nil, nil
	return hexBlock(c, hexLabel(c, t), "", b)
}

// End shows the numbers that were gathered.
func (d *dumping) End(c *runtime.Call) error { return d.flush(c) }

// hexLabel names the type of what is shown, and tells it apart from other objects of that type.
func hexLabel(c *runtime.Call, t *value.Type) string {
	return fmt.Sprintf("%s (%s) <%08X>", t.Name, t.FullName, c.Engine().Identifier())
}

// hexBytes are the bytes of a value as memory holds it; nil for what is no number, character, enumeration or string.
func hexBytes(c *runtime.Call, v value.Value) ([]byte, error) {
	switch k := v.Kind(); k {
	case value.String:
		e, err := content.EncodingOf(c, hexEncoding)
		if err != nil {
			return nil, err
		}
		return append([]byte{}, e.Encode(v.Str())...), nil
	case value.Bool, value.Int32, value.UInt32:
		return binary.LittleEndian.AppendUint32(nil, uint32(v.UInt())), nil
	case value.Char, value.Byte, value.SByte:
		return []byte{byte(v.UInt())}, nil
	case value.Int16, value.UInt16:
		return binary.LittleEndian.AppendUint16(nil, uint16(v.UInt())), nil
	case value.Int64, value.UInt64:
		return binary.LittleEndian.AppendUint64(nil, v.UInt()), nil
	case value.Single:
		return binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(v.Float()))), nil
	case value.Double:
		return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v.Float())), nil
	case value.Enum:
		n, err := value.Convert(v, v.Enum().Underlying)
		if err != nil {
			return nil, err
		}
		return hexBytes(c, n)
	}
	return nil, nil
}

// hexFiles shows files from -Offset on, at most -Count bytes of each.
func hexFiles(c *runtime.Call, paths []string, literal bool) error {
	for _, path := range paths {
		found, _, err := drive.Match(c, path, literal)
		if e, ok := err.(*value.Exception); ok {
			if e.ID == "PathNotFound" {
				e.ID, e.Target = "FileNotFound", value.OfString(path)
			}
			if err := c.Fail(e); err != nil {
				return err
			}
			continue
		}
		for _, p := range found {
			if i, ok := drive.Stat(c, p); !ok || i.Dir {
				continue
			}
			b, err := content.ReadFile(c.Host().Files, p.Item)
			if err != nil {
				e := content.Failure(c, p.Item, err)
				e.ID, e.Category, e.Target = "FormatHexIOError", value.WriteError, value.OfString(p.Item)
				if err := c.Fail(e); err != nil {
					return err
				}
				continue
			}
			if err := hexBlock(c, p.Item, p.Item, b); err != nil {
				return err
			}
		}
	}
	return nil
}

// bytesPerRow is how many bytes one row shows.
const bytesPerRow = 16

// hexBlock writes the rows of one block.
func hexBlock(c *runtime.Call, label, path string, b []byte) error {
	from := min(c.Value(hexOffset).Int(), int64(len(b)))
	b = b[from:]
	b = b[:min(c.Value(hexCount).Int(), int64(len(b)))]
	for i := 0; i < len(b); i += bytesPerRow {
		row := &byteCollection{offset: from + int64(i), bytes: b[i:min(i+bytesPerRow, len(b))], label: label, path: path}
		if err := c.Write(value.Of(row)); err != nil {
			return err
		}
	}
	return nil
}

// byteCollection is one row of Format-Hex.
type byteCollection struct {
	value.Extended
	offset      int64
	bytes       []byte
	label, path string
}

func byteArray(b []byte) value.Value {
	a := &value.Array{Type: value.ArrayOf(value.TypeByte), Items: make([]value.Value, len(b))}
	for i, x := range b {
		a.Items[i] = value.OfInteger(value.Byte, int64(x))
	}
	return value.Of(a)
}

// TypeOf is ByteCollection.
func (*byteCollection) TypeOf() *value.Type { return typeByteCollection }

// ToText is the row as one line.
func (b *byteCollection) ToText() string {
	return fmt.Sprintf("%016X   %-*s %s", b.offset, bytesPerRow*3, b.hex(), b.ascii())
}

func (b *byteCollection) hex() string { return fmt.Sprintf("% X", b.bytes) }

// ascii shows NUL as a blank and other control characters as U+FFFD.
func (b *byteCollection) ascii() string {
	var s strings.Builder
	for _, x := range b.bytes {
		switch {
		case x == 0:
			s.WriteByte(' ')
		case x < ' ', 0x7F <= x && x < 0xA0:
			s.WriteRune('\uFFFD')
		default:
			s.WriteRune(rune(x))
		}
	}
	return s.String()
}

var typeByteCollection = &value.Type{Name: "ByteCollection", FullName: "Microsoft.PowerShell.Commands.ByteCollection", Base: value.TypeObject, Members: &value.Members{Properties: []value.Property{
	hexProperty("Offset", value.TypeUInt32, func(b *byteCollection) value.Value {
		return value.OfInteger(value.UInt32, int64(uint32(b.offset)))
	}),
	hexProperty("Offset64", value.TypeUInt64, func(b *byteCollection) value.Value { return value.OfUInt64(uint64(b.offset)) }),
	hexProperty("Bytes", value.ArrayOf(value.TypeByte), func(b *byteCollection) value.Value { return byteArray(b.bytes) }),
	hexProperty("HexBytes", value.TypeString, func(b *byteCollection) value.Value { return value.OfString(b.hex()) }),
	hexProperty("Label", value.TypeString, func(b *byteCollection) value.Value { return value.OfString(b.label) }),
	hexProperty("Path", value.TypeString, func(b *byteCollection) value.Value { return value.OfString(b.path) }),
	hexProperty("Ascii", value.TypeString, func(b *byteCollection) value.Value { return value.OfString(b.ascii()) }),
}}}

func hexProperty(name string, typ *value.Type, get func(*byteCollection) value.Value) value.Property {
	return value.Property{Name: name, Type: typ, Get: func(_ value.Env, self value.Value) (value.Value, error) {
		b, ok := value.As[*byteCollection](self.Base())
		if !ok {
			return value.NullValue, nil
		}
		return get(b), nil
	}}
}
