package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// accelerators are the types that a syntax line writes by their accelerator (README section 18).
var accelerators = map[string]string{
	"System.String": "string", "System.Int32": "int", "System.Int64": "long", "System.Boolean": "bool", "System.DateTime": "datetime",
	"System.Collections.Hashtable": "hashtable", "System.Management.Automation.ScriptBlock": "scriptblock",
	"System.Management.Automation.PSCredential": "pscredential", "System.Security.SecureString": "securestring",
	"System.Management.Automation.PSObject": "psobject", "System.Management.Automation.PSCustomObject": "psobject",
	"System.Decimal": "decimal", "System.Guid": "guid", "System.Text.RegularExpressions.Regex": "regex", "System.Xml.XmlDocument": "xml",
	"System.Management.Automation.PSReference": "ref", "System.Type": "type", "System.Double": "double", "System.Single": "float",
	"System.Byte": "byte", "System.SByte": "sbyte", "System.Int16": "short", "System.UInt16": "ushort", "System.UInt32": "uint",
	"System.UInt64": "ulong", "System.Char": "char", "System.TimeSpan": "timespan", "System.Version": "version", "System.Uri": "uri",
	"System.Management.Automation.SwitchParameter": "switch", "System.Net.IPAddress": "ipaddress", "System.Net.Mail.MailAddress": "mailaddress",
	"System.Globalization.CultureInfo": "cultureinfo", "System.Numerics.BigInteger": "bigint",
}

// TypeAccelerator is the short way to write a type in a syntax line: its accelerator, `string[]`, `List[string]`, the inner type of a Nullable,
// else its name without namespace.
func TypeAccelerator(t *value.Type) string {
	if t.Elem != nil {
		return TypeAccelerator(t.Elem) + "[" + strings.Repeat(",", t.Rank-1) + "]"
	}
	if len(t.Args) > 0 {
		if strings.HasPrefix(t.FullName, "System.Nullable`1") {
			return TypeAccelerator(t.Args[0])
		}
		args := make([]string, len(t.Args))
		for i, a := range t.Args {
			args[i] = TypeAccelerator(a)
		}
		name, _, _ := strings.Cut(t.Name, "`")
		return name + "[" + strings.Join(args, ",") + "]"
	}
	if a, ok := accelerators[t.FullName]; ok {
		return a
	}
	return t.Name
}
