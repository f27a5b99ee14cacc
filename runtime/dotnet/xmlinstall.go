package dotnet

// xmlRows are the types of System.Xml.
func xmlRows() []row {
	typeXmlDocument.Conversion = xmlConversion()
	return []row{
		{typeXmlNode, &xmlNodeTable}, {typeXmlLinkedNode, nil}, {typeXmlDocument, &xmlDocumentTable}, {typeXmlElement, &xmlElementTable}, {typeXmlAttribute, &xmlAttributeTable},
		{typeXmlCharacters, &xmlCharactersTable}, {typeXmlText, nil}, {typeXmlCDATA, nil}, {typeXmlComment, nil}, {typeXmlWhitespace, nil}, {typeXmlSignificant, nil},
		{typeXmlDeclaration, &xmlDeclarationTable}, {typeXmlInstruction, &xmlInstructionTable}, {typeXmlDocumentType, nil}, {typeXmlReference, nil}, {typeXmlFragment, nil},
		{typeXmlNodeList, &xmlListTable}, {typeXmlChildNodes, nil}, {typeXPathNodeList, nil}, {typeXmlElementList, nil}, {typeXmlNamedMap, nil}, {typeXmlAttributes, &xmlAttributesTable},
		{typeXmlNameTable, nil}, {typeXmlNameTable.Base, nil}, {typeNamespaceManager, &namespaceManagerTable}, {typeXPathNavigator, &xpathNavigatorTable}, {typeXPathIterator, &xpathIteratorTable},
		{typeXmlWriter, &xmlWriterTable}, {typeXmlTextWriter, &xmlTextWriterTable}, {typeXmlSettings, &xmlSettingsTable},
		{typeXmlReader, &xmlReaderTable}, {typeXmlReaderSettings, &xmlReaderSettingsTable},
		{typeXObject, nil}, {typeXNode, nil}, {typeXContainer, nil}, {typeXDocument, &xDocumentTable}, {typeXElement, &xElementTable}, {typeXAttribute, &xAttributeTable},
		{typeXText, &xTextTable}, {typeXComment, &xTextTable}, {typeXName, &xNameTable},
	}
}
