package file

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rehearse/state"
)

func (d *decoder) readAddresses(n *node) (addresses, locations []state.Record) {
	d.locations = make(map[string]*state.Location)
	if n == nil {
		return nil, nil
	}
	type wrapped struct{ addressEntry }
	for i, items := 0, d.list(n); i < len(items) && d.err == nil; i++ {
		var e wrapped
		record(d, &items[i], "address", addressFields, &e.addressEntry)
		a := &e.address
		d.require(&items[i], "address", "civicAddressId", a.CivicAddressID)
		d.require(&items[i], "address", "companyName", a.CompanyName)
		d.require(&items[i], "address", "country", a.Country)
		if d.err != nil {
			return nil, nil
		}
		if a.ValidationStatus == "" {
			a.ValidationStatus = state.Validated
		}
		for _, l := range e.locations {
			l.CivicAddressID = a.CivicAddressID
			if d.locations[l.LocationID] != nil {
				d.fail(items[i].at, "Give each location its own id.", "location %s is given twice", l.LocationID)
			}
			d.locations[l.LocationID] = l
			if l.Default {
				if a.DefaultLocationID != "" {
					d.fail(items[i].at, "Mark one location only.", "the address has two default locations")
				}
				a.DefaultLocationID = l.LocationID
			}
			locations = append(locations, l)
		}
		if a.DefaultLocationID == "" {
			d.fail(items[i].at, "Add a location with default: true.", "the address has no default location")
		}
		if slices.ContainsFunc(addresses, func(r state.Record) bool { return r.ID() == a.CivicAddressID }) {
			d.fail(items[i].at, "Give it another id.", "address %s is given twice", a.CivicAddressID)
		}
		addresses = append(addresses, a)
	}
	return addresses, locations
}

// usage is a PSTN usage: its name alone, or a mapping with the time it was made.
type usage struct {
	name string
	made time.Time
}

var usageFields = []field[usage]{
	text("name", func(u *usage) *string { return &u.name }),
	instant("createdAt", func(u *usage) *time.Time { return &u.made }),
}

func (d *decoder) readUsages(n *node) *state.PstnUsages {
	usages := &state.PstnUsages{}
	if n == nil {
		return usages
	}
	timed := false
	for _, item := range d.list(n) {
		u := usage{}
		if item.kind == nodeMap {
			record(d, &item, "usage", usageFields, &u)
		} else {
			u.name = d.text(&item)
		}
		if usages.Find(u.name) >= 0 {
			d.fail(item.at, "Remove one of them.", "usage %s is given twice", u.name)
		}
		timed = timed || !u.made.IsZero()
		usages.Usages = append(usages.Usages, u.name)
		usages.CreatedAt = append(usages.CreatedAt, u.made)
	}
	if !timed {
		usages.CreatedAt = nil
	}
	return usages
}

func (d *decoder) readGateways(n *node) []state.Record {
	d.gateways = make(map[string]*state.PstnGateway)
	if n == nil {
		return nil
	}
	fresh := func(g *state.PstnGateway) {
		g.FailoverTimeSeconds, g.SendSipOptions, g.FailoverResponseCode = 10, true, defaultFailoverCodes
	}
	return preset(d, n, "gateway", gatewayFields, fresh, func(g *state.PstnGateway, n *node) state.Record {
		d.require(n, "gateway", "fqdn", g.Fqdn)
		d.gateways[g.ID()] = g
		return g
	})
}

func (d *decoder) readRoutes(n *node, usages *state.PstnUsages) []state.Record {
	return entries(d, n, "route", routeFields, func(r *state.VoiceRoute, n *node) state.Record {
		d.require(n, "route", "name", r.Name)
		d.knownUsages(n, usages, r.Usages)
		for _, fqdn := range r.Gateways {
			if d.gateways[strings.ToLower(fqdn)] == nil {
				d.fail(n.at, hint(fqdn, d.gateways), "there is no gateway %s", fqdn)
			}
		}
		return r
	})
}

func (d *decoder) readRoutingPolicies(n *node, usages *state.PstnUsages) []state.Record {
	d.routing = make(map[string]*state.VoiceRoutingPolicy)
	list := entries(d, n, "voice routing policy", routingPolicyFields, func(p *state.VoiceRoutingPolicy, n *node) state.Record {
		d.require(n, "voice routing policy", "name", p.Name)
		if p.RouteType == "" {
			p.RouteType = "BYOT"
		}
		d.knownUsages(n, usages, p.Usages)
		d.routing[p.ID()] = p
		return p
	})
	if !slices.ContainsFunc(list, func(r state.Record) bool { return r.ID() == "global" }) {
		list = append(list, &state.VoiceRoutingPolicy{Name: state.GlobalName, RouteType: "BYOT"})
	}
	return list
}

func (d *decoder) knownUsages(n *node, usages *state.PstnUsages, names []string) {
	for _, name := range names {
		if usages.Find(name) < 0 {
			d.fail(n.at, "Add it to pstnUsages.", "there is no usage %s", name)
		}
	}
}

