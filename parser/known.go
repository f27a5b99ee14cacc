package parser

import (
	"strings"
	"sync"
)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// knownTypes are the type names without a namespace that every session knows: the accelerators
// and the types of the System namespace.
var knownTypes = sync.OnceValue(func() map[string]bool {
	return words(`
adsi adsisearcher alias allowemptycollection allowemptystring allownull argumentcompleter argumentcompletions array
bigint bool byte char cimclass cimconverter ciminstance cimsession cimtype cmdletbinding cultureinfo datetime decimal
double dscresource dsclocalconfigurationmanager dscproperty experimental experimentaction experimentalfeature float
guid hashtable initialsessionstate int int16 int32 int64 ipaddress ipendpoint long mailaddress
microsoft norunspaceaffinity nullstring object objectsecurity ordered outputtype parameter physicaladdress powershell
psaliasproperty pscredential pscustomobject psdefaultvalue pslistmodifier psmoduleinfo psnoteproperty psobject
psprimitivedictionary pspropertyexpression psscriptmethod psscriptproperty psvariable psvariableproperty ref regex
runspace runspacefactory sbyte scriptblock securestring semver short single string supportswildcards switch timespan
type uint uint16 uint32 uint64 ulong uri ushort validatecount validatedrive validatelength validatenotnull
validatenotnullorempty validatenotnullorwhitespace validatepattern validaterange validatescript validateset
validatetrusteddata validateuserdrive version void wildcardpattern wmi wmiclass wmisearcher x500distinguishedname
x509certificate xml
action activator appdomain applicationid argiterator arraysegment asynccallback attribute attributetargets
attributeusage base64formattingoptions bitconverter boolean buffer comparison console consolecolor consolekey
consolekeyinfo consolemodifiers consolespecialkey contextboundobject convert converter dateonly datetimekind
datetimeoffset dayofweek dbnull delegate enum environment environmentvariabletarget eventargs eventhandler exception
func gc genericuriparser half hashcode iasyncresult icloneable icomparable iconvertible icustomformatter idisposable
iequatable iformatprovider iformattable index intptr int128 uint128 iobservable iobserver iprogress iserviceprovider
lazy loaderoptimization localdatastoreslot marshalbyrefobject math mathf memoryextensions midpointrounding
modulehandle multicastdelegate nullable obsolete operatingsystem platformid predicate progress random range
readonlymemory readonlyspan resolveeventargs serializable span stringcomparer stringcomparison stringsplitoptions
threadstatic timeonly timezone timezoneinfo tuple typecode typedreference uintptr uribuilder urihostnametype
urikind uriparser uripartial valuetuple valuetype weakreference`)
})

// knownAttributes are the attribute names without a namespace that every session knows.
var knownAttributes = sync.OnceValue(func() map[string]bool {
	return words(`
alias allowemptycollection allowemptystring allownull argumentcompleter argumentcompletions attributeusage cmdletbinding
clscompliant dscproperty dscresource dsclocalconfigurationmanager experimental flags hidden norunspaceaffinity obsolete
outputtype parameter psdefaultvalue pstypename serializable nonserialized supportswildcards threadstatic
validatecount validatedrive validatelength validatenotnull validatenotnullorempty validatenotnullorwhitespace
validatepattern validaterange validatescript validateset validatetrusteddata validateuserdrive`)
})

// automaticVariables are the variables a method may read without assigning them.
var automaticVariables = sync.OnceValue(func() map[string]bool {
	return words(`
$ ? ^ _ args confirmpreference consolefilename debugpreference enabledexperimentalfeatures error erroractionpreference
errorview event eventargs eventsubscriber executioncontext false foreach formatenumerationlimit home host
informationpreference input iscoreclr islinux ismacos iswindows lastexitcode matches maximumhistorycount myinvocation
nestedpromptlevel null ofs outputencoding pid profile progresspreference psboundparameters pscmdlet pscommandpath
psculture psdebugcontext psdefaultparametervalues psedition psemailserver pshome psitem psnativecommandargumentpassing
psnativecommanduseerroractionpreference psscriptroot pssenderinfo psstyle psuiculture psversiontable pwd sender shellid
stacktrace switch this true verbosepreference warningpreference whatifpreference`)
})
