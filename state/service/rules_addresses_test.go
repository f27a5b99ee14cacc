package service_test

import (
	"testing"

	"rehearse/state"
	"rehearse/state/service"
)

// Section 3.6 of the rules: emergency addresses.

func address() service.AddressChange {
	return service.AddressChange{Address: state.CivicAddress{CompanyName: "Contoso", HouseNumber: "2", StreetName: "Pine", StreetSuffix: "Street",
		City: "Seattle", StateOrProvince: "WA", PostalCode: "98101", Country: "US", Latitude: "47.6", Longitude: "-122.3"}}
}

func TestR50_Coordinates(t *testing.T) {
	c, a := open(t, state.Fast), address()
	a.Address.Latitude, a.Address.Longitude = "", ""
	_, err := service.NewCivicAddress(c, a)
	refused(t, c, err, "R50", "Latitude and Longitude are required to create a civic address in US.")
	a.Address.Country = "AU"
	_, err = service.NewCivicAddress(c, a)
	done(t, err)
}

func TestR51_ValidatedAddress(t *testing.T) {
	c, a := open(t, state.Fast), address()
	a.Address.Country, a.Address.City = "DE", "Berlin"
	v, err := service.NewCivicAddress(c, a)
	done(t, err)
	c = settled(t, c, v.CivicAddress)
	_, err = service.SetCivicAddress(c, service.AddressChange{Address: state.CivicAddress{CivicAddressID: v.CivicAddressID, City: "Bonn"}, Set: []string{"City"}})
	refused(t, c, err, "R51", "Unable to update a validated Civic Address "+v.CivicAddressID)
}

func TestR52_InUse(t *testing.T) {
	c := open(t, state.Fast)
	id := c.Tx.Number(aliceNumber).CivicAddressID
	refused(t, c, service.RemoveCivicAddress(c, id), "R52", "Civic Address '"+id+"' is in use and cannot be removed.")
}

func TestR53_LocationWithoutAddress(t *testing.T) {
	c := open(t, state.Fast)
	_, err := service.NewLocation(c, "", "Floor 3", "")
	refused(t, c, err, "R53", "Argument Exception Occured while processing the request. CivicAddressInvalidOrEmpty")
}

func TestR54_DefaultLocation(t *testing.T) {
	c := open(t, state.Fast)
	v, err := service.NewCivicAddress(c, address())
	done(t, err)
	c = settled(t, c, v.CivicAddress)
	id := v.DefaultLocationID
	refused(t, c, service.RemoveLocation(c, id), "R54", "Location '"+id+"' is the default location of its civic address and cannot be removed alone.")
	done(t, service.RemoveCivicAddress(c, v.CivicAddressID))
	if c.Tx.Location(id) != nil {
		t.Error("the default location outlives its address")
	}
}

func TestR55_OneCountry(t *testing.T) {
	c, a := open(t, state.Fast), address()
	a.Address.Country, a.Address.City = "DE", "Berlin"
	v, err := service.NewCivicAddress(c, a)
	done(t, err)
	c = edit(t, c, kate, func(u *state.User) { u.Licenses = user(c, alice).Licenses })
	err = service.AssignNumber(c, service.Assignment{Identity: kate, Number: spare, Type: "CallingPlan", LocationID: v.DefaultLocationID})
	refused(t, c, err, "R55", "The country of the emergency location (DE) and the country of the Telephone Number (US) do not match.")
}
