package language_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"igny8/app/language"
)

// Pairs of inflected forms, by language. The forms before the semicolon share a stem, those after it are different words.
var stemPairs = map[string]string{
	"da": `hund hunde, hund hundene, hus huset, kat katte, stol stole, forsikring forsikringer, varmepumpe varmepumper,
madras madrasser, hotel hoteller, opskrift opskriften; hus hustru, kat katolsk, bog bolig, lampe lam`,
	"nl": `fiets fietsen, schoen schoenen, goedkoop goedkope, elektrisch elektrische, huis huizen, boek boeken, kat katten, hond honden,
bed bedden, keuken keukens, recept recepten, matras matrassen, brief brieven, groot grote, kamer kamers, kleur kleuren, vakantie vakanties,
verzekering verzekeringen, warmtepomp warmtepompen, zonnepaneel zonnepanelen, dakkapel dakkapellen, hypotheek hypotheken;
bank bang, man maand, huis huid, boot boter, kaas kast, kop koper, bed bedrijf`,
	"it": `albergo alberghi, economico economici, viaggio viaggi, scarpa scarpe, ricetta ricette, migliore migliori, lavatrice lavatrici,
bambino bambini, assicurazione assicurazioni, elettrica elettriche, bicicletta biciclette, gioco giochi, tedesco tedeschi,
giacca giacche, lungo lunghi, negozio negozi, cellulare cellulari, zaino zaini; casa cassa, letto latte`,
	"pl": `rower rowery, elektryczny elektryczne, but buty, damski damskie, kot koty, samochód samochody, książka książki, tani tanie,
hotel hotele, przepis przepisy, krzesło krzesła, ubezpieczenie ubezpieczenia, pompa pompy, materac materace, zegarek zegarki,
kredyt kredyty, okno okna, sukienka sukienki, opinia opinie, ogród ogrody, kuchnia kuchni;
but butelka, kot kotlet, pan panel, kawa kawaler, sól sala, rok rak, stół stal, gra grad, lek lekarz`,
	"tr": `otel oteller, ev evler, araba arabalar, kitap kitaplar, telefon telefonlar, fiyat fiyatları, tarif tarifleri, yorum yorumları,
çocuk çocuklar, ayakkabı ayakkabılar, köpek köpeği, oyun oyunları, bilet biletleri, ankara ankarada;
at atlas, otel otelcilik, bal balık, para paris, göz gözlük, iş işaret, ev evlilik`,
}

func TestStemsJoinInflectionsAndKeepWordsApart(t *testing.T) {
	t.Parallel()
	for tag, text := range stemPairs {
		joined, apart, _ := strings.Cut(text, ";")
		for list, want := range map[string]bool{joined: true, apart: false} {
			for pair := range strings.SplitSeq(list, ",") {
				stems := language.Stems(tag, pair)
				if len(stems) != 2 || (stems[0] == stems[1]) != want {
					t.Errorf("%s: %s have the stems %q; one stem wanted: %t", tag, strings.TrimSpace(pair), stems, want)
				}
			}
		}
	}
}

// A singular and its plural share a stem only if the stem of a stem is itself.
func TestSnowballStemsAreSettled(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		tag := rapid.SampledFrom([]string{"da", "it", "tr"}).Draw(t, "language")
		word := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zçğışöüæøåàèéìòù]{1,14}`)).Draw(t, "word")
		for _, token := range language.Tokens(language.Key(word)) {
			stem := language.Of(tag).Stem(token)
			if stem == "" || !utf8.ValidString(stem) {
				t.Fatalf("%s: %q has the stem %q", tag, token, stem)
			}
			if again := language.Of(tag).Stem(stem); again != stem {
				t.Fatalf("%s: %q has the stem %q, which has the stem %q", tag, token, stem, again)
			}
		}
	})
}
