package runtime

import (
	"rehearse/runtime/dotnet"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// versionTable is $PSVersionTable.
func (e *Engine) versionTable() value.Value {
	t := value.NewHashtable()
	t.Type = &value.Type{Name: "PSVersionHashTable", FullName: "System.Management.Automation.PSVersionHashTable", Base: value.TypeHashtable}
	platform, os := "Unix", "Linux"
	if e.host.Platform == host.Windows {
		platform, os = "Win32NT", "Microsoft Windows 10.0.26100"
	}
	version := value.OfString("7.6.9")
	if v, ok := dotnet.Resolve("version", nil); ok {
		if x, err := dotnet.Cast(e.root, version, v); err == nil {
			version = x
		}
	}
	t.SetString("PSVersion", version)
	t.SetString("PSEdition", value.OfString("Core"))
	t.SetString("GitCommitId", value.OfString("7.6.9"))
	t.SetString("OS", value.OfString(os))
	t.SetString("Platform", value.OfString(platform))
	t.SetString("WSManStackVersion", value.OfString("3.0"))
	return value.Of(t)
}

// executionContext is $ExecutionContext.
type executionContext struct{}

var typeExecutionContext = &value.Type{Name: "EngineIntrinsics", FullName: "System.Management.Automation.EngineIntrinsics", Base: value.TypeObject}

// TypeOf is EngineIntrinsics.
func (executionContext) TypeOf() *value.Type { return typeExecutionContext }
