package transcript

import (
	"encoding/base64"
	"encoding/binary"
	"strings"

	"rehearse/runtime"
	"rehearse/runtime/host"
)

const frame = "**********************"

// stamp is the time as transcripts write it.
func stamp(c *runtime.Call) string { return c.Host().Clock.Now().Format("20060102150405") }

// identifier tells transcripts of one moment apart.
func identifier(c *runtime.Call) string {
	b := binary.BigEndian.AppendUint32(nil, c.Engine().Identifier())
	return strings.NewReplacer("/", "_", "+", "_").Replace(strings.TrimRight(base64.StdEncoding.EncodeToString(b), "="))
}

func environment(c *runtime.Call, names ...string) string {
	for _, n := range names {
		if v, ok := c.Host().Env.Get(n); ok && v != "" {
			return v
		}
	}
	return ""
}

func machine(c *runtime.Call) string {
	if m := environment(c, "COMPUTERNAME", "HOSTNAME"); m != "" {
		return m
	}
	return "localhost"
}

// header is what a transcript begins with; a minimal one has the time only.
func header(c *runtime.Call) string {
	lines := []string{frame, "PowerShell transcript start", "Start time: " + stamp(c)}
	if !c.Switch(startMinimal) {
		user, system, platform := environment(c, "USER", "USERNAME"), "Linux", "Unix"
		if c.Host().Platform == host.Windows {
			system, platform = "Microsoft Windows 10.0.26100", "Win32NT"
			if d := environment(c, "USERDOMAIN"); d != "" {
				user = d + `\` + user
			}
		}
		lines = append(lines, "Username: "+user, "RunAs User: "+user, "Configuration Name: ", "Machine: "+machine(c)+" ("+system+")", "Host Application: pwsh",
			"Process ID: 4242", "PSVersion: 7.6.9", "PSEdition: Core", "GitCommitId: 7.6.9", "OS: "+system, "Platform: "+platform,
			"PSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, 5.1, 6.0, 7.0", "PSRemotingProtocolVersion: 2.4", "SerializationVersion: 1.1.0.1", "WSManStackVersion: 3.0")
	}
	return join(c, append(lines, frame))
}

// footer is what it ends with.
func footer(c *runtime.Call) string {
	return join(c, []string{frame, "PowerShell transcript end", "End time: " + stamp(c), frame})
}

func join(c *runtime.Call, lines []string) string {
	newline := c.Host().Platform.Newline()
	return strings.Join(lines, newline) + newline
}
