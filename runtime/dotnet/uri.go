package dotnet

import (
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

// Uri is System.Uri. A relative one has only its original text.
type Uri struct {
	original string
	absolute bool
	scheme   string
	userInfo string
	host     string
	port     int // -1 for none
	path     string
	query    string // with its ?
	fragment string // with its #
	opaque   bool   // sip:a@b, mailto:a@b: no authority
	file     bool
}

var (
	typeUri             = within("System.Private.Uri", class("System.Uri", value.TypeObject, 0))
	enumUriKind         = enumeration{full: "System.UriKind", names: "RelativeOrAbsolute Absolute Relative"}
	enumUriPartial      = enumeration{full: "System.UriPartial", names: "Scheme Authority Path Query"}
	enumUriHostNameType = enumeration{full: "System.UriHostNameType", names: "Unknown Basic Dns IPv4 IPv6"}
	enumUriComponents   = enumeration{full: "System.UriComponents", flags: true, names: "Scheme=1 UserInfo=2 Host=4 Port=8 SchemeAndServer=13 Path=16 Query=32 PathAndQuery=48 HttpRequestUrl=61 Fragment=64 AbsoluteUri=127 StrongPort=128"}
	enumUriFormat       = enumeration{full: "System.UriFormat", names: "UriEscaped=1 Unescaped=2 SafeUnescaped=3"}
)

var defaultPorts = map[string]int{"http": 80, "https": 443, "ftp": 21, "ws": 80, "wss": 443, "ldap": 389, "nntp": 119, "telnet": 23, "gopher": 70, "net.tcp": 808}

// TypeOf is System.Uri.
func (*Uri) TypeOf() *value.Type { return typeUri }

// KeyHash hashes the address.
func (u *Uri) KeyHash() uint32 { return hashText(u.absoluteUri()) }

// KeyEqual compares addresses without fragments.
func (u *Uri) KeyEqual(other value.Value) bool {
	o, ok := value.As[*Uri](other)
	if !ok || o.absolute != u.absolute {
		return false
	}
	if !u.absolute {
		return o.original == u.original
	}
	return strings.TrimSuffix(u.absoluteUri(), u.fragment) == strings.TrimSuffix(o.absoluteUri(), o.fragment)
}

// ToText is the address for people: what need not be escaped is not.
func (u *Uri) ToText() string {
	if !u.absolute {
		return u.original
	}
	return unescapeSafe(u.absoluteUri())
}

func (u *Uri) authority() string {
	if u.port < 0 || u.port == defaultPorts[u.scheme] {
		return u.host
	}
	return u.host + ":" + strconv.Itoa(u.port)
}

func (u *Uri) leftPart(n int64) string {
	if u.opaque {
		if n == 0 {
			return u.scheme + ":"
		}
		return u.scheme + ":" + u.path
	}
	s := u.scheme + "://"
	if n == 0 {
		return s
	}
	if u.userInfo != "" {
		s += u.userInfo + "@"
	}
	s += u.authority()
	if n >= 2 {
		s += u.path
	}
	if n >= 3 {
		s += u.query
	}
	return s
}

func (u *Uri) absoluteUri() string {
	if u.opaque && u.userInfo != "" {
		return u.scheme + ":" + u.userInfo + "@" + u.host + u.query + u.fragment
	}
	return u.leftPart(2) + u.query + u.fragment
}

const badUri = "Invalid URI: The format of the URI could not be determined."

func uriError(message string) error { return raise(typeUriFormatException, message) }

func validScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if c >= 'a' && c <= 'z' || i > 0 && (s[i] >= '0' && s[i] <= '9' || strings.IndexByte("+-.", s[i]) >= 0) {
			continue
		}
		return false
	}
	return s != ""
}

