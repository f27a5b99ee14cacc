package format

import (
	"strings"

	"rehearse/runtime/value"
)

// engineViews are the views of PowerShell's own objects (formatting README, section 9; archive builtin-views-engine).
func engineViews() []View {
	return []View{
		table("System.Management.Automation.PSVariable", col("Name", 30), col("Value", 0)),
		{Name: "CommandInfo", TypeNames: commandTypes(), Kind: TableView, Items: []Property{
			col("CommandType", 15), {Label: "Name", Width: 50, Get: commandName}, col("Version", 10), col("Source", 0)}},
		list("System.Management.Automation.AliasInfo", "DisplayName", "CommandType", "Definition", "ReferencedCommand", "ResolvedCommand"),
		{Name: "FunctionInfo", TypeNames: []string{"System.Management.Automation.FunctionInfo", "System.Management.Automation.FilterInfo"},
			Kind: ListView, Items: []Property{{Name: "Name"}, {Name: "CommandType"}, {Name: "Definition"}}},
		table("System.Management.Automation.PSModuleInfo", col("ModuleType", 10), col("Version", 10), Property{Label: "PreRelease", Width: 10, Get: modulePreRelease},
			col("Name", 35), Property{Label: "ExportedCommands", Get: moduleCommands}),
		{Name: "PSMethod", TypeNames: []string{"System.Management.Automation.PSMethod"}, Kind: TableView, Wrap: true,
			Items: []Property{{Label: "OverloadDefinitions", Get: overloadLines}}},
		table("Microsoft.PowerShell.Commands.GroupInfo", Property{Name: "Count", Width: 5, Align: AlignRight}, col("Name", 25), col("Group", 0)),
		table("Microsoft.PowerShell.Commands.GroupInfoNoElement", Property{Name: "Count", Width: 5, Align: AlignRight}, col("Name", 25)),
		list("Microsoft.PowerShell.Commands.GroupInfo", "Name", "Count", "Group", "Values"),
		{Name: "MemberDefinition", TypeNames: []string{"Microsoft.PowerShell.Commands.MemberDefinition"}, Kind: TableView,
			GroupBy: &GroupBy{Property: Property{Name: "TypeName"}, Indent: 3}, Items: []Property{{Name: "Name"}, {Name: "MemberType"}, {Name: "Definition"}}},
		{Name: "MatchInfo", TypeNames: []string{"Microsoft.PowerShell.Commands.MatchInfo"}, Kind: CustomView, Lines: matchLines},
		{Name: "GetErrorInstance", TypeNames: []string{extendedErrorType}, Kind: CustomView, Lines: detailedLines,
			GroupBy: &GroupBy{Property: Property{Name: "ErrorIndex"}, Indent: 3}},
		table("System.Management.Automation.CallStackFrame", col("Command", 0), col("Arguments", 0), col("Location", 0)),
		table("System.Management.Automation.PathInfo", col("Path", 0)),
		table("System.Management.Automation.ProviderInfo", col("Name", 20), col("Capabilities", 29), col("Drives", 0)),
		table("System.Management.Automation.Runspaces.TypeData", col("TypeName", 0), col("Members", 0)),
		table("Microsoft.PowerShell.Commands.HistoryInfo", Property{Name: "Id", Width: 4, Align: AlignRight}, col("CommandLine", 0)),
		table("System.Management.Automation.Job", col("Id", 6), col("Name", 15), col("PSJobTypeName", 15), col("State", 13), col("HasMoreData", 15), col("Location", 20), col("Command", 0)),
		{Name: "ByteCollection", TypeNames: []string{"Microsoft.PowerShell.Commands.ByteCollection"}, Kind: TableView,
			GroupBy: &GroupBy{Property: Property{Name: "Label"}, Indent: 3}, Items: []Property{
				{Label: "Offset", Name: "Offset64", FormatString: "{0:X16}", Width: 16, Align: AlignRight},
				{Label: "Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F", Name: "HexBytes", Width: 47}, {Name: "Ascii"}}},
	}
}

// overloadLines are the overloads of a method, one a line.
func overloadLines(env value.Env, v value.Value) (value.Value, error) {
	l, ok := value.As[value.List](property(env, v, "OverloadDefinitions"))
	if !ok {
		return value.NullValue, nil
	}
	lines := make([]string, l.Len())
	for i := range lines {
		lines[i] = value.ToString(l.At(i))
	}
	return value.OfString(strings.Join(lines, "\n")), nil
}

// commandTypes are the types that Get-Command lists in one table.
func commandTypes() []string {
	return []string{
		"System.Management.Automation.AliasInfo", "System.Management.Automation.CmdletInfo", "System.Management.Automation.FunctionInfo",
		"System.Management.Automation.FilterInfo", "System.Management.Automation.ApplicationInfo", "System.Management.Automation.ScriptInfo",
		"System.Management.Automation.ExternalScriptInfo", "System.Management.Automation.ConfigurationInfo",
	}
}

// commandName is "ft -> Format-Table" for an alias.
func commandName(env value.Env, v value.Value) (value.Value, error) {
	if x := property(env, v, "DisplayName"); !x.IsNull() {
		return x, nil
	}
	return property(env, v, "Name"), nil
}

// modulePreRelease is the prerelease label of the module's manifest.
func modulePreRelease(env value.Env, v value.Value) (value.Value, error) {
	data := property(env, property(env, v, "PrivateData"), "PSData")
	return property(env, data, "Prerelease"), nil
}

// moduleCommands are the names of what the module exports: one bare, several as a list.
func moduleCommands(env value.Env, v value.Value) (value.Value, error) {
	d, ok := value.As[*value.Dictionary](property(env, v, "ExportedCommands"))
	if !ok {
		return value.NullValue, nil
	}
	var names []value.Value
	d.All(func(k, _ value.Value) bool {
		names = append(names, k)
		return true
	})
	return value.Unroll(names), nil
}

// Displayer is an object that knows the lines of its own display: a match of Select-String with its path as seen from the current
// location, its context and the emphasis of what matched (archive builtin-views-engine: select-string-file).
type Displayer interface {
	value.Object
	DisplayLines(env value.Env) []string
}

// matchLines are the lines that the match gives, or else its text.
func matchLines(env value.Env, v value.Value, text func(value.Value) string) []string {
	if d, ok := v.Base().Object().(Displayer); ok {
		return d.DisplayLines(env)
	}
	return splitLines(text(v))
}
