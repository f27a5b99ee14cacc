package state

// Kind names a table of the tenant. Its text appears in journals and plans.
type Kind string

// The kinds of record, in the order in which a tenant file lists them.
const (
	KindOrganization       Kind = "organization"
	KindSubscription       Kind = "subscription"
	KindOperator           Kind = "operator"
	KindOperatorRelation   Kind = "operatorRelation"
	KindCivicAddress       Kind = "civicAddress"
	KindLocation           Kind = "location"
	KindPstnUsages         Kind = "pstnUsages"
	KindPstnGateway        Kind = "pstnGateway"
	KindVoiceRoute         Kind = "voiceRoute"
	KindVoiceRoutingPolicy Kind = "voiceRoutingPolicy"
	KindObject             Kind = "object"
	KindGroup              Kind = "group"
	KindGroupPolicy        Kind = "groupPolicyAssignment"
	KindGlobalPolicy       Kind = "globalPolicyAssignment"
	KindUser               Kind = "user"
	KindAssociation        Kind = "applicationInstanceAssociation"
	KindPhoneNumber        Kind = "phoneNumber"
)

// Kinds returns every kind in file order.
func Kinds() []Kind {
	return []Kind{
		KindOrganization, KindSubscription, KindOperator, KindOperatorRelation,
		KindCivicAddress, KindLocation, KindPstnUsages, KindPstnGateway,
		KindVoiceRoute, KindVoiceRoutingPolicy, KindObject, KindGroup,
		KindGroupPolicy, KindGlobalPolicy, KindUser, KindAssociation, KindPhoneNumber,
	}
}

// Record is one immutable row of the tenant. Whoever holds one must not change
// it; each type has a Clone method that gives a copy to work on.
type Record interface {
	// Kind names the table.
	Kind() Kind
	// Key identifies the record within its table, as a person would name it
	// in a plan: a UPN, a telephone number, a policy name.
	Key() string
	// ID is the primary key: stable over renames, lower case.
	ID() string
	// Fields gives the content as plain ordered data.
	Fields() Fields
}
