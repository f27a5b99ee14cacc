package value

import "slices"

// TypeData are members added to whole types by Update-TypeData, by type name. The zero TypeData is empty.
type TypeData struct {
	names NameIndex
	bags  []*PSObject // a MemberSet named PSStandardMembers holds DefaultDisplayPropertySet and the like
}

// Len is the number of type names that ever had members.
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

// Names are the type names that have members, in alphabetical order.
func (d *TypeData) Names() []string {
	var names []string
	for i, n := range d.names.Names() {
		if d.bags[i] != nil {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return names
}

// Extend is Bag, made if need be.
func (d *TypeData) Extend(typeName string) *PSObject {
	i := d.names.Add(typeName)
	if i == len(d.bags) {
		d.bags = append(d.bags, nil)
	}
	if d.bags[i] == nil {
		d.bags[i] = NewCustom()
	}
	return d.bags[i]
}

// Remove forgets a type name; false if it has no members.
func (d *TypeData) Remove(typeName string) bool {
	i := d.names.Find(typeName)
	if i < 0 || d.bags[i] == nil {
		return false
	}
	d.bags[i] = nil
	return true
}
