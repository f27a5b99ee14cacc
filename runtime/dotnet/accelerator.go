package dotnet

import (
	"sync"

	"rehearse/runtime/value"
)

// accelerator is a short name of a type.
type accelerator struct{ name, full string }

// accelerators are PowerShell's short type names. Where several stand for one type, the first is the one that listings show.
var accelerators = [...]accelerator{
	{"Alias", "System.Management.Automation.AliasAttribute"},
	{"AllowEmptyCollection", "System.Management.Automation.AllowEmptyCollectionAttribute"},
	{"AllowEmptyString", "System.Management.Automation.AllowEmptyStringAttribute"},
	{"AllowNull", "System.Management.Automation.AllowNullAttribute"},
	{"ArgumentCompleter", "System.Management.Automation.ArgumentCompleterAttribute"},
	{"ArgumentCompletions", "System.Management.Automation.ArgumentCompletionsAttribute"},
	{"array", "System.Array"},
	{"bool", "System.Boolean"},
	{"byte", "System.Byte"},
	{"char", "System.Char"},
	{"CmdletBinding", "System.Management.Automation.CmdletBindingAttribute"},
	{"datetime", "System.DateTime"},
	{"decimal", "System.Decimal"},
	{"double", "System.Double"},
	{"ExperimentAction", "System.Management.Automation.ExperimentAction"},
	{"Experimental", "System.Management.Automation.ExperimentalAttribute"},
	{"float", "System.Single"},
	{"single", "System.Single"},
	{"guid", "System.Guid"},
	{"hashtable", "System.Collections.Hashtable"},
	{"int", "System.Int32"},
	{"int32", "System.Int32"},
	{"short", "System.Int16"},
	{"int16", "System.Int16"},
	{"long", "System.Int64"},
	{"int64", "System.Int64"},
	{"NoRunspaceAffinity", "System.Management.Automation.Language.NoRunspaceAffinityAttribute"},
	{"NullString", "System.Management.Automation.Language.NullString"},
	{"OutputType", "System.Management.Automation.OutputTypeAttribute"},
	{"Parameter", "System.Management.Automation.ParameterAttribute"},
	{"PSDefaultValue", "System.Management.Automation.PSDefaultValueAttribute"},
	{"pscredential", "System.Management.Automation.PSCredential"},
	{"psobject", "System.Management.Automation.PSObject"},
	{"pscustomobject", "System.Management.Automation.PSObject"},
	{"psprimitivedictionary", "System.Management.Automation.PSPrimitiveDictionary"},
	{"PSTypeNameAttribute", "System.Management.Automation.PSTypeNameAttribute"},
	{"psvariable", "System.Management.Automation.PSVariable"},
	{"psmoduleinfo", "System.Management.Automation.PSModuleInfo"},
	{"psnoteproperty", "System.Management.Automation.PSNoteProperty"},
	{"psaliasproperty", "System.Management.Automation.PSAliasProperty"},
	{"psscriptproperty", "System.Management.Automation.PSScriptProperty"},
	{"psscriptmethod", "System.Management.Automation.PSScriptMethod"},
	{"psvariableproperty", "System.Management.Automation.PSVariableProperty"},
	{"ref", "System.Management.Automation.PSReference"},
	{"regex", "System.Text.RegularExpressions.Regex"},
	{"sbyte", "System.SByte"},
	{"scriptblock", "System.Management.Automation.ScriptBlock"},
	{"securestring", "System.Security.SecureString"},
	{"semver", "System.Management.Automation.SemanticVersion"},
	{"string", "System.String"},
	{"SupportsWildcards", "System.Management.Automation.SupportsWildcardsAttribute"},
	{"switch", "System.Management.Automation.SwitchParameter"},
	{"timespan", "System.TimeSpan"},
	{"type", "System.Type"},
	{"uint", "System.UInt32"},
	{"uint32", "System.UInt32"},
	{"ulong", "System.UInt64"},
	{"uint64", "System.UInt64"},
	{"ushort", "System.UInt16"},
	{"uint16", "System.UInt16"},
	{"bigint", "System.Numerics.BigInteger"},
	{"uri", "System.Uri"},
	{"ValidateCount", "System.Management.Automation.ValidateCountAttribute"},
	{"ValidateDrive", "System.Management.Automation.ValidateDriveAttribute"},
	{"ValidateLength", "System.Management.Automation.ValidateLengthAttribute"},
	{"ValidateNotNull", "System.Management.Automation.ValidateNotNullAttribute"},
	{"ValidateNotNullOrEmpty", "System.Management.Automation.ValidateNotNullOrEmptyAttribute"},
	{"ValidateNotNullOrWhiteSpace", "System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute"},
	{"ValidatePattern", "System.Management.Automation.ValidatePatternAttribute"},
	{"ValidateRange", "System.Management.Automation.ValidateRangeAttribute"},
	{"ValidateScript", "System.Management.Automation.ValidateScriptAttribute"},
	{"ValidateSet", "System.Management.Automation.ValidateSetAttribute"},
	{"ValidateTrustedData", "System.Management.Automation.ValidateTrustedDataAttribute"},
	{"ValidateUserDrive", "System.Management.Automation.ValidateUserDriveAttribute"},
	{"version", "System.Version"},
	{"void", "System.Void"},
	{"ipaddress", "System.Net.IPAddress"},
	{"IPEndpoint", "System.Net.IPEndPoint"},
	{"PhysicalAddress", "System.Net.NetworkInformation.PhysicalAddress"},
	{"WildcardPattern", "System.Management.Automation.WildcardPattern"},
	{"mailaddress", "System.Net.Mail.MailAddress"},
	{"cultureinfo", "System.Globalization.CultureInfo"},
	{"xml", "System.Xml.XmlDocument"},
	{"powershell", "System.Management.Automation.PowerShell"},
	{"runspace", "System.Management.Automation.Runspaces.Runspace"},
	{"runspacefactory", "System.Management.Automation.Runspaces.RunspaceFactory"},
	{"initialsessionstate", "System.Management.Automation.Runspaces.InitialSessionState"},
	{"X509Certificate", "System.Security.Cryptography.X509Certificates.X509Certificate"},
	{"X500DistinguishedName", "System.Security.Cryptography.X509Certificates.X500DistinguishedName"},
	{"ordered", "System.Collections.Specialized.OrderedDictionary"},
	{"pslistmodifier", "System.Management.Automation.PSListModifier"},
}

