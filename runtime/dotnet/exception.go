package dotnet

import "rehearse/runtime/value"

// Exceptions that scripts name or that the members of this package raise, beyond those of package value.
var (
	typeApplicationException          = class("System.ApplicationException", value.ExceptionType, 0)
	typeAggregateException            = class("System.AggregateException", value.ExceptionType, 0)
	typeObjectDisposedException       = class("System.ObjectDisposedException", value.InvalidOperationException, 0)
	typeOperationCanceledException    = class("System.OperationCanceledException", value.SystemException, 0)
	typeStackOverflowException        = class("System.StackOverflowException", value.SystemException, 0)
	typeRankException                 = class("System.RankException", value.SystemException, 0)
	typeTypeInitializationException   = class("System.TypeInitializationException", value.SystemException, 0)
	typeMissingMethodException        = class("System.MissingMethodException", value.MissingMemberException, 0)
	typePlatformNotSupportedException = class("System.PlatformNotSupportedException", value.NotSupportedException, 0)
	typeNotFiniteNumberException      = class("System.NotFiniteNumberException", value.ArithmeticException, 0)
	typeUriFormatException            = class("System.UriFormatException", value.FormatException, 0)
	typeTimeZoneNotFoundException     = class("System.TimeZoneNotFoundException", value.ExceptionType, 0)
	typeCultureNotFoundException      = class("System.Globalization.CultureNotFoundException", value.ArgumentException, 0)
	typeEndOfStreamException          = class("System.IO.EndOfStreamException", value.IOException, 0)
	typePathTooLongException          = class("System.IO.PathTooLongException", value.IOException, 0)
	typeInvalidDataException          = class("System.IO.InvalidDataException", value.SystemException, 0)
	typeSecurityException             = class("System.Security.SecurityException", value.SystemException, 0)
	typeAuthenticationException       = class("System.Security.Authentication.AuthenticationException", value.SystemException, 0)
	typeCryptographicException        = class("System.Security.Cryptography.CryptographicException", value.SystemException, 0)
	typeExternalException             = class("System.Runtime.InteropServices.ExternalException", value.SystemException, 0)
	typeCOMException                  = class("System.Runtime.InteropServices.COMException", typeExternalException, 0)
	typeWin32Exception                = class("System.ComponentModel.Win32Exception", typeExternalException, 0)
	typeHttpRequestException          = within("System.Net.Http", class("System.Net.Http.HttpRequestException", value.ExceptionType, 0))
	typeHttpResponseException         = class("Microsoft.PowerShell.Commands.HttpResponseException", typeHttpRequestException, 0)
	typeWebException                  = class("System.Net.WebException", value.InvalidOperationException, 0)
	typeSocketException               = class("System.Net.Sockets.SocketException", typeWin32Exception, 0)
	typeSmtpException                 = class("System.Net.Mail.SmtpException", value.ExceptionType, 0)
	typeXmlException                  = within("System.Private.Xml", class("System.Xml.XmlException", value.SystemException, 0))
	typeXPathException                = within("System.Private.Xml", class("System.Xml.XPath.XPathException", value.SystemException, 0))
	typeDataException                 = within("System.Data.Common", class("System.Data.DataException", value.SystemException, 0))
	typeConstraintException           = within("System.Data.Common", class("System.Data.ConstraintException", typeDataException, 0))
	typeNoNullAllowedException        = within("System.Data.Common", class("System.Data.NoNullAllowedException", typeDataException, 0))
	typeDuplicateNameException        = within("System.Data.Common", class("System.Data.DuplicateNameException", typeDataException, 0))
	typeEvaluateException             = within("System.Data.Common", class("System.Data.EvaluateException", typeDataException, 0))
	typeSyntaxErrorException          = within("System.Data.Common", class("System.Data.SyntaxErrorException", typeDataException, 0))
	typeReadOnlyException             = within("System.Data.Common", class("System.Data.ReadOnlyException", typeDataException, 0))
	typeJsonException                 = within("System.Text.Json", class("System.Text.Json.JsonException", value.ExceptionType, 0))
	TypeRegexParseException           = value.RegexParseException
	typeRegexMatchTimeoutException    = value.RegexMatchTimeoutException
	typeTargetInvocationException     = class("System.Reflection.TargetInvocationException", value.ExceptionType, 0)
	typeAmbiguousMatchException       = class("System.Reflection.AmbiguousMatchException", value.SystemException, 0)
	typeTaskCanceledException         = class("System.Threading.Tasks.TaskCanceledException", typeOperationCanceledException, 0)
	typeThreadAbortException          = class("System.Threading.ThreadAbortException", value.SystemException, 0)

	typeWildcardPatternException  = value.WildcardPatternException
	typeProviderNotFoundException = class("System.Management.Automation.ProviderNotFoundException", value.SessionStateException, 0)
	typePSSecurityException       = class("System.Management.Automation.PSSecurityException", value.RuntimeException, 0)
	typeHaltCommandException      = class("System.Management.Automation.HaltCommandException", value.SystemException, 0)
	typePSNotImplementedException = class("System.Management.Automation.PSNotImplementedException", value.NotImplementedException, 0)
	typePSObjectDisposedException = class("System.Management.Automation.PSObjectDisposedException", typeObjectDisposedException, 0)
	typeIncompleteParseException  = class("System.Management.Automation.IncompleteParseException", value.ParseException, 0)
)

