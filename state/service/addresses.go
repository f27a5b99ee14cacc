package service

import (
	"slices"
	"strconv"
	"strings"

	"rehearse/state"
	"rehearse/state/rules"
)

// AddressChange describes a civic address to make or to change.
type AddressChange struct {
	Address state.CivicAddress
	// Set names the fields of Address that are meant when changing, in the
	// service's words: "City", "CompanyName", "CountryOrRegion", "Latitude" …
	// Ignored when making an address.
	Set []string
}

// editable are the countries whose validated addresses can be changed (R51) [D].
const editable = " AU BR CA HR CZ EE HK HU IL JP LV LT MX NZ PL PR RO SG KR SI ZA US "

// NewCivicAddress makes an address and its default location
// (New-CsOnlineLisCivicAddress). It is Validated when coordinates are given,
// unless the caller says otherwise. Rule R50.
func NewCivicAddress(c Call, a AddressChange) (AddressView, error) {
	Settle(c)
	made := a.Address.Clone()
	made.Country = country(made.Country)
	switch {
	case made.CompanyName == "":
		return AddressView{}, rules.New("R50", "field", "", "field", "CompanyName")
	case !isCountry(made.Country):
		return AddressView{}, rules.New("R50", "value", "", "field", "CountryOrRegion", "value", a.Address.Country)
	case (made.Latitude == "" || made.Longitude == "") && made.Country != "AU" && made.Country != "JP":
		return AddressView{}, rules.New("R50", "", made.Key(), "country", made.Country)
	}
	if err := checkAddress(made); err != nil {
		return AddressView{}, err
	}
	if made.ValidationStatus == "" {
		made.ValidationStatus = state.NotValidated
		if made.Latitude != "" && made.Longitude != "" {
			made.ValidationStatus = state.Validated
		}
	}
	made.CivicAddressID, made.DefaultLocationID = c.Tx.NewGUID(), c.Tx.NewGUID()
	c.put(made)
	c.put(&state.Location{
		LocationID: made.DefaultLocationID, CivicAddressID: made.CivicAddressID, Elin: made.Elin, Default: true,
	})
	return AddressView{made, -1, -1}, nil
}

// checkAddress refuses values that are none (R50).
func checkAddress(a *state.CivicAddress) error {
	invalid := func(field, value string) error {
		return rules.New("R50", "value", a.Key(), "field", field, "value", value)
	}
	for _, f := range []struct {
		name, value string
		limit       float64
	}{{"Latitude", a.Latitude, 90}, {"Longitude", a.Longitude, 180}} {
		if f.value == "" {
			continue
		}
		if v, err := strconv.ParseFloat(f.value, 64); err != nil || v < -f.limit || v > f.limit {
			return invalid(f.name, f.value)
		}
	}
	switch a.ValidationStatus {
	case "", state.NotValidated, state.Validated, state.Invalid:
		return nil
	}
	return invalid("ValidationStatus", a.ValidationStatus)
}

// SetCivicAddress changes an address (Set-CsOnlineLisCivicAddress). Rules R50, R51,
// R19 (addresses that an operator keeps).
func SetCivicAddress(c Call, a AddressChange) (AddressView, error) {
	Settle(c)
	id := guid(a.Address.CivicAddressID)
	was := c.Tx.CivicAddress(id)
	if was == nil {
		return AddressView{}, rules.New("R51", "absent", id, "id", id)
	}
	if c.keptByOperator(id) {
		return AddressView{}, rules.New("R19", "", was.Key())
	}
	onlyStatus := !slices.ContainsFunc(a.Set, func(f string) bool { return !strings.EqualFold(f, "ValidationStatus") })
	if was.ValidationStatus == state.Validated && !onlyStatus && !strings.Contains(editable, " "+was.Country+" ") {
		return AddressView{}, rules.New("R51", "", was.Key(), "id", id)
	}
	changed := was.Clone()
	for _, field := range a.Set {
		if from, to := addressField(&a.Address, field), addressField(changed, field); to != nil {
			*to = *from
		}
	}
	changed.Country = country(changed.Country)
	if !isCountry(changed.Country) {
		return AddressView{}, rules.New("R50", "value", was.Key(), "field", "CountryOrRegion", "value", changed.Country)
	}
	if err := checkAddress(changed); err != nil {
		return AddressView{}, err
	}
	c.putChanged(was, changed)
	return AddressView{changed, -1, -1}, nil
}

