package state

import (
	"fmt"
	"strings"
	"time"
)

// Latency is a class of delay of semantics.md 1.0: what is written at one place
// of the service and becomes visible at another later.
type Latency uint8

// The latency classes.
const (
	// L1: licence removed in the directory → Teams forgets its plans.
	L1 Latency = iota + 1
	// L2: number assigned or unassigned → Get-CsPhoneNumberAssignment.
	L2
	// L3: number assigned or unassigned → LineUri of Get-CsOnlineUser.
	L3
	// L4: policy, route, usage or gateway created → it can be referred to.
	L4
	// L5: policy granted → Get-CsOnlineUser shows it.
	L5
	// L6: policy assigned to a group → the members' effective policy.
	L6
	// L7: batch policy operation.
	L7
	// L8: new SIP domain → usable as a gateway's domain.
	L8
	// L9: new resource account → visible as a user.
	L9
	// L10: licence reprocessing accepted → licences recomputed.
	L10
	// L11: local directory changed → synchronised to the cloud.
	L11
	// L12: Direct Routing configuration → calls work.
	L12
	// L13: a number reservation lapses.
	L13
	// L14: an export's download link lapses.
	L14
	// L1Added: licence added in the directory → Teams knows its plans. The
	// same delay as L1 in reality; apart, because the fast profile waits only
	// where the procedures demand it.
	L1Added
)

// Profile chooses the delays and what happens when a script is too early.
type Profile string

// The profiles.
const (
	// Fast has no delays but those that a procedure demands a wait for: L1,
	// L13, L14. What is too early succeeds, with a finding.
	Fast Profile = "fast"
	// Typical has the typical delays: reads show the old value until then, and
	// what the real service refuses when too early is refused.
	Typical Profile = "typical"
	// Strict refuses whatever is too early, counting the longest delays that
	// are documented in minutes.
	Strict Profile = "strict"
)

// ParseProfile reads a profile's name in any case; "realistic" is a second name
// of typical, and empty means fast.
func ParseProfile(s string) (Profile, error) {
	switch strings.ToLower(s) {
	case "", "fast":
		return Fast, nil
	case "typical", "realistic":
		return Typical, nil
	case "strict":
		return Strict, nil
	}
	return "", fmt.Errorf("unknown profile %q: use fast, typical or strict", s)
}

// Delay is how long the class takes under the profile. The typical figures are
// those of the table in semantics.md 1.0; where that says "seconds" or
// "minutes", the choice is the simulator's [S].
func (p Profile) Delay(class Latency) time.Duration {
	switch class {
	case L1:
		return 30 * time.Minute
	case L13:
		return 16 * time.Minute
	case L14:
		return time.Hour
	}
	if p == Fast || p == "" {
		return 0
	}
	strict := p == Strict
	switch class {
	case L1Added:
		return 30 * time.Minute
	case L2:
		if strict {
			return 10 * time.Minute
		}
		return 10 * time.Second
	case L3, L5:
		return time.Minute
	case L4:
		if strict {
			return 15 * time.Minute
		}
		return 3 * time.Minute
	case L6, L7:
		return 10 * time.Minute
	case L8:
		return 15 * time.Minute
	case L9:
		return 5 * time.Minute
	case L10:
		return time.Minute
	case L11, L12:
		return 30 * time.Minute
	}
	return 0
}

// Needed is how long the real service typically takes for the class, whatever
// the profile: what a finding about being too early counts with. Zero means
// that the delay is too short to warn about.
func Needed(class Latency) time.Duration {
	switch class {
	case L2, L3, L5, L10:
		return 0
	}
	return Typical.Delay(class)
}
