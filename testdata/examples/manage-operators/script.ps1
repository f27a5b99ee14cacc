# Manage an operator: countries, suspend, resume, remove. Removal is refused until its numbers are unassigned and released.
Connect-MicrosoftTeams | Out-Null
Set-SimOperatorCountry -Operator 'Pure IP' -Country US, GB, NL | Format-List Name, Countries

Suspend-SimOperator -Operator 'Pure IP' | Out-Null
Publish-SimNumber -Operator 'Pure IP' -TelephoneNumber +14158000799
Resume-SimOperator -Operator 'Pure IP' | Out-Null

Remove-SimOperator -Operator 'Pure IP'
Unpublish-SimNumber -Operator 'Pure IP' | Measure-Object | ForEach-Object { Write-Host "$($_.Count) numbers released" }
Remove-SimOperator -Operator 'Pure IP'
Get-SimOperator -Mine