var ownExceptions = []*value.Type{
	typeApplicationException, typeAggregateException, value.NullReferenceException, typeObjectDisposedException, typeOperationCanceledException,
	typeStackOverflowException, typeRankException, typeTypeInitializationException, value.MissingMemberException, typeMissingMethodException,
	typePlatformNotSupportedException, typeNotFiniteNumberException, typeUriFormatException, typeTimeZoneNotFoundException,
	typeCultureNotFoundException, typeEndOfStreamException, typePathTooLongException, typeInvalidDataException, typeSecurityException,
	typeAuthenticationException, typeCryptographicException, typeExternalException, typeCOMException, typeWin32Exception,
	typeHttpRequestException, typeHttpResponseException, typeWebException, typeSocketException, typeSmtpException, typeXmlException,
	typeXPathException, typeDataException, typeConstraintException, typeNoNullAllowedException, typeDuplicateNameException,
	typeEvaluateException, typeSyntaxErrorException, typeReadOnlyException, typeJsonException, TypeRegexParseException,
	typeRegexMatchTimeoutException, typeTargetInvocationException, typeAmbiguousMatchException, typeTaskCanceledException,
	typeThreadAbortException, typeWildcardPatternException, typeProviderNotFoundException, typePSSecurityException,
	typeHaltCommandException, typePSNotImplementedException, value.PSArgumentOutOfRange, typePSObjectDisposedException,
	value.RemoteException, typeIncompleteParseException, typeParentContains, typeNativeCommandExit,
}

var coreExceptions = []*value.Type{
	value.ExceptionType, value.SystemException, value.ArgumentException, value.ArgumentNullException, value.ArgumentOutOfRangeException,
	value.ArithmeticException, value.DivideByZeroException, value.OverflowException, value.FormatException, value.IndexOutOfRangeException,
	value.InvalidCastException, value.InvalidOperationException, value.NotImplementedException, value.NotSupportedException,
	value.OutOfMemoryException, value.TimeoutException, value.UnauthorizedAccessException, value.KeyNotFoundException, value.IOException,
	value.FileNotFoundException, value.DirectoryNotFoundException, value.RuntimeException, value.PSInvalidCastException,
	value.ArgumentTransformation, value.ArgumentTransformation.Base, value.ValidationMetadataException, value.PSInvalidOperation, value.PSArgumentException,
	value.PSArgumentNullException, value.PSNotSupportedException, value.CommandNotFoundException, value.ParameterBindingException,
	value.ParameterBindingValidation, value.ParameterBindingTransform, value.ActionPreferenceStopException, value.ParseException,
	value.CmdletInvocationException, value.MethodException, value.MethodInvocationException, value.ExtendedTypeSystemException,
	value.GetValueException, value.GetValueInvocationException, value.SetValueException, value.SetValueInvocationException,
	value.PropertyNotFoundException, value.SessionStateException, value.SessionStateUnauthorized, value.ItemNotFoundException,
	value.DriveNotFoundException, value.ScriptCallDepthException, value.PipelineStoppedException, value.WriteErrorException,
}

