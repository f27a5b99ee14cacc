package transcript

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

const (
	startPath = iota
	startLiteral
	startFolder
	startAppend
	startForce
	startNoClobber
	startInvocation
	startMinimal
)

var startTranscript = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Start-Transcript", TypeName: "Microsoft.PowerShell.Commands.StartTranscriptCommand", Cmdlet: true, SupportsShouldProcess: true, ConfirmImpact: 2, DefaultSet: "ByPath",
		Params: []bind.Parameter{
			startPath:       {Name: "Path", Type: value.TypeString, NotNullOrEmpty: true, Sets: []bind.Membership{{Set: "ByPath", Position: 0}}},
			startLiteral:    {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeString, NotNullOrEmpty: true, Sets: []bind.Membership{{Set: "ByLiteralPath", Position: 0}}},
			startFolder:     {Name: "OutputDirectory", Type: value.TypeString, NotNullOrEmpty: true, Sets: []bind.Membership{{Set: "ByOutputDirectory", Position: bind.NoPosition}}},
			startAppend:     switched("Append"),
			startForce:      switched("Force"),
			startNoClobber:  {Name: "NoClobber", Aliases: []string{"NoOverwrite"}, Type: value.TypeSwitchParameter, Sets: anywhere()},
			startInvocation: switched("IncludeInvocationHeader"), // of commands typed at a prompt; those of a script have none
			startMinimal:    switched("UseMinimalHeader"),
		}},
	Module: module, Synopsis: "Copies what is shown to a file.",
	New: runtime.Run(begin),
}

func anywhere() []bind.Membership { return []bind.Membership{{Position: bind.NoPosition}} }

func switched(name string) bind.Parameter {
	return bind.Parameter{Name: name, Type: value.TypeSwitchParameter, Sets: anywhere()}
}

// begin opens the file, making its folders, and begins the transcript (oracle/files, section 10).
func begin(c *runtime.Call) error {
	path := c.String(startPath)
	literal := c.Bound(startLiteral)
	switch {
	case literal:
		path = c.String(startLiteral)
	case c.Bound(startFolder):
		path = host.Join(c.Host().Platform, c.String(startFolder), defaultName(c))
	case path == "":
		path = host.Join(c.Host().Platform, c.Engine().Home(), defaultName(c))
	}
	full, err := content.File(c, path, literal)
	if err != nil {
		return cannotStart(c, err)
	}
	if ok, err := c.ShouldProcess(full, ""); err != nil || !ok {
		return err
	}
	add := c.Switch(startAppend)
	if i, err := c.Host().Files.Stat(full); err == nil && !i.Dir && c.Switch(startNoClobber) && !add {
		return value.Throw(value.PSInvalidOperation, "NoClobber", "File "+full+" already exists and NoClobber was specified.").With(value.ResourceExists, value.OfString(full))
	}
	to, err := create(c, full, add)
	if err != nil {
		return cannotStart(c, content.Failure(c, full, err))
	}
	if err := c.Engine().StartTranscript(full, to, header(c), func() string { return footer(c) }); err != nil {
		return cannotStart(c, err)
	}
	return c.Write(value.OfString("Transcript started, output file is " + path))
}

// create opens the file; missing folders are made.
func create(c *runtime.Call, full string, add bool) (io.WriteCloser, error) {
	files := c.Host().Files
	to, err := files.Create(full, add)
	if !errors.Is(err, fs.ErrNotExist) {
		return to, err
	}
	platform := c.Host().Platform
	root, sep := host.Root(platform, full), platform.Separator()
	parts := strings.Split(full[len(root):], sep)
	for i := 1; i < len(parts); i++ {
		if err := files.Mkdir(root + strings.Join(parts[:i], sep)); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
	}
	return files.Create(full, add)
}

func cannotStart(c *runtime.Call, err error) error {
	text := err.Error()
	var e *value.Exception
	if errors.As(err, &e) {
		text = e.Message
	}
	return value.Throw(value.PSInvalidOperation, "CannotStartTranscription", "Transcription cannot be started due to the error: "+text).With(value.InvalidOperation, value.NullValue)
}

// defaultName is the name of a transcript without a path.
func defaultName(c *runtime.Call) string {
	return "PowerShell_transcript." + machine(c) + "." + identifier(c) + "." + stamp(c) + ".txt"
}
