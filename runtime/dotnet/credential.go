package dotnet

import (
	"strings"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

// SecureString is System.Security.SecureString. The simulator keeps its text in the open: nothing secret goes in.
type SecureString struct {
	Text     string
	readOnly bool
}

// PSCredential is System.Management.Automation.PSCredential.
type PSCredential struct {
	User     string
	Password *SecureString
}

// NetworkCredential is System.Net.NetworkCredential.
type NetworkCredential struct{ user, password, domain string }

var (
	typeSecureString      = class("System.Security.SecureString", value.TypeObject, value.Sealed, value.IfaceDisposable)
	typePSCredential      = class("System.Management.Automation.PSCredential", value.TypeObject, value.Sealed)
	typeNetworkCredential = within(primitivesAssembly, class("System.Net.NetworkCredential", value.TypeObject, 0))
	typeMarshal           = class("System.Runtime.InteropServices.Marshal", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeIntPtr            = class("System.IntPtr", value.TypeValueType, value.ValueType)

	// TypeSecureString and TypePSCredential are the types of passwords and credentials.
	TypeSecureString = typeSecureString
	TypePSCredential = typePSCredential
)

// TypeOf is SecureString.
func (*SecureString) TypeOf() *value.Type { return typeSecureString }

// TypeOf is PSCredential.
func (*PSCredential) TypeOf() *value.Type { return typePSCredential }

// TypeOf is NetworkCredential.
func (*NetworkCredential) TypeOf() *value.Type { return typeNetworkCredential }

// OfSecureString is a text as a SecureString.
func OfSecureString(s string) value.Value { return value.Of(&SecureString{Text: s}) }

// OfCredential is a PSCredential.
func OfCredential(user, password string) value.Value {
	return value.Of(&PSCredential{User: user, Password: &SecureString{Text: password}})
}

func secureOf(v value.Value) *SecureString {
	s, _ := value.As[*SecureString](v)
	return s
}

// changing is a method that changes a SecureString, unless it is read-only.
func changing(f func(s *SecureString, a []value.Value) error) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
		s := secureOf(v)
		if s.readOnly {
			return v, raise(value.InvalidOperationException, "Instance is read-only.")
		}
		return value.NothingValue, f(s, a)
	}
}

