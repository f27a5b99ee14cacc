package utility

import (
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

const (
	verbName = iota
	verbGroup
)

var getVerb = variableCmdlet("Get-Verb", "Gives the approved verbs.", runtime.Run(func(c *runtime.Call) error {
	names, err := compile(c.Strings(verbName))
	if err != nil {
		return err
	}
	groups, err := compile(c.Strings(verbGroup))
	if err != nil {
		return err
	}
	for _, v := range runtime.Verbs() {
		if len(names) > 0 && !matches(names, v.Name) || len(groups) > 0 && !matches(groups, v.Group) {
			continue
		}
		o := value.NewCustom()
		o.Set("Verb", value.OfString(v.Name))
		o.Set("AliasPrefix", value.OfString(v.Prefix))
		o.Set("Group", value.OfString(v.Group))
		o.Set("Description", value.OfString(v.Description))
		if err := c.Write(value.Of(o)); err != nil {
			return err
		}
	}
	return nil
}),
	bind.Parameter{Name: "Verb", Type: value.TypeStringArray, Sets: []bind.Membership{{Position: 0, FromPipeline: true, FromPipelineByName: true}}},
	bind.Parameter{Name: "Group", Type: value.TypeStringArray, Sets: []bind.Membership{{Position: 1, FromPipelineByName: true}},
		Validate: []bind.Validator{&bind.ValidateSet{Values: []string{"Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security"}}},
		Values:   []string{"Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security"}})
