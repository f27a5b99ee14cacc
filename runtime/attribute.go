package runtime

import (
	"math"

	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// The base types of attributes, from which scripts derive their own.
var (
	typeAttribute          = &value.Type{Name: "Attribute", FullName: "System.Attribute", Base: value.TypeObject}
	typeCmdletMetadata     = automationType("Internal.CmdletMetadataAttribute", typeAttribute)
	typeParsingBase        = automationType("Internal.ParsingBaseAttribute", typeCmdletMetadata)
	typeValidateArguments  = automationType("ValidateArgumentsAttribute", typeCmdletMetadata)
	typeValidateEnumerated = automationType("ValidateEnumeratedArgumentsAttribute", typeValidateArguments)
	typeTransformation     = automationType("ArgumentTransformationAttribute", typeCmdletMetadata)
	typeSetGenerator       = automationInterface("IValidateSetValuesGenerator")
)

// automationType is a type of System.Management.Automation; the name may begin with a namespace below it.
func automationType(name string, base *value.Type) *value.Type {
	short := name
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			short = name[i+1:]
			break
		}
	}
	return &value.Type{Name: short, FullName: "System.Management.Automation." + name, Base: base, Assembly: "System.Management.Automation"}
}

func automationInterface(name string) *value.Type {
	t := automationType(name, nil)
	t.Flags |= value.Interface | value.Abstract
	return t
}

// attributeKind declares one of the attributes of parameters and commands: what its constructor takes and its properties.
type attributeKind struct {
	typ    *value.Type
	name   string // as scripts write it
	fields []attributeField
	taken  int  // how many fields the constructor takes, from the first on
	list   bool // the constructor takes any number of texts as its first field
}

// attributeField is a property of an attribute.
type attributeField struct {
	name      string
	typ       *value.Type
	otherwise value.Value
}

// attributeObject is an attribute as an object: what [Parameter()] makes in an expression, and what the metadata of a command shows.
type attributeObject struct {
	value.Extended
	kind   *attributeKind
	values []value.Value
}

// TypeOf is the attribute's type.
func (a *attributeObject) TypeOf() *value.Type { return a.kind.typ }

// ToText is the type's name; a ParameterAttribute shows nothing (oracle/formatting, builtin-views-engine:parameter-metadata).
func (a *attributeObject) ToText() string {
	if a.kind.name == "Parameter" {
		return ""
	}
	return a.kind.typ.FullName
}

// newAttribute is an attribute with the defaults of its fields.
func (k *attributeKind) newAttribute() *attributeObject {
	a := &attributeObject{kind: k, values: make([]value.Value, len(k.fields))}
	for i, f := range k.fields {
		a.values[i] = f.otherwise
	}
	return a
}

// construct fills the fields that the constructor takes.
func (k *attributeKind) construct(args []value.Value) *attributeObject {
	a := k.newAttribute()
	if k.list {
		texts := &value.Array{Type: value.TypeStringArray}
		for _, x := range args {
			for _, y := range ListOf(x) {
				texts.Items = append(texts.Items, value.OfString(value.ToString(y)))
			}
		}
		a.values[0] = value.Of(texts)
		return a
	}
	for i := range min(len(args), k.taken) {
		a.values[i] = args[i]
	}
	return a
}

func attributeOf(name string, base *value.Type, taken int, fields ...attributeField) *attributeKind {
	k := &attributeKind{name: name, typ: automationType(name+"Attribute", base), fields: fields, taken: taken}
	return k
}

func field(name string, typ *value.Type, otherwise value.Value) attributeField {
	return attributeField{name, typ, otherwise}
}

func flagField(name string) attributeField { return field(name, value.TypeBool, value.False) }

func textField(name string) attributeField { return field(name, value.TypeString, value.NullValue) }

