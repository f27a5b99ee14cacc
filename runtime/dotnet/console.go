package dotnet

import (
	"io"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

var (
	typeConsole      = within("System.Console", class("System.Console", value.TypeObject, value.Abstract|value.Sealed|value.Static))
	enumConsoleColor = enumeration{full: "System.ConsoleColor",
		names: "Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White"}
)

// consoleWriter is standard output or standard error.
func consoleWriter(env value.Env, errs bool) *writer {
	w := &writer{typ: typeSyncWriter, out: io.Discard, enc: encodingUTF8Plain}
	if h := hostOf(env); h != nil {
		w.out = h.Out
		if errs {
			w.out = h.Err
		}
	}
	return w
}

// consoleWriting is Write or WriteLine of the console.
func consoleWriting(line bool) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	f := writing(line)
	return func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return f(env, value.Of(consoleWriter(env, false)), a)
	}
}

// asked is what a prompt of the console is answered with.
func asked(env value.Env) (string, bool) {
	h := hostOf(env)
	if h == nil || h.Prompts == nil {
		return "", false
	}
	if h.Prompts.Refuse(host.Question{}) != nil {
		return "", false
	}
	a, err := h.Prompts.ReadLine(host.Question{})
	return a.Text, err == nil
}

// consoleReader is [Console]::In: what is left of standard input.
type consoleReader struct {
	value.Extended
	in *host.Input
}

var typeSyncReader = class("System.IO.TextReader+SyncTextReader", typeTextReader, value.Sealed)

// TypeOf is SyncTextReader.
func (*consoleReader) TypeOf() *value.Type { return typeSyncReader }

func consoleInput(env value.Env) *host.Input {
	if h := hostOf(env); h != nil {
		return h.In
	}
	return nil
}

// code is a character as Read gives it, -1 at the end.
func code(c rune, ok bool) value.Value {
	if !ok {
		return value.OfInt(-1)
	}
	return value.OfInt(int(c))
}

// fromConsole is a method of [Console]::In.
func fromConsole(f func(env value.Env, in *host.Input) value.Value) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(env value.Env, v value.Value, _ []value.Value) (value.Value, error) {
		r, _ := value.As[*consoleReader](v)
		return f(env, r.in), nil
	}
}

var consoleReaderTable = table{methods: []method{
	{sig: "int Peek()", call: fromConsole(func(_ value.Env, in *host.Input) value.Value { return code(in.Peek()) })},
	{sig: "int Read()", call: fromConsole(func(_ value.Env, in *host.Input) value.Value { return code(in.Next()) })},
	{sig: "string ReadLine()", call: fromConsole(func(env value.Env, _ *host.Input) value.Value { return askedLine(env) })},
	{sig: "string ReadToEnd()", call: fromConsole(func(_ value.Env, in *host.Input) value.Value { return value.OfString(in.Drain()) })},
	{sig: "void Close()", call: fromConsole(func(value.Env, *host.Input) value.Value { return value.NothingValue })},
	{sig: "void Dispose()", call: fromConsole(func(value.Env, *host.Input) value.Value { return value.NothingValue })},
}}

// askedLine is the next line of the console, $null at its end.
func askedLine(env value.Env) value.Value {
	if s, ok := asked(env); ok {
		return value.OfString(s)
	}
	return value.NullValue
}

func terminal(env value.Env) host.Terminal {
	if h := hostOf(env); h != nil {
		return h.Terminal
	}
	return host.Terminal{Width: 80}
}

// number is a property with a number that can be set but does not change anything.
func consoleNumber(sig string, f func(host.Terminal) int) prop {
	return prop{sig: sig, ask: func(env value.Env, _ value.Value) (value.Value, error) { return value.OfInt(f(terminal(env))), nil },
		set: func(value.Env, value.Value, value.Value) error { return nil }}
}

func width(t host.Terminal) int  { return t.Width }
func height(t host.Terminal) int { return t.Height }
func zero(host.Terminal) int     { return 0 }

func ignoreSet(value.Env, value.Value, value.Value) error { return nil }

var consoleTable = table{
	props: []prop{
		{sig: "static System.IO.TextReader In", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(&consoleReader{in: consoleInput(env)}), nil
		}},
		{sig: "static System.Text.Encoding InputEncoding", get: ofEncoding(encodingUTF8Plain), set: ignoreSet},
		{sig: "static System.Text.Encoding OutputEncoding", get: ofEncoding(encodingUTF8Plain), set: ignoreSet},
		{sig: "static bool KeyAvailable", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			if terminal(env).Interactive {
				return value.False, nil
			}
			return value.NullValue, raise(value.InvalidOperationException, "Cannot see if a key has been pressed when either application does not have a console or when console input has been redirected from a file. Try Console.In.Peek.")
		}},
		{sig: "static System.IO.TextWriter Out", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(consoleWriter(env, false)), nil
		}},
		{sig: "static System.IO.TextWriter Error", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.Of(consoleWriter(env, true)), nil
		}},
		{sig: "static bool IsInputRedirected", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfBool(!terminal(env).Interactive), nil
		}},
		{sig: "static bool IsOutputRedirected", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfBool(!terminal(env).Interactive), nil
		}},
		{sig: "static bool IsErrorRedirected", ask: func(env value.Env, _ value.Value) (value.Value, error) {
			return value.OfBool(!terminal(env).Interactive), nil
		}},
		{sig: "static System.ConsoleColor BackgroundColor", get: func(value.Value) value.Value { return enumConsoleColor.of(-1) }, set: ignoreSet},
		{sig: "static System.ConsoleColor ForegroundColor", get: func(value.Value) value.Value { return enumConsoleColor.of(-1) }, set: ignoreSet},
		consoleNumber("static int BufferWidth", width), consoleNumber("static int BufferHeight", height),
		consoleNumber("static int WindowWidth", width), consoleNumber("static int WindowHeight", height),
		consoleNumber("static int WindowLeft", zero), consoleNumber("static int WindowTop", zero),
		consoleNumber("static int CursorLeft", zero), consoleNumber("static int CursorTop", zero), consoleNumber("static int CursorSize", func(host.Terminal) int { return 100 }),
		{sig: "static bool CursorVisible", get: func(value.Value) value.Value { return value.True }, set: ignoreSet},
		{sig: "static string Title", get: func(value.Value) value.Value { return value.OfString("") }, set: ignoreSet},
		{sig: "static bool TreatControlCAsInput", get: func(value.Value) value.Value { return value.False }, set: ignoreSet},
	},
	methods: concatRows(writeRows("static ", consoleWriting), []method{
		{sig: "static string ReadLine()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) { return askedLine(env), nil }},
		{sig: "static int Read()", call: func(env value.Env, _ value.Value, _ []value.Value) (value.Value, error) {
			return code(consoleInput(env).Next()), nil
		}},
		{sig: "static System.ConsoleKeyInfo ReadKey()", call: readKey},
		{sig: "static System.ConsoleKeyInfo ReadKey(bool intercept)", call: readKey},
		{sig: "static void Clear()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "static void Beep()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "static void Beep(int frequency, int duration)", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "static void ResetColor()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "static void SetCursorPosition(int left, int top)", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
		{sig: "static void SetWindowSize(int width, int height)", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
	}),
}

func readKey(value.Env, value.Value, []value.Value) (value.Value, error) {
	return value.NullValue, raise(value.InvalidOperationException, host.ErrDrained.Error())
}
