package utility

import (
	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	sstrCulture = iota
	sstrInput
	sstrPattern
	sstrPath
	sstrLiteral
	sstrRaw
	sstrSimple
	sstrCase
	sstrQuiet
	sstrList
	sstrNoEmphasis
	sstrInclude
	sstrExclude
	sstrNot
	sstrAll
	sstrEncoding
	sstrContext
)

// The parameter sets of Select-String: where the text comes from, and whether -Raw asks for the bare lines.
var (
	sstrFiles    = []string{"File", "FileRaw"}
	sstrLiterals = []string{"LiteralFile", "LiteralFileRaw"}
	sstrObjects  = []string{"Object", "ObjectRaw"}
)

var selectString = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Select-String", TypeName: "Microsoft.PowerShell.Commands.SelectStringCommand", Cmdlet: true, DefaultSet: "File",
		Params: []bind.Parameter{
			sstrCulture: {Name: "Culture", Type: value.TypeString, Validate: []bind.Validator{bind.ValidateNotNull{}}, Sets: anywhere()},
			sstrInput: {Name: "InputObject", Type: value.TypePSObject, AllowNull: true, AllowEmptyString: true,
				Sets: inEach(bind.Membership{Mandatory: true, Position: bind.NoPosition, FromPipeline: true}, sstrObjects...)},
			sstrPattern: {Name: "Pattern", Type: value.TypeStringArray, Sets: []bind.Membership{{Mandatory: true, Position: 0}}},
			sstrPath: {Name: "Path", Type: value.TypeStringArray,
				Sets: inEach(bind.Membership{Mandatory: true, Position: 1, FromPipelineByName: true}, sstrFiles...)},
			sstrLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray,
				Sets: inEach(bind.Membership{Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}, sstrLiterals...)},
			sstrRaw:        {Name: "Raw", Type: value.TypeSwitchParameter, Sets: inEach(bind.Membership{Mandatory: true, Position: bind.NoPosition}, "ObjectRaw", "FileRaw", "LiteralFileRaw")},
			sstrSimple:     switched("SimpleMatch"),
			sstrCase:       switched("CaseSensitive"),
			sstrQuiet:      {Name: "Quiet", Type: value.TypeSwitchParameter, Sets: inSets("Object", "File", "LiteralFile")},
			sstrList:       switched("List"),
			sstrNoEmphasis: switched("NoEmphasis"),
			sstrInclude:    {Name: "Include", Type: value.TypeStringArray, Validate: notEmpty, Sets: anywhere()},
			sstrExclude:    {Name: "Exclude", Type: value.TypeStringArray, Validate: notEmpty, Sets: anywhere()},
			sstrNot:        switched("NotMatch"),
			sstrAll:        switched("AllMatches"),
			sstrEncoding:   content.EncodingParameter(),
			sstrContext: {Name: "Context", Type: value.ArrayOf(value.TypeInt32), Sets: anywhere(),
				Validate: []bind.Validator{bind.ValidateNotNullOrEmpty{}, &bind.ValidateCount{Min: 1, Max: 2}, &bind.ValidateRange{Min: value.OfInt(0), Max: value.OfInt(maxInt32)}}},
		}},
	Aliases: []string{"sls"}, Module: module, Outputs: []string{"Microsoft.PowerShell.Commands.MatchInfo", "System.Boolean", "System.String"},
	Synopsis: "Finds text in strings and files.",
	New:      func() runtime.Command { return &stringSearch{} },
}

// stringSearch looks for patterns in the objects of the pipeline, which together are one text of lines, or in files one by one.
type stringSearch struct {
	lineFinder
	encoding         *dotnet.Encoding
	include, exclude []*text.Wildcard
	objects          contextTracker // of piped objects
	records          int
	done             bool // -Quiet has its answer
}

// Begin compiles the patterns.
func (s *stringSearch) Begin(c *runtime.Call) (err error) {
	if s.lineFinder, err = newLineFinder(c); err != nil {
		return err
	}
	if s.encoding, err = content.EncodingOf(c, sstrEncoding); err != nil {
		return err
	}
	if s.include, err = compileWildcards(c.Strings(sstrInclude)); err != nil {
		return err
	}
	if s.exclude, err = compileWildcards(c.Strings(sstrExclude)); err != nil {
		return err
	}
	s.objects = s.newTracker(c)
	return nil
}

func compileWildcards(patterns []string) ([]*text.Wildcard, error) {
	var out []*text.Wildcard
	for _, p := range patterns {
		w, err := text.CompileWildcard(p, true)
		if err != nil {
			return nil, dotnet.Raised(err)
		}
		out = append(out, w)
	}
	return out, nil
}

