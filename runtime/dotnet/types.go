package dotnet

import "rehearse/runtime/value"

// typeRowsAll are the types that are no numbers, exceptions, enumerations or generics.
func typeRowsAll() []row {
	return []row{
		{value.TypeObject, &objectTable}, {value.TypeValueType, nil}, {value.TypeEnum, &enumTable},
		{value.TypeBool, &booleanTable}, {value.TypeString, &stringTable}, {value.TypeDateTime, &dateTimeTable}, {value.TypeTimeSpan, &timeSpanTable},
		{value.TypeArray, &arrayTable}, {value.TypeHashtable, &hashtableTable}, {value.TypeOrderedDictionary, &orderedTable},
		{value.TypeArrayList, nil}, {value.TypeDictionaryEntry, &dictionaryEntryTable},
		{value.TypeRuntimeType, nil}, {value.TypeRuntimeType.Base, &typeTable}, {value.TypeRuntimeType.Base.Base, nil},
		{value.TypePSObject, &psObjectTable}, {value.TypePSCustomObject, nil}, {value.TypeScriptBlock, nil}, {value.TypeSwitchParameter, nil}, {value.TypeVoid, nil},
		{value.IfaceComparable, nil}, {value.IfaceConvertible, nil}, {value.IfaceFormattable, nil}, {value.IfaceCloneable, nil}, {value.IfaceDisposable, nil},
		{value.IfaceEnumerable, nil}, {value.IfaceCollection, nil}, {value.IfaceList, nil}, {value.IfaceDictionary, nil},
		{ifaceEnumerator, nil}, {ifaceComparer, nil}, {ifaceEqualityComparer, nil}, {ifaceFormatProvider, nil},
		{typeReference, &referenceTable}, {typeNullString, &nullStringTable},
		{typeDelegate, &delegateTable}, {typeMulticastDelegate, nil}, {typeMatchEvaluator, nil}, {typeEventHandler, nil}, {typePlainAction, nil},
		{typeMath, &mathTable}, {typeGuid, &guidTable},
		{typeDateTimeOffset, &dateTimeOffsetTable}, {typeDateOnly, &dateOnlyTable}, {typeTimeOnly, &timeOnlyTable},
		{typeTuple, &tupleStaticTable}, {typeValueTuple, &valueTupleStaticTable},
		{typeStringComparer, &stringComparerTable}, {typeCharEnumerator, &enumeratorTable}, {typeEnumerator, &enumeratorTable},
		{typeArrayEnumerator, &enumeratorTable}, {typeArrayListEnumerator, &enumeratorTable}, {typeDictionaryEnumerator, &dictionaryEnumeratorTable}, {typeOrderedEnumerator, &dictionaryEnumeratorTable},
		{typeKeyCollection, &keyCollectionTable}, {typeValueCollection, &keyCollectionTable}, {typeListDictionary, &hashtableTable},
		{typeSortedList, &hashtableTable},
		{typePSMethod, &psMethodTable}, {typePSMethodInfo, nil}, {typePSMemberInfo, nil},
		{value.TypeErrorRecord, &errorRecordTable}, {typeCategoryInfo, &categoryInfoTable}, {typeErrorDetails, &errorDetailsTable},
		{value.TypeInvocationInfo, &invocationInfoTable},
		{typeAssembly, &assemblyTable}, {typeAssembly.Base, &assemblyTable},
		{typeMethodInfo, nil}, {typeMethodInfo.Base, &memberInfoTable}, {typePropertyInfo, nil}, {typePropertyInfo.Base, &memberInfoTable},
		{typeFieldInfo, nil}, {typeFieldInfo.Base, &memberInfoTable}, {typeConstructorInfo, nil}, {typeConstructorInfo.Base, &memberInfoTable},
		{typeParameterInfo, nil}, {typeParameterInfo.Base, &parameterInfoTable},
		{value.TypeChar, &charTable}, {typeConvert, &convertTable}, {typeDBNull, &dbNullTable}, {typeVersion, &versionTable}, {typeCultureInfo, &cultureInfoTable},
		{typeTextInfo, &textInfoTable}, {typeNumberFormatInfo, &numberFormatTable}, {typeDateTimeFormatInfo, &dateTimeFormatTable}, {typeCompareInfo, &compareInfoTable},
		{typeCalendar, nil}, {typeGregorianCalendar, &calendarTable}, {typeISOWeek, &isoWeekTable}, {typeTimeZoneInfo, &timeZoneTable},
		{typeUri, &uriTable}, {typeIPAddress, &ipAddressTable}, {typeIPEndPoint, &ipEndPointTable}, {typeIPNetwork, &ipNetworkTable}, {typeMailAddress, &mailAddressTable},
		{typeWebUtility, &webUtilityTable}, {typeHttpUtility, &httpUtilityTable}, {typeNameValues, &nameValuesTable}, {typeHttpValues, nil},
		{typeSecureString, &secureStringTable}, {typePSCredential, &psCredentialTable}, {typeNetworkCredential, &networkCredentialTable},
		{typeMarshal, &marshalTable}, {typeIntPtr, &intPtrTable}, {typeRandom, &randomTable}, {typeStopwatch, &stopwatchTable}, {typeWildcardPattern, &wildcardPatternTable},
		{typeBitConverter, &bitConverterTable}, {typeBitArray, &bitArrayTable},
		{typeGC, &gcTable}, {typeThread, &threadTable}, {typeInterlocked, &interlockedTable}, {typeMonitor, &monitorTable}, {typeActivator, &activatorTable},
		{typeServicePoints, &servicePointTable},
		{typeRegex, &regexTable}, {typeCapture, &captureTable}, {typeGroup, &groupTable}, {typeMatch, &matchTable},
		{typeMatchCollection, &matchListTable}, {typeGroupCollection, &groupCollectionTable}, {typeCaptureCollection, &matchListTable},
		{typePath, &pathTable}, {typeFile, &fileTable}, {typeDirectory, &directoryTable}, {typeMarshalByRef, nil}, {typeFileSystemInfo, &fileSystemInfoTable},
		{TypeFileInfo, &fileInfoTable}, {TypeDirectoryInfo, &directoryInfoTable},
		{typeStream, &streamTable}, {typeMemoryStream, &memoryStreamTable}, {typeFileStream, &fileStreamTable},
		{typeTextReader, &textReaderTable}, {typeStringReader, &stringReaderTable}, {typeStreamReader, &streamReaderTable},
		{typeTextWriter, &textWriterTable}, {typeStringWriter, &stringWriterTable}, {typeStreamWriter, &streamWriterTable}, {typeSyncWriter, nil},
		{typeStringBuilder, &stringBuilderTable},
		{typeEncoding, &encodingTable}, {typeUTF8Encoding, &utf8EncodingTable}, {typeUTF8Sealed, nil}, {typeUnicodeEncoding, &unicodeEncodingTable},
		{typeUTF32Encoding, nil}, {typeASCIIEncoding, &asciiEncodingTable}, {typeASCIISealed, nil}, {typeLatin1Encoding, nil}, {typeLatin1Sealed, nil},
		{typeUTF7Encoding, nil}, {typeFallback, nil},
		{typeConsole, &consoleTable}, {typeEnvironment, &environmentTable}, {typeOperatingSystem, &operatingSystemTable}, {typeOSPlatform, &osPlatformTable},
		{typeRuntimeInformation, &runtimeInformationTable}, {typeAssemblyName, &assemblyNameTable},
	}
}

// enumerations are the enum types.
var enumerations = []*enumeration{
	&enumDayOfWeek, &enumDateTimeKind, &enumDateTimeStyles, &enumStringComparison, &enumStringSplitOptions, &enumNormalizationForm,
	&enumCompareOptions, &enumNumberStyles, &enumMidpointRounding, &enumTypeCode, &enumPSMemberTypes, &enumCommandOrigin, &enumMemberTypes, &enumBindingFlags,
	&enumFileAttributes, &enumFileMode, &enumFileAccess, &enumFileShare, &enumSearchOption, &enumSeekOrigin, &enumConsoleColor, &enumSpecialFolder,
	&enumEnvironmentTarget, &enumPlatformID, &enumArchitecture, &enumUnicodeCategory, &enumBase64Options, &enumRegexOptions,
	&enumUriKind, &enumUriPartial, &enumUriHostNameType, &enumUriComponents, &enumUriFormat, &enumAddressFamily, &enumCalendarWeekRule, &enumCultureTypes,
	&enumWildcardOptions, &enumSecurityProtos, &enumApartmentState, &enumHttpStatusCode, &enumAttributeTargets,
}
