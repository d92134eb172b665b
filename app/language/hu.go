package language

import "github.com/kljensen/snowball/hungarian"

var hu = &Language{
	Code: "hu", Name: "Hungarian",
	FunctionWords: foldedSet(`a az aki ami amely azt be csak de e egy el ez ezt fel ha hogy hogyan hol hány is itt kell ki le lehet lesz már
meg mely melyik mennyi mert mi miért mikor milyen mint mit nem nincs olyan ott s sem szerint vagy van volt és`),
	Letters:   "őűáé",
	Stemmer:   snowballed(hungarian.Stem),
	Compounds: true,
}
