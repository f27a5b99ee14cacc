# Move a user from Direct Routing to Operator Connect: clear the number, take the routing policy away, assign the operator's number.
param([string]$User = 'operatorconnect.teamstest@pure-ip.com', [string]$Number = '+14158000700', [switch]$KeepPolicy)

Connect-MicrosoftTeams | Out-Null

Get-CsOnlineUser -Identity $User | Select-Object OnPremLineURI
Set-CsUser -Identity $User -OnPremLineURI $null
if (-not $KeepPolicy) {
    Grant-CsOnlineVoiceRoutingPolicy -Identity $User -PolicyName $null
}
Set-CsOnlineVoiceUser -Identity $User -TelephoneNumber $Number
