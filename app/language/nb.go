package language

import "github.com/kljensen/snowball/norwegian"

var nb = &Language{
	Code: "nb", Name: "Norwegian",
	FunctionWords: foldedSet(`alle at av bare ble blir da de deg den denne der det dette din du eller en er et ett etter for fra får ha han har
hun hva hvem hvilken hvilke hvor hvordan hvorfor i ikke jeg kan man med meg men min mot må når og om opp oss over på seg sin
skal som så til under ut uten var ved vi vil være`),
	Letters:   "åøæ",
	Stemmer:   snowballed(norwegian.Stem),
	Compounds: true,
	Formula:   lix(),
}
