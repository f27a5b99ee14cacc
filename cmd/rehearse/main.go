// Command rehearse runs PowerShell scripts for Microsoft Teams voice against a simulated tenant.
package main

import (
	"os"

	"rehearse/cmd/rehearse/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.System()))
}
