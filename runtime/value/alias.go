package value

// AliasPropertyDef is an alias property that converts what it reads. An alias without conversion is just the name of the other property.
type AliasPropertyDef struct {
	Name string
	Type *Type
}

// TypeOf is System.Object; a definition never reaches a script.
func (*AliasPropertyDef) TypeOf() *Type { return TypeObject }

// AliasOf is the name that an alias property stands for and the type it converts to, nil for none.
func AliasOf(content Value) (string, *Type) {
	if d, ok := content.ref.(*AliasPropertyDef); ok {
		return d.Name, d.Type
	}
	return content.Str(), nil
}

// maxAliases bounds a chain of aliases; one that goes in a circle reads as $null without an error (oracle/objects, section 10).
const maxAliases = 32

// aliasTarget follows aliases in the members added to owner until it comes to another member; "" for a circle.
func aliasTarget(owner Value, name string) string {
	for range maxAliases {
		bag := addedTo(owner)
		if bag == nil {
			return name
		}
		i := bag.shape.Find(name)
		if i < 0 || bag.shape.kinds[i] != AliasProperty {
			return name
		}
		name, _ = AliasOf(bag.vals[i])
	}
	return ""
}

// addedTo are the members added to v itself, nil for none.
func addedTo(v Value) *PSObject {
	switch o := v.ref.(type) {
	case *PSObject:
		return o
	case Extensible:
		return o.Added()
	}
	return nil
}

func readAlias(env Env, owner, content Value) (Value, bool, error) {
	name, t := AliasOf(content)
	if name = aliasTarget(owner, name); name == "" {
		return NullValue, true, nil
	}
	v, found, err := GetProperty(env, owner, name)
	if err != nil || !found {
		return NullValue, true, err
	}
	if t != nil {
		v, err = Convert(v, t)
	}
	return v, true, err
}

func writeAlias(env Env, owner, content, x Value) error {
	name, _ := AliasOf(content)
	if name = aliasTarget(owner, name); name == "" {
		return nil
	}
	_, err := SetProperty(env, owner, name, x)
	return err
}
