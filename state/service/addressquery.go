package service

import (
	"strings"

	"rehearse/state"
)

// AddressQuery selects addresses or locations; an empty field does not restrict.
type AddressQuery struct {
	City             string
	Country          string
	Description      string
	CivicAddressID   string
	LocationID       string
	ValidationStatus string
	// Place is the text of a location (locations only).
	Place string
	// AssignmentStatus is Assigned or Unassigned.
	AssignmentStatus string
	// Skip is applied before Limit; Limit 0 means no limit.
	Skip, Limit int
	// CountUsers and CountNumbers fill the counters, which read -1 otherwise.
	CountUsers, CountNumbers bool
}

// AddressView is a civic address as the service shows it.
type AddressView struct {
	*state.CivicAddress
	// NumberOfVoiceUsers and NumberOfTelephoneNumbers are -1 unless asked for.
	NumberOfVoiceUsers       int
	NumberOfTelephoneNumbers int
}

// LocationView is a location with the fields of its address.
type LocationView struct {
	*state.Location
	Address *state.CivicAddress
	// NumberOfVoiceUsers and NumberOfTelephoneNumbers are -1 unless asked for.
	NumberOfVoiceUsers       int
	NumberOfTelephoneNumbers int
}

// CivicAddresses lists addresses (Get-CsOnlineLisCivicAddress). No match is no
// error.
func CivicAddresses(c Call, q AddressQuery) []AddressView {
	Settle(c)
	page := pager{q.Skip, q.Limit}
	var out []AddressView
	for a := range c.Tx.CivicAddresses() {
		if !q.fits(a) || q.LocationID != "" && !c.isIn(guid(q.LocationID), a) {
			continue
		}
		users, numbers := c.use(c.Tx.LocationsOf(a.CivicAddressID)...)
		if !q.assigned(users+numbers > 0) || !page.take() {
			continue
		}
		out = append(out, AddressView{a, q.shown(q.CountUsers, users), q.shown(q.CountNumbers, numbers)})
		if page.full(len(out)) {
			break
		}
	}
	return out
}

// Locations lists locations, default ones too (Get-CsOnlineLisLocation). No match
// is no error.
func Locations(c Call, q AddressQuery) []LocationView {
	Settle(c)
	page := pager{q.Skip, q.Limit}
	var out []LocationView
	for l := range c.Tx.Locations() {
		a := c.Tx.CivicAddress(l.CivicAddressID)
		if a == nil || !q.fits(a) || q.LocationID != "" && guid(q.LocationID) != l.LocationID ||
			q.Place != "" && !Like(l.Place, q.Place) {
			continue
		}
		users, numbers := c.use(l)
		if !q.assigned(users+numbers > 0) || !page.take() {
			continue
		}
		out = append(out, LocationView{l, a, q.shown(q.CountUsers, users), q.shown(q.CountNumbers, numbers)})
		if page.full(len(out)) {
			break
		}
	}
	return out
}

func (c Call) isIn(locationID string, a *state.CivicAddress) bool {
	l := c.Tx.Location(locationID)
	return l != nil && l.CivicAddressID == a.CivicAddressID
}

// use counts the users and the numbers at the locations.
func (c Call) use(locations ...*state.Location) (users, numbers int) {
	for _, l := range locations {
		for _, n := range c.Tx.NumbersAt(l.LocationID) {
			numbers++
			if n.Status == state.StatusUserAssigned {
				users++
			}
		}
	}
	return users, numbers
}

func (q AddressQuery) fits(a *state.CivicAddress) bool {
	same := func(want, is string) bool { return want == "" || strings.EqualFold(want, is) }
	return same(q.City, a.City) && same(q.Country, a.Country) && same(q.ValidationStatus, a.ValidationStatus) &&
		same(guid(q.CivicAddressID), a.CivicAddressID) && (q.Description == "" || Like(a.Description, q.Description))
}

func (q AddressQuery) assigned(used bool) bool {
	switch {
	case strings.EqualFold(q.AssignmentStatus, "Assigned"):
		return used
	case strings.EqualFold(q.AssignmentStatus, "Unassigned"):
		return !used
	}
	return true
}

func (q AddressQuery) shown(asked bool, count int) int {
	if !asked {
		return -1
	}
	return count
}

// pager skips and limits results.
type pager struct{ skip, limit int }

func (p *pager) take() bool {
	if p.skip > 0 {
		p.skip--
		return false
	}
	return true
}

func (p *pager) full(n int) bool { return p.limit > 0 && n >= p.limit }
