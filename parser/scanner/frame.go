package scanner

import "slices"

// frameKind says which bracket is open.
type frameKind uint8

const (
	scriptFrame    frameKind = iota
	blockFrame               // { of a statement
	bodyFrame                // { of a script block, function or method
	subFrame                 // $( or @(
	parenFrame               // ( of an expression
	conditionFrame           // ( after if, while, switch …
	forFrame                 // ( after for
	foreachFrame             // ( after foreach
	hashFrame                // @{
	indexFrame               // [ of an index
	argumentFrame            // ( of a method call
	parameterFrame           // ( of a parameter list
	attributeFrame           // [Name(
	stringFrame              // inside "…"
	hereFrame                // inside @"…"@
	wordFrame                // inside a word with expansions
	classFrame
	enumFrame
	switchFrame
)

// mode says how the next characters are to be read.
type mode uint8

const (
	statementMode mode = iota // start of a statement: keywords are keywords
	pipeMode                  // start of a pipeline element: keywords are command names
	expressionMode
	commandMode     // arguments of a command
	commandNameMode // what & or . calls
	memberMode      // member name
	headerMode      // between a keyword and its block
	keyMode         // hash key or enumeration member
	classMode       // start of a class member
	switchMode      // condition of a switch clause
)

// header says what a header still waits for.
type header uint8

const (
	noHeader header = iota
	conditionHeader
	blockHeader
	doBlockHeader
	doTailHeader
	doConditionHeader
	forHeader
	foreachHeader
	switchHeader
	catchHeader
	dataHeader
	functionNameHeader
	functionBodyHeader
	paramHeader
	classHeader
	enumHeader
	usingHeader
	methodHeader
)

// phase says how far a script block has got; named blocks may not follow statements.
type phase uint8

const (
	noPhase phase = iota
	paramPhase
	namedPhase
	statementPhase
)

// clauses says which clauses may follow the block of a statement.
type clauses uint8

const (
	noClauses  clauses = iota
	ifClauses          // elseif, else
	tryClauses         // catch, finally
)

// frame is the context inside one open bracket.
type frame struct {
	id         int32 // index of its opener in Lexer.openers
	kind       frameKind
	mode       mode
	ret        mode // mode after a member name
	header     header
	phase      phase
	clauses    clauses
	semis      uint8 // separators seen in a for header
	ternaries  uint8 // ? whose : is still to come
	noMoreDash bool  // commandMode: -- has ended the parameters
	operand    bool  // expressionMode: the last token ended an operand
	typeBefore bool  // the last token was a type literal: a cast may follow
	member     bool  // the last token ended a member name: an adjacent ( is a call
	any        bool  // a token was emitted in this frame
}

// opener records an open bracket, so that the scan can be set back into it or behind it.
type opener struct {
	outer frame // the frame around it, as it was when the bracket opened
	pos   int32 // where the token of the bracket begins
	kind  frameKind
	mode  mode // of the frame it opened, at its beginning
}

// push opens a bracket.
func (l *Lexer) push(kind frameKind, m mode) {
	if len(l.stack) > l.maxNesting {
		l.tooDeep()
	}
	l.openers = append(l.openers, opener{outer: *l.f, pos: int32(l.start), kind: kind, mode: m})
	l.stack = append(l.stack, frame{id: int32(len(l.openers)) - 1, kind: kind, mode: m})
	l.f = &l.stack[len(l.stack)-1]
}

// nextID is the id that the next bracket will get.
func (l *Lexer) nextID() int { return len(l.openers) }

func (l *Lexer) pop() {
	l.stack = l.stack[:len(l.stack)-1]
	l.f = &l.stack[len(l.stack)-1]
}

// tooDeep ends the scan: everything behind this point is dropped.
func (l *Lexer) tooDeep() {
	if l.TooDeep {
		return
	}
	l.reportAt(l.start, l.start, "ScriptTooComplicated", "The script nests too deeply to be parsed.", false)
	l.src = l.src[:l.pos]
	l.TooDeep = true
}

// Restart sets the scan back to offset pos, inside the bracket with the given id (0 is the whole
// script), at the start of a statement, key, member or clause.
func (l *Lexer) Restart(pos int, id int32) {
	l.rebuild(id)
	open := l.openers[id]
	in := frame{id: id, kind: open.kind, mode: open.mode, any: true}
	if in.kind == scriptFrame || in.kind == bodyFrame {
		in.phase = statementPhase
	}
	l.stack = append(l.stack, in)
	l.moveTo(pos)
}

// Resume sets the scan back to offset pos, behind the bracket with the given id as if it had been
// closed there.
func (l *Lexer) Resume(pos int, id int32) {
	l.rebuild(id)
	l.moveTo(pos)
	l.f.any, l.last = true, RParen
}

// rebuild makes the stack of the frames around bracket id.
func (l *Lexer) rebuild(id int32) {
	l.stack = l.stack[:0]
	for id != 0 {
		outer := l.openers[id].outer
		l.stack = append(l.stack, outer)
		id = outer.id
	}
	slices.Reverse(l.stack)
}

func (l *Lexer) moveTo(pos int) {
	l.f = &l.stack[len(l.stack)-1]
	l.pos = pos
	l.queue, l.queued = l.queue[:0], 0
	l.last, l.lastEnd, l.primary, l.statementEnd, l.ended = Sep, -1, false, false, false
	for n := len(l.Diagnostics); n > 0 && l.Diagnostics[n-1].Token >= pos; n-- {
		l.Diagnostics = l.Diagnostics[:n-1]
	}
}
