package bind

import "strings"

// Suggest are the names of the parameters nearest to a name that does not exist, the nearest first, at most three: "did you mean". A name is near
// if no more than a third of it has to be changed.
func (s *Signature) Suggest(name string) []string {
	if s.Prepare() != nil {
		return nil
	}
	limit := max(len(name)/3, 1)
	found := make([][]string, limit+1)
	for i := range s.Params {
		best := Distance(name, s.Params[i].Name, limit)
		for _, a := range s.Params[i].Aliases {
			best = min(best, Distance(name, a, limit))
		}
		if best <= limit {
			found[best] = append(found[best], s.Params[i].Name)
		}
	}
	var list []string
	for _, f := range found {
		list = append(list, f...)
	}
	return list[:min(len(list), 3)]
}

// Distance is the number of insertions, deletions, replacements and swaps of neighbours that make b of a, regardless of case; limit+1 if it
// is more than limit.
func Distance(a, b string, limit int) int {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	if d := len(x) - len(y); d > limit || -d > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit+1)
}
