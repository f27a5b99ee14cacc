package text

import "sync"

// cache keeps the values that were used last, in two generations: when the young one is full it becomes the old one,
// and what is asked for in the old one moves back. A lookup costs one or two map reads, and at most 2·limit values stay.
type cache[K comparable, V any] struct {
	mutex      sync.Mutex
	young, old map[K]V
	limit      int
}

// get is the cached value or what build makes of key. Values are not cached if build fails.
func (c *cache[K, V]) get(key K, build func(K) (V, error)) (V, error) {
	c.mutex.Lock()
	v, ok := c.young[key]
	if !ok {
		if v, ok = c.old[key]; ok {
			c.put(key, v)
		}
	}
	c.mutex.Unlock()
	if ok {
		return v, nil
	}
	v, err := build(key)
	if err != nil {
		return v, err
	}
	c.mutex.Lock()
	c.put(key, v)
	c.mutex.Unlock()
	return v, nil
}

func (c *cache[K, V]) put(key K, v V) {
	if c.young == nil || len(c.young) >= c.limit {
		c.old, c.young = c.young, make(map[K]V, c.limit)
	}
	c.young[key] = v
}
