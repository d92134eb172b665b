package language

import "github.com/blevesearch/snowballstem/danish"

var da = &Language{
	Code: "da", Name: "Danish",
	FunctionWords: foldedSet(`af alle at bare blev bliver da de deg dem den denne der det dette dig din du efter eller en er et for fra få får ha
han har hos hun hvad hvem hvilken hvilke hvor hvordan hvorfor hvornår i ikke jeg kan man med mig men min mod må når og også om
op os over på sig sin skal som så til uden under ved vi vil være`),
	Letters:   "åøæ",
	Stemmer:   settled(danish.Stem),
	Compounds: true,
	Formula:   lix(),
}