func (d *decoder) readUsers(n *node) []state.Record {
	d.users = make(map[string]*state.User)
	if n == nil {
		return nil
	}
	fresh := func(u *state.User) { u.AccountType, u.AccountEnabled = state.AccountUser, true }
	return preset(d, n, "user", userFields, fresh, func(u *state.User, n *node) state.Record {
		d.require(n, "user", "userPrincipalName", u.UserPrincipalName)
		if u.ObjectID == "" && d.organization != nil {
			u.ObjectID = state.GUID(d.organization.TenantID, u.UserPrincipalName)
		}
		finishUser(u)
		upn := strings.ToLower(u.UserPrincipalName)
		if d.users[upn] != nil {
			d.fail(n.at, "Remove one of them.", "user %s is given twice", u.UserPrincipalName)
		}
		d.users[upn] = u
		return u
	})
}

func (d *decoder) readNumbers(n *node) []state.Record {
	if n == nil || d.err != nil {
		return nil
	}
	items := d.list(n)
	d.numbers = make(map[string]place, len(items))
	out := make([]state.Record, 0, len(items))
	block := make([]state.PhoneNumber, len(items))
	for i := range items {
		block[i] = state.PhoneNumber{
			ActivationState: state.Activated, Source: "Online", Blocked: state.NotBlocked, SmsState: "NotActivated",
		}
		e := numberEntry{n: &block[i]}
		record(d, &items[i], "number", numberFields, &e)
		if d.err == nil {
			d.finishNumber(&items[i], &e)
		}
		if d.err != nil {
			return nil
		}
		out = append(out, e.n)
	}
	for _, u := range d.users {
		slices.SortFunc(u.ExtraNumbers, func(a, b state.ExtraNumber) int { return cmp.Compare(a.Number, b.Number) })
	}
	return out
}

// finishNumber checks a number and fills in what a file may leave out.
func (d *decoder) finishNumber(at *node, e *numberEntry) {
	n := e.n
	d.require(at, "number", "number", n.Number)
	d.require(at, "number", "type", string(n.Type))
	if d.err != nil {
		return
	}
	if !isStored(n.Number, n.Type == state.DirectRouting) {
		d.fail(at.at, "Write it as \"+14255550100\".", "%q is not a telephone number", n.Number)
		return
	}
	if first, twice := d.numbers[n.Number]; twice {
		d.fail(at.at, "Remove one of them.", "number %s is given twice, first in line %d", n.Number, first.line)
		return
	}
	d.numbers[n.Number] = at.at
	switch n.Type {
	case state.OperatorConnect:
		d.require(at, "Operator Connect number", "operator", n.PartnerID)
	case state.CallingPlan:
		n.OperatorID, n.PartnerID, n.PartnerName = state.CallingPlanOperatorID, state.MicrosoftPartnerID, "Microsoft"
	default:
		n.OperatorID = state.DirectRoutingOperatorID
	}
	if !e.capable {
		n.Capabilities = state.DefaultCapabilities(n.Type, e.service)
	}
	if n.LocationID != "" {
		l := d.locations[n.LocationID]
		if l == nil {
			d.fail(e.locationAt, "Add the location to an address, or take it out here.", "there is no location %s", n.LocationID)
			return
		}
		n.CivicAddressID = l.CivicAddressID
	}
	if n.Target == "" {
		if !e.status {
			n.Status = state.StatusUnassigned
		}
		return
	}
	if n.Category == "" {
		n.Category = state.CategoryPrimary
	}
	d.hold(at, e)
}

// hold gives the number to its holder.
func (d *decoder) hold(at *node, e *numberEntry) {
	n := e.n
	var holder *state.User
	for i := range at.keys {
		if at.keys[i].name == "assignedTo" {
			holder = d.user(&at.items[i])
		}
	}
	if !e.status {
		n.Status = usualStatus(n, holder != nil && holder.IsResource())
	}
	switch {
	case holder == nil:
	case n.Category != state.CategoryPrimary:
		holder.ExtraNumbers = append(holder.ExtraNumbers, state.ExtraNumber{Number: n.Number, Category: n.Category})
	case holder.CloudLine != "":
		d.fail(at.at, "Give the other number the category Private, or another holder.",
			"%s has the primary number %s already", holder.UserPrincipalName, holder.CloudLine)
	default:
		holder.CloudLine = n.Number
	}
}

// isStored reports whether a number has its stored form (R8).
func isStored(s string, extension bool) bool {
	base, ext, has := strings.Cut(s, ";ext=")
	if has && (!extension || !onlyDigits(ext, 1)) {
		return false
	}
	return strings.HasPrefix(base, "+") && onlyDigits(base[1:], 4)
}

func onlyDigits(s string, least int) bool {
	if len(s) < least || len(s) > 15 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
