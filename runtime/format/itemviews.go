package format

// itemViews are the views of drives and hashes of files.
func itemViews() []View {
	return []View{
		table("Microsoft.PowerShell.Commands.FileHashInfo", col("Algorithm", 15), col("Hash", 70), col("Path", 0)),
		table("System.Management.Automation.PSDriveInfo", col("Name", 10), Property{Label: "Used (GB)", Width: 13, Align: AlignRight},
			Property{Label: "Free (GB)", Width: 13, Align: AlignRight}, col("Provider", 13), col("Root", 35),
			Property{Name: "CurrentLocation", Align: AlignRight}),
	}
}
