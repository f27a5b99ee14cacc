package utility

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// jsonSchema checks a document against the keywords of a JSON schema that configuration files use: types, values, limits, properties,
// items, combinations and references within the schema.
type jsonSchema struct {
	root     any
	patterns bind.PatternCompiler
	faults   []schemaFault
	budget   int // of subschemas that may still be applied, since references can go in circles
}

// schemaFault is what is wrong with the value at a JSON pointer.
type schemaFault struct{ text, at string }

const maxSchemaSteps = 100000

// checkJSONSchema reports what is wrong with a JSON text by a schema; ok is false if anything is.
func checkJSONSchema(c *runtime.Call, text, schema string) (ok bool, err error) {
	root, err := decodeJSON(schema)
	if err != nil {
		return false, value.Throw(value.ExceptionType, "InvalidJsonSchema", "Cannot parse the JSON schema.").With(value.InvalidData, value.OfString(schema))
	}
	doc, err := decodeJSON(text)
	if err != nil {
		return false, nil
	}
	patterns, _ := c.Env().(bind.PatternCompiler)
	s := &jsonSchema{root: root, patterns: patterns, budget: maxSchemaSteps}
	s.check(root, doc, "", 0)
	for _, f := range s.faults {
		if err := c.Fail(value.Throw(value.ExceptionType, "InvalidJsonAgainstSchemaDetailed",
			"The JSON is not valid with the schema: "+f.text+" at '"+f.at+"'").With(value.InvalidData, value.NullValue)); err != nil {
			return false, err
		}
	}
	return len(s.faults) == 0, nil
}

// decodeJSON reads a text whose numbers keep their digits.
func decodeJSON(s string) (v any, err error) {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	err = d.Decode(&v)
	return v, err
}

func (s *jsonSchema) fault(at, text string) { s.faults = append(s.faults, schemaFault{text, at}) }

// holds applies a subschema without reporting.
func (s *jsonSchema) holds(schema, v any, at string, depth int) bool {
	n := len(s.faults)
	s.check(schema, v, at, depth)
	ok := len(s.faults) == n
	s.faults = s.faults[:n]
	return ok
}

const maxSchemaDepth = 64

func (s *jsonSchema) check(schema, v any, at string, depth int) {
	if s.budget--; s.budget < 0 || depth > maxSchemaDepth {
		return
	}
	if b, ok := schema.(bool); ok {
		if !b {
			s.fault(at, "All values fail against the false schema")
		}
		return
	}
	rules, ok := schema.(map[string]any)
	if !ok {
		return
	}
	if ref, ok := rules["$ref"].(string); ok {
		if target, ok := s.resolve(ref); ok {
			s.check(target, v, at, depth+1)
		}
	}
	s.checkType(rules["type"], v, at)
	if list, ok := rules["enum"].([]any); ok && !slices.ContainsFunc(list, func(x any) bool { return sameJSON(x, v) }) {
		s.fault(at, "Value should match one of the values specified by the enum")
	}
	if x, ok := rules["const"]; ok && !sameJSON(x, v) {
		s.fault(at, "Expected "+jsonText(x))
	}
	s.combine(rules, v, at, depth)
	switch x := v.(type) {
	case json.Number:
		s.checkNumber(rules, x, at)
	case string:
		s.checkString(rules, x, at)
	case []any:
		s.checkItems(rules, x, at, depth)
	case map[string]any:
		s.checkProperties(rules, x, at, depth)
	}
}

// resolve finds what a reference within the schema names.
func (s *jsonSchema) resolve(ref string) (any, bool) {
	path, ok := strings.CutPrefix(ref, "#")
	if !ok {
		return nil, false
	}
	at := s.root
	for _, step := range strings.Split(strings.TrimPrefix(path, "/"), "/") {
		if step == "" {
			continue
		}
		m, ok := at.(map[string]any)
		if !ok {
			return nil, false
		}
		if at, ok = m[strings.NewReplacer("~1", "/", "~0", "~").Replace(step)]; !ok {
			return nil, false
		}
	}
	return at, true
}

func (s *jsonSchema) checkType(rule, v any, at string) {
	var allowed []string
	switch t := rule.(type) {
	case string:
		allowed = []string{t}
	case []any:
		for _, x := range t {
			if name, ok := x.(string); ok {
				allowed = append(allowed, name)
			}
		}
	}
	is := jsonType(v)
	if len(allowed) == 0 || slices.Contains(allowed, is) || is == "integer" && slices.Contains(allowed, "number") {
		return
	}
	s.fault(at, "Value is "+strconv.Quote(is)+" but should be "+jsonText(rule))
}

