package teams

import (
	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

// addressFields are the parameters that describe a civic address, with the fields they set.
var addressFields = []struct {
	param string
	field func(a *state.CivicAddress) *string
}{
	{"CompanyName", func(a *state.CivicAddress) *string { return &a.CompanyName }},
	{"CompanyTaxId", func(a *state.CivicAddress) *string { return &a.CompanyTaxID }},
	{"HouseNumber", func(a *state.CivicAddress) *string { return &a.HouseNumber }},
	{"HouseNumberSuffix", func(a *state.CivicAddress) *string { return &a.HouseNumberSuffix }},
	{"PreDirectional", func(a *state.CivicAddress) *string { return &a.PreDirectional }},
	{"StreetName", func(a *state.CivicAddress) *string { return &a.StreetName }},
	{"StreetSuffix", func(a *state.CivicAddress) *string { return &a.StreetSuffix }},
	{"PostDirectional", func(a *state.CivicAddress) *string { return &a.PostDirectional }},
	{"City", func(a *state.CivicAddress) *string { return &a.City }},
	{"CityAlias", func(a *state.CivicAddress) *string { return &a.CityAlias }},
	{"StateOrProvince", func(a *state.CivicAddress) *string { return &a.StateOrProvince }},
	{"PostalCode", func(a *state.CivicAddress) *string { return &a.PostalCode }},
	{"CountryOrRegion", func(a *state.CivicAddress) *string { return &a.Country }},
	{"Description", func(a *state.CivicAddress) *string { return &a.Description }},
	{"Latitude", func(a *state.CivicAddress) *string { return &a.Latitude }},
	{"Longitude", func(a *state.CivicAddress) *string { return &a.Longitude }},
	{"Confidence", func(a *state.CivicAddress) *string { return &a.Confidence }},
	{"Elin", func(a *state.CivicAddress) *string { return &a.Elin }},
	{"ValidationStatus", func(a *state.CivicAddress) *string { return &a.ValidationStatus }},
}

func addressChange(a online.Args) service.AddressChange {
	ch := service.AddressChange{}
	ch.Address.CivicAddressID = a.Text("CivicAddressId")
	for _, f := range addressFields {
		if a.Given(f.param) {
			*f.field(&ch.Address) = a.Text(f.param)
			ch.Set = append(ch.Set, f.param)
		}
	}
	return ch
}

func addressQuery(a online.Args) service.AddressQuery {
	return service.AddressQuery{
		City: a.Text("City"), Country: a.Text("CountryOrRegion"), Description: a.Text("Description"), CivicAddressID: a.Text("CivicAddressId"),
		LocationID: a.Text("LocationId"), ValidationStatus: a.Text("ValidationStatus"), Place: a.Text("Location"), AssignmentStatus: a.Text("AssignmentStatus"),
		Skip: a.Number("NumberOfResultsToSkip"), Limit: a.Number("ResultSize"),
		CountUsers: a.Flag("PopulateNumberOfVoiceUsers"), CountNumbers: a.Flag("PopulateNumberOfTelephoneNumbers"),
	}
}

func addressObject(tenant string, v service.AddressView) value.Value {
	return online.New(typeAddress).Text("TenantId", tenant).Text("CivicAddressId", v.CivicAddressID).Text("HouseNumber", v.HouseNumber).
		Optional("HouseNumberSuffix", v.HouseNumberSuffix).Optional("PreDirectional", v.PreDirectional).Text("StreetName", v.StreetName).
		Optional("StreetSuffix", v.StreetSuffix).Optional("PostDirectional", v.PostDirectional).Text("City", v.City).Optional("CityAlias", v.CityAlias).
		Text("PostalCode", v.PostalCode).Text("StateOrProvince", v.StateOrProvince).Text("CountryOrRegion", v.Country).Optional("Description", v.Description).
		Text("CompanyName", v.CompanyName).Optional("CompanyTaxId", v.CompanyTaxID).Text("DefaultLocationId", v.DefaultLocationID).
		Text("ValidationStatus", v.ValidationStatus).Int("NumberOfVoiceUsers", v.NumberOfVoiceUsers).Int("NumberOfTelephoneNumbers", v.NumberOfTelephoneNumbers).
		Null("ResultSize", "NumberOfResultsToSkip").Optional("Latitude", v.Latitude).Optional("Longitude", v.Longitude).Optional("Confidence", v.Confidence).
		Optional("Elin", v.Elin).Null("Force").Value()
}

func locationObject(tenant string, v service.LocationView) value.Value {
	d := v.Address
	return online.New(typeLocation).Text("TenantId", tenant).Text("LocationId", v.LocationID).Text("CivicAddressId", v.CivicAddressID).Optional("Location", v.Place).
		Text("CompanyName", d.CompanyName).Optional("CompanyTaxId", d.CompanyTaxID).Text("HouseNumber", d.HouseNumber).Optional("HouseNumberSuffix", d.HouseNumberSuffix).
		Optional("PreDirectional", d.PreDirectional).Text("StreetName", d.StreetName).Optional("StreetSuffix", d.StreetSuffix).Optional("PostDirectional", d.PostDirectional).
		Text("City", d.City).Optional("CityAlias", d.CityAlias).Text("PostalCode", d.PostalCode).Text("StateOrProvince", d.StateOrProvince).
		Text("CountryOrRegion", d.Country).Optional("Description", d.Description).Text("ValidationStatus", d.ValidationStatus).
		Int("NumberOfVoiceUsers", v.NumberOfVoiceUsers).Int("NumberOfTelephoneNumbers", v.NumberOfTelephoneNumbers).
		Optional("Latitude", d.Latitude).Optional("Longitude", d.Longitude).Optional("Confidence", d.Confidence).Optional("Elin", v.Elin).
		Null("ResultSize", "NumberOfResultsToSkip", "Verb", "CorrelationId", "Force").Value()
}

var newAddress = &online.Behavior{Name: "New-CsOnlineLisCivicAddress", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("CompanyName"), func(call service.Call, a online.Args) error {
		v, err := service.NewCivicAddress(call, addressChange(a))
		if err != nil {
			return err
		}
		return c.Write(addressObject(service.Organization(call).TenantID, v))
	})
}}

