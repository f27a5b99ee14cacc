package text

import "testing"

func TestFormatNumberCorners(t *testing.T) {
	tests := []struct {
		number any
		format string
		want   string
	}{
		{-0.5, "0", "-1"}, {0.125, "0.00", "0.13"}, {1.0 / 3, "0.0000000000000000", "0.3333333333333330"},
		{123456789012345678.9, "#", "123456789012346000"}, {1e25, "0", "10000000000000000000000000"},
		{12345, "##-##-##", "1-23-45"}, {123, "0:00", "1:23"}, {12.5, ".00", "12.50"},
		{-5, "0;(0)", "(5)"}, {-5, "0;;nil", "-5"}, {0, "0;;nil", "nil"}, {-5, "0;", "-5"},
		{1234567, "#,##0,", "1,235"}, {1234567, "0,,", "1"}, {0.5, "#.##", ".5"},
		{1234567, "N", "1,234,567.000"}, {-300, "D5", "-00300"}, {-1, "X", "FFFFFFFF"}, {5, "N-1", "N-1"},
		{0.1, "F17", "0.10000000000000001"}, {1.0 / 3, "G20", "0.33333333333333331483"}, {25, "E0", "3E+001"},
		{-0.0004, "N2", "-0.00"}, {1234.5678, "0.###E+0", "1.235E+3"}, {1e-7, "0.0e-00", "1.0e-07"},
	}
	for _, test := range tests {
		var got string
		var err error
		switch n := test.number.(type) {
		case int:
			got, err = FormatInt64(int64(n), 32, test.format, EnglishUS)
		case float64:
			got, err = FormatFloat(n, 64, test.format, EnglishUS)
		}
		if err != nil || got != test.want {
			t.Errorf("%v %q: %q %v, want %q", test.number, test.format, got, err, test.want)
		}
	}
}
