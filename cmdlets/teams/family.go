package teams

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/state"
)

// familiesText is the module's cmdlets grouped by noun, a family a line; the fields are those of [family].
//
//go:embed families.json
var familiesText string

// family is the cmdlets of one noun that all work alike on the instances of one type: a policy, a configuration of the tenant, a list of
// objects, or a factory of objects that other cmdlets take.
type family struct {
	Noun   string `json:"noun"`
	Kind   string `json:"kind"`   // policy, config, list, factory, …
	Engine string `json:"engine"` // generic, hooks (generic plus the rules named in Hooks), custom
	// Cmdlets are the names by verb; Custom are the verbs that need behaviour of their own.
	Cmdlets map[string]string `json:"cmdlets"`
	Custom  []string          `json:"custom"`
	Hooks   []string          `json:"hooks"`

	Identity familyIdentity `json:"identity"`
	Grant    *familyGrant   `json:"grant"`
	// GetNoun is the noun under which the instances are read where that is another.
	GetNoun string `json:"getNoun"`
	// Upsert says that Set makes what is not there.
	Upsert bool `json:"upsert"`
	// Seed says that what the service returns has to come as data, which the simulator does not have.
	Seed        bool             `json:"seed"`
	Props       []familyProperty `json:"props"`
	OutputProps []string         `json:"outputProps"`
}

// familyIdentity says how an instance is named.
type familyIdentity struct {
	// Key is the parameter that names an instance; parts joined by + make a composite key.
	Key string `json:"key"`
	// RelativeKey is the parameter that names it on New beside -Parent.
	RelativeKey string `json:"relativeKey"`
	// ServerID says that the service gives the name.
	ServerID  bool `json:"serverId"`
	PerUser   bool `json:"perUser"`
	Global    bool `json:"global"`
	Singleton bool `json:"singleton"`
	// Tag says that instances read as Tag:NAME.
	Tag bool `json:"tag"`
	// Predefined are the instances that the service brings along.
	Predefined []string `json:"predefined"`
}

// familyGrant says how a policy is assigned.
type familyGrant struct {
	// UserProperty is the property of a user that shows the policy, which is also its type in the tenant.
	UserProperty string `json:"userProperty"`
}

// familyProperty is a property of the instances.
type familyProperty struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Array   bool   `json:"array"`
	Default any    `json:"default"`
	// Only names the verbs that have it; none means all.
	Only []string `json:"only"`
}

// servedHooks are the rules beyond the generic ones that this package or state/service applies. A family with another hook is not
// simulated: half a rule would be worse than an honest refusal.
var servedHooks = []string{"listModifier", "nestedObjects", "readOnlyInstances", "usageMustExist", "parentAppend"}

// familyBehavior is the generic behaviour of a cmdlet, nil if none of the families serves it.
func familyBehavior(cmdlet string) *online.Behavior {
	f := familyOf(cmdlet)
	if f == nil || f.Engine == "custom" || f.Seed || f.Identity.PerUser {
		return nil
	}
	for _, h := range f.Hooks {
		name, _, _ := strings.Cut(h, ":")
		if !slices.Contains(servedHooks, name) {
			return nil
		}
	}
	verb, _, _ := strings.Cut(cmdlet, "-")
	if slices.Contains(f.Custom, verb) {
		return nil
	}
	run := f.verb(verb)
	if run == nil {
		return nil
	}
	b := &online.Behavior{Name: cmdlet, Run: func(c *runtime.Call) error {
		if err := f.unserved(c); err != nil {
			return err
		}
		return run(c)
	}}
	if verb == "Grant" {
		b.Adjust = grantParameters
	}
	return b
}

// verb is what a verb does in this family.
func (f *family) verb(verb string) func(c *runtime.Call) error {
	switch f.Kind {
	case "factory":
		if verb == "New" {
			return f.build
		}
		return nil
	case "policy", "config", "list":
	default:
		return nil
	}
	switch verb {
	case "Get":
		return f.read
	case "New":
		return f.create
	case "Set", "Update":
		return f.change
	case "Remove":
		return f.remove
	case "Grant":
		if f.Grant != nil {
			return f.grant
		}
	}
	return nil
}

// plumbing are the parameters of families beside their properties: those that say how, and those without meaning in a tenant of one's own.
var plumbing = []string{"Tenant", "Force", "Instance", "InMemory", "PassThru", "Parent", "Filter", "PolicyName", "Group", "Rank", "Global", "Identity"}

// unserved refuses a parameter that has no effect here, rather than passing over it.
func (f *family) unserved(c *runtime.Call) error {
	keys := strings.Split(f.Identity.Key, "+")
	for i, p := range c.Signature().Params {
		if i >= len(c.Values) {
			break
		}
		if !c.IsBound(i) || f.property(p.Name) != nil || has(plumbing, p.Name) || has(keys, p.Name) || strings.EqualFold(p.Name, f.Identity.RelativeKey) {
			continue
		}
		if err := online.ParameterNotSimulated(c, p.Name); err != nil {
			return err
		}
	}
	return nil
}

// familyOf finds the family of a cmdlet; only its line of the text is decoded.
func familyOf(cmdlet string) *family {
	return decodeFamily(`:"` + cmdlet + `"`)
}

func decodeFamily(mark string) *family {
	_, list, _ := strings.Cut(familiesText, `"list"`)
	at := strings.Index(list, mark)
	if at < 0 {
		return nil
	}
	start := strings.LastIndexByte(list[:at], '\n') + 1
	line, _, _ := strings.Cut(list[start:], "\n")
	var f family
	if json.Unmarshal([]byte(strings.TrimRight(line, ", \r")), &f) != nil {
		return nil
	}
	return &f
}

// objectType is the type of the instances in the tenant: the user's property for policies, the noun without Cs for others.
func (f *family) objectType() string {
	if f.Grant != nil && f.Grant.UserProperty != "" {
		return f.Grant.UserProperty
	}
	noun := f.Noun
	if f.GetNoun != "" {
		noun = f.GetNoun
	}
	return strings.TrimPrefix(noun, "Cs")
}

// shownName is the identity of an instance as the service shows it.
func (f *family) shownName(name string) string {
	if f.Identity.Tag && !strings.EqualFold(name, state.GlobalName) {
		return "Tag:" + name
	}
	return name
}

// property finds a property by name, nil if the family has none of that name.
func (f *family) property(name string) *familyProperty {
	for i := range f.Props {
		if strings.EqualFold(f.Props[i].Name, name) {
			return &f.Props[i]
		}
	}
	return nil
}
