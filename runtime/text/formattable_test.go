package text

import (
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rehearse/runtime/decimal"
)

// decimalOf reads digits with a point.
func decimalOf(s string) decimal.Number {
	var n decimal.Number
	if s[0] == '-' {
		n.Neg, s = true, s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	n.Scale = uint8(len(fraction))
	b, _ := new(big.Int).SetString(whole+fraction, 10)
	n.Lo = new(big.Int).And(b, new(big.Int).SetUint64(math.MaxUint64)).Uint64()
	n.Hi = uint32(new(big.Int).Rsh(b, 64).Uint64())
	return n
}

// formatterOf is how a value of a table is formatted; nil for a value that is no number.
func formatterOf(value string) func(format string) (string, error) {
	float := func(f float64, bits int) func(string) (string, error) {
		return func(format string) (string, error) { return FormatFloat(f, bits, format, EnglishUS) }
	}
	integer := func(n int64, bits int) func(string) (string, error) {
		return func(format string) (string, error) { return FormatInt64(n, bits, format, EnglishUS) }
	}
	switch value {
	case "[double]::NaN":
		return float(math.NaN(), 64)
	case "[double]::PositiveInfinity":
		return float(math.Inf(1), 64)
	case "[long]::MinValue":
		return integer(math.MinInt64, 64)
	case "[byte]200":
		return func(format string) (string, error) { return FormatUint64(200, 8, format, EnglishUS) }
	case "[bigint]'123456789012345678901234567890'":
		// The cast goes through a double.
		n, _ := new(big.Int).SetString("123456789012345677877719597056", 10)
		return func(format string) (string, error) { return FormatBigInt(n, format, EnglishUS) }
	case "-0.0":
		return float(math.Copysign(0, -1), 64)
	}
	if s, ok := strings.CutPrefix(value, "[single]"); ok {
		f, err := strconv.ParseFloat(s, 32)
		if err != nil {
			return nil
		}
		return float(f, 32)
	}
	if s, ok := strings.CutPrefix(value, "[decimal]"); ok {
		if f, err := strconv.ParseFloat(s, 64); err != nil {
			return nil
		} else if strings.Contains(s, ".") {
			// A literal without a suffix is a double first.
			s = strconv.FormatFloat(f, 'f', -1, 64)
		}
		n := decimalOf(s)
		return func(format string) (string, error) { return FormatDecimal(n, format, EnglishUS) }
	}
	if n, err := strconv.ParseInt(value, 10, 64); err == nil {
		if n == int64(int32(n)) {
			return integer(n, 32)
		}
		return integer(n, 64)
	}
	if regexp.MustCompile(`^-?[0-9.]+(e-?[0-9]+)?$`).MatchString(value) {
		f, err := strconv.ParseFloat(value, 64)
		if err == nil {
			return float(f, 64)
		}
	}
	return nil
}

func TestNumberFormatTable(t *testing.T) {
	replay(t, "formats", []rule{
		{quotedText + ` -f \((.*)\)`, func(a []string) string {
			format := formatterOf(a[1])
			if format == nil {
				return skipped
			}
			s, err := FormatComposite(unquote(a[0]), 1, func(_ int, f string) (string, error) { return format(f) })
			if err != nil {
				return "error FormatError System.Management.Automation.RuntimeException: Error formatting a string: " + err.Error() + "."
			}
			return shown(s)
		}},
		{`\((.*)\)\.ToString\(` + quotedText + `\)`, func(a []string) string {
			format := formatterOf(a[0])
			if format == nil {
				return skipped
			}
			s, err := format(unquote(a[1]))
			if err != nil {
				return `error FormatException System.Management.Automation.MethodInvocationException: Exception calling "ToString" with "1" argument(s): "` + err.Error() + `"`
			}
			return shown(s)
		}},
		{`\((.*)\)\.ToString\(\)`, func(a []string) string {
			format := formatterOf(a[0])
			if format == nil {
				return skipped
			}
			s, _ := format("")
			return shown(s)
		}},
	}, 1000)
}
