package runtime

import "io"

// transcript is a file that receives what the host shows.
type transcript struct {
	path string
	to   io.WriteCloser
	end  func() string // what stands at its end
}

// StartTranscript copies what is shown from now on to a file, which begins with a header and ends with what end gives.
func (e *Engine) StartTranscript(path string, to io.WriteCloser, header string, end func() string) error {
	if _, err := io.WriteString(to, header); err != nil {
		return err
	}
	e.transcripts = append(e.transcripts, &transcript{path: path, to: to, end: end})
	return nil
}

// StopTranscript ends the transcript that began last; the path of its file, "" if there is none.
func (e *Engine) StopTranscript() (string, error) {
	n := len(e.transcripts)
	if n == 0 {
		return "", nil
	}
	t := e.transcripts[n-1]
	e.transcripts = e.transcripts[:n-1]
	_, err := io.WriteString(t.to, t.end())
	if e := t.to.Close(); err == nil {
		err = e
	}
	return t.path, err
}

// transcribe copies a text to all transcripts.
func (e *Engine) transcribe(text string) error {
	for _, t := range e.transcripts {
		if _, err := io.WriteString(t.to, text); err != nil {
			return err
		}
	}
	return nil
}

// endTranscripts ends what a script left open.
func (e *Engine) endTranscripts() {
	for len(e.transcripts) > 0 {
		_, _ = e.StopTranscript() // nobody is left to tell
	}
}
