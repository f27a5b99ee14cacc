package teams

import (
	"strings"

	"rehearse/cmdlets/online"
	"rehearse/runtime"
	"rehearse/runtime/value"
	"rehearse/state"
	"rehearse/state/service"
)

const typeUser = "Microsoft.Teams.ConfigAPI.Cmdlets.User"

var getOnlineUser = &online.Behavior{Name: "Get-CsOnlineUser", Run: func(c *runtime.Call) error {
	call, err := online.Connected(c)
	if err != nil {
		return err
	}
	a := online.ArgsOf(c)
	if a.Given("Identity") && a.Text("Identity") != "" {
		switch {
		case a.Given("Filter"):
			return online.Complain(c, "Filter parameter cannot be used along with Identity input.")
		case a.Given("AccountType"):
			return online.Complain(c, "AccountType parameter cannot be used with Identity parameter.")
		}
		u, err := service.User(call, a.Text("Identity"))
		if err != nil {
			return online.Fail(c, err, "Get-CsUser_Get")
		}
		return c.Write(userObject(call, u, a, true))
	}
	q := service.UserQuery{Filter: filterText(a.Arg("Filter")), AccountType: a.Text("AccountType"), SoftDeleted: a.Flag("SoftDeletedUser") || a.Flag("SoftDeletedUsers"), OrderBy: a.Text("OrderBy"), Limit: -1}
	if a.Given("ResultSize") {
		q.Limit = a.Number("ResultSize")
	}
	users, err := service.Users(call, q)
	if err != nil {
		return online.Fail(c, err, "Get-CsUser_Get")
	}
	for _, u := range users {
		if err := c.Write(userObject(call, u, a, false)); err != nil {
			return err
		}
	}
	return nil
}, Adjust: func(c *runtime.Cmdlet) {
	for i := range c.Params {
		// The module takes the filter as a text or as a block, which it turns into text; the limit is a number since 4.0.
		switch c.Params[i].Name {
		case "Filter":
			c.Params[i].Type = nil
		case "ResultSize":
			c.Params[i].Type = value.TypeInt32
		}
	}
}}

func filterText(v value.Value) string {
	if b := runtime.BlockOf(v); b != nil {
		return strings.TrimSpace(b.Text())
	}
	return value.ToString(v)
}

// policyNames are the policy properties of a user in the order of the output (semantics 1.2.2).
var policyNames = []string{
	"ApplicationAccessPolicy", "CallingLineIdentity", "ExternalAccessPolicy", "LocationPolicy", "OnlineAudioConferencingRoutingPolicy", "OnlineDialOutPolicy",
	"OnlineVoiceRoutingPolicy", "OnlineVoicemailPolicy", "TeamsAIPolicy", "TeamsAppPermissionPolicy", "TeamsAppSetupPolicy", "TeamsAudioConferencingPolicy",
	"TeamsCallHoldPolicy", "TeamsCallParkPolicy", "TeamsCallingPolicy", "TeamsChannelsPolicy", "TeamsComplianceRecordingPolicy", "TeamsCortanaPolicy",
	"TeamsEmergencyCallRoutingPolicy", "TeamsEmergencyCallingPolicy", "TeamsEnhancedEncryptionPolicy", "TeamsEventsPolicy", "TeamsFeedbackPolicy",
	"TeamsFilesPolicy", "TeamsIPPhonePolicy", "TeamsMediaLoggingPolicy", "TeamsMeetingBroadcastPolicy", "TeamsMeetingPolicy", "TeamsMessagingPolicy",
	"TeamsMobilityPolicy", "TeamsNetworkRoamingPolicy", "TeamsSharedCallingRoutingPolicy", "TeamsShiftsPolicy", "TeamsSurvivableBranchAppliancePolicy",
	"TeamsTasksPolicy", "TeamsUpdateManagementPolicy", "TeamsUpgradePolicy", "TeamsVdiPolicy", "TeamsVideoInteropServicePolicy", "TeamsVoiceApplicationsPolicy",
	"TenantDialPlan",
}

func owner(u *service.UserView) string {
	if u.ApplicationID == "" {
		return ""
	}
	return "urn:trustedonlineplatformapplication:" + u.ApplicationID
}

func proxies(u *service.UserView) []string {
	var out []string
	if u.Mail != "" {
		out = append(out, "SMTP:"+u.Mail)
	}
	if u.SipAddress != "" {
		out = append(out, u.SipAddress)
	}
	return out
}

func numberEntries(list []state.ExtraNumber) []value.Value {
	out := make([]value.Value, len(list))
	for i, n := range list {
		out[i] = online.New("Microsoft.Teams.ConfigAPI.Cmdlets.TelephoneNumber").Text("AssignmentCategory", n.Category).Text("TelephoneNumber", n.Number).Value()
	}
	return out
}
