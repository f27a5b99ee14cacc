package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"rehearse/runtime"
)

// WriteJSON writes what --json asks for: indented, with < and > as they are.
func WriteJSON(out io.Writer, v any) error {
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// WhyStopped says in words what cancelled a run.
func WhyStopped(cause error) string {
	if errors.Is(cause, context.DeadlineExceeded) {
		return "the time limit of --timeout was reached"
	}
	return "interrupted"
}

// StoppedAt is " at line 3, column 5": where a run that was cancelled or reached a limit stood, "" where that is not known.
func StoppedAt(res runtime.Result) string {
	if res.At.Source == nil {
		return ""
	}
	line, column := res.At.Source.LineColumn(int(res.At.Start))
	return fmt.Sprintf(" at line %d, column %d", line, column)
}