// Process searches the files that are named, the file that is the object, or the text of the object.
func (s *stringSearch) Process(c *runtime.Call) error {
	switch {
	case s.done:
		return nil
	case c.Bound(sstrPath):
		return s.searchPaths(c, c.Strings(sstrPath), false)
	case c.Bound(sstrLiteral):
		return s.searchPaths(c, c.Strings(sstrLiteral), true)
	}
	v := c.Value(sstrInput)
	if v.IsNull() {
		return nil
	}
	if f, ok := value.As[*dotnet.FileInfo](v.Base()); ok && f.Type == dotnet.TypeFileInfo {
		found, err := s.searchFile(c, f.Path)
		if err == nil {
			err = s.answer(c, found)
		}
		return err
	}
	return s.searchObject(c, v)
}

// searchObject takes the text of an object for one line. A match of another Select-String is searched again in its line.
func (s *stringSearch) searchObject(c *runtime.Call, v value.Value) error {
	s.records++
	earlier, again := value.As[*matchInfo](v.Base())
	line := ""
	if again {
		line = earlier.line
	} else {
		t, err := c.Text(v)
		if err != nil {
			return err
		}
		line = t
	}
	m, err := s.find(line)
	switch {
	case err != nil:
		return err
	case m == nil:
		return s.objects.line(line)
	case again:
		m.path, m.number = earlier.path, earlier.number
	default:
		m.number = s.records
	}
	if s.quiet {
		s.done = true
		return c.Write(value.True)
	}
	return s.objects.match(m)
}

// End writes the matches that waited for lines after them.
func (s *stringSearch) End(*runtime.Call) error { return s.objects.end() }

func (s *stringSearch) searchPaths(c *runtime.Call, paths []string, literal bool) error {
	any := false
	for _, path := range paths {
		found, _, err := drive.Match(c, path, literal)
		if e, ok := err.(*value.Exception); ok {
			if err := c.Fail(e); err != nil {
				return err
			}
			continue
		}
		for _, p := range found {
			if !p.IsFile() {
				if err := c.Fail(notFileSystem(p)); err != nil {
					return err
				}
				continue
			}
			if i, ok := drive.Stat(c, p); !ok || i.Dir || !s.wanted(p.Item) {
				continue
			}
			hit, err := s.searchFile(c, p.Item)
			if err != nil {
				return err
			}
			if any = any || hit; hit && s.quiet {
				return s.answer(c, true)
			}
		}
	}
	return s.answer(c, any)
}

// notFileSystem is the error of a path on a drive that has no files.
func notFileSystem(p drive.Path) *value.Exception {
	return value.Throw(value.PSArgumentException, "ProcessingFile", "The file "+p.String()+" cannot be read: The path is not a file system path.").
		With(value.InvalidArgument, value.OfString(p.String()))
}

// wanted asks -Include and -Exclude, whose patterns are for the full path.
func (s *stringSearch) wanted(full string) bool {
	return (s.include == nil || matchesAny(s.include, full)) && !matchesAny(s.exclude, full)
}

func matchesAny(list []*text.Wildcard, name string) bool {
	for _, w := range list {
		if w.Match(name) {
			return true
		}
	}
	return false
}

// answer is what -Quiet gives for files.
func (s *stringSearch) answer(c *runtime.Call, found bool) error {
	if !s.quiet {
		return nil
	}
	return c.Write(value.OfBool(found))
}

// searchFile searches one file, the first match of it alone if that is enough.
func (s *stringSearch) searchFile(c *runtime.Call, full string) (found bool, err error) {
	b, err := content.ReadFile(c.Host().Files, full)
	if err != nil {
		e := content.Failure(c, full, err)
		return false, c.Fail(value.Throw(value.ArgumentException, "ProcessingFile", "The file "+full+" cannot be read: "+e.Message).
			Because(e).With(value.InvalidArgument, value.OfString(full)))
	}
	tracker := s.newTracker(c)
	rest := s.encoding.DecodeFile(b)
	for number := 1; rest != ""; number++ {
		var line string
		line, rest = cutLine(rest)
		m, err := s.find(line)
		if err != nil {
			return found, err
		}
		if m == nil || found && s.first {
			if err := tracker.line(line); err != nil {
				return found, err
			}
			if found && s.first && tracker.settled() {
				break
			}
			continue
		}
		found = true
		if s.quiet {
			return true, nil
		}
		m.number, m.path = number, full
		if err := tracker.match(m); err != nil {
			return found, err
		}
	}
	return found, tracker.end()
}

// cutLine is the first line of a text and what follows its end, which is \n, \r\n or \r.
func cutLine(s string) (line, rest string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return s[:i], s[i+1:]
		case '\r':
			if i+1 < len(s) && s[i+1] == '\n' {
				return s[:i], s[i+2:]
			}
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
