package utility

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"rehearse/runtime"
	"rehearse/runtime/value"
)

var (
	typeMeasureInfo        = newRecordType("Microsoft.PowerShell.Commands.MeasureInfo", value.TypeObject)
	typeGenericMeasureInfo = newRecordType("Microsoft.PowerShell.Commands.GenericMeasureInfo", typeMeasureInfo.Type,
		recordProperty{"Count", value.TypeInt32}, recordProperty{"Average", nullableDouble}, recordProperty{"Sum", nullableDouble},
		recordProperty{"Maximum", nullableDouble}, recordProperty{"Minimum", nullableDouble}, recordProperty{"StandardDeviation", nullableDouble},
		recordProperty{"Property", value.TypeString})
	typeObjectMeasureInfo = newRecordType("Microsoft.PowerShell.Commands.GenericObjectMeasureInfo", typeMeasureInfo.Type,
		recordProperty{"Count", value.TypeInt32}, recordProperty{"Average", nullableDouble}, recordProperty{"Sum", nullableDouble},
		recordProperty{"Maximum", value.TypeObject}, recordProperty{"Minimum", value.TypeObject}, recordProperty{"StandardDeviation", nullableDouble},
		recordProperty{"Property", value.TypeString})
	typeTextMeasureInfo = newRecordType("Microsoft.PowerShell.Commands.TextMeasureInfo", typeMeasureInfo.Type,
		recordProperty{"Lines", value.TypeInt32}, recordProperty{"Words", value.TypeInt32}, recordProperty{"Characters", value.TypeInt32},
		recordProperty{"Property", value.TypeString})
	nullableDouble = value.TypeDouble
)

// figures are what Measure-Object computes of the values under one name.
type figures struct {
	name                                        string
	by                                          comparison
	text                                        bool
	sums, averages, deviates, largest, smallest bool
	lines, words, characters, noSpace           bool
	count                                       int
	sum, mean, squares                          float64 // squares: of the distances from the mean
	failed                                      bool    // a value was not numeric: there is no sum then
	highest, lowest                             value.Value
	any                                         bool // highest and lowest are set
	lineCount, wordCount, characterCount        int
}

// add counts one value in. A property may be $null or empty, which counts as 0.
func (f *figures) add(c *runtime.Call, v value.Value) error {
	if f.text {
		f.addText(value.ToString(v))
		return nil
	}
	f.count++
	if f.sums || f.averages || f.deviates {
		if err := f.addNumber(c, v); err != nil {
			return err
		}
	}
	if f.largest || f.smallest {
		return f.addExtreme(v)
	}
	return nil
}

func (f *figures) addNumber(c *runtime.Call, v value.Value) error {
	n, ok := number(v)
	if !ok {
		f.failed = true
		return c.Fail(value.Throw(value.PSInvalidOperation, "NonNumericInputObject", "Input object \""+f.by.ownText(v)+"\" is not numeric.").With(value.InvalidType, v))
	}
	f.sum += n
	d := n - f.mean
	f.mean += d / float64(f.count)
	f.squares += d * (n - f.mean)
	return nil
}

// number is a value as a number; $null and empty text are 0.
func number(v value.Value) (float64, bool) {
	if v.IsInt32() {
		return float64(v.Int()), true
	}
	n, ok := value.TryConvert(v, value.TypeDouble)
	return n.Float(), ok
}

// addExtreme keeps the largest and the smallest value: numbers and texts that look like some as numbers, before all other values.
func (f *figures) addExtreme(v value.Value) error {
	if n, ok := number(v); ok {
		v = value.OfDouble(n)
	}
	if !f.any {
		f.any, f.highest, f.lowest = true, v, v
		return f.ordered(v)
	}
	if f.before(f.highest, v) {
		f.highest = v
	}
	if f.before(v, f.lowest) {
		f.lowest = v
	}
	return f.ordered(v)
}

// ordered is the error of a value that has no order.
func (f *figures) ordered(v value.Value) error {
	if !runtime.IsList(v) {
		return nil
	}
	return value.Throw(value.PSArgumentException, "Argument", "Cannot compare \""+f.by.ownText(v)+"\" because it is not IComparable.").With(value.InvalidArgument, value.NullValue)
}

func (f *figures) before(a, b value.Value) bool {
	if x, y := a.IsDouble(), b.IsDouble(); x && y {
		return a.Float() < b.Float()
	} else if x != y {
		return x
	}
	return f.by.compare(a, b) < 0
}

func (f *figures) addText(s string) {
	if f.lines && s != "" {
		f.lineCount += strings.Count(s, "\n")
		if s[len(s)-1] != '\n' {
			f.lineCount++
		}
	}
	if f.words {
		f.wordCount += len(strings.FieldsFunc(s, unicode.IsSpace))
	}
	if !f.characters {
		return
	}
	for _, r := range s {
		switch {
		case f.noSpace && unicode.IsSpace(r):
		case utf8.RuneLen(r) == 4:
			f.characterCount += 2
		default:
			f.characterCount++
		}
	}
}

// result is the object that shows the figures.
func (f *figures) result(named bool) value.Value {
	name := value.NullValue
	if named {
		name = value.OfString(f.name)
	}
	if f.text {
		count := func(asked bool, n int) value.Value {
			if !asked {
				return value.NullValue
			}
			return value.OfInt(n)
		}
		return typeTextMeasureInfo.of(count(f.lines, f.lineCount), count(f.words, f.wordCount), count(f.characters, f.characterCount), name)
	}
	number := func(asked bool, n float64) value.Value {
		if !asked || f.failed {
			return value.NullValue
		}
		return value.OfDouble(n)
	}
	extreme := func(asked bool, v value.Value) value.Value {
		if !asked || !f.any {
			return value.NullValue
		}
		return v
	}
	t := typeGenericMeasureInfo
	high, low := extreme(f.largest, f.highest), extreme(f.smallest, f.lowest)
	if !isNumber(high) || !isNumber(low) {
		t = typeObjectMeasureInfo
	}
	average := 0.0
	if f.count > 0 {
		average = f.sum / float64(f.count)
	}
	deviation := 0.0
	if f.count > 1 {
		deviation = math.Sqrt(f.squares / float64(f.count-1))
	}
	return t.of(value.OfInt(f.count), number(f.averages && f.count > 0, average), number(f.sums, f.sum), high, low,
		number(f.deviates && f.count > 0, deviation), name)
}

// isNumber is true for a number and for no value at all.
func isNumber(v value.Value) bool { return v.IsNull() || v.IsDouble() }
