package core

import (
	"strconv"

	"rehearse/runtime"
	"rehearse/runtime/bind"
	"rehearse/runtime/value"
)

// A script leaves no history behind, so that there is none to show or to repeat.

var getHistory = aliased(cmdlet("Get-History", "Gets the commands of the session.", runtime.Run(runGetHistory),
	bind.Parameter{Name: "Id", Type: value.ArrayOf(value.TypeInt64), Sets: []bind.Membership{{Position: 0, FromPipeline: true}}},
	bind.Parameter{Name: "Count", Type: value.TypeInt32, Sets: []bind.Membership{{Position: 1}}},
), "h", "ghy", "history")

func runGetHistory(c *runtime.Call) error {
	for _, id := range c.List(0) {
		if err := c.FailOn(value.Throw(value.ArgumentException, "GetHistoryNoHistoryForId", "Cannot locate the history for Id "+
			strconv.FormatInt(id.Int(), 10)+".").With(value.ObjectNotFound, id), id); err != nil {
			return err
		}
	}
	return nil
}

var invokeHistory = aliased(cmdlet("Invoke-History", "Runs a command of the session again.", runtime.Run(runInvokeHistory),
	bind.Parameter{Name: "Id", Type: value.TypeString, Sets: []bind.Membership{{Position: 0, FromPipelineByName: true}}},
), "r", "ihy")

func runInvokeHistory(c *runtime.Call) error {
	return value.Throw(value.InvalidOperationException, "InvokeHistoryNoLastHistoryEntryFound", "Cannot locate most recent history.").
		With(value.ObjectNotFound, value.NullValue)
}
