package teams

// familyOrder is the order of properties in the output of families where it is known (semantics 5.1); the remaining ones follow in
// alphabetical order.
var familyOrder = map[string][]string{
	"CsTenantDialPlan":                  {"Description", "NormalizationRules", "SimpleName"},
	"CsCallingLineIdentity":             {"Description", "EnableUserOverride", "ServiceNumber", "CallingIDSubstitute", "BlockIncomingPstnCallerID", "ResourceAccount", "CompanyName"},
	"CsTeamsEmergencyCallRoutingPolicy": {"EmergencyNumbers", "AllowEnhancedEmergencyServices", "Description"},
	"CsTeamsEmergencyCallingPolicy": {"ExtendedNotifications", "NotificationGroup", "NotificationDialOutNumber", "ExternalLocationLookupMode", "NotificationMode",
		"EnhancedEmergencyServiceDisclaimer", "Description"},
	"CsOnlineVoicemailPolicy": {"Description", "EnableTranscription", "ShareData", "EnableTranscriptionProfanityMasking", "EnableEditingCallAnswerRulesSetting",
		"MaximumRecordingLength", "EnableTranscriptionTranslation", "PrimarySystemPromptLanguage", "SecondarySystemPromptLanguage"},
	"CsTeamsUpgradePolicy":              {"Description", "Mode", "NotifySfbUsers", "Action"},
	"CsTeamsSharedCallingRoutingPolicy": {"EmergencyNumbers", "ResourceAccount", "Description"},
	"CsTeamsCallingPolicy": {"Description", "AllowPrivateCalling", "AllowWebPSTNCalling", "AllowSIPDevicesCalling", "AllowVoicemail", "AllowCallGroups", "AllowDelegation",
		"AllowCallForwardingToUser", "AllowCallForwardingToPhone", "PreventTollBypass", "BusyOnBusyEnabledType", "MusicOnHoldEnabledType", "AllowCloudRecordingForCalls"},
	"CsVoiceNormalizationRule": {"Description", "Pattern", "Translation", "Name", "IsInternalExtension"},
	"CsTeamsEmergencyNumber":   {"EmergencyDialString", "EmergencyDialMask", "OnlinePSTNUsage"},
}

// columns is the order of the properties as far as it is known.
func (f *family) columns() []string {
	if order := familyOrder[f.Noun]; order != nil {
		return order
	}
	if len(f.OutputProps) > 0 {
		return f.OutputProps
	}
	return []string{"Description"}
}
