package file

import (
	"time"

	"rehearse/state"
)

// The tables below say what a tenant file may contain, key by key, in the order in
// which it is written.

var organizationFields = []field[state.Organization]{
	guid("tenantId", func(o *state.Organization) *string { return &o.TenantID }),
	text("displayName", func(o *state.Organization) *string { return &o.DisplayName }),
	choice("cloud", func(o *state.Organization) *state.Cloud { return &o.Cloud }, state.CloudCommercial, state.CloudGCC, state.CloudGCCHigh, state.CloudDoD),
	{"domains", func(d *decoder, n *node, o *state.Organization) {
		for _, name := range d.texts(n) {
			o.Domains = append(o.Domains, state.Domain{Name: name, Status: "Enabled"})
		}
	}, func(w *writer, name string, o *state.Organization) {
		names := make([]string, len(o.Domains))
		for i, x := range o.Domains {
			names[i] = x.Name
		}
		w.texts(name, names)
	}},
	text("street", func(o *state.Organization) *string { return &o.Street }),
	text("city", func(o *state.Organization) *string { return &o.City }),
	text("state", func(o *state.Organization) *string { return &o.State }),
	text("postalCode", func(o *state.Organization) *string { return &o.PostalCode }),
	text("country", func(o *state.Organization) *string { return &o.Country }),
	country("countryLetterCode", func(o *state.Organization) *string { return &o.CountryLetterCode }),
	text("telephoneNumber", func(o *state.Organization) *string { return &o.TelephoneNumber }),
	text("preferredLanguage", func(o *state.Organization) *string { return &o.PreferredLanguage }),
	text("serviceInstance", func(o *state.Organization) *string { return &o.ServiceInstance }),
	text("adminUpn", func(o *state.Organization) *string { return &o.AdminUPN }),
	flag("dirSyncEnabled", false, func(o *state.Organization) *bool { return &o.DirSyncEnabled }),
	text("teamsUpgradeEffectiveMode", func(o *state.Organization) *string { return &o.TeamsUpgradeEffectiveMode }),
	flag("operatorConnectInGcc", false, func(o *state.Organization) *bool { return &o.OperatorConnectInGCC }),
	instant("whenCreated", func(o *state.Organization) *time.Time { return &o.WhenCreated }),
	instant("whenChanged", func(o *state.Organization) *time.Time { return &o.WhenChanged }),
}

var subscriptionFields = []field[state.Subscription]{
	text("skuPartNumber", func(s *state.Subscription) *string { return &s.SkuPartNumber }),
	guid("skuId", func(s *state.Subscription) *string { return &s.SkuID }),
	count("enabled", 0, func(s *state.Subscription) *int { return &s.Enabled }),
	count("suspended", 0, func(s *state.Subscription) *int { return &s.Suspended }),
	count("warning", 0, func(s *state.Subscription) *int { return &s.Warning }),
	choice("capabilityStatus", func(s *state.Subscription) *string { return &s.CapabilityStatus }, "Enabled", "Warning", "Suspended", "Deleted", "LockedOut"),
}

var operatorFields = []field[state.Operator]{
	text("name", func(o *state.Operator) *string { return &o.Name }),
	guid("operatorId", func(o *state.Operator) *string { return &o.OperatorID }),
	{"services", func(d *decoder, n *node, o *state.Operator) {
		for _, s := range d.texts(n) {
			o.Services = append(o.Services, state.Service(s))
		}
	}, func(w *writer, name string, o *state.Operator) {
		var names []string
		for _, s := range o.Services {
			names = append(names, string(s))
		}
		w.texts(name, names)
	}},
	{"countries", func(d *decoder, n *node, o *state.Operator) { o.Countries = d.countries(n) },
		func(w *writer, name string, o *state.Operator) { w.texts(name, o.Countries) }},
	text("website", func(o *state.Operator) *string { return &o.Website }),
	choice("model", func(o *state.Operator) *state.EmergencyModel { return &o.Model }, state.OperatorSets, state.TenantSets, state.OperatorLocks),
}

var contactFields = []field[state.Contact]{
	text("fullName", func(c *state.Contact) *string { return &c.FullName }),
	text("email", func(c *state.Contact) *string { return &c.Email }),
	text("phone", func(c *state.Contact) *string { return &c.Phone }),
	text("companySize", func(c *state.Contact) *string { return &c.CompanySize }),
	flag("optIn", false, func(c *state.Contact) *bool { return &c.OptIn }),
}

