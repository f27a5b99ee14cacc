package file

import (
	"slices"
	"strings"
	"time"

	"rehearse/state"
)

var licenseFields = []field[state.License]{
	{"sku", func(d *decoder, n *node, l *state.License) { l.SkuID = d.sku(n) },
		func(w *writer, name string, l *state.License) { w.text(name, w.skuName(l.SkuID)) }},
	{"disabledPlans", func(d *decoder, n *node, l *state.License) { l.DisabledPlans = d.plans(n) },
		func(w *writer, name string, l *state.License) { w.texts(name, planNames(l.DisabledPlans)) }},
	{"group", func(d *decoder, n *node, l *state.License) { l.Group = d.group(n) },
		func(w *writer, name string, l *state.License) { w.text(name, w.groupName(l.Group)) }},
	instant("since", func(l *state.License) *time.Time { return &l.Since }),
	instant("removed", func(l *state.License) *time.Time { return &l.Removed }),
}

// licenses is a list of licences: a part number alone, or a mapping.
func licenses(name string, at func(*state.User) *[]state.License) field[state.User] {
	return field[state.User]{name,
		func(d *decoder, n *node, u *state.User) {
			items := d.list(n)
			list := make([]state.License, len(items))
			for i := range items {
				if items[i].kind == nodeScalar {
					list[i].SkuID = d.sku(&items[i])
				} else {
					record(d, &items[i], "licence", licenseFields, &list[i])
				}
			}
			*at(u) = list
		},
		func(w *writer, name string, u *state.User) {
			list := *at(u)
			w.licences(name, len(list),
				func(i int) (string, bool) {
					l := list[i]
					plain := len(l.DisabledPlans) == 0 && l.Group == "" && l.Since.IsZero() && l.Removed.IsZero()
					return w.skuName(l.SkuID), plain
				},
				func(i int) { write(w, licenseFields, &list[i]) })
		},
	}
}

var userFields = []field[state.User]{
	text("userPrincipalName", func(u *state.User) *string { return &u.UserPrincipalName }),
	guid("objectId", func(u *state.User) *string { return &u.ObjectID }),
	text("displayName", func(u *state.User) *string { return &u.DisplayName }),
	text("givenName", func(u *state.User) *string { return &u.GivenName }),
	text("lastName", func(u *state.User) *string { return &u.LastName }),
	text("alias", func(u *state.User) *string { return &u.Alias }),
	text("sipAddress", func(u *state.User) *string { return &u.SipAddress }),
	text("mail", func(u *state.User) *string { return &u.Mail }),
	choice("accountType", func(u *state.User) *state.AccountType { return &u.AccountType }, state.AccountUser, state.AccountResource, state.AccountGuest, state.AccountSfBOnPrem, state.AccountIneligible),
	flag("accountEnabled", true, func(u *state.User) *bool { return &u.AccountEnabled }),
	country("usageLocation", func(u *state.User) *string { return &u.UsageLocation }),
	text("city", func(u *state.User) *string { return &u.City }),
	text("company", func(u *state.User) *string { return &u.Company }),
	text("country", func(u *state.User) *string { return &u.Country }),
	text("department", func(u *state.User) *string { return &u.Department }),
	text("office", func(u *state.User) *string { return &u.Office }),
	text("postalCode", func(u *state.User) *string { return &u.PostalCode }),
	text("stateOrProvince", func(u *state.User) *string { return &u.StateOrProvince }),
	text("street", func(u *state.User) *string { return &u.Street }),
	text("title", func(u *state.User) *string { return &u.Title }),
	licenses("licenses", func(u *state.User) *[]state.License { return &u.Licenses }),
	licenses("formerLicenses", func(u *state.User) *[]state.License { return &u.Former }),
	text("onPremLine", func(u *state.User) *string { return &u.OnPremLine }),
	flag("enterpriseVoiceEnabled", false, func(u *state.User) *bool { return &u.EnterpriseVoiceEnabled }),
	flag("onPremEnterpriseVoiceEnabled", false, func(u *state.User) *bool { return &u.OnPremEnterpriseVoiceEnabled }),
	{"policies", readPolicies, writePolicies},
	{"groups", func(d *decoder, n *node, u *state.User) {
		for _, item := range d.list(n) {
			u.Groups = append(u.Groups, d.group(&item))
		}
		slices.Sort(u.Groups)
	}, func(w *writer, name string, u *state.User) {
		names := make([]string, len(u.Groups))
		for i, id := range u.Groups {
			names[i] = w.groupName(id)
		}
		w.texts(name, names)
	}},
	flag("dirSynced", false, func(u *state.User) *bool { return &u.DirSynced }),
	flag("hostedOnPrem", false, func(u *state.User) *bool { return &u.HostedOnPrem }),
	choice("mailbox", func(u *state.User) *string { return &u.Mailbox }, "", "Online", "OnPrem", "Shared"),
	guid("applicationId", func(u *state.User) *string { return &u.ApplicationID }),
	flag("applicationSynced", false, func(u *state.User) *bool { return &u.ApplicationSynced }),
	instant("reprocessedAt", func(u *state.User) *time.Time { return &u.ReprocessedAt }),
	instant("provisionedAt", func(u *state.User) *time.Time { return &u.ProvisionedAt }),
	instant("softDeletedAt", func(u *state.User) *time.Time { return &u.SoftDeletedAt }),
	instant("whenCreated", func(u *state.User) *time.Time { return &u.WhenCreated }),
	instant("whenChanged", func(u *state.User) *time.Time { return &u.WhenChanged }),
}

