package bind

func (b *Binding) bindDefaults(opts *Options) error { return nil }

func (b *Binding) defaultsNote() string { return "" }