// keptByOperator reports whether a number whose address the operator locks uses
// the address (model c).
func (c Call) keptByOperator(addressID string) bool {
	for _, l := range c.Tx.LocationsOf(addressID) {
		if slices.ContainsFunc(c.Tx.NumbersAt(l.LocationID), func(n *state.PhoneNumber) bool { return n.LocationLocked }) {
			return true
		}
	}
	return false
}

// addressField finds a field by the service's name for it; nil for others.
func addressField(a *state.CivicAddress, name string) *string {
	switch strings.ToLower(name) {
	case "companyname":
		return &a.CompanyName
	case "companytaxid":
		return &a.CompanyTaxID
	case "housenumber":
		return &a.HouseNumber
	case "housenumbersuffix":
		return &a.HouseNumberSuffix
	case "predirectional":
		return &a.PreDirectional
	case "streetname":
		return &a.StreetName
	case "streetsuffix":
		return &a.StreetSuffix
	case "postdirectional":
		return &a.PostDirectional
	case "city":
		return &a.City
	case "cityalias":
		return &a.CityAlias
	case "stateorprovince":
		return &a.StateOrProvince
	case "postalcode":
		return &a.PostalCode
	case "countryorregion":
		return &a.Country
	case "description":
		return &a.Description
	case "latitude":
		return &a.Latitude
	case "longitude":
		return &a.Longitude
	case "confidence":
		return &a.Confidence
	case "elin":
		return &a.Elin
	case "validationstatus":
		return &a.ValidationStatus
	}
	return nil
}

// RemoveCivicAddress removes an address with all its locations. Rules R51
// (unknown), R52.
func RemoveCivicAddress(c Call, id string) error {
	Settle(c)
	id = guid(id)
	a := c.Tx.CivicAddress(id)
	if a == nil {
		return rules.New("R51", "absent", id, "id", id)
	}
	locations := c.Tx.LocationsOf(id)
	for _, l := range locations {
		if len(c.Tx.NumbersAt(l.LocationID)) > 0 {
			return rules.New("R52", "", a.Key(), "id", id)
		}
	}
	for _, l := range locations {
		c.delete(l)
	}
	c.delete(a)
	return nil
}

// NewLocation makes a location in an address (New-CsOnlineLisLocation). Rule R53.
func NewLocation(c Call, civicAddressID, place, elin string) (LocationView, error) {
	Settle(c)
	a := c.Tx.CivicAddress(guid(civicAddressID))
	if a == nil {
		return LocationView{}, rules.New("R53", "", civicAddressID)
	}
	made := &state.Location{LocationID: c.Tx.NewGUID(), CivicAddressID: a.CivicAddressID, Place: place, Elin: elin}
	c.put(made)
	return LocationView{made, a, -1, -1}, nil
}

// LocationChange describes a location to change; nil leaves a value as it is.
type LocationChange struct {
	LocationID string
	Place      *string
	Elin       *string
}

// SetLocation changes a location (Set-CsOnlineLisLocation). An ELIN cannot be
// emptied again. Rules R19, R51.
func SetLocation(c Call, l LocationChange) (LocationView, error) {
	Settle(c)
	id := guid(l.LocationID)
	was := c.Tx.Location(id)
	if was == nil {
		return LocationView{}, rules.New("R51", "location absent", id, "id", id)
	}
	a := c.Tx.CivicAddress(was.CivicAddressID)
	switch {
	case c.keptByOperator(was.CivicAddressID):
		return LocationView{}, rules.New("R19", "", was.Key())
	case a.ValidationStatus == state.Validated && !strings.Contains(editable, " "+a.Country+" "):
		return LocationView{}, rules.New("R51", "location", was.Key())
	case l.Elin != nil && *l.Elin == "" && was.Elin != "":
		return LocationView{}, rules.New("R51", "elin", was.Key(), "id", id)
	}
	changed := was.Clone()
	given(&changed.Place, l.Place)
	given(&changed.Elin, l.Elin)
	c.putChanged(was, changed)
	return LocationView{changed, a, -1, -1}, nil
}

// RemoveLocation removes a location. Rules R51 (unknown), R52, R54.
func RemoveLocation(c Call, id string) error {
	Settle(c)
	id = guid(id)
	l := c.Tx.Location(id)
	switch {
	case l == nil:
		return rules.New("R51", "location absent", id, "id", id)
	case l.Default:
		return rules.New("R54", "", l.Key(), "id", id)
	case len(c.Tx.NumbersAt(id)) > 0:
		return rules.New("R52", "location", l.Key(), "id", id)
	}
	c.delete(l)
	return nil
}
