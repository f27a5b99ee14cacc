package dotnet

import (
	"slices"
	"sync"

	"rehearse/runtime/value"
)

// Install gives the types of package value their members and makes all types known by name. It does its work once; rows are parsed
// only when a script looks at their type.
func Install() { installed.Do(install) }

var installed sync.Once

// row is a type with its members.
type row struct {
	typ *value.Type
	tab *table
}

func install() {
	value.TypeText = ShortName
	zeroes()
	known.generics = concatGenerics(genericRows(), delegateRows(), tupleRows())
	known.enums = enumerations
	for _, r := range slices.Concat(typeRowsAll(), hashRows(), xmlRows()) {
		known.types = append(known.types, r.typ)
		if r.tab != nil {
			declare(r.typ, r.tab)
		}
	}
	known.types = append(known.types, coreExceptions...)
	known.types = append(known.types, ownExceptions...)
	exceptionMembers()
	for _, t := range []*value.Type{
		value.TypeSByte, value.TypeByte, value.TypeInt16, value.TypeUInt16, value.TypeInt32, value.TypeUInt32, value.TypeInt64, value.TypeUInt64,
	} {
		known.types = append(known.types, t)
		declareNumber(t, &numberTable)
	}
	for _, t := range []*value.Type{value.TypeSingle, value.TypeDouble} {
		known.types = append(known.types, t)
		declareNumber(t, &floatTable)
	}
	known.types = append(known.types, value.TypeDecimal, typeBigInteger)
	declareNumber(value.TypeDecimal, &decimalTable)
	declareNumber(typeBigInteger, &bigIntegerTable)
	conversions()
	for _, t := range []*value.Type{typeMatchEvaluator, typeEventHandler, typePlainAction} {
		t.Conversion = delegateConversion(t)
	}
	known.types = append(known.types, typePlainQueue, typePlainStack)
	declareOf(value.TypeArrayList, &arrayListTable)
	declareOf(typePlainQueue, &plainQueueTable)
	declareOf(typePlainStack, &plainStackTable)
	adopt(value.TypePSObjectCollection, typeCollection, value.TypePSObject)
}

// declareOf gives a collection without type parameters a table whose rows call the element type T.
func declareOf(t *value.Type, tab *table) {
	t.Members = &value.Members{Fill: func(m *value.Members) { tab.fill(m, typeScope{"T": value.TypeObject}) }}
}

func concatGenerics(groups ...[]generic) []generic {
	var all []generic
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

func tupleRows() []generic {
	var rows []generic
	for i := range maxTupleItems {
		rows = append(rows, generic{typeTuples[i], tupleParams[i], "", "", tupleTable(i+1, false)},
			generic{typeValueTuples[i], tupleParams[i], "", "", tupleTable(i+1, true)})
	}
	return rows
}

// genericRows are the open generic types.
func genericRows() []generic {
	const enumerable = "System.Collections.Generic.IEnumerable[T] System.Collections.Generic.IReadOnlyCollection[T]"
	const list = "System.Collections.Generic.IList[T] System.Collections.Generic.ICollection[T] System.Collections.Generic.IReadOnlyList[T] " + enumerable + " System.Collections.IList"
	const dictionary = "System.Collections.Generic.IDictionary[TKey,TValue] System.Collections.IDictionary"
	const set = "System.Collections.Generic.ISet[T] System.Collections.Generic.ICollection[T] System.Collections.IEnumerable " + enumerable
	const sequence = "System.Collections.ICollection " + enumerable
	return []generic{
		{typeNullable, "T", "", "", nil}, {typeTypedReference, "T", "", "", nil},
		{ifaceGenericEnumerable, "T", "", "System.Collections.IEnumerable", nil},
		{ifaceGenericCollection, "T", "", "System.Collections.IEnumerable", nil},
		{ifaceGenericList, "T", "", "System.Collections.IEnumerable", nil},
		{ifaceReadOnlyList, "T", "", "System.Collections.IEnumerable", nil},
		{ifaceReadOnlyColl, "T", "", "System.Collections.IEnumerable", nil},
		{ifaceGenericSet, "T", "", "System.Collections.IEnumerable", nil},
		{ifaceGenericComparer, "T", "", "System.Collections.IComparer", nil},
		{ifaceGenericEquality, "T", "", "System.Collections.IEqualityComparer", nil},
		{ifaceGenericComparable, "T", "", "", nil},
		{ifaceEquatable, "T", "", "", nil},
		{ifaceGenericDictionary, "TKey TValue", "", "System.Collections.IEnumerable", nil},
		{typeList, "T", "", list, &genericListTable},
		{typeCollection, "T", "", list, &collectionTable},
		{typeObservableCollection, "T", "System.Collections.ObjectModel.Collection[T]", list, &collectionTable},
		{typeReadOnlyCollection, "T", "", list, &readOnlyCollectionTable},
		{typeDictionary, "TKey TValue", "", dictionary, &genericDictionaryTable},
		{typeSortedDictionary, "TKey TValue", "", dictionary, &sortedDictionaryTable},
		{typeGenericSortedList, "TKey TValue", "", dictionary, &sortedListTable},
		{typeConcurrentDictionary, "TKey TValue", "", dictionary, &concurrentDictionaryTable},
		{typeKeyValuePair, "TKey TValue", "", "", &keyValuePairTable},
		{typeHashSet, "T", "", set, &setTable},
		{typeSortedSet, "T", "", set, &sortedSetTable},
		{typeSequence, "T", "", "System.Collections.Generic.IEnumerable[T]", nil},
		{typePriorityQueue, "TElement TPriority", "", "", &priorityQueueTable},
		{typeQueue, "T", "", sequence, &queueTable},
		{typeStack, "T", "", sequence, &stackTable},
		{typeConcurrentQueue, "T", "", sequence, &concurrentQueueTable},
		{typeConcurrentStack, "T", "", sequence, &concurrentStackTable},
		{typeConcurrentBag, "T", "", sequence, &concurrentBagTable},
		{typeBlockingCollection, "T", "", sequence, &blockingCollectionTable},
		{typeLinkedList, "T", "", sequence + " System.Collections.Generic.ICollection[T]", &linkedListTable},
		{typeLinkedListNode, "T", "", "", &linkedListNodeTable},
	}
}
