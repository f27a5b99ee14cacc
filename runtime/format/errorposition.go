package format

import (
	"strconv"
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// errorPosition is where an error happened: line 0 if nowhere.
type errorPosition struct {
	file         string
	line, column int
	before       []uint16 // of the line, tabs expanded, blanks at its end cut off
	marked       []uint16
	after        []uint16
}

// positionOf is the position of a record's invocation.
func positionOf(r *value.ErrorRecord) errorPosition {
	if r.Invocation == nil {
		return errorPosition{}
	}
	return positionOfExtent(r.Invocation.Extent)
}

func positionOfExtent(x value.Extent) errorPosition {
	if x.Source == nil {
		return errorPosition{}
	}
	p := errorPosition{file: x.Source.FileName()}
	p.line, p.column = x.Source.LineColumn(int(x.Start))
	endLine, endColumn := x.Source.LineColumn(int(x.End))
	line := text.ToUtf16(strings.TrimRight(x.Source.LineText(p.line), " \t\r\n"))
	begin := min(p.column-1, len(line))
	end := len(line)
	if endLine == p.line {
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

// sourceWindow is the part of a source line that fits in 69 columns around an extent.
type sourceWindow struct {
	before, marked, after string // with "… " and " …" where something was cut off
	start, length         int    // of the underline
}

// window cuts the line (errors README, section 1.3). Columns are UTF-16 units.
func (p *errorPosition) window() sourceWindow {
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
	w := sourceWindow{
		before: text.FromUtf16(p.before[len(p.before)-pre:]), marked: text.FromUtf16(p.marked[:ext]), after: text.FromUtf16(p.after[:suf]),
		start: pre, length: max(ext, 1),
	}
	if dotsLeft {
		w.before = ellipsis + " " + w.before
		w.start += 2
	}
	if dotsRight {
		w.after += " " + ellipsis
	}
	return w
}

// PositionMessage is InvocationInfo.PositionMessage: "At FILE:L char:C", the source line and its underline; "" without a position.
func PositionMessage(x value.Extent) string {
	p := positionOfExtent(x)
	if p.line == 0 {
		return ""
	}
	where := "line"
	if p.file != "" {
		where = p.file
	}
	w := p.window()
	return "At " + where + ":" + strconv.Itoa(p.line) + " char:" + strconv.Itoa(p.column) + "\n+ " + w.before + w.marked + w.after +
		"\n+ " + blanks(w.start) + strings.Repeat("~", w.length)
}
