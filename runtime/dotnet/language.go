package dotnet

import "strings"

// languages are the neutral cultures by the primary language identifier of Windows, from 1; "-" where there is none.
var languages = strings.Fields(`ar bg ca zh-Hans cs da de el en es fi fr he hu is it
	ja ko nl no pl pt rm ro ru hr sk sq sv th tr ur
	id uk be sl et lv lt tg fa vi hy az eu hsb mk st
	ts tn ve xh zu af ka fo hi mt se ga yi ms kk ky
	sw tk uz tt bn pa gu or ta te kn ml as mr sa mn
	bo cy km lo my gl kok mni sd syr si chr iu am tzm ks
	ne fy ps fil dv bin ff ha ibb yo quz nso ba lb kl ig
	kr om ti gn haw la so ii pap arn - moh - br - ug
	mi oc co gsw sah quc rw wo - - - prs - - - -
	gd ku`)

// languageOf is the neutral culture of a language identifier.
func languageOf(id int) (string, bool) {
	if id < 1 || id > len(languages) || languages[id-1] == "-" {
		return "", false
	}
	return languages[id-1], true
}
