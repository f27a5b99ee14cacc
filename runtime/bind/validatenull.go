package bind

import (
	"strings"
	"unicode"

	"rehearse/runtime/value"
)

// ValidateNotNull is [ValidateNotNull()]: neither null nor a collection with a null element.
type ValidateNotNull struct{}

// Check refuses null.
func (ValidateNotNull) Check(_ value.Env, v value.Value) error {
	if v.IsNull() {
		return validation("ArgumentIsNull", textNull)
	}
	return elements(v, func(x value.Value) error {
		if x.IsNull() {
			return validation("ArgumentContainsNull", textNullElement)
		}
		return nil
	})
}

// ValidateNotNullOrEmpty is [ValidateNotNullOrEmpty()]: neither null, ” nor an empty collection, nor one with such an element.
type ValidateNotNullOrEmpty struct{}

// Check refuses null and empty arguments.
func (ValidateNotNullOrEmpty) Check(_ value.Env, v value.Value) error {
	if v.IsNull() || v.Base().IsString() && v.Base().Str() == "" {
		return validation("ArgumentIsNullOrEmpty", textNullOrEmpty)
	}
	if isEmpty(v) {
		return validation("ArgumentCollectionIsEmpty", textElement)
	}
	return elements(v, func(x value.Value) error {
		if x.IsNull() || x.Base().IsString() && x.Base().Str() == "" {
			return validation("ArgumentCollectionContainsEmpty", textElement)
		}
		return nil
	})
}

// ValidateNotNullOrWhiteSpace is [ValidateNotNullOrWhiteSpace()]: like ValidateNotNullOrEmpty, and not blank.
type ValidateNotNullOrWhiteSpace struct{}

// Check refuses null, empty and blank arguments.
func (ValidateNotNullOrWhiteSpace) Check(_ value.Env, v value.Value) error {
	if v.IsNull() || isBlank(v) {
		return validation("ArgumentIsNullOrWhiteSpace", textBlank)
	}
	if isEmpty(v) {
		return validation("ArgumentCollectionIsEmpty", textElement)
	}
	return elements(v, func(x value.Value) error {
		if x.IsNull() || isBlank(x) {
			return validation("ArgumentCollectionContainsWhiteSpace", textBlankElement)
		}
		return nil
	})
}

func isBlank(v value.Value) bool {
	v = v.Base()
	return v.IsString() && strings.IndexFunc(v.Str(), func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}

// isEmpty tells whether v is a list or dictionary without content.
func isEmpty(v value.Value) bool {
	switch o := v.Base().Object().(type) {
	case value.List:
		return o.Len() == 0
	case *value.Dictionary:
		return o.Len() == 0
	}
	return false
}

// elements runs check on every element of a list.
func elements(v value.Value, check func(value.Value) error) error {
	if l, ok := v.Base().Object().(value.List); ok {
		for i := range l.Len() {
			if err := check(l.At(i)); err != nil {
				return err
			}
		}
	}
	return nil
}
