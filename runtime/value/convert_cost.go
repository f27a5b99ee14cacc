package value

// Cost says how far a value is from a type: what overload resolution weighs and parameter binding asks for. Costs of several
// arguments may be added.
type Cost int

// The costs in their order.
const (
	Exact      Cost = 0   // of the type
	Subclass   Cost = 1   // of a derived type, or one that implements the interface; $null for a reference
	Widening   Cost = 2   // a number in a wider type
	Narrowing  Cost = 4   // a number or a text in another numeric type
	Language   Cost = 6   // another conversion that the language does itself
	Member     Cost = 10  // by a Parse method, a constructor or an operator of the types
	LastResort Cost = 20  // one that exists and always fails for most values (IConvertible)
	Impossible Cost = 1e6 // there is none
)

// ConversionCost is the cost of the conversion from v's type to t. A conversion that exists may still fail for this very value.
func ConversionCost(v Value, t *Type) Cost {
	b := v.Base()
	from := TypeOf(b)
	switch {
	case b.IsNull():
		return nullCost(t)
	case t == nil || t == TypeObject:
		if from == TypeObject {
			return Exact
		}
		return Subclass + 1
	case from == t:
		return Exact
	case from.Is(t):
		return Subclass
	}
	k := b.Kind()
	if isNumberKind(k) && t.Flags&Numeric != 0 {
		if widening(from, t) > 0 || t == TypeDecimal && k < Single {
			return Widening
		}
		return Narrowing
	}
	switch {
	case t == TypeString || t == TypeBool:
		return Language
	case k == String && t.Flags&Numeric != 0:
		return Narrowing
	case k == Char && t == TypeString:
		return Widening
	case (k == Enum || k == Char) && t.Flags&Numeric != 0:
		return Narrowing
	case k != Bool && t.Elem == nil && languageConverts(b, t) && parseMethod(t) == nil:
		return Language
	case t.Elem != nil:
		return arrayCost(b, t)
	}
	return memberCost(b, t)
}

func nullCost(t *Type) Cost {
	if t == nil || t.Flags&ValueType == 0 || isNullable(t) {
		return Subclass
	}
	if t.Flags&Numeric != 0 || t == TypeBool || t == TypeChar || t == TypeSwitchParameter {
		return Language
	}
	return Impossible
}

func arrayCost(b Value, t *Type) Cost {
	switch b.ref.(type) {
	case List, Enumerable:
		return Language
	}
	if b.IsString() && t.Elem == TypeChar {
		return Language
	}
	if c := ConversionCost(b, t.Elem); c < LastResort {
		return c + Language
	}
	return Impossible
}

func memberCost(b Value, t *Type) Cost {
	from := TypeOf(b)
	k := b.Kind()
	if (k == String || isNumberKind(k)) && parseMethod(t) != nil || t.Conversion != nil || constructorFor(b, t) != nil {
		return Member
	}
	for _, owner := range [...]*Type{t, from} {
		if operatorFor(owner, "op_Implicit", from, t) != nil || operatorFor(owner, "op_Explicit", from, t) != nil {
			return Member
		}
	}
	switch o := b.ref.(type) {
	case *Dictionary:
		if constructible(t) {
			return Member
		}
	case *PSObject:
		if o.IsCustom() && constructible(t) {
			return Member
		}
	}
	switch k {
	case Bool, Char, DateTime, Enum:
		return LastResort
	}
	return Impossible
}
