package dotnet

import (
	"strings"

	"rehearse/runtime/text"
)

// cultureRow describes a culture by what differs from en-US.
type cultureRow struct {
	name, display, english, native, language string
	lcid                                     int
	decimal, group, list                     string
	currency                                 string
	currencyPositive, currencyNegative       string
	percentPositive, percentNegative         string
	dateSeparator, shortDate, longDate       string
	shortTime, longTime                      string
	monthDay, yearMonth                      string
	days, dayAbbreviations                   string
	months, monthAbbreviations               string
	firstDay                                 int
	am, pm                                   string
}

const (
	narrowBlank = "\u202f"
	noBreak     = "\u00a0"
)

// cultureRows are the cultures whose formats are known. Every other name is accepted, as on a system with all of ICU, and formats as en-US.
var cultureRows = []cultureRow{
	{"de-DE", "German (Germany)", "German (Germany)", "Deutsch (Deutschland)", "de", 1031, ",", ".", ";", "€", "n $", "-n $",
		"n %", "-n %", ".", "dd.MM.yyyy", "dddd, d. MMMM yyyy", "HH:mm", "HH:mm:ss", "d. MMMM", "MMMM yyyy",
		"Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag", "So Mo Di Mi Do Fr Sa",
		"Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.", 1, "AM", "PM"},
	{"fr-FR", "French (France)", "French (France)", "français (France)", "fr", 1036, ",", narrowBlank, ";", "€", "n $", "-n $",
		"n %", "-n %", "/", "dd/MM/yyyy", "dddd d MMMM yyyy", "HH:mm", "HH:mm:ss", "d MMMM", "MMMM yyyy",
		"dimanche lundi mardi mercredi jeudi vendredi samedi", "dim. lun. mar. mer. jeu. ven. sam.",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", 1, "AM", "PM"},
	{"fr-CH", "French (Switzerland)", "French (Switzerland)", "français (Suisse)", "fr", 4108, ",", narrowBlank, ";", "CHF", "n $", "-n $",
		"n%", "-n%", ".", "dd.MM.yyyy", "dddd, d MMMM yyyy", "HH:mm", "HH:mm:ss", "d MMMM", "MMMM yyyy",
		"dimanche lundi mardi mercredi jeudi vendredi samedi", "dim. lun. mar. mer. jeu. ven. sam.",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", 1, "AM", "PM"},
	{"en-GB", "English (United Kingdom)", "English (United Kingdom)", "English (United Kingdom)", "en", 2057, ".", ",", ",", "£", "$n", "-$n", "n%", "-n%",
		"/", "dd/MM/yyyy", "dddd, d MMMM yyyy", "HH:mm", "HH:mm:ss", "d MMMM", "MMMM yyyy", "", "", "", "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec", 1, "am", "pm"},
	{"sv-SE", "Swedish (Sweden)", "Swedish (Sweden)", "svenska (Sverige)", "sv", 1053, ",", noBreak, ";", "kr", "n $", "-n $",
		"n %", "-n %", "-", "yyyy-MM-dd", "dddd d MMMM yyyy", "HH:mm", "HH:mm:ss", "d MMMM", "MMMM yyyy",
		"söndag måndag tisdag onsdag torsdag fredag lördag", "sön mån tis ons tors fre lör",
		"januari februari mars april maj juni juli augusti september oktober november december", "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.", 1, "fm", "em"},
	{"nb-NO", "Norwegian Bokmål (Norway)", "Norwegian Bokmål (Norway)", "norsk bokmål (Norge)", "nb", 1044, ",", noBreak, ";", "kr", "n $", "-n $",
		"n %", "-n %", ".", "dd.MM.yyyy", "dddd d. MMMM yyyy", "HH:mm", "HH:mm:ss", "d. MMMM", "MMMM yyyy",
		"søndag mandag tirsdag onsdag torsdag fredag lørdag", "søn. man. tir. ons. tor. fre. lør.",
		"januar februar mars april mai juni juli august september oktober november desember", "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.", 1, "a.m.", "p.m."},
	{"es-ES", "Spanish (Spain)", "Spanish (Spain)", "español (España)", "es", 3082, ",", ".", ";", "€", "n $", "-n $",
		"n %", "-n %", "/", "d/M/yyyy", "dddd, d 'de' MMMM 'de' yyyy", "H:mm", "H:mm:ss", "d 'de' MMMM", "MMMM 'de' yyyy",
		"domingo lunes martes miércoles jueves viernes sábado", "dom lun mar mié jue vie sáb",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "ene feb mar abr may jun jul ago sept oct nov dic", 1, "a." + noBreak + "m.", "p." + noBreak + "m."},
	{"it-IT", "Italian (Italy)", "Italian (Italy)", "italiano (Italia)", "it", 1040, ",", ".", ";", "€", "n $", "-n $", "n%", "-n%",
		"/", "dd/MM/yyyy", "dddd d MMMM yyyy", "HH:mm", "HH:mm:ss", "d MMMM", "MMMM yyyy",
		"domenica lunedì martedì mercoledì giovedì venerdì sabato", "dom lun mar mer gio ven sab",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "gen feb mar apr mag giu lug ago set ott nov dic", 1, "AM", "PM"},
	{"nl-NL", "Dutch (Netherlands)", "Dutch (Netherlands)", "Nederlands (Nederland)", "nl", 1043, ",", ".", ";", "€", "$ n", "$ -n", "n%", "-n%",
		"-", "dd-MM-yyyy", "dddd d MMMM yyyy", "HH:mm", "HH:mm:ss", "d MMMM", "MMMM yyyy",
		"zondag maandag dinsdag woensdag donderdag vrijdag zaterdag", "zo ma di wo do vr za",
		"januari februari maart april mei juni juli augustus september oktober november december", "jan feb mrt apr mei jun jul aug sep okt nov dec", 1, "a.m.", "p.m."},
	{"tr-TR", "Turkish (Türkiye)", "Turkish (Türkiye)", "Türkçe (Türkiye)", "tr", 1055, ",", ".", ";", "₺", "$n", "-$n", "%n", "-%n",
		".", "d.MM.yyyy", "d MMMM yyyy dddd", "HH:mm", "HH:mm:ss", "d MMMM", "MMMM yyyy",
		"Pazar Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi", "Paz Pzt Sal Çar Per Cum Cmt",
		"Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık", "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara", 1, "ÖÖ", "ÖS"},
}

// culture is the row as what formats need.
func (r *cultureRow) culture() *text.Culture {
	c := *text.EnglishUS
	c.Name, c.Names = r.name, text.CultureNames{Display: r.display, TwoLetter: r.language, LCID: r.lcid}
	c.DecimalSeparator, c.GroupSeparator, c.CurrencySymbol = r.decimal, r.group, r.currency
	c.CurrencyPositive, c.CurrencyNegative, c.PercentPositive, c.PercentNegative = r.currencyPositive, r.currencyNegative, r.percentPositive, r.percentNegative
	c.DateSeparator, c.ShortDate, c.LongDate, c.ShortTime, c.LongTime = r.dateSeparator, r.shortDate, r.longDate, r.shortTime, r.longTime
	c.FullDateTime, c.MonthDay, c.YearMonth = r.longDate+" "+r.longTime, r.monthDay, r.yearMonth
	c.AMDesignator, c.PMDesignator, c.FirstDayOfWeek = r.am, r.pm, r.firstDay
	if r.days != "" {
		copy(c.DayNames[:], strings.Fields(r.days))
		copy(c.DayAbbreviations[:], strings.Fields(r.dayAbbreviations))
		copy(c.MonthNames[:], strings.Fields(r.months))
	}
	copy(c.MonthAbbreviation[:], strings.Fields(r.monthAbbreviations))
	return &c
}

// maxLanguage is how long the language of a culture's name may be; the other parts have at most 8 characters.
const maxLanguage = 11

// findCulture is the culture of a name; false for what can be no name of one.
func findCulture(name string) (*text.Culture, bool) {
	switch {
	case name == "":
		return text.Invariant, true
	case strings.EqualFold(name, "en-US"):
		return text.EnglishUS, true
	}
	for i := range cultureRows {
		r := &cultureRows[i]
		if strings.EqualFold(r.name, name) {
			return r.culture(), true
		}
		if strings.EqualFold(r.language, name) {
			c := r.culture()
			language, _, _ := strings.Cut(r.display, " (")
			c.Name, c.Names = r.language, text.CultureNames{Display: language, TwoLetter: r.language, LCID: r.lcid & 0x3ff}
			return c, true
		}
	}
	parts := strings.Split(name, "-")
	for i, p := range parts {
		if p == "" || len(p) > 8 && !(i == 0 && len(p) <= maxLanguage) || strings.IndexFunc(p, func(r rune) bool { return r > 0x7f || !isAlphanumeric(byte(r)) }) >= 0 || i == 0 && len(p) < 2 {
			return nil, false
		}
	}
	c := *text.EnglishUS
	c.Name = cultureName(parts)
	c.Names = text.CultureNames{Display: parts[0], TwoLetter: strings.ToLower(parts[0]), LCID: 4096}
	if strings.EqualFold(name, "en") {
		c.Names = text.CultureNames{Display: "English", TwoLetter: "en", LCID: 9}
	} else if len(parts) > 1 {
		c.Names.Display = parts[0] + " (" + strings.Join(strings.Split(c.Name, "-")[1:], ", ") + ")"
	}
	return &c, true
}

// cultureName spells a name as .NET does: language small, script capitalised, region in capitals.
func cultureName(parts []string) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		switch {
		case i == 0:
			out[i] = strings.ToLower(p)
		case len(p) == 2:
			out[i] = strings.ToUpper(p)
		case len(p) == 4:
			out[i] = strings.ToUpper(p[:1]) + strings.ToLower(p[1:])
		default:
			out[i] = p
		}
	}
	return strings.Join(out, "-")
}
