package service

import (
	"strings"
)

// callingCodes are the countries whose numbers the fixtures and common scripts
// use. North America shares one code and is told apart by area code.
var callingCodes = []struct{ code, country string }{
	{"30", "GR"}, {"31", "NL"}, {"32", "BE"}, {"33", "FR"}, {"34", "ES"}, {"36", "HU"}, {"39", "IT"},
	{"351", "PT"}, {"352", "LU"}, {"353", "IE"}, {"358", "FI"}, {"370", "LT"}, {"371", "LV"}, {"372", "EE"},
	{"385", "HR"}, {"386", "SI"}, {"420", "CZ"}, {"421", "SK"},
	{"40", "RO"}, {"41", "CH"}, {"43", "AT"}, {"44", "GB"}, {"45", "DK"}, {"46", "SE"}, {"47", "NO"}, {"48", "PL"}, {"49", "DE"},
	{"52", "MX"}, {"55", "BR"}, {"61", "AU"}, {"64", "NZ"}, {"65", "SG"}, {"81", "JP"}, {"82", "KR"},
	{"852", "HK"}, {"853", "MO"}, {"91", "IN"}, {"972", "IL"}, {"27", "ZA"},
}

// canadian are the area codes of Canada within the North American plan.
const canadian = " 204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942 "

// CountryOf tells the ISO-2 country of a number in stored form from its calling
// code; empty when it is not in the table.
func CountryOf(number string) string {
	digits := strings.TrimPrefix(number, "+")
	if strings.HasPrefix(digits, "1") {
		if len(digits) < 4 {
			return ""
		}
		switch area := digits[1:4]; {
		case area == "787" || area == "939":
			return "PR"
		case strings.Contains(canadian, " "+area+" "):
			return "CA"
		}
		return "US"
	}
	for _, c := range callingCodes {
		if strings.HasPrefix(digits, c.code) {
			return c.country
		}
	}
	return ""
}

// callingCode is the calling code of a country, or "".
func callingCode(country string) string {
	for _, c := range callingCodes {
		if c.country == country {
			return c.code
		}
	}
	switch country {
	case "US", "CA", "PR":
		return "1"
	}
	return ""
}
