// Package runtime is the engine: it compiles the syntax tree to closures over variable slots and runs them.
//
//	ast.ScriptBlock ──compile──▶ code: closures ──▶ Frame ──▶ pipelineRun: stage ─push─▶ stage ─push─▶ Sink
//	                              │                  │  │                    │
//	                              │ slots by number  │  └─ streams: output,  └─ bind: arguments, then each object
//	                              ▼                  │     error, warning …      against the cmdlet's declaration
//	                          slotTable ◀── Scope ◀──┘
//	                                          │ parent: the caller's scope (PowerShell scopes are dynamic)
//	                                          ▼
//	                                        global, module: functions, aliases, drives
//
// # Values
//
// Everything a script handles is a [value.Value]: a tagged struct that holds numbers, booleans, dates and characters without allocating.
// Conversion, comparison, operators and property access live in package value; .NET's types and members are the tables of package
// dotnet, which [New] installs; text rules (formats, regular expressions, cultures) are in package text.
//
// # Code, slots and frames
//
// [Engine.Load] parses and compiles a text once. Each body becomes a code: closures of the types stmt and expr, chosen by the shape of
// what they stand for (a constant operand, a local variable, an integer loop have closures of their own). A variable that the body assigns
// has a slot, known at compile time; others are found by name through the chain of scopes and remembered at their place (compile_variable.go).
// Blocks that run in their caller's scope (ForEach-Object, dot-sourcing) are compiled open: they have no slots of their own.
//
// A Frame is one activation: scope, streams, $_ and its like, the running position. A Scope is what the script sees as a scope. Functions,
// methods and blocks reuse frames where nothing has captured them, so that a call allocates little.
//
// # Pipelines
//
// A pipeline is a row of stages, and a stage is the [Sink] of the one before it: objects are pushed, one by one, without goroutines or
// queues. A stage is bound first (package bind), then begun, written to, ended, and disposed in any case. Cmdlets are declared as
// [Cmdlet] and run as [Command]; functions are stages over compiled code (stage_function.go). A stage that has enough returns
// stopUpstream. Redirections put other sinks between (redirect.go); what reaches the end is gathered, or shown by package format.
//
// # Control and errors
//
// Statements answer with a ctl (next, break, continue, return) and an error. Errors are Go values: a *value.Exception as it was raised, a
// *value.ErrorRecord once it has a place. A terminating one travels up as the error; compile_try.go and the traps decide who takes it, and
// the statement that it ends whether the script goes on. A non-terminating one is written to the error stream (errors.go,
// writeerror.go), where -ErrorAction may turn it into a terminating one. exitRequest, loopExit, stopUpstream and cancelled are errors of
// Go that are no errors of the script: record gives nil for them, and no catch sees them.
//
// # Bounds
//
// enter and tick (run.go) count depth and steps and look at the context; checkSize bounds what one value may hold. Everything outside
// goes through [host.Host]. A panic is a bug and becomes an internal error at one place (runscript.go).
//
// # Rooms
//
//   - compile*.go: one file for each kind of syntax
//   - call*.go: what a running cmdlet may ask of the engine
//   - module*.go: session states of their own, and how they are found, loaded and exported
//   - class*.go, attribute*.go: classes and enumerations of the script
//   - prompt*.go, choice.go, hostui.go: questions to the user
package runtime
