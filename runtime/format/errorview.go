package format

import "rehearse/runtime/value"

// ErrorText is an error record in the view that s names, without a final newline.
func ErrorText(env value.Env, r *value.ErrorRecord, s Settings) string {
	return r.Text()
}

// isExtendedError tells whether an error record is to be shown as Get-Error does.
func isExtendedError(v value.Value) bool {
	names := value.TypeNames(v)
	return len(names) > 0 && names[0] == extendedErrorType
}

const extendedErrorType = "System.Management.Automation.ErrorRecord#PSExtendedError"
