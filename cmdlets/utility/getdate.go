package utility

import (
	"math"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	dateDate = iota
	dateUnix
	dateYear
	dateMonth
	dateDay
	dateHour
	dateMinute
	dateSecond
	dateMillisecond
	dateHint
	dateUFormat
	dateFormat
	dateUTC
)

// The sets pair the two ways to give a date with the two ways to format it.
const (
	dateSet        = "DateAndFormat"
	dateUFormatSet = "DateAndUFormat"
	unixSet        = "UnixTimeSecondsAndFormat"
	unixUFormatSet = "UnixTimeSecondsAndUFormat"
)

// typeDisplayHint is the enumeration of -DisplayHint.
var typeDisplayHint = value.NewEnum("Microsoft.PowerShell.Commands.DisplayHintType", []string{"Date", "Time", "DateTime"}, []int64{0, 1, 2})

var getDate = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Date", TypeName: "Microsoft.PowerShell.Commands.GetDateCommand", Cmdlet: true, DefaultSet: dateSet,
		Params: []bind.Parameter{
			dateDate: {Name: "Date", Aliases: []string{"LastWriteTime"}, Type: value.TypeDateTime, Sets: []bind.Membership{
				{Set: dateSet, Position: 0, FromPipeline: true, FromPipelineByName: true}, {Set: dateUFormatSet, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			dateUnix: {Name: "UnixTimeSeconds", Aliases: []string{"UnixTime"}, Type: value.TypeInt64, Sets: []bind.Membership{
				{Set: unixSet, Mandatory: true, Position: bind.NoPosition}, {Set: unixUFormatSet, Mandatory: true, Position: bind.NoPosition}}},
			dateYear:        datePart("Year", 1, 9999),
			dateMonth:       datePart("Month", 1, 12),
			dateDay:         datePart("Day", 1, 31),
			dateHour:        datePart("Hour", 0, 23),
			dateMinute:      datePart("Minute", 0, 59),
			dateSecond:      datePart("Second", 0, 59),
			dateMillisecond: datePart("Millisecond", 0, 999),
			dateHint:        {Name: "DisplayHint", Type: typeDisplayHint, Sets: inSets(dateSet, unixSet), Default: value.OfEnum(typeDisplayHint.Enum, 2)},
			dateUFormat: {Name: "UFormat", Type: value.TypeString, Sets: []bind.Membership{
				{Set: dateUFormatSet, Mandatory: true, Position: bind.NoPosition}, {Set: unixUFormatSet, Mandatory: true, Position: bind.NoPosition}}},
			dateFormat: {Name: "Format", Type: value.TypeString, Sets: inSets(dateSet, unixSet)},
			dateUTC:    switched("AsUTC"),
		}},
	Module: module, Synopsis: "Gives the date and time of the virtual clock, or another date.",
	New: runtime.Run(func(c *runtime.Call) error {
		d, err := dateOf(c)
		if err != nil {
			return err
		}
		switch {
		case c.Bound(dateUFormat):
			s, err := unixFormat(c, d, c.String(dateUFormat))
			if err != nil {
				return err
			}
			return c.Write(value.OfString(s))
		case c.Bound(dateFormat):
			return writeFormatted(c, d, c.String(dateFormat))
		}
		o := value.Wrap(d)
		o.Set("DisplayHint", c.Value(dateHint))
		return c.Write(value.Of(o))
	}),
}

func datePart(name string, low, high int) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeInt32, Sets: anywhere(), Validate: between(low, high)}
}

const (
	ticksPerMillisecond = 10_000
	ticksPerSecond      = 1000 * ticksPerMillisecond
	unixEpochTicks      = 621355968000000000
	utcKind             = 1
	localKind           = 2
)

// dateOf is the date that the parameters describe (oracle/objects, section 16).
func dateOf(c *runtime.Call) (value.Value, error) {
	d := value.OfTime(c.Host().Clock.Now(), localKind)
	switch {
	case c.Bound(dateDate):
		d = c.Value(dateDate).Base()
	case c.Bound(dateUnix):
		const low, high = -62135596800, 253402300799
		n := c.Value(dateUnix).Int()
		if n < low || n > high {
			return d, value.Throw(value.ArgumentOutOfRangeException, "", "Valid values are between -62135596800 and 253402300799, inclusive. (Parameter 'seconds')")
		}
		var err error
		if d, err = c.Method(value.OfDateTime(n*ticksPerSecond+unixEpochTicks, utcKind), "ToLocalTime", nil); err != nil {
			return d, err
		}
	}
	d, err := withParts(c, d)
	if err == nil && c.Switch(dateUTC) {
		d, err = c.Method(d, "ToUniversalTime", nil)
	}
	return d, err
}

// withParts replaces the parts of a date that were given; the day is cut to the length of the month.
func withParts(c *runtime.Call, d value.Value) (value.Value, error) {
	ticks := d.Ticks()
	year, month, day := text.YearMonthDay(ticks)
	hour, minute, second, _ := text.Clock(ticks)
	var err error
	for _, part := range [...]struct {
		param   int
		method  string
		present int
	}{
		{dateYear, "AddYears", year}, {dateMonth, "AddMonths", month}, {dateDay, "AddDays", day},
		{dateHour, "AddHours", hour}, {dateMinute, "AddMinutes", minute}, {dateSecond, "AddSeconds", second},
	} {
		if !c.Bound(part.param) {
			continue
		}
		if d, err = c.Method(d, part.method, []value.Value{value.OfInt(c.Int(part.param) - part.present)}); err != nil {
			return d, err
		}
	}
	if c.Bound(dateMillisecond) {
		ticks := d.Ticks()
		d = value.OfDateTime(ticks-ticks%ticksPerSecond+int64(c.Int(dateMillisecond))*ticksPerMillisecond, d.DateKind())
	}
	return d, nil
}

// writeFormatted writes a date as -Format asks; four names stand for formats that suit file names.
func writeFormatted(c *runtime.Call, d value.Value, format string) error {
	var err error
	switch {
	case value.EqualFold(format, "FileDate"):
		format = "yyyyMMdd"
	case value.EqualFold(format, "FileDateUniversal"):
		d, err = c.Method(d, "ToUniversalTime", nil)
		format = "yyyyMMddZ"
	case value.EqualFold(format, "FileDateTime"):
		format = "yyyyMMddTHHmmssffff"
	case value.EqualFold(format, "FileDateTimeUniversal"):
		d, err = c.Method(d, "ToUniversalTime", nil)
		format = "yyyyMMddTHHmmssffffZ"
	}
	if err != nil {
		return err
	}
	s, err := value.FormatValue(c.Env(), d, format)
	if err != nil {
		return err
	}
	return c.Write(value.OfString(s))
}

// unixSeconds are the seconds since 1970, a fraction dropped.
func unixSeconds(c *runtime.Call, d value.Value) (int64, error) {
	u, err := c.Method(d, "ToUniversalTime", nil)
	if err != nil {
		return 0, err
	}
	return int64(math.Floor(float64(u.Ticks()-unixEpochTicks) / ticksPerSecond)), nil
}
