package runtime

import "rehearse/runtime/value"

// handlerType is an exception type of a catch clause or trap, by the handler's place in the source.
type handlerType struct {
	handler int
	typ     *value.Type
}

// handlerFor finds the typed handler for an error, and the exception that its type matched; -1 if no type fits. The inner exception of
// a wrapper comes before the wrapper; what a Stop preference raised is first an ActionPreferenceStopException, then the error itself
// (oracle/flow, section 4, try / catch / finally).
func handlerFor(types []handlerType, r *value.ErrorRecord) (int, *value.Exception) {
	if len(types) == 0 {
		return -1, nil
	}
	if r.Stopping {
		if i := nearestHandler(types, value.ActionPreferenceStopException); i >= 0 {
			return i, r.Exception
		}
	}
	outer := r.Exception
	if inner := outer.Inner; inner != nil && outer.Type.Is(value.RuntimeException) {
		if i := nearestHandler(types, inner.Type); i >= 0 {
			return i, inner
		}
	}
	if i := nearestHandler(types, outer.Type); i >= 0 {
		return i, outer
	}
	if r.Thrown && !outer.Type.Is(value.RuntimeException) {
		// throw wraps exceptions of other kinds, and the wrapper can be named too.
		if i := nearestHandler(types, value.RuntimeException); i >= 0 {
			return i, outer
		}
	}
	return -1, nil
}

// nearestHandler is the handler that names t exactly, else the first one that names a base of it.
func nearestHandler(types []handlerType, t *value.Type) int {
	for _, h := range types {
		if h.typ == t {
			return h.handler
		}
	}
	for _, h := range types {
		if t.Is(h.typ) {
			return h.handler
		}
	}
	return -1
}

// matchCatch finds the clause for an error; nil if none takes it. A clause that names an unknown type is an error of its own.
func (f *Frame) matchCatch(clauses []catchClause, r *value.ErrorRecord) (*catchClause, *value.Exception, error) {
	var buf [8]handlerType
	types := buf[:0]
	other := -1
	for i := range clauses {
		if len(clauses[i].types) == 0 {
			other = i
		}
		for _, site := range clauses[i].types {
			t, err := site.resolve(f)
			if err != nil {
				return nil, nil, err
			}
			types = append(types, handlerType{i, t})
		}
	}
	i, caught := handlerFor(types, r)
	if i < 0 {
		if i = other; i < 0 {
			return nil, nil, nil
		}
	}
	return &clauses[i], caught, nil
}
