package dotnet

import (
	"strings"

	"rehearse/runtime/value"
)

// MailAddress is System.Net.Mail.MailAddress.
type MailAddress struct{ display, user, host string }

var typeMailAddress = within("System.Net.Mail", class("System.Net.Mail.MailAddress", value.TypeObject, 0))

// TypeOf is MailAddress.
func (*MailAddress) TypeOf() *value.Type { return typeMailAddress }

func (m *MailAddress) address() string { return m.user + "@" + m.host }

// KeyHash hashes the text.
func (m *MailAddress) KeyHash() uint32 { return hashText(strings.ToLower(m.ToText())) }

// KeyEqual compares without case.
func (m *MailAddress) KeyEqual(other value.Value) bool {
	o, ok := value.As[*MailAddress](other)
	return ok && strings.EqualFold(o.ToText(), m.ToText())
}

// ToText is the address, after the name if there is one.
func (m *MailAddress) ToText() string {
	if m.display == "" {
		return m.address()
	}
	return "\"" + m.display + "\" <" + m.address() + ">"
}

func badMail() error {
	return raise(value.FormatException, "The specified string is not in the form required for an e-mail address.")
}

// parseMail reads "Name <user@host>" or "user@host".
func parseMail(s, display string) (*MailAddress, error) {
	if s == "" {
		return nil, raise(value.ArgumentException, "The value cannot be an empty string. (Parameter 'address')")
	}
	addr := strings.TrimSpace(s)
	if strings.HasSuffix(addr, ">") {
		i := strings.LastIndexByte(addr, '<')
		if i < 0 {
			return nil, badMail()
		}
		if display == "" {
			display = strings.TrimSpace(addr[:i])
			display = strings.TrimSuffix(strings.TrimPrefix(display, "\""), "\"")
		}
		addr = strings.TrimSpace(addr[i+1 : len(addr)-1])
	}
	i := strings.LastIndexByte(addr, '@')
	if i < 0 {
		return nil, badMail()
	}
	user, host := addr[:i], addr[i+1:]
	quoted := len(user) > 1 && user[0] == '"' && strings.HasSuffix(user, "\"")
	switch {
	case !quoted && strings.Contains(user, "@"):
		return nil, raise(value.FormatException, "An invalid character was found in the mail header: '@'.")
	case user == "" || host == "" || strings.HasPrefix(host, ".") || strings.HasSuffix(host, "."):
		return nil, badMail()
	}
	for _, part := range []string{user, host} {
		if part == user && quoted {
			continue
		}
		for _, r := range part {
			if strings.ContainsRune(" ()<>,;:\\\"[]", r) && !(part == host && (r == '[' || r == ']' || r == ':')) {
				return nil, raise(value.FormatException, "An invalid character was found in the mail header: '"+string(r)+"'.")
			}
		}
	}
	return &MailAddress{display, user, host}, nil
}

func ofMail(m *MailAddress, err error) (value.Value, error) {
	if err != nil {
		return value.NullValue, err
	}
	return value.Of(m), nil
}

func mailOf(v value.Value) *MailAddress {
	m, _ := value.As[*MailAddress](v)
	return m
}

var mailAddressTable = table{
	ctors: []ctor{
		{"(string address)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofMail(parseMail(a[0].Str(), ""))
		}},
		{"(string address, string displayName)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofMail(parseMail(a[0].Str(), a[1].Str()))
		}},
	},
	props: []prop{
		{sig: "string DisplayName", get: func(v value.Value) value.Value { return value.OfString(mailOf(v).display) }},
		{sig: "string User", get: func(v value.Value) value.Value { return value.OfString(mailOf(v).user) }},
		{sig: "string Host", get: func(v value.Value) value.Value { return value.OfString(mailOf(v).host) }},
		{sig: "string Address", get: func(v value.Value) value.Value { return value.OfString(mailOf(v).address()) }},
	},
	methods: []method{
		{sig: "bool Equals(System.Object value)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(v, a[0])) }},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(mailOf(v).ToText()) }},
		{sig: "static bool TryCreate(string address, [ref] mailaddress result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return tryParse(a[1], typeMailAddress)(ofMail(parseMail(a[0].Str(), "")))
		}},
	},
}
