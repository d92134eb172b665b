package language

import "github.com/kljensen/snowball/spanish"

var es = &Language{
	Code: "es", Name: "Spanish",
	FunctionWords: foldedSet(`a al algo algún alguna algunos ante antes aquí así aun aunque cada como cómo con contra cual cuál cuáles cuando
cuándo cuanto cuánto cuánta cuántos de del desde donde dónde dos durante e el él ella ellos en entre era es esa ese eso esta
está este esto estos fue ha hacer hace hasta hay la las le les lo los más me mi mis muy nada ni no nos o os otra otro para
pero poco por porque puede que qué quien quién se según ser si sí sin sobre son su sus también tan te tiene todo todos tu tus
un una uno unos y ya yo`),
	Qualifiers: foldedSet(`barato barata baratos baratas bueno buena buenos buenas fácil gratis gratuito gratuita lista línea mejor
mejores nuevo nueva nuevos nuevas online rápido sencillo top`),
	Letters: "ñáíóú",
	Stemmer: snowballed(spanish.Stem),
	Asking:  set("cómo como qué que cuándo cuando dónde donde quién quien cuál cual cuánto cuanto"),
	Intents: &IntentWords{
		Opening: "quién, quien, cuándo, cuando, dónde, donde, cuál, cual, cuáles, cuales, puedo, puede, es, son",
		Informational: "cómo, como, qué es, que es, qué son, que son, qué significa, que significa, por qué, por que, porque, para qué sirve, para que sirve, cuánto, cuanto, cuántos, cuantos, " +
			"guía, significado, definición, explicación, ejemplo, ejemplos, idea, ideas, síntomas, sintomas, causas, historia, aprender, receta, recetas, paso a paso, beneficios, ventajas, " +
			"efectos secundarios, estadísticas, diferencia entre, plantilla, plantillas, para principiantes, introducción, lista, tipos de, consejos, trucos, manual, curso gratis, casero, caseros, calculadora",
		Commercial: "mejor, mejores, comparativa, comparar, comparación, comparador, opinión, opiniones, reseña, reseñas, valoraciones, recomendado, recomendados, recomendaciones, marcas, " +
			"diferencia, diferencias, alternativas, o, proveedores, más barato",
		Transactional: "comprar, compra, dónde comprar, donde comprar, pedir, precio, precios, costo, coste, costos, cuánto cuesta, cuanto cuesta, barato, barata, baratos, baratas, oferta, " +
			"ofertas, descuento, descuentos, cupón, cupones, código promocional, cerca de mí, cerca de mi, alquilar, alquiler, reservar, reserva, suscripción, prueba gratis, envío, tienda, " +
			"tiendas, tienda online, mayorista, en venta, segunda mano, presupuesto, descargar, contratar, rebajas",
		Navigational: "iniciar sesión, inicio de sesión, acceder, mi cuenta, atención al cliente, número de teléfono, teléfono, horario, horarios, dirección, contacto, página oficial, sitio oficial, web oficial",
	},
	Outline: &Outline{
		Signs: []PageSign{
			{PageDefine, []string{"qué es", "que es", "qué son", "que son", "qué significa", "que significa"}, true},
			{PageHowTo, []string{"cómo", "como"}, true},
			{PageVersus, []string{"vs", "o", "diferencia", "diferencias"}, false},
			{PageInstead, []string{"alternativa", "alternativas", "en lugar de"}, false},
			{PageBest, []string{"mejor", "mejores", "top", "comparativa"}, false},
			{PageCost, []string{"precio", "precios", "coste", "costo", "cuánto cuesta", "cuanto cuesta", "barato"}, false},
			{PageReview, []string{"opiniones", "opinión", "reseña", "reseñas", "análisis"}, false},
			{PageLocal, []string{"cerca de mí", "cerca de mi"}, false},
			{PageSolve, []string{"no funciona", "error", "problema", "problemas", "solucionar", "arreglar"}, false},
			{PageExample, []string{"plantilla", "plantillas", "ejemplo", "ejemplos", "modelo", "ideas"}, false},
			{PagePurchase, []string{"comprar", "oferta", "ofertas", "descuento", "tienda"}, false},
			{PageVisit, []string{"iniciar sesión", "descargar", "app", "contacto", "web"}, false},
			{PageQuestion, []string{"por qué", "por que", "cuándo", "cuando", "dónde", "donde", "quién", "quien", "cuál", "cual", "se puede", "cuánto", "cuanto"}, true},
		},
		Questions: []string{"qué", "que", "cómo", "como", "por qué", "cuándo", "cuando", "dónde", "donde", "quién", "cuál", "cual", "cuánto", "cuanto", "se puede"},
		Small:     set("el la los las un una unos unas de del y o a al en para con por es son que qué como cómo cuando donde cual cuál quien se su mi tu"),
		Titles: map[PageKind]string{
			PageLearn: "%s: guía práctica", PageHowTo: "%s: paso a paso", PageDefine: "%s: explicado con sencillez", PageQuestion: "%s: la respuesta en detalle",
			PageVersus: "%s: diferencias y cómo elegir", PageBest: "%s: comparación y cómo elegir", PageCost: "%s: qué se paga y por qué",
			PageReview: "%s: qué saber antes de decidir", PageInstead: "%s: qué más hay y cuándo conviene", PageLocal: "%s: cómo encontrar el adecuado",
			PageSolve: "%s: causas y soluciones", PageExample: "%s: cómo son y cómo usarlos", PagePurchase: "%s: qué comprobar antes de comprar",
			PageVisit: "%s: qué es y cómo llegar",
		},
		Frames: map[PageKind][]string{
			PageLearn:    {"Lo esencial: %s", "En la práctica: %s", "Por dónde empezar"},
			PageHowTo:    {"Qué hace falta antes de empezar", "Los pasos en orden", "Cómo saber que ha salido bien", "Qué hacer si no funciona"},
			PageDefine:   {"En una frase: %s", "Cómo funciona: %s", "Para qué sirve", "Con qué no confundirlo"},
			PageQuestion: {"La respuesta corta", "Por qué es así", "Cuándo cambia la respuesta", "Qué hacer después"},
			PageVersus:   {"La diferencia en breve", "Qué tienen en común", "Cuándo elegir el primero", "Cuándo elegir el segundo"},
			PageBest:     {"Qué importa al elegir: %s", "Las opciones comparadas: %s", "Cuál conviene a quién", "De qué se puede prescindir"},
			PageCost:     {"Cuánto se paga: %s", "Qué determina el precio", "Dónde ahorrar y dónde no", "Qué no incluye el precio"},
			PageReview:   {"Qué promete: %s", "Puntos fuertes", "Puntos débiles", "Para quién no es"},
			PageInstead:  {"Por qué buscar otra cosa", "Qué debe hacer un sustituto", "Las opciones lado a lado", "Cómo cambiar"},
			PageLocal:    {"En qué fijarse: %s", "Preguntas antes de reservar", "Cómo es la primera visita", "Cómo comparar presupuestos"},
			PageSolve:    {"Qué hay detrás: %s", "Qué comprobar primero", "La solución duradera", "Cuándo pedir ayuda"},
			PageExample:  {"Cómo reconocer uno bueno", "Para empezar: %s", "Cómo adaptarlo a tu caso", "Qué se puede omitir"},
			PagePurchase: {"Qué aclarar antes: %s", "Qué tipo conviene", "Nuevo, usado o alquilado", "Después de la compra"},
			PageVisit:    {"Qué se encuentra allí: %s", "Cómo llegar", "Qué hace falta para entrar", "Si no se abre"},
		},
		General: []string{"Errores frecuentes: %s", "En qué fijarse: %s", "Para principiantes: %s", "Lista de comprobación: %s", "Próximos pasos"},
		Plain:   []string{"Errores frecuentes", "Lista de comprobación antes de empezar", "Preguntas que surgen por el camino", "Próximos pasos"},
		Aims: map[PageKind]string{
			PageLearn: "explica el tema desde la base y con ejemplos prácticos", PageHowTo: "guía por la tarea en el orden en que se hace",
			PageDefine: "dice primero con sencillez qué es y luego entra en detalle", PageQuestion: "da primero la respuesta y después las razones",
			PageVersus: "compara ambos en los puntos que deciden", PageBest: "compara las opciones por lo que importa en el uso",
			PageCost: "muestra qué se paga y qué mueve el precio", PageReview: "sopesa lo bueno y lo malo según la necesidad",
			PageInstead: "compara las alternativas según el motivo del cambio", PageLocal: "ayuda a encontrar y comparar proveedores cercanos",
			PageSolve: "va de la causa probable a la rara", PageExample: "muestra ejemplos listos para usar",
			PagePurchase: "aclara lo que se decide antes de comprar", PageVisit: "lleva al lugar correcto y dice qué hay allí",
		},
		Angle: "Para quienes buscan «%s»: la página %s.", Covers: "También trata %s.",
	},
	Draft: &Draft{
		Question: "¿%s?", FAQ: "Preguntas frecuentes", And: " y ", Open: "«", Closed: "»",
		Plain: []string{"De qué se trata", "En qué fijarse", "Los siguientes pasos"},
		Signs: []HeadingSign{
			{HeadingMistakes, []string{"errores", "evitar", "cuidado"}},
			{HeadingOmit, []string{"prescindir", "debilidades", "límites", "no es"}},
			{HeadingFit, []string{"el primero", "el segundo", "para quién", "conviene", "puntos fuertes"}},
			{HeadingTrouble, []string{"no funciona", "no abre", "problema", "problemas", "error", "reparar", "comprobar primero", "pedir ayuda", "resolver"}},
			{HeadingProof, []string{"saber que", "ha funcionado", "reconocer"}},
			{HeadingNeeds, []string{"necesitas", "necesita", "hace falta", "lista", "requisitos"}},
			{HeadingNext, []string{"siguientes pasos", "después", "próximos pasos", "cambiar", "adaptar"}},
			{HeadingCost, []string{"precio", "precios", "cuesta", "coste", "costo", "pagar", "paga", "ahorrar", "barato"}},
			{HeadingVersus, []string{"vs", "o", "diferencia", "diferencias", "comparar", "comparación", "comparadas", "en común", "alternativas"}},
			{HeadingAmount, []string{"cuánto", "cuánta", "cuántos", "cuántas", "proporción", "temperatura", "tamaño", "tamaños"}},
			{HeadingSteps, []string{"cómo", "paso", "pasos", "empezar", "principiantes"}},
			{HeadingChoice, []string{"mejor", "mejores", "elegir", "cuál", "cuáles", "comprar", "importa", "fijarse"}},
			{HeadingReason, []string{"por qué", "respuesta", "se puede", "puede", "cuándo", "es", "son"}},
			{HeadingMeaning, []string{"qué", "significado", "en resumen", "esencial", "en una frase", "funciona", "sirve", "en la práctica"}},
		},
		Asking: []string{"cómo", "como", "qué", "cuándo", "cuál", "cuáles", "cuánto", "cuánta", "dónde", "quién", "se"},
		Prompts: map[HeadingKind][]string{
			HeadingTopic:    {"¿Cuándo importa y cuándo no?", "¿Qué ejemplo lo aclara?", "¿Qué se entiende por ello?"},
			HeadingMeaning:  {"¿Qué es, en una frase?", "¿Para qué sirve, y a quién?", "¿Con qué se suele confundir y en qué se distingue?", "¿Qué ocurre, y en qué orden?"},
			HeadingSteps:    {"¿En qué orden van los pasos?", "¿Cuánto tiempo lleva cada uno?", "¿Qué paso decide el resultado?", "¿Con qué conviene hacer la primera prueba?"},
			HeadingNeeds:    {"¿Qué tiene que estar listo antes del primer paso?", "¿Con qué se puede sustituir lo que falte?", "¿Cuánto tiempo conviene reservar?"},
			HeadingProof:    {"¿Cómo es un buen resultado?", "¿Qué señal avisa pronto de que algo va mal?"},
			HeadingAmount:   {"¿Cuál es el valor habitual, y en qué unidad?", "¿Qué lo aumenta y qué lo reduce?", "¿Cómo se mide en el propio caso?"},
			HeadingChoice:   {"¿Para qué se va a usar sobre todo, y con qué frecuencia?", "¿De qué cualidades no se puede prescindir?", "¿Qué hay que aclarar antes de decidir?", "¿A quién le conviene más otra cosa?"},
			HeadingFit:      {"¿A quién le conviene?", "¿A qué hay que renunciar a cambio?", "¿En qué casos vale la pena?", "¿Qué habla en contra?"},
			HeadingOmit:     {"¿Qué consejo frecuente cambia poco?", "¿Qué puede esperar?"},
			HeadingVersus:   {"¿En qué puntos hay de verdad una diferencia?", "¿Cuáles de esos puntos cuentan en el propio caso?", "¿Qué haría elegir la otra opción?", "¿Qué es igual en ambos casos?"},
			HeadingCost:     {"¿Qué incluye el precio y qué se añade?", "¿Qué lo hace subir o bajar?", "¿Dónde sale caro ahorrar?"},
			HeadingReason:   {"¿Qué frase basta para responder?", "¿En qué se apoya?", "¿En qué casos es distinta la respuesta?", "¿Cómo puede comprobarlo cada cual?"},
			HeadingMistakes: {"¿Qué falla más a menudo, y en qué momento?", "¿Cómo se nota a tiempo?", "¿Qué se puede corregir todavía?", "¿Qué señal avisa pronto?"},
			HeadingTrouble:  {"¿Qué ocurre exactamente, y desde cuándo?", "¿Qué se puede descartar enseguida?", "¿Cuándo conviene preguntar a alguien?"},
			HeadingNext:     {"¿Qué se puede hacer hoy mismo?", "¿Qué merece otra mirada más adelante?"},
		},
		About:   "¿Qué conviene saber después sobre %s?",
		Opening: "Responda a la pregunta principal en dos o tres frases. Diga después qué contiene la página: %s.",
	},
	Claims: newClaims(
		`enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre`,
		`paso|capítulo|sección|parte|figura|tabla|página|pregunta|punto|núm\.|número`, nil,
		`((?:el|la|los|las|lo|nuestr[oa]s?)\s+(?:mejor|mejores|peor|peores|únic[oa]s?|líder|(?:\p{L}+\s+)?(?:más|menos)\s+\p{L}+))`,
		`(número uno|nº ?1|líder(?:es)? del mercado|imbatible)`,
	),
	Edits: &Edits{
		Fillers: "en realidad|por supuesto|básicamente|evidentemente|cabe destacar que|es importante señalar que|en cierto modo",
		Plainer: map[string]string{
			"con el fin de": "para", "debido a que": "porque", "en la actualidad": "hoy", "utilizar": "usar", "finalizar": "acabar", "asimismo": "también",
			"previamente": "antes", "por consiguiente": "por eso",
		},
		Joint: "pero",
	},
	Formula: &Formula{
		Name: "Reading ease for Spanish", Source: "Fernández Huerta 1959", Easy: 60, Hard: 40,
		Score: func(c Counts) float64 { return 206.84 - 1.02*c.PerSentence() - 60*c.PerWord() },
	},
	Site: &Site{
		Promise: "%s responde a lo que la gente busca, con una página por pregunta.", About: "Sobre %s", Contact: "Contacto",
		Shelves: map[string]string{"blog": "Categorías", "ecommerce": "Categorías de productos", "company": "Servicios"},
	},
	Theme: &Theme{
		Home: "Inicio", Skip: "Ir al contenido", Menu: "Menú principal", Breadcrumb: "Ruta de navegación", Contents: "Contenido",
		Latest: "Lo último", Topics: "Temas", Services: "Qué hacemos", Guides: "Guías de compra", Categories: "Por categoría",
		More: "Más lecturas", RelatedTo: "Más sobre {topic}", Related: "Relacionado", InThis: "En esta guía", OnShelf: "En esta categoría", Filed: "Archivado en",
		By: "Por", Updated: "Actualizado el", Minutes: "{n} min de lectura", Articles: "artículos", Article: "artículo",
		About: "Quiénes somos", Contact: "Contacto", Email: "Correo", Phone: "Teléfono", Address: "Dirección", GetInTouch: "Escríbenos",
		NotFound: "Esta página no existe", NotFoundText: "Puede que la dirección esté mal escrita o que la página se haya movido. Aquí puedes seguir.", ToHome: "Ir al inicio",
		Draft: "Este es un borrador que nadie ha revisado todavía.", Plan: "Esto es un plan: aquí todavía no hay nada escrito.", Unwritten: "Falta por escribir.", Feed: "Canal RSS", Footer: "Sobre este sitio",
		Months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
		Day:    "{d} de {m} de {y}",
	},
}
