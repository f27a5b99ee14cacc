package runtime

import (
	"strings"

	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// inputList is $input: what the pipeline sent so far, as an enumerator; $switch and $foreach are such enumerators too.
type inputList struct {
	items []value.Value
	next  int // of the element after the current one
}

// onlyUnder as the input of a frame stands for the one object that is $_, as in a process block of ForEach-Object.
var onlyUnder = &inputList{}

// TypeOf is the enumerator's type.
func (*inputList) TypeOf() *value.Type { return typeArrayListEnumerator }

var typeArrayListEnumerator = &value.Type{Name: "ArrayListEnumeratorSimple", FullName: "System.Collections.ArrayList+ArrayListEnumeratorSimple",
	Base: value.TypeObject, Iface: []*value.Type{value.IfaceEnumerable}}

// newInput is an enumerator over what a foreach or switch statement would iterate.
func newInput(v value.Value) *inputList {
	l := &inputList{}
	switch {
	case v.IsNull():
	case isList(v):
		l.items = append(l.items, ListOf(v)...)
	default:
		l.items = []value.Value{v}
	}
	return l
}

// Each yields what has not been read.
func (l *inputList) Each(yield func(value.Value) error) error {
	for l.next < len(l.items) {
		v := l.items[l.next]
		l.next++
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

// move goes to the next element.
func (l *inputList) move() bool {
	if l.next >= len(l.items) {
		l.next = len(l.items) + 1
		return false
	}
	l.next++
	return true
}

// current is the element that was read last, $null before the first and after the end.
func (l *inputList) current() value.Value {
	if l.next < 1 || l.next > len(l.items) {
		return value.NullValue
	}
	return l.items[l.next-1]
}

// overInput runs a turn for each element; a turn may move the enumerator itself.
func (f *Frame) overInput(l *inputList, turn func(value.Value) (bool, ctl, error)) (ctl, error) {
	for l.move() {
		if again, how, err := turn(l.current()); !again {
			return how, err
		}
	}
	return ctlNext, nil
}

// standardInput is $input of a script whose standard input is redirected: its lines.
func standardInput(in *host.Input) *inputList {
	l := &inputList{}
	for line := range strings.Lines(in.Drain()) {
		l.items = append(l.items, value.OfString(strings.TrimRight(line, "\r\n")))
	}
	return l
}

// inputMembers are Current, MoveNext and Reset.
func inputMembers() {
	typeArrayListEnumerator.Members = &value.Members{
		Properties: []value.Property{row("Current", nil, (*inputList).current)},
		Methods: []value.Method{
			{Name: "MoveNext", Overloads: []value.Overload{{Return: value.TypeBool, Call: func(_ value.Env, self value.Value, _ []value.Value) (value.Value, error) {
				l, _ := value.As[*inputList](self.Base())
				return value.OfBool(l.move()), nil
			}}}},
			{Name: "Reset", Overloads: []value.Overload{{Call: func(_ value.Env, self value.Value, _ []value.Value) (value.Value, error) {
				l, _ := value.As[*inputList](self.Base())
				l.next = 0
				return value.NothingValue, nil
			}}}},
		},
	}
}