func jsonType(v any) string {
	switch x := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	case json.Number:
		if f, err := x.Float64(); err == nil && f == math.Trunc(f) {
			return "integer"
		}
	}
	return "number"
}

func jsonText(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // what was decoded can be encoded
	return strings.TrimSpace(b.String())
}

func sameJSON(a, b any) bool {
	x, isNumber := a.(json.Number)
	y, alsoNumber := b.(json.Number)
	if isNumber && alsoNumber {
		p, _ := x.Float64()
		q, _ := y.Float64()
		return p == q
	}
	return reflect.DeepEqual(a, b)
}

func (s *jsonSchema) combine(rules map[string]any, v any, at string, depth int) {
	if all, ok := rules["allOf"].([]any); ok {
		for _, x := range all {
			s.check(x, v, at, depth+1)
		}
	}
	if any, ok := rules["anyOf"].([]any); ok && !slices.ContainsFunc(any, func(x interface{}) bool { return s.holds(x, v, at, depth+1) }) {
		for _, x := range any {
			s.check(x, v, at, depth+1)
		}
	}
	if one, ok := rules["oneOf"].([]any); ok {
		n := 0
		for _, x := range one {
			if s.holds(x, v, at, depth+1) {
				n++
			}
		}
		if n != 1 {
			s.fault(at, "Expected 1 matching subschema but found "+strconv.Itoa(n))
		}
	}
	if not, ok := rules["not"]; ok && s.holds(not, v, at, depth+1) {
		s.fault(at, "Value should not match the subschema")
	}
}

func (s *jsonSchema) checkNumber(rules map[string]any, v json.Number, at string) {
	n, err := v.Float64()
	if err != nil {
		return
	}
	for _, limit := range [...]struct {
		keyword, text string
		ok            func(limit float64) bool
	}{
		{"minimum", "at least", func(l float64) bool { return n >= l }}, {"maximum", "at most", func(l float64) bool { return n <= l }},
		{"exclusiveMinimum", "greater than", func(l float64) bool { return n > l }}, {"exclusiveMaximum", "less than", func(l float64) bool { return n < l }},
		{"multipleOf", "a multiple of", func(l float64) bool { return l == 0 || math.Mod(n, l) == 0 }},
	} {
		if l, ok := numberOf(rules[limit.keyword]); ok && !limit.ok(l) {
			s.fault(at, v.String()+" should be "+limit.text+" "+jsonText(rules[limit.keyword]))
		}
	}
}

func numberOf(v any) (float64, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	f, err := n.Float64()
	return f, err == nil
}

func (s *jsonSchema) checkString(rules map[string]any, v, at string) {
	n := float64(utf8.RuneCountInString(v))
	if l, ok := numberOf(rules["minLength"]); ok && n < l {
		s.fault(at, "Value should be at least "+jsonText(rules["minLength"])+" characters")
	}
	if l, ok := numberOf(rules["maxLength"]); ok && n > l {
		s.fault(at, "Value should be at most "+jsonText(rules["maxLength"])+" characters")
	}
	if p, ok := rules["pattern"].(string); ok && s.patterns != nil {
		re, err := s.patterns.CompilePattern(p, value.OfInt(0))
		if err != nil {
			return
		}
		if match, err := re.MatchString(v); err == nil && !match {
			s.fault(at, "The string value is not a match for the indicated regular expression")
		}
	}
}

func (s *jsonSchema) checkItems(rules map[string]any, v []any, at string, depth int) {
	if l, ok := numberOf(rules["minItems"]); ok && float64(len(v)) < l {
		s.fault(at, "Value should have at least "+jsonText(rules["minItems"])+" items")
	}
	if l, ok := numberOf(rules["maxItems"]); ok && float64(len(v)) > l {
		s.fault(at, "Value should have at most "+jsonText(rules["maxItems"])+" items")
	}
	if items, ok := rules["items"]; ok {
		for i, x := range v {
			s.check(items, x, at+"/"+strconv.Itoa(i), depth+1)
		}
	}
}

func (s *jsonSchema) checkProperties(rules map[string]any, v map[string]any, at string, depth int) {
	if required, ok := rules["required"].([]any); ok {
		var missing []any
		for _, x := range required {
			if name, ok := x.(string); ok {
				if _, there := v[name]; !there {
					missing = append(missing, x)
				}
			}
		}
		if len(missing) > 0 {
			s.fault(at, "Required properties "+jsonText(missing)+" are not present")
		}
	}
	declared, _ := rules["properties"].(map[string]any)
	names := make([]string, 0, len(v))
	for name := range v {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		place := at + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
		if x, ok := declared[name]; ok {
			s.check(x, v[name], place, depth+1)
		} else if more, ok := rules["additionalProperties"]; ok {
			s.check(more, v[name], place, depth+1)
		}
	}
}
