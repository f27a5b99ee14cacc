package utility

import (
	"strconv"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	toJSONInput = iota
	toJSONDepth
	toJSONCompress
	toJSONEnums
	toJSONArray
	toJSONEscape
)

var typeEscapeHandling = value.NewEnum("Newtonsoft.Json.StringEscapeHandling", []string{"Default", "EscapeNonAscii", "EscapeHtml"}, []int64{0, 1, 2})

var convertToJSON = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertTo-Json", TypeName: "Microsoft.PowerShell.Commands.ConvertToJsonCommand", Cmdlet: true,
		Params: []bind.Parameter{
			toJSONInput:    {Name: "InputObject", AllowNull: true, AllowEmptyString: true, AllowEmptyCollection: true, Sets: pipeline(true, 0)},
			toJSONDepth:    {Name: "Depth", Type: value.TypeInt32, Default: value.OfInt(2), Sets: anywhere(), Validate: []bind.Validator{&bind.ValidateRange{Min: value.OfInt(0), Max: value.OfInt(100)}}},
			toJSONCompress: switched("Compress"),
			toJSONEnums:    switched("EnumsAsStrings"),
			toJSONArray:    switched("AsArray"),
			toJSONEscape:   {Name: "EscapeHandling", Type: typeEscapeHandling, Default: value.OfEnum(typeEscapeHandling.Enum, 0), Sets: anywhere()},
		}},
	Module: module, Outputs: []string{"System.String"}, Synopsis: "Writes objects as JSON.",
	New: func() runtime.Command { return &jsonWriting{} },
}

// jsonWriting gathers the input: one object is written as it is, several as an array.
type jsonWriting struct {
	runtime.NoBegin
	items []value.Value
}

// Process keeps one object.
func (w *jsonWriting) Process(c *runtime.Call) error {
	w.items = append(w.items, c.Value(toJSONInput))
	return nil
}

// ProcessObject keeps one object.
func (w *jsonWriting) ProcessObject(_ *runtime.Call, v value.Value) error {
	w.items = append(w.items, v)
	return nil
}

// End writes the text.
func (w *jsonWriting) End(c *runtime.Call) error {
	if len(w.items) == 0 {
		return nil
	}
	v := w.items[0]
	if len(w.items) > 1 || c.Switch(toJSONArray) {
		v = value.OfArray(w.items...)
	}
	j := &jsonWriter{c: c, depth: c.Int(toJSONDepth), names: c.Switch(toJSONEnums), escape: c.Value(toJSONEscape).Int()}
	if !c.Switch(toJSONCompress) {
		j.newline = c.Host().Platform.Newline()
	}
	if err := j.write(v, 0); err != nil {
		return err
	}
	if j.cut {
		if err := c.Warning("Resulting JSON is truncated as serialization has exceeded the set depth of " + strconv.Itoa(j.depth) + "."); err != nil {
			return err
		}
	}
	return c.Write(value.OfString(string(j.out)))
}
