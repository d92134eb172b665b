package language

var pl = &Language{
	Code: "pl", Name: "Polish",
	FunctionWords: foldedSet(`a aby ale bez być był była było by chce co czy dla do gdzie go i ile ich im ja jak jaka jaki jakie jako jest jeśli
już kiedy kto która które który ma mam mnie może mu na nad nie niż o od on ona po pod poza przed przez przy się są ta tak
tam te tego ten to tu w we więc z za ze że`),
	Letters: "ąęłśżźćń",
}
