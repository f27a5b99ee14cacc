# Lines as pasted from a document: a blank after the dash, a placeholder in quotes.
Connect-MicrosoftTeams | Out-Null
Set-CsUser -identity operatorconnect.teamstest@pure-ip.com - OnPremLineURI $null
Set-CsOnlineVoiceUser -Identity '<user>'  -TelephoneNumber '<phone number>'
