# Enable an Operator Connect operator for the United Kingdom: find it, then countries, contact and the data-transfer notice.
Get-SimOperator -Region GB | Select-Object Name, OfferedIn

# Each missing step is refused.
Enable-SimOperator -Operator BT
Enable-SimOperator -Operator BT -Country GB
Enable-SimOperator -Operator BT -Country GB -ContactName 'Megan Bowen' -ContactEmail admin@contoso.com

Enable-SimOperator -Operator BT -Country GB -ContactName 'Megan Bowen' -ContactEmail admin@contoso.com -ContactPhone '+14155550100' -CompanySize '250-999' -OptIn -AcceptNotice |
    Format-List Name, Status, Countries