// attributeKinds are the attributes that scripts can make and see.
var attributeKinds = []*attributeKind{
	attributeOf("Parameter", typeParsingBase, 0, textField("ExperimentName"), field("ExperimentAction", typeExperimentAction, value.OfEnum(typeExperimentAction.Enum, 0)),
		field("Position", value.TypeInt32, value.OfInt32(math.MinInt32)), field("ParameterSetName", value.TypeString, value.OfString(allSets)),
		flagField("Mandatory"), flagField("ValueFromPipeline"), flagField("ValueFromPipelineByPropertyName"), flagField("ValueFromRemainingArguments"),
		textField("HelpMessage"), textField("HelpMessageBaseName"), textField("HelpMessageResourceId"), flagField("DontShow")),
	listAttribute("Alias", typeParsingBase, field("AliasNames", value.TypeStringArray, value.NullValue)),
	listAttribute("ValidateSet", typeValidateEnumerated, field("ValidValues", value.TypeStringArray, value.NullValue), textField("ErrorMessage"),
		field("IgnoreCase", value.TypeBool, value.True)),
	attributeOf("ValidateRange", typeValidateEnumerated, 2, field("MinRange", nil, value.NullValue), field("MaxRange", nil, value.NullValue)),
	attributeOf("ValidateLength", typeValidateEnumerated, 2, field("MinLength", value.TypeInt32, value.OfInt(0)), field("MaxLength", value.TypeInt32, value.OfInt(0))),
	attributeOf("ValidateCount", typeValidateArguments, 2, field("MinLength", value.TypeInt32, value.OfInt(0)), field("MaxLength", value.TypeInt32, value.OfInt(0))),
	attributeOf("ValidatePattern", typeValidateEnumerated, 1, textField("RegexPattern"), field("Options", nil, value.NullValue), textField("ErrorMessage")),
	attributeOf("ValidateScript", typeValidateEnumerated, 1, field("ScriptBlock", value.TypeScriptBlock, value.NullValue), textField("ErrorMessage")),
	attributeOf("ValidateNotNull", typeValidateArguments, 0), attributeOf("ValidateNotNullOrEmpty", typeValidateArguments, 0),
	attributeOf("ValidateNotNullOrWhiteSpace", typeValidateArguments, 0), attributeOf("ValidateUserDrive", typeValidateArguments, 0),
	listAttribute("ValidateDrive", typeValidateArguments, field("ValidRootDrives", value.TypeStringArray, value.NullValue)),
	attributeOf("AllowNull", typeCmdletMetadata, 0), attributeOf("AllowEmptyString", typeCmdletMetadata, 0), attributeOf("AllowEmptyCollection", typeCmdletMetadata, 0),
	attributeOf("ArgumentTypeConverter", typeTransformation, 0, field("TransformNullOptionalParameters", value.TypeBool, value.True)),
	attributeOf("Credential", typeTransformation, 0), attributeOf("SupportsWildcards", typeParsingBase, 0),
	attributeOf("PSDefaultValue", typeParsingBase, 0, field("Value", nil, value.NullValue), textField("Help")),
	attributeOf("ArgumentCompleter", typeAttribute, 1, field("ScriptBlock", value.TypeScriptBlock, value.NullValue)),
	listAttribute("ArgumentCompletions", typeAttribute, field("Completions", value.TypeStringArray, value.NullValue)),
	obsoleteAttribute(),
	attributeOf("CmdletBinding", typeCmdletMetadata, 0, textField("DefaultParameterSetName"), flagField("SupportsShouldProcess"), flagField("SupportsPaging"),
		field("PositionalBinding", value.TypeBool, value.True), textField("HelpUri"), field("ConfirmImpact", TypeConfirmImpact, value.OfEnum(TypeConfirmImpact.Enum, impactMedium))),
	attributeOf("OutputType", typeCmdletMetadata, 0, field("Type", nil, value.NullValue), field("ParameterSetName", value.TypeStringArray, value.NullValue)),
}

// obsoleteAttribute is System.ObsoleteAttribute, the one that is no type of the engine's.
func obsoleteAttribute() *attributeKind {
	k := attributeOf("Obsolete", typeAttribute, 2, textField("Message"), flagField("IsError"))
	k.typ.FullName = "System.ObsoleteAttribute"
	return k
}

// allSets is the name of the parameter set that every parameter without a set is in.
const allSets = "__AllParameterSets"

var typeExperimentAction = value.NewEnum("System.Management.Automation.ExperimentAction", []string{"None", "Hide", "Show"}, []int64{0, 1, 2})

func listAttribute(name string, base *value.Type, fields ...attributeField) *attributeKind {
	k := attributeOf(name, base, 1, fields...)
	k.list = true
	return k
}

// kindNamed is the attribute of that name, with or without namespace and `Attribute`; nil if there is none.
func kindNamed(name string) *attributeKind {
	const space = "System.Management.Automation."
	if len(name) > len(space) && value.EqualFold(name[:len(space)], space) {
		name = name[len(space):]
	}
	for _, k := range attributeKinds {
		if value.EqualFold(name, k.name) || len(name) == len(k.name)+len("Attribute") && value.EqualFold(name, k.name+"Attribute") {
			return k
		}
	}
	return nil
}

// attributeMembers gives the attribute types their properties and constructors.
func attributeMembers() {
	for _, k := range attributeKinds {
		m := &value.Members{}
		for i, f := range k.fields {
			typ := f.typ
			p := value.Property{Name: f.name, Type: typ, Get: func(_ value.Env, self value.Value) (value.Value, error) {
				a, _ := value.As[*attributeObject](self.Base())
				return a.values[i], nil
			}}
			if i >= k.taken {
				p.Set = func(env value.Env, self, v value.Value) error {
					a, _ := value.As[*attributeObject](self.Base())
					if typ != nil {
						x, err := env.(*Frame).cast(v, typ)
						if err != nil {
							return err
						}
						v = x
					}
					a.values[i] = v
					return nil
				}
			}
			m.Properties = append(m.Properties, p)
		}
		m.Properties = append(m.Properties, value.Property{Name: "TypeId", Type: value.TypeRuntimeType, Get: func(value.Env, value.Value) (value.Value, error) { return value.Of(k.typ), nil }})
		ctor := value.Overload{Call: func(_ value.Env, _ value.Value, args []value.Value) (value.Value, error) {
			return value.Of(k.construct(args)), nil
		}}
		if k.list {
			ctor.Params, ctor.Variadic = []value.Param{{Name: "values", Type: value.TypeStringArray}}, true
		} else {
			for _, f := range k.fields[:k.taken] {
				ctor.Params = append(ctor.Params, value.Param{Name: f.name, Type: f.typ})
			}
		}
		m.Ctors = []value.Overload{ctor}
		k.typ.Members = m
	}
}

// apply adds the attribute to the declaration of a parameter.
func (a *attributeObject) apply(f *Frame, d *bind.Parameter) error {
	if a.kind.name == "Parameter" {
		m := bind.Membership{Position: bind.NoPosition}
		for i, x := range a.kind.fields {
			if err := readMembership(&m, d, x.name, a.values[i]); err != nil {
				return err
			}
		}
		d.Sets = append(d.Sets, m)
		return nil
	}
	args := a.values[:a.kind.taken]
	named := func(name string) (value.Value, bool, error) {
		for i, x := range a.kind.fields[a.kind.taken:] {
			if v := a.values[a.kind.taken+i]; value.EqualFold(x.name, name) && !v.IsNull() {
				return v, true, nil
			}
		}
		return value.NullValue, false, nil
	}
	return f.applyAttribute(a.kind.name, args, named, d)
}
