// Package management holds the cmdlets of Microsoft.PowerShell.Management: items, content and paths.
package management

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"rehearse/parser"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const module = "Microsoft.PowerShell.Management"

// Table is the cmdlets of the module.
func Table() runtime.Table {
	return runtime.Table{testPath, getContent, setContent, addContent}
}

const contentPath = 0

func pathParameter() bind.Parameter {
	return bind.Parameter{Name: "Path", Aliases: []string{"LiteralPath", "PSPath"}, Type: value.TypeStringArray, Sets: []bind.Membership{{Mandatory: true, Position: 0}}}
}

func named(name string, t *value.Type) bind.Parameter {
	return bind.Parameter{Name: name, Type: t, Sets: []bind.Membership{{Position: bind.NoPosition}}}
}

var testPath = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Test-Path", TypeName: "Microsoft.PowerShell.Commands.TestPathCommand", Cmdlet: true, Params: []bind.Parameter{contentPath: pathParameter(), named("PathType", value.TypeString)}},
	Module:    module, Synopsis: "Tells whether a path exists.",
	New: runtime.Run(func(c *runtime.Call) error {
		for _, p := range c.Strings(contentPath) {
			info, err := c.Host().Files.Stat(c.Engine().FullPath(p))
			ok := err == nil
			switch t := c.String(1); {
			case value.EqualFold(t, "Leaf"):
				ok = ok && !info.Dir
			case value.EqualFold(t, "Container"):
				ok = ok && info.Dir
			}
			if err := c.Write(value.OfBool(ok)); err != nil {
				return err
			}
		}
		return nil
	}),
}

const contentRaw = 1

var getContent = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Content", TypeName: "Microsoft.PowerShell.Commands.GetContentCommand", Cmdlet: true,
		Params: []bind.Parameter{contentPath: pathParameter(), contentRaw: named("Raw", value.TypeSwitchParameter), named("Encoding", nil)}},
	Aliases: []string{"gc"}, WindowsAliases: []string{"cat", "type"}, Module: module, Synopsis: "Reads the lines of a file.",
	New: runtime.Run(func(c *runtime.Call) error {
		for _, p := range c.Strings(contentPath) {
			full := c.Engine().FullPath(p)
			f, err := c.Host().Files.Open(full)
			if err != nil {
				if errors.Is(err, fs.ErrNotExist) {
					return c.Fail(value.Throw(value.ItemNotFoundException, "PathNotFound", "Cannot find path '"+full+"' because it does not exist.").With(value.ObjectNotFound, value.OfString(full)))
				}
				return c.Fail(value.Throw(value.UnauthorizedAccessException, "GetContentReaderUnauthorizedAccessError", "Access to the path '"+full+"' is denied.").With(value.PermissionDenied, value.OfString(full)))
			}
			data, err := io.ReadAll(f)
			_ = f.Close() // nothing was written
			if err != nil {
				return err
			}
			text, err := parser.Decode(data)
			if err != nil {
				text = string(data)
			}
			if c.Switch(contentRaw) {
				if err := c.Write(value.OfString(text)); err != nil {
					return err
				}
				continue
			}
			for line := range strings.Lines(text) {
				if err := c.Write(value.OfString(strings.TrimRight(line, "\r\n"))); err != nil {
					return err
				}
			}
		}
		return nil
	}),
}

const contentValue = 1

func contentCmdlet(name string, add bool) *runtime.Cmdlet {
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: name, TypeName: "Microsoft.PowerShell.Commands." + strings.Replace(name, "-", "", 1) + "Command", Cmdlet: true, SupportsShouldProcess: true, ConfirmImpact: 2,
			Params: []bind.Parameter{contentPath: pathParameter(),
				contentValue: {Name: "Value", Type: value.TypeObjectArray, AllowNull: true, AllowEmptyCollection: true, Sets: []bind.Membership{{Mandatory: true, Position: 1, FromPipeline: true}}}, named("Encoding", nil), named("Force", value.TypeSwitchParameter)}},
		Module: module, Synopsis: "Writes lines to a file.",
		New: func() runtime.Command { return &writing{add: add} },
	}
}

var (
	setContent = contentCmdlet("Set-Content", false)
	addContent = contentCmdlet("Add-Content", true)
)

// writing gathers lines; the file counts when all are there.
type writing struct {
	runtime.NoBegin
	add bool
	buf strings.Builder
}

// Process takes the lines of one object.
func (w *writing) Process(c *runtime.Call) error {
	for _, v := range c.List(contentValue) {
		s, err := c.Text(v)
		if err != nil {
			return err
		}
		w.buf.WriteString(s + c.Host().Platform.Newline())
	}
	return nil
}

// End writes the files.
func (w *writing) End(c *runtime.Call) error {
	for _, p := range c.Strings(contentPath) {
		full := c.Engine().FullPath(p)
		ok, err := c.ShouldProcess("Path: "+full, strings.Replace(c.Name(), "-", " ", 1))
		if err != nil || !ok {
			return err
		}
		f, err := c.Host().Files.Create(full, w.add)
		if err != nil {
			return c.Fail(value.Throw(value.DirectoryNotFoundException, "GetContentWriterDirectoryNotFoundError", "Could not find a part of the path '"+full+"'.").With(value.ObjectNotFound, value.OfString(full)))
		}
		if _, err := io.WriteString(f, w.buf.String()); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}
