package planner

// intentWords are the words and phrases by which people of one language say what they want, separated by commas and written as tokens are: lower case, no
// apostrophes or hyphens. Those of opening count at the beginning of a keyword only.
type intentWords struct {
	opening       string // informational
	informational string
	commercial    string
	transactional string
	navigational  string
}

// everywhere are words that are searched with in every language.
var everywhere = intentWords{
	informational: "wiki, wikipedia, faq, tutorial, tutorials, tips",
	commercial:    "vs, versus, top 5, top 10, top 20, top 50, top 100, alternative, alternatives, review, reviews, ranking",
	transactional: "shop, online shop, sale, black friday, cyber monday, coupon, voucher, promo code, download, apk, deal, deals, outlet, discount, leasing",
	navigational: "login, log in, sign in, signin, app store, play store, github, youtube, facebook, instagram, linkedin, " +
		"official site, official website, homepage, webmail, hotline, customer service, www",
}

// intentBooks are the languages in which intents are recognised, by their code.
var intentBooks = map[string]intentWords{
	"en": {
		opening: "who, what, when, where, why, which, is, are, was, were, do, does, did, can, could, should, will, would, has, have, am",
		informational: "how, how to, how do, how does, how much, how many, how long, how often, what is, what are, what does, why is, guide, guides, meaning, definition, define, explained, " +
			"example, examples, ideas, symptoms, causes, history, facts, learn, diy, recipe, recipes, instructions, step by step, benefits, side effects, statistics, checklist, " +
			"difference between, diagram, diagrams, lyrics, pronunciation, quotes, calculator, converter, template, templates, cheat sheet, lesson, lessons, training tips, " +
			"to train, for beginners, basics, overview, introduction, types of, kinds of, list of, life expectancy, average, rules, signs of, remedies, at home, documentation, docs, " +
			"best practices, best practice, best time to, best way to, best ways to, names, pros and cons",
		commercial: "best, top, compare, compared, comparison, comparisons, rating, ratings, rated, worth it, cheapest, recommended, recommendations, recommendation, " +
			"competitors, similar to, better than, which is better, difference, legit, brands, pros cons, " +
			"providers",
		transactional: "buy, buying, price, prices, pricing, priced, cost, costs, cheap, order, purchase, for sale, on sale, coupons, promo, discounts, near me, nearby, in my area, " +
			"hire, rent, rental, rentals, lease, subscription, subscribe, free trial, trial, quote, quotation, get a quote, book now, booking, reservation, delivery, shipping, " +
			"store, stores, web store, shops, supplier, suppliers, wholesale, affordable, free download, apply, apply for, apply online, sign up, signup, open now, appointment, clearance, used, second hand, refurbished",
		navigational: "log on, sign on, my account, contact number, phone number, customer support, headquarters, head office, opening hours, store hours, address",
	},
	"de": {
		opening: "wer, was, wann, wo, warum, wieso, weshalb, welche, welcher, welches, ist, sind, kann, darf, muss, soll, sollte, hat, wie",
		informational: "wie, was ist, was sind, was bedeutet, wie viel, wie viele, wie lange, wie oft, anleitung, anleitungen, ratgeber, bedeutung, definition, erklärung, erklärt, beispiel, " +
			"beispiele, ideen, symptome, ursachen, ursache, geschichte, fakten, lernen, selber machen, selbst gemacht, rezept, rezepte, schritt für schritt, vorteile, nebenwirkungen, " +
			"statistik, checkliste, unterschied zwischen, vorlage, vorlagen, muster, für anfänger, grundlagen, übersicht, einführung, arten, liste, rechner, tipps, lebenserwartung, hausmittel, zum ausdrucken, vor und nachteile",
		commercial: "beste, bester, bestes, besten, test, tests, testbericht, testsieger, stiftung warentest, vergleich, vergleichen, im vergleich, bewertung, bewertungen, erfahrung, erfahrungen, erfahrungsberichte, " +
			"empfehlung, empfehlungen, empfehlenswert, günstigste, günstigster, anbieter, hersteller, marken, alternativen, unterschied, preisvergleich, rangliste, oder",
		transactional: "kaufen, kauf, wo kaufen, bestellen, online bestellen, preis, preise, kosten, was kostet, günstig, günstige, günstiger, billig, billige, angebot, angebote, rabatt, " +
			"gutschein, gutscheine, gutscheincode, rabattcode, in der nähe, in meiner nähe, mieten, leihen, verleih, buchen, abo, kostenlos testen, versand, lieferung, händler, laden, " +
			"geschäft, großhandel, zu verkaufen, gebraucht, gebrauchte, termin, reservieren, herunterladen, finanzierung, ausverkauf, sonderangebot, beantragen, abschließen",
		navigational: "anmelden, anmeldung, einloggen, mein konto, kundenservice, kundendienst, telefonnummer, öffnungszeiten, adresse, kontakt, webseite, offizielle seite, zentrale, filiale, standorte",
	},
	"fr": {
		opening: "qui, quoi, quand, où, pourquoi, quel, quelle, quels, quelles, est ce que, peut on, faut il",
		informational: "comment, qu est ce que, qu est ce qu, c est quoi, pourquoi, combien, combien de, combien de temps, guide, signification, définition, explication, exemple, exemples, " +
			"idée, idées, symptômes, causes, histoire, apprendre, recette, recettes, étape par étape, avantages, inconvénients, effets secondaires, statistiques, différence entre, modèle, modèles, " +
			"pour débutant, pour débutants, bases, introduction, liste, types de, conseil, conseils, astuce, astuces, tuto, fiche, calcul, espérance de vie, soi même, maison facile",
		commercial: "meilleur, meilleure, meilleurs, meilleures, comparatif, comparaison, comparateur, comparer, avis, classement, note, notes, recommandation, recommandations, " +
			"marque, marques, différence, le plus, la plus, ou, fournisseur, fournisseurs",
		transactional: "acheter, achat, où acheter, commander, commande, prix, tarif, tarifs, coût, coûts, combien coûte, pas cher, pas chère, pas chers, moins cher, promo, promotion, " +
			"promotions, code promo, bon de réduction, réduction, soldes, près de moi, près de chez moi, autour de moi, à proximité, louer, location, réserver, réservation, abonnement, essai gratuit, " +
			"livraison, boutique, magasin, grossiste, à vendre, occasion, devis, télécharger, en solde, destockage",
		navigational: "connexion, se connecter, mon compte, espace client, service client, numéro de téléphone, téléphone, horaires, adresse, contact, site officiel, siège social, site web",
	},
	"es": {
		opening: "quién, quien, cuándo, cuando, dónde, donde, cuál, cual, cuáles, cuales, puedo, puede, es, son",
		informational: "cómo, como, qué es, que es, qué son, que son, qué significa, que significa, por qué, por que, porque, para qué sirve, para que sirve, cuánto, cuanto, cuántos, cuantos, " +
			"guía, significado, definición, explicación, ejemplo, ejemplos, idea, ideas, síntomas, sintomas, causas, historia, aprender, receta, recetas, paso a paso, beneficios, ventajas, " +
			"efectos secundarios, estadísticas, diferencia entre, plantilla, plantillas, para principiantes, introducción, lista, tipos de, consejos, trucos, manual, curso gratis, casero, caseros, calculadora",
		commercial: "mejor, mejores, comparativa, comparar, comparación, comparador, opinión, opiniones, reseña, reseñas, valoraciones, recomendado, recomendados, recomendaciones, marcas, " +
			"diferencia, diferencias, alternativas, o, proveedores, más barato",
		transactional: "comprar, compra, dónde comprar, donde comprar, pedir, precio, precios, costo, coste, costos, cuánto cuesta, cuanto cuesta, barato, barata, baratos, baratas, oferta, " +
			"ofertas, descuento, descuentos, cupón, cupones, código promocional, cerca de mí, cerca de mi, alquilar, alquiler, reservar, reserva, suscripción, prueba gratis, envío, tienda, " +
			"tiendas, tienda online, mayorista, en venta, segunda mano, presupuesto, descargar, contratar, rebajas",
		navigational: "iniciar sesión, inicio de sesión, acceder, mi cuenta, atención al cliente, número de teléfono, teléfono, horario, horarios, dirección, contacto, página oficial, sitio oficial, web oficial",
	},
	"it": {
		opening: "chi, quando, dove, quale, quali, è, sono, si può, posso",
		informational: "come, cosa, cos è, cosa è, che cos è, che cosa è, cosa sono, cosa significa, perché, perche, quanto, quanti, quanto tempo, guida, significato, definizione, spiegazione, " +
			"esempio, esempi, idea, idee, sintomi, cause, storia, imparare, ricetta, ricette, passo passo, vantaggi, benefici, effetti collaterali, statistiche, differenza tra, modello, " +
			"per principianti, introduzione, elenco, tipi di, consigli, trucchi, fai da te, a cosa serve, rimedi, calcolo",
		commercial: "migliore, migliori, miglior, confronto, confrontare, comparazione, recensione, recensioni, opinioni, opinione, classifica, consigliato, consigliati, marche, " +
			"differenza, differenze, alternativa, alternative, o, più economico, fornitori",
		transactional: "comprare, acquistare, acquisto, dove comprare, ordinare, prezzo, prezzi, costo, costi, quanto costa, economico, economica, economici, offerta, offerte, sconto, sconti, " +
			"buono sconto, codice sconto, coupon, vicino a me, nelle vicinanze, noleggio, noleggiare, affitto, prenotare, prenotazione, abbonamento, prova gratuita, spedizione, negozio, " +
			"negozi, ingrosso, in vendita, usato, usata, usati, preventivo, scaricare, saldi, vendita",
		navigational: "accedi, accesso, area clienti, il mio account, servizio clienti, assistenza clienti, numero di telefono, numero verde, orari, indirizzo, contatti, sito ufficiale",
	},
	"nl": {
		opening: "wie, wat, wanneer, waar, waarom, welke, welk, is, zijn, kan, kun, mag, moet, heeft",
		informational: "hoe, hoe moet, hoe kan, wat is, wat zijn, wat betekent, waarom, hoeveel, hoe lang, hoe vaak, handleiding, gids, betekenis, definitie, uitleg, voorbeeld, voorbeelden, " +
			"idee, ideeën, symptomen, oorzaken, oorzaak, geschiedenis, feiten, leren, zelf maken, recept, recepten, stap voor stap, voordelen, nadelen, bijwerkingen, statistieken, " +
			"verschil tussen, sjabloon, voor beginners, basis, inleiding, lijst, soorten, stappenplan, levensverwachting, berekenen",
		commercial: "beste, vergelijken, vergelijking, vergelijk, beoordeling, beoordelingen, ervaring, ervaringen, aanbevolen, aanrader, goedkoopste, merken, verschil, verschillen, " +
			"alternatief, alternatieven, consumentenbond, of, aanbieders, leveranciers",
		transactional: "kopen, koop, waar kopen, waar te koop, te koop, bestellen, online bestellen, prijs, prijzen, kosten, wat kost, goedkoop, goedkope, aanbieding, aanbiedingen, korting, " +
			"kortingscode, kortingsbon, in de buurt, bij mij in de buurt, huren, verhuur, boeken, reserveren, abonnement, gratis proberen, levering, bezorgen, winkel, winkels, webshop, " +
			"groothandel, tweedehands, gebruikt, offerte, downloaden, uitverkoop, aanvragen, afsluiten",
		navigational: "inloggen, aanmelden, mijn account, mijn, klantenservice, telefoonnummer, openingstijden, adres, contact, officiële website, officiële site, hoofdkantoor, vestigingen",
	},
	"pt": {
		opening: "quem, quando, onde, qual, quais, é, são, posso, pode",
		informational: "como, o que é, o que e, o que são, o que significa, por que, por quê, porque, para que serve, quanto, quantos, quantas, guia, significado, definição, explicação, exemplo, " +
			"exemplos, ideia, ideias, sintomas, causas, história, aprender, receita, receitas, passo a passo, benefícios, vantagens, efeitos colaterais, estatísticas, diferença entre, " +
			"modelo, modelos, para iniciantes, introdução, lista, tipos de, dicas, truques, caseiro, calculadora, sinais de",
		commercial: "melhor, melhores, comparar, comparação, comparativo, avaliação, avaliações, opinião, opiniões, resenha, recomendado, recomendados, marcas, diferença, diferenças, " +
			"alternativa, alternativas, vale a pena, ou, é bom, fornecedores, mais barato",
		transactional: "comprar, compra, onde comprar, encomendar, pedir, preço, preços, preco, custo, custos, quanto custa, barato, barata, baratos, baratas, oferta, ofertas, promoção, " +
			"promoções, desconto, descontos, cupom, cupão, código promocional, perto de mim, aluguel, aluguer, alugar, reservar, reserva, assinatura, teste grátis, frete, entrega, loja, " +
			"lojas, loja online, atacado, à venda, usado, usados, segunda mão, orçamento, baixar, contratar, liquidação",
		navigational: "entrar, acessar, acesso, minha conta, área do cliente, atendimento ao cliente, telefone, número de telefone, horário, endereço, contato, contacto, site oficial, página oficial",
	},
}
