package file

import (
	"fmt"
	"testing"
	"time"

	"rehearse/state"
)

func BenchmarkBuiltin(b *testing.B) {
	for b.Loop() {
		d, err := Builtin("")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := d.Tenant(state.NewClock(time.Time{}, state.Fast)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for _, users := range []int{25, 2000, 20000} {
		text := Encode(Init(users, 1))
		b.Run(fmt.Sprintf("decode-%d", users), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Decode("x", text); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("tenant-%d", users), func(b *testing.B) {
			d, err := Decode("x", text)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := d.Tenant(state.NewClock(time.Time{}, state.Fast)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	text := Encode(Init(2000, 1))
	b.Run("full-yaml-2000", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, err := parseFull(source{"x", text}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
