// Package content reads and writes the files of cmdlets: encodings, texts, and the errors of files that cannot be opened.
package content

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// EncodingParameter declares -Encoding: a name, the number of a code page, or an encoding.
func EncodingParameter() bind.Parameter {
	return bind.Parameter{Name: "Encoding", Sets: []bind.Membership{{Position: bind.NoPosition}}, Transform: []bind.Transformer{encodingNamed{}}, NotNullOrEmpty: true,
		Values: []string{"ascii", "ansi", "bigendianunicode", "bigendianutf32", "oem", "unicode", "utf7", "utf8", "utf8BOM", "utf8NoBOM", "utf32"}}
}

// encodingNamed makes encodings of names and numbers.
type encodingNamed struct{}

// Transform is the encoding that v names.
func (encodingNamed) Transform(_ value.Env, v value.Value) (value.Value, error) {
	b := v.Base()
	if _, ok := value.As[*dotnet.Encoding](b); ok {
		return b, nil
	}
	name := value.ToString(b)
	if e := dotnet.FileEncoding(name); e != nil {
		return value.Of(e), nil
	}
	if name == "" {
		return v, nil
	}
	if b.IsString() {
		return v, value.Throw(value.ArgumentException, "", "'"+name+"' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')")
	}
	return v, value.Throw(value.NotSupportedException, "", "No data is available for encoding "+name+". For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.")
}

// EncodingOf is the encoding given by parameter i, UTF-8 without a mark if it is not bound. It warns of an obsolete one.
func EncodingOf(c *runtime.Call, i int) (*dotnet.Encoding, error) {
	e, ok := value.As[*dotnet.Encoding](c.Value(i).Base())
	if !ok {
		return dotnet.EncodingUTF8, nil
	}
	if e.Obsolete() {
		return e, c.Warning("Encoding 'UTF-7' is obsolete, please use UTF-8.")
	}
	return e, nil
}
