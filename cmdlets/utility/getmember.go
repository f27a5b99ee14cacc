package utility

import (
	"slices"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

const (
	listedInput = iota
	listedName
	listedKind
	listedView
	listedStatic
	listedForce
)

var getMember = &runtime.Cmdlet{
	Signature: bind.Signature{Command: "Get-Member", TypeName: "Microsoft.PowerShell.Commands.GetMemberCommand", Cmdlet: true,
		Params: []bind.Parameter{
			listedInput:  inputObject(),
			listedName:   {Name: "Name", Type: value.TypeStringArray, Default: value.OfStrings([]string{"*"}), Validate: []bind.Validator{&bind.ValidateNotNullOrEmpty{}}, Sets: at(0)},
			listedKind:   {Name: "MemberType", Aliases: []string{"Type"}, Type: dotnet.TypePSMemberTypes, Default: dotnet.AllMemberTypes(), Sets: anywhere()},
			listedView:   {Name: "View", Type: dotnet.TypePSMemberViewTypes(), Default: dotnet.MemberViews(viewExtended | viewAdapted), Sets: anywhere()},
			listedStatic: switched("Static"),
			listedForce:  switched("Force"),
		}},
	Aliases: []string{"gm"}, Module: module, Synopsis: "Lists the properties and methods of objects.",
	New: func() runtime.Command { return &memberListing{} },
}

// The numbers of PSMemberViewTypes.
const (
	viewExtended = 1
	viewAdapted  = 2
	viewBase     = 4
)

// memberDefinition is what Get-Member gives for a member; its text is the definition.
var memberDefinition = func() *recordType {
	t := newRecordType("Microsoft.PowerShell.Commands.MemberDefinition", value.TypeObject,
		recordProperty{"TypeName", value.TypeString}, recordProperty{"Name", value.TypeString},
		recordProperty{"MemberType", dotnet.TypePSMemberTypes}, recordProperty{"Definition", value.TypeString})
	t.text = func(r *record) string { return value.ToString(r.vals[3]) }
	return t
}()

// memberListing describes each type once, in the order of appearance (oracle/objects, section 9).
type memberListing struct {
	runtime.NoBegin
	seen value.NameIndex
	any  bool
}

// Process describes the object, if none of its type was there before.
func (l *memberListing) Process(c *runtime.Call) error {
	v := c.Value(listedInput)
	if v.IsNull() {
		return nil
	}
	l.any = true
	name := value.TypeNames(v)[0]
	t, isType := value.As[*value.Type](v.Base())
	if c.Switch(listedStatic) {
		if !isType {
			t = value.TypeOf(v)
		}
		name = t.FullName
	}
	if n := l.seen.Len(); l.seen.Add(name) < n {
		return nil
	}
	var members []dotnet.MemberInfo
	if c.Switch(listedStatic) {
		members = dotnet.StaticMembers(t, c.Switch(listedForce))
	} else {
		members = dotnet.Members(c.Env(), v, int(c.Value(listedView).Int()), c.Switch(listedForce))
	}
	return l.show(c, name, members)
}

// show emits the members that each pattern finds, by kind and name.
func (l *memberListing) show(c *runtime.Call, typeName string, members []dotnet.MemberInfo) error {
	kinds := c.Value(listedKind).Int()
	for _, pattern := range c.Strings(listedName) {
		w, err := text.CompileWildcard(pattern, true)
		if err != nil {
			return err
		}
		var found []dotnet.MemberInfo
		for _, m := range members {
			if m.Kind&kinds != 0 && w.Match(m.Name) {
				found = append(found, m)
			}
		}
		slices.SortStableFunc(found, func(a, b dotnet.MemberInfo) int {
			if d := strings.Compare(dotnet.MemberKindName(a.Kind), dotnet.MemberKindName(b.Kind)); d != 0 {
				return d
			}
			return strings.Compare(strings.ToUpper(a.Name), strings.ToUpper(b.Name))
		})
		for _, m := range found {
			if err := c.Write(memberDefinition.of(value.OfString(typeName), value.OfString(m.Name), dotnet.MemberType(m.Kind), value.OfString(m.Definition))); err != nil {
				return err
			}
		}
	}
	return nil
}

// End complains if there was nothing to describe.
func (l *memberListing) End(c *runtime.Call) error {
	if l.any {
		return nil
	}
	return c.Fail(value.Throw(value.InvalidOperationException, "NoObjectInGetMember",
		"You must specify an object for the Get-Member cmdlet.").With(value.CloseError, value.NullValue))
}
