package value

import (
	"strconv"
	"strings"

	"rehearse/runtime/text"
)

// Position is where something stands in a source, for errors to show: line 0 if nowhere.
type Position struct {
	File         string
	Line, Column int
	before       []uint16 // of the line, tabs expanded, blanks at its end cut off
	marked       []uint16
	after        []uint16
}

// Position is the place of the extent with its first line.
func (x Extent) Position() Position {
	if x.Source == nil {
		return Position{}
	}
	p := Position{File: x.Source.FileName()}
	p.Line, p.Column = x.Source.LineColumn(int(x.Start))
	endLine, endColumn := x.Source.LineColumn(int(x.End))
	line := text.ToUtf16(strings.TrimRight(x.Source.LineText(p.Line), " \t\r\n"))
	begin := min(p.Column-1, len(line))
	end := len(line)
	if endLine == p.Line {
		end = min(max(endColumn-1, begin), len(line))
	}
	p.before, p.marked, p.after = expandTabs(line[:begin]), expandTabs(line[begin:end]), expandTabs(line[end:])
	return p
}

// expandTabs replaces each tab by four blanks.
func expandTabs(units []uint16) []uint16 {
	for i, u := range units {
		if u == '\t' {
			out := append([]uint16(nil), units[:i]...)
			for _, u := range units[i:] {
				if u == '\t' {
					out = append(out, ' ', ' ', ' ', ' ')
				} else {
					out = append(out, u)
				}
			}
			return out
		}
	}
	return units
}

// SourceWindow is the part of a source line that fits in 69 columns around an extent.
type SourceWindow struct {
	Before, Marked, After string // with "… " and " …" where something was cut off
	Start, Length         int    // of the underline
}

// Window cuts the line (errors README, section 1.3). Columns are UTF-16 units.
func (p *Position) Window() SourceWindow {
	const most = 69
	pre, ext, suf := len(p.before), len(p.marked), len(p.after)
	dotsLeft, dotsRight := false, false
	if pre+ext+suf > most {
		p0, s0 := pre, suf
		pre, suf = min(pre, 12), min(suf, 8)
		if total := pre + ext + suf; total >= most {
			if pre+ext >= most {
				ext = most - pre
			}
			suf = min(s0, most-pre-ext)
			dotsRight = true
		} else {
			if p0 > pre {
				pre = min(p0, pre+most-total)
				total = pre + ext + suf
			}
			if s0 > suf {
				suf = min(s0, suf+most-total)
			}
			dotsRight = suf < s0
		}
		dotsLeft = pre < p0
	}
	w := SourceWindow{
		Before: text.FromUtf16(p.before[len(p.before)-pre:]), Marked: text.FromUtf16(p.marked[:ext]), After: text.FromUtf16(p.after[:suf]),
		Start: pre, Length: max(ext, 1),
	}
	if dotsLeft {
		w.Before = "…" + " " + w.Before
		w.Start += 2
	}
	if dotsRight {
		w.After += " " + "…"
	}
	return w
}

// PositionMessage is InvocationInfo.PositionMessage: "At FILE:L char:C", the source line and its underline; "" without a position.
func (x Extent) PositionMessage() string {
	p := x.Position()
	if p.Line == 0 {
		return ""
	}
	where := "line"
	if p.File != "" {
		where = p.File
	}
	w := p.Window()
	if len(p.marked) == 0 && len(p.after) == 0 {
		w.Start += max(0, p.Column-1-len(p.before)) // beyond the end of the line
	}
	return "At " + where + ":" + strconv.Itoa(p.Line) + " char:" + strconv.Itoa(p.Column) + "\n+ " + w.Before + w.Marked + w.After +
		"\n+ " + strings.Repeat(" ", w.Start) + strings.Repeat("~", w.Length)
}
