package language

import "github.com/kljensen/snowball/swedish"

var sv = &Language{
	Code: "sv", Name: "Swedish",
	FunctionWords: foldedSet(`alla att av bara blir de dem den denna det detta dig din du där efter eller en er ett från får för ha han har hos
hon hur i inte jag kan kommer man med men mig min mot mycket må ni någon något när och om oss på sig sin ska som så till
under upp ut utan vad var varför vem vi vid vilka vilken vilket vill är över`),
	Letters:   "åäö",
	Stemmer:   snowballed(swedish.Stem),
	Compounds: true,
	Formula:   lix(),
}
