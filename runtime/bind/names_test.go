package bind

import (
	"strings"
	"testing"
)

// The cases of archives binding and binder-ties about names, positions and left-over arguments.

func TestNames(t *testing.T) {
	check(t, sig("adv", param("DisplayName"), param("Department")),
		lineCase{"-D x", "!AmbiguousParameter"}, lineCase{"-De x", "DisplayName=$null Department=x"}, lineCase{"-Di x", "DisplayName=x Department=$null"})
	check(t, sig("adv", param("Name|Nam|NameX"), param("Identity|Key"), param("Second|KeyTwo")),
		lineCase{"-Na 1", "Name=1 Identity=$null Second=$null"},
		lineCase{"-NameX 2", "Name=2 Identity=$null Second=$null"},
		lineCase{"-Key 3", "Name=$null Identity=3 Second=$null"},
		lineCase{"-KeyT 4", "Name=$null Identity=$null Second=4"},
		lineCase{"-Ke 5", "!AmbiguousParameter"})
	check(t, sig("adv", param("Version"), param("Data"), param("Error1"), param("Output")),
		lineCase{"-V 1", "Version=1 Data=$null Error1=$null Output=$null"},
		lineCase{"-D 2", "Version=$null Data=2 Error1=$null Output=$null"},
		lineCase{"-O 3", "Version=$null Data=$null Error1=$null Output=3"},
		lineCase{"-E 4", "Version=$null Data=$null Error1=4 Output=$null"})
	check(t, sig("", param("DisplayName"), param("Department")),
		lineCase{"-D x", "!AmbiguousParameter"}, lineCase{"-Dx x", "DisplayName=$null Department=$null rest=(-Dx,x)"})
}

func TestAmbiguousText(t *testing.T) {
	_, err := Bind(sig("adv", param("DisplayName"), param("Department")), line("-D x"), Options{})
	const want = "Parameter cannot be processed because the parameter name 'D' is ambiguous. Possible matches include: -DisplayName -Department -Debug."
	if err.Error() != want {
		t.Error(err)
	}
	if p := err.(*Error).Detail("ParameterName").Str(); p != "D" {
		t.Error("ParameterName", p)
	}
}

func TestPairing(t *testing.T) {
	check(t, sig("adv", param("Name"), param("Count int")),
		lineCase{"-Name -Foo", "Name=-Foo Count=0"},
		lineCase{"-Name -Foo:bar", "!MissingArgument"},
		lineCase{"-Name -5 -Count 2", "Name=-5 Count=2"},
		lineCase{"-Name - 3", "Name=- Count=3"},
		lineCase{"-Name -Count 3", "!MissingArgument"},
		lineCase{"-Name -C 3", "!MissingArgument"},
		lineCase{"-Name", "!MissingArgument"})
	check(t, sig("adv", param("Name|N")),
		lineCase{"-Name a -Nam b", "!ParameterAlreadyBound"}, lineCase{"-Name a -N b", "!ParameterAlreadyBound"},
		lineCase{"-Nope 1", "!NamedParameterNotFound"}, lineCase{"-Nope:5", "!NamedParameterNotFound"})
}

func TestDoubleDash(t *testing.T) {
	check(t, sig("adv", param("A"), param("B")), lineCase{"-- -A 1", "A=-A B=1"}, lineCase{"-A x -- -B", "A=x B=-B"}, lineCase{"1 -- 2", "A=1 B=2"}, lineCase{"-A -- 3", "A=3 B=$null"})
	check(t, sig(""), lineCase{"a -- -b -- c", "rest=(a,-b,--,c)"})
}

func TestAlreadyBoundText(t *testing.T) {
	_, err := Bind(sig("", param("Name|N")), line("-Name a -Nam b"), Options{})
	if err == nil || !strings.HasPrefix(err.Error(), "Cannot bind parameter because parameter 'Name' is specified more than once.") || err.(*Error).Extent.Start != 8 {
		t.Error(err)
	}
}

func TestErrorStages(t *testing.T) {
	n := param("V")
	n.Validate = []Validator{&ValidateSet{Values: []string{"a"}}}
	check(t, sig("adv", param("N int"), param("M", "mandatory"), n),
		lineCase{"-N x -E 1", "!AmbiguousParameter"}, lineCase{"-N x -M", "!MissingArgument"}, lineCase{"-Foo -M", "!MissingArgument"},
		lineCase{"-N 1 -N x", "!ParameterAlreadyBound"}, lineCase{"-N x -Foo", "!ParameterArgumentTransformationError"},
		lineCase{"x -Foo", "!ParameterArgumentTransformationError"}, lineCase{"-Foo", "!NamedParameterNotFound"},
		lineCase{"-Foo 1 -Bar 2", "!NamedParameterNotFound"}, lineCase{"-V a 5 6 7", "!PositionalParameterNotFound"},
		lineCase{"-M 1 a b", "!ParameterArgumentTransformationError"})
	check(t, sig("adv", param("A int", "set=A"), param("B", "set=B"), param("M", "mandatory")),
		lineCase{"-A x -B 2", "!ParameterArgumentTransformationError"}, lineCase{"-A 1 -B 2", "!AmbiguousParameterSet"},
		lineCase{"-A 1 -B 2 -Foo", "!AmbiguousParameterSet"}, lineCase{"-A 1", "!MissingMandatoryParameter"})
}

