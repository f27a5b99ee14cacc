package plan

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"rehearse/state"
)

// value is a field's value as a person reads it: what it refers to by its name, and a switch that is off as "no". other is the value on
// the other side of the change.
func (s *screen) value(field string, v, other any) string {
	if _, ok := other.(bool); ok && v == nil {
		return "no"
	}
	if id, ok := v.(string); ok && id != "" {
		if name := s.name(field, id); name != "" {
			return name
		}
	}
	return show(v)
}

// name is what the record with an id is called; "" for fields that hold no id and ids that nothing has.
func (s *screen) name(field, id string) string {
	if s.tenant == nil {
		return ""
	}
	switch field {
	case "assignedPstnTargetId", "userId":
		if u := s.tenant.User(id); u != nil {
			return u.UserPrincipalName
		}
	case "civicAddressId":
		if a := s.tenant.CivicAddress(id); a != nil {
			return a.Key()
		}
	case "groupId":
		if g := s.tenant.Group(id); g != nil {
			return g.DisplayName
		}
	}
	return ""
}

func empty(v any) bool {
	if v == nil {
		return true
	}
	r := reflect.ValueOf(v)
	switch r.Kind() {
	case reflect.String, reflect.Slice, reflect.Map:
		return r.Len() == 0
	case reflect.Bool:
		return !r.Bool()
	case reflect.Int, reflect.Int64:
		return r.Int() == 0
	}
	return false
}

// show is a value as a person reads it.
func show(v any) string {
	switch x := v.(type) {
	case nil:
		return "(none)"
	case string:
		if x == "" {
			return "(none)"
		}
		return x
	case bool:
		if x {
			return "yes"
		}
		return "no"
	case time.Time:
		return x.UTC().Format("2006-01-02 15:04")
	case []string:
		if len(x) == 0 {
			return "(none)"
		}
		return strings.Join(x, ", ")
	case state.Fields:
		var parts []string
		for _, f := range x {
			if !empty(f.Value) && !bookkeeping(f.Name) {
				parts = append(parts, show(f.Value))
			}
		}
		return strings.Join(parts, " ")
	}
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Slice {
		if r.Len() == 0 {
			return "(none)"
		}
		parts := make([]string, r.Len())
		for i := range parts {
			parts[i] = show(r.Index(i).Interface())
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}

func isList(v any) bool {
	_, record := v.(state.Fields)
	return v != nil && !record && reflect.TypeOf(v).Kind() == reflect.Slice
}

// listDiff shows lists by what came and went.
func listDiff(before, after any) (string, bool) {
	b, a := elements(before), elements(after)
	var out []string
	for _, x := range b {
		if !slices.Contains(a, x) {
			out = append(out, "-"+x)
		}
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			out = append(out, "+"+x)
		}
	}
	return strings.Join(out, " "), len(out) > 0
}

func elements(v any) []string {
	r := reflect.ValueOf(v)
	if v == nil || r.Kind() != reflect.Slice {
		if v == nil {
			return nil
		}
		return []string{show(v)}
	}
	out := make([]string, r.Len())
	for i := range out {
		out[i] = show(r.Index(i).Interface())
	}
	return out
}
