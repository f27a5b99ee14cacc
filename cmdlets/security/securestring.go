package security

import (
	"encoding/hex"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	toString = iota
	toSecureKey
	toPlain
	toForce
	toKey
)

var convertToSecureString = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertTo-SecureString", TypeName: "Microsoft.PowerShell.Commands.ConvertToSecureStringCommand", Cmdlet: true, DefaultSet: "Secure",
		Params: []bind.Parameter{
			toString:    {Name: "String", Type: value.TypeString, Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipeline: true}}},
			toSecureKey: {Name: "SecureKey", Type: dotnet.TypeSecureString, Sets: []bind.Membership{{Set: "Secure", Position: 1}}},
			toPlain:     {Name: "AsPlainText", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "PlainText", Position: 1}}},
			toForce:     {Name: "Force", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: "PlainText", Position: 2}}},
			toKey:       {Name: "Key", Type: value.ArrayOf(value.TypeByte), Sets: inSet("Open")},
		}},
	Module: module, Synopsis: "Makes a secure string of plain or exported text.",
	New: runtime.Run(func(c *runtime.Call) error {
		s := c.String(toString)
		if c.Switch(toPlain) {
			return c.Write(dotnet.OfSecureString(s))
		}
		key, err := keyOf(c, toKey, toSecureKey)
		if err != nil {
			return err
		}
		plain, ok := imported(s)
		if key != nil {
			var broken bool
			if plain, ok, broken = decrypt(s, key); broken {
				return c.Fail(value.Throw(typeCryptographicException, "ImportSecureString_InvalidArgument_CryptographicError", "Padding is invalid and cannot be removed.").With(value.InvalidArgument, value.NullValue))
			}
		}
		if !ok {
			return c.Fail(value.Throw(value.PSArgumentException, "ImportSecureString_InvalidArgument",
				"The parameter value \""+s+"\" is not a valid encrypted string.").With(value.InvalidArgument, value.NullValue))
		}
		return c.Write(dotnet.OfSecureString(plain))
	}),
}

var typeCryptographicException = &value.Type{Name: "CryptographicException", FullName: "System.Security.Cryptography.CryptographicException", Base: value.SystemException}

const (
	fromSecure = iota
	fromPlain
	fromSecureKey
	fromKey
)

var convertFromSecureString = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "ConvertFrom-SecureString", TypeName: "Microsoft.PowerShell.Commands.ConvertFromSecureStringCommand", Cmdlet: true, DefaultSet: "Secure",
		Params: []bind.Parameter{
			fromSecure:    {Name: "SecureString", Type: dotnet.TypeSecureString, Sets: []bind.Membership{{Mandatory: true, Position: 0, FromPipeline: true}}},
			fromPlain:     {Name: "AsPlainText", Type: value.TypeSwitchParameter, Sets: inSet("AsPlainText")},
			fromSecureKey: {Name: "SecureKey", Type: dotnet.TypeSecureString, Sets: []bind.Membership{{Set: "Secure", Position: 1}}},
			fromKey:       {Name: "Key", Type: value.ArrayOf(value.TypeByte), Sets: inSet("Open")},
		}},
	Module: module, Synopsis: "Gives a secure string as plain text, or as text to be stored.",
	New: runtime.Run(func(c *runtime.Call) error {
		s, ok := value.As[*dotnet.SecureString](c.Value(fromSecure).Base())
		if !ok {
			return nil
		}
		if c.Switch(fromPlain) {
			return c.Write(value.OfString(s.Text))
		}
		key, err := keyOf(c, fromKey, fromSecureKey)
		if err != nil {
			return err
		}
		if key == nil {
			return c.Write(value.OfString(hex.EncodeToString(wide(s.Text))))
		}
		return c.Write(value.OfString(encrypt(c, s.Text, key)))
	}),
}

// keyOf is the key of -Key or the text of -SecureKey, nil if neither was given.
func keyOf(c *runtime.Call, plain, secure int) ([]byte, error) {
	var key []byte
	switch {
	case c.Bound(plain):
		for _, b := range c.List(plain) {
			key = append(key, byte(b.Int()))
		}
	case c.Bound(secure):
		if s, ok := value.As[*dotnet.SecureString](c.Value(secure).Base()); ok {
			key = wide(s.Text)
		}
	default:
		return nil, nil
	}
	if n := len(key); n != 16 && n != 24 && n != 32 {
		return nil, value.Throw(value.PSArgumentException, "Argument",
			"The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits.").With(value.InvalidArgument, value.NullValue)
	}
	return key, nil
}

// wide is a text as UTF-16, the low byte first.
func wide(s string) []byte {
	units := text.ToUtf16(s)
	b := make([]byte, 0, 2*len(units))
	for _, u := range units {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// narrow is the text of UTF-16 bytes; false for half a unit.
func narrow(b []byte) (string, bool) {
	if len(b)%2 != 0 {
		return "", false
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return text.FromUtf16(units), true
}

// imported reads what ConvertFrom-SecureString writes without a key: on a system without a secret store that is the text as hexadecimal
// digits (oracle/objects, section 18).
func imported(s string) (string, bool) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) == 0 {
		return "", false
	}
	return narrow(b)
}
