package host

import "strings"

// Root is the root that a full path begins with: "/", `C:\` or `\\server\share\`.
func Root(p Platform, full string) string {
	if p != Windows {
		return "/"
	}
	root := windowsRoot(full)
	if len(full) > len(root) && full[len(root)] == '\\' {
		return full[:len(root)+1]
	}
	return root
}

// Join is a name below a folder.
func Join(p Platform, folder, name string) string {
	s := p.Separator()
	if strings.HasSuffix(folder, s) {
		return folder + name
	}
	return folder + s + name
}
