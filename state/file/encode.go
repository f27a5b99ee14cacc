package file

import "rehearse/state"

// Encode gives the canonical text of a tenant, which Decode reads back to equal
// records. Records refer to each other by name, so the tenant must hold whatever
// its records refer to.
func Encode(d *Data) []byte {
	w := &writer{users: make(map[string]*state.User), groups: make(map[string]string), skus: make(map[string]string)}
	byKind := make(map[state.Kind][]state.Record)
	for _, list := range d.Records {
		for _, r := range list {
			byKind[r.Kind()] = append(byKind[r.Kind()], r)
			w.learn(r)
		}
	}
	w.raw("rehearse", "1")
	w.text("name", d.Name)
	for _, r := range byKind[state.KindOrganization] {
		w.nested("organization", func() { write(w, organizationFields, r.(*state.Organization)) })
	}
	section(w, "subscriptions", byKind[state.KindSubscription], subscriptionFields)
	section(w, "operators", byKind[state.KindOperator], operatorFields)
	section(w, "operatorRelations", byKind[state.KindOperatorRelation], relationFields)
	w.addresses(byKind[state.KindCivicAddress], byKind[state.KindLocation])
	for _, r := range byKind[state.KindPstnUsages] {
		w.usages(r.(*state.PstnUsages))
	}
	section(w, "pstnGateways", byKind[state.KindPstnGateway], gatewayFields)
	section(w, "voiceRoutes", byKind[state.KindVoiceRoute], routeFields)
	section(w, "voiceRoutingPolicies", byKind[state.KindVoiceRoutingPolicy], routingPolicyFields)
	section(w, "policies", byKind[state.KindObject], objectFields)
	section(w, "groups", byKind[state.KindGroup], groupFields)
	section(w, "groupPolicies", byKind[state.KindGroupPolicy], groupPolicyFields)
	section(w, "globalPolicies", byKind[state.KindGlobalPolicy], globalPolicyFields)
	section(w, "users", byKind[state.KindUser], userFields)
	section(w, "associations", byKind[state.KindAssociation], associationFields)
	w.numbers(byKind[state.KindPhoneNumber])
	return w.buf.Bytes()
}

// section writes the records of one kind as a list of mappings.
func section[T any](w *writer, name string, list []state.Record, fields []field[T]) {
	w.entries(name, len(list), func(i int) {
		r, ok := any(list[i]).(*T)
		if ok {
			write(w, fields, r)
		}
	})
}

// learn remembers the names by which records are referred to.
func (w *writer) learn(r state.Record) {
	switch r := r.(type) {
	case *state.User:
		w.users[r.ObjectID] = r
	case *state.Group:
		w.groups[r.GroupID] = r.DisplayName
	case *state.Subscription:
		w.skus[r.SkuID] = r.SkuPartNumber
	}
}

func (w *writer) upn(id string) string {
	if u := w.users[id]; u != nil {
		return u.UserPrincipalName
	}
	return ""
}

func (w *writer) resource(id string) bool {
	u := w.users[id]
	return u != nil && u.IsResource()
}

func (w *writer) groupName(id string) string { return w.groups[id] }

func (w *writer) skuName(id string) string {
	if name, ok := w.skus[id]; ok {
		return name
	}
	return id
}

// entries writes a list of mappings; nothing when it is empty.
func (w *writer) entries(name string, n int, body func(i int)) {
	if n == 0 {
		return
	}
	w.start(name)
	w.buf.WriteByte('\n')
	w.indent += 4
	for i := range n {
		w.entry(func() { body(i) })
	}
	w.indent -= 4
}

// licences writes a list of licences: in one line when all are plain part numbers,
// else as mappings.
func (w *writer) licences(name string, n int, plain func(int) (string, bool), body func(int)) {
	names := make([]string, n)
	all := true
	for i := range n {
		sku, ok := plain(i)
		names[i] = sku
		all = all && ok
	}
	if all {
		w.texts(name, names)
		return
	}
	w.entries(name, n, body)
}

func (w *writer) addresses(addresses, locations []state.Record) {
	at := make(map[string][]*state.Location)
	for _, r := range locations {
		l := r.(*state.Location)
		at[l.CivicAddressID] = append(at[l.CivicAddressID], l)
	}
	w.entries("civicAddresses", len(addresses), func(i int) {
		a := addresses[i].(*state.CivicAddress)
		write(w, addressFields, &addressEntry{*a, at[a.CivicAddressID]})
	})
}

func (w *writer) usages(p *state.PstnUsages) {
	for _, made := range p.CreatedAt {
		if made.IsZero() {
			continue
		}
		w.entries("pstnUsages", len(p.Usages), func(i int) {
			u := usage{name: p.Usages[i]}
			if i < len(p.CreatedAt) {
				u.made = p.CreatedAt[i]
			}
			write(w, usageFields, &u)
		})
		return
	}
	w.texts("pstnUsages", p.Usages)
}

func (w *writer) numbers(list []state.Record) {
	w.entries("phoneNumbers", len(list), func(i int) {
		n := list[i].(*state.PhoneNumber)
		write(w, numberFields, &numberEntry{n: n, service: n.Can("VoiceApplicationAssignment") && !n.Can("UserAssignment")})
	})
}
