package dotnet

import "rehearse/runtime/value"

// fromSpan is the body of an overload that takes a span. Scripts have no spans, so it is never chosen; it is there because it counts
// among the candidates, and because listings show it.
func fromSpan(value.Value, []value.Value) value.Value { return value.NullValue }

// tryFormatRows are the formatting methods into spans that numbers, dates and identifiers have.
var tryFormatRows = []method{
	{sig: "bool TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)", do: fromSpan},
	{sig: "bool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)", do: fromSpan},
}