var secureStringTable = table{
	ctors: []ctor{{"()", func(value.Env, value.Value, []value.Value) (value.Value, error) {
		return value.Of(&SecureString{}), nil
	}}},
	props: []prop{{sig: "int Length", get: func(v value.Value) value.Value { return value.OfInt(text.Utf16Len(secureOf(v).Text)) }}},
	methods: []method{
		{sig: "void AppendChar(char c)", call: changing(func(s *SecureString, a []value.Value) error {
			s.Text = text.Concat(s.Text, charText(a[0]))
			return nil
		})},
		{sig: "void Clear()", call: changing(func(s *SecureString, _ []value.Value) error { s.Text = ""; return nil })},
		{sig: "void InsertAt(int index, char c)", call: changing(func(s *SecureString, a []value.Value) error {
			n, at := text.Utf16Len(s.Text), integer(a[0])
			if at < 0 || at > n {
				return rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
			}
			s.Text = text.Utf16Slice(s.Text, 0, at) + charText(a[1]) + text.Utf16Slice(s.Text, at, n-at)
			return nil
		})},
		{sig: "void RemoveAt(int index)", call: changing(func(s *SecureString, a []value.Value) error {
			n, at := text.Utf16Len(s.Text), integer(a[0])
			if at < 0 || at >= n {
				return rangeError("index", "Index was out of range. Must be non-negative and less than the size of the collection.")
			}
			s.Text = text.Utf16Slice(s.Text, 0, at) + text.Utf16Slice(s.Text, at+1, n-at-1)
			return nil
		})},
		{sig: "securestring Copy()", do: func(v value.Value, _ []value.Value) value.Value { return OfSecureString(secureOf(v).Text) }},
		{sig: "bool IsReadOnly()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfBool(secureOf(v).readOnly) }},
		{sig: "void MakeReadOnly()", do: func(v value.Value, _ []value.Value) value.Value {
			secureOf(v).readOnly = true
			return value.NothingValue
		}},
		{sig: "void Dispose()", do: func(value.Value, []value.Value) value.Value { return value.NothingValue }},
	},
}

func credentialOf(v value.Value) *PSCredential {
	c, _ := value.As[*PSCredential](v)
	return c
}

var psCredentialTable = table{
	ctors: []ctor{{"(psobject pso)", func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		p := &PSCredential{Password: &SecureString{}}
		if a[0].IsNull() {
			return value.NullValue, value.Throw(value.PSArgumentNullException, "", "Cannot process argument because the value of argument \"pso\" is null. Change the value of argument \"pso\" to a non-null value.")
		}
		if x, ok, err := value.GetProperty(env, a[0], "UserName"); ok && err == nil {
			p.User = value.ToString(x)
			if x, _, _ := value.GetProperty(env, a[0], "Password"); secureOf(x) != nil {
				p.Password = secureOf(x)
			}
		}
		return value.Of(p), nil
	}}, {"(string userName, securestring password)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if a[0].Str() == "" {
			return value.NullValue, value.Throw(value.PSArgumentException, "", "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \"userName\" argument and run the operation again.")
		}
		p := secureOf(a[1])
		if p == nil {
			return value.NullValue, value.Throw(value.PSArgumentNullException, "", "Cannot process argument because the value of argument \"password\" is null. Change the value of argument \"password\" to a non-null value.")
		}
		return value.Of(&PSCredential{User: a[0].Str(), Password: p}), nil
	}}},
	props: []prop{
		{sig: "string UserName", get: func(v value.Value) value.Value { return value.OfString(credentialOf(v).User) }},
		{sig: "securestring Password", get: func(v value.Value) value.Value { return value.Of(credentialOf(v).Password) }},
		{sig: "static pscredential Empty", get: func(value.Value) value.Value { return OfCredential("", "") }},
	},
	methods: []method{
		{sig: "System.Net.NetworkCredential GetNetworkCredential()", do: func(v value.Value, _ []value.Value) value.Value {
			c := credentialOf(v)
			n := &NetworkCredential{user: c.User, password: c.Password.Text}
			if domain, user, ok := strings.Cut(c.User, `\`); ok {
				n.domain, n.user = domain, user
			}
			return value.Of(n)
		}},
	},
}

func networkCredentialOf(v value.Value) *NetworkCredential {
	n, _ := value.As[*NetworkCredential](v)
	return n
}

func newNetworkCredential(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	n := &NetworkCredential{}
	if len(a) > 0 {
		n.user = a[0].Str()
	}
	if len(a) > 1 {
		n.password = a[1].Str()
		if s := secureOf(a[1]); s != nil {
			n.password = s.Text
		}
	}
	if len(a) > 2 {
		n.domain = a[2].Str()
	}
	return value.Of(n), nil
}

var networkCredentialTable = table{
	ctors: []ctor{
		{"()", newNetworkCredential}, {"(string userName, string password)", newNetworkCredential}, {"(string userName, securestring password)", newNetworkCredential},
		{"(string userName, string password, string domain)", newNetworkCredential}, {"(string userName, securestring password, string domain)", newNetworkCredential},
	},
	props: []prop{
		{sig: "string UserName", get: func(v value.Value) value.Value { return value.OfString(networkCredentialOf(v).user) },
			set: func(_ value.Env, v, x value.Value) error { networkCredentialOf(v).user = x.Str(); return nil }},
		{sig: "string Password", get: func(v value.Value) value.Value { return value.OfString(networkCredentialOf(v).password) },
			set: func(_ value.Env, v, x value.Value) error { networkCredentialOf(v).password = x.Str(); return nil }},
		{sig: "securestring SecurePassword", get: func(v value.Value) value.Value { return OfSecureString(networkCredentialOf(v).password) }},
		{sig: "string Domain", get: func(v value.Value) value.Value { return value.OfString(networkCredentialOf(v).domain) },
			set: func(_ value.Env, v, x value.Value) error { networkCredentialOf(v).domain = x.Str(); return nil }},
	},
}

// pointer is an IntPtr; one to a text keeps it.
type pointer struct{ text string }

// TypeOf is IntPtr.
func (*pointer) TypeOf() *value.Type { return typeIntPtr }

// ToText is a number.
func (*pointer) ToText() string { return "0" }

var intPtrTable = table{props: []prop{{sig: "static System.IntPtr Zero", get: func(value.Value) value.Value { return value.Of(&pointer{}) }}}}

func pointerText(v value.Value) string {
	if p, ok := value.As[*pointer](v); ok {
		return p.text
	}
	return ""
}

func toPointer(_ value.Value, a []value.Value) value.Value {
	if s := secureOf(a[0]); s != nil {
		return value.Of(&pointer{s.Text})
	}
	return value.Of(&pointer{})
}

func fromPointer(_ value.Value, a []value.Value) value.Value {
	return value.OfString(pointerText(a[0]))
}

func freePointer(value.Value, []value.Value) value.Value { return value.NothingValue }

var marshalTable = table{methods: []method{
	{sig: "static System.IntPtr SecureStringToBSTR(securestring s)", do: toPointer},
	{sig: "static System.IntPtr SecureStringToGlobalAllocUnicode(securestring s)", do: toPointer},
	{sig: "static System.IntPtr SecureStringToCoTaskMemUnicode(securestring s)", do: toPointer},
	{sig: "static string PtrToStringBSTR(System.IntPtr ptr)", do: fromPointer},
	{sig: "static string PtrToStringUni(System.IntPtr ptr)", do: fromPointer},
	{sig: "static string PtrToStringAuto(System.IntPtr ptr)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		s := pointerText(a[0])
		if platform(env).Separator() == "/" {
			// On Linux the text is taken as bytes, and ends at the zero byte of the first letter.
			s = text.Utf16Slice(s, 0, min(1, text.Utf16Len(s)))
		}
		return value.OfString(s), nil
	}},
	{sig: "static void ZeroFreeBSTR(System.IntPtr s)", do: freePointer},
	{sig: "static void FreeBSTR(System.IntPtr ptr)", do: freePointer},
	{sig: "static void ZeroFreeGlobalAllocUnicode(System.IntPtr s)", do: freePointer},
	{sig: "static int ReleaseComObject(System.Object o)", do: func(value.Value, []value.Value) value.Value { return value.OfInt(0) }},
	{sig: "static System.Object GetActiveObject(string progID)", call: func(value.Env, value.Value, []value.Value) (value.Value, error) {
		return value.NullValue, raise(typePlatformNotSupportedException, "Operation is not supported on this platform.")
	}},
	{sig: "static int SizeOf(type t)", do: func(_ value.Value, a []value.Value) value.Value {
		switch t := typeValue(a[0]); {
		case t == nil:
			return value.OfInt(0)
		case t.Flags&value.IntegerType != 0:
			return value.OfInt(int(typeBits(t) / 8))
		case t == value.TypeSingle:
			return value.OfInt(4)
		case t == value.TypeDecimal, t == typeGuid:
			return value.OfInt(16)
		}
		return value.OfInt(8)
	}},
}}
