// Package management holds the cmdlets of Microsoft.PowerShell.Management: items, content, paths, locations and drives (oracle/files).
package management

import (
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const module = "Microsoft.PowerShell.Management"

// Table is the cmdlets of the module.
func Table() runtime.Table {
	return runtime.Table{
		getContent,
		setContent,
		addContent,
		clearContent,
		testPath,
		getItem,
		getChildItem,
		newItem,
		removeItem,
		copyItem,
		moveItem,
		renameItem,
		setItem,
		clearItem,
		invokeItem,
		mkdir,
		getItemProperty,
		getItemPropertyValue,
		setItemProperty,
		joinPath,
		splitPath,
		resolvePath,
		convertPath,
		getLocation,
		setLocation,
		pushLocation,
		popLocation,
		getPSDrive,
		newPSDrive,
		removePSDrive,
		getPSProvider,
	}
}

// cmdlet declares a cmdlet of the module; the type name follows from the name.
func cmdlet(name, synopsis string, params []bind.Parameter, make func() runtime.Command) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: name, TypeName: "Microsoft.PowerShell.Commands." + strings.Replace(name, "-", "", 1) + "Command", Cmdlet: true, DefaultSet: "Path", Params: params},
		Module:    module, Synopsis: synopsis, New: make,
	}
}

// alias names a cmdlet's aliases.
func alias(c *runtime.Cmdlet, names ...string) *runtime.Cmdlet {
	c.Aliases = names
	return c
}

// onWindows names aliases that exist on Windows only.
func onWindows(c *runtime.Cmdlet, names ...string) *runtime.Cmdlet {
	c.WindowsAliases = names
	return c
}

// changing declares -WhatIf and -Confirm.
func changing(c *runtime.Cmdlet) *runtime.Cmdlet {
	c.SupportsShouldProcess, c.ConfirmImpact = true, 2
	return c
}

// named declares a parameter without a position.
func named(name string, t *value.Type, aliases ...string) bind.Parameter {
	return bind.Parameter{Name: name, Aliases: aliases, Type: t, Sets: []bind.Membership{{Position: bind.NoPosition}}}
}

// switched declares a switch.
func switched(name string, aliases ...string) bind.Parameter {
	return named(name, value.TypeSwitchParameter, aliases...)
}
