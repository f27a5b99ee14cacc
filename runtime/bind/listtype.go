package bind

import "rehearse/runtime/value"

// listOfObject is the type of the list that a parameter for remaining arguments gets.
var listOfObject = value.TypeArrayList
