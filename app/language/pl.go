package language

import "strings"

var pl = &Language{
	Code: "pl", Name: "Polish",
	FunctionWords: foldedSet(`a aby ale bez być był była było by chce co czy dla do gdzie go i ile ich im ja jak jaka jaki jakie jako jest jeśli
już kiedy kto która które który ma mam mnie może mu na nad nie niż o od on ona po pod poza przed przez przy się są ta tak
tam te tego ten to tu w we więc z za ze że`),
	Letters: "ąęłśżźćń",
	Stemmer: polishStem,
}

// polishEndings are the endings of nouns and adjectives without accents, the longest first.
var polishEndings = strings.Fields(`iego iemu iami iach owie
ego emu iej iom iem ymi imi ych ich ami ach owi ej ym im om em ow ie ia iu io a e i o u y`)

// polishStem removes case, number and gender from a Polish noun or adjective.
func polishStem(word string) string {
	word = strings.ReplaceAll(Plain(word), "ł", "l")
	for _, ending := range polishEndings {
		if base, ok := cutEnding(word, ending, 3); ok {
			word = base
			break
		}
	}
	if base, ok := cutEnding(word, "ek", 3); ok { // the e is in the singular alone: zegarek, zegarki
		return base + "k"
	}
	return word
}
