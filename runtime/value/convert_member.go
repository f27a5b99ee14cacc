package value

// toObject converts by the members of the types: a static Parse, a constructor with one parameter, a conversion operator,
// last the properties of a dictionary or custom object.
func (c conversion) toObject(b Value, t *Type) (Value, error) {
	from := TypeOf(b)
	if b.IsString() {
		if p := parseMethod(t); p != nil {
			return c.parse(b, b, t, p)
		}
	}
	if o := constructorFor(b, t); o != nil {
		arg := b
		if p := o.Params[0].Type; p != nil && p != from && p.Flags&Numeric != 0 {
			if n, ok := Narrow(plainNumber(b), KindOfType(p)); ok {
				arg = n
			}
		}
		x, err := o.Call(c.env, Of(t), []Value{arg})
		return x, c.memberFailure(b, t, constructorID, err)
	}
	for _, owner := range [...]*Type{t, from} {
		for _, name := range [...]string{"op_Implicit", "op_Explicit"} {
			if o := operatorFor(owner, name, from, t); o != nil {
				x, err := o.Call(c.env, Of(t), []Value{b})
				return x, c.memberFailure(b, t, "InvalidCastTargetInvocationException"+name, err)
			}
		}
	}
	if isNumberKind(b.Kind()) && takesText(t) {
		return c.convert(OfString(ToString(b)), t)
	}
	return c.lastResort(b, t)
}

// lastResort are the conversions after all that the types themselves offer.
func (c conversion) lastResort(b Value, t *Type) (Value, error) {
	switch o := b.ref.(type) {
	case *Dictionary:
		if t.Elem == nil && constructible(t) {
			return c.fromProperties(b, t, o.Table.All)
		}
	case *PSObject:
		if o.IsCustom() && t.Elem == nil && constructible(t) {
			x, err := c.fromProperties(b, t, o.notes)
			if e, ok := err.(*Exception); ok && !c.quiet {
				if t.Flags&Script == 0 {
					e = c.noConversion(b, t).(*Exception)
				}
				return b, c.failureBy(b, t, constructorID, e)
			}
			return x, err
		}
	}
	switch k := b.Kind(); k {
	case Bool, Char, DateTime, Enum:
		if t == TypeDateTime {
			return b, c.failure(b, t, convertibleID, InvalidCastException, "Invalid cast from '"+TypeOf(b).Name+"' to 'DateTime'.")
		}
		return b, c.failure(b, t, convertibleID, InvalidCastException, "Invalid cast from '"+TypeOf(b).FullName+"' to '"+t.FullName+"'.")
	}
	return b, c.noConversion(b, t)
}

// takesText tells whether a type makes its values from texts; such a type takes the text of a number as well.
func takesText(t *Type) bool {
	return t.Conversion != nil || parseMethod(t) != nil || constructorFor(OfString(""), t) != nil
}

// parseMethod is the static Parse(string, IFormatProvider) of a type, else its Parse(string), else nil.
func parseMethod(t *Type) *Overload {
	m := t.FindMethod("Parse", true)
	if m == nil || t.Enum != nil {
		return nil
	}
	var plain *Overload
	for i := range m.Overloads {
		o := &m.Overloads[i]
		if len(o.Params) == 0 || o.Params[0].Type != TypeString {
			continue
		}
		switch {
		case len(o.Params) == 2 && o.Params[1].Type != nil && o.Params[1].Type.FullName == "System.IFormatProvider":
			return o
		case len(o.Params) == 1 && plain == nil:
			plain = o
		}
	}
	return plain
}

func (c conversion) parse(v, s Value, t *Type, p *Overload) (Value, error) {
	id, args := parseID, []Value{s}
	if len(p.Params) == 2 {
		id, args = parseProviderID, []Value{s, NullValue}
	}
	x, err := p.Call(c.env, Of(t), args)
	return x, c.memberFailure(v, t, id, err)
}

// constructorFor is the public constructor that takes b alone without converting it beyond what .NET does itself: its type, a base type or
// interface, or a wider number.
func constructorFor(b Value, t *Type) *Overload {
	if t.Members == nil || t.Flags&Abstract != 0 || b.Kind() >= SByte && b.Kind() <= UInt64 && t.Is(IfaceCollection) {
		return nil // an integer is no capacity
	}
	from := TypeOf(b)
	var best *Overload
	cost := 100
	for i := range t.Members.Load().Ctors {
		o := &t.Members.Ctors[i]
		if len(o.Params) != 1 || o.Variadic {
			continue
		}
		if n := widening(from, o.Params[0].Type); n >= 0 && n < cost {
			best, cost = o, n
		}
	}
	return best
}

// ConstructsFrom tells whether a public constructor of t takes v alone.
func ConstructsFrom(v Value, t *Type) bool { return constructorFor(v.Base(), t) != nil }

