package bind

import (
	"strings"

	"rehearse/runtime/value"
)

// ValidateDrive is [ValidateDrive('C')], and [ValidateUserDrive()] with the one drive User.
type ValidateDrive struct {
	Drives []string
	// Drive is the name of the drive that a path lies on, as the drive is declared.
	Drive func(path string) (string, error)
}

// Check refuses paths on other drives.
func (d *ValidateDrive) Check(_ value.Env, v value.Value) error {
	if v.IsNull() {
		return validation("ArgumentIsEmpty", textNull)
	}
	name, err := d.Drive(value.ToString(v))
	if err != nil {
		return err
	}
	for _, x := range d.Drives {
		if value.EqualFold(x, name) {
			return nil
		}
	}
	return validation("PathRootInvalid", "The path argument drive "+name+" does not belong to the set of approved drives: "+strings.Join(d.Drives, ",")+
		". Supply a path argument with an approved drive.")
}
