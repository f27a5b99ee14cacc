package utility

import (
	"encoding/json"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/parser"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	testJSONText = iota
	testJSONPath
	testJSONLiteral
	testJSONSchema
	testJSONSchemaFile
	testJSONOptions
)

// testJSONSets are the sets of one way to give the text: alone, with a schema, with a file of one.
func testJSONSets(way string, m bind.Membership) []bind.Membership {
	return inEach(m, way, way+"WithSchemaString", way+"WithSchemaFile")
}

// testJSONSchemas are the sets of all ways that end in suffix.
func testJSONSchemas(suffix string) []bind.Membership {
	return inEach(bind.Membership{Mandatory: true, Position: 1}, "JsonString"+suffix, "JsonPath"+suffix, "JsonLiteralPath"+suffix)
}

var testJSON = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Test-Json", TypeName: "Microsoft.PowerShell.Commands.TestJsonCommand", Cmdlet: true, DefaultSet: "JsonString",
		Params: []bind.Parameter{
			testJSONText: {Name: "Json", Type: value.TypeString, Sets: testJSONSets("JsonString", bind.Membership{Mandatory: true, Position: 0, FromPipeline: true})},
			testJSONPath: {Name: "Path", Type: value.TypeString, Sets: testJSONSets("JsonPath", bind.Membership{Mandatory: true, Position: 0, FromPipelineByName: true})},
			testJSONLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString,
				Sets: testJSONSets("JsonLiteralPath", bind.Membership{Mandatory: true, Position: 0, FromPipelineByName: true})},
			testJSONSchema:     {Name: "Schema", Type: value.TypeString, Validate: notEmpty, Sets: testJSONSchemas("WithSchemaString")},
			testJSONSchemaFile: {Name: "SchemaFile", Type: value.TypeString, Validate: notEmpty, Sets: testJSONSchemas("WithSchemaFile")},
			testJSONOptions: {Name: "Options", Type: value.TypeStringArray, Sets: anywhere(),
				Validate: []bind.Validator{&bind.ValidateSet{Values: []string{"IgnoreComments", "AllowTrailingCommas"}}}},
		}},
	Module: module, Outputs: []string{"System.Boolean"}, Synopsis: "Tells whether a text is JSON.",
	New: runtime.Run(func(c *runtime.Call) error {
		s := c.String(testJSONText)
		if !c.Bound(testJSONText) {
			var err error
			path, literal := c.String(testJSONPath), c.Bound(testJSONLiteral)
			if literal {
				path = c.String(testJSONLiteral)
			}
			if s, err = jsonFile(c, path, literal); err != nil {
				return err
			}
		}
		for _, o := range c.Strings(testJSONOptions) {
			if value.EqualFold(o, "IgnoreComments") {
				s = withoutJSONComments(s)
			}
		}
		for _, o := range c.Strings(testJSONOptions) {
			if value.EqualFold(o, "AllowTrailingCommas") {
				s = withoutTrailingCommas(s)
			}
		}
		if !json.Valid([]byte(s)) {
			err := c.Fail(value.Throw(value.ExceptionType, "InvalidJson", "Cannot parse the JSON.").With(value.InvalidData, value.OfString(s)))
			if err != nil {
				return err
			}
			return c.Write(value.False)
		}
		schema := c.String(testJSONSchema)
		if c.Bound(testJSONSchemaFile) {
			var err error
			if schema, err = jsonFile(c, c.String(testJSONSchemaFile), false); err != nil {
				return err
			}
		}
		if schema == "" {
			return c.Write(value.True)
		}
		ok, err := checkJSONSchema(c, s, schema)
		if err != nil {
			return err
		}
		return c.Write(value.OfBool(ok))
	}),
}

// jsonFile is the text of the file that a path names.
func jsonFile(c *runtime.Call, path string, literal bool) (string, error) {
	found, _, err := drive.Match(c, path, literal)
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		return "", value.Throw(value.ItemNotFoundException, "PathNotFound", "Cannot find path '"+path+"' because it does not exist.").With(value.ObjectNotFound, value.OfString(path))
	}
	b, err := content.ReadFile(c.Host().Files, found[0].Item)
	if err != nil {
		return "", content.OpenFailure(c, found[0].Item, err)
	}
	return parser.Decode(b)
}

// withoutJSONComments replaces comments by blanks.
func withoutJSONComments(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '"':
			end := endOfJSONString(s, i)
			b.WriteString(s[i:end])
			i = end
		case strings.HasPrefix(s[i:], "//"):
			n := strings.IndexAny(s[i:], "\r\n")
			if n < 0 {
				n = len(s) - i
			}
			b.WriteByte(' ')
			i += n
		case strings.HasPrefix(s[i:], "/*") && strings.Contains(s[i+2:], "*/"):
			b.WriteByte(' ')
			i += strings.Index(s[i+2:], "*/") + 4
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// withoutTrailingCommas drops a comma before a closing bracket, unless nothing stands before it.
func withoutTrailingCommas(s string) string {
	var b strings.Builder
	last := byte(0) // the last character that is no blank
	for i := 0; i < len(s); {
		if s[i] == '"' {
			end := endOfJSONString(s, i)
			b.WriteString(s[i:end])
			i, last = end, '"'
			continue
		}
		if s[i] == ',' && last != ',' && last != '[' && last != '{' && last != 0 {
			rest := strings.TrimLeft(s[i+1:], " \t\r\n")
			if rest != "" && (rest[0] == ']' || rest[0] == '}') {
				i++
				continue
			}
		}
		if !strings.ContainsRune(" \t\r\n", rune(s[i])) {
			last = s[i]
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// endOfJSONString is the place behind the string that begins at i.
func endOfJSONString(s string, i int) int {
	for i++; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}
