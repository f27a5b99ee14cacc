package format

import "rehearse/runtime/value"

// ErrorText is an error record in the view that s names, without a final newline.
func ErrorText(env value.Env, r *value.ErrorRecord, s Settings) string {
	return r.Text()
}
