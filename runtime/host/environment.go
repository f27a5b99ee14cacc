package host

// Environment holds the environment variables of the script, the $env: drive. Names fold case on Windows only.
type Environment struct {
	FoldCase bool
	names    []string
	values   map[string]string
}
