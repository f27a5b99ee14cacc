package xmldom

import "strings"

// Writer lays out a tree as text. The zero Writer writes everything on one line.
type Writer struct {
	Layout
	b strings.Builder
}
