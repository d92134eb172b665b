package language

import "github.com/blevesearch/snowballstem/turkish"

var tr = &Language{
	Code: "tr", Name: "Turkish",
	FunctionWords: foldedSet(`acaba ama bana ben bir biz bu çok da daha de değil diye en gibi hangi hem için ile ise kaç kadar kim mi mı mu mü
nasıl ne neden nedir nerede niçin o olan olarak olur sen şey şu ve veya ya`),
	Letters: "ığşç",
	Stemmer: settled(turkish.Stem),
}
