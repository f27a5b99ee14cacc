package bind

import (
	"regexp"
	"strings"

	"rehearse/runtime/value"
)

// PatternCompiler is an engine that compiles .NET regular expressions; options are the attribute's RegexOptions, $null for IgnoreCase.
type PatternCompiler interface {
	CompilePattern(pattern string, options value.Value) (Matcher, error)
}

// DriveNamer is an engine that knows the drive a path lies on, by its declared name.
type DriveNamer interface {
	DriveOf(path string) (string, error)
}

// SetGenerator is an engine that asks an IValidateSetValuesGenerator class for its values.
type SetGenerator interface {
	ValidValues(t *value.Type) ([]string, error)
}

// NewValidator is the Validate attribute of that name (with or without `Attribute` at its end), or nil if the name is none of PowerShell's. args
// are the positional arguments, named looks a named one up, message is the ErrorMessage. The error is that of arguments which the attribute refuses.
// What env cannot do beside value.Env (PatternCompiler, DriveNamer, SetGenerator) does without.
func NewValidator(env value.Env, name string, args []value.Value, named func(string) (value.Value, bool, error), message string) (Validator, error) {
	switch attributeName(name) {
	case "validateset":
		return newSet(env, args, named, message)
	case "validaterange":
		return newRange(args)
	case "validatelength":
		low, high, err := limits(args)
		if err != nil {
			return nil, err
		}
		return orNil(NewValidateLength(low, high))
	case "validatecount":
		low, high, err := limits(args)
		if err != nil {
			return nil, err
		}
		return orNil(NewValidateCount(low, high))
	case "validatepattern":
		return newPattern(env, args, named, message)
	case "validatescript":
		return &ValidateScript{Block: argument(args, 0), ErrorMessage: message}, nil
	case "validatenotnull":
		return ValidateNotNull{}, nil
	case "validatenotnullorempty":
		return ValidateNotNullOrEmpty{}, nil
	case "validatenotnullorwhitespace":
		return ValidateNotNullOrWhiteSpace{}, nil
	case "validatedrive":
		return newDrive(env, texts(args)), nil
	case "validateuserdrive":
		return newDrive(env, []string{"User"}), nil
	}
	return nil, nil
}

// attributeName is the name without namespace and `Attribute`, in lower case.
func attributeName(name string) string {
	name = strings.ToLower(name)
	name = strings.TrimPrefix(name, "system.management.automation.")
	return strings.TrimSuffix(name, "attribute")
}

// orNil keeps a failed constructor's nil pointer from becoming a Validator.
func orNil[T interface {
	comparable
	Validator
}](v T, err error) (Validator, error) {
	if err != nil {
		return nil, err
	}
	return v, nil
}

func argument(args []value.Value, i int) value.Value {
	if i < len(args) {
		return args[i]
	}
	return value.NullValue
}

// texts are the arguments as texts, those of lists one by one.
func texts(args []value.Value) []string {
	var list []string
	for _, a := range args {
		if l, ok := a.Base().Object().(value.List); ok {
			for i := range l.Len() {
				list = append(list, value.ToString(l.At(i)))
			}
			continue
		}
		list = append(list, value.ToString(a))
	}
	return list
}

// limits are two numbers.
func limits(args []value.Value) (low, high int, err error) {
	a, err := value.Convert(argument(args, 0), value.TypeInt32)
	if err != nil {
		return 0, 0, err
	}
	b, err := value.Convert(argument(args, 1), value.TypeInt32)
	return int(a.Int()), int(b.Int()), err
}

func newSet(env value.Env, args []value.Value, named func(string) (value.Value, bool, error), message string) (Validator, error) {
	set := &ValidateSet{}
	if t, ok := value.As[*value.Type](argument(args, 0)); ok {
		if g, ok := env.(SetGenerator); ok {
			set.Generate = func(value.Env) ([]string, error) { return g.ValidValues(t) }
		}
	} else {
		var err error
		if set, err = NewValidateSet(texts(args)); err != nil {
			return nil, err
		}
	}
	ignore, given, err := named("IgnoreCase")
	if err != nil {
		return nil, err
	}
	set.CaseSensitive, set.ErrorMessage = given && !value.Truth(ignore), message
	return set, nil
}

// newRange is a range of two limits, or of a kind by name.
func newRange(args []value.Value) (Validator, error) {
	if len(args) == 1 {
		k, err := value.Convert(args[0], TypeRangeKind)
		if err != nil {
			return nil, err
		}
		return RangeKind(k.Int()), nil
	}
	return orNil(NewValidateRange(argument(args, 0), argument(args, 1)))
}

func newPattern(env value.Env, args []value.Value, named func(string) (value.Value, bool, error), message string) (Validator, error) {
	options, _, err := named("Options")
	if err != nil {
		return nil, err
	}
	p := &ValidatePattern{Pattern: value.ToString(argument(args, 0)), ErrorMessage: message}
	if c, ok := env.(PatternCompiler); ok {
		p.Regex, err = c.CompilePattern(p.Pattern, options)
		return p, err
	}
	prefix := ""
	if options.IsNull() {
		prefix = "(?i)"
	}
	re, err := regexp.Compile(prefix + p.Pattern)
	if err != nil {
		return nil, value.Throw(value.ArgumentException, "InvalidPattern", err.Error())
	}
	p.Regex = goPattern{re}
	return p, nil
}

// goPattern is a pattern in Go's syntax, for an engine without .NET's.
type goPattern struct{ *regexp.Regexp }

// MatchString tells whether s matches; it never fails.
func (p goPattern) MatchString(s string) (bool, error) { return p.Regexp.MatchString(s), nil }

func newDrive(env value.Env, drives []string) Validator {
	d := &ValidateDrive{Drives: drives}
	if n, ok := env.(DriveNamer); ok {
		d.Drive = n.DriveOf
	} else {
		d.Drive = func(path string) (string, error) {
			drive, _, found := strings.Cut(path, ":")
			if !found {
				return "/", nil
			}
			return drive, nil
		}
	}
	return d
}
