package dotnet

import (
	"net/netip"
	"strconv"
	"strings"

	"rehearse/runtime/value"
)

// IPAddress is System.Net.IPAddress: 4 or 16 bytes.
type IPAddress struct{ bytes []byte }

const primitivesAssembly = "System.Net.Primitives"

var (
	typeIPAddress     = within(primitivesAssembly, class("System.Net.IPAddress", value.TypeObject, 0))
	typeIPEndPoint    = within(primitivesAssembly, class("System.Net.IPEndPoint", value.TypeObject, 0))
	typeIPNetwork     = within(primitivesAssembly, class("System.Net.IPNetwork", value.TypeValueType, value.ValueType))
	enumAddressFamily = enumeration{full: "System.Net.Sockets.AddressFamily", names: "Unknown=-1 Unspecified=0 Unix=1 InterNetwork=2 InterNetworkV6=23"}
)

// TypeOf is IPAddress.
func (*IPAddress) TypeOf() *value.Type { return typeIPAddress }

// KeyHash hashes the bytes.
func (i *IPAddress) KeyHash() uint32 { return hashText(string(i.bytes)) }

// KeyEqual compares the bytes.
func (i *IPAddress) KeyEqual(other value.Value) bool {
	o, ok := value.As[*IPAddress](other)
	return ok && string(o.bytes) == string(i.bytes)
}

// ToText is the address as people write it.
func (i *IPAddress) ToText() string {
	a, _ := netip.AddrFromSlice(i.bytes) // the length is right
	return a.String()
}

// parseIP reads an address. One to four numbers, each decimal, octal or hexadecimal, are an IPv4 address; the last fills what is left.
func parseIP(s string) (*IPAddress, bool) {
	if strings.Contains(s, ":") {
		a, err := netip.ParseAddr(strings.Trim(s, "[]"))
		if err != nil {
			return nil, false
		}
		b := a.WithZone("").As16()
		return &IPAddress{b[:]}, true
	}
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return nil, false
	}
	n := uint64(0)
	for i, p := range parts {
		x, err := strconv.ParseUint(p, 0, 64)
		if len(p) > 1 && p[0] == '0' && p[1] >= '0' && p[1] <= '9' {
			x, err = strconv.ParseUint(p, 8, 64)
		}
		left := uint(4-i) * 8
		if i < len(parts)-1 {
			left = 8
		}
		if err != nil || p == "" || strings.Contains(p, "_") || x >= 1<<left {
			return nil, false
		}
		if i < len(parts)-1 {
			x <<= uint(3-i) * 8
		}
		n |= x
	}
	return &IPAddress{[]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}}, true
}

func ofIP(s string) (value.Value, error) {
	ip, ok := parseIP(s)
	if !ok {
		return value.NullValue, raise(value.FormatException, "An invalid IP address was specified.")
	}
	return value.Of(ip), nil
}

func ipOf(v value.Value) *IPAddress {
	i, ok := value.As[*IPAddress](v)
	if !ok {
		return &IPAddress{make([]byte, 4)}
	}
	return i
}

func (i *IPAddress) v4() bool { return len(i.bytes) == 4 }

func (i *IPAddress) mapped() bool {
	a, _ := netip.AddrFromSlice(i.bytes)
	return a.Is4In6()
}

func fixedIP(s string) func(value.Value) value.Value {
	return func(value.Value) value.Value {
		ip, _ := parseIP(s)
		return value.Of(ip)
	}
}

func v6Test(f func(a netip.Addr) bool) func(value.Value) value.Value {
	return func(v value.Value) value.Value {
		a, _ := netip.AddrFromSlice(ipOf(v).bytes)
		return value.OfBool(a.Is6() && f(a))
	}
}

