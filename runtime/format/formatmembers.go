package format

import "rehearse/runtime/value"

// What a script sees of format objects. The identifiers are fixed and name the kind of object; Export-Csv of a formatted table
// shows them (archive format-mistakes).

const classIDName = "ClassId2e4f51ef21dd47e99d3c952918aff9cd"

// internalType is a type of format objects with its class id and further properties, which are made when a script first asks.
func internalType(name, classID string, fill func() []value.Property) *value.Type {
	return &value.Type{
		Name: name, FullName: "Microsoft.PowerShell.Commands.Internal.Format." + name, Base: value.TypeObject, Flags: value.Sealed,
		Assembly: "System.Management.Automation",
		Members: &value.Members{Fill: func(m *value.Members) {
			m.Properties = append([]value.Property{constant(classIDName, value.OfString(classID))}, fill()...)
		}},
	}
}

// empty is a property that is always $null here.
func empty(name string) value.Property {
	return value.Property{Name: name, Get: func(value.Env, value.Value) (value.Value, error) { return value.NullValue, nil }}
}

// part is a property that shows a part of the object.
func part[T value.Object](name string, get func(T) value.Value) value.Property {
	return value.Property{Name: name, Get: func(_ value.Env, v value.Value) (value.Value, error) {
		o, ok := value.As[T](v.Base())
		if !ok {
			return value.NullValue, nil
		}
		return get(o), nil
	}}
}

var (
	typeFormatStartData = internalType("FormatStartData", "033ecb2bc07a4d43b5ef94ed5a35d280", func() []value.Property {
		return []value.Property{empty("pageHeaderEntry"), empty("pageFooterEntry"), empty("autosizeInfo"),
			part("shapeInfo", (*FormatStartData).shapeInfo), empty("groupingEntry")}
	})
	typeGroupStartData = internalType("GroupStartData", "9e210fe47d09416682b841769c78b8a3", func() []value.Property {
		return []value.Property{empty("shapeInfo"), empty("groupingEntry")}
	})
	typeFormatEntryData = internalType("FormatEntryData", "27c87ef9bbda4f709f6b4002fa4af63c", func() []value.Property {
		return []value.Property{part("formatEntryInfo", (*FormatEntryData).info),
			part("outOfBand", func(e *FormatEntryData) value.Value { return value.OfBool(e.outOfBand) }),
			constant("writeStream", value.OfString("None"))}
	})
	typeGroupEndData  = internalType("GroupEndData", "4ec4f0187cb04f4cb6973460dfe252df", grouping)
	typeFormatEndData = internalType("FormatEndData", "cf522b78d86c486691226b40aa69e95c", grouping)

	typeTableHeaderInfo = internalType("TableHeaderInfo", "e3b7a39c089845d388b2e84c5d38f5dd", func() []value.Property {
		return []value.Property{part("hideHeader", func(o *tableHeaderInfo) value.Value { return value.OfBool(o.shape.hideHeader) }),
			part("tableColumnInfoList", (*tableHeaderInfo).columns)}
	})
	typeTableColumnInfo = internalType("TableColumnInfo", "7572aa4155ec4558817a615acf7dd92e", func() []value.Property {
		return []value.Property{part("width", func(c *columnInfo) value.Value { return value.OfInt(c.width) }),
			part("alignment", func(c *columnInfo) value.Value { return value.OfInt(int(c.align)) }),
			part("label", func(c *columnInfo) value.Value { return textOrNull(c.label) }),
			part("propertyName", func(c *columnInfo) value.Value { return textOrNull(c.property) })}
	})
	typeShapeInfo     = internalType("ListViewHeaderInfo", "830bdcb24c1642258724e441512233a4", none)
	typeTableRowEntry = internalType("TableRowEntry", "0e59526e2dd441aa91e7fc952caf4a36", func() []value.Property {
		return []value.Property{part("formatPropertyFieldList", (*rowInfo).fields),
			part("multiLine", func(r *rowInfo) value.Value { return value.OfBool(r.entry.wrap) })}
	})
	typeFormatPropertyField = internalType("FormatPropertyField", "78b102e894f742aca8c1d6737b6ff86a", func() []value.Property {
		return []value.Property{part("propertyValue", func(f *fieldInfo) value.Value { return value.OfString(f.text) }),
			part("alignment", func(f *fieldInfo) value.Value { return value.OfInt(int(f.align)) })}
	})
	typeEntryInfo = internalType("ListViewEntry", "cf58f450baa848ef8eb3504008be6978", none)
)

func grouping() []value.Property { return []value.Property{empty("groupingEntry")} }

func none() []value.Property { return nil }

func textOrNull(s string) value.Value {
	if s == "" {
		return value.NullValue
	}
	return value.OfString(s)
}

// The views of format objects as objects of their own.
type (
	tableHeaderInfo struct{ shape *tableShape }
	columnInfo      struct{ column }
	shapeInfo       struct{}
	rowInfo         struct{ entry *FormatEntryData }
	fieldInfo       struct{ cell }
	entryInfo       struct{}
)

// TypeOf is the type a script sees.
func (*tableHeaderInfo) TypeOf() *value.Type { return typeTableHeaderInfo }

// TypeOf is the type a script sees.
func (*columnInfo) TypeOf() *value.Type { return typeTableColumnInfo }

// TypeOf is the type a script sees.
func (*shapeInfo) TypeOf() *value.Type { return typeShapeInfo }

// TypeOf is the type a script sees.
func (*rowInfo) TypeOf() *value.Type { return typeTableRowEntry }

// TypeOf is the type a script sees.
func (*fieldInfo) TypeOf() *value.Type { return typeFormatPropertyField }

// TypeOf is the type a script sees.
func (*entryInfo) TypeOf() *value.Type { return typeEntryInfo }

func (d *FormatStartData) shapeInfo() value.Value {
	if d.table != nil {
		return value.Of(&tableHeaderInfo{d.table})
	}
	return value.Of(&shapeInfo{})
}

func (o *tableHeaderInfo) columns() value.Value {
	items := make([]value.Value, len(o.shape.columns))
	for i, c := range o.shape.columns {
		items[i] = value.Of(&columnInfo{c})
	}
	return value.OfArray(items...)
}

func (e *FormatEntryData) info() value.Value {
	if e.kind == rowEntry {
		return value.Of(&rowInfo{e})
	}
	return value.Of(&entryInfo{})
}

func (r *rowInfo) fields() value.Value {
	items := make([]value.Value, len(r.entry.cells))
	for i, c := range r.entry.cells {
		items[i] = value.Of(&fieldInfo{c})
	}
	return value.OfArray(items...)
}
