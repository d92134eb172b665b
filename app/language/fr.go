package language

import (
	"strings"

	"github.com/kljensen/snowball/french"
)

var fr = &Language{
	Code: "fr", Name: "French",
	FunctionWords: foldedSet(`a à ai alors as au aucun aussi autre aux avec avez avoir bien c ce cela ces cet cette ceux chaque chez ci combien
comme comment d dans de des donc dont du elle elles en entre es est et été être eu faire fait faut il ils j je l la le les
leur leurs lors lui m ma mais me même mes moi mon n ne nos notre nous on ont ou où par pas peu peut plus pour pourquoi qu
quand que quel quelle quelles quels qui quoi s sa sans se ses si sien soi soit son sont sous sur t ta te tes toi ton tous
tout toute toutes très tu un une vers vos votre vous y`),
	Qualifiers: foldedSet(`avis bien bon bonne efficace facile facilement gratuit gratuite gratuits gratuites liste meilleur meilleure
meilleurs meilleures moins nouveau nouveaux nouvelle pas cher top rapide rapidement simple ligne`),
	Letters: "éèêàçù",
	Stemmer: snowballed(french.Stem),
	Asking:  set("comment pourquoi quand où qui quel quelle quels quelles combien est-ce peut-on faut-il"),
	Intents: &IntentWords{
		Opening: "qui, quoi, quand, où, pourquoi, quel, quelle, quels, quelles, est ce que, peut on, faut il",
		Informational: "comment, qu est ce que, qu est ce qu, c est quoi, pourquoi, combien, combien de, combien de temps, guide, signification, définition, explication, exemple, exemples, " +
			"idée, idées, symptômes, causes, histoire, apprendre, recette, recettes, étape par étape, avantages, inconvénients, effets secondaires, statistiques, différence entre, modèle, modèles, " +
			"pour débutant, pour débutants, bases, introduction, liste, types de, conseil, conseils, astuce, astuces, tuto, fiche, calcul, espérance de vie, soi même, maison facile",
		Commercial: "meilleur, meilleure, meilleurs, meilleures, comparatif, comparaison, comparateur, comparer, avis, classement, note, notes, recommandation, recommandations, " +
			"marque, marques, différence, le plus, la plus, ou, fournisseur, fournisseurs",
		Transactional: "acheter, achat, où acheter, commander, commande, prix, tarif, tarifs, coût, coûts, combien coûte, pas cher, pas chère, pas chers, moins cher, promo, promotion, " +
			"promotions, code promo, bon de réduction, réduction, soldes, près de moi, près de chez moi, autour de moi, à proximité, louer, location, réserver, réservation, abonnement, essai gratuit, " +
			"livraison, boutique, magasin, grossiste, à vendre, occasion, devis, télécharger, en solde, destockage",
		Navigational: "connexion, se connecter, mon compte, espace client, service client, numéro de téléphone, téléphone, horaires, adresse, contact, site officiel, siège social, site web",
	},
	Outline: &Outline{
		Signs: []PageSign{
			{PageDefine, []string{"qu'est-ce que", "qu'est ce que", "c'est quoi", "définition de", "que signifie"}, true},
			{PageHowTo, []string{"comment"}, true},
			{PageVersus, []string{"vs", "ou", "différence"}, false},
			{PageInstead, []string{"alternative", "alternatives", "remplacer"}, false},
			{PageBest, []string{"meilleur", "meilleure", "meilleurs", "meilleures", "top", "comparatif"}, false},
			{PageCost, []string{"prix", "tarif", "tarifs", "coût", "combien coûte", "pas cher"}, false},
			{PageReview, []string{"avis", "test", "retour d'expérience"}, false},
			{PageLocal, []string{"près de moi", "à proximité", "autour de moi"}, false},
			{PageSolve, []string{"ne marche pas", "ne fonctionne pas", "erreur", "problème", "problèmes", "panne"}, false},
			{PageExample, []string{"modèle", "modèles", "exemple", "exemples", "idées", "checklist"}, false},
			{PagePurchase, []string{"acheter", "achat", "commander", "promo", "soldes"}, false},
			{PageVisit, []string{"connexion", "télécharger", "site", "application", "contact"}, false},
			{PageQuestion, []string{"pourquoi", "quand", "où", "qui", "quel", "quelle", "quels", "quelles", "peut-on", "est-ce que", "combien"}, true},
		},
		Questions: []string{"qu'est-ce", "comment", "pourquoi", "quand", "où", "qui", "quel", "quelle", "quels", "quelles", "peut-on", "est-ce", "combien", "faut-il"},
		Small:     set("le la les un une des du de d l et ou à au aux en dans pour avec sur par est sont que qui quoi comment pourquoi quand quel quelle son sa ses mon ma mes"),
		Titles: map[PageKind]string{
			PageLearn: "%s : le guide pratique", PageHowTo: "%s : les étapes", PageDefine: "%s ? L’explication simple", PageQuestion: "%s ? La réponse en détail",
			PageVersus: "%s : les différences et comment choisir", PageBest: "%s : comparer et choisir", PageCost: "%s : ce que l’on paie et pourquoi",
			PageReview: "%s : ce qu’il faut savoir avant de décider", PageInstead: "%s : les autres solutions et quand elles conviennent", PageLocal: "%s : trouver la bonne adresse",
			PageSolve: "%s : les causes et les solutions", PageExample: "%s : à quoi ils ressemblent et comment s’en servir", PagePurchase: "%s : à vérifier avant d’acheter",
			PageVisit: "%s : de quoi il s’agit et comment y accéder",
		},
		Frames: map[PageKind][]string{
			PageLearn:    {"L’essentiel : %s", "En pratique : %s", "Par où commencer"},
			PageHowTo:    {"Ce qu’il faut avant de commencer", "Les étapes dans l’ordre", "Comment savoir que c’est réussi", "Que faire si cela ne marche pas"},
			PageDefine:   {"En une phrase : %s", "Comment cela fonctionne : %s", "À quoi cela sert", "À ne pas confondre"},
			PageQuestion: {"La réponse courte", "Pourquoi il en est ainsi", "Quand la réponse change", "Que faire ensuite"},
			PageVersus:   {"La différence en bref", "Les points communs", "Quand choisir le premier", "Quand choisir le second"},
			PageBest:     {"Les critères qui comptent : %s", "Les options comparées : %s", "Laquelle pour qui", "Ce dont on peut se passer"},
			PageCost:     {"Combien il faut compter : %s", "Ce qui fait le prix", "Où économiser, où ne pas le faire", "Ce qui n’est pas compris"},
			PageReview:   {"Ce qui est promis : %s", "Les points forts", "Les points faibles", "Pour qui ce n’est pas fait"},
			PageInstead:  {"Pourquoi chercher autre chose", "Ce qu’un remplaçant doit savoir faire", "Les options côte à côte", "Réussir le changement"},
			PageLocal:    {"Ce qu’il faut regarder : %s", "Les questions à poser avant", "Comment se passe la première visite", "Comparer les devis"},
			PageSolve:    {"D’où cela vient : %s", "À vérifier en premier", "La solution durable", "Quand demander de l’aide"},
			PageExample:  {"À quoi reconnaître un bon modèle", "Pour commencer : %s", "L’adapter à son cas", "Ce qu’on peut laisser de côté"},
			PagePurchase: {"À clarifier avant : %s", "Quel type choisir", "Neuf, d’occasion ou loué", "Après l’achat"},
			PageVisit:    {"Ce qu’on y trouve : %s", "Comment y accéder", "Ce qu’il faut pour entrer", "Si cela ne s’ouvre pas"},
		},
		General: []string{"Les erreurs courantes : %s", "Points d’attention : %s", "Pour débuter : %s", "La liste à cocher : %s", "Les prochaines étapes"},
		Plain:   []string{"Les erreurs courantes", "La liste à cocher avant de commencer", "Les questions qui se posent en chemin", "Les prochaines étapes"},
		Aims: map[PageKind]string{
			PageLearn: "explique le sujet depuis la base, avec des exemples concrets", PageHowTo: "accompagne pas à pas, dans l’ordre où l’on procède",
			PageDefine: "dit d’abord simplement de quoi il s’agit, puis entre dans le détail", PageQuestion: "donne la réponse d’abord et les raisons ensuite",
			PageVersus: "compare les deux sur les points qui décident", PageBest: "compare les choix selon ce qui compte à l’usage",
			PageCost: "montre ce que l’on paie et ce qui fait varier le prix", PageReview: "pèse le pour et le contre selon les besoins",
			PageInstead: "compare les solutions selon la raison de changer", PageLocal: "aide à trouver et à comparer les professionnels proches",
			PageSolve: "va de la cause probable à la cause rare", PageExample: "montre des exemples utilisables tout de suite",
			PagePurchase: "éclaircit ce qui se décide avant l’achat", PageVisit: "mène au bon endroit et dit ce qu’on y trouve",
		},
		Angle: "Pour ceux qui cherchent « %s » : la page %s.", Covers: "Elle traite aussi de %s.",
	},
	Draft: &Draft{
		Question: "%s ?", FAQ: "Questions fréquentes", And: " et ", Open: "« ", Closed: " »",
		Plain: []string{"De quoi il s’agit", "Les points à regarder", "Et ensuite"},
		Signs: []HeadingSign{
			{HeadingMistakes, []string{"erreurs", "erreur à éviter", "éviter", "attention"}},
			{HeadingOmit, []string{"se passer", "laisser de côté", "limites", "faiblesses", "n est pas"}},
			{HeadingFit, []string{"pour qui", "le premier", "le second", "points forts"}},
			{HeadingTrouble, []string{"ne marche pas", "ne fonctionne pas", "problème", "problèmes", "erreur", "réparer", "vérifier d abord", "demander de l aide", "résoudre"}},
			{HeadingProof, []string{"savoir que", "réussi", "reconnaître"}},
			{HeadingNeeds, []string{"il faut", "besoin", "liste", "matériel"}},
			{HeadingNext, []string{"ensuite", "après l achat", "prochaines étapes", "changer", "adapter"}},
			{HeadingCost, []string{"prix", "coût", "coûte", "tarif", "tarifs", "payer", "paie", "économiser"}},
			{HeadingVersus, []string{"vs", "ou", "différence", "différences", "comparer", "comparaison", "comparées", "côte à côte", "en commun", "alternatives"}},
			{HeadingAmount, []string{"combien", "ratio", "température", "taille", "tailles", "dose"}},
			{HeadingSteps, []string{"comment", "étape", "étapes", "commencer", "débuter", "débutants"}},
			{HeadingChoice, []string{"meilleur", "meilleure", "meilleurs", "meilleures", "choisir", "quel", "quelle", "quels", "quelles", "acheter", "regarder", "compte", "comptent"}},
			{HeadingReason, []string{"pourquoi", "réponse", "est ce", "peut on", "quand", "faut il"}},
			{HeadingMeaning, []string{"qu est ce", "qu est", "de quoi", "définition", "en bref", "essentiel", "en une phrase", "fonctionne", "sert", "en pratique"}},
		},
		Asking: []string{"comment", "pourquoi", "quand", "quel", "quelle", "quels", "quelles", "combien", "où", "qui", "peut-on", "est-ce"},
		Prompts: map[HeadingKind][]string{
			HeadingTopic:    {"Quand est-ce important, et quand non ?", "Quel exemple le rend clair ?", "Qu’entend-on par là ?"},
			HeadingMeaning:  {"Qu’est-ce que c’est, en une phrase ?", "À quoi cela sert-il, et à qui ?", "Avec quoi le confond-on, et qu’est-ce qui l’en distingue ?", "Que se passe-t-il, et dans quel ordre ?"},
			HeadingSteps:    {"Dans quel ordre les étapes se suivent-elles ?", "Combien de temps prend chacune ?", "Quelle étape décide du résultat ?", "Par quoi commencer pour un premier essai ?"},
			HeadingNeeds:    {"Que faut-il avoir avant la première étape ?", "Par quoi remplacer ce qui manque ?", "Combien de temps faut-il prévoir ?"},
			HeadingProof:    {"À quoi ressemble un bon résultat ?", "À quel signe voit-on tôt que cela tourne mal ?"},
			HeadingAmount:   {"Quelle est la valeur habituelle, et dans quelle unité ?", "Qu’est-ce qui l’augmente, qu’est-ce qui la réduit ?", "Comment la mesurer dans son propre cas ?"},
			HeadingChoice:   {"À quoi cela doit-il servir surtout, et à quelle fréquence ?", "De quelles qualités ne peut-on pas se passer ?", "Que faut-il tirer au clair avant de décider ?", "À qui autre chose conviendrait-il mieux ?"},
			HeadingFit:      {"À qui cela convient-il ?", "À quoi faut-il renoncer en échange ?", "Dans quels cas cela vaut-il la peine ?", "Qu’est-ce qui parle contre ?"},
			HeadingOmit:     {"Quel conseil fréquent change peu de chose ?", "Qu’est-ce qui peut attendre ?"},
			HeadingVersus:   {"Sur quels points y a-t-il vraiment une différence ?", "Lesquels comptent dans son propre cas ?", "Qu’est-ce qui ferait pencher pour l’autre choix ?", "Qu’est-ce qui reste pareil dans les deux cas ?"},
			HeadingCost:     {"Que comprend le prix, et que faut-il ajouter ?", "Qu’est-ce qui fait monter ou baisser le prix ?", "Où une économie coûte-t-elle plus cher plus tard ?"},
			HeadingReason:   {"Quelle phrase suffit pour répondre ?", "Sur quoi repose-t-elle ?", "Dans quels cas la réponse est-elle différente ?", "Comment le vérifier soi-même ?"},
			HeadingMistakes: {"Qu’est-ce qui échoue le plus souvent, et à quel moment ?", "Comment s’en apercevoir à temps ?", "Que peut-on encore rattraper ?", "Quel signe avertit tôt ?"},
			HeadingTrouble:  {"Que se passe-t-il exactement, et depuis quand ?", "Que peut-on écarter rapidement ?", "Quand est-il temps de demander à quelqu’un ?"},
			HeadingNext:     {"Que peut-on faire dès aujourd’hui ?", "Qu’est-ce qui mérite d’être revu plus tard ?"},
		},
		About:   "Que faut-il savoir ensuite sur %s ?",
		Opening: "Répondez à la question principale en deux ou trois phrases. Dites ensuite ce que contient la page : %s.",
	},
	Claims: newClaims(
		`janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre`,
		`étape|chapitre|section|partie|figure|tableau|page|question|point|n°|numéro`, nil,
		`((?:la|le|les|notre|nos|leurs?|son|sa|ses)\s+(?:plus|moins|meilleure?s?|pires?|seule?s?)(?:\s+\p{L}+)?)`,
		`(numéro un|n° ?1|leader|imbattable)`,
	),
	Edits: &Edits{
		Fillers: "bien sûr|évidemment|essentiellement|il est important de noter que|il faut savoir que|en quelque sorte",
		Plainer: map[string]string{
			"afin de": "pour", "en raison du fait que": "parce que", "à l’heure actuelle": "aujourd’hui", "un grand nombre de": "beaucoup de", "effectuer": "faire",
			"débuter": "commencer", "par conséquent": "donc", "dans le cas où": "si",
		},
		Joint: "mais",
	},
	Formula: &Formula{
		Name: "Flesch Reading Ease for French", Source: "Kandel and Moles 1958", Easy: 60, Hard: 40,
		Score:  func(c Counts) float64 { return 207 - 1.015*c.PerSentence() - 73.6*c.PerWord() },
		Silent: func(word string) bool { return strings.HasSuffix(word, "e") || strings.HasSuffix(word, "es") },
	},
	Site: &Site{
		Promise: "%s répond à ce que les gens cherchent, une page par question.", About: "À propos de %s", Contact: "Contact",
		Shelves: map[string]string{"blog": "Catégories", "ecommerce": "Catégories de produits", "company": "Services"},
	},
	Theme: &Theme{
		Home: "Accueil", Skip: "Aller au contenu", Menu: "Menu principal", Breadcrumb: "Fil d’Ariane", Contents: "Sommaire",
		Latest: "À la une", Topics: "Thèmes", Services: "Nos services", Guides: "Guides d’achat", Categories: "Par catégorie",
		More: "À lire aussi", RelatedTo: "Aussi sur {topic}", Related: "Sur le même sujet", InThis: "Dans ce guide", OnShelf: "Dans cette catégorie", Filed: "Classé dans",
		By: "Par", Updated: "Mis à jour le", Minutes: "{n} min de lecture", Articles: "articles", Article: "article",
		About: "À propos", Contact: "Contact", Email: "E-mail", Phone: "Téléphone", Address: "Adresse", GetInTouch: "Nous contacter",
		NotFound: "Cette page n’existe pas", NotFoundText: "L’adresse est peut-être mal saisie, ou la page a changé de place. Voici où continuer.", ToHome: "Retour à l’accueil",
		Draft: "Ceci est un brouillon que personne n’a encore relu.", Plan: "Ceci est un plan : rien n’est encore écrit ici.", Unwritten: "Reste à écrire.", Feed: "Flux RSS", Footer: "À propos de ce site",
		Months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
		Day:    "{d} {m} {y}",
	},
}
