package file

import "rehearse/state"

// document is a tenant file: its version and a list for each kind of record. Keys are the fields' names, in any case.
type document struct {
	Rehearse     int
	Name         string
	Organization *state.Organization

	Subscriptions        []*state.Subscription
	Operators            []*state.Operator
	OperatorRelations    []*state.OperatorRelation
	CivicAddresses       []*state.CivicAddress
	Locations            []*state.Location
	PstnUsages           *state.PstnUsages
	PstnGateways         []*state.PstnGateway
	VoiceRoutes          []*state.VoiceRoute
	VoiceRoutingPolicies []*state.VoiceRoutingPolicy
	Objects              []*state.Object
	Groups               []*state.Group
	GroupPolicies        []*state.GroupPolicy
	GlobalPolicies       []*state.GlobalPolicy
	Users                []*state.User
	Associations         []*state.Association
	PhoneNumbers         []*state.PhoneNumber
}

// records are the document's records by kind, in file order.
func (d *document) records() [][]state.Record {
	var out [][]state.Record
	if d.Organization != nil {
		out = append(out, []state.Record{d.Organization})
	}
	out = add(out, d.Subscriptions)
	out = add(out, d.Operators)
	out = add(out, d.OperatorRelations)
	out = add(out, d.CivicAddresses)
	out = add(out, d.Locations)
	if d.PstnUsages != nil {
		out = append(out, []state.Record{d.PstnUsages})
	}
	out = add(out, d.PstnGateways)
	out = add(out, d.VoiceRoutes)
	out = add(out, d.VoiceRoutingPolicies)
	out = add(out, d.Objects)
	out = add(out, d.Groups)
	out = add(out, d.GroupPolicies)
	out = add(out, d.GlobalPolicies)
	out = add(out, d.Users)
	out = add(out, d.Associations)
	return add(out, d.PhoneNumbers)
}

func add[T state.Record](out [][]state.Record, list []T) [][]state.Record {
	if len(list) == 0 {
		return out
	}
	rs := make([]state.Record, len(list))
	for i, r := range list {
		rs[i] = r
	}
	return append(out, rs)
}

// documentOf is the document that holds the records of d.
func documentOf(d *Data) *document {
	doc := &document{Rehearse: Version, Name: d.Name}
	for _, list := range d.Records {
		for _, r := range list {
			switch r := r.(type) {
			case *state.Organization:
				doc.Organization = r
			case *state.Subscription:
				doc.Subscriptions = append(doc.Subscriptions, r)
			case *state.Operator:
				doc.Operators = append(doc.Operators, r)
			case *state.OperatorRelation:
				doc.OperatorRelations = append(doc.OperatorRelations, r)
			case *state.CivicAddress:
				doc.CivicAddresses = append(doc.CivicAddresses, r)
			case *state.Location:
				doc.Locations = append(doc.Locations, r)
			case *state.PstnUsages:
				doc.PstnUsages = r
			case *state.PstnGateway:
				doc.PstnGateways = append(doc.PstnGateways, r)
			case *state.VoiceRoute:
				doc.VoiceRoutes = append(doc.VoiceRoutes, r)
			case *state.VoiceRoutingPolicy:
				doc.VoiceRoutingPolicies = append(doc.VoiceRoutingPolicies, r)
			case *state.Object:
				doc.Objects = append(doc.Objects, r)
			case *state.Group:
				doc.Groups = append(doc.Groups, r)
			case *state.GroupPolicy:
				doc.GroupPolicies = append(doc.GroupPolicies, r)
			case *state.GlobalPolicy:
				doc.GlobalPolicies = append(doc.GlobalPolicies, r)
			case *state.User:
				doc.Users = append(doc.Users, r)
			case *state.Association:
				doc.Associations = append(doc.Associations, r)
			case *state.PhoneNumber:
				doc.PhoneNumbers = append(doc.PhoneNumbers, r)
			}
		}
	}
	return doc
}