func newIPNumber(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
	n := a[0].Int()
	if n < 0 {
		return value.NullValue, rangeErrorValue("newAddress", "newAddress ('"+strconv.FormatUint(uint64(n), 10)+"') must be less than or equal to '4294967295'.", strconv.FormatUint(uint64(n), 10))
	}
	if n > 0xffffffff {
		return value.NullValue, rangeErrorValue("newAddress", "newAddress ('"+strconv.FormatInt(n, 10)+"') must be less than or equal to '4294967295'.", strconv.FormatInt(n, 10))
	}
	return value.Of(&IPAddress{[]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}}), nil
}

var ipAddressTable = table{
	ctors: []ctor{
		{"(long newAddress)", newIPNumber},
		{"(byte[] address)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			b := bytesOf(a[0])
			if len(b) != 4 && len(b) != 16 {
				return value.NullValue, raise(value.ArgumentException, "An invalid IP address was specified. (Parameter 'address')")
			}
			return value.Of(&IPAddress{b}), nil
		}},
	},
	props: []prop{
		{sig: "System.Net.Sockets.AddressFamily AddressFamily", get: func(v value.Value) value.Value {
			if ipOf(v).v4() {
				return enumAddressFamily.of(2)
			}
			return enumAddressFamily.of(23)
		}},
		{sig: "long ScopeId", ask: func(_ value.Env, v value.Value) (value.Value, error) {
			if ipOf(v).v4() {
				return v, raise(typeSocketException, "Operation not supported")
			}
			return value.OfInt64(0), nil
		}},
		{sig: "bool IsIPv6Multicast", get: v6Test(netip.Addr.IsMulticast)},
		{sig: "bool IsIPv6LinkLocal", get: v6Test(netip.Addr.IsLinkLocalUnicast)},
		{sig: "bool IsIPv6SiteLocal", get: v6Test(func(a netip.Addr) bool { b := a.As16(); return b[0] == 0xfe && b[1]&0xc0 == 0xc0 })},
		{sig: "bool IsIPv6Teredo", get: v6Test(func(a netip.Addr) bool { b := a.As16(); return b[0] == 0x20 && b[1] == 1 && b[2] == 0 && b[3] == 0 })},
		{sig: "bool IsIPv6UniqueLocal", get: v6Test(func(a netip.Addr) bool { return a.As16()[0]&0xfe == 0xfc })},
		{sig: "bool IsIPv4MappedToIPv6", get: func(v value.Value) value.Value { return value.OfBool(ipOf(v).mapped()) }},
		{sig: "long Address", ask: func(_ value.Env, v value.Value) (value.Value, error) {
			b := ipOf(v).bytes
			if len(b) != 4 {
				return v, raise(typeSocketException, "Operation not supported")
			}
			return value.OfInt64(int64(b[0]) | int64(b[1])<<8 | int64(b[2])<<16 | int64(b[3])<<24), nil
		}},
		{sig: "System.Object IPAddressToString", kind: value.ScriptProperty, get: func(v value.Value) value.Value { return value.OfString(ipOf(v).ToText()) }},
		{sig: "static ipaddress Any", get: fixedIP("0.0.0.0")}, {sig: "static ipaddress Broadcast", get: fixedIP("255.255.255.255")},
		{sig: "static ipaddress Loopback", get: fixedIP("127.0.0.1")}, {sig: "static ipaddress None", get: fixedIP("255.255.255.255")},
		{sig: "static ipaddress IPv6Any", get: fixedIP("::")}, {sig: "static ipaddress IPv6Loopback", get: fixedIP("::1")}, {sig: "static ipaddress IPv6None", get: fixedIP("::")},
	},
	methods: []method{
		{sig: "static ipaddress Parse(string ipString)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) { return ofIP(a[0].Str()) }},
		{sig: "static bool TryParse(string ipString, [ref] ipaddress address)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return tryParse(a[1], typeIPAddress)(ofIP(a[0].Str()))
		}},
		{sig: "static bool IsLoopback(ipaddress address)", do: func(_ value.Value, a []value.Value) value.Value {
			x, _ := netip.AddrFromSlice(ipOf(a[0]).bytes)
			return value.OfBool(x.IsLoopback())
		}},
		{sig: "byte[] GetAddressBytes()", do: func(v value.Value, _ []value.Value) value.Value { return ofBytes(ipOf(v).bytes) }},
		{sig: "ipaddress MapToIPv6()", do: func(v value.Value, _ []value.Value) value.Value {
			a, _ := netip.AddrFromSlice(ipOf(v).bytes)
			b := a.As16()
			return value.Of(&IPAddress{b[:]})
		}},
		{sig: "ipaddress MapToIPv4()", do: func(v value.Value, _ []value.Value) value.Value {
			b := ipOf(v).bytes
			return value.Of(&IPAddress{append([]byte(nil), b[len(b)-4:]...)})
		}},
		{sig: "bool Equals(System.Object comparand)", do: func(v value.Value, a []value.Value) value.Value { return value.OfBool(equalNet(v, a[0])) }},
		{sig: "string ToString()", do: func(v value.Value, _ []value.Value) value.Value { return value.OfString(ipOf(v).ToText()) }},
	},
}

