# Move the users of a CSV from Calling Plan to Operator Connect: unassign, remove the licence, wait, assign.
param([string]$CsvPath = '.\users.csv', [int]$WaitMinutes = 30)

Connect-MicrosoftTeams | Out-Null
Connect-MgGraph -Scopes 'User.ReadWrite.All' -NoWelcome

$callingPlan = (Get-MgSubscribedSku -All | Where-Object SkuPartNumber -eq 'MCOPSTN1').SkuId
$users = Import-Csv -Path $CsvPath

foreach ($u in $users) {
    $old = (Get-CsOnlineUser -Identity $u.UserPrincipalName).LineUri -replace '^tel:', ''
    Write-Host "$($u.UserPrincipalName): $old -> $($u.NewNumber)"
    Remove-CsPhoneNumberAssignment -Identity $u.UserPrincipalName -TelephoneNumber $old -NumberType CallingPlan
    Set-MgUserLicense -UserId $u.UserPrincipalName -AddLicenses @() -RemoveLicenses @($callingPlan) | Out-Null
    Invoke-MgLicenseUser -UserId $u.UserPrincipalName | Out-Null
}

Write-Host "Waiting $WaitMinutes minutes for the licences to go"
Start-Sleep -Seconds ($WaitMinutes * 60)

foreach ($u in $users) {
    Set-CsPhoneNumberAssignment -Identity $u.UserPrincipalName -TelephoneNumber $u.NewNumber -NumberType OperatorConnect
}
