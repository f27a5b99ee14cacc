package format

import (
	"strings"

	"rehearse/runtime/value"
)

// Shaper decides how objects look and emits format objects for them: the work of the Format-* cmdlets, and of a Writer for
// objects that no cmdlet has shaped. Write and Close are called like the stages of a pipeline.
type Shaper struct {
	env  value.Env
	s    *Settings
	text texter // made at the first object, when $FormatEnumerationLimit is read
	emit func(value.Value) error

	kind   ViewKind // TableView …, or anyView for the default display
	opts   Options
	table  TableOptions
	wide   WideOptions
	custom CustomOptions

	started bool
	view    *View
	shape   shape
	columns []Property // of a table
	group   groupState
	seen    typeMemo
	fields  int      // of the last object in a list, a guess for the next
	failed  []string // expressions that failed, for -ShowError
}

func newShaper(env value.Env, s *Settings, kind ViewKind, opts Options, emit func(value.Value) error) *Shaper {
	return &Shaper{env: env, s: s, kind: kind, opts: opts, emit: emit}
}

// ShapeTable is Format-Table. The error is that of options that exclude each other.
func ShapeTable(env value.Env, s Settings, o TableOptions, emit func(value.Value) error) (*Shaper, error) {
	x := newShaper(env, &s, TableView, o.Options, emit)
	x.table = o
	return x, x.check()
}

// ShapeList is Format-List.
func ShapeList(env value.Env, s Settings, o ListOptions, emit func(value.Value) error) (*Shaper, error) {
	x := newShaper(env, &s, ListView, o.Options, emit)
	return x, x.check()
}

// ShapeWide is Format-Wide.
func ShapeWide(env value.Env, s Settings, o WideOptions, emit func(value.Value) error) (*Shaper, error) {
	x := newShaper(env, &s, WideView, o.Options, emit)
	x.wide = o
	if o.AutoSize && o.Column > 0 {
		return x, invalidData("FormatCannotSpecifyAutosizeAndColumns", "Cmdlet parameters AutoSize and Column are mutually exclusive.")
	}
	return x, x.check()
}

// ShapeCustom is Format-Custom.
func ShapeCustom(env value.Env, s Settings, o CustomOptions, emit func(value.Value) error) (*Shaper, error) {
	x := newShaper(env, &s, CustomView, o.Options, emit)
	x.custom = o
	if x.custom.Depth <= 0 {
		x.custom.Depth = 5
	}
	return x, x.check()
}

// shapeDefault is the default display.
func shapeDefault(env value.Env, s *Settings, emit func(value.Value) error) *Shaper {
	x := newShaper(env, s, anyView, Options{}, emit)
	x.custom.Depth = 5
	return x
}

func (x *Shaper) check() error {
	if x.opts.View != "" && x.opts.Property != nil {
		return invalidData("FormatCannotSpecifyViewAndProperty", "Cmdlet parameters View and Property are mutually exclusive.")
	}
	return nil
}

// Write shapes one object of the pipeline; a collection is taken apart one level unless -Expand says otherwise. What another Format-*
// command has shaped goes on as it is.
func (x *Shaper) Write(v value.Value) error {
	if v.IsNull() {
		return nil
	}
	if IsFormatData(v) {
		return x.emit(v)
	}
	if x.text.s == nil {
		x.text = newTexter(x.env, x.s)
	}
	if !isCollection(v) || x.opts.Expand == CoreOnly {
		return x.object(v)
	}
	if x.opts.Expand == Both {
		return x.both(v)
	}
	return eachElement(v, x.object)
}

// Close ends what was begun; another Write begins anew.
func (x *Shaper) Close() error {
	if !x.started {
		return nil
	}
	x.started = false
	if x.opts.ShowError {
		for _, e := range x.failed {
			if err := x.emit(value.Of(&FormatEntryData{outOfBand: true, kind: textEntry, text: "Exception: Failed to evaluate expression \"" + e + "\"."})); err != nil {
				return err
			}
		}
		x.failed = nil
	}
	if err := x.emit(value.Of(&GroupEndData{})); err != nil {
		return err
	}
	return x.emit(value.Of(&FormatEndData{}))
}