func TestPositions(t *testing.T) {
	check(t, sig("", param("A"), param("B"), param("C"), param("D")),
		lineCase{"1 -A x 2", "A=x B=1 C=2 D=$null"}, lineCase{"-C x 1 2 3", "A=1 B=2 C=x D=3"}, lineCase{"1 -B x 2 -D y", "A=1 B=x C=2 D=y"})
	check(t, sig("adv", param("A", "pos=1"), param("B", "pos=0"), param("C")),
		lineCase{"1 2", "A=2 B=1 C=$null"}, lineCase{"1 2 3", "!PositionalParameterNotFound"}, lineCase{"-A x 1", "A=x B=1 C=$null"})
	check(t, sig("adv", param("A", "pos=5"), param("B", "pos=10"), param("C", "pos=7")),
		lineCase{"1 2 3", "A=1 B=3 C=2"}, lineCase{"-C x 1 2", "A=1 B=2 C=x"})
	check(t, sig("adv", param("A", "pos=0"), param("B", "pos=0")),
		lineCase{"1", "!AmbiguousPositionalParameterNoName"}, lineCase{"", "A=$null B=$null"})
	check(t, sig("", param("S switch"), param("A"), param("T switch"), param("B")),
		lineCase{"1 2", "S=False A=1 T=False B=2"}, lineCase{"-S 1 2", "S=True A=1 T=False B=2"}, lineCase{"$true 2", "S=False A=True T=False B=2"})
	check(t, sig("adv", param("S switch", "pos=0"), param("A", "pos=1")),
		lineCase{"$true x", "S=True A=x"}, lineCase{"x", "!ParameterArgumentTransformationError"})
}

func TestSharedPositions(t *testing.T) {
	f := sig("adv default=A", param("A int", "set=A pos=0"), param("B string", "set=B pos=0"))
	check(t, f, lineCase{"5", "A=5 B= set=A"}, lineCase{"'5'", "A=0 B=5 set=B"}, lineCase{"x", "A=0 B=x set=B"})
	g := sig("adv default=A", param("A int", "set=A pos=0"), param("B datetime", "set=B pos=0"))
	check(t, g, lineCase{"7", "A=7 B=$null set=A"}, lineCase{"'7'", "A=7 B=$null set=A"}, lineCase{"'2024-01-02'", "!ParameterArgumentTransformationError"})
	check(t, sig("adv", param("A int", "set=A pos=0"), param("B datetime", "set=B pos=0")), lineCase{"'x'", "!ParameterArgumentTransformationError"})
	check(t, sig("adv", param("A", "set=A pos=0"), param("B", "set=B pos=0"), param("C", "set=B")),
		lineCase{"1", "!AmbiguousParameterSet"}, lineCase{"1 -C 2", "A=$null B=1 C=2 set=B"})
	check(t, sig("adv default=One", param("X", "set=One pos=0", "set=Two mandatory pos=1"), param("Y", "set=Two mandatory pos=0")),
		lineCase{"1", "X=1 Y=$null set=One"}, lineCase{"1 2", "X=2 Y=$null set=One"}, lineCase{"-Y 1 2", "X=2 Y=1 set=Two"},
		lineCase{"-Y 1", "!MissingMandatoryParameter"}, lineCase{"-X 5", "X=5 Y=$null set=One"})
}

func TestSurplusOfSimpleFunctions(t *testing.T) {
	check(t, sig("", param("a"), param("b")),
		lineCase{"1 2 3 4", "a=1 b=2 rest=(3,4)"}, lineCase{"-b 1 2 3", "a=2 b=1 rest=(3)"}, lineCase{"-c 1 2", "a=2 b=$null rest=(-c,1)"},
		lineCase{"1 -c:2 3", "a=1 b=$null rest=(-c:,2,3)"}, lineCase{"-a 1 -z", "a=1 b=$null rest=(-z)"}, lineCase{"-zz 1 2 3", "a=2 b=3 rest=(-zz,1)"})
}

func TestRemainingArguments(t *testing.T) {
	check(t, sig("adv", param("First"), param("Rest", "remaining")),
		lineCase{"", "First=$null Rest=$null"}, lineCase{"1", "First=1 Rest=$null"}, lineCase{"1 2", "First=1 Rest=(2)"},
		lineCase{"1 2,3", "First=1 Rest=(2,3)"}, lineCase{"1 2,3 4", "First=1 Rest=((2,3),4)"}, lineCase{"1 -x y", "First=1 Rest=(-x,y)"},
		lineCase{"-First a b c", "First=a Rest=(b,c)"}, lineCase{"1 -Rest a b", "!PositionalParameterNotFound"})
	check(t, sig("adv", param("R", "remaining pos=0"), param("B", "pos=1")), lineCase{"1 2 3", "R=(2,3) B=1"})
	check(t, sig("adv", param("A", "mandatory"), param("R", "remaining"), param("S switch")),
		lineCase{"1 2 -S 3 -Foo:4 -Bar", "A=1 R=(2,3,-Foo:,4,-Bar) S=True"})
	two := sig("adv", param("R", "remaining"), param("Q", "remaining"))
	if _, err := Bind(two, line("1"), Options{}); err.(*Error).Category.String() != "MetadataError" {
		t.Error(err)
	}
	check(t, sig("adv", param("T string[]", "remaining")), lineCase{"1.50 007 x", "T=(1.50,007,x)"})
}

func TestSurplusText(t *testing.T) {
	for text, want := range map[string]string{"1.50": "1.50", "a,b": "System.Object[]", "$null": "$null", "''": "", "@{}": "System.Collections.Hashtable"} {
		_, err := Bind(sig("adv"), line(text), Options{})
		if err == nil || err.Error() != "A positional parameter cannot be found that accepts argument '"+want+"'." {
			t.Error(text, err)
		}
	}
}