// parseUri reads an address. kind is a UriKind.
func parseUri(s string, kind int64) (*Uri, error) {
	t := strings.TrimSpace(s)
	if t == "" {
		if kind != 1 {
			return &Uri{original: s}, nil
		}
		return nil, uriError("Invalid URI: The URI is empty.")
	}
	scheme, rest, ok := strings.Cut(t, ":")
	switch {
	case strings.HasPrefix(t, `\\`):
		return parseAuthority(s, "file", strings.ReplaceAll(t, `\`, "/")[2:])
	case ok && len(scheme) == 1 && (strings.HasPrefix(rest, `\`) || strings.HasPrefix(rest, "/")):
		return &Uri{original: s, absolute: true, scheme: "file", port: -1, path: "/" + escapeUri(strings.ReplaceAll(t, `\`, "/"), false), file: true}, nil
	case strings.HasPrefix(t, "/") && kind != 2:
		// An absolute path is a file on Linux.
		return &Uri{original: s, absolute: true, scheme: "file", port: -1, path: escapeUri(t, false), file: true}, nil
	case !ok || !validScheme(scheme):
		if kind == 1 {
			return nil, uriError(badUri)
		}
		return &Uri{original: s}, nil
	case kind == 2:
		return nil, uriError("A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.")
	}
	scheme = strings.ToLower(scheme)
	if strings.HasPrefix(rest, "//") {
		return parseAuthority(s, scheme, rest[2:])
	}
	if defaultPorts[scheme] != 0 {
		return nil, uriError("Invalid URI: The Authority/Host could not be parsed.")
	}
	u := &Uri{original: s, absolute: true, scheme: scheme, port: -1, opaque: true}
	rest, u.fragment = cutKeep(rest, '#')
	rest, u.query = cutKeep(rest, '?')
	if scheme == "mailto" {
		if user, host, ok := strings.Cut(rest, "@"); ok {
			u.userInfo, u.host, rest = user, host, ""
			u.port = 25
		}
	}
	u.path = escapeUri(rest, false)
	u.query, u.fragment = escapeUri(u.query, false), escapeUri(u.fragment, false)
	return u, nil
}

// cutKeep splits before a mark, which stays with the second part.
func cutKeep(s string, mark byte) (string, string) {
	if i := strings.IndexByte(s, mark); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

func parseAuthority(original, scheme, rest string) (*Uri, error) {
	u := &Uri{original: original, absolute: true, scheme: scheme, port: -1, file: scheme == "file"}
	rest, u.fragment = cutKeep(rest, '#')
	rest, u.query = cutKeep(rest, '?')
	rest = strings.ReplaceAll(rest, `\`, "/")
	host, path := cutKeep(rest, '/')
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		u.userInfo, host = host[:i], host[i+1:]
	}
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		if digits := host[i+1:]; digits != "" {
			n, err := strconv.Atoi(digits)
			if err != nil || n < 0 || n > 65535 {
				return nil, uriError("Invalid URI: Invalid port specified.")
			}
			u.port = n
		}
		host = host[:i]
	}
	if host == "" && !u.file {
		return nil, uriError("Invalid URI: The hostname could not be parsed.")
	}
	if strings.ContainsAny(host, " \"<>^`{|}%") {
		return nil, uriError("Invalid URI: The hostname could not be parsed.")
	}
	u.host = strings.ToLower(host)
	if u.port < 0 {
		if p, ok := defaultPorts[scheme]; ok {
			u.port = p
		}
	}
	if path == "" && (defaultPorts[scheme] != 0 || u.file) {
		path = "/"
	}
	u.path = escapeUri(removeDots(path), false)
	u.query, u.fragment = escapeUri(u.query, false), escapeUri(u.fragment, false)
	return u, nil
}

// removeDots resolves . and .. in a path.
func removeDots(path string) string {
	if !strings.Contains(path, "/.") {
		return path
	}
	var out []string
	parts := strings.Split(path, "/")
	for i, p := range parts {
		switch p {
		case ".", "..":
			if p == ".." && len(out) > 1 {
				out = out[:len(out)-1]
			}
			if i == len(parts)-1 {
				out = append(out, "")
			}
		default:
			out = append(out, p)
		}
	}
	return strings.Join(out, "/")
}

const (
	unreserved   = "-_.~"
	uriReserved  = ":/?#[]@!$&'()*+,;="
	upperHex     = "0123456789ABCDEF"
	lowerHexText = "0123456789abcdef"
)

func isAlphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// escapeUri escapes what an address may not hold; data escapes also what has a meaning in it.
func escapeUri(s string, data bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isAlphanumeric(c) || strings.IndexByte(unreserved, c) >= 0 || !data && strings.IndexByte(uriReserved, c) >= 0:
			b.WriteByte(c)
		case c == '%' && !data && i+2 < len(s) && digitValue(s[i+1]) < 16 && digitValue(s[i+2]) < 16:
			// Escapes stay, but for those of characters that need none.
			if x := byte(digitValue(s[i+1])<<4 | digitValue(s[i+2])); isAlphanumeric(x) || strings.IndexByte(unreserved, x) >= 0 {
				b.WriteByte(x)
			} else {
				b.WriteString(s[i : i+3])
			}
			i += 2
		default:
			b.WriteByte('%')
			b.WriteByte(upperHex[c>>4])
			b.WriteByte(upperHex[c&15])
		}
	}
	return b.String()
}

