package text

// Culture is what formats and parsers need to know of a culture: .NET's NumberFormatInfo and DateTimeFormatInfo.
type Culture struct {
	Name  string
	Names CultureNames

	NegativeSign      string
	PositiveSign      string
	DecimalSeparator  string
	GroupSeparator    string
	CurrencySymbol    string
	PercentSymbol     string
	PerMilleSymbol    string
	NaNSymbol         string
	PositiveInfinity  string
	NegativeInfinity  string
	NumberDigits      int // decimals of N and F without a precision
	CurrencyDigits    int
	PercentDigits     int
	CurrencyPositive  string // patterns: $ the symbol, n the number, - the negative sign, % the percent symbol
	CurrencyNegative  string
	PercentPositive   string
	PercentNegative   string
	NumberNegative    string
	DateSeparator     string
	TimeSeparator     string
	ShortDate         string
	LongDate          string
	ShortTime         string
	LongTime          string
	FullDateTime      string
	MonthDay          string
	YearMonth         string
	AMDesignator      string
	PMDesignator      string
	DayNames          [7]string
	DayAbbreviations  [7]string
	MonthNames        [12]string
	MonthAbbreviation [12]string
	EraName           string
	EraAbbreviation   string
	FirstDayOfWeek    int // 0 is Sunday
}

// CultureNames are the texts that [cultureinfo] shows.
type CultureNames struct {
	Display   string
	TwoLetter string
	LCID      int
}

var englishDays = [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
var englishDayAbbreviations = [7]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
var englishMonths = [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
var englishMonthAbbreviations = [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// EnglishUS is the culture en-US as ICU describes it; the blank before AM and PM in its patterns is U+202F.
var EnglishUS = &Culture{
	Name:              "en-US",
	Names:             CultureNames{"English (United States)", "en", 1033},
	NegativeSign:      "-",
	PositiveSign:      "+",
	DecimalSeparator:  ".",
	GroupSeparator:    ",",
	CurrencySymbol:    "$",
	PercentSymbol:     "%",
	PerMilleSymbol:    "‰",
	NaNSymbol:         "NaN",
	PositiveInfinity:  "∞",
	NegativeInfinity:  "-∞",
	NumberDigits:      3,
	CurrencyDigits:    2,
	PercentDigits:     3,
	CurrencyPositive:  "$n",
	CurrencyNegative:  "-$n",
	PercentPositive:   "n%",
	PercentNegative:   "-n%",
	NumberNegative:    "-n",
	DateSeparator:     "/",
	TimeSeparator:     ":",
	ShortDate:         "M/d/yyyy",
	LongDate:          "dddd, MMMM d, yyyy",
	ShortTime:         "h:mm\u202ftt",
	LongTime:          "h:mm:ss\u202ftt",
	FullDateTime:      "dddd, MMMM d, yyyy h:mm:ss\u202ftt",
	MonthDay:          "MMMM d",
	YearMonth:         "MMMM yyyy",
	AMDesignator:      "AM",
	PMDesignator:      "PM",
	DayNames:          englishDays,
	DayAbbreviations:  englishDayAbbreviations,
	MonthNames:        englishMonths,
	MonthAbbreviation: englishMonthAbbreviations,
	EraName:           "AD",
	EraAbbreviation:   "A",
}

// Invariant is CultureInfo.InvariantCulture, the culture of casts and of text in strings.
var Invariant = &Culture{
	Names:             CultureNames{"Invariant Language (Invariant Country)", "iv", 127},
	NegativeSign:      "-",
	PositiveSign:      "+",
	DecimalSeparator:  ".",
	GroupSeparator:    ",",
	CurrencySymbol:    "¤",
	PercentSymbol:     "%",
	PerMilleSymbol:    "‰",
	NaNSymbol:         "NaN",
	PositiveInfinity:  "Infinity",
	NegativeInfinity:  "-Infinity",
	NumberDigits:      2,
	CurrencyDigits:    2,
	PercentDigits:     2,
	CurrencyPositive:  "$n",
	CurrencyNegative:  "($n)",
	PercentPositive:   "n %",
	PercentNegative:   "-n %",
	NumberNegative:    "-n",
	DateSeparator:     "/",
	TimeSeparator:     ":",
	ShortDate:         "MM/dd/yyyy",
	LongDate:          "dddd, dd MMMM yyyy",
	ShortTime:         "HH:mm",
	LongTime:          "HH:mm:ss",
	FullDateTime:      "dddd, dd MMMM yyyy HH:mm:ss",
	MonthDay:          "MMMM dd",
	YearMonth:         "yyyy MMMM",
	AMDesignator:      "AM",
	PMDesignator:      "PM",
	DayNames:          englishDays,
	DayAbbreviations:  englishDayAbbreviations,
	MonthNames:        englishMonths,
	MonthAbbreviation: englishMonthAbbreviations,
	EraName:           "A.D.",
	EraAbbreviation:   "AD",
}