// IPNetwork is System.Net.IPNetwork.
type IPNetwork struct{ netip.Prefix }

// TypeOf is IPNetwork.
func (*IPNetwork) TypeOf() *value.Type { return typeIPNetwork }

// ToText is the base address and the length.
func (n *IPNetwork) ToText() string { return n.String() }

func networkOf(v value.Value) *IPNetwork {
	n, _ := value.As[*IPNetwork](v)
	return n
}

func parseNetwork(s string) (value.Value, error) {
	p, err := netip.ParsePrefix(s)
	if err != nil {
		return value.NullValue, raise(value.FormatException, "An invalid IP network was specified.")
	}
	return value.Of(&IPNetwork{p}), nil
}

var ipNetworkTable = table{
	ctors: []ctor{{"(ipaddress baseAddress, int prefixLength)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return parseNetwork(ipOf(a[0]).ToText() + "/" + itoa(integer(a[1])))
	}}},
	props: []prop{
		{sig: "ipaddress BaseAddress", get: func(v value.Value) value.Value { return value.Of(&IPAddress{networkOf(v).Addr().AsSlice()}) }},
		{sig: "int PrefixLength", get: func(v value.Value) value.Value { return value.OfInt(networkOf(v).Bits()) }},
	},
	methods: []method{
		{sig: "bool Contains(ipaddress address)", do: func(v value.Value, a []value.Value) value.Value {
			x, _ := netip.AddrFromSlice(ipOf(a[0]).bytes)
			return value.OfBool(networkOf(v).Prefix.Contains(x))
		}},
		{sig: "static System.Net.IPNetwork Parse(string s)", call: func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return parseNetwork(a[0].Str())
		}},
	},
}

// endPoint is an IPEndPoint.
type endPoint struct {
	address *IPAddress
	port    int
}

// TypeOf is IPEndPoint.
func (*endPoint) TypeOf() *value.Type { return typeIPEndPoint }

// ToText is address and port.
func (e *endPoint) ToText() string {
	if e.address.v4() {
		return e.address.ToText() + ":" + strconv.Itoa(e.port)
	}
	return "[" + e.address.ToText() + "]:" + strconv.Itoa(e.port)
}

var ipEndPointTable = table{
	ctors: []ctor{{"(ipaddress address, int port)", func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		if p := integer(a[1]); p < 0 || p > 65535 {
			return value.NullValue, rangeError("port", "Specified argument was out of the range of valid values.")
		}
		return value.Of(&endPoint{ipOf(a[0]), integer(a[1])}), nil
	}}},
	props: []prop{
		{sig: "ipaddress Address", get: func(v value.Value) value.Value {
			e, _ := value.As[*endPoint](v)
			return value.Of(e.address)
		}},
		{sig: "int Port", get: func(v value.Value) value.Value {
			e, _ := value.As[*endPoint](v)
			return value.OfInt(e.port)
		}},
	},
}
