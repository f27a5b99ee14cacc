package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// StringBuilder is System.Text.StringBuilder. It keeps UTF-8 bytes and joins halves of pairs as they come.
type StringBuilder struct {
	value.Extended
	text     []byte
	capacity int // as it was asked for, 16 if not
}

var typeStringBuilder = class("System.Text.StringBuilder", value.TypeObject, value.Sealed)

// TypeOf is StringBuilder.
func (*StringBuilder) TypeOf() *value.Type { return typeStringBuilder }

// ToText is the text.
func (b *StringBuilder) ToText() string { return string(b.text) }

func (b *StringBuilder) append(s string) {
	if len(s) >= 3 && s[0] == 0xed && len(b.text) >= 3 {
		// A low surrogate may complete the high one that stands at the end.
		n := len(b.text) - 3
		joined := text.Concat(string(b.text[n:]), s)
		b.text = append(b.text[:n], joined...)
		return
	}
	b.text = append(b.text, s...)
}

func builderOf(v value.Value) *StringBuilder {
	b, _ := value.As[*StringBuilder](v)
	return b
}

func (b *StringBuilder) length() int { return text.Utf16Len(string(b.text)) }

// appending is Append or AppendLine.
func appending(line bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		b := builderOf(v)
		s, err := appended(env, a)
		if err != nil {
			return v, err
		}
		if line {
			s += newline(env)
		}
		if len(b.text)+len(s) > maxStringUnits {
			return v, tooLong()
		}
		b.append(s)
		return v, nil
	}
}

func appended(env value.Env, a []value.Value) (string, error) {
	switch {
	case len(a) == 0 || a[0].IsNull():
		return "", nil
	case len(a) == 2:
		x, err := repeatChar(uint16(a[0].Int()), integer(a[1]))
		return x.Str(), err
	case len(a) == 3:
		s := charsOrText(a[0])
		if err := checkRange(integer(a[1]), integer(a[2]), text.Utf16Len(s)); err != nil {
			return "", err
		}
		return text.Utf16Slice(s, integer(a[1]), integer(a[2])), nil
	}
	if arr, ok := value.As[*value.Array](a[0].Base()); ok && arr.Type.Elem == value.TypeChar {
		return text.FromUtf16(units(a[0])), nil
	} else if ok {
		return arr.Type.FullName, nil
	}
	return netString(env, a[0])
}

func charsOrText(v value.Value) string {
	if v.IsString() {
		return v.Str()
	}
	return text.FromUtf16(units(v))
}

// replaced sets the text and gives the builder.
func replaced(v value.Value, s string) value.Value {
	builderOf(v).text = []byte(s)
	return v
}

