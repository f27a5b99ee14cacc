package runtime

import "rehearse/runtime/value"

// Errors is $Error: the latest first.
func (e *Engine) Errors() []value.Value { return e.errors.Items }

// ErrorCount is the number of errors that were reported or caught so far; $Error itself keeps the latest only.
func (e *Engine) ErrorCount() int { return e.errorCount }
