# The operator uploads the list of users and numbers itself; two of the rows fail.
Connect-MicrosoftTeams | Out-Null
$results = Import-Csv .\upload.csv | Publish-SimNumber -Operator 'Pure IP'
$results | Format-Table Row, TelephoneNumber, User, Result
$results | Where-Object Result -eq 'Failed' | ForEach-Object { Write-Warning "Row $($_.Row): $($_.Message)" }
Write-Host "$(@($results | Where-Object Result -eq 'Assigned').Count) of $($results.Count) users have their number"
