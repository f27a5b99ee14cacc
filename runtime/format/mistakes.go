package format

import (
	"strings"

	"rehearse/runtime/value"
)

// invalidData is the error of parameters that exclude each other.
func invalidData(id, message string) *value.Exception {
	return value.Throw(invalidDataException, id, message).With(value.InvalidArgument, value.NullValue)
}

var invalidDataException = &value.Type{Name: "InvalidDataException", FullName: "System.IO.InvalidDataException", Base: value.SystemException}

// viewNotFound is the error of a -View that no view of that kind has for the type (formatting README, section 7).
func viewNotFound(views *Views, name string, kind ViewKind, v value.Value) error {
	message := "The view name " + name + " cannot be found."
	if names := views.named([]string{typeName(v)}, kind); len(names) > 0 {
		message += " Specify one of the following " + kind.String() + " views and try again: " + strings.Join(names, ", ") + "."
	} else {
		message += " There are no existing " + kind.String() + " views for " + typeName(v) + " objects."
	}
	const id, reason = "FormatViewNotFound", "PipelineStoppedException"
	ex := value.Throw(value.PipelineStoppedException, id, "The pipeline has been stopped.").With(value.ObjectNotFound, value.OfString(name))
	return &value.ErrorRecord{Exception: ex, ID: id, Target: value.OfString(name), Category: value.ObjectNotFound, Reason: reason,
		TargetName: name, TargetType: "String", Message: message}
}

// typeName is the full name of an object's .NET type, whatever its PSTypeNames say.
func typeName(v value.Value) string {
	if t := value.TypeOf(v.Base()); t != nil {
		return t.FullName
	}
	return ""
}

// outOfSequence is the error of a format object where none of its kind may stand (archive format-mistakes).
// It belongs to the layout that every command which writes text has inside.
func outOfSequence(s *Settings, o value.Object) *value.ErrorRecord {
	ex := value.Throw(value.PSInvalidOperation, "ConsoleLineOutputOutOfSequencePacket", "The object of type \""+o.TypeOf().FullName+
		"\" is not valid or not in the correct sequence. This is likely caused by a user-specified \"format-*\" command which is conflicting with the default formatting.").
		With(value.InvalidData, value.NullValue)
	r := &value.ErrorRecord{Exception: ex, ID: ex.ID + ",Microsoft.PowerShell.Commands.OutLineOutputCommand", Category: ex.Category, Activity: "out-lineoutput", Reason: ex.Type.Name}
	if s.Position != nil {
		r.Invocation = s.Position()
	}
	return r
}
