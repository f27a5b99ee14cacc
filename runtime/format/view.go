package format

import (
	"strings"

	"rehearse/runtime/value"
)

// ViewKind is which Format-* command a view serves.
type ViewKind uint8

// The kinds of views, as bits so that a look-up can ask for several.
const (
	TableView ViewKind = 1 << iota
	ListView
	WideView
	CustomView
	anyView = TableView | ListView | WideView | CustomView
)

// String is the kind as messages name it.
func (k ViewKind) String() string {
	switch k {
	case TableView:
		return "Table"
	case ListView:
		return "List"
	case WideView:
		return "Wide"
	}
	return "Custom"
}

// View is how objects of some types are displayed: the built-in ones stand in the tables of this package, others come from
// Update-FormatData (formatting README, sections 9 and 11).
type View struct {
	Name      string
	TypeNames []string
	Kind      ViewKind
	GroupBy   *GroupBy // nil for none

	// Columns of a table, items of a list, or the one property of a wide view. A list without items shows all properties.
	Items []Property
	// AutoSize, HideHeaders and Wrap are those of a table.
	AutoSize, HideHeaders, Wrap bool
	// ColumnNumber of a wide view; 0 is the default.
	ColumnNumber int
	// Custom is the content of a custom view.
	Custom []CustomItem
	// Unix takes the place of this view where the platform is not Windows; nil in most.
	Unix *View
	// Lines makes the lines of a built-in custom view; nil in others.
	Lines func(env value.Env, v value.Value, text func(value.Value) string) []string
}

// GroupBy is the grouping that a view brings along.
type GroupBy struct {
	Property
	// Indent is how far the label is indented, 3 in PowerShell's own groups but 4 for folders.
	Indent int
}

// CustomItem is one element of a custom view. Exactly one of its parts is used: Text, NewLine, Property or Frame.
type CustomItem struct {
	Text     string
	NewLine  bool
	Property *Property
	Frame    []CustomItem
	Indent   int // LeftIndent of a Frame
}

// Views are the views of one session: those that the script added before and after the built-in ones.
type Views struct {
	prepended, appended []*View
}

// Prepend puts views before the built-in ones; they win (Update-FormatData -PrependPath).
func (x *Views) Prepend(views ...*View) {
	x.prepended = append(append([]*View(nil), views...), x.prepended...)
}

// Append puts views after the built-in ones (Update-FormatData -AppendPath).
func (x *Views) Append(views ...*View) { x.appended = append(x.appended, views...) }

// find is the first view of one of the kinds for an object with these type names, nil if there is none. The first type name that
// has a view wins; Deserialized.X finds the views of X (formatting README, section 1). A name of "" accepts every view.
func (x *Views) find(typeNames []string, kinds ViewKind, name string) *View {
	for _, t := range typeNames {
		t = strings.TrimPrefix(t, deserialized)
		if v := x.findOne(t, kinds, name); v != nil {
			return v
		}
	}
	return nil
}

const deserialized = "Deserialized."

func (x *Views) findOne(typeName string, kinds ViewKind, name string) *View {
	if x != nil {
		if v := pick(x.prepended, typeName, kinds, name); v != nil {
			return v
		}
	}
	if v := pick(builtInViews(typeName), typeName, kinds, name); v != nil {
		return v
	}
	if x != nil {
		return pick(x.appended, typeName, kinds, name)
	}
	return nil
}

func pick(views []*View, typeName string, kinds ViewKind, name string) *View {
	for _, v := range views {
		if v.Kind&kinds != 0 && v.isFor(typeName) && (name == "" || value.EqualFold(v.Name, name)) {
			return v
		}
	}
	return nil
}

// isFor tells whether the view names the type.
func (v *View) isFor(typeName string) bool {
	for _, t := range v.TypeNames {
		if value.EqualFold(t, typeName) {
			return true
		}
	}
	return false
}

// accepts tells whether an object with these type names continues a run of this view.
func (v *View) accepts(typeNames []string) bool {
	for _, t := range typeNames {
		if v.isFor(strings.TrimPrefix(t, deserialized)) {
			return true
		}
	}
	return false
}

// named are the names of all views of a kind for these types, in order, each once.
func (x *Views) named(typeNames []string, kind ViewKind) []string {
	var names []string
	seen := map[string]bool{}
	add := func(views []*View, t string) {
		for _, v := range views {
			if v.Kind == kind && v.isFor(t) && !seen[v.Name] {
				seen[v.Name] = true
				names = append(names, v.Name)
			}
		}
	}
	for _, t := range typeNames {
		t = strings.TrimPrefix(t, deserialized)
		if x != nil {
			add(x.prepended, t)
		}
		add(builtInViews(t), t)
		if x != nil {
			add(x.appended, t)
		}
	}
	return names
}
