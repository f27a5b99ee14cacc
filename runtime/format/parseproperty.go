package format

import (
	"strings"

	"rehearse/runtime/value"
)

// Keys of a calculated property. Each command allows some of them (formatting README, section 7).
type propertyKeys uint8

const (
	nameKey propertyKeys = 1 << iota
	formatKey
	widthKey
	alignmentKey
	depthKey
	orderKeys
)

// keysOf are the keys beside expression that the properties of a command may have.
func keysOf(kind ViewKind) propertyKeys {
	switch kind {
	case TableView:
		return nameKey | formatKey | widthKey | alignmentKey
	case ListView:
		return nameKey | formatKey
	case WideView:
		return formatKey
	}
	return depthKey
}

// ParseProperties are the values of -Property of the command that makes views of that kind. The error is a *value.ErrorRecord
// with the id and text of formatting README, section 7, still without the command.
func ParseProperties(kind ViewKind, values []value.Value) ([]Property, error) {
	return parseProperties(values, keysOf(kind))
}

// ParseSelection are the values of -Property of Select-Object, which may be named.
func ParseSelection(values []value.Value) ([]Property, error) {
	return parseProperties(values, nameKey)
}

// ParseSorting are the values of -Property of Sort-Object, which may have an order of their own.
func ParseSorting(values []value.Value) ([]Property, error) {
	return parseProperties(values, orderKeys)
}

// ParseKeys are the values of -Property of Group-Object and Compare-Object, which have an expression only.
func ParseKeys(values []value.Value) ([]Property, error) { return parseProperties(values, 0) }

func parseProperties(values []value.Value, keys propertyKeys) ([]Property, error) {
	props := make([]Property, 0, len(values))
	for _, v := range values {
		p, err := parseProperty(v, keys)
		if err != nil {
			return nil, err
		}
		props = append(props, *p)
	}
	return props, nil
}

// ParseGroupBy is the value of -GroupBy.
func ParseGroupBy(v value.Value) (*Property, error) { return parseProperty(v, nameKey|formatKey) }

const expressionTypes = "{System.String, System.Management.Automation.ScriptBlock}"

func parseProperty(v value.Value, keys propertyKeys) (*Property, error) {
	b := v.Base()
	if b.IsNull() {
		return nil, badProperty("DictionaryKeyUnknownType", "The value of a parameter was null; one of the following types was expected: "+expressionTypes+".")
	}
	if d, ok := value.As[*value.Dictionary](b); ok {
		return parseCalculated(d, keys)
	}
	p := &Property{}
	if !p.express(b) {
		return nil, badProperty("DictionaryKeyUnknownType", "Cannot convert "+value.TypeOf(b).FullName+" to one of the following types "+expressionTypes+".")
	}
	if b.IsString() && b.Str() == "" {
		return nil, badProperty("ExpressionEmptyString2", "An empty string value is not allowed.")
	}
	return p, nil
}

// express takes a property name or script block; false if v is neither.
func (p *Property) express(v value.Value) bool {
	switch {
	case v.IsString():
		p.Name = v.Str()
	case value.TypeOf(v) == value.TypeScriptBlock:
		p.Block, p.Text = v, value.ToString(v)
	default:
		return false
	}
	return true
}

// propertyKey is one key that a calculated property may have.
type propertyKey struct {
	name string
	need propertyKeys // 0: always allowed
	take func(p *Property, key string, v value.Value) error
}

func propertyKeyTable() []propertyKey {
	return []propertyKey{
		{"expression", 0, takeExpression},
		{"name", nameKey, takeName},
		{"label", nameKey, takeName},
		{"formatString", formatKey, takeFormatString},
		{"width", widthKey, takeWidth},
		{"alignment", alignmentKey, takeAlignment},
		{"depth", depthKey, takeDepth},
		{"ascending", orderKeys, takeAscending},
		{"descending", orderKeys, takeDescending},
	}
}

// propertyKeyCount is the length of propertyKeyTable.
const propertyKeyCount = 9

func parseCalculated(d *value.Dictionary, keys propertyKeys) (*Property, error) {
	table := propertyKeyTable()
	p := &Property{}
	var used [propertyKeyCount]bool
	var failure error
	d.All(func(k, v value.Value) bool {
		failure = parseKey(p, table, &used, keys, k.Base(), v.Base())
		return failure == nil
	})
	if failure != nil {
		return nil, failure
	}
	if !used[0] {
		return nil, badProperty("DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.")
	}
	return p, nil
}

