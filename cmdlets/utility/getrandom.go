package utility

import (
	"math"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	randomMaximum = iota
	randomMinimum
	randomInput
	randomCount
	randomShuffle
	randomSeed // Get-Random only
)

const (
	randomNumberSet  = "RandomNumberParameterSet"
	randomItemSet    = "RandomListItemParameterSet"
	randomShuffleSet = "ShuffleParameterSet"
)

func randomCmdlet(name string, more ...bind.Parameter) *runtime.Cmdlet {
	items := []bind.Membership{{Set: randomItemSet, Mandatory: true, Position: 0, FromPipeline: true}, {Set: randomShuffleSet, Mandatory: true, Position: 0, FromPipeline: true}}
	return &runtime.Cmdlet{
		Signature: bind.Signature{Command: name, TypeName: "Microsoft.PowerShell.Commands." + strings.Replace(name, "-", "", 1) + "Command", Cmdlet: true, DefaultSet: randomNumberSet,
			Params: append([]bind.Parameter{
				randomMaximum: {Name: "Maximum", Type: value.TypeObject, Sets: []bind.Membership{{Set: randomNumberSet, Position: 0}}},
				randomMinimum: {Name: "Minimum", Type: value.TypeObject, Sets: inSets(randomNumberSet)},
				randomInput:   {Name: "InputObject", Type: value.TypeObjectArray, AllowNull: true, AllowEmptyCollection: true, Sets: items},
				randomCount:   {Name: "Count", Type: value.TypeInt32, Sets: inSets(randomNumberSet, randomItemSet), Validate: between(1, maxInt32), Default: value.OfInt(1)},
				randomShuffle: {Name: "Shuffle", Type: value.TypeSwitchParameter, Sets: []bind.Membership{{Set: randomShuffleSet, Mandatory: true, Position: bind.NoPosition}}},
			}, more...)},
		Module: module, Synopsis: "Gives random numbers, or random ones of some objects.",
		New: func() runtime.Command { return &randomizing{seeded: len(more) > 0} },
	}
}

var (
	getRandom       = randomCmdlet("Get-Random", bind.Parameter{Name: "SetSeed", Type: value.TypeInt32, Sets: anywhere()})
	getSecureRandom = randomCmdlet("Get-SecureRandom")
)

// randomizing draws numbers at once, and objects when all have come.
type randomizing struct {
	seeded bool // the cmdlet has -SetSeed
	source *dotnet.Random
	items  []value.Value
}

// Begin begins the sequence of -SetSeed and draws numbers.
func (r *randomizing) Begin(c *runtime.Call) error {
	if r.seeded && c.Bound(randomSeed) {
		c.SeedRandom(int32(c.Int(randomSeed)))
	}
	r.source = c.Random()
	if c.Set != randomNumberSet {
		return nil
	}
	low, err := randomLimit(c, randomMinimum, value.OfInt(0))
	if err != nil {
		return err
	}
	high, err := randomLimit(c, randomMaximum, value.OfInt32(math.MaxInt32))
	if err != nil {
		return err
	}
	for range c.Int(randomCount) {
		v, err := r.number(low, high)
		if err != nil {
			return err
		}
		if err := c.Write(v); err != nil {
			return err
		}
	}
	return nil
}

// randomLimit is a limit as [int], [long] or [double]; a text becomes the number it spells.
func randomLimit(c *runtime.Call, param int, otherwise value.Value) (value.Value, error) {
	if !c.Bound(param) {
		return otherwise, nil
	}
	v := c.Value(param).Base()
	if v.IsString() {
		if n, ok := value.NumberLiteral(text.Trim(v.Str())); ok {
			v = n
		}
	}
	switch k := v.Kind(); {
	case k == value.Int32, k == value.Int64, k == value.Double:
		return v, nil
	case k == value.Single, k == value.DecimalKind:
		return value.Convert(v, value.TypeDouble)
	}
	if n, err := value.Convert(v, value.TypeInt32); err == nil {
		return n, nil
	}
	return value.Convert(v, value.TypeInt64)
}

// number is one number from low up to high, of the wider of their types; a long limit that does not fit an [int] makes a [long].
func (r *randomizing) number(low, high value.Value) (value.Value, error) {
	if low.IsDouble() || high.IsDouble() {
		a, b := floatOf(low), floatOf(high)
		if a >= b {
			return low, badRandomRange(low, high)
		}
		return value.OfDouble(a + r.source.Float()*(b-a)), nil
	}
	if low.Int() >= high.Int() {
		return low, badRandomRange(low, high)
	}
	n := r.source.Between(low.Int(), high.Int())
	if low.IsInt32() && high.IsInt32() {
		return value.OfInt32(int32(n)), nil
	}
	return value.OfInt64(n), nil
}

func floatOf(v value.Value) float64 {
	if v.IsDouble() {
		return v.Float()
	}
	return float64(v.Int())
}

func badRandomRange(low, high value.Value) error {
	return value.Throw(value.ArgumentException, "MinGreaterThanOrEqualMax", "The Minimum value ("+value.ToString(low)+
		") cannot be greater than or equal to the Maximum value ("+value.ToString(high)+").").With(value.InvalidArgument, value.NullValue)
}

// Process keeps the objects.
func (r *randomizing) Process(c *runtime.Call) error {
	if c.Set != randomNumberSet {
		if items := c.List(randomInput); len(items) > 0 || !c.Value(randomInput).IsNull() {
			r.items = append(r.items, items...)
		} else {
			r.items = append(r.items, value.NullValue)
		}
	}
	return nil
}

// End writes as many of the objects as asked for, in random order.
func (r *randomizing) End(c *runtime.Call) error {
	n := len(r.items)
	if c.Set == randomItemSet {
		n = min(n, c.Int(randomCount))
	}
	for i := range n {
		j := int(r.source.Between(int64(i), int64(len(r.items))))
		r.items[i], r.items[j] = r.items[j], r.items[i]
		if err := c.Write(r.items[i]); err != nil {
			return err
		}
	}
	return nil
}
