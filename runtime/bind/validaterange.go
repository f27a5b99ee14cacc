package bind

import "rehearse/runtime/value"

// ValidateRange is [ValidateRange(min, max)]; both limits have one type.
type ValidateRange struct{ Min, Max value.Value }

// NewValidateRange is the attribute, its limits brought to one type, or the error of limits that contradict each other.
func NewValidateRange(low, high value.Value) (*ValidateRange, error) {
	if a, b := value.TypeOf(low), value.TypeOf(high); a != b && a != nil && b != nil {
		if x, err := value.Convert(low, b); err == nil && sameNumber(low, x) {
			low = x
		} else if x, err := value.Convert(high, a); err == nil {
			high = x
		}
	}
	if less, err := value.CompareScalar(nil, value.Lt, high, low, true); err != nil || less {
		return nil, badAttribute("MaxRangeSmallerThanMinRange", "The specified maximum range cannot be accepted because it is less than the specified "+
			"minimum range. Update the ValidateRange attribute for the parameter.")
	}
	return &ValidateRange{Min: low, Max: high}, nil
}

// sameNumber tells that a conversion lost nothing.
func sameNumber(a, b value.Value) bool {
	same, err := value.CompareScalar(nil, value.Eq, a, b, true)
	return err == nil && same
}

// Check refuses what lies outside the limits, or cannot be converted to their type.
func (r *ValidateRange) Check(env value.Env, v value.Value) error {
	if v.IsInt32() && r.Min.IsInt32() && r.Max.IsInt32() && r.Min.Int() <= v.Int() && v.Int() <= r.Max.Int() {
		return nil
	}
	return eachElement(v, func(x value.Value) error { return r.checkElement(env, x) })
}

func (r *ValidateRange) checkElement(env value.Env, x value.Value) error {
	t := value.TypeOf(r.Min)
	if x.IsNull() {
		return validation("ArgumentIsEmpty", textElement)
	}
	c, err := value.Convert(x, t)
	if err != nil {
		return validation("ValidationRangeElementType", "The argument cannot be validated because its type \""+value.TypeOf(x).Name+
			"\" is not the same type ("+t.Name+") as the maximum and minimum limits of the parameter. Make sure the argument is of type "+t.Name+
			" and then try the command again.")
	}
	small, err := value.CompareScalar(env, value.Lt, c, r.Min, true)
	if err != nil {
		return err
	}
	if small {
		limit := value.ToString(r.Min)
		return validation("ValidateRangeTooSmall", "The "+value.ToString(c)+" argument is less than the minimum allowed range of "+limit+
			". Supply an argument that is greater than or equal to "+limit+" and then try the command again.")
	}
	big, err := value.CompareScalar(env, value.Gt, c, r.Max, true)
	if err != nil {
		return err
	}
	if big {
		limit := value.ToString(r.Max)
		return validation("ValidateRangeTooBig", "The "+value.ToString(c)+" argument is greater than the maximum allowed range of "+limit+
			". Supply an argument that is less than or equal to "+limit+" and then try the command again.")
	}
	return nil
}

// RangeKind is System.Management.Automation.ValidateRangeKind: [ValidateRange('Positive')].
type RangeKind uint8

// The kinds with .NET's numbers.
const (
	Positive RangeKind = iota
	NonNegative
	Negative
	NonPositive
)

// TypeRangeKind is the enumeration as a type.
var TypeRangeKind = value.NewEnum("System.Management.Automation.ValidateRangeKind", []string{"Positive", "NonNegative", "Negative", "NonPositive"}, []int64{0, 1, 2, 3})

// Check refuses numbers on the wrong side of zero.
func (k RangeKind) Check(env value.Env, v value.Value) error {
	return eachElement(v, func(x value.Value) error {
		relation, side := value.Gt, "greater than zero"
		switch k {
		case NonNegative:
			relation, side = value.Ge, "greater than or equal to zero"
		case Negative:
			relation, side = value.Lt, "less than zero"
		case NonPositive:
			relation, side = value.Le, "less than or equal to zero"
		}
		if !isNumber(x.Base().Kind()) {
			name := "null"
			if t := value.TypeOf(x); t != nil {
				name = t.Name
			}
			return validation("ValidationRangeElementType", "The argument cannot be validated because its type \""+name+
				"\" is not the same type (Int32) as the maximum and minimum limits of the parameter. Make sure the argument is of type Int32 and then try the command again.")
		}
		if ok, err := value.CompareScalar(env, relation, x, value.OfInt(0), true); err != nil || ok {
			return err
		}
		return validation("ValidateRange"+kindNames[k]+"Failure", "The argument \""+value.ToString(x)+"\" cannot be validated because its value is not "+side+".")
	})
}

var kindNames = [...]string{"Positive", "NonNegative", "Negative", "NonPositive"}
