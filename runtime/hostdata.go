package runtime

import (
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// hostVersion is $Host.Version: the version of PowerShell without a label.
func (f *Frame) hostVersion() (value.Value, error) {
	l := f.global.find("PSVersionTable", value.FoldHash("PSVersionTable"))
	if !l.valid() {
		return value.NullValue, nil
	}
	v, err := f.property(l.get(), "PSVersion")
	if err != nil {
		return v, err
	}
	return f.cast(v, f.findType("version", nil))
}

func currentCulture(env value.Env, _ value.Value) (value.Value, error) {
	c := env.(*Frame).culture
	if c == nil {
		c = text.EnglishUS
	}
	return dotnet.OfCulture(c), nil
}

// hostColors is $Host.PrivateData: the colours of the console's streams.
func hostColors() value.Value {
	o := value.NewCustom()
	for _, c := range [...]struct {
		name   string
		number int64
	}{
		{"FormatAccentColor", 10}, {"ErrorAccentColor", 11}, {"ErrorForegroundColor", 12}, {"ErrorBackgroundColor", 0}, {"WarningForegroundColor", 14},
		{"WarningBackgroundColor", 0}, {"DebugForegroundColor", 14}, {"DebugBackgroundColor", 0}, {"VerboseForegroundColor", 14}, {"VerboseBackgroundColor", 0},
		{"ProgressForegroundColor", 14}, {"ProgressBackgroundColor", 0},
	} {
		o.Set(c.name, value.OfEnum(TypeConsoleColor.Enum, c.number))
	}
	return value.Of(o)
}

// HostObject is $Host.
func (c *Call) HostObject() value.Value { return value.Of(hostObject{}) }

// Culture is the culture of the session as a CultureInfo.
func (c *Call) Culture() (value.Value, error) { return currentCulture(c.frame, value.NullValue) }
