package parser_test

import (
	"reflect"
	"testing"

	"rehearse/parser"
	"rehearse/parser/internal/corpus"
)

// TestSequences compares the trees and errors of all recorded scripts with those that come out when
// participle runs every production.
func TestSequences(t *testing.T) {
	list, err := corpus.Cases()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		for _, text := range []string{c.Script, c.Script[:len(c.Script)*2/3]} {
			block, errs := parser.Parse(parser.NewSource("", text))
			want, wantErrs := parser.ParseByParticiple(parser.NewSource("", text))
			if !reflect.DeepEqual(errs, wantErrs) {
				t.Errorf("%s: errors %v, participle gives %v", c.Name, errs, wantErrs)
			} else if !reflect.DeepEqual(block, want) {
				t.Errorf("%s: the trees differ", c.Name)
			}
		}
	}
}
