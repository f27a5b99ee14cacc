package value

// TypeData are members added to whole types by Update-TypeData, by type name. The zero TypeData is empty.
type TypeData struct {
	names NameIndex
	bags  []*PSObject
	// DefaultDisplay and the other members of a MemberSet named PSStandardMembers stand in the bag under that name.
}

// Len is the number of type names with members.
func (d *TypeData) Len() int { return d.names.Len() }

// Bag is the members added to a type name, nil if there are none.
func (d *TypeData) Bag(typeName string) *PSObject {
	if d == nil {
		return nil
	}
	if i := d.names.Find(typeName); i >= 0 {
		return d.bags[i]
	}
	return nil
}

// Extend is Bag, made if need be.
func (d *TypeData) Extend(typeName string) *PSObject {
	i := d.names.Add(typeName)
	if i == len(d.bags) {
		d.bags = append(d.bags, NewCustom())
	}
	return d.bags[i]
}

// Remove forgets a type name.
func (d *TypeData) Remove(typeName string) {
	if i := d.names.Find(typeName); i >= 0 {
		d.bags[i] = NewCustom()
	}
}
