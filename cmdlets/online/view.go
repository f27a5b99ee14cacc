package online

import "rehearse/runtime/format"

// ListView shows the objects of a type as a list of these properties, in this order.
func ListView(typeName string, properties ...string) *format.View {
	return view(format.ListView, typeName, properties)
}

// TableView shows the objects of a type as a table with these columns.
func TableView(typeName string, columns ...string) *format.View {
	return view(format.TableView, typeName, columns)
}

func view(kind format.ViewKind, typeName string, names []string) *format.View {
	items := make([]format.Property, len(names))
	for i, name := range names {
		items[i].Name = name
	}
	return &format.View{Name: typeName, TypeNames: []string{typeName}, Kind: kind, Items: items}
}