func readPolicies(d *decoder, n *node, u *state.User) {
	if n.kind != nodeMap {
		d.fail(n.at, "Write policy types with names below it.", "policies must be a mapping, not %s", n.describe())
		return
	}
	for i := range n.keys {
		if u.Policy(n.keys[i].name) != "" {
			d.fail(n.keys[i].at, "Remove one of them.", "key %s is given twice", n.keys[i].name)
			return
		}
		name := d.text(&n.items[i])
		d.knownPolicy(n.items[i].at, n.keys[i].name, name)
		u.SetPolicy(n.keys[i].name, name)
	}
}

func writePolicies(w *writer, name string, u *state.User) {
	if len(u.Policies) == 0 {
		return
	}
	w.nested(name, func() {
		for _, p := range u.Policies {
			w.text(p.Type, p.Name)
		}
	})
}

// finishUser fills in what a file may leave out.
func finishUser(u *state.User) {
	alias, _, _ := strings.Cut(u.UserPrincipalName, "@")
	if u.Alias == "" {
		u.Alias = alias
	}
	if u.DisplayName == "" {
		u.DisplayName = alias
	}
}

// numberEntry is a number as a file has it: holder and location by name.
type numberEntry struct {
	n       *state.PhoneNumber
	service bool
	// location is set by the location's id; the address follows from it.
	locationAt place
	capable    bool
	status     bool
}

func numberText(name string, at func(*state.PhoneNumber) *string) field[numberEntry] {
	return text(name, func(e *numberEntry) *string { return at(e.n) })
}

var numberFields = []field[numberEntry]{
	numberText("number", func(n *state.PhoneNumber) *string { return &n.Number }),
	choice("type", func(e *numberEntry) *state.NumberType { return &e.n.Type }, "", state.CallingPlan, state.DirectRouting, state.OperatorConnect),
	{"operator", func(d *decoder, n *node, e *numberEntry) {
		if o := d.operator(n); o != nil {
			e.n.OperatorID, e.n.PartnerID, e.n.PartnerName = o.OperatorID, o.OperatorID, o.Name
		}
	}, func(w *writer, name string, e *numberEntry) {
		if e.n.Type == state.OperatorConnect {
			w.text(name, e.n.PartnerName)
		}
	}},
	{"assignedTo", func(d *decoder, n *node, e *numberEntry) {
		if u := d.user(n); u != nil {
			e.n.Target = u.ObjectID
		}
	}, func(w *writer, name string, e *numberEntry) {
		if upn := w.upn(e.n.Target); upn != "" {
			w.text(name, upn)
		}
	}},
	{"target", func(d *decoder, n *node, e *numberEntry) { e.n.Target = d.text(n) },
		func(w *writer, name string, e *numberEntry) {
			if w.upn(e.n.Target) == "" {
				w.text(name, e.n.Target)
			}
		}},
	choice("category", func(e *numberEntry) *string { return &e.n.Category }, "", state.CategoryPrimary, state.CategoryPrivate, state.CategoryAlternate),
	{"status", func(d *decoder, n *node, e *numberEntry) { e.n.Status, e.status = d.text(n), true },
		func(w *writer, name string, e *numberEntry) {
			if e.n.Status != usualStatus(e.n, w.resource(e.n.Target)) {
				w.text(name, e.n.Status)
			}
		}},
	choice("activationState", func(e *numberEntry) *string { return &e.n.ActivationState }, state.Activated, state.AssignmentPending, state.AssignmentFailed, state.UpdatePending, state.UpdateFailed),
	flag("service", false, func(e *numberEntry) *bool { return &e.service }),
	{"capabilities", func(d *decoder, n *node, e *numberEntry) { e.n.Capabilities, e.capable = d.texts(n), true },
		func(w *writer, name string, e *numberEntry) {
			if !slices.Equal(e.n.Capabilities, state.DefaultCapabilities(e.n.Type, e.service)) {
				w.raw(name, flow(e.n.Capabilities))
			}
		}},
	numberText("city", func(n *state.PhoneNumber) *string { return &n.City }),
	country("country", func(e *numberEntry) *string { return &e.n.Country }),
	numberText("subdivision", func(n *state.PhoneNumber) *string { return &n.Subdivision }),
	{"locationId", func(d *decoder, n *node, e *numberEntry) { e.n.LocationID, e.locationAt = d.guid(n), n.at },
		func(w *writer, name string, e *numberEntry) { w.text(name, e.n.LocationID) }},
	flag("locationLocked", false, func(e *numberEntry) *bool { return &e.n.LocationLocked }),
	flag("locationRequired", false, func(e *numberEntry) *bool { return &e.n.LocationRequired }),
	numberText("networkSiteId", func(n *state.PhoneNumber) *string { return &n.NetworkSiteID }),
	numberText("portInStatus", func(n *state.PhoneNumber) *string { return &n.PortInStatus }),
	choice("source", func(e *numberEntry) *string { return &e.n.Source }, "Online", "OnPremises"),
	texts("reverseLookup", func(e *numberEntry) *[]string { return &e.n.ReverseLookup }),
	texts("tags", func(e *numberEntry) *[]string { return &e.n.Tags }),
	choice("blocked", func(e *numberEntry) *string { return &e.n.Blocked }, state.NotBlocked, state.BlockedForever, state.BlockedUntil),
	instant("blockedTo", func(e *numberEntry) *time.Time { return &e.n.BlockedTo }),
	choice("smsState", func(e *numberEntry) *string { return &e.n.SmsState }, "NotActivated", state.Activated, state.UpdatePending),
	flag("uploaded", false, func(e *numberEntry) *bool { return &e.n.Uploaded }),
}

// usualStatus is the assignment status that follows from the holder.
func usualStatus(n *state.PhoneNumber, resource bool) string {
	switch {
	case n.Target == "":
		return state.StatusUnassigned
	case resource:
		return state.StatusVoiceApplication
	}
	return state.StatusUserAssigned
}
