# New numbers for new users: hand the tenant id to the operator, let it upload, list, assign.
Connect-MicrosoftTeams | Out-Null

# The wrong order is refused: the number has not been uploaded yet.
Set-CsPhoneNumberAssignment -Identity kate.king@contoso.com -TelephoneNumber +14158000790 -NumberType OperatorConnect

$tenantId = (Get-CsTenant).TenantId
Send-SimTenantId -Operator 'Pure IP' -TenantId $tenantId | Out-Null
Import-Csv .\numbers.csv | Publish-SimNumber -Operator 'Pure IP' | Format-Table Row, TelephoneNumber, Result, Message

Get-CsPhoneNumberAssignment -TelephoneNumberStartsWith +1415800079 | Select-Object TelephoneNumber, NumberType, PstnAssignmentStatus
Set-CsPhoneNumberAssignment -Identity kate.king@contoso.com -TelephoneNumber +14158000790 -NumberType OperatorConnect
Set-CsPhoneNumberAssignment -Identity liam.lee@contoso.com -TelephoneNumber +14158000791 -NumberType OperatorConnect
