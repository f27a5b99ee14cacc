package host

import "strings"

// FullPath makes path full against the current folder; ~ is home. Separators become those of the platform, . and .. are resolved
// without leaving the root.
func FullPath(p Platform, current, home, path string) string {
	if path == "~" || strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`) {
		path = home + path[1:]
	}
	if p == Windows {
		return windowsFull(current, path)
	}
	path = strings.ReplaceAll(path, `\`, "/")
	if !strings.HasPrefix(path, "/") {
		path = current + "/" + path
	}
	return "/" + strings.Join(clean(strings.Split(path, "/")), "/")
}

func windowsFull(current, path string) string {
	path = strings.ReplaceAll(path, "/", `\`)
	switch {
	case strings.HasPrefix(path, `\\`):
	case strings.HasPrefix(path, `\`):
		path = windowsRoot(current) + path
	case hasDrive(path):
	default:
		path = current + `\` + path
	}
	root := windowsRoot(path)
	return root + `\` + strings.Join(clean(strings.Split(path[len(root):], `\`)), `\`)
}

// windowsRoot is "C:" or "\\server\share".
func windowsRoot(path string) string {
	if strings.HasPrefix(path, `\\`) {
		parts := strings.SplitN(path[2:], `\`, 3)
		if len(parts) >= 2 {
			return `\\` + parts[0] + `\` + parts[1]
		}
		return path
	}
	if hasDrive(path) {
		return strings.ToUpper(path[:1]) + ":"
	}
	return ""
}

// hasDrive tells whether a path begins with the letter of a drive.
func hasDrive(path string) bool {
	return len(path) >= 2 && path[1] == ':' && (path[0]|0x20 >= 'a' && path[0]|0x20 <= 'z')
}

func clean(parts []string) []string {
	var out []string
	for _, s := range parts {
		switch s {
		case "", ".":
		case "..":
			if len(out) > 0 {
				out = out[:len(out)-1]
			}
		default:
			out = append(out, s)
		}
	}
	return out
}

// Separator is \ on Windows and / elsewhere.
func (p Platform) Separator() string {
	if p == Windows {
		return `\`
	}
	return "/"
}

// Folder is the folder part of a full path.
func Folder(p Platform, path string) string {
	s := p.Separator()
	i := strings.LastIndex(path, s)
	switch {
	case i < 0:
		return ""
	case p == Windows && i == 2 && path[1] == ':', i == 0:
		return path[:i+1]
	}
	return path[:i]
}

// Base is the last part of a path.
func Base(p Platform, path string) string {
	return path[strings.LastIndex(path, p.Separator())+1:]
}

// relative is a full path as one below a folder: the drive becomes a folder.
func relative(p Platform, path string) string {
	if p == Windows {
		path = strings.ReplaceAll(strings.TrimPrefix(path, `\\`), `\`, "/")
		return strings.Replace(path, ":", "", 1)
	}
	return strings.TrimPrefix(path, "/")
}
