package dotnet

import "rehearse/runtime/value"

// StreamRest are the bytes of a stream from its present position; the stream is at its end then. ok is false for what is no stream.
func StreamRest(v value.Value) (b []byte, ok bool) {
	s, ok := value.As[*Stream](v.Base())
	if !ok {
		return nil, false
	}
	b = s.data[min(max(s.at, 0), len(s.data)):]
	s.at = len(s.data)
	return b, true
}
