package format

import (
	"strings"
	"sync"

	"rehearse/runtime/value"
)

// builtInViews are the views that come with the engine for a type name. The index is made when something is first displayed.
func builtInViews(typeName string) []*View {
	return viewIndex()[strings.ToLower(typeName)]
}

var viewIndex = sync.OnceValue(func() map[string][]*View {
	index := map[string][]*View{}
	for _, views := range [][]View{dataViews(), engineViews(), fileViews(), itemViews()} {
		for i := range views {
			for _, t := range views[i].TypeNames {
				t = strings.ToLower(t)
				index[t] = append(index[t], &views[i])
			}
		}
	}
	return index
})

// table is a table view of one type whose columns are properties.
func table(typeName string, columns ...Property) View {
	return View{Name: typeName, TypeNames: []string{typeName}, Kind: TableView, Items: columns}
}

// list is a list view of one type.
func list(typeName string, names ...string) View {
	v := View{Name: typeName, TypeNames: []string{typeName}, Kind: ListView}
	for _, n := range names {
		v.Items = append(v.Items, Property{Name: n})
	}
	return v
}

// col is a column of a width, 0 for a free one.
func col(name string, width int) Property { return Property{Name: name, Width: width} }

// property is a property of v, $null if it has none.
func property(env value.Env, v value.Value, name string) value.Value {
	x, _, err := value.GetProperty(env, v, name)
	if err != nil {
		return value.NullValue
	}
	return x
}