// defaultMessages are what exceptions say when they are made without a message; the others name their type.
var defaultMessages = map[string]string{
	"System.Exception":                                           "Exception of type 'System.Exception' was thrown.",
	"System.SystemException":                                     "System error.",
	"System.ApplicationException":                                "Error in the application.",
	"System.AggregateException":                                  "One or more errors occurred.",
	"System.ArgumentException":                                   "Value does not fall within the expected range.",
	"System.ArgumentNullException":                               "Value cannot be null.",
	"System.ArgumentOutOfRangeException":                         "Specified argument was out of the range of valid values.",
	"System.ArithmeticException":                                 "Overflow or underflow in the arithmetic operation.",
	"System.DivideByZeroException":                               "Attempted to divide by zero.",
	"System.OverflowException":                                   "Arithmetic operation resulted in an overflow.",
	"System.FormatException":                                     "One of the identified items was in an invalid format.",
	"System.IndexOutOfRangeException":                            "Index was outside the bounds of the array.",
	"System.InvalidCastException":                                "Specified cast is not valid.",
	"System.InvalidOperationException":                           "Operation is not valid due to the current state of the object.",
	"System.NotImplementedException":                             "The method or operation is not implemented.",
	"System.NotSupportedException":                               "Specified method is not supported.",
	"System.NullReferenceException":                              "Object reference not set to an instance of an object.",
	"System.ObjectDisposedException":                             "Cannot access a disposed object.",
	"System.OperationCanceledException":                          "The operation was canceled.",
	"System.OutOfMemoryException":                                "Insufficient memory to continue the execution of the program.",
	"System.TimeoutException":                                    "The operation has timed out.",
	"System.UnauthorizedAccessException":                         "Attempted to perform an unauthorized operation.",
	"System.UriFormatException":                                  "Invalid URI: The URI is empty.",
	"System.IO.IOException":                                      "I/O error occurred.",
	"System.IO.FileNotFoundException":                            "Unable to find the specified file.",
	"System.IO.DirectoryNotFoundException":                       "Attempted to access a path that is not on the disk.",
	"System.IO.EndOfStreamException":                             "Attempted to read past the end of the stream.",
	"System.IO.PathTooLongException":                             "The specified file name or path is too long, or a component of the specified path is too long.",
	"System.Collections.Generic.KeyNotFoundException":            "The given key was not present in the dictionary.",
	"System.Security.SecurityException":                          "Security error.",
	"System.Threading.Tasks.TaskCanceledException":               "A task was canceled.",
	"System.PlatformNotSupportedException":                       "Operation is not supported on this platform.",
	"System.Management.Automation.PSInvalidOperationException":   "Operation is not valid due to the current state of the object.",
	"System.Management.Automation.PSArgumentException":           "Value does not fall within the expected range.",
	"System.Management.Automation.PSArgumentNullException":       "Value cannot be null.",
	"System.Management.Automation.PSNotSupportedException":       "Specified method is not supported.",
	"System.Management.Automation.RuntimeException":              "System error.",
	"System.Management.Automation.PSInvalidCastException":        "Specified cast is not valid.",
	"System.Management.Automation.CommandNotFoundException":      "System error.",
	"System.Management.Automation.ItemNotFoundException":         "System error.",
	"System.Management.Automation.ParameterBindingException":     "System error.",
	"System.Management.Automation.MethodInvocationException":     "MethodInvocationException",
	"System.Net.WebException":                                    "Operation is not valid due to the current state of the object.",
	"System.Net.Http.HttpRequestException":                       "Exception of type 'System.Net.Http.HttpRequestException' was thrown.",
	"System.Text.RegularExpressions.RegexMatchTimeoutException":  "The operation has timed out.",
	"System.Xml.XmlException":                                    "An XML error has occurred.",
	"System.TimeZoneNotFoundException":                           "Exception of type 'System.TimeZoneNotFoundException' was thrown.",
	"System.Management.Automation.ActionPreferenceStopException": "System error.",
}

// DefaultMessage is what an exception of a type says when it is made without a message.
func DefaultMessage(t *value.Type) string {
	if m, ok := defaultMessages[t.FullName]; ok {
		return m
	}
	return "Exception of type '" + t.FullName + "' was thrown."
}
