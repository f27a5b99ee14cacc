package host

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func newTestOverlay(p Platform) *Overlay {
	return NewOverlay(p, NewVirtualClock(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)))
}

func write(t *testing.T, o *Overlay, path, s string, add bool) {
	t.Helper()
	w, err := o.Create(path, add)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, o *Overlay, path string) string {
	t.Helper()
	r, err := o.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func names(t *testing.T, o *Overlay, path string) string {
	t.Helper()
	list, err := o.List(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, i := range list {
		out = append(out, i.Name)
	}
	return strings.Join(out, " ")
}

func TestOverlayKeepsTheDisk(t *testing.T) {
	dir := t.TempDir()
	for name, s := range map[string]string{"Users.csv": "old", "gone.txt": "x"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := newTestOverlay(Windows)
	if err := o.Mount(`C:\work`, dir); err != nil {
		t.Fatal(err)
	}
	if got := read(t, o, `c:\WORK\users.CSV`); got != "old" {
		t.Errorf("read %q", got)
	}
	write(t, o, `C:\work\users.csv`, "+new", true)
	write(t, o, `C:\work\other.txt`, "o", false)
	if err := o.Remove(`C:\work\gone.txt`, false); err != nil {
		t.Fatal(err)
	}
	if got := names(t, o, `C:\work`); got != "other.txt Users.csv" {
		t.Errorf("listed %s", got)
	}
	if got := read(t, o, `C:\work\Users.csv`); got != "old+new" {
		t.Errorf("read %q", got)
	}
	if i, err := o.Stat(`C:\work\USERS.csv`); err != nil || i.Name != "Users.csv" || i.Attributes != Archive {
		t.Errorf("%+v, %v", i, err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "Users.csv"))
	if err != nil || string(b) != "old" {
		t.Errorf("the disk holds %q, %v", b, err)
	}
}

func TestOverlayFolders(t *testing.T) {
	o := newTestOverlay(Linux)
	for _, d := range []string{"/a", "/a/b", "/z"} {
		if err := o.Mkdir(d); err != nil {
			t.Fatal(err)
		}
	}
	write(t, o, "/a/b/f.txt", "f", false)
	write(t, o, "/a/.hidden", "h", false)
	if _, err := o.Create("/no/f", false); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("made a file without a folder: %v", err)
	}
	if err := o.Remove("/a", false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("removed a folder that holds something: %v", err)
	}
	if err := o.Rename("/a", "/z/n"); err != nil {
		t.Fatal(err)
	}
	if got := read(t, o, "/z/n/b/f.txt"); got != "f" {
		t.Errorf("moved %q", got)
	}
	if _, err := o.Stat("/a/b/f.txt"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("still there: %v", err)
	}
	if i, err := o.Stat("/z/n/.hidden"); err != nil || i.Attributes&Hidden == 0 {
		t.Errorf("%+v, %v", i, err)
	}
	if err := o.Remove("/z", true); err != nil {
		t.Fatal(err)
	}
	if got := names(t, o, "/"); got != "" {
		t.Errorf("left %s", got)
	}
}

func TestOverlayReadOnly(t *testing.T) {
	o := newTestOverlay(Linux)
	write(t, o, "/f", "1", false)
	if err := o.SetAttributes("/f", ReadOnly); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Create("/f", true); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("wrote a read-only file: %v", err)
	}
}

// TestOverlayTwoWriters: adding in place must not mix what two writers add.
func TestOverlayTwoWriters(t *testing.T) {
	o := newTestOverlay(Linux)
	write(t, o, "/f", "base ", false)
	first, err := o.Create("/f", true)
	if err != nil {
		t.Fatal(err)
	}
	second, err := o.Create("/f", true)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.WriteString(first, "one")  // memory
	_, _ = io.WriteString(second, "two") // memory
	_ = first.Close()                    // memory
	_ = second.Close()                   // memory
	if got := read(t, o, "/f"); got != "base two" {
		t.Errorf("read %q", got)
	}
}

func TestWriteThrough(t *testing.T) {
	dir := t.TempDir()
	o := newTestOverlay(Linux)
	if err := o.Mount("/case", dir); err != nil {
		t.Fatal(err)
	}
	o.WriteThrough()
	if err := o.Mkdir("/case/d"); err != nil {
		t.Fatal(err)
	}
	write(t, o, "/case/d/a.txt", "a", false)
	if err := o.Rename("/case/d/a.txt", "/case/b.txt"); err != nil {
		t.Fatal(err)
	}
	if err := o.Remove("/case/d", true); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if d := cmp.Diff([]string{"b.txt"}, got); d != "" {
		t.Error(d)
	}
}

func TestFullPath(t *testing.T) {
	for _, c := range []struct {
		p                   Platform
		current, path, want string
	}{
		{Linux, "/case", `.\sub\..\x`, "/case/x"}, {Linux, "/case", "/a//b/", "/a/b"}, {Linux, "/", "../../x", "/x"}, {Linux, "/case", "~/x", "/home/u/x"},
		{Windows, `C:\case`, "sub/x", `C:\case\sub\x`}, {Windows, `C:\case`, `\x`, `C:\x`}, {Windows, `C:\case`, `d:\a\..\..\b`, `D:\b`},
		{Windows, `C:\case`, `\\srv\share\a\..\b`, `\\srv\share\b`},
	} {
		home := "/home/u"
		if got := FullPath(c.p, c.current, home, c.path); got != c.want {
			t.Errorf("%s from %s is %s, want %s", c.path, c.current, got, c.want)
		}
	}
}

func FuzzFullPath(f *testing.F) {
	f.Add(`C:\a`, `..\b/~`)
	f.Add(`\\`, `\\x`)
	f.Fuzz(func(t *testing.T, current, path string) {
		for _, p := range []Platform{Windows, Linux} {
			full := FullPath(p, current, "/h", path)
			Folder(p, full)
			Base(p, full)
			Root(p, full)
			if p == Linux && (full == "" || full[0] != '/' || strings.Contains(full, "//") || strings.Contains(full+"/", "/../")) {
				t.Errorf("%q from %q is %q", path, current, full)
			}
		}
	})
}
