package dotnet

import (
	"time"

	"rehearse/runtime/text"
	"rehearse/runtime/value"
)

var (
	typeGC             = class("System.GC", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeThread         = class("System.Threading.Thread", value.TypeObject, value.Sealed)
	typeInterlocked    = class("System.Threading.Interlocked", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeMonitor        = class("System.Threading.Monitor", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeActivator      = class("System.Activator", value.TypeObject, value.Abstract|value.Sealed|value.Static)
	typeServicePoints  = class("System.Net.ServicePointManager", value.TypeObject, 0)
	enumSecurityProtos = enumeration{full: "System.Net.SecurityProtocolType", flags: true, names: "SystemDefault=0 Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288"}
	enumApartmentState = enumeration{full: "System.Threading.ApartmentState", names: "STA MTA Unknown"}
	enumHttpStatusCode = enumeration{full: "System.Net.HttpStatusCode", names: "Continue=100 SwitchingProtocols=101 Processing=102 OK=200 Created=201 Accepted=202 NonAuthoritativeInformation=203 NoContent=204 ResetContent=205 PartialContent=206 MultiStatus=207 MultipleChoices=300 Ambiguous=300 MovedPermanently=301 Moved=301 Found=302 Redirect=302 SeeOther=303 RedirectMethod=303 NotModified=304 UseProxy=305 Unused=306 TemporaryRedirect=307 RedirectKeepVerb=307 PermanentRedirect=308 BadRequest=400 Unauthorized=401 PaymentRequired=402 Forbidden=403 NotFound=404 MethodNotAllowed=405 NotAcceptable=406 ProxyAuthenticationRequired=407 RequestTimeout=408 Conflict=409 Gone=410 LengthRequired=411 PreconditionFailed=412 RequestEntityTooLarge=413 RequestUriTooLong=414 UnsupportedMediaType=415 RequestedRangeNotSatisfiable=416 ExpectationFailed=417 UnprocessableEntity=422 Locked=423 UpgradeRequired=426 TooManyRequests=429 InternalServerError=500 NotImplemented=501 BadGateway=502 ServiceUnavailable=503 GatewayTimeout=504 HttpVersionNotSupported=505 InsufficientStorage=507"}
)

func nothing(value.Value, []value.Value) value.Value { return value.NothingValue }

var gcTable = table{
	props: []prop{{sig: "static int MaxGeneration", get: func(value.Value) value.Value { return value.OfInt(2) }}},
	methods: []method{
		{sig: "static void Collect()", do: nothing}, {sig: "static void Collect(int generation)", do: nothing},
		{sig: "static void WaitForPendingFinalizers()", do: nothing},
		{sig: "static void KeepAlive(System.Object obj)", do: nothing}, {sig: "static void SuppressFinalize(System.Object obj)", do: nothing},
		{sig: "static long GetTotalMemory(bool forceFullCollection)", do: func(value.Value, []value.Value) value.Value { return value.OfInt64(64 << 20) }},
		{sig: "static int CollectionCount(int generation)", do: func(value.Value, []value.Value) value.Value { return value.OfInt(0) }},
		{sig: "static int GetGeneration(System.Object obj)", do: func(value.Value, []value.Value) value.Value { return value.OfInt(0) }},
	},
}

// thread is the one thread of a script.
type thread struct{ _ byte }

// TypeOf is Thread.
func (*thread) TypeOf() *value.Type { return typeThread }

// sleep lets time pass on the script's clock.
func sleep(env value.Env, ms int64) (value.Value, error) {
	if ms < -1 {
		return value.NullValue, rangeError("millisecondsTimeout", "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.")
	}
	if h := hostOf(env); h != nil && h.Clock != nil {
		return value.NothingValue, h.Clock.Sleep(time.Duration(ms) * time.Millisecond)
	}
	return value.NothingValue, nil
}

// threadCulture is a culture of the thread, which is the session's.
func threadCulture(sig string) prop {
	return prop{sig: sig, ask: func(env value.Env, _ value.Value) (value.Value, error) { return OfCulture(currentCulture(env)), nil },
		set: func(env value.Env, _, v value.Value) error {
			if s, ok := env.(value.Cultured); ok && sig == "cultureinfo CurrentCulture" {
				s.SetCulture(cultureValue(v))
			}
			return nil
		}}
}

var threadTable = table{
	props: []prop{
		{sig: "static System.Threading.Thread CurrentThread", get: func(value.Value) value.Value { return value.Of(&thread{}) }},
		threadCulture("cultureinfo CurrentCulture"), threadCulture("cultureinfo CurrentUICulture"),
		{sig: "int ManagedThreadId", get: func(value.Value) value.Value { return value.OfInt(1) }},
		{sig: "string Name", get: textOf("Pipeline Execution Thread"), set: ignoreSet},
		{sig: "bool IsAlive", get: boolOf(true)}, {sig: "bool IsBackground", get: boolOf(false), set: ignoreSet}, {sig: "bool IsThreadPoolThread", get: boolOf(false)},
		{sig: "System.Threading.ApartmentState ApartmentState", get: func(value.Value) value.Value { return enumApartmentState.of(1) }, set: ignoreSet},
	},
	methods: []method{
		{sig: "static void Sleep(int millisecondsTimeout)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return sleep(env, a[0].Int())
		}},
		{sig: "static void Sleep(timespan timeout)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
			return sleep(env, a[0].Int()/text.TicksPerMillisecond)
		}},
		{sig: "System.Threading.ApartmentState GetApartmentState()", do: func(value.Value, []value.Value) value.Value { return enumApartmentState.of(1) }},
	},
}

// interlocked changes a [ref] and gives the new value.
func interlocked(delta int64) func(value.Env, value.Value, []value.Value) (value.Value, error) {
	return func(_ value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		r, _ := value.As[*Reference](a[0])
		d := delta
		if len(a) > 1 {
			d = a[1].Int()
		}
		old := r.Load()
		n := old.Int() + d
		if old.Kind() == value.Int64 {
			return value.OfInt64(n), r.Store(value.OfInt64(n))
		}
		return value.OfInt32(int32(n)), r.Store(value.OfInt32(int32(n)))
	}
}

var interlockedTable = table{methods: []method{
	{sig: "static int Increment([ref] int location)", call: interlocked(1)}, {sig: "static long Increment([ref] long location)", call: interlocked(1)},
	{sig: "static int Decrement([ref] int location)", call: interlocked(-1)}, {sig: "static long Decrement([ref] long location)", call: interlocked(-1)},
	{sig: "static int Add([ref] int location1, int value)", call: interlocked(0)}, {sig: "static long Add([ref] long location1, long value)", call: interlocked(0)},
}}

var monitorTable = table{methods: []method{
	{sig: "static void Enter(System.Object obj)", do: nothing}, {sig: "static void Exit(System.Object obj)", do: nothing},
	{sig: "static bool TryEnter(System.Object obj)", do: func(value.Value, []value.Value) value.Value { return value.True }},
}}

func createInstance(env value.Env, t *value.Type, args []value.Value) (value.Value, error) {
	if t == nil {
		return value.NullValue, nullError("type")
	}
	v, err := New(env, t, args)
	if ex, ok := err.(*value.Exception); ok {
		switch {
		case ex.ID == "MethodCountCouldNotFindBest" && len(args) == 0 && t.Flags&(value.Abstract|value.Interface) != 0:
			return v, raise(typeMissingMethodException, "Cannot dynamically create an instance of type '"+t.FullName+"'. Reason: Cannot create an abstract class.")
		case ex.ID == "MethodCountCouldNotFindBest" && len(args) == 0:
			return v, raise(typeMissingMethodException, "Cannot dynamically create an instance of type '"+t.FullName+"'. Reason: No parameterless constructor defined.")
		case ex.ID == "MethodCountCouldNotFindBest":
			return v, raise(typeMissingMethodException, "Constructor on type '"+t.FullName+"' not found.")
		case ex.Inner != nil:
			return v, value.Throw(typeTargetInvocationException, "", "Exception has been thrown by the target of an invocation.").Because(ex.Inner)
		}
	}
	return v, err
}

var activatorTable = table{methods: []method{
	{sig: "static System.Object CreateInstance(type type)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return createInstance(env, typeValue(a[0]), nil)
	}},
	{sig: "static System.Object CreateInstance(type type, params System.Object[] args)", call: func(env value.Env, _ value.Value, a []value.Value) (value.Value, error) {
		return createInstance(env, typeValue(a[0]), items(a[1]))
	}},
	{sig: "static T CreateInstance[T]()", generic: func(env value.Env, _ value.Value, _ []value.Value, types []*value.Type) (value.Value, error) {
		return createInstance(env, types[0], nil)
	}},
}}

var servicePointTable = table{props: []prop{
	{sig: "static System.Net.SecurityProtocolType SecurityProtocol", ask: func(env value.Env, _ value.Value) (value.Value, error) {
		if s, ok := env.(interface{ SecurityProtocol() int64 }); ok {
			return enumSecurityProtos.of(s.SecurityProtocol()), nil
		}
		return enumSecurityProtos.of(0), nil
	}, set: func(env value.Env, _, v value.Value) error {
		if s, ok := env.(interface{ SetSecurityProtocol(n int64) }); ok {
			s.SetSecurityProtocol(v.Int())
		}
		return nil
	}},
	{sig: "static System.Object ServerCertificateValidationCallback", get: func(value.Value) value.Value { return value.NullValue }, set: ignoreSet},
	{sig: "static int DefaultConnectionLimit", get: func(value.Value) value.Value { return value.OfInt(2) }, set: ignoreSet},
	{sig: "static bool Expect100Continue", get: boolOf(true), set: ignoreSet},
}}
