package format

import "rehearse/runtime/value"

// fileViews are the views of files and folders: grouped by folder, the label indented by four (archive files/get-childitem).
func fileViews() []View {
	types := []string{"System.IO.FileInfo", "System.IO.DirectoryInfo"}
	folder := &GroupBy{Property: Property{Label: "Directory", Get: parentFolder}, Indent: 4}
	return []View{
		{Name: "children", TypeNames: types, Kind: TableView, GroupBy: folder, Items: []Property{
			{Name: "Mode", Width: 7}, {Label: "LastWriteTime", Width: 26, Align: AlignRight, Get: lastWriteTime},
			{Name: "Length", Width: 14, Align: AlignRight, Get: fileLength}, {Name: "Name"}}},
		{Name: "children", TypeNames: types, Kind: WideView, GroupBy: folder, Items: []Property{{Name: "Name"}}},
	}
}

// parentFolder is the folder of PSParentPath without the provider's name.
func parentFolder(env value.Env, v value.Value) (value.Value, error) {
	for _, name := range []string{"DirectoryName", "Parent"} {
		if x := property(env, v, name); !x.IsNull() {
			return value.OfString(value.ToString(x)), nil
		}
	}
	return value.NullValue, nil
}

// lastWriteTime is the short date, then the short time right-aligned in nine cells.
func lastWriteTime(env value.Env, v value.Value) (value.Value, error) {
	if x := property(env, v, "LastWriteTimeString"); !x.IsNull() {
		return x, nil
	}
	return property(env, v, "LastWriteTime"), nil
}

// fileLength is the size of a file; a folder has none.
func fileLength(env value.Env, v value.Value) (value.Value, error) {
	return property(env, v, "Length"), nil
}
