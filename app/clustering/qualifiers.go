package clustering

// qualifiers are words that praise, rank, price or date anything: searches with and without them mostly have the same
// results, so they weigh less where pages are told apart.
var qualifiers = map[string]map[string]bool{
	"en": wordSet(`affordable amazing best better cheap cheapest complete different easy effective excellent famous favorite
fast free good great greatest handy inexpensive latest leading list lists lowest main modern new newest online perfect
popular powerful quick ranked ranking recommended simple top types ultimate useful various website websites site sites`),
	"de": wordSet(`beliebt beliebte beste bester bestes besten billig einfach einfache empfehlenswert empfehlung empfehlungen
gratis gut gute guter gutes günstig günstige günstigste kostenlos kostenlose kostenloser liste neu neue neueste online
preiswert schnell schnelle top übersicht`),
	"fr": wordSet(`avis bien bon bonne efficace facile facilement gratuit gratuite gratuits gratuites liste meilleur meilleure
meilleurs meilleures moins nouveau nouveaux nouvelle pas cher top rapide rapidement simple ligne`),
	"es": wordSet(`barato barata baratos baratas bueno buena buenos buenas fácil gratis gratuito gratuita lista línea mejor
mejores nuevo nueva nuevos nuevas online rápido sencillo top`),
	"it": wordSet(`economico facile gratis gratuito gratuita lista migliore migliori nuovo nuova nuovi online semplice top veloce`),
	"pt": wordSet(`barato barata bom boa fácil grátis gratuito gratuita linha lista melhor melhores novo nova online rápido simples top`),
	"nl": wordSet(`beste goed goede goedkoop goedkope goedkoopste gratis lijst makkelijk nieuw nieuwe nieuwste online simpel snel top`),
}