func (x *Shaper) object(v value.Value) error {
	if v.IsNull() {
		return nil
	}
	if !x.opts.Force {
		if e := x.outOfBand(v); e != nil {
			return x.emit(value.Of(e))
		}
	}
	if !x.started {
		if err := x.start(v); err != nil {
			return err
		}
	} else if x.view != nil && !x.seen.accepts(x.view, v) {
		return x.emit(value.Of(x.foreign(v)))
	}
	if err := x.regroup(v); err != nil {
		return err
	}
	return x.emit(value.Of(x.entry(v)))
}

// outOfBand is the entry of an object that stands by itself: text and error records.
func (x *Shaper) outOfBand(v value.Value) *FormatEntryData {
	if r, ok := value.As[*value.ErrorRecord](v.Base()); ok {
		if isExtendedError(v) {
			return nil
		}
		lines, blank := errorLines(x.env, r, x.s)
		if blank {
			lines = append(lines, "")
		}
		return &FormatEntryData{outOfBand: true, kind: errorEntry, text: strings.Join(lines, "\n"), record: r}
	}
	if label, ok := messageLabel(v); ok {
		text := x.text.stringer(v)
		if x.s.host && label != "" {
			text = StreamText(label, text, *x.s)
		}
		return &FormatEntryData{outOfBand: true, kind: textEntry, text: text}
	}
	if isText(x.env, v) {
		text := ""
		if o, ok := v.Object().(*value.PSObject); !ok || !o.IsCustom() || o.Shape().Find("ToString") >= 0 {
			text = x.text.stringer(v)
		}
		return &FormatEntryData{outOfBand: true, kind: textEntry, text: text}
	}
	return nil
}

// foreign is an object of another type among those of a view: a list of its own properties between empty lines.
func (x *Shaper) foreign(v value.Value) *FormatEntryData {
	return x.allFields(&FormatEntryData{outOfBand: true, kind: listEntry}, v)
}

// start chooses the shape by the first object.
func (x *Shaper) start(v value.Value) error {
	x.started = true
	x.view, x.columns, x.seen = nil, nil, typeMemo{}
	x.group = groupState{by: x.opts.GroupBy, indent: 3}
	if x.opts.Property == nil || x.opts.View != "" {
		if err := x.findView(v); err != nil {
			return err
		}
	}
	kind := x.kind
	switch {
	case x.view != nil:
		kind = x.view.Kind
		if g := x.view.GroupBy; g != nil && x.group.by == nil {
			x.group.by, x.group.indent, x.group.fromView = &g.Property, g.Indent, true
		}
	case kind == anyView:
		kind = TableView
		if len(displayedNames(x.env, v)) > 4 {
			kind = ListView
		}
	}
	d := &FormatStartData{}
	switch kind {
	case TableView:
		d.shape, d.table = tableOf, x.startTable(v)
	case ListView:
		d.shape = listOf
	case WideView:
		d.shape, d.wide = wideOf, x.startWide()
	case CustomView:
		d.shape = customOf
		if x.view != nil && x.view.Lines != nil {
			d.shape = customViewOf
		}
	}
	x.shape = d.shape
	return x.emit(value.Of(d))
}

func (x *Shaper) findView(v value.Value) error {
	names := value.TypeNames(v)
	x.view = x.s.Views.find(names, x.kind, x.opts.View)
	if x.view != nil && x.view.Unix != nil && onUnix(x.env) {
		x.view = x.view.Unix
	}
	if x.view != nil || x.opts.View == "" {
		return nil
	}
	x.started = false
	return viewNotFound(x.s.Views, x.opts.View, x.kind, v)
}

// entry is an object in the shape of the run.
func (x *Shaper) entry(v value.Value) *FormatEntryData {
	switch x.shape {
	case tableOf:
		return x.row(v)
	case listOf:
		return x.listEntry(v)
	case wideOf:
		return x.wideEntry(v)
	}
	return x.customEntry(v)
}

// typeMemo remembers the last list of type names that a view accepted or not; runs of one type need no look-up.
type typeMemo struct {
	first    *string
	n        int
	accepted bool
}

func (m *typeMemo) accepts(view *View, v value.Value) bool {
	names := value.TypeNames(v)
	if len(names) == 0 {
		return false
	}
	if m.first != &names[0] || m.n != len(names) {
		m.first, m.n, m.accepted = &names[0], len(names), view.accepts(names)
	}
	return m.accepted
}
