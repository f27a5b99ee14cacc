package text

import "strconv"

const timeoutMessage = "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors."

// What .NET says is wrong with a pattern. %s stands for the offending name, number or character.
const (
	regexConditionComment    = "Alternation conditions cannot be comments."
	regexConditionMalformed  = "Conditional alternation is missing a closing parenthesis after the group number %s."
	regexConditionNamed      = "Alternation conditions do not capture and cannot be named."
	regexConditionUndefined  = "Conditional alternation refers to an undefined group number %s."
	regexConditionTooMany    = "Too many | in (?()|)."
	regexGroupZero           = "Capture number cannot be zero."
	regexGroupOutOfRange     = "Capture group numbers must be less than or equal to Int32.MaxValue."
	regexGroupName           = "Invalid group name: Group names must begin with a word character."
	regexGrouping            = "Unrecognized grouping construct."
	regexSubtractionNotLast  = "A subtraction must be the last element in a character class."
	regexNotEnough           = "Not enough )'s."
	regexTooMany             = "Too many )'s."
	regexHexDigits           = "Insufficient or invalid hexadecimal digits."
	regexPropertyIncomplete  = "Incomplete \\p{X} character escape."
	regexPropertyMalformed   = "Malformed \\p{X} character escape."
	regexPropertyUnknown     = "Unknown property '%s'."
	regexMalformedNamed      = "Malformed \\k<...> named back reference."
	regexControlMissing      = "Missing control character."
	regexControlUnrecognized = "Unrecognized control character."
	regexNestedQuantifier    = "Nested quantifier '%s'."
	regexQuantifierNothing   = "Quantifier '%s' following nothing."
	regexQuantifierReversed  = "Illegal {x,y} with x > y."
	regexRangeReversed       = "[x-y] range in reverse order."
	regexRangeClass          = "Cannot include class \\%s in character range."
	regexUndefinedName       = "Reference to undefined group name '%s'."
	regexUndefinedNumber     = "Reference to undefined group number %s."
	regexEndingBackslash     = "Illegal \\ at end of pattern."
	regexUnknownEscape       = "Unrecognized escape sequence \\%s."
	regexUnterminatedSet     = "Unterminated [] set."
	regexUnterminatedComment = "Unterminated (?#...) comment."
	regexTooDeep             = "The pattern is nested too deeply."
)

func regexError(pattern string, offset int, what string) error {
	return &Error{RegexParseException, "Invalid pattern '" + pattern + "' at offset " + strconv.Itoa(offset) + ". " + what}
}

func timeoutError() error { return &Error{RegexMatchTimeoutException, timeoutMessage} }
