package runtime

import (
	"context"

	"rehearse/parser/ast"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/format"
	"rehearse/runtime/host"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// Engine is one PowerShell session: global scope, commands, preferences, error list. It is not safe for concurrent use.
type Engine struct {
	host    *host.Host
	context context.Context
	global  *Scope
	cmdlets *cmdletTable
	types   *value.TypeData
	random  *dotnet.Random   // of Get-Random, made when first asked for
	errors  *value.ArrayList // $Error
	limits  Limits
	root    *Frame
	display *format.Writer
	views   format.Views
	style   *format.PSStyle

	ok       bool   // $?
	label    string // of the break or continue under way
	lastExit value.Value
	// errorCount counts what was ever put into $Error.
	errorCount int
	depth      int
	steps      int64
	// epoch changes whenever a command may resolve differently; call sites cache by it.
	epoch    uint32
	modules  *moduleTable // imported into the main session state
	loaded   moduleTable  // every module that was loaded from a file
	compiled moduleTable  // modules of compiled cmdlets that were asked for
	classes  classTable
	usings   []string // namespaces of `using namespace`
	location *locations

	names          knownNames
	removedAliases nameSet
	allScope       []allScopeVariable
	written        int64
	identifiers    uint32 // given out so far
	nested         int    // nested prompts that are open
	windowTitle    string
	transcripts    []*transcript
	shouldExit     int           // the exit code of $Host.SetShouldExit
	main           *Frame        // the body of the script that was run, whose $input is standard input
	anyStrict      bool          // Set-StrictMode was used
	reporting      *Frame        // the frame whose error is being shown
	culture        *text.Culture // nil for en-US
	dynamic        int64         // modules made of blocks so far
	extension      any
	jobs           jobTable
	// passed are the values of $using: in the block that runs in this runspace.
	passed    map[*ast.UsingExpression]value.Value
	arguments []value.Value // of the method calls under way, innermost last
}

// nameSet is a set of names that fold case.
type nameSet struct{ value.NameIndex }

func (s *nameSet) has(name string) bool { return s.Len() > 0 && s.Find(name) >= 0 }

// Options make an Engine.
type Options struct {
	Host    *host.Host
	Cmdlets Table
	// Catalogs hold cmdlets that are made when they are first used.
	Catalogs []Catalog
	// Views show the objects of those cmdlets; the built-in views come first.
	Views   []*format.View
	Limits  Limits
	Context context.Context // cancelled by Ctrl-C or a time limit
	// Extension is what cmdlets of a service keep per engine; the engine only hands it out.
	Extension any
	// Location is the first current folder, the home folder if empty.
	Location string
}

// New is an engine with the global scope and its automatic variables.
func New(o Options) *Engine {
	dotnet.Install()
	install()
	e := &Engine{host: o.Host, context: o.Context, limits: o.Limits.withDefaults(), ok: true}
	e.extension = o.Extension
	e.views.Append(o.Views...)
	e.errors = &value.ArrayList{Type: value.TypeArrayList}
	e.global = &Scope{table: &slotTable{}}
	e.global.global, e.global.script = e.global, e.global
	e.cmdlets = newCmdletTable(o.Cmdlets, o.Catalogs, o.Host.Platform)
	e.modules = &moduleTable{}
	e.types = &value.TypeData{}
	if e.context == nil {
		e.context = context.Background()
	}
	e.root = &Frame{Engine: e, scope: e.global, under: value.Unset, this: value.Unset, out: discard{}}
	e.location = &locations{current: o.Location}
	if e.location.current == "" {
		e.location.current = e.home()
	}
	e.names = newKnownNames()
	e.style = e.newStyle()
	e.openStreams()
	e.defineAutomatic()
	return e
}

// Limits bound what a script may use. Zero fields mean the default, negative ones no limit.
type Limits struct {
	Depth  int   // nested calls
	Steps  int64 // statements and loop turns; no limit by default
	Output int64 // bytes of standard output
	Memory int64 // bytes of one string or array
	// Panics lets bugs of the engine crash with their stack, for tests.
	Panics bool
}

func (l Limits) withDefaults() Limits {
	if l.Depth == 0 {
		l.Depth = 1000
	}
	if l.Memory == 0 {
		l.Memory = 512 << 20
	}
	return l
}

// Extension is what Options gave.
func (e *Engine) Extension() any { return e.extension }
