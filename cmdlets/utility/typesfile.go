package utility

import (
	"encoding/xml"
	"strings"

	"rehearse/cmdlets/content"
	"rehearse/runtime"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// The elements of a types file (.ps1xml): <Types><Type><Name>…</Name><Members>…</Members></Type></Types>.
type (
	typesXML struct {
		Types []struct {
			Name    string     `xml:"Name"`
			Members membersXML `xml:"Members"`
		} `xml:"Type"`
	}
	membersXML struct {
		List []memberXML `xml:",any"`
	}
	memberXML struct {
		XMLName    xml.Name
		Name       string      `xml:"Name"`
		Value      string      `xml:"Value"`
		Referenced string      `xml:"ReferencedMemberName"`
		TypeName   string      `xml:"TypeName"`
		Get        string      `xml:"GetScriptBlock"`
		Set        string      `xml:"SetScriptBlock"`
		Script     string      `xml:"Script"`
		Names      []string    `xml:"ReferencedProperties>Name"`
		Members    *membersXML `xml:"Members"`
	}
)

// updateFromFiles is Update-TypeData with files: those of -PrependPath are read first.
func updateFromFiles(c *runtime.Call) error {
	for _, list := range [...]struct {
		param int
		id    string
	}{{typePrepend, "TypesPrependPathException"}, {typeAppend, "TypesAppendPathException"}} {
		err := eachTypesFile(c, c.Strings(list.param), list.id, "Update TypeData", func(name string, bag *value.PSObject) error {
			return addTypeData(c, name, bag)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// removeTypeFiles forgets the types that files name.
func removeTypeFiles(c *runtime.Call) error {
	return eachTypesFile(c, c.Strings(removeTypePath), "TypesPathException", "Remove TypeData", func(name string, _ *value.PSObject) error {
		c.Types().Remove(name)
		return nil
	})
}

// eachTypesFile yields the types in the files that the paths name.
func eachTypesFile(c *runtime.Call, paths []string, id, action string, yield func(name string, bag *value.PSObject) error) error {
	for _, p := range paths {
		files, err := formatFile(c, p, id)
		if err != nil {
			return err
		}
		for _, full := range files {
			if ok, err := c.ShouldProcess("FileName: "+full, action); err != nil || !ok {
				return err
			}
			b, err := content.ReadFile(c.Host().Files, full)
			if err != nil {
				return content.OpenFailure(c, full, err)
			}
			var doc typesXML
			if err := xml.Unmarshal(b, &doc); err != nil {
				return c.Fail(value.Throw(value.RuntimeException, "TypesXmlUpdateException",
					"There were errors in loading the type data file: \n"+full+": The file was skipped because of the following validation exception: "+err.Error()).With(value.InvalidOperation, value.NullValue))
			}
			for _, t := range doc.Types {
				bag := value.NewCustom()
				if err := readMembers(c, &t.Members, bag, 0); err != nil {
					return err
				}
				if err := yield(strings.TrimSpace(t.Name), bag); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// maxMemberSets bounds member sets in member sets.
const maxMemberSets = 8

// readMembers puts the members of a types file into bag.
func readMembers(c *runtime.Call, list *membersXML, bag *value.PSObject, depth int) error {
	for i := range list.List {
		m := &list.List[i]
		name := strings.TrimSpace(m.Name)
		switch m.XMLName.Local {
		case "NoteProperty":
			v, err := typedText(c, m)
			if err != nil {
				return err
			}
			bag.Add(name, value.NoteProperty, v)
		case "AliasProperty":
			target := value.OfString(strings.TrimSpace(m.Referenced))
			if t := c.FindType(strings.TrimSpace(m.TypeName)); t != nil && m.TypeName != "" {
				target = value.Of(&value.AliasPropertyDef{Name: target.Str(), Type: t})
			}
			bag.Add(name, value.AliasProperty, target)
		case "ScriptProperty":
			getter, err := fileBlock(c, m.Get)
			if err != nil {
				return err
			}
			setter, err := fileBlock(c, m.Set)
			if err != nil {
				return err
			}
			bag.Add(name, value.ScriptProperty, value.Of(&value.ScriptPropertyDef{Getter: getter, Setter: setter}))
		case "ScriptMethod":
			script, err := fileBlock(c, m.Script)
			if err != nil {
				return err
			}
			bag.Add(name, value.ScriptMethod, script)
		case "PropertySet":
			bag.Add(name, value.PropertySet, value.OfStrings(m.Names))
		case "MemberSet":
			inner := value.NewCustom()
			if m.Members != nil && depth < maxMemberSets {
				if err := readMembers(c, m.Members, inner, depth+1); err != nil {
					return err
				}
			}
			bag.Add(name, value.MemberSet, value.Of(inner))
		}
	}
	return nil
}

// typedText is the value of a note in a types file, converted to the type it names.
func typedText(c *runtime.Call, m *memberXML) (value.Value, error) {
	v := value.OfString(m.Value)
	if m.TypeName == "" {
		return v, nil
	}
	t := c.FindType(strings.TrimSpace(m.TypeName))
	if t == nil {
		return v, nil
	}
	return c.Cast(v, t)
}

func fileBlock(c *runtime.Call, text string) (value.Value, error) {
	if strings.TrimSpace(text) == "" {
		return value.NullValue, nil
	}
	b, err := c.ParseBlock(text)
	if err != nil {
		return value.NullValue, err
	}
	return value.Of(b), nil
}

// standardMembers is the member set that holds display and key sets; package format reads it there.
const standardMembers = dotnet.StandardMembers
