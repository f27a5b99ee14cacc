package format

import (
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// fileViews are the views of files and folders: grouped by folder, the label indented by four (archive files/get-childitem).
func fileViews() []View {
	types := []string{"System.IO.FileInfo", "System.IO.DirectoryInfo"}
	folder := &GroupBy{Property: Property{Label: "Directory", Get: parentFolder}, Indent: 4}
	unix := &View{Name: "childrenWithUnixStat", TypeNames: types, Kind: TableView, GroupBy: folder, Items: []Property{
		col("UnixMode", 10), col("User", 16), col("Group", 16), {Name: "LastWriteTime", FormatString: "{0,10:d} {0:HH:mm}", Width: 18, Align: AlignRight},
		{Name: "Size", Width: 14, Align: AlignRight}, {Name: "Name"}}}
	return []View{
		{Name: "children", TypeNames: types, Kind: TableView, GroupBy: folder, Unix: unix, Items: []Property{
			{Name: "Mode", Width: 7}, {Name: "LastWriteTime", FormatString: "{0,10:d}  {0,8:t}", Width: 26, Align: AlignRight},
			{Name: "Length", Width: 14, Align: AlignRight}, {Name: "Name"}}},
		{Name: "children", TypeNames: types, Kind: WideView, GroupBy: folder, Items: []Property{{Name: "Name"}}},
	}
}

// onUnix tells whether the host's platform is not Windows.
func onUnix(env value.Env) bool {
	if env == nil {
		return false
	}
	h, ok := env.Host().(*host.Host)
	return ok && h != nil && h.Platform != host.Windows
}

// parentFolder is the folder that holds the item.
func parentFolder(env value.Env, v value.Value) (value.Value, error) {
	for _, name := range []string{"DirectoryName", "Parent"} {
		if x := property(env, v, name); !x.IsNull() {
			return value.OfString(value.ToString(x)), nil
		}
	}
	return value.NullValue, nil
}
