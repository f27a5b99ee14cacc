package state

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/hashicorp/go-memdb"
)

// Get returns the record of the kind with the primary key, or nil. The key must
// have the form that [Record.ID] gives.
func (tx *Tx) Get(kind Kind, id string) Record {
	raw, err := tx.txn.First(string(kind), byID, id)
	must(err)
	if raw == nil {
		return nil
	}
	return raw.(Record)
}

// All gives every record of the kind in the order of the primary keys. It shows
// the transaction as it stood when the iteration began.
func (tx *Tx) All(kind Kind) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		it, err := tx.txn.Get(string(kind), byID)
		must(err)
		for raw := it.Next(); raw != nil; raw = it.Next() {
			if !yield(raw.(Record)) {
				return
			}
		}
	}
}

// every is All for one concrete type.
func every[T Record](tx *Tx, kind Kind) iter.Seq[T] {
	return func(yield func(T) bool) {
		for r := range tx.All(kind) {
			if !yield(r.(T)) {
				return
			}
		}
	}
}

func find[T Record](tx *Tx, kind Kind, id string) T {
	if r := tx.Get(kind, id); r != nil {
		return r.(T)
	}
	var none T
	return none
}

func collect[T Record](it memdb.ResultIterator, err error) []T {
	must(err)
	var out []T
	for raw := it.Next(); raw != nil; raw = it.Next() {
		out = append(out, raw.(T))
	}
	return out
}

// Organization returns the tenant's own record.
func (tx *Tx) Organization() *Organization {
	return find[*Organization](tx, KindOrganization, "organization")
}

// User finds a user by object id, or returns nil.
func (tx *Tx) User(objectID string) *User { return find[*User](tx, KindUser, objectID) }

// Users gives all users in the order of their object ids.
func (tx *Tx) Users() iter.Seq[*User] { return every[*User](tx, KindUser) }

// UserByIdentity finds a user by object id, UPN, SIP address (with or without
// "sip:") or alias, in any case, in that order of preference; nil if none.
func (tx *Tx) UserByIdentity(identity string) *User {
	name := strings.ToLower(strings.TrimSpace(identity))
	if name == "" {
		return nil
	}
	if len(name) == len(ZeroGUID) {
		if u := tx.User(name); u != nil {
			return u
		}
	}
	best, rank := (*User)(nil), 4
	for u := range tx.named(name) {
		r := 3
		switch {
		case strings.EqualFold(u.UserPrincipalName, name):
			r = 1
		case strings.EqualFold(u.SipAddress, name):
			r = 2
		}
		if r < rank {
			best, rank = u, r
		}
	}
	if best == nil && !strings.HasPrefix(name, "sip:") {
		for u := range tx.named("sip:" + name) {
			return u
		}
	}
	return best
}

// Members gives the users of a group.
func (tx *Tx) Members(groupID string) []*User {
	return collect[*User](tx.txn.Get(string(KindUser), byGroup, groupID))
}

// Number finds a number by its stored form ("+…"), or returns nil.
func (tx *Tx) Number(number string) *PhoneNumber {
	return find[*PhoneNumber](tx, KindPhoneNumber, number)
}

// Numbers gives all numbers in ascending order.
func (tx *Tx) Numbers() iter.Seq[*PhoneNumber] { return every[*PhoneNumber](tx, KindPhoneNumber) }

// NumbersOf gives the numbers held by a user, a resource account or a policy.
func (tx *Tx) NumbersOf(target string) []*PhoneNumber {
	return collect[*PhoneNumber](tx.txn.Get(string(KindPhoneNumber), byTarget, target))
}

// NumbersFrom gives the numbers whose stored form begins with the prefix, in
// ascending order.
func (tx *Tx) NumbersFrom(prefix string) []*PhoneNumber {
	return collect[*PhoneNumber](tx.txn.Get(string(KindPhoneNumber), byID+"_prefix", prefix))
}