var setAddress = &online.Behavior{Name: "Set-CsOnlineLisCivicAddress", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("CivicAddressId"), func(call service.Call, a online.Args) error {
		_, err := service.SetCivicAddress(call, addressChange(a))
		return err
	})
}}

var removeAddress = &online.Behavior{Name: "Remove-CsOnlineLisCivicAddress", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("CivicAddressId"), func(call service.Call, a online.Args) error {
		return service.RemoveCivicAddress(call, a.Text("CivicAddressId"))
	})
}}

var getAddress = &online.Behavior{Name: "Get-CsOnlineLisCivicAddress", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	tenant := service.Organization(call).TenantID
	for _, v := range service.CivicAddresses(call, addressQuery(online.ArgsOf(c))) {
		if err := c.Write(addressObject(tenant, v)); err != nil {
			return err
		}
	}
	return nil
}}

var newLocation = &online.Behavior{Name: "New-CsOnlineLisLocation", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("Location"), func(call service.Call, a online.Args) error {
		v, err := service.NewLocation(call, a.Text("CivicAddressId"), a.Text("Location"), a.Text("Elin"))
		if err != nil {
			return err
		}
		return c.Write(locationObject(service.Organization(call).TenantID, v))
	})
}, Adjust: func(c *runtime.Cmdlet) {
	// Only the form with an existing address is supported (R53), so the address's own parameters are not asked for.
	for i := range c.Params {
		p := &c.Params[i]
		p.Sets = []bind.Membership{{Position: bind.NoPosition, FromPipelineByName: true, Mandatory: p.Name == "CivicAddressId" || p.Name == "Location"}}
	}
	c.DefaultSet = ""
}}

var setLocation = &online.Behavior{Name: "Set-CsOnlineLisLocation", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("LocationId"), func(call service.Call, a online.Args) error {
		_, err := service.SetLocation(call, service.LocationChange{LocationID: a.Text("LocationId"), Place: a.TextOrNil("Location"), Elin: a.TextOrNil("Elin")})
		return err
	})
}}

var removeLocation = &online.Behavior{Name: "Remove-CsOnlineLisLocation", Run: func(c *runtime.Call) error {
	return with(c, online.ArgsOf(c).Text("LocationId"), func(call service.Call, a online.Args) error {
		return service.RemoveLocation(call, a.Text("LocationId"))
	})
}}

var getLocation = &online.Behavior{Name: "Get-CsOnlineLisLocation", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	tenant := service.Organization(call).TenantID
	for _, v := range service.Locations(call, addressQuery(online.ArgsOf(c))) {
		if err := c.Write(locationObject(tenant, v)); err != nil {
			return err
		}
	}
	return nil
}}