// acceleratorIndex finds accelerators by either name.
type acceleratorIndex struct {
	once  sync.Once
	short value.NameIndex
	full  value.NameIndex
	shown []string // beside full
}

var acceleratorNames acceleratorIndex

func (x *acceleratorIndex) build() {
	for _, a := range accelerators {
		x.short.Add(a.name)
		if i := x.full.Add(a.full); i == len(x.shown) {
			x.shown = append(x.shown, a.name)
		}
	}
}

// find is the full name behind a short one.
func (x *acceleratorIndex) find(name string) (string, bool) {
	x.once.Do(x.build)
	if i := x.short.Find(name); i >= 0 {
		return accelerators[i].full, true
	}
	return "", false
}

// ShortName is a type's name as PowerShell shows it to people: the accelerator, else the full name, with generic arguments and
// array brackets as scripts write them.
func ShortName(t *value.Type) string {
	switch {
	case t == nil:
		return "void"
	case t.Elem != nil:
		s := ShortName(t.Elem) + "["
		for i := 1; i < t.Rank; i++ {
			s += ","
		}
		return s + "]"
	case t.Generic != nil:
		name := t.Generic.FullName
		for i := range name {
			if name[i] == '`' {
				name = name[:i]
				break
			}
		}
		name += "["
		for i, a := range t.Args {
			if i > 0 {
				name += ","
			}
			name += ShortName(a)
		}
		return name + "]"
	}
	x := &acceleratorNames
	x.once.Do(x.build)
	if i := x.full.Find(t.FullName); i >= 0 {
		return x.shown[i]
	}
	return t.FullName
}
