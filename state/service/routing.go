package service

import (
	"strings"
	"time"

	"rehearse/state"
	"rehearse/state/rules"
)

// PstnUsages gives the usages in order (Get-CsOnlinePstnUsage).
func PstnUsages(c Call) []string {
	Settle(c)
	return c.Tx.PstnUsages().Usages
}

// SetPstnUsages changes the usages (Set-CsOnlinePstnUsage); names are unique
// regardless of case. Rule R36.
func SetPstnUsages(c Call, change ListChange) error {
	Settle(c)
	was := c.Tx.PstnUsages()
	is := &state.PstnUsages{Usages: change.apply(was.Usages)}
	for _, usage := range was.Usages {
		if is.Find(usage) < 0 && c.usageInUse(usage) {
			return rules.New("R36", "", usage, "name", usage)
		}
	}
	made := false
	is.CreatedAt = make([]time.Time, len(is.Usages))
	for i, usage := range is.Usages {
		if old := was.Find(usage); old < 0 {
			is.CreatedAt[i] = c.Now()
			made = true
		} else if old < len(was.CreatedAt) {
			is.CreatedAt[i] = was.CreatedAt[old]
		}
	}
	if !made && strings.Join(was.Usages, "\n") == strings.Join(is.Usages, "\n") {
		return nil
	}
	c.put(is)
	return nil
}

func (c Call) usageInUse(usage string) bool {
	for _, r := range c.Tx.VoiceRoutes() {
		if containsFold(r.Usages, usage) {
			return true
		}
	}
	for _, p := range c.Tx.VoiceRoutingPolicies() {
		if containsFold(p.Usages, usage) {
			return true
		}
	}
	return false
}

// KnownUsage is nil if the tenant has the PSTN usage. Rule R38.
func KnownUsage(c Call, usage string) error {
	if c.Tx.PstnUsages().Find(usage) < 0 {
		return rules.New("R38", "", usage, "name", usage)
	}
	return nil
}

// knownUsages applies R38 to the usages that were not there before, and gives
// them in the spelling of the tenant's list.
func (c Call) knownUsages(was, is []string) ([]string, error) {
	all := c.Tx.PstnUsages()
	out := make([]string, len(is))
	for i, usage := range is {
		at := all.Find(usage)
		if at < 0 {
			return nil, rules.New("R38", "", usage, "name", usage)
		}
		out[i] = all.Usages[at]
		if containsFold(was, usage) || at >= len(all.CreatedAt) {
			continue
		}
		if made := stamp(all.CreatedAt[at]); c.tooYoung(made) {
			return nil, rules.New("R38", "", usage, "name", usage)
		} else {
			c.remarkYoung("R38", made, usage, "name", usage)
		}
	}
	return out, nil
}

// RoutingPolicyChange describes a voice routing policy to make or to change.
type RoutingPolicyChange struct {
	// Identity is "Name", "Tag:Name" or "Global"; empty means Global for a change.
	Identity    string
	Usages      *ListChange
	Description *string
	RouteType   *string
}

// VoiceRoutingPolicies gives all policies, Global first.
func VoiceRoutingPolicies(c Call) []*state.VoiceRoutingPolicy {
	Settle(c)
	return c.Tx.VoiceRoutingPolicies()
}

// VoiceRoutingPolicy gives one policy. Rule R34.
func VoiceRoutingPolicy(c Call, identity string) (*state.VoiceRoutingPolicy, error) {
	Settle(c)
	name := plainName(identity)
	if p := c.Tx.VoiceRoutingPolicy(name); p != nil {
		return p, nil
	}
	return nil, rules.New("R34", "", name, "name", identity)
}

// NewVoiceRoutingPolicy makes a policy. Rules R35, R38.
func NewVoiceRoutingPolicy(c Call, p RoutingPolicyChange) (*state.VoiceRoutingPolicy, error) {
	Settle(c)
	name := plainName(p.Identity)
	if c.Tx.VoiceRoutingPolicy(name) != nil || name == "" {
		return nil, rules.New("R35", "", name, "name", p.Identity)
	}
	made := &state.VoiceRoutingPolicy{Name: name, RouteType: "BYOT", CreatedAt: c.Now()}
	if err := c.shapePolicy(made, p); err != nil {
		return nil, err
	}
	c.put(made)
	return made, nil
}

// SetVoiceRoutingPolicy changes a policy. Rules R34, R38.
func SetVoiceRoutingPolicy(c Call, p RoutingPolicyChange) error {
	if p.Identity == "" {
		p.Identity = state.GlobalName
	}
	was, err := VoiceRoutingPolicy(c, p.Identity)
	if err != nil {
		return err
	}
	changed := was.Clone()
	if err := c.shapePolicy(changed, p); err != nil {
		return err
	}
	c.putChanged(was, changed)
	return nil
}

func (c Call) shapePolicy(p *state.VoiceRoutingPolicy, change RoutingPolicyChange) error {
	usages, err := c.knownUsages(p.Usages, change.Usages.apply(p.Usages))
	if err != nil {
		return err
	}
	p.Usages = usages
	given(&p.Description, change.Description)
	given(&p.RouteType, change.RouteType)
	return nil
}

// RemoveVoiceRoutingPolicy removes a policy; Global is reset instead. A policy that
// is still granted goes too, and is reported. Rules R34, R36.
func RemoveVoiceRoutingPolicy(c Call, identity string) error {
	p, err := VoiceRoutingPolicy(c, identity)
	if err != nil {
		return err
	}
	if strings.EqualFold(p.Name, state.GlobalName) {
		c.putChanged(p, &state.VoiceRoutingPolicy{Name: state.GlobalName, RouteType: "BYOT"})
		return nil
	}
	c.delete(p)
	c.fallBack(state.PolicyVoiceRouting, p.Name)
	return nil
}

// given takes a value over if there is one.
func given[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}

// putChanged stores a changed record unless it is the same after all.
func (c Call) putChanged(was, is state.Record) {
	if len(state.DiffFields(was.Fields(), is.Fields())) > 0 {
		c.put(is)
	}
}
