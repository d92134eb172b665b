package themes

import (
	"strconv"
	"strings"
	"time"
)

// Words are what the theme itself says on a page, in the site's language.
type Words struct {
	Home, Skip, Menu, Breadcrumb, Contents            string
	Latest, Topics, Services, Guides, Categories      string
	More, RelatedTo, Related, InThis, OnShelf, Filed  string
	By, Updated, Minutes, Articles, Article           string
	About, Contact, Email, Phone, Address, GetInTouch string
	NotFound, NotFoundText, ToHome                    string
	Draft, Plan, Unwritten, Feed, Footer              string
	months                                            [12]string
	date                                              string
}

// WordsFor returns the words for a BCP 47 tag, English where the theme does not speak the language.
func WordsFor(language string) Words {
	tag := strings.ToLower(language)
	base, region, _ := strings.Cut(tag, "-")
	words, known := languages[base]
	if !known {
		words = languages["en"]
		words.date = ""
	}
	if base == "en" && region != "" && region != "us" {
		words.date = "{d} {m} {y}"
	}
	return words
}

// Date writes a day as people of the language do, ISO 8601 where the theme does not speak it.
func (w Words) Date(day time.Time) string {
	if w.date == "" {
		return day.Format(time.DateOnly)
	}
	return strings.NewReplacer(
		"{d}", strconv.Itoa(day.Day()), "{m}", w.months[day.Month()-1], "{y}", strconv.Itoa(day.Year()),
	).Replace(w.date)
}

// Count says how many articles a listing holds.
func (w Words) Count(n int) string {
	if n == 1 {
		return "1 " + w.Article
	}
	return strconv.Itoa(n) + " " + w.Articles
}

// OnTopic titles a list of what else there is on a topic.
func (w Words) OnTopic(topic string) string {
	if topic == "" {
		return w.Related
	}
	return strings.ReplaceAll(w.RelatedTo, "{topic}", topic)
}

func (w Words) reading(minutes int) string {
	return strings.ReplaceAll(w.Minutes, "{n}", strconv.Itoa(minutes))
}

