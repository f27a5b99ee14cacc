package file

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Bounds of what the full parser is given: it recurses, and it is slow.
const (
	maxFull  = 16 << 20
	maxDepth = 100
)

// parseFull reads a file with the full YAML parser.
func parseFull(src source) (root *node, err error) {
	if len(src.text) > maxFull {
		return nil, src.fault(place{}, "Write it plainly: one entry per line, no anchors, no multi-line texts.",
			"a file of more than %d MB must be written in plain style", maxFull>>20)
	}
	if at, deep := tooDeep(src.text); deep {
		return nil, src.fault(at, "", "nested too deeply")
	}
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, src.fault(place{}, "Write it plainly: one entry per line.", "the YAML parser failed: %v", r)
		}
	}()
	parsed, err := parser.ParseBytes(src.text, 0)
	if err != nil {
		return nil, src.syntax(err)
	}
	var body ast.Node
	for _, doc := range parsed.Docs {
		if doc.Body == nil {
			continue
		}
		if body != nil {
			return nil, src.fault(positionOf(doc.Body), "Keep one document per file.", "a second document")
		}
		body = doc.Body
	}
	if body == nil {
		return nil, src.fault(place{}, "Begin with: rehearse: 1", "the file is empty")
	}
	n, err := src.convert(body, 0)
	if err != nil {
		return nil, err
	}
	return &n, nil
}

// tooDeep looks for nesting that would exhaust the parser's stack: by brackets,
// by list marks in one line, and by indentation.
func tooDeep(text []byte) (place, bool) {
	depth, column, line, indent, leading := 0, 0, 1, 0, true
	for _, ch := range text {
		column++
		switch {
		case ch == '\n':
			line, column, indent, leading = line+1, 0, 0, true
			continue
		case ch == '[' || ch == '{':
			depth++
		case (ch == ']' || ch == '}') && depth > 0:
			depth--
		}
		if leading {
			switch ch {
			case ' ':
				indent++
			case '-', '?', ':':
				indent += 2
			default:
				leading = false
			}
		}
		if depth > maxDepth || indent > 4*maxDepth {
			return place{line, column}, true
		}
	}
	return place{}, false
}

// syntax turns an error of the parser into one of ours.
func (s source) syntax(err error) error {
	var at place
	message := err.Error()
	var syntax yaml.Error
	if errors.As(err, &syntax) {
		message = syntax.GetMessage()
		if t := syntax.GetToken(); t != nil && t.Position != nil {
			at = place{t.Position.Line, t.Position.Column}
		}
	}
	message, _, _ = strings.Cut(message, "\n")
	return s.fault(at, "", "not valid YAML: %s", message)
}

func positionOf(n ast.Node) place {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return place{t.Position.Line, t.Position.Column}
	}
	return place{}
}

// convert turns the parser's tree into ours.
func (s source) convert(n ast.Node, depth int) (node, error) {
	at := positionOf(n)
	if depth > maxDepth {
		return node{}, s.fault(at, "", "nested too deeply")
	}
	switch n := n.(type) {
	case *ast.NullNode:
		return node{at: at}, nil
	case *ast.StringNode:
		quoted := n.Token != nil && (strings.HasPrefix(n.Token.Origin, "\"") || strings.HasPrefix(strings.TrimLeft(n.Token.Origin, " \n"), "\"") ||
			strings.HasPrefix(strings.TrimLeft(n.Token.Origin, " \n"), "'"))
		return node{kind: nodeScalar, quoted: quoted, at: at, text: n.Value}, nil
	case *ast.LiteralNode:
		return node{kind: nodeScalar, quoted: true, at: at, text: n.Value.Value}, nil
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return node{kind: nodeScalar, at: at, text: n.GetToken().Value}, nil
	case *ast.SequenceNode:
		out := node{kind: nodeList, at: at}
		for _, item := range n.Values {
			converted, err := s.convert(item, depth+1)
			if err != nil {
				return node{}, err
			}
			out.items = append(out.items, converted)
		}
		return out, nil
	case *ast.MappingNode:
		out := node{kind: nodeMap, at: at}
		if len(n.Values) > 0 {
			out.at = positionOf(n.Values[0].Key)
		}
		for _, entry := range n.Values {
			if err := s.addEntry(&out, entry, depth); err != nil {
				return node{}, err
			}
		}
		return out, nil
	case *ast.MappingValueNode:
		out := node{kind: nodeMap, at: positionOf(n.Key)}
		return out, s.addEntry(&out, n, depth)
	}
	return node{}, s.fault(at, "Write the value out.", "%s is not allowed in a tenant file", kindName(n))
}

func (s source) addEntry(out *node, entry *ast.MappingValueNode, depth int) error {
	name := entry.Key.GetToken()
	if _, plain := entry.Key.(*ast.StringNode); !plain || name == nil {
		if _, number := entry.Key.(*ast.IntegerNode); !number {
			return s.fault(positionOf(entry.Key), "Use a plain word.", "%s cannot be a key", kindName(entry.Key))
		}
	}
	value, err := s.convert(entry.Value, depth+1)
	if err != nil {
		return err
	}
	out.keys = append(out.keys, key{name.Value, positionOf(entry.Key)})
	out.items = append(out.items, value)
	return nil
}

func kindName(n ast.Node) string {
	switch n.(type) {
	case *ast.AnchorNode:
		return "an anchor"
	case *ast.AliasNode:
		return "an alias"
	case *ast.TagNode:
		return "a tag"
	case *ast.MergeKeyNode:
		return "a merge key"
	}
	return fmt.Sprintf("a %s", strings.ToLower(n.Type().String()))
}
