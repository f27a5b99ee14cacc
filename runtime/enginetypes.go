package runtime

import (
	"rehearse/runtime/bind"
	"rehearse/runtime/dotnet"
	"rehearse/runtime/value"
)

// engineTypes are the types of the engine that scripts name, beside those of package dotnet.
func engineTypes() []*value.Type {
	list := []*value.Type{
		value.TypeErrorCategory, bind.TypeActionPreference, TypeConfirmImpact, TypeConsoleColor, TypeCommandTypes, typeShouldProcessReason, typeSplitOptions, TypeJob, typeJobState,
		TypeCommandInfo, TypeFunctionInfo, TypeCmdletInfo, TypeAliasInfo, TypeExternalScriptInfo, TypeModule, typePSScriptCmdlet,
		typeExecutionContext, typeHost, TypeWarningRecord, TypeVerboseRecord, TypeDebugRecord, TypeInformationRecord, TypeHostMessage,
		TypeVariable, TypeItemOptions, typeSessionState, typeModuleKind, typeWhereMode, typeDefaultParameters, typeErrorView,
		typeAttribute, typeCmdletMetadata, typeParsingBase, typeValidateArguments, typeValidateEnumerated, typeTransformation, typeSetGenerator,
		typeExperimentAction, TypeRuntimeParameter, typeRuntimeParameters, typeParameterMetadata, typeParameterSetMetadata,
	}
	for _, k := range attributeKinds {
		list = append(list, k.typ)
	}
	return list
}

// typeShouldProcessReason is System.Management.Automation.ShouldProcessReason.
var typeShouldProcessReason = value.NewEnum("System.Management.Automation.ShouldProcessReason", []string{"None", "WhatIf"}, []int64{0, 1})

// typeObjectList is List[object], the type of remaining arguments; typeBoundParameters that of $PSBoundParameters. They are known after
// install.
var typeObjectList, typeBoundParameters, typeNameTable *value.Type

func collectionTypes() {
	typeObjectList, _ = dotnet.Resolve("System.Collections.Generic.List[object]", nil)
	if d, ok := dotnet.Resolve("System.Collections.Generic.Dictionary[string,object]", nil); ok {
		typeNameTable = d
		typeBoundParameters = &value.Type{Name: "PSBoundParametersDictionary", FullName: "System.Management.Automation.PSBoundParametersDictionary", Base: d}
	}
}
