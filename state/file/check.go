package file

import (
	"strings"

	"rehearse/state"
)

// check looks for what a tenant cannot have: a key given twice, a reference to
// something that is not there.
func check(name string, text []byte, d *document) error {
	users, ids := map[string]int{}, map[string]bool{}
	for _, u := range d.Users {
		if u.ObjectID == "" {
			u.ObjectID = state.GUID(d.Organization.TenantID, u.UserPrincipalName)
		}
		key := strings.ToLower(u.UserPrincipalName)
		if users[key]++; users[key] > 1 {
			return at(name, text, u.UserPrincipalName, 2, "Give each user a name of its own.", "the user %s is there twice", u.UserPrincipalName)
		}
		ids[strings.ToLower(u.ObjectID)] = true
	}
	locations := map[string]bool{"": true, state.ZeroGUID: true}
	for _, l := range d.Locations {
		locations[strings.ToLower(l.LocationID)] = true
	}
	for _, a := range d.CivicAddresses {
		locations[strings.ToLower(a.DefaultLocationID)] = true
	}
	numbers := map[string]bool{}
	for _, n := range d.PhoneNumbers {
		if numbers[n.Number] {
			return at(name, text, n.Number, 2, "A number can be in a tenant once.", "the number %s is there twice", n.Number)
		}
		numbers[n.Number] = true
		if n.Target != "" && !ids[strings.ToLower(n.Target)] && n.Status != state.StatusConference {
			return at(name, text, n.Target, 1, "Name the objectId of a user of this file.", "the number %s is assigned to %s, which is no user", n.Number, n.Target)
		}
		if !locations[strings.ToLower(n.LocationID)] {
			return at(name, text, n.LocationID, 1, "Name the locationId of a location of this file.", "the number %s is at the location %s, which is not there", n.Number, n.LocationID)
		}
	}
	policies := map[string]bool{}
	for _, p := range d.VoiceRoutingPolicies {
		policies[strings.ToLower(p.Name)] = true
	}
	for _, u := range d.Users {
		for _, p := range u.Policies {
			if p.Type == state.PolicyVoiceRouting && !policies[strings.ToLower(p.Name)] {
				return at(name, text, p.Name, 1, "Add the policy, or take it from the user.", "%s has the voice routing policy %s, which is not there", u.UserPrincipalName, p.Name)
			}
		}
	}
	return nil
}
