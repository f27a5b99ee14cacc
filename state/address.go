package state

// The values of ValidationStatus.
const (
	NotValidated = "NotValidated"
	Validated    = "Validated"
	Invalid      = "Invalid"
)

// CivicAddress is an emergency address of the location information service.
type CivicAddress struct {
	CivicAddressID    string
	CompanyName       string
	CompanyTaxID      string
	HouseNumber       string
	HouseNumberSuffix string
	PreDirectional    string
	StreetName        string
	StreetSuffix      string
	PostDirectional   string
	City              string
	CityAlias         string
	StateOrProvince   string
	PostalCode        string
	// Country is an ISO-2 code.
	Country     string
	Description string
	// Latitude, Longitude and Confidence are texts, as the service keeps them.
	Latitude   string
	Longitude  string
	Confidence string
	Elin       string
	// DefaultLocationID is the location made with the address and deleted with it.
	DefaultLocationID string
	ValidationStatus  string
	// AreaCodes are digits after the country code whose numbers the address may
	// serve, in countries that insist on the area (R18). Empty: not checked.
	AreaCodes []string
}

// Kind implements [Record].
func (a *CivicAddress) Kind() Kind { return KindCivicAddress }

// Key implements [Record]: the description, or else the GUID.
func (a *CivicAddress) Key() string {
	if a.Description != "" {
		return a.Description
	}
	return a.CivicAddressID
}

// ID implements [Record]: the GUID.
func (a *CivicAddress) ID() string { return a.CivicAddressID }

// Clone returns a copy that may be changed.
func (a *CivicAddress) Clone() *CivicAddress { c := *a; return &c }

// Fields implements [Record].
func (a *CivicAddress) Fields() Fields {
	var f Fields
	f.set("civicAddressId", a.CivicAddressID)
	f.set("companyName", a.CompanyName)
	f.set("companyTaxId", a.CompanyTaxID)
	f.set("houseNumber", a.HouseNumber)
	f.set("houseNumberSuffix", a.HouseNumberSuffix)
	f.set("preDirectional", a.PreDirectional)
	f.set("streetName", a.StreetName)
	f.set("streetSuffix", a.StreetSuffix)
	f.set("postDirectional", a.PostDirectional)
	f.set("city", a.City)
	f.set("cityAlias", a.CityAlias)
	f.set("stateOrProvince", a.StateOrProvince)
	f.set("postalCode", a.PostalCode)
	f.set("countryOrRegion", a.Country)
	f.set("description", a.Description)
	f.set("latitude", a.Latitude)
	f.set("longitude", a.Longitude)
	f.set("confidence", a.Confidence)
	f.set("elin", a.Elin)
	f.set("defaultLocationId", a.DefaultLocationID)
	f.set("validationStatus", a.ValidationStatus)
	f.set("areaCodes", a.AreaCodes)
	return f
}

// Location is a place within a civic address. The address's own fields are not
// repeated here; a view joins them.
type Location struct {
	LocationID     string
	CivicAddressID string
	// Place is the text called Location; empty for the default location.
	Place string
	Elin  string
	// Default marks the location that was made with its address (R54).
	Default bool
}

// Kind implements [Record].
func (l *Location) Kind() Kind { return KindLocation }

// Key implements [Record]: the place, or else the GUID.
func (l *Location) Key() string {
	if l.Place != "" {
		return l.Place
	}
	return l.LocationID
}

// ID implements [Record]: the GUID.
func (l *Location) ID() string { return l.LocationID }

// Clone returns a copy that may be changed.
func (l *Location) Clone() *Location { c := *l; return &c }

// Fields implements [Record].
func (l *Location) Fields() Fields {
	var f Fields
	f.set("locationId", l.LocationID)
	f.set("civicAddressId", l.CivicAddressID)
	f.set("location", l.Place)
	f.set("elin", l.Elin)
	f.set("default", l.Default)
	return f
}
