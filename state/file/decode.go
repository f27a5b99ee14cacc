package file

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// maxIndent bounds nesting, which the YAML parser takes on the stack.
const maxIndent = 200

// Load reads a tenant file.
func Load(path string) (*Data, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if st.IsDir() {
		return nil, &Error{File: path, Message: "this is a folder, not a tenant file"}
	}
	if st.Size() > MaxSize {
		return nil, &Error{File: path, Message: fmt.Sprintf("the file has %d MB; tenant files of more than %d MB are not read", st.Size()>>20, MaxSize>>20)}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Decode(path, text)
}

// Decode reads a tenant from the text of a file; name is used in messages.
func Decode(name string, text []byte) (d *Data, err error) {
	defer func() {
		if r := recover(); r != nil {
			d, err = nil, &Error{File: name, Message: fmt.Sprint("the YAML cannot be read: ", r)}
		}
	}()
	if deep(text) {
		return nil, &Error{File: name, Message: "the file is nested too deeply"}
	}
	parsed, err := parser.ParseBytes(text, 0)
	if err != nil {
		return nil, yamlError(name, text, err)
	}
	if len(parsed.Docs) != 1 || parsed.Docs[0].Body == nil {
		return nil, &Error{File: name, Message: "the file holds no tenant", Cure: "Begin with: rehearse: 1. rehearse tenant init writes an example."}
	}
	body := parsed.Docs[0].Body
	ast.Walk(lowerKeys{}, body)
	var doc document
	if err := yaml.NodeToValue(body, &doc, yaml.DisallowUnknownField()); err != nil {
		return nil, yamlError(name, text, err)
	}
	switch {
	case doc.Rehearse == 0:
		return nil, &Error{File: name, Message: "the version of the format is missing", Cure: "Begin the file with: rehearse: 1"}
	case doc.Rehearse > Version:
		return nil, at(name, text, "rehearse", 1, "Use a newer rehearse.", "the file has format %d; this program reads up to %d", doc.Rehearse, Version)
	case doc.Organization == nil:
		return nil, &Error{File: name, Message: "the organization is missing", Cure: "Add an organization with a tenantId and a displayName."}
	}
	d = &Data{Name: doc.Name, Records: doc.records()}
	if d.Name == "" {
		d.Name = name
	}
	return d, check(name, text, &doc)
}

// deep finds nesting that no tenant has: by indentation and by brackets.
func deep(text []byte) bool {
	brackets, most := 0, 0
	for line := range strings.Lines(string(text)) {
		if len(line)-len(strings.TrimLeft(line, " -")) > maxIndent {
			return true
		}
		for i := range len(line) {
			switch line[i] {
			case '[', '{':
				brackets++
				most = max(most, brackets)
			case ']', '}':
				brackets--
			}
		}
	}
	return most > maxIndent
}

// lowerKeys makes keys independent of case.
type lowerKeys struct{}

// Visit lowers the keys of mappings.
func (v lowerKeys) Visit(n ast.Node) ast.Visitor {
	if m, ok := n.(*ast.MappingValueNode); ok {
		if k, ok := m.Key.(*ast.StringNode); ok {
			k.Value = strings.ToLower(k.Value)
		}
	}
	return v
}

// yamlError is a fault that the YAML library found, with its place.
func yamlError(name string, text []byte, err error) error {
	e := &Error{File: name, Message: err.Error()}
	var y yaml.Error
	if !errors.As(err, &y) {
		return e
	}
	e.Message = y.GetMessage()
	if t := y.GetToken(); t != nil && t.Position != nil {
		e.Line, e.Column = t.Position.Line, t.Position.Column
		n := 0
		for line := range strings.Lines(string(text)) {
			if n++; n == e.Line {
				e.Text = strings.TrimRight(line, "\r\n")
			}
		}
	}
	if strings.Contains(e.Message, "unknown field") {
		e.Cure = "Look at a file that rehearse tenant init writes for the keys there are."
	}
	return e
}
