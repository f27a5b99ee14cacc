package security

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/hex"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// encryptedHeader begins a text that was encrypted with a key (oracle/objects, section 18).
const encryptedHeader = "76492d1116743f0423413b16050a5345"

// encrypt is a text under a key: the header, then version, initialisation vector and AES-CBC cipher as UTF-16 in base 64.
func encrypt(c *runtime.Call, s string, key []byte) string {
	block, err := aes.NewCipher(key)
	if err != nil {
		return "" // keyOf gives keys of the right length only
	}
	iv := randomBlock(c)
	data := wide(s)
	pad := aes.BlockSize - len(data)%aes.BlockSize
	for range pad {
		data = append(data, byte(pad))
	}
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(data, data)
	inner := "2|" + base64.StdEncoding.EncodeToString(iv) + "|" + hex.EncodeToString(data)
	return encryptedHeader + base64.StdEncoding.EncodeToString(wide(inner))
}

func randomBlock(c *runtime.Call) []byte {
	g, _ := value.As[*dotnet.Guid](dotnet.NewGuid(c.Env()))
	return append([]byte(nil), g.Bytes[:]...)
}

// decrypt reads what encrypt makes. ok is false for a text of another form, broken set for a wrong key.
func decrypt(s string, key []byte) (plain string, ok, broken bool) {
	rest, found := strings.CutPrefix(s, encryptedHeader)
	if !found {
		return "", false, false
	}
	raw, err := base64.StdEncoding.DecodeString(rest)
	if err != nil {
		return "", false, false
	}
	inner, _ := narrow(raw)
	parts := strings.Split(inner, "|")
	if len(parts) != 3 || parts[0] != "2" {
		return "", false, false
	}
	iv, err := base64.StdEncoding.DecodeString(parts[1])
	if err != nil || len(iv) != aes.BlockSize {
		return "", false, false
	}
	data, err := hex.DecodeString(parts[2])
	if err != nil || len(data) == 0 || len(data)%aes.BlockSize != 0 {
		return "", false, false
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", false, false
	}
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(data, data)
	pad := int(data[len(data)-1])
	if pad == 0 || pad > aes.BlockSize {
		return "", false, true
	}
	for _, b := range data[len(data)-pad:] {
		if int(b) != pad {
			return "", false, true
		}
	}
	plain, whole := narrow(data[:len(data)-pad])
	return plain, whole, !whole
}