// unescape replaces every escape.
func unescape(s string, plusIsBlank bool) string {
	var b []byte
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '%' && i+2 < len(s) && digitValue(s[i+1]) < 16 && digitValue(s[i+2]) < 16:
			b = append(b, byte(digitValue(s[i+1])<<4|digitValue(s[i+2])))
			i += 2
		case s[i] == '+' && plusIsBlank:
			b = append(b, ' ')
		default:
			b = append(b, s[i])
		}
	}
	return encodingUTF8Plain.decode(b)
}

// unescapeSafe replaces the escapes of characters that have no meaning in an address.
func unescapeSafe(s string) string {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && digitValue(s[i+1]) < 16 && digitValue(s[i+2]) < 16 {
			c := byte(digitValue(s[i+1])<<4 | digitValue(s[i+2]))
			if c > 0x20 && strings.IndexByte(uriReserved+"%\\", c) < 0 || c == ' ' {
				b = append(b, c)
			} else {
				b = append(b, s[i:i+3]...)
			}
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return encodingUTF8Plain.decode(b)
}

func ofUri(u *Uri, err error) (value.Value, error) {
	if err != nil {
		return value.NullValue, err
	}
	return value.Of(u), nil
}

func uriOf(v value.Value) *Uri {
	u, _ := value.As[*Uri](v)
	return u
}

// combineUris resolves an address against a base.
func combineUris(base *Uri, relative string) (*Uri, error) {
	if u, err := parseUri(relative, 0); err == nil && u.absolute && !u.file {
		return u, nil
	}
	if relative == "" {
		return parseUri(base.absoluteUri(), 1)
	}
	left := base.leftPart(1)
	switch {
	case strings.HasPrefix(relative, "//"):
		return parseUri(base.scheme+":"+relative, 1)
	case strings.HasPrefix(relative, "/"):
		return parseUri(left+relative, 1)
	case strings.HasPrefix(relative, "?"):
		return parseUri(base.leftPart(2)+relative, 1)
	case strings.HasPrefix(relative, "#"):
		return parseUri(base.leftPart(3)+relative, 1)
	}
	return parseUri(left+base.path[:strings.LastIndexByte(base.path, '/')+1]+relative, 1)
}

// absolutePart is a property that a relative address does not have.
func absolutePart(sig string, f func(u *Uri) value.Value) prop {
	return prop{sig: sig, ask: func(_ value.Env, v value.Value) (value.Value, error) {
		u := uriOf(v)
		if !u.absolute {
			return v, raise(value.InvalidOperationException, "This operation is not supported for a relative URI.")
		}
		return f(u), nil
	}}
}

func hostNameType(h string) int64 {
	switch {
	case h == "":
		return 1
	case strings.HasPrefix(h, "["):
		return 4
	}
	if ip, ok := parseIP(h); ok && len(ip.bytes) == 4 && strings.Count(h, ".") == 3 {
		return 3
	}
	return 2
}

var uriTable = table{
	ctors: []ctor{
		{"(string uriString)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofUri(parseUri(a[0].Str(), 1))
		}},
		{"(string uriString, bool dontEscape)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofUri(parseUri(a[0].Str(), 1))
		}},
		{"(uri baseUri, string relativeUri, bool dontEscape)", newCombinedUri},
		{"(string uriString, System.UriKind uriKind)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return ofUri(parseUri(a[0].Str(), a[1].Int()))
		}},
		{"(uri baseUri, string relativeUri)", newCombinedUri}, {"(uri baseUri, uri relativeUri)", newCombinedUri},
	},
	props: []prop{
		absolutePart("string AbsolutePath", func(u *Uri) value.Value { return value.OfString(u.path) }),
		absolutePart("string AbsoluteUri", func(u *Uri) value.Value { return value.OfString(u.absoluteUri()) }),
		absolutePart("string LocalPath", func(u *Uri) value.Value {
			if u.file && u.host != "" {
				return value.OfString(`\\` + u.host + strings.ReplaceAll(unescape(u.path, false), "/", `\`))
			}
			return value.OfString(unescape(u.path, false))
		}),
		absolutePart("string Authority", func(u *Uri) value.Value { return value.OfString(u.authority()) }),
		absolutePart("System.UriHostNameType HostNameType", func(u *Uri) value.Value {
			if u.opaque && u.host == "" {
				return enumUriHostNameType.of(0)
			}
			return enumUriHostNameType.of(hostNameType(u.host))
		}),
		absolutePart("bool IsDefaultPort", func(u *Uri) value.Value { return value.OfBool(u.port == defaultPorts[u.scheme] || u.port < 0) }),
		absolutePart("bool IsFile", func(u *Uri) value.Value { return value.OfBool(u.file) }),
		absolutePart("bool IsLoopback", func(u *Uri) value.Value {
			return value.OfBool(u.host == "localhost" || u.host == "127.0.0.1" || u.host == "[::1]" || u.file && u.host == "")
		}),
		absolutePart("string PathAndQuery", func(u *Uri) value.Value { return value.OfString(u.path + u.query) }),
		absolutePart("string[] Segments", func(u *Uri) value.Value {
			if u.path == "" {
				return value.OfStrings([]string{})
			}
			parts := strings.SplitAfter(u.path, "/")
			if parts[len(parts)-1] == "" {
				parts = parts[:len(parts)-1]
			}
			return value.OfStrings(parts)
		}),
		absolutePart("bool IsUnc", func(u *Uri) value.Value { return value.OfBool(u.file && u.host != "") }),
		absolutePart("string Host", func(u *Uri) value.Value { return value.OfString(u.host) }),
		absolutePart("int Port", func(u *Uri) value.Value { return value.OfInt(u.port) }),
		absolutePart("string Query", func(u *Uri) value.Value { return value.OfString(u.query) }),
		absolutePart("string Fragment", func(u *Uri) value.Value { return value.OfString(u.fragment) }),
		absolutePart("string Scheme", func(u *Uri) value.Value { return value.OfString(u.scheme) }),
		{sig: "string OriginalString", get: func(v value.Value) value.Value { return value.OfString(uriOf(v).original) }},
		absolutePart("string DnsSafeHost", func(u *Uri) value.Value { return value.OfString(strings.Trim(u.host, "[]")) }),
		absolutePart("string IdnHost", func(u *Uri) value.Value { return value.OfString(strings.Trim(u.host, "[]")) }),
		{sig: "bool IsAbsoluteUri", get: func(v value.Value) value.Value { return value.OfBool(uriOf(v).absolute) }},
		{sig: "bool UserEscaped", get: boolOf(false)},
		absolutePart("string UserInfo", func(u *Uri) value.Value { return value.OfString(u.userInfo) }),
		{sig: "static string UriSchemeHttp", get: textOf("http")}, {sig: "static string UriSchemeHttps", get: textOf("https")},
		{sig: "static string UriSchemeFile", get: textOf("file")}, {sig: "static string UriSchemeMailto", get: textOf("mailto")},
		{sig: "static string SchemeDelimiter", get: textOf("://")},
	},
	methods: []method{
		{sig: "string GetLeftPart(System.UriPartial part)", do: func(v value.Value, a []value.Value) value.Value { return value.OfString(uriOf(v).leftPart(a[0].Int())) }},
		{sig: "bool IsBaseOf(uri uri)", do: func(v value.Value, a []value.Value) value.Value {
			u, o := uriOf(v), uriOf(a[0])
			return value.OfBool(o != nil && u.leftPart(1) == o.leftPart(1) && strings.HasPrefix(o.path, u.path[:strings.LastIndexByte(u.path, '/')+1]))
		}},
		{sig: "uri MakeRelativeUri(uri uri)", call: func(_ value.Env, v value.Value, a []value.Value) (value.Value, error) {
			u, o := uriOf(v), uriOf(a[0])
			if o == nil || u.leftPart(1) != o.leftPart(1) {
				return a[0], nil
			}
			from := strings.Split(u.path[:strings.LastIndexByte(u.path, '/')+1], "/")
			to := strings.Split(o.path, "/")
			n := 0
			for n < len(from)-1 && n < len(to)-1 && from[n] == to[n] {
				n++
			}
			return ofUri(&Uri{original: strings.Repeat("../", len(from)-1-n) + strings.Join(to[n:], "/") + o.query + o.fragment}, nil)
		}},
		{sig: "string GetComponents(System.UriComponents components, System.UriFormat format)", do: func(v value.Value, a []value.Value) value.Value {
			u := uriOf(v)
			switch a[0].Int() {
			case 1:
				return value.OfString(u.scheme)
			case 4:
				return value.OfString(u.host)
			case 13:
				return value.OfString(u.leftPart(1))
			case 16:
				return value.OfString(strings.TrimPrefix(u.path, "/"))
			case 48:
				return value.OfString(u.path + u.query)
			}
			return value.OfString(u.absoluteUri())
		}},
		{sig: "bool IsWellFormedOriginalString()", do: func(v value.Value, _ []value.Value) value.Value {
			return value.OfBool(wellFormed(uriOf(v).original))
		}},
		{sig: "bool Equals(System.Object comparand)", do: func(v value.Value, a []value.Value) value.Value {
			b := a[0].Base()
			if b.IsString() {
				o, err := parseUri(b.Str(), 0)
				return value.OfBool(err == nil && uriOf(v).KeyEqual(value.Of(o)))
			}
			return value.OfBool(equalNet(v, b))
		}},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(uriOf(v).ToText()) }},
		{sig: "static bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return tryParse(a[2], typeUri)(ofUri(parseUri(a[0].Str(), a[1].Int())))
		}},
		{sig: "static bool TryCreate(uri baseUri, string relativeUri, [ref] uri result)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return tryParse(a[2], typeUri)(newCombinedUri(nil, value.NullValue, a[:2]))
		}},
		{sig: "static string EscapeDataString(string stringToEscape)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfString(escapeUri(toOutput(a[0].Str()), true))
		}},
		{sig: "static string UnescapeDataString(string stringToUnescape)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfString(unescape(a[0].Str(), false))
		}},
		{sig: "static string EscapeUriString(string stringToEscape)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfString(escapeUri(a[0].Str(), false))
		}},
		{sig: "static bool IsWellFormedUriString(string uriString, System.UriKind uriKind)", do: func(_ value.Value, a []value.Value) value.Value {
			_, err := parseUri(a[0].Str(), a[1].Int())
			return value.OfBool(err == nil && wellFormed(a[0].Str()))
		}},
		{sig: "static System.UriHostNameType CheckHostName(string name)", do: func(_ value.Value, a []value.Value) value.Value {
			name := a[0].Str()
			if strings.Contains(name, ":") {
				return enumUriHostNameType.of(4)
			}
			if name == "" || strings.ContainsAny(name, " /\\?#@") {
				return enumUriHostNameType.of(0)
			}
			return enumUriHostNameType.of(hostNameType(name))
		}},
		{sig: "static bool CheckSchemeName(string schemeName)", do: func(_ value.Value, a []value.Value) value.Value { return value.OfBool(validScheme(a[0].Str())) }},
		{sig: "static string HexEscape(char character)", do: func(_ value.Value, a []value.Value) value.Value {
			return value.OfString("%" + hexDigits(a[0].UInt(), 2))
		}},
	},
}

func wellFormed(s string) bool {
	return escapeUri(s, false) == s || !strings.ContainsAny(s, " <>\"{}|\\^`")
}

func newCombinedUri(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	base := uriOf(a[0])
	if base == nil {
		return value.NullValue, nullError("baseUri")
	}
	if !base.absolute {
		return value.NullValue, raise(value.ArgumentOutOfRangeException, "Specified argument was out of the range of valid values. (Parameter 'baseUri')")
	}
	if u := uriOf(a[1]); u != nil {
		return ofUri(combineUris(base, u.original))
	}
	return ofUri(combineUris(base, a[1].Str()))
}

func uriConversion() *value.Conversion {
	return &value.Conversion{ID: byConstructor, From: func(_ value.Env, v value.Value) (value.Value, bool, error) {
		if v.Kind() != value.String && value.KindOfType(value.TypeOf(v)) == value.Reference {
			return v, false, nil
		}
		u, err := parseUri(value.ToString(v), 0)
		x, err := ofUri(u, err)
		return x, true, err
	}}
}

const byConstructor = "InvalidCastConstructorException"
