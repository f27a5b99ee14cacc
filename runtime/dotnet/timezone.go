package dotnet

import (
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// zone is a TimeZoneInfo: the offset of winter, and the rule by which summer time comes.
type zone struct {
	id, windows   string
	offset        int // minutes ahead of UTC
	rule          summerRule
	display, name string
}

// summerRule is when summer time begins and ends.
type summerRule uint8

const (
	noSummer summerRule = iota
	europeanSummer
	americanSummer
	australianSummer
)

var (
	typeTimeZoneInfo = class("System.TimeZoneInfo", value.TypeObject, value.Sealed)

	utcZone = &zone{id: "UTC", windows: "UTC", display: "(UTC) Coordinated Universal Time", name: "Coordinated Universal Time"}
	zones   = []*zone{
		utcZone,
		{id: "Europe/London", windows: "GMT Standard Time", rule: europeanSummer, display: "(UTC+00:00) United Kingdom Time", name: "Greenwich Mean Time"},
		{id: "Europe/Dublin", rule: europeanSummer, display: "(UTC+00:00) Ireland Time", name: "Greenwich Mean Time"},
		{id: "Europe/Berlin", windows: "W. Europe Standard Time", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Berlin)", name: "Central European Standard Time"},
		{id: "Europe/Zurich", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Zurich)", name: "Central European Standard Time"},
		{id: "Europe/Vienna", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Vienna)", name: "Central European Standard Time"},
		{id: "Europe/Paris", windows: "Romance Standard Time", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Paris)", name: "Central European Standard Time"},
		{id: "Europe/Amsterdam", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Amsterdam)", name: "Central European Standard Time"},
		{id: "Europe/Oslo", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Oslo)", name: "Central European Standard Time"},
		{id: "Europe/Stockholm", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Stockholm)", name: "Central European Standard Time"},
		{id: "Europe/Warsaw", windows: "Central European Standard Time", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Warsaw)", name: "Central European Standard Time"},
		{id: "Europe/Budapest", windows: "Central Europe Standard Time", offset: 60, rule: europeanSummer, display: "(UTC+01:00) Central European Time (Budapest)", name: "Central European Standard Time"},
		{id: "Europe/Helsinki", windows: "FLE Standard Time", offset: 120, rule: europeanSummer, display: "(UTC+02:00) Eastern European Time (Helsinki)", name: "Eastern European Standard Time"},
		{id: "Europe/Athens", windows: "GTB Standard Time", offset: 120, rule: europeanSummer, display: "(UTC+02:00) Eastern European Time (Athens)", name: "Eastern European Standard Time"},
		{id: "Europe/Moscow", windows: "Russian Standard Time", offset: 180, display: "(UTC+03:00) Moscow Time", name: "Moscow Standard Time"},
		{id: "America/New_York", windows: "Eastern Standard Time", offset: -300, rule: americanSummer, display: "(UTC-05:00) Eastern Time (New York)", name: "Eastern Standard Time"},
		{id: "America/Toronto", offset: -300, rule: americanSummer, display: "(UTC-05:00) Eastern Time (Toronto)", name: "Eastern Standard Time"},
		{id: "America/Chicago", windows: "Central Standard Time", offset: -360, rule: americanSummer, display: "(UTC-06:00) Central Time (Chicago)", name: "Central Standard Time"},
		{id: "America/Denver", windows: "Mountain Standard Time", offset: -420, rule: americanSummer, display: "(UTC-07:00) Mountain Time (Denver)", name: "Mountain Standard Time"},
		{id: "America/Phoenix", windows: "US Mountain Standard Time", offset: -420, display: "(UTC-07:00) Mountain Time (Phoenix)", name: "Mountain Standard Time"},
		{id: "America/Los_Angeles", windows: "Pacific Standard Time", offset: -480, rule: americanSummer, display: "(UTC-08:00) Pacific Time (Los Angeles)", name: "Pacific Standard Time"},
		{id: "America/Anchorage", windows: "Alaskan Standard Time", offset: -540, rule: americanSummer, display: "(UTC-09:00) Alaska Time", name: "Alaska Standard Time"},
		{id: "Pacific/Honolulu", windows: "Hawaiian Standard Time", offset: -600, display: "(UTC-10:00) Hawaii-Aleutian Time", name: "Hawaii-Aleutian Standard Time"},
		{id: "America/Sao_Paulo", windows: "E. South America Standard Time", offset: -180, display: "(UTC-03:00) Brasilia Time", name: "Brasilia Standard Time"},
		{id: "Asia/Dubai", windows: "Arabian Standard Time", offset: 240, display: "(UTC+04:00) Gulf Standard Time", name: "Gulf Standard Time"},
		{id: "Asia/Kolkata", windows: "India Standard Time", offset: 330, display: "(UTC+05:30) India Standard Time", name: "India Standard Time"},
		{id: "Asia/Singapore", windows: "Singapore Standard Time", offset: 480, display: "(UTC+08:00) Singapore Standard Time", name: "Singapore Standard Time"},
		{id: "Asia/Shanghai", windows: "China Standard Time", offset: 480, display: "(UTC+08:00) China Time", name: "China Standard Time"},
		{id: "Asia/Tokyo", windows: "Tokyo Standard Time", offset: 540, display: "(UTC+09:00) Japan Time", name: "Japan Standard Time"},
		{id: "Australia/Sydney", windows: "AUS Eastern Standard Time", offset: 600, rule: australianSummer, display: "(UTC+10:00) Eastern Australia Time (Sydney)", name: "Australian Eastern Standard Time"},
	}
)

// TypeOf is TimeZoneInfo.
func (*zone) TypeOf() *value.Type { return typeTimeZoneInfo }

// ToText is the display name.
func (z *zone) ToText() string { return z.display }

// sunday are the ticks of the n-th Sunday of a month, or of the last one for n 0.
func sunday(year, month, n int) int64 {
	if n == 0 {
		last, _ := text.DateTicks(year, month, text.DaysInMonth(year, month))
		return last - int64(text.DayOfWeek(last))*text.TicksPerDay
	}
	first, _ := text.DateTicks(year, month, 1)
	return first + int64((7-text.DayOfWeek(first))%7+7*(n-1))*text.TicksPerDay
}

// summer tells whether an instant of UTC is in summer time.
func (z *zone) summer(utc int64) bool {
	year, _, _ := text.YearMonthDay(clampTicks(utc))
	base := int64(z.offset) * text.TicksPerMinute
	const hour = text.TicksPerHour
	switch z.rule {
	case europeanSummer:
		return utc >= sunday(year, 3, 0)+hour && utc < sunday(year, 10, 0)+hour
	case americanSummer:
		return utc >= sunday(year, 3, 2)+2*hour-base && utc < sunday(year, 11, 1)+hour-base
	case australianSummer:
		return utc < sunday(year, 4, 1)+2*hour-base || utc >= sunday(year, 10, 1)+2*hour-base
	}
	return false
}

// offsetAt is how far the zone is ahead of UTC at an instant of UTC.
func (z *zone) offsetAt(utc int64) int64 {
	n := int64(z.offset) * text.TicksPerMinute
	if z.summer(utc) {
		n += text.TicksPerHour
	}
	return n
}

// toUTC is the instant of a clock face in the zone.
func (z *zone) toUTC(clock int64) int64 {
	utc := clock - int64(z.offset)*text.TicksPerMinute
	if z.summer(utc - text.TicksPerHour) {
		return utc - text.TicksPerHour
	}
	return utc
}

func findZone(id string) (*zone, error) {
	for _, z := range zones {
		if value.EqualFold(z.id, id) || z.windows != "" && value.EqualFold(z.windows, id) {
			if z.id != id && z.windows == id {
				c := *z
				c.id = id
				return &c, nil
			}
			return z, nil
		}
	}
	return nil, raise(typeTimeZoneNotFoundException, "The time zone ID '"+id+"' was not found on the local computer.")
}

func zoneOf(v value.Value) *zone {
	z, ok := value.As[*zone](v)
	if !ok {
		return utcZone
	}
	return z
}

// instantOf are the ticks in UTC of a date that belongs to a zone.
func instantOf(d value.Value, z *zone) (int64, error) {
	switch {
	case d.DateKind() == text.UTC && z != utcZone, d.DateKind() == text.Local && z.id != utcZone.id:
		return 0, argumentError("sourceTimeZone", "The conversion could not be completed because the supplied DateTime did not have the Kind property set correctly.  For example, when the Kind property is DateTimeKind.Local, the source time zone must be TimeZoneInfo.Local.")
	case d.DateKind() == text.UTC:
		return d.Ticks(), nil
	}
	return z.toUTC(d.Ticks()), nil
}

// inZone is an instant as a date of a zone.
func inZone(utc int64, z *zone) value.Value {
	kind := 0
	if z == utcZone {
		kind = text.UTC
	}
	return value.OfDateTime(clampTicks(utc+z.offsetAt(utc)), kind)
}

var timeZoneTable = table{
	props: []prop{
		{sig: "static System.TimeZoneInfo Local", get: func(value.Value) value.Value { return value.Of(utcZone) }},
		{sig: "static System.TimeZoneInfo Utc", get: func(value.Value) value.Value { return value.Of(utcZone) }},
		{sig: "string Id", get: func(v value.Value) value.Value { return value.OfString(zoneOf(v).id) }},
		{sig: "bool HasIanaId", get: boolOf(true)},
		{sig: "string DisplayName", get: func(v value.Value) value.Value { return value.OfString(zoneOf(v).display) }},
		{sig: "string StandardName", get: func(v value.Value) value.Value { return value.OfString(zoneOf(v).name) }},
		{sig: "string DaylightName", get: func(v value.Value) value.Value { return value.OfString(zoneOf(v).name) }},
		{sig: "timespan BaseUtcOffset", get: func(v value.Value) value.Value {
			return value.OfTimeSpan(int64(zoneOf(v).offset) * text.TicksPerMinute)
		}},
		{sig: "bool SupportsDaylightSavingTime", get: func(v value.Value) value.Value { return value.OfBool(zoneOf(v).rule != noSummer) }},
	},
	methods: []method{
		{sig: "static System.TimeZoneInfo FindSystemTimeZoneById(string id)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			z, err := findZone(a[0].Str())
			if err != nil {
				return value.NullValue, err
			}
			return value.Of(z), nil
		}},
		{sig: "static System.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones()", do: func(value.Value, []value.Value) value.Value {
			l := &value.ArrayList{Type: Construct(typeReadOnlyCollection, typeTimeZoneInfo)}
			for _, z := range zones {
				l.Items = append(l.Items, value.Of(z))
			}
			return value.Of(l)
		}},
		{sig: "static datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", do: func(_ value.Value, a []value.Value) value.Value {
			return inZone(a[0].Ticks(), zoneOf(a[1]))
		}},
		{sig: "static datetime ConvertTimeToUtc(datetime dateTime)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return value.OfDateTime(universal(env, a[0]), text.UTC), nil
		}},
		{sig: "static datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			utc, err := instantOf(a[0], zoneOf(a[1]))
			return value.OfDateTime(clampTicks(utc), text.UTC), err
		}},
		{sig: "static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return inZone(universal(env, a[0]), zoneOf(a[1])), nil
		}},
		{sig: "static datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			utc, err := instantOf(a[0], zoneOf(a[1]))
			return inZone(utc, zoneOf(a[2])), err
		}},
		{sig: "static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			z, err := findZone(a[1].Str())
			if err != nil {
				return value.NullValue, err
			}
			return inZone(universal(env, a[0]), z), nil
		}},
		{sig: "static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			from, err := findZone(a[1].Str())
			if err != nil {
				return value.NullValue, err
			}
			to, err := findZone(a[2].Str())
			if err != nil {
				return value.NullValue, err
			}
			utc, err := instantOf(a[0], from)
			return inZone(utc, to), err
		}},
		{sig: "timespan GetUtcOffset(datetime dateTime)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			return value.OfTimeSpan(zoneOf(v).offsetAt(zoneInstant(v, a[0]))), nil
		}},
		{sig: "bool IsDaylightSavingTime(datetime dateTime)", do: func(v value.Value, a []value.Value) value.Value {
			return value.OfBool(zoneOf(v).summer(zoneInstant(v, a[0])))
		}},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(zoneOf(v).display) }},
	},
}

// zoneInstant is the instant of a date in the zone, whatever its kind.
func zoneInstant(v, d value.Value) int64 {
	if d.DateKind() == text.UTC {
		return d.Ticks()
	}
	return zoneOf(v).toUTC(d.Ticks())
}