var relationFields = []field[state.OperatorRelation]{
	{"operator", func(d *decoder, n *node, r *state.OperatorRelation) {
		if o := d.operator(n); o != nil {
			r.OperatorID, r.Name = o.OperatorID, o.Name
		}
	}, func(w *writer, name string, r *state.OperatorRelation) { w.text(name, r.Name) }},
	choice("status", func(r *state.OperatorRelation) *state.RelationStatus { return &r.Status }, state.OperatorActive, state.OperatorSuspended),
	{"countries", func(d *decoder, n *node, r *state.OperatorRelation) { r.Countries = d.countries(n) },
		func(w *writer, name string, r *state.OperatorRelation) { w.texts(name, r.Countries) }},
	{"contact", func(d *decoder, n *node, r *state.OperatorRelation) {
		record(d, n, "contact", contactFields, &r.Contact)
	},
		func(w *writer, name string, r *state.OperatorRelation) {
			if r.Contact != (state.Contact{}) {
				w.nested(name, func() { write(w, contactFields, &r.Contact) })
			}
		}},
	instant("noticeAcceptedAt", func(r *state.OperatorRelation) *time.Time { return &r.NoticeAcceptedAt }),
	text("noticeAcceptedBy", func(r *state.OperatorRelation) *string { return &r.NoticeAcceptedBy }),
	guid("tenantIdGiven", func(r *state.OperatorRelation) *string { return &r.TenantIDGiven }),
	instant("createdAt", func(r *state.OperatorRelation) *time.Time { return &r.CreatedAt }),
}

var groupLicenseFields = []field[state.GroupLicense]{
	{"sku", func(d *decoder, n *node, l *state.GroupLicense) { l.SkuID = d.sku(n) },
		func(w *writer, name string, l *state.GroupLicense) { w.text(name, w.skuName(l.SkuID)) }},
	{"disabledPlans", func(d *decoder, n *node, l *state.GroupLicense) { l.DisabledPlans = d.plans(n) },
		func(w *writer, name string, l *state.GroupLicense) { w.texts(name, planNames(l.DisabledPlans)) }},
}

var groupFields = []field[state.Group]{
	text("displayName", func(g *state.Group) *string { return &g.DisplayName }),
	guid("groupId", func(g *state.Group) *string { return &g.GroupID }),
	text("mail", func(g *state.Group) *string { return &g.Mail }),
	{"licenses", func(d *decoder, n *node, g *state.Group) {
		for _, item := range d.list(n) {
			var l state.GroupLicense
			if item.kind == nodeScalar {
				l.SkuID = d.sku(&item)
			} else {
				record(d, &item, "licence", groupLicenseFields, &l)
			}
			g.Licenses = append(g.Licenses, l)
		}
	}, func(w *writer, name string, g *state.Group) {
		w.licences(name, len(g.Licenses),
			func(i int) (string, bool) {
				return w.skuName(g.Licenses[i].SkuID), len(g.Licenses[i].DisabledPlans) == 0
			},
			func(i int) { write(w, groupLicenseFields, &g.Licenses[i]) })
	}},
}

var groupPolicyFields = []field[state.GroupPolicy]{
	text("type", func(g *state.GroupPolicy) *string { return &g.Type }),
	{"group", func(d *decoder, n *node, g *state.GroupPolicy) { g.GroupID = d.group(n) },
		func(w *writer, name string, g *state.GroupPolicy) { w.text(name, w.groupName(g.GroupID)) }},
	text("policy", func(g *state.GroupPolicy) *string { return &g.Name }),
	count("rank", 0, func(g *state.GroupPolicy) *int { return &g.Rank }),
	instant("createdAt", func(g *state.GroupPolicy) *time.Time { return &g.CreatedAt }),
	text("createdBy", func(g *state.GroupPolicy) *string { return &g.CreatedBy }),
}

var globalPolicyFields = []field[state.GlobalPolicy]{
	text("type", func(g *state.GlobalPolicy) *string { return &g.Type }),
	text("policy", func(g *state.GlobalPolicy) *string { return &g.Name }),
}

var associationFields = []field[state.Association]{
	{"user", func(d *decoder, n *node, a *state.Association) {
		if u := d.user(n); u != nil {
			a.UserID = u.ObjectID
		}
	}, func(w *writer, name string, a *state.Association) { w.text(name, w.upn(a.UserID)) }},
	guid("configurationId", func(a *state.Association) *string { return &a.ConfigurationID }),
	choice("configurationType", func(a *state.Association) *string { return &a.ConfigurationType }, "CallQueue", "AutoAttendant"),
	count("callPriority", 3, func(a *state.Association) *int { return &a.CallPriority }),
}