// widening is how far t is from the type from for .NET's own binder, which widens numbers, characters and enumerations; -1 if it does
// not get there.
func widening(from, t *Type) int {
	if t == nil {
		t = TypeObject
	}
	if from == t {
		return 0
	}
	a, b := KindOfType(from), KindOfType(t)
	if from == TypeChar {
		a = UInt16
	} else if from.Enum != nil {
		a = KindOfType(from.Enum.underlying())
	}
	if isNumberKind(a) && isNumberKind(b) && a != DecimalKind && b != DecimalKind {
		if a == b && from != t || a < b && (b >= Single || isSigned(b) || !isSigned(a)) {
			return 1 + int(b-a)
		}
		return -1
	}
	if from.Is(t) {
		for x, n := from, 20; x != nil; x, n = x.Base, n+1 {
			if x == t {
				return n
			}
		}
		return 60
	}
	return -1
}

// operatorFor is the conversion operator of owner from one type to another.
func operatorFor(owner *Type, name string, from, to *Type) *Overload {
	m := owner.FindMethod(name, true)
	if m == nil {
		return nil
	}
	for i := range m.Overloads {
		o := &m.Overloads[i]
		if len(o.Params) == 1 && o.Return == to && widening(from, o.Params[0].Type) >= 0 {
			return o
		}
	}
	return nil
}

// constructible tells whether the language makes a t without arguments and then sets its properties. Structs have such a constructor, but for
// the primitive types.
func constructible(t *Type) bool {
	switch {
	case t.Flags&(Abstract|Interface|Static) != 0 || t == TypeString || t.Class == nil && t.Members == nil && t.Flags&ValueType == 0:
		return false
	case t.Flags&ValueType != 0:
		return t == TypeDecimal || KindOfType(t) == Reference && t != TypeBool && t != TypeChar
	}
	for _, o := range t.Members.Load().Ctors {
		if len(o.Params) == 0 {
			return true
		}
	}
	return false
}

// fromProperties makes an object and sets a property for each pair.
func (c conversion) fromProperties(b Value, t *Type, pairs func(yield func(k, v Value) bool)) (Value, error) {
	for k := range pairs {
		name := ToString(k)
		if p := t.FindProperty(name, false); p == nil || p.Set == nil {
			return b, c.creation(t, "The property '"+name+"' was not found for the '"+t.FullName+"' object. "+settable(t))
		}
	}
	o, err := c.makeEmpty(b, t)
	if err != nil {
		return b, err
	}
	for k, v := range pairs {
		if err := t.FindProperty(ToString(k), false).Set(c.env, o, v); err != nil {
			return b, c.creation(t, err.Error())
		}
	}
	return o, nil
}

func (c conversion) makeEmpty(b Value, t *Type) (Value, error) {
	if t.Members != nil {
		for i, o := range t.Members.Load().Ctors {
			if len(o.Params) == 0 {
				x, err := t.Members.Ctors[i].Call(c.env, Of(t), nil)
				return x, c.memberFailure(b, t, constructorID, err)
			}
		}
	}
	switch {
	case t.Zero != nil:
		return Of(t.Zero), nil
	case t.Enum != nil:
		return OfEnum(t.Enum, 0), nil
	case t == TypeDecimal:
		return zeroOf(DecimalKind), nil
	case t == TypeDateTime:
		return OfDateTime(0, 0), nil
	case t == TypeTimeSpan:
		return OfTimeSpan(0), nil
	case t == TypeSwitchParameter:
		return OfSwitch(false), nil
	case t == TypeDictionaryEntry:
		return Of(&DictionaryEntry{Type: t}), nil
	}
	return b, c.noConversion(b, t)
}

func (c conversion) creation(t *Type, reason string) error {
	if c.quiet {
		return errNoConversion
	}
	return castError("ObjectCreationError", "Cannot create object of type \""+t.String()+"\". "+reason, nil)
}

// settable lists the properties that can be set, for the message about one that is not there.
func settable(t *Type) string {
	list := ""
	if t.Enum != nil {
		list = "[value__ <" + t.Enum.underlying().FullName + ">]"
	}
	for x := t; x != nil; x = x.Base {
		if x.Members == nil {
			continue
		}
		for _, p := range x.Members.Load().Properties {
			if p.Static || p.Hidden || p.Set == nil {
				continue
			}
			if list != "" {
				list += ", "
			}
			of := TypeObject
			if p.Type != nil {
				of = p.Type
			}
			list += "[" + p.Name + " <" + of.String() + ">]"
		}
	}
	if list == "" {
		return "There is no settable property available."
	}
	return "The settable properties are: " + list + "."
}

// notes are the note properties of a bag as pairs.
func (o *PSObject) notes(yield func(k, v Value) bool) {
	for i, n := range o.shape.names {
		if o.shape.kinds[i] == NoteProperty && !yield(OfString(n), o.vals[i]) {
			return
		}
	}
}