func parseKey(p *Property, table []propertyKey, used *[propertyKeyCount]bool, keys propertyKeys, k, v value.Value) error {
	if !k.IsString() {
		return badProperty("DictionaryKeyNonString", "The "+value.TypeOf(k).Name+" key type is not valid. The key must be a string.")
	}
	key := k.Str()
	for i := range table {
		entry := &table[i]
		if entry.need != 0 && keys&entry.need == 0 || key == "" || len(key) > len(entry.name) || !value.EqualFold(entry.name[:len(key)], key) {
			continue
		}
		if used[i] {
			return badProperty("DictionaryKeyDuplicate", "The duplicated key \""+key+"\" conflicts with \""+entry.name+"\".")
		}
		used[i] = true
		if v.IsNull() {
			return badProperty("DictionaryKeyMissingValue", "The "+key+" key has no value.")
		}
		return entry.take(p, key, v)
	}
	return badProperty("DictionaryKeyIllegal", "The "+key+" key is not valid.")
}

func takeExpression(p *Property, key string, v value.Value) error {
	if !p.express(v) {
		return badProperty("DictionaryKeyIllegalValue1", "The \""+key+"\" key has a type, "+value.TypeOf(v).FullName+
			", that is not valid; expected types are "+expressionTypes+".")
	}
	if v.IsString() && v.Str() == "" {
		return badProperty("ExpressionEmptyString1", "The \"expression\" key cannot have an empty string value.")
	}
	return nil
}

// mustBe is the error of a value that is not of the one type a key takes.
func mustBe(key string, v value.Value, want *value.Type) error {
	if value.TypeOf(v) == want {
		return nil
	}
	return badProperty("DictionaryKeyIllegalValue2", "The \""+key+"\" key has a type, "+value.TypeOf(v).FullName+
		", that is not valid; expected type is "+want.FullName+".")
}

func takeName(p *Property, key string, v value.Value) error {
	p.Label = v.Str()
	return mustBe(key, v, value.TypeString)
}

func takeFormatString(p *Property, key string, v value.Value) error {
	if err := mustBe(key, v, value.TypeString); err != nil {
		return err
	}
	if p.FormatString = v.Str(); p.FormatString == "" {
		return badProperty("FormatStringEmpty", "Cannot have an empty formatting string for key \"formatString\".")
	}
	return nil
}

func takeWidth(p *Property, key string, v value.Value) error {
	if err := mustBe(key, v, value.TypeInt32); err != nil {
		return err
	}
	if p.Width = int(v.Int32()); p.Width <= 0 {
		return badProperty("WidthOutOfRange", "The value \""+value.ToString(v)+"\" for key \"width\" should be greater than 0.")
	}
	return nil
}

func takeAlignment(p *Property, key string, v value.Value) error {
	if err := mustBe(key, v, value.TypeString); err != nil {
		return err
	}
	given := strings.ToLower(v.Str())
	for i, name := range [...]string{"left", "center", "right"} {
		if given != "" && strings.HasPrefix(name, given) {
			p.Align = AlignLeft + Alignment(i)
			return nil
		}
	}
	return badProperty("AlignmentIllegalValue", "The value \""+v.Str()+"\" for key \"alignment\" is not valid; valid values are {left, center, right}.")
}

func takeDepth(p *Property, key string, v value.Value) error {
	p.Depth = int(v.Int32())
	return mustBe(key, v, value.TypeInt32)
}

// takeAscending and takeDescending take the truth of any value.
func takeAscending(p *Property, _ string, v value.Value) error {
	p.Order = OrderDescending
	if value.Truth(v) {
		p.Order = OrderAscending
	}
	return nil
}

func takeDescending(p *Property, _ string, v value.Value) error {
	switch {
	case p.Order == OrderAscending: // -Ascending wins
	case value.Truth(v):
		p.Order = OrderDescending
	default:
		p.Order = OrderAscending
	}
	return nil
}

// badProperty is the error of a property that cannot be used; its exception has .NET's own text.
func badProperty(id, message string) error {
	const reason = "NotSupportedException"
	ex := value.Throw(value.NotSupportedException, id, "Specified method is not supported.").With(value.InvalidArgument, value.NullValue)
	return &value.ErrorRecord{Exception: ex, ID: id, Category: value.InvalidArgument, Reason: reason, Message: message}
}