// NumbersAt gives the numbers that carry the location.
func (tx *Tx) NumbersAt(locationID string) []*PhoneNumber {
	return collect[*PhoneNumber](tx.txn.Get(string(KindPhoneNumber), byLocation, locationID))
}

// CivicAddress finds an address by GUID, or returns nil.
func (tx *Tx) CivicAddress(id string) *CivicAddress {
	return find[*CivicAddress](tx, KindCivicAddress, id)
}

// CivicAddresses gives all addresses in the order of their GUIDs.
func (tx *Tx) CivicAddresses() iter.Seq[*CivicAddress] {
	return every[*CivicAddress](tx, KindCivicAddress)
}

// Location finds a location by GUID, or returns nil.
func (tx *Tx) Location(id string) *Location { return find[*Location](tx, KindLocation, id) }

// Locations gives all locations in the order of their GUIDs.
func (tx *Tx) Locations() iter.Seq[*Location] { return every[*Location](tx, KindLocation) }

// LocationsOf gives the locations of an address.
func (tx *Tx) LocationsOf(addressID string) []*Location {
	return collect[*Location](tx.txn.Get(string(KindLocation), byAddress, addressID))
}

// Operators gives the directory of operators in the order of their names.
func (tx *Tx) Operators() []*Operator {
	list := slices.Collect(every[*Operator](tx, KindOperator))
	slices.SortFunc(list, func(a, b *Operator) int {
		return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return list
}

// Operator finds an operator of the directory by name in any case or by GUID,
// or returns nil.
func (tx *Tx) Operator(name string) *Operator {
	for o := range every[*Operator](tx, KindOperator) {
		if strings.EqualFold(o.Name, name) || strings.EqualFold(o.OperatorID, name) {
			return o
		}
	}
	return nil
}

// OperatorRelation returns the tenant's dealings with the operator of that GUID,
// or nil.
func (tx *Tx) OperatorRelation(operatorID string) *OperatorRelation {
	return find[*OperatorRelation](tx, KindOperatorRelation, operatorID)
}

// Subscription finds a subscription by SKU GUID, or returns nil.
func (tx *Tx) Subscription(skuID string) *Subscription {
	return find[*Subscription](tx, KindSubscription, skuID)
}

// Subscriptions gives the subscriptions in the order of their part numbers.
func (tx *Tx) Subscriptions() []*Subscription {
	list := slices.Collect(every[*Subscription](tx, KindSubscription))
	slices.SortFunc(list, func(a, b *Subscription) int { return cmp.Compare(a.SkuPartNumber, b.SkuPartNumber) })
	return list
}

// PstnUsages returns the tenant's usages; an empty record if it has none.
func (tx *Tx) PstnUsages() *PstnUsages {
	if p := find[*PstnUsages](tx, KindPstnUsages, "global"); p != nil {
		return p
	}
	return &PstnUsages{}
}

// PstnGateway finds a gateway by FQDN in any case, or returns nil.
func (tx *Tx) PstnGateway(fqdn string) *PstnGateway {
	return find[*PstnGateway](tx, KindPstnGateway, strings.ToLower(fqdn))
}

// PstnGateways gives the gateways in the order of their FQDNs.
func (tx *Tx) PstnGateways() iter.Seq[*PstnGateway] { return every[*PstnGateway](tx, KindPstnGateway) }

// VoiceRoute finds a route by name in any case, or returns nil.
func (tx *Tx) VoiceRoute(name string) *VoiceRoute {
	return find[*VoiceRoute](tx, KindVoiceRoute, strings.ToLower(name))
}

// VoiceRoutes gives the routes by priority, then name.
func (tx *Tx) VoiceRoutes() []*VoiceRoute {
	list := slices.Collect(every[*VoiceRoute](tx, KindVoiceRoute))
	slices.SortStableFunc(list, func(a, b *VoiceRoute) int { return cmp.Compare(a.Priority, b.Priority) })
	return list
}

// VoiceRoutingPolicy finds a policy by plain name in any case, or returns nil.
func (tx *Tx) VoiceRoutingPolicy(name string) *VoiceRoutingPolicy {
	return find[*VoiceRoutingPolicy](tx, KindVoiceRoutingPolicy, strings.ToLower(name))
}

// VoiceRoutingPolicies gives the policies, Global first, then by name.
func (tx *Tx) VoiceRoutingPolicies() []*VoiceRoutingPolicy {
	list := slices.Collect(every[*VoiceRoutingPolicy](tx, KindVoiceRoutingPolicy))
	slices.SortStableFunc(list, func(a, b *VoiceRoutingPolicy) int {
		return globalFirst(a.Name, b.Name)
	})
	return list
}

// Object finds a generic instance by type and plain name in any case, or
// returns nil.
func (tx *Tx) Object(objectType, name string) *Object {
	return find[*Object](tx, KindObject, ObjectID(objectType, name))
}

// Objects gives the generic instances of a type, Global first, then by name.
func (tx *Tx) Objects(objectType string) []*Object {
	list := collect[*Object](tx.txn.Get(string(KindObject), byType, strings.ToLower(objectType)))
	slices.SortStableFunc(list, func(a, b *Object) int { return globalFirst(a.Name, b.Name) })
	return list
}

func globalFirst(a, b string) int {
	if g, h := strings.EqualFold(a, GlobalName), strings.EqualFold(b, GlobalName); g != h {
		if g {
			return -1
		}
		return 1
	}
	return cmp.Compare(strings.ToLower(a), strings.ToLower(b))
}

// Group finds a group by object id, display name or mail address in any case, or
// returns nil.
func (tx *Tx) Group(name string) *Group {
	if g := find[*Group](tx, KindGroup, strings.ToLower(name)); g != nil {
		return g
	}
	for g := range every[*Group](tx, KindGroup) {
		if strings.EqualFold(g.DisplayName, name) || (g.Mail != "" && strings.EqualFold(g.Mail, name)) {
			return g
		}
	}
	return nil
}

// Groups gives all groups in the order of their object ids.
func (tx *Tx) Groups() iter.Seq[*Group] { return every[*Group](tx, KindGroup) }

// GroupPolicy returns the assignment of the type to the group, or nil.
func (tx *Tx) GroupPolicy(policyType, groupID string) *GroupPolicy {
	return find[*GroupPolicy](tx, KindGroupPolicy, GroupPolicyID(policyType, groupID))
}

// GroupPolicies gives the group assignments of a type by rank; of every type,
// by type and rank, when the type is empty.
func (tx *Tx) GroupPolicies(policyType string) []*GroupPolicy {
	prefix := ""
	if policyType != "" {
		prefix = strings.ToLower(policyType) + "/"
	}
	list := collect[*GroupPolicy](tx.txn.Get(string(KindGroupPolicy), byID+"_prefix", prefix))
	slices.SortStableFunc(list, func(a, b *GroupPolicy) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Type), strings.ToLower(b.Type)), cmp.Compare(a.Rank, b.Rank))
	})
	return list
}

// GlobalPolicy returns the grant of the type to the whole tenant, or nil.
func (tx *Tx) GlobalPolicy(policyType string) *GlobalPolicy {
	return find[*GlobalPolicy](tx, KindGlobalPolicy, strings.ToLower(policyType))
}

// Association returns what the resource account of that object id answers for,
// or nil.
func (tx *Tx) Association(userID string) *Association {
	return find[*Association](tx, KindAssociation, userID)
}

// Consumed counts the users that hold a licence of the SKU, each once.
func (tx *Tx) Consumed(skuID string) int {
	if tx.consumed == nil {
		tx.consumed = make(map[string]int)
		for u := range tx.Users() {
			tx.count(u, 1)
		}
	}
	return tx.consumed[skuID]
}

// count adds a user's licences to the counters, which are kept up to date once
// somebody has asked for them.
func (tx *Tx) count(u *User, by int) {
	for i, l := range u.Licenses {
		if !slices.ContainsFunc(u.Licenses[:i], func(x License) bool { return x.SkuID == l.SkuID }) {
			tx.consumed[l.SkuID] += by
		}
	}
}