var languages = map[string]Words{
	"en": {
		Home: "Home", Skip: "Skip to content", Menu: "Main", Breadcrumb: "Breadcrumb", Contents: "Contents",
		Latest: "Latest", Topics: "Topics", Services: "What we do", Guides: "Buying guides", Categories: "Browse by category",
		More: "More to read", RelatedTo: "More on {topic}", Related: "Related", InThis: "In this guide", OnShelf: "In this category", Filed: "Filed under",
		By: "By", Updated: "Updated", Minutes: "{n} min read", Articles: "articles", Article: "article",
		About: "About", Contact: "Contact", Email: "Email", Phone: "Phone", Address: "Address", GetInTouch: "Get in touch",
		NotFound: "This page is not here", NotFoundText: "The address may have been mistyped, or the page has moved. These are good places to go on.", ToHome: "Go to the home page",
		Draft: "This is a draft that nobody has reviewed yet.", Plan: "This is a plan: nothing here is written yet.", Unwritten: "Still to be written.", Feed: "RSS feed", Footer: "About this site",
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		date:   "{m} {d}, {y}",
	},
	"de": {
		Home: "Startseite", Skip: "Zum Inhalt", Menu: "Hauptmenü", Breadcrumb: "Brotkrumen", Contents: "Inhalt",
		Latest: "Neu", Topics: "Themen", Services: "Was wir tun", Guides: "Kaufratgeber", Categories: "Nach Kategorie",
		More: "Mehr zum Lesen", RelatedTo: "Mehr zu {topic}", Related: "Dazu passend", InThis: "In diesem Ratgeber", OnShelf: "In dieser Kategorie", Filed: "Abgelegt unter",
		By: "Von", Updated: "Aktualisiert am", Minutes: "{n} Min. Lesezeit", Articles: "Artikel", Article: "Artikel",
		About: "Über uns", Contact: "Kontakt", Email: "E-Mail", Phone: "Telefon", Address: "Adresse", GetInTouch: "Kontakt aufnehmen",
		NotFound: "Diese Seite gibt es nicht", NotFoundText: "Vielleicht ist die Adresse vertippt oder die Seite umgezogen. Hier geht es weiter.", ToHome: "Zur Startseite",
		Draft: "Dies ist ein Entwurf, den noch niemand geprüft hat.", Plan: "Dies ist ein Plan: Hier ist noch nichts geschrieben.", Unwritten: "Noch zu schreiben.", Feed: "RSS-Feed", Footer: "Über diese Website",
		months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"},
		date:   "{d}. {m} {y}",
	},
	"fr": {
		Home: "Accueil", Skip: "Aller au contenu", Menu: "Menu principal", Breadcrumb: "Fil d’Ariane", Contents: "Sommaire",
		Latest: "À la une", Topics: "Thèmes", Services: "Nos services", Guides: "Guides d’achat", Categories: "Par catégorie",
		More: "À lire aussi", RelatedTo: "Aussi sur {topic}", Related: "Sur le même sujet", InThis: "Dans ce guide", OnShelf: "Dans cette catégorie", Filed: "Classé dans",
		By: "Par", Updated: "Mis à jour le", Minutes: "{n} min de lecture", Articles: "articles", Article: "article",
		About: "À propos", Contact: "Contact", Email: "E-mail", Phone: "Téléphone", Address: "Adresse", GetInTouch: "Nous contacter",
		NotFound: "Cette page n’existe pas", NotFoundText: "L’adresse est peut-être mal saisie, ou la page a changé de place. Voici où continuer.", ToHome: "Retour à l’accueil",
		Draft: "Ceci est un brouillon que personne n’a encore relu.", Plan: "Ceci est un plan : rien n’est encore écrit ici.", Unwritten: "Reste à écrire.", Feed: "Flux RSS", Footer: "À propos de ce site",
		months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		date:   "{d} {m} {y}",
	},
	"es": {
		Home: "Inicio", Skip: "Ir al contenido", Menu: "Menú principal", Breadcrumb: "Ruta de navegación", Contents: "Contenido",
		Latest: "Lo último", Topics: "Temas", Services: "Qué hacemos", Guides: "Guías de compra", Categories: "Por categoría",
		More: "Más lecturas", RelatedTo: "Más sobre {topic}", Related: "Relacionado", InThis: "En esta guía", OnShelf: "En esta categoría", Filed: "Archivado en",
		By: "Por", Updated: "Actualizado el", Minutes: "{n} min de lectura", Articles: "artículos", Article: "artículo",
		About: "Quiénes somos", Contact: "Contacto", Email: "Correo", Phone: "Teléfono", Address: "Dirección", GetInTouch: "Escríbenos",
		NotFound: "Esta página no existe", NotFoundText: "Puede que la dirección esté mal escrita o que la página se haya movido. Aquí puedes seguir.", ToHome: "Ir al inicio",
		Draft: "Este es un borrador que nadie ha revisado todavía.", Plan: "Esto es un plan: aquí todavía no hay nada escrito.", Unwritten: "Falta por escribir.", Feed: "Canal RSS", Footer: "Sobre este sitio",
		months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		date:   "{d} de {m} de {y}",
	},
	"it": {
		Home: "Home", Skip: "Vai al contenuto", Menu: "Menu principale", Breadcrumb: "Percorso", Contents: "Indice",
		Latest: "Ultimi articoli", Topics: "Argomenti", Services: "Cosa facciamo", Guides: "Guide all’acquisto", Categories: "Per categoria",
		More: "Altre letture", RelatedTo: "Altro su {topic}", Related: "Articoli correlati", InThis: "In questa guida", OnShelf: "In questa categoria", Filed: "Archiviato in",
		By: "Di", Updated: "Aggiornato il", Minutes: "{n} min di lettura", Articles: "articoli", Article: "articolo",
		About: "Chi siamo", Contact: "Contatti", Email: "E-mail", Phone: "Telefono", Address: "Indirizzo", GetInTouch: "Contattaci",
		NotFound: "Questa pagina non esiste", NotFoundText: "Forse l’indirizzo è errato o la pagina è stata spostata. Da qui si può proseguire.", ToHome: "Vai alla home",
		Draft: "Questa è una bozza che nessuno ha ancora rivisto.", Plan: "Questo è un piano: qui non c’è ancora nulla di scritto.", Unwritten: "Ancora da scrivere.", Feed: "Feed RSS", Footer: "Su questo sito",
		months: [12]string{"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"},
		date:   "{d} {m} {y}",
	},
	"nl": {
		Home: "Home", Skip: "Naar de inhoud", Menu: "Hoofdmenu", Breadcrumb: "Kruimelpad", Contents: "Inhoud",
		Latest: "Nieuwste", Topics: "Onderwerpen", Services: "Wat wij doen", Guides: "Koopgidsen", Categories: "Per categorie",
		More: "Meer lezen", RelatedTo: "Meer over {topic}", Related: "Gerelateerd", InThis: "In deze gids", OnShelf: "In deze categorie", Filed: "Geplaatst in",
		By: "Door", Updated: "Bijgewerkt op", Minutes: "{n} min leestijd", Articles: "artikelen", Article: "artikel",
		About: "Over ons", Contact: "Contact", Email: "E-mail", Phone: "Telefoon", Address: "Adres", GetInTouch: "Neem contact op",
		NotFound: "Deze pagina bestaat niet", NotFoundText: "Misschien is het adres verkeerd getypt of is de pagina verplaatst. Hier kunt u verder.", ToHome: "Naar de homepage",
		Draft: "Dit is een concept dat nog niemand heeft nagekeken.", Plan: "Dit is een plan: hier is nog niets geschreven.", Unwritten: "Nog te schrijven.", Feed: "RSS-feed", Footer: "Over deze site",
		months: [12]string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
		date:   "{d} {m} {y}",
	},
	"pt": {
		Home: "Início", Skip: "Ir para o conteúdo", Menu: "Menu principal", Breadcrumb: "Caminho", Contents: "Índice",
		Latest: "Mais recentes", Topics: "Temas", Services: "O que fazemos", Guides: "Guias de compra", Categories: "Por categoria",
		More: "Mais leituras", RelatedTo: "Mais sobre {topic}", Related: "Relacionados", InThis: "Neste guia", OnShelf: "Nesta categoria", Filed: "Arquivado em",
		By: "Por", Updated: "Atualizado em", Minutes: "{n} min de leitura", Articles: "artigos", Article: "artigo",
		About: "Sobre", Contact: "Contato", Email: "E-mail", Phone: "Telefone", Address: "Endereço", GetInTouch: "Fale conosco",
		NotFound: "Esta página não existe", NotFoundText: "O endereço pode estar errado ou a página mudou de lugar. Continue por aqui.", ToHome: "Ir para o início",
		Draft: "Este é um rascunho que ninguém revisou ainda.", Plan: "Isto é um plano: aqui ainda não há nada escrito.", Unwritten: "Ainda por escrever.", Feed: "Feed RSS", Footer: "Sobre este site",
		months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
		date:   "{d} de {m} de {y}",
	},
}

func sameDay(a, b time.Time) bool {
	return a.Format(time.DateOnly) == b.Format(time.DateOnly)
}
