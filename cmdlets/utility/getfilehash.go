package utility

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"io"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/cmdlets/drive"
	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

const (
	hashPath = iota
	hashLiteral
	hashStream
	hashAlgorithm
)

var getFileHash = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-FileHash", TypeName: "Microsoft.PowerShell.Commands.GetFileHashCommand", Cmdlet: true, DefaultSet: "Path",
		Params: []bind.Parameter{
			hashPath: {Name: "Path", Type: value.TypeStringArray, Sets: []bind.Membership{{Set: "Path", Mandatory: true, Position: 0, FromPipeline: true, FromPipelineByName: true}}},
			hashLiteral: {Name: "LiteralPath", Aliases: []string{"PSPath", "LP"}, Type: value.TypeStringArray,
				Sets: []bind.Membership{{Set: "LiteralPath", Mandatory: true, Position: bind.NoPosition, FromPipelineByName: true}}},
			hashStream: {Name: "InputStream", Sets: []bind.Membership{{Set: "StreamParameterSet", Mandatory: true, Position: bind.NoPosition}}},
			hashAlgorithm: {Name: "Algorithm", Type: value.TypeString, Default: value.OfString("SHA256"), Sets: at(1),
				Validate: []bind.Validator{oneOf("SHA1", "SHA256", "SHA384", "SHA512", "MD5")}},
		}},
	Module: module, Synopsis: "Computes hashes of files.",
	New: runtime.Run(hashFiles),
}

// oneOf is ValidateSet.
func oneOf(values ...string) bind.Validator {
	v, err := bind.NewValidateSet(values)
	if err != nil {
		panic(err) // the values are constants
	}
	return v
}

func newHash(algorithm string) hash.Hash {
	switch strings.ToUpper(algorithm) {
	case "MD5":
		return md5.New()
	case "SHA1":
		return sha1.New()
	case "SHA384":
		return sha512.New384()
	case "SHA512":
		return sha512.New()
	}
	return sha256.New()
}

func hashFiles(c *runtime.Call) error {
	algorithm := strings.ToUpper(c.String(hashAlgorithm))
	if c.Bound(hashStream) {
		b, ok := dotnet.StreamRest(c.Value(hashStream))
		if !ok {
			return value.Throw(value.PSArgumentException, "Argument", "Cannot read a stream of type "+value.TypeOf(c.Value(hashStream)).String()+".").With(value.InvalidArgument, value.NullValue)
		}
		h := newHash(algorithm)
		_, _ = h.Write(b) // a hash takes everything
		return writeHash(c, algorithm, h, "")
	}
	paths, literal := c.Strings(hashPath), false
	if c.Bound(hashLiteral) {
		paths, literal = c.Strings(hashLiteral), true
	}
	for _, path := range paths {
		found, _, err := drive.Match(c, path, literal)
		if e, ok := err.(*value.Exception); ok {
			if e.ID == "PathNotFound" {
				e.ID, e.Target = "FileNotFound", value.OfString(path)
			}
			if err := c.Fail(e); err != nil {
				return err
			}
			continue
		}
		for _, p := range found {
			if err := hashFile(c, algorithm, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// hashFile writes the hash of a file; folders are passed over.
func hashFile(c *runtime.Call, algorithm string, p drive.Path) error {
	if i, ok := drive.Stat(c, p); !ok || i.Dir {
		return nil
	}
	r, err := c.Host().Files.Open(p.Item)
	if err != nil {
		e := content.Failure(c, p.Item, err)
		e.ID, e.Category, e.Target = "FileReadError", value.ReadError, value.OfString(p.Item)
		return c.Fail(e)
	}
	defer r.Close() // nothing was written
	h := newHash(algorithm)
	if _, err := io.Copy(h, r); err != nil {
		return c.Fail(content.Failure(c, p.Item, err))
	}
	return writeHash(c, algorithm, h, p.Item)
}

// fileHash is what Get-FileHash gives.
type fileHash struct {
	value.Extended
	algorithm, hash, path string
}

var typeFileHash = &value.Type{Name: "FileHashInfo", FullName: "Microsoft.PowerShell.Commands.FileHashInfo", Base: value.TypeObject, Members: &value.Members{Properties: []value.Property{
	fileHashProperty("Algorithm", func(h *fileHash) *string { return &h.algorithm }),
	fileHashProperty("Hash", func(h *fileHash) *string { return &h.hash }),
	fileHashProperty("Path", func(h *fileHash) *string { return &h.path }),
}}}

func fileHashProperty(name string, of func(h *fileHash) *string) value.Property {
	return value.Property{Name: name, Type: value.TypeString,
		Get: func(_ value.Env, self value.Value) (value.Value, error) {
			h, ok := value.As[*fileHash](self.Base())
			if !ok {
				return value.NullValue, nil
			}
			return value.OfString(*of(h)), nil
		},
		Set: func(_ value.Env, self, v value.Value) error {
			if h, ok := value.As[*fileHash](self.Base()); ok {
				*of(h) = value.ToString(v)
			}
			return nil
		}}
}

// TypeOf is FileHashInfo.
func (*fileHash) TypeOf() *value.Type { return typeFileHash }

func writeHash(c *runtime.Call, algorithm string, h hash.Hash, path string) error {
	return c.Write(value.Of(&fileHash{algorithm: algorithm, hash: strings.ToUpper(hex.EncodeToString(h.Sum(nil))), path: path}))
}
