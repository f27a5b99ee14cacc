package value

import "rehearse/runtime/text"

// CategoryText is CategoryInfo.ToString(): "Category: (TargetName:TargetType) [Activity], Reason". Long parts are shortened in the middle,
// except for the name of the exception's type (oracle/errors, section 3; runtime-conversion, parameter-conversion).
func (r *ErrorRecord) CategoryText() string {
	reason := r.Reason
	if reason != r.Exception.Type.Name {
		reason = shorten(reason)
	}
	return r.Category.String() + ": (" + shorten(r.TargetName) + ":" + shorten(r.TargetType) + ") [" + shorten(r.Activity) + "], " + reason
}

// shorten keeps the first and the last 19 characters of a part that is longer than 40.
func shorten(s string) string {
	if len(s) <= 40 {
		return s
	}
	units := text.ToUtf16(s)
	if len(units) <= 40 {
		return s
	}
	return text.FromUtf16(units[:19]) + "…" + text.FromUtf16(units[len(units)-19:])
}

// Position is where the error happened.
func (r *ErrorRecord) Position() Position {
	if r.Invocation == nil {
		return Position{}
	}
	return r.Invocation.Extent.Position()
}
