package value

import "math/bits"

// IntroSort sorts a as List[T].Sort and Array.Sort of .NET do, down to the order in which equal elements come out; Sort-Object
// uses the same routine, so scripts can see that order (oracle/objects, section 5). compare is negative if x comes before y.
func IntroSort[T any](a []T, compare func(x, y T) int) {
	if len(a) > 1 {
		s := introSorter[T]{compare}
		s.intro(a, 2*bits.Len(uint(len(a))))
	}
}

// smallSort is the longest list that insertion sorts.
const smallSort = 16

type introSorter[T any] struct{ compare func(x, y T) int }

func (s introSorter[T]) intro(a []T, depth int) {
	for len(a) > 1 {
		switch {
		case len(a) == 2:
			s.swapIfGreater(a, 0, 1)
			return
		case len(a) == 3:
			s.swapIfGreater(a, 0, 1)
			s.swapIfGreater(a, 0, 2)
			s.swapIfGreater(a, 1, 2)
			return
		case len(a) <= smallSort:
			s.insertion(a)
			return
		case depth == 0:
			s.heap(a)
			return
		}
		depth--
		p := s.partition(a)
		s.intro(a[p+1:], depth)
		a = a[:p]
	}
}

func (s introSorter[T]) swapIfGreater(a []T, i, j int) {
	if s.compare(a[i], a[j]) > 0 {
		a[i], a[j] = a[j], a[i]
	}
}

func (s introSorter[T]) insertion(a []T) {
	for i := 1; i < len(a); i++ {
		x := a[i]
		j := i
		for j > 0 && s.compare(x, a[j-1]) < 0 {
			a[j] = a[j-1]
			j--
		}
		a[j] = x
	}
}

// partition puts the median of three in its place and returns that place. The scans stop at the ends even if compare contradicts itself.
func (s introSorter[T]) partition(a []T) int {
	high := len(a) - 1
	middle := high / 2
	s.swapIfGreater(a, 0, middle)
	s.swapIfGreater(a, 0, high)
	s.swapIfGreater(a, middle, high)
	pivot := a[middle]
	a[middle], a[high-1] = a[high-1], a[middle]
	left, right := 0, high-1
	for left < right {
		for left++; left < high && s.compare(a[left], pivot) < 0; left++ {
		}
		for right--; right > 0 && s.compare(pivot, a[right]) < 0; right-- {
		}
		if left >= right {
			break
		}
		a[left], a[right] = a[right], a[left]
	}
	if left != high-1 {
		a[left], a[high-1] = a[high-1], a[left]
	}
	return left
}

func (s introSorter[T]) heap(a []T) {
	for i := len(a) / 2; i >= 1; i-- {
		s.down(a, i, len(a))
	}
	for i := len(a); i > 1; i-- {
		a[0], a[i-1] = a[i-1], a[0]
		s.down(a, 1, i-1)
	}
}

// down lets the i-th element, counted from 1, sink in a heap of n.
func (s introSorter[T]) down(a []T, i, n int) {
	x := a[i-1]
	for i <= n/2 {
		child := 2 * i
		if child < n && s.compare(a[child-1], a[child]) < 0 {
			child++
		}
		if s.compare(x, a[child-1]) >= 0 {
			break
		}
		a[i-1] = a[child-1]
		i = child
	}
	a[i-1] = x
}
