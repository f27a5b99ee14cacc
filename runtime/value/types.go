package value

import "sync"

// The types that the engine itself knows; runtime/dotnet adds the others and all members.
var (
	TypeObject    = newType("System.Object", nil, 0)
	TypeValueType = newType("System.ValueType", TypeObject, Abstract)
	TypeEnum      = newType("System.Enum", TypeValueType, Abstract)

	IfaceComparable  = newType("System.IComparable", nil, Interface)
	IfaceConvertible = newType("System.IConvertible", nil, Interface)
	IfaceFormattable = newType("System.IFormattable", nil, Interface)
	IfaceCloneable   = newType("System.ICloneable", nil, Interface)
	IfaceDisposable  = newType("System.IDisposable", nil, Interface)
	IfaceEnumerable  = newType("System.Collections.IEnumerable", nil, Interface)
	IfaceCollection  = newType("System.Collections.ICollection", nil, Interface, IfaceEnumerable)
	IfaceList        = newType("System.Collections.IList", nil, Interface, IfaceCollection)
	IfaceDictionary  = newType("System.Collections.IDictionary", nil, Interface, IfaceCollection)

	TypeBool     = newType("System.Boolean", TypeValueType, ValueType|Sealed, IfaceComparable, IfaceConvertible)
	TypeChar     = newType("System.Char", TypeValueType, ValueType|Sealed, IfaceComparable, IfaceConvertible)
	TypeSByte    = newInteger("System.SByte")
	TypeByte     = newInteger("System.Byte")
	TypeInt16    = newInteger("System.Int16")
	TypeUInt16   = newInteger("System.UInt16")
	TypeInt32    = newInteger("System.Int32")
	TypeUInt32   = newInteger("System.UInt32")
	TypeInt64    = newInteger("System.Int64")
	TypeUInt64   = newInteger("System.UInt64")
	TypeSingle   = newType("System.Single", TypeValueType, ValueType|Sealed|Numeric, IfaceComparable, IfaceConvertible, IfaceFormattable)
	TypeDouble   = newType("System.Double", TypeValueType, ValueType|Sealed|Numeric, IfaceComparable, IfaceConvertible, IfaceFormattable)
	TypeDecimal  = newType("System.Decimal", TypeValueType, ValueType|Sealed|Numeric, IfaceComparable, IfaceConvertible, IfaceFormattable)
	TypeDateTime = newType("System.DateTime", TypeValueType, ValueType|Sealed, IfaceComparable, IfaceConvertible, IfaceFormattable)
	TypeTimeSpan = newType("System.TimeSpan", TypeValueType, ValueType|Sealed, IfaceComparable, IfaceFormattable)
	TypeString   = newType("System.String", TypeObject, Sealed, IfaceComparable, IfaceConvertible, IfaceCloneable, IfaceEnumerable)

	TypeArray             = newType("System.Array", TypeObject, Abstract, IfaceList, IfaceCloneable)
	TypeHashtable         = newType("System.Collections.Hashtable", TypeObject, 0, IfaceDictionary, IfaceCloneable)
	TypeOrderedDictionary = newType("System.Collections.Specialized.OrderedDictionary", TypeObject, 0, IfaceDictionary)
	TypeArrayList         = newType("System.Collections.ArrayList", TypeObject, 0, IfaceList, IfaceCloneable)
	TypeRuntimeType       = newType("System.RuntimeType", newType("System.Type", newType("System.Reflection.MemberInfo", TypeObject, Abstract), Abstract), Sealed)
	TypeDictionaryEntry   = newType("System.Collections.DictionaryEntry", TypeValueType, ValueType)

	TypePSObject        = newType("System.Management.Automation.PSObject", TypeObject, 0)
	TypePSCustomObject  = newType("System.Management.Automation.PSCustomObject", TypeObject, 0)
	TypeScriptBlock     = newType("System.Management.Automation.ScriptBlock", TypeObject, 0)
	TypeSwitchParameter = newType("System.Management.Automation.SwitchParameter", TypeValueType, ValueType)
	// TypePSObjectCollection is what the methods Where and ForEach and ScriptBlock.Invoke return.
	TypePSObjectCollection = &Type{Name: "Collection`1", Base: TypeObject, Iface: []*Type{IfaceList},
		FullName: "System.Collections.ObjectModel.Collection`1[[System.Management.Automation.PSObject, System.Management.Automation, " +
			"Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]",
		Text: "System.Collections.ObjectModel.Collection`1[System.Management.Automation.PSObject]"}
	TypeVoid = newType("System.Void", TypeValueType, ValueType)
)

func newInteger(full string) *Type {
	return newType(full, TypeValueType, ValueType|Sealed|Numeric|IntegerType, IfaceComparable, IfaceConvertible, IfaceFormattable)
}

// arrayCache holds one Type per (element, rank).
type arrayCache struct {
	mu sync.Mutex
	m  map[arrayKey]*Type
}

type arrayKey struct {
	elem *Type
	rank int
}

var arrayTypes arrayCache

func (c *arrayCache) get(elem *Type, rank int) *Type {
	c.mu.Lock()
	defer c.mu.Unlock()
	k := arrayKey{elem, rank}
	if t := c.m[k]; t != nil {
		return t
	}
	suffix := "["
	for i := 1; i < rank; i++ {
		suffix += ","
	}
	suffix += "]"
	t := &Type{Name: elem.Name + suffix, FullName: elem.FullName + suffix, Base: TypeArray, Elem: elem, Rank: rank, Flags: Sealed}
	if c.m == nil {
		c.m = map[arrayKey]*Type{}
	}
	c.m[k] = t
	return t
}

// Element types of the arrays that appear everywhere.
var (
	TypeObjectArray = ArrayOf(TypeObject)
	TypeStringArray = ArrayOf(TypeString)
)