var stringBuilderTable = table{
	ctors: []ctor{
		{"()", newBuilder}, {"(int capacity)", newBuilder}, {"(string value)", newBuilder}, {"(string value, int capacity)", newBuilder},
		{"(int capacity, int maxCapacity)", newBuilder},
	},
	props: []prop{
		{sig: "int Capacity", get: func(v value.Value) value.Value {
			b := builderOf(v)
			c, n := b.capacity, b.length()
			for c < n {
				c *= 2
			}
			return value.OfInt(c)
		}, set: func(_ value.Env, v, x value.Value) error { builderOf(v).capacity = max(integer(x), 1); return nil }},
		{sig: "int MaxCapacity", get: func(value.Value) value.Value { return value.OfInt(0x7fffffff) }},
		{sig: "int Length", get: func(v value.Value) value.Value { return value.OfInt(builderOf(v).length()) }, set: func(_ value.Env, v, x value.Value) error {
			b, n := builderOf(v), integer(x)
			if n < 0 {
				return rangeErrorValue("value", "value ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
			}
			if n > maxStringUnits {
				return rangeError("value", "Length cannot be less than zero or exceed capacity.")
			}
			if have := b.length(); n > have {
				b.text = append(b.text, make([]byte, n-have)...)
			} else {
				b.text = []byte(text.Utf16Slice(string(b.text), 0, n))
			}
			return nil
		}},
	},
	methods: concatRows(appendRows(), builderRows),
}

// maxArrayLength is how many elements .NET's arrays have at most.
const maxArrayLength = 0x7fffffc7

func newBuilder(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	b := &StringBuilder{capacity: 16}
	for _, x := range a {
		if x.IsInt32() {
			switch b.capacity = integer(x); {
			case b.capacity < 0:
				return value.NullValue, rangeErrorValue("capacity", "capacity ('"+itoa(b.capacity)+"') must be a non-negative value.", itoa(b.capacity))
			case b.capacity == 0:
				b.capacity = 16
			case b.capacity > maxArrayLength:
				return value.NullValue, raise(value.OutOfMemoryException, "Array dimensions exceeded supported range.")
			}
			break
		}
		b.text = []byte(x.Str())
		b.capacity = max(16, b.length())
	}
	return value.Of(b), nil
}

func appendRows() []method {
	var rows []method
	for _, params := range []string{
		"char value, int repeatCount", "char[] value, int startIndex, int charCount", "string value", "string value, int startIndex, int count", "System.Text.StringBuilder value",
		"bool value", "char value", "sbyte value", "byte value", "short value", "int value", "long value", "float value", "double value", "decimal value", "ushort value",
		"uint value", "ulong value", "System.Object value", "char[] value",
	} {
		rows = append(rows, method{sig: "System.Text.StringBuilder Append(" + params + ")", call: appending(false)})
	}
	return rows
}

func appendFormat(env value.Env, v value.Value, format string, list []value.Value, c *text.Culture) (value.Value, error) {
	s, err := composite(env, format, list, c)
	if err != nil {
		return v, err
	}
	builderOf(v).append(s.Str())
	return v, nil
}

func appendJoin(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
	s, err := joinList(env, v, a)
	if err != nil {
		return v, err
	}
	builderOf(v).append(s.Str())
	return v, nil
}

var builderRows = []method{
	{sig: "System.Text.StringBuilder AppendLine()", call: appending(true)},
	{sig: "System.Text.StringBuilder AppendLine(string value)", call: appending(true)},
	{sig: "System.Text.StringBuilder AppendFormat(string format, System.Object arg0)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		return appendFormat(env, v, a[0].Str(), a[1:], currentCulture(env))
	}},
	{sig: "System.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		return appendFormat(env, v, a[0].Str(), a[1:], currentCulture(env))
	}},
	{sig: "System.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1, System.Object arg2)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		return appendFormat(env, v, a[0].Str(), a[1:], currentCulture(env))
	}},
	{sig: "System.Text.StringBuilder AppendFormat(string format, params System.Object[] args)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		return appendFormat(env, v, a[0].Str(), items(a[1]), currentCulture(env))
	}},
	{sig: "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, params System.Object[] args)", call: func(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
		return appendFormat(env, v, a[1].Str(), items(a[2]), cultureOf(env, a[0]))
	}},
	{sig: "System.Text.StringBuilder AppendJoin(string separator, params System.Object[] values)", call: appendJoin},
	{sig: "System.Text.StringBuilder AppendJoin(string separator, params string[] values)", call: appendJoin},
	{sig: "System.Text.StringBuilder AppendJoin(char separator, params System.Object[] values)", call: appendJoin},
	{sig: "System.Text.StringBuilder AppendJoin(char separator, params string[] values)", call: appendJoin},
	{sig: "System.Text.StringBuilder Clear()", do: func(v value.Value, _ []value.Value) value.Value { return replaced(v, "") }},
	{sig: "System.Text.StringBuilder Insert(int index, string value)", call: insertText},
	{sig: "System.Text.StringBuilder Insert(int index, char value)", call: insertText},
	{sig: "System.Text.StringBuilder Insert(int index, System.Object value)", call: insertText},
	{sig: "System.Text.StringBuilder Insert(int index, string value, int count)", call: insertText},
	{sig: "System.Text.StringBuilder Remove(int startIndex, int length)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		s, at, n := string(builderOf(v).text), integer(a[0]), integer(a[1])
		total := text.Utf16Len(s)
		switch {
		case n < 0:
			return v, rangeErrorValue("length", "length ('"+itoa(n)+"') must be a non-negative value.", itoa(n))
		case at < 0:
			return v, rangeErrorValue("startIndex", "startIndex ('"+itoa(at)+"') must be a non-negative value.", itoa(at))
		case at+n > total:
			return v, rangeError("length", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		return replaced(v, text.Concat(text.Utf16Slice(s, 0, at), text.Utf16Slice(s, at+n, total-at-n))), nil
	}},
	{sig: "System.Text.StringBuilder Replace(string oldValue, string newValue)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		s, err := replaceText(string(builderOf(v).text), a[0].Str(), a[1].Str(), text.Ordinal)
		if err != nil {
			return v, err
		}
		return replaced(v, s.Str()), nil
	}},
	{sig: "System.Text.StringBuilder Replace(string oldValue, string newValue, int startIndex, int count)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		s, at, n := string(builderOf(v).text), integer(a[2]), integer(a[3])
		total := text.Utf16Len(s)
		if err := checkRange(at, n, total); err != nil {
			return v, err
		}
		mid, err := replaceText(text.Utf16Slice(s, at, n), a[0].Str(), a[1].Str(), text.Ordinal)
		if err != nil {
			return v, err
		}
		return replaced(v, text.Utf16Slice(s, 0, at)+mid.Str()+text.Utf16Slice(s, at+n, total-at-n)), nil
	}},
	{sig: "System.Text.StringBuilder Replace(char oldChar, char newChar)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		s, err := replaceText(string(builderOf(v).text), charText(a[0]), charText(a[1]), text.Ordinal)
		if err != nil {
			return v, err
		}
		return replaced(v, s.Str()), nil
	}},
	{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(builderOf(v).ToText()) }},
	{sig: "string ToString(int startIndex, int length)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		s := builderOf(v).ToText()
		if err := checkRange(integer(a[0]), integer(a[1]), text.Utf16Len(s)); err != nil {
			return v, err
		}
		return value.OfString(text.Utf16Slice(s, integer(a[0]), integer(a[1]))), nil
	}},
	{sig: "int EnsureCapacity(int capacity)", do: func(_ value.Value, a []value.Value) value.Value { return a[0] }},
	{sig: "bool Equals(System.Text.StringBuilder sb)", do: func(v value.Value, a []value.Value) value.Value {
		o := builderOf(a[0])
		return value.OfBool(o != nil && o.ToText() == builderOf(v).ToText())
	}},
	{sig: "char get_Item(int index)", call: builderChar},
	{sig: "char Chars(int index)", call: builderChar},
	{sig: "void set_Item(int index, char value)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		u, i := text.ToUtf16(builderOf(v).ToText()), integer(a[0])
		if i < 0 || i >= len(u) {
			return v, rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		u[i] = uint16(a[1].Int())
		replaced(v, text.FromUtf16(u))
		return value.NothingValue, nil
	}},
}

func builderChar(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
	s, i := builderOf(v).ToText(), integer(a[0])
	if i < 0 || i >= text.Utf16Len(s) {
		return v, value.Throw(value.IndexOutOfRangeException, "", "Index was outside the bounds of the array.")
	}
	return value.OfChar(text.Utf16At(s, i)), nil
}

func insertText(env value.Env, v value.Value, a []value.Value) (value.Value, error) {
	s, at := builderOf(v).ToText(), integer(a[0])
	total := text.Utf16Len(s)
	if at < 0 || at > total {
		return v, rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
	}
	x, err := netString(env, a[1])
	if err != nil {
		return v, err
	}
	n := 1
	if len(a) > 2 {
		n = integer(a[2])
	}
	out := text.Utf16Slice(s, 0, at)
	for range n {
		if out += x; len(out) > maxStringUnits {
			return v, tooLong()
		}
	}
	return replaced(v, text.Concat(out, text.Utf16Slice(s, at, total-at))), nil
}
