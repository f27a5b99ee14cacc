# Create and validate an emergency address, give a place in it to a user's number; numbers whose operator keeps the address are refused.
Connect-MicrosoftTeams | Out-Null

$address = New-CsOnlineLisCivicAddress -CompanyName 'Contoso' -HouseNumber 500 -StreetName 'Howard' -StreetSuffix 'Street' -City 'San Francisco' `
    -StateOrProvince CA -PostalCode 94105 -CountryOrRegion US -Latitude 37.78807 -Longitude -122.39713 -Description 'South of Market'
$floor = New-CsOnlineLisLocation -CivicAddressId $address.CivicAddressId -Location 'Floor 2'
Get-CsOnlineLisLocation -CivicAddressId $address.CivicAddressId | Select-Object Location, City, ValidationStatus

Set-CsPhoneNumberAssignment -TelephoneNumber '+14155550101' -LocationId $floor.LocationId
Set-CsPhoneNumberAssignment -TelephoneNumber '+14158000705' -LocationId $floor.LocationId
