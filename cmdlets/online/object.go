package online

import (
	"time"

	"rehearse/runtime/value"
)

// Builder makes the property bag of a result, property by property. Results made in the same order share a shape.
type Builder struct{ o *value.PSObject }

// New begins an object with these type names, most specific first; System.Object ends the list. In a string it shows the first of
// them, as .NET objects do, unless Texter gives another text.
func New(types ...string) Builder {
	o := value.NewCustom()
	if len(types) > 0 {
		o.SetTypeNames(append(types, "System.Object"))
		o.SetText(types[0])
	}
	return Builder{o}
}

// Selection begins an object that the module makes with Select-Object: a custom object, whose text lists its properties.
func Selection(typeName string) Builder {
	o := value.NewCustom()
	o.SetTypeNames([]string{typeName, "System.Object"})
	return Builder{o}
}

// Reserve makes room for so many properties.
func (b Builder) Reserve(n int) { b.o.Reserve(n) }

// Text adds a text; the empty text stays one.
func (b Builder) Text(name, s string) Builder { return b.Put(name, value.OfString(s)) }

// Optional adds a text, $null if it is empty.
func (b Builder) Optional(name, s string) Builder {
	if s == "" {
		return b.Put(name, value.NullValue)
	}
	return b.Text(name, s)
}

// Flag adds a boolean.
func (b Builder) Flag(name string, f bool) Builder { return b.Put(name, value.OfBool(f)) }

// Int adds a number.
func (b Builder) Int(name string, n int) Builder { return b.Put(name, value.OfInt(n)) }

// Time adds a date, $null if it is zero.
func (b Builder) Time(name string, t time.Time) Builder {
	if t.IsZero() {
		return b.Put(name, value.NullValue)
	}
	return b.Put(name, value.OfTime(t, 1))
}

// Texts adds a list of texts.
func (b Builder) Texts(name string, list []string) Builder {
	return b.Put(name, value.OfStrings(list))
}

// Null adds a property without value.
func (b Builder) Null(names ...string) Builder {
	for _, n := range names {
		b.o.Set(n, value.NullValue)
	}
	return b
}

// Put adds any value.
func (b Builder) Put(name string, v value.Value) Builder {
	b.o.Set(name, v)
	return b
}

// Value is the object.
func (b Builder) Value() value.Value { return value.Of(b.o) }

// Texter gives the object a text of its own in strings, as ToString() of the service's types does.
func (b Builder) Texter(s string) Builder {
	b.o.SetText(s)
	return b
}
